//! Meetings, booked and held.

use chronology::EntryId;
use jiff::civil::Date;
use rusqlite::{Row, params};

use super::certain_day;
use crate::{ViewFault, Views};

/// A meeting about one child. Rows of one recording are one meeting about several children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingRow {
    /// The child's id.
    pub person: String,
    /// The child's name.
    pub name: String,
    /// The entry that booked it or says that it was held.
    pub entry: Option<EntryId>,
    /// That entry's recording.
    pub recording: i64,
    /// The kind of entry.
    pub kind: String,
    /// What sort of conference, in words.
    pub sort: Option<String>,
    /// The day.
    pub on: Date,
    /// The time, in words.
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Who chairs.
    pub chair: Option<String>,
    /// Whether it has been held.
    pub held: bool,
    /// Whether the child's record is restricted.
    pub restricted: bool,
}

const COLUMNS: &str = "p.id, p.name, m.entry, m.recording, m.kind, m.sort, m.on_day, m.time, m.place, m.chair, m.held, p.restricted";

fn row(row: &Row) -> rusqlite::Result<MeetingRow> {
    Ok(MeetingRow {
        person: row.get(0)?,
        name: row.get(1)?,
        entry: row.get::<_, String>(2)?.parse().ok(),
        recording: row.get(3)?,
        kind: row.get(4)?,
        sort: row.get(5)?,
        on: certain_day(row, 6)?,
        time: row.get(7)?,
        place: row.get(8)?,
        chair: row.get(9)?,
        held: row.get(10)?,
        restricted: row.get(11)?,
    })
}

impl Views {
    /// Meetings booked or held in a stretch of days, both ends included.
    pub fn meetings(&self, first: Date, last: Date) -> Result<Vec<MeetingRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM meeting m JOIN person p ON p.key = m.person WHERE m.on_day BETWEEN ?1 AND ?2
             ORDER BY m.on_day, m.recording, p.name"
        );
        let days = params![first.to_string(), last.to_string()];
        self.read(|c| c.prepare_cached(&sql)?.query_map(days, row)?.collect())
    }

    /// The rows of one meeting.
    pub fn meeting(&self, recording: i64) -> Result<Vec<MeetingRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM meeting m JOIN person p ON p.key = m.person WHERE m.recording = ?1 ORDER BY m.entry"
        );
        self.read(|c| c.prepare_cached(&sql)?.query_map([recording], row)?.collect())
    }
}
