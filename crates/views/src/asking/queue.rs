//! The front door's queue: every contact, one a child.

use chronology::{EntryId, Occurred};
use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::{ViewFault, Views};

/// A contact about one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// The child's id.
    pub person: String,
    /// The child's name.
    pub name: String,
    /// The entry that received it.
    pub entry: Option<EntryId>,
    /// The recording: contacts of one recording are one call about several children.
    pub recording: i64,
    /// When it came.
    pub received: Option<Occurred>,
    /// The risk: the code of a `Rating`.
    pub rating: Option<String>,
    /// The outcome a screener proposed: it is ready to decide.
    pub proposed: Option<String>,
    /// The kind of agency it came from.
    pub agency: Option<String>,
    /// Who made contact.
    pub referrer: Option<String>,
    /// What worries them.
    pub worry: Option<String>,
    /// When it was decided.
    pub decided: Option<Occurred>,
    /// What was decided.
    pub outcome: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When the referrer was told.
    pub informed: Option<Occurred>,
    /// When it came to wait again, since its decision was overturned.
    pub reopened: Option<Occurred>,
    /// The entry that decided it.
    pub decision: Option<EntryId>,
    /// The level of need decided.
    pub level: Option<String>,
    /// Why it led to nothing further: the code of a `RefusalReason`.
    pub refusal: Option<String>,
    /// Whether the record is restricted.
    pub restricted: bool,
}

const COLUMNS: &str =
    "p.id, p.name, c.entry, c.recording, c.received, c.rating, c.proposed, c.agency, c.referrer, c.worry,
  c.decided, c.outcome, c.decided_by, c.informed, p.restricted, c.reopened, c.decision, c.level, c.refusal";

fn row(row: &Row) -> rusqlite::Result<ContactRow> {
    let moment = |at: usize| -> rusqlite::Result<Option<Occurred>> {
        Ok(row.get::<_, Option<String>>(at)?.and_then(|text| text.parse().ok()))
    };
    Ok(ContactRow {
        person: row.get(0)?,
        name: row.get(1)?,
        entry: row.get::<_, String>(2)?.parse().ok(),
        recording: row.get(3)?,
        received: moment(4)?,
        rating: row.get(5)?,
        proposed: row.get(6)?,
        agency: row.get(7)?,
        referrer: row.get(8)?,
        worry: row.get(9)?,
        decided: moment(10)?,
        outcome: row.get(11)?,
        decided_by: row.get(12)?,
        informed: moment(13)?,
        restricted: row.get(14)?,
        reopened: moment(15)?,
        decision: row.get::<_, Option<String>>(16)?.and_then(|text| text.parse().ok()),
        level: row.get(17)?,
        refusal: row.get(18)?,
    })
}

impl Views {
    /// Contacts that wait for a decision: those reopened first, then by risk (red first, then those not yet rated), then the oldest first.
    pub fn contacts_undecided(&self) -> Result<Vec<ContactRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM contact c JOIN person p ON p.key = c.person WHERE c.decided IS NULL
             ORDER BY c.reopened IS NULL, CASE c.rating WHEN 'red' THEN 0 WHEN 'amber' THEN 2 WHEN 'green' THEN 3 ELSE 1 END, c.received, c.recording, p.name"
        );
        self.read(|c| c.prepare_cached(&sql)?.query_map([], row)?.collect())
    }

    /// Contacts received in a stretch of days, both ends included.
    pub fn contacts_received(&self, first: Date, last: Date) -> Result<Vec<ContactRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM contact c JOIN person p ON p.key = c.person WHERE c.received >= ?1 AND c.received < ?2
             ORDER BY c.received, c.recording, p.name"
        );
        let after = last.tomorrow().unwrap_or(last).to_string();
        self.read(|c| c.prepare_cached(&sql)?.query_map(params![first.to_string(), after], row)?.collect())
    }

    /// Contacts decided whose referrer has not been told.
    pub fn referrers_not_informed(&self) -> Result<Vec<ContactRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM contact c JOIN person p ON p.key = c.person WHERE c.decided IS NOT NULL AND c.informed IS NULL
             ORDER BY c.decided, p.name"
        );
        self.read(|c| c.prepare_cached(&sql)?.query_map([], row)?.collect())
    }

    /// The decisions made on the days of a stretch, as they stand now, the earliest first.
    pub fn decisions_made(&self, first: Date, last: Date) -> Result<Vec<ContactRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM contact c JOIN person p ON p.key = c.person
             WHERE c.decided IS NOT NULL AND substr(c.decided, 1, 10) BETWEEN ?1 AND ?2 AND c.decided >= ?1 AND p.sealed = 0
             ORDER BY c.decided, p.id, c.entry"
        );
        let given = params![first.to_string(), last.to_string()];
        self.read(|c| c.prepare_cached(&sql)?.query_map(given, row)?.collect())
    }

    /// The contacts of one recording: one call about several children.
    pub fn contacts_of_recording(&self, recording: i64) -> Result<Vec<ContactRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM contact c JOIN person p ON p.key = c.person WHERE c.recording = ?1 ORDER BY c.entry"
        );
        self.read(|c| c.prepare_cached(&sql)?.query_map([recording], row)?.collect())
    }

    /// Every contact about one child, the latest first.
    pub fn contacts_of(&self, person: &str) -> Result<Vec<ContactRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM contact c JOIN person p ON p.key = c.person WHERE p.id = ?1
             ORDER BY c.received DESC, c.recording DESC"
        );
        self.read(|c| c.prepare_cached(&sql)?.query_map([person], row)?.collect())
    }
}
