//! What is wrong with a report's SQL, in the words of a practice file's fault: file, line, and a way to mend it.

use std::collections::BTreeSet;

use practice::{Fault, Practice, Report, mend_name};

use super::guard::{self, Refused};
use super::stable::{self, STABLE_VIEWS};
use crate::ViewFault;

/// Prepares each report of a practice against views without a row, and says what is wrong with those that cannot be.
///
/// # Errors
/// If even empty views cannot be made.
pub fn check(practice: &Practice) -> Result<Vec<Fault>, ViewFault> {
    let mut faults = Vec::new();
    for report in practice.reports() {
        let guarded = guard::open(None, practice, &BTreeSet::new())?;
        match guarded.connection.prepare(&report.sql) {
            Err(error) => faults.push(explain(report, &error, guarded.refused())),
            Ok(statement) if statement.is_explain() != 0 || !statement.readonly() => {
                faults.push(only_reads(report));
            }
            Ok(_) => {}
        }
    }
    Ok(faults)
}

fn fault(report: &Report, line: usize, message: String, mend: String) -> Fault {
    Fault { layer: report.layer, file: report.file.clone(), line, message, mend }
}

fn only_reads(report: &Report) -> Fault {
    let message = "The report does more than read".to_owned();
    fault(report, report.line_of_word(""), message, "Write one SELECT over the stable views".to_owned())
}

/// Why SQLite would not have a report, in a plain sentence.
pub(super) fn explain(report: &Report, error: &rusqlite::Error, refused: Option<Refused>) -> Fault {
    match refused {
        Some(Refused::Reading(table)) => return no_view(report, &table),
        Some(Refused::Calling(function)) => {
            let message = format!("“{function}” is not to be called in a report");
            return fault(report, report.line_of_word(&function), message, "Take it out".to_owned());
        }
        Some(Refused::Doing) => return only_reads(report),
        None => {}
    }
    let (said, offset) = match error {
        rusqlite::Error::SqlInputError { msg, offset, .. } => (msg.as_str(), usize::try_from(*offset).ok()),
        rusqlite::Error::SqliteFailure(_, Some(msg)) => (msg.as_str(), None),
        rusqlite::Error::MultipleStatement => return only_reads(report),
        _ => ("something is wrong that it does not name", None),
    };
    if let Some(table) = said.strip_prefix("no such table: ") {
        return no_view(report, table);
    }
    if let Some(column) = said.strip_prefix("no such column: ") {
        return no_column(report, column, offset);
    }
    if let Some(function) = said.strip_prefix("no such function: ") {
        let message = format!("SQLite has no function “{function}”");
        let mend = "Use one of SQLite's own functions".to_owned();
        return fault(report, report.line_of_word(function), message, mend);
    }
    if said.starts_with("cannot modify ") {
        return only_reads(report);
    }
    let line = offset.map_or_else(|| report.line_of_word(""), |offset| report.line_at(offset));
    fault(report, line, format!("SQLite says: {said}"), "Mend the SQL on this line".to_owned())
}

fn no_view(report: &Report, table: &str) -> Fault {
    let names: Vec<&str> = stable::names().collect();
    let otherwise = format!("Use one of {}", names.join(", "));
    let table = table.rsplit('.').next().unwrap_or(table);
    let mend = mend_name(table, names.iter().copied(), &otherwise);
    fault(report, report.line_of_word(table), format!("No stable view is named “{table}”"), mend)
}

fn no_column(report: &Report, said: &str, offset: Option<usize>) -> Fault {
    let column = said.split(" - ").next().unwrap_or(said);
    let lower = report.sql.to_lowercase();
    let read = STABLE_VIEWS.iter().filter(|view| lower.contains(view.name));
    let known: BTreeSet<&str> = read.flat_map(|view| view.columns).map(|column| column.name).collect();
    let names: Vec<&str> = known.iter().copied().collect();
    let otherwise = format!("The views it reads have the columns {}", names.join(", "));
    let name = column.rsplit('.').next().unwrap_or(column);
    let line = offset.map_or_else(|| report.line_of_word(name), |offset| report.line_at(offset));
    fault(report, line, format!("No column is named “{column}”"), mend_name(name, names, &otherwise))
}
