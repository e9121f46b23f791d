//! `onen validate cin-census`: the children in need census.

use std::fs::File;

use returns::authorities::department_number;
use returns::cin_census::{validate, years};
use returns::fault::Report;

use super::{Asked, Outcome, one_file, year};
use crate::failure::Failure;

pub(super) fn check(asked: &Asked, report: &mut dyn Report) -> Result<Outcome, Failure> {
    let year = year(asked.year.as_deref(), years())?;
    let path = one_file(&asked.path, "xml", "XML file")?;
    let failed = |why: String| Failure(format!("{}: {why}", path.display()));
    let open = File::open(&path).map_err(|fault| failed(fault.to_string()))?;
    let authority = authority(asked.authority.as_deref(), report);
    let summary =
        validate(open, year, authority.as_deref(), report).map_err(|fault| failed(fault.message))?;
    Ok(Outcome {
        what: format!("{}: {} children", year.label(), summary.children),
        faults: summary.faults,
        checked: summary.checked,
        not_checked: summary.not_checked,
        unread: summary.unread.map(|fault| failed(fault.message).0),
    })
}

/// The three digits by which the header names an authority, if those or an ONS code were given.
fn authority(given: Option<&str>, report: &mut dyn Report) -> Option<String> {
    let code = given?.trim().to_uppercase();
    if let Some(number) = department_number(&code) {
        return Some(number.to_owned());
    }
    let number = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    if !number {
        report.notice(format!(
            "“{code}” is neither three digits such as 908 nor an authority’s ONS code such as E06000052, so whose return \
             it is was not compared with the header"
        ));
    }
    number.then_some(code)
}
