//! Duties across people: My work, the duty grid, `onen due`.

use chronology::EntryId;
use jiff::civil::Date;
use rules::DutyState;
use rusqlite::{Row, params};

use super::{certain_day, day};
use crate::access::Pass;
use crate::schema::OPEN;
use crate::{ViewFault, Views};

/// One running of a timescale for one person, as the views keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyRow {
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// The timescale's id.
    pub timescale: String,
    /// The day it started.
    pub started_on: Date,
    /// The entry that started it.
    pub started_by: Option<EntryId>,
    /// The day by which it was to be done.
    pub due_on: Option<Date>,
    /// The day it was done.
    pub stopped_on: Option<Date>,
    /// The entry that stopped it.
    pub stopped_by: Option<EntryId>,
    /// Whether it was done in time.
    pub in_time: Option<bool>,
    /// The day from which it no longer applies.
    pub lapsed_on: Option<Date>,
    /// Why it is due then.
    pub because: String,
    /// The child's worker.
    pub worker: Option<String>,
    /// The worker's manager.
    pub manager: Option<String>,
    /// Whether the record is restricted.
    pub restricted: bool,
}

const COLUMNS: &str =
    "p.id, p.name, d.timescale, d.started_on, d.started_by, d.due_on, d.stopped_on, d.stopped_by, d.in_time,
  d.lapsed_on, d.because, p.worker, p.manager, p.restricted";

fn row(row: &Row) -> rusqlite::Result<DutyRow> {
    let entry = |at: usize| -> rusqlite::Result<Option<EntryId>> {
        Ok(row.get::<_, Option<String>>(at)?.and_then(|text| text.parse().ok()))
    };
    Ok(DutyRow {
        person: row.get(0)?,
        name: row.get(1)?,
        timescale: row.get(2)?,
        started_on: certain_day(row, 3)?,
        started_by: entry(4)?,
        due_on: day(row, 5)?,
        stopped_on: day(row, 6)?,
        stopped_by: entry(7)?,
        in_time: row.get(8)?,
        lapsed_on: day(row, 9)?,
        because: row.get(10)?,
        worker: row.get(11)?,
        manager: row.get(12)?,
        restricted: row.get(13)?,
    })
}

impl DutyRow {
    /// How it stood at the end of a day; `None` if it had not started.
    pub fn state_on(&self, today: Date) -> Option<DutyState> {
        if self.started_on > today {
            return None;
        }
        if self.stopped_on.is_some_and(|stopped| stopped <= today) {
            return Some(if self.in_time == Some(false) { DutyState::Late } else { DutyState::Met });
        }
        if self.lapsed_on.is_some_and(|lapsed| lapsed <= today) {
            return Some(DutyState::Lapsed);
        }
        Some(if self.due_on.is_some_and(|due| due < today) { DutyState::Overdue } else { DutyState::Due })
    }
}

impl Views {
    /// Every duty of one person, in the order they started.
    pub fn duties_of(&self, pass: &Pass) -> Result<Vec<DutyRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM duty d JOIN person p ON p.key = d.person WHERE p.id = ?1 ORDER BY d.started_on, d.due_on"
        );
        self.read(|c| c.prepare_cached(&sql)?.query_map([pass.person().as_str()], row)?.collect())
    }

    /// Duties that stand open at the end of a day, the earliest due first: those of a worker's children, of
    /// a team's, or of everybody's.
    pub fn duties_open(
        &self,
        worker: Option<&str>,
        team: Option<&str>,
        today: Date,
    ) -> Result<Vec<DutyRow>, ViewFault> {
        let whose = match (worker, team) {
            (Some(_), _) => "p.worker = ?2",
            (None, Some(_)) => "p.team = ?2",
            (None, None) => "?2 IS NULL",
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM person p CROSS JOIN duty d ON d.person = p.key WHERE {whose} AND {OPEN} ORDER BY d.due_on IS NULL, d.due_on, p.name"
        );
        let day = today.to_string();
        self.read(|c| c.prepare_cached(&sql)?.query_map(params![day, worker.or(team)], row)?.collect())
    }

    /// Duties of a worker's children that stand open at the end of a day and are due by another.
    pub fn duties_due_by(&self, worker: &str, today: Date, last: Date) -> Result<Vec<DutyRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM person p CROSS JOIN duty d ON d.person = p.key WHERE p.worker = ?2 AND {OPEN} AND d.due_on <= ?3
             ORDER BY d.due_on, p.name"
        );
        let given = params![today.to_string(), worker, last.to_string()];
        self.read(|c| c.prepare_cached(&sql)?.query_map(given, row)?.collect())
    }

    /// Every duty of everybody under some timescales that had started by a day.
    pub fn duties_under(&self, timescales: &[&str], as_at: Date) -> Result<Vec<DutyRow>, ViewFault> {
        let places: Vec<String> = (0..timescales.len()).map(|place| format!("?{}", place + 2)).collect();
        let sql = format!(
            "SELECT {COLUMNS} FROM duty d JOIN person p ON p.key = d.person WHERE d.started_on <= ?1
             AND d.timescale IN ({}) ORDER BY d.due_on, p.name, p.id",
            places.join(", ")
        );
        let day = as_at.to_string();
        let given = std::iter::once(day.as_str()).chain(timescales.iter().copied());
        self.read(|c| c.prepare_cached(&sql)?.query_map(rusqlite::params_from_iter(given), row)?.collect())
    }

    /// Every duty of everybody that had started by a day, person by person.
    pub fn duties_as_at(&self, as_at: Date) -> Result<Vec<DutyRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM duty d JOIN person p ON p.key = d.person WHERE d.started_on <= ?1 ORDER BY p.id, d.started_on, d.timescale"
        );
        self.read(|c| c.prepare_cached(&sql)?.query_map([as_at.to_string()], row)?.collect())
    }

    /// Of each open child's duties, those that stand open at the end of a day and, of every kind, the last that
    /// does not: a child's, a team's, or everybody's, person by person.
    pub fn duties_latest(
        &self,
        person: Option<&str>,
        team: Option<&str>,
        today: Date,
    ) -> Result<Vec<DutyRow>, ViewFault> {
        let whose = match (person, team) {
            (Some(_), _) => "p.id = ?2",
            (None, Some(_)) => "p.team = ?2 AND p.opened IS NOT NULL",
            (None, None) => "?2 IS NULL AND p.opened IS NOT NULL",
        };
        let open = format!("({OPEN})");
        let sql = format!(
            "SELECT {COLUMNS} FROM (SELECT d.*, {open} AS open,
               row_number() OVER (PARTITION BY d.person, d.timescale, {open} ORDER BY d.started_on DESC, d.due_on DESC) AS place
               FROM duty d JOIN person p ON p.key = d.person WHERE {whose} AND d.started_on <= ?1) d
             JOIN person p ON p.key = d.person WHERE d.open OR d.place = 1 ORDER BY p.name, p.id, d.due_on IS NULL, d.due_on"
        );
        let given = params![today.to_string(), person.or(team)];
        self.read(|c| c.prepare_cached(&sql)?.query_map(given, row)?.collect())
    }
}
