//! What stands about somebody until it is answered or ends, across everybody.

use chronology::EntryId;
use jiff::civil::Date;
use rusqlite::{Row, params};

use super::{certain_day, day};
use crate::{Matter, ViewFault, Views};

/// A matter of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterLine {
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// The day it began.
    pub since: Date,
    /// The day it was answered or ended.
    pub until: Option<Date>,
    /// The entry that began it.
    pub entry: Option<EntryId>,
    /// What it is, in words.
    pub words: String,
    /// How it stands: a code, or the kind of event that answered it.
    pub state: Option<String>,
    /// The child's worker.
    pub worker: Option<String>,
    /// The child's team.
    pub team: Option<String>,
}

fn line(row: &Row) -> rusqlite::Result<MatterLine> {
    Ok(MatterLine {
        person: row.get(0)?,
        name: row.get(1)?,
        since: certain_day(row, 2)?,
        until: day(row, 3)?,
        entry: row.get::<_, String>(4)?.parse().ok(),
        words: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        state: row.get(6)?,
        worker: row.get(7)?,
        team: row.get(8)?,
    })
}

impl Views {
    /// Matters of one sort that stood open at the end of a day, the longest first.
    pub fn matters_open(&self, what: Matter, on: Date) -> Result<Vec<MatterLine>, ViewFault> {
        self.matters_where(what, "h.since <= ?3 AND (h.until IS NULL OR h.until > ?2)", on, on)
    }

    /// Matters of one sort that began in a stretch of days, the earliest first.
    pub fn matters_begun(&self, what: Matter, first: Date, last: Date) -> Result<Vec<MatterLine>, ViewFault> {
        self.matters_where(what, "h.since BETWEEN ?2 AND ?3", first, last)
    }

    /// Of the children whose early help ended in a stretch of days, how many had a contact accepted or a step up
    /// afterwards, by its last day; and how many children that is of.
    pub fn referred_after_help(&self, first: Date, last: Date) -> Result<(usize, usize), ViewFault> {
        let sql = "SELECT
             count(DISTINCT CASE WHEN EXISTS (
               SELECT 1 FROM contact c WHERE c.person = h.person AND c.outcome IN ('referral', 'strategy_discussion')
                 AND substr(c.decided, 1, 10) > h.until AND substr(c.decided, 1, 10) <= ?2)
               OR EXISTS (SELECT 1 FROM matter u WHERE u.person = h.person AND u.what = 'step_up' AND u.until IS NOT NULL
                 AND u.since >= h.since AND u.until <= ?2)
             THEN h.person END),
             count(DISTINCT h.person)
           FROM matter h WHERE h.what = 'episode' AND h.until BETWEEN ?1 AND ?2";
        let given = params![first.to_string(), last.to_string()];
        let counts: (i64, i64) =
            self.read(|c| c.prepare_cached(sql)?.query_row(given, |row| Ok((row.get(0)?, row.get(1)?))))?;
        Ok((usize::try_from(counts.0).unwrap_or(0), usize::try_from(counts.1).unwrap_or(0)))
    }

    fn matters_where(
        &self,
        what: Matter,
        holds: &str,
        first: Date,
        last: Date,
    ) -> Result<Vec<MatterLine>, ViewFault> {
        let sql = format!(
            "SELECT p.id, p.name, h.since, h.until, h.entry, h.words, h.state, p.worker, p.team
             FROM matter h JOIN person p ON p.key = h.person
             WHERE h.what = ?1 AND {holds} AND p.sealed = 0 ORDER BY h.since, p.name, p.id"
        );
        let given = params![what.name(), first.to_string(), last.to_string()];
        self.read(|c| c.prepare_cached(&sql)?.query_map(given, line)?.collect())
    }
}
