//! The questions, one file each.

mod caseload;
mod duties;
mod figures;
mod findings;
mod known;
mod lists;
mod matters;
mod meetings;
mod months;
mod oversight;
mod people;
mod queue;
mod search;
mod since;
mod teams;

pub use caseload::Caseload;
pub use duties::DutyRow;
pub use figures::{Base, CaseRow, Figure, Stretch};
pub use findings::FindingRow;
pub use lists::{Awaiting, ChildOnList, OwnChild};
pub use matters::MatterLine;
pub use meetings::MeetingRow;
pub use months::Tallies;
pub use oversight::ActRow;
pub use queue::ContactRow;
pub use search::{Hit, Searched};
pub use since::{Difference, Recount};

use jiff::civil::Date;
use rusqlite::Row;

/// A day in a column.
fn day(row: &Row, at: usize) -> rusqlite::Result<Option<Date>> {
    let text: Option<String> = row.get(at)?;
    Ok(text.and_then(|text| text.get(..10).and_then(|text| text.parse().ok())))
}

/// A day in a column that always holds one.
fn certain_day(row: &Row, at: usize) -> rusqlite::Result<Date> {
    let fault = || rusqlite::Error::InvalidColumnType(at, "day".to_owned(), rusqlite::types::Type::Text);
    day(row, at)?.ok_or_else(fault)
}

/// Entry ids in a column, parted by spaces.
fn entries(row: &Row, at: usize) -> rusqlite::Result<Vec<chronology::EntryId>> {
    let text: String = row.get(at)?;
    Ok(text.split(' ').filter_map(|id| id.parse().ok()).collect())
}
