//! `onen validate annex-a`: the lists that an inspector asks for.

use std::fs::File;
use std::io::BufReader;

use returns::annex_a::validate;
use returns::fault::Report;

use super::{Asked, Outcome, one_file};
use crate::failure::Failure;

pub(super) fn check(asked: &Asked, report: &mut dyn Report) -> Result<Outcome, Failure> {
    let path = one_file(&asked.path, "xlsx", "Excel workbook")?;
    let failed = |why: String| Failure(format!("{}: {why}", path.display()));
    let open = File::open(&path).map_err(|fault| failed(fault.to_string()))?;
    let summary = validate(BufReader::new(open), asked.as_at, report).map_err(failed)?;
    if asked.as_at.is_none() {
        report.notice(
            "the periods of the lists are not checked; give the day of the inspection: --as-at 2026-03-31"
                .to_owned(),
        );
    }
    Ok(Outcome {
        what: format!("Annex A: {} rows, {} children", summary.rows, summary.children),
        faults: summary.faults,
        checked: summary.checked,
        not_checked: summary.not_checked,
        unread: None,
    })
}
