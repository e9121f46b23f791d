//! `onen validate cin-census`: the children in need census.

use std::fs::File;
use std::path::{Path, PathBuf};

use returns::cin_census::{validate, years};
use returns::fault::Report;

use super::printed::Printed;
use super::{Asked, files, year};
use crate::failure::{Answer, Failure};

pub(super) fn run(asked: &Asked, json: bool) -> Result<Answer, Failure> {
    let year = year(&asked.year, years())?;
    let path = file(&asked.path)?;
    let failed = |why: String| Failure(format!("{}: {why}", path.display()));
    let open = File::open(&path).map_err(|fault| failed(fault.to_string()))?;
    let mut printed = Printed::new(json);
    for (given, option) in [
        (asked.last.is_some(), "--last"),
        (asked.providers.is_some(), "--providers"),
        (asked.postcodes.is_some(), "--postcodes"),
    ] {
        if given {
            printed.notice(format!("{option} is not needed: no rule of the census asks for it"));
        }
    }
    let authority = authority(asked.authority.as_deref(), &mut printed);
    let summary =
        validate(open, year, authority.as_deref(), &mut printed).map_err(|fault| failed(fault.message))?;
    printed.end();
    eprintln!(
        "{}: {} children, {} faults; {} rules checked, {} not checked",
        year.label(),
        summary.children,
        summary.faults,
        summary.checked,
        summary.not_checked
    );
    match summary.unread {
        Some(fault) => Err(failed(fault.message)),
        None if summary.faults == 0 => Ok(Answer::Done),
        None => Ok(Answer::No),
    }
}

/// The file itself, or the one XML file of a folder.
fn file(path: &Path) -> Result<PathBuf, Failure> {
    match files(path, &["xml"])?.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Failure(format!("{}: there is no XML file here", path.display()))),
        many => Err(Failure(format!(
            "{}: there are {} XML files here; a census is one",
            path.display(),
            many.len()
        ))),
    }
}

/// The three digits by which the header names an authority, if that is what was given.
fn authority(given: Option<&str>, printed: &mut Printed) -> Option<String> {
    let code = given?.trim();
    let lea = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    if !lea {
        printed.notice(format!(
            "“{code}” is not a code of three digits such as 908, so whose return it is was not compared with the header"
        ));
    }
    lea.then(|| code.to_owned())
}
