//! `onen validate ssda903`: the return on children looked after.

use std::collections::HashSet;
use std::path::Path;

use returns::authorities::statistics_code;
use returns::fault::Report;
use returns::ssda903::places::Postcodes;
use returns::ssda903::{Context, Return, validate, years};

use super::{Asked, Outcome, files, postcodes, providers, read, year};
use crate::failure::Failure;

pub(super) fn check(asked: &Asked, report: &mut dyn Report) -> Result<Outcome, Failure> {
    let year = year(asked.year.as_deref(), years())?;
    let this = tables(&asked.path)?;
    let last = asked.last.as_deref().map(tables).transpose()?;
    let providers = asked.providers.as_deref().map(providers::read).transpose()?;
    let directory = match &asked.postcodes {
        None => None,
        Some(path) => {
            let mut needed: HashSet<String> = this.postcodes();
            needed.extend(last.iter().flat_map(Return::postcodes));
            needed.extend(providers.iter().flat_map(|list| list.postcodes().map(str::to_owned)));
            Some(postcodes::read(path, &needed)?)
        }
    };
    // Nothing is refused from here on, so what is odd about the files can be said.
    let notices = this.notices.iter().chain(last.iter().flat_map(|last| &last.notices));
    notices.for_each(|sentence| report.notice(sentence.clone()));
    let context = Context {
        year,
        authority: authority(asked.authority.as_deref(), report),
        postcodes: directory.as_ref().map(|directory| directory as &dyn Postcodes),
        providers,
    };
    let summary = validate(&this, last.as_ref(), &context, report);
    Ok(Outcome {
        what: format!("{}: {} children", year.label(), summary.children),
        faults: summary.faults,
        checked: summary.checked,
        not_checked: summary.not_checked,
        unread: None,
    })
}

/// The tables in a folder: its CSV files, or where it has none its XML file.
fn tables(path: &Path) -> Result<Return, Failure> {
    let mut files = files(path, &["csv", "txt", "xml"])?;
    if files.is_empty() {
        return Err(Failure(format!("{}: there is no CSV file here, and no XML file", path.display())));
    }
    let xml = |file: &Path| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"));
    // The two forms of one return, and not two halves of it.
    let both = files.iter().any(|file| xml(file)) && !files.iter().all(|file| xml(file));
    if both {
        files.retain(|file| !xml(file));
    }
    // One file is held at a time; the first that cannot be read ends the reading.
    let mut failure = None;
    let given = files.iter().map_while(|file| {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        read(file).map(|bytes| (name, bytes)).map_err(|fault| failure = Some(fault)).ok()
    });
    let mut whole = Return::read(given);
    if both {
        whole
            .notices
            .push("The folder has XML files beside its CSV files; the XML files were not read.".to_owned());
    }
    if let Some(failure) = failure {
        return Err(failure);
    }
    Ok(whole)
}

/// The ONS code, if that or the Department's three digits were given.
fn authority(given: Option<&str>, report: &mut dyn Report) -> Option<String> {
    let code = given?.trim().to_uppercase();
    if let Some(code) = statistics_code(&code) {
        return Some(code.to_owned());
    }
    let ons = code.len() == 9 && code.starts_with('E') && code[1..].bytes().all(|byte| byte.is_ascii_digit());
    if !ons {
        report.notice(format!(
            "“{code}” is neither an ONS code such as E06000052 nor the three digits of an authority, such as 908, so what \
             needs to know whose area a placement is in is not checked"
        ));
    }
    ons.then_some(code)
}
