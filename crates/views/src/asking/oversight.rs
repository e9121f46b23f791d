//! What managers did: sign-offs, returns and challenges; and when each worker was last supervised.

use std::collections::BTreeMap;

use chronology::EntryId;
use jiff::civil::Date;
use rusqlite::{Row, params};

use super::certain_day;
use crate::{ViewFault, Views};

/// One act of a manager about one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActRow {
    /// The child's id.
    pub person: String,
    /// The child's name.
    pub name: String,
    /// The entry.
    pub entry: Option<EntryId>,
    /// The kind of event: `assessment.signed_off`, `assessment.returned`, `management_decision.made`,
    /// `supervision.held`.
    pub kind: String,
    /// The day.
    pub on: Date,
    /// The manager.
    pub by: Option<String>,
    /// The child's worker on that day.
    pub worker: Option<String>,
    /// The comment on a sign-off or a return, the challenge of a decision, the direction of a supervision.
    pub said: Option<String>,
    /// The grade given at a sign-off, in words.
    pub grade: Option<String>,
    /// The child's team now.
    pub team: Option<String>,
    /// Whether the child's record is restricted.
    pub restricted: bool,
}

fn row(row: &Row) -> rusqlite::Result<ActRow> {
    Ok(ActRow {
        person: row.get(0)?,
        name: row.get(1)?,
        entry: row.get::<_, String>(2)?.parse().ok(),
        kind: row.get(3)?,
        on: certain_day(row, 4)?,
        by: row.get(5)?,
        worker: row.get(6)?,
        said: row.get(7)?,
        grade: row.get(8)?,
        team: row.get(9)?,
        restricted: row.get(10)?,
    })
}

impl Views {
    /// What managers did in a stretch of days, both ends included, the latest first.
    pub fn managers_acts(&self, first: Date, last: Date) -> Result<Vec<ActRow>, ViewFault> {
        let sql = "SELECT p.id, p.name, o.entry, o.kind, o.on_day, o.by, o.worker, o.said, o.grade, p.team, p.restricted
                   FROM oversight o JOIN person p ON p.key = o.person
                   WHERE o.on_day BETWEEN ?1 AND ?2 ORDER BY o.on_day DESC, p.name, o.entry";
        let days = params![first.to_string(), last.to_string()];
        self.read(|c| c.prepare_cached(sql)?.query_map(days, row)?.collect())
    }

    /// The day on which each worker was last supervised about a child, by worker.
    pub fn last_supervisions(&self) -> Result<BTreeMap<String, Date>, ViewFault> {
        let sql =
            "SELECT worker, max(on_day) FROM oversight WHERE kind = 'supervision.held' AND worker IS NOT NULL
                   GROUP BY worker";
        self.read(|c| {
            c.prepare_cached(sql)?.query_map([], |row| Ok((row.get(0)?, certain_day(row, 1)?)))?.collect()
        })
    }
}
