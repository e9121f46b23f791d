//! Findings across people.

use std::sync::LazyLock;

use chronology::{EntryId, Occurred};
use jiff::civil::Date;
use rules::Audience;
use rules::findings::FINDINGS;
use rusqlite::{Row, params};

use super::{certain_day, day, entries};
use crate::access::Pass;
use crate::schema::{HOLDS, NEVER};
use crate::{ViewFault, Views};

/// A finding about one person, as the views keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRow {
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// The finding's id.
    pub finding: String,
    /// The first day on which it holds.
    pub since: Date,
    /// The day from which it holds no longer.
    pub cleared_on: Option<Date>,
    /// What was noticed and why.
    pub because: String,
    /// The entries it rests on.
    pub entries: Vec<EntryId>,
    /// The day, or the moment, from which somebody has been waiting, where waiting is what is wrong.
    pub waited_from: Option<Occurred>,
    /// The kind of event that would mend it.
    pub mend: Option<String>,
    /// The child's worker.
    pub worker: Option<String>,
    /// The child's team.
    pub team: Option<String>,
    /// The worker's manager.
    pub manager: Option<String>,
    /// Whether the record is restricted.
    pub restricted: bool,
}

const COLUMNS: &str = "p.id, p.name, f.finding, f.since, f.cleared_on, f.because, f.entries, f.mend, p.worker, p.team, p.manager, p.restricted, f.waited_from";

fn row(row: &Row) -> rusqlite::Result<FindingRow> {
    Ok(FindingRow {
        person: row.get(0)?,
        name: row.get(1)?,
        finding: row.get(2)?,
        since: certain_day(row, 3)?,
        cleared_on: day(row, 4)?.filter(|day| *day != NEVER),
        because: row.get(5)?,
        entries: entries(row, 6)?,
        waited_from: row.get::<_, Option<String>>(12)?.and_then(|text| text.parse().ok()),
        mend: row.get(7)?,
        worker: row.get(8)?,
        team: row.get(9)?,
        manager: row.get(10)?,
        restricted: row.get(11)?,
    })
}

impl Views {
    /// The findings about one person that hold at the end of a day.
    pub fn findings_of(&self, pass: &Pass, today: Date) -> Result<Vec<FindingRow>, ViewFault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM finding f JOIN person p ON p.key = f.person WHERE p.id = ?2 AND {HOLDS}
             ORDER BY f.since DESC, f.finding"
        );
        self.read(|c| {
            c.prepare_cached(&sql)?
                .query_map(params![today.to_string(), pass.person().as_str()], row)?
                .collect()
        })
    }

    /// The findings that hold at the end of a day: about a worker's children, a team's, or everybody.
    pub fn findings_on(
        &self,
        worker: Option<&str>,
        team: Option<&str>,
        today: Date,
    ) -> Result<Vec<FindingRow>, ViewFault> {
        let whose = match (worker, team) {
            (Some(_), _) => "p.worker = ?2",
            (None, Some(_)) => "p.team = ?2",
            (None, None) => "?2 IS NULL",
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM finding f JOIN person p ON p.key = f.person WHERE {whose} AND {HOLDS}
             ORDER BY p.id, f.since, f.finding"
        );
        let day = today.to_string();
        self.read(|c| c.prepare_cached(&sql)?.query_map(params![day, worker.or(team)], row)?.collect())
    }

    /// Of the findings that somebody has before them at the end of a day, the latest few: those about their own
    /// children, those for managers about the children of the workers they manage, and those that name them as
    /// chair or health lead. A restricted record is named to its own worker alone.
    /// `leads`: the agency, by its code, of which they are the lead.
    pub fn findings_before(
        &self,
        who: &str,
        leads: Option<&str>,
        today: Date,
        limit: u32,
    ) -> Result<Vec<FindingRow>, ViewFault> {
        let sql = format!(
            "WITH latest AS (
               SELECT f.rowid AS row, f.since AS since, f.finding AS finding FROM person p CROSS JOIN finding f ON f.person = p.key
               WHERE p.worker = ?2 AND {HOLDS}
               UNION SELECT f.rowid, f.since, f.finding FROM person p CROSS JOIN finding f ON f.person = p.key
               WHERE p.manager = ?2 AND p.restricted = 0 AND f.finding IN ({FOR_MANAGERS}) AND {HOLDS}
               UNION SELECT f.rowid, f.since, f.finding FROM finding f CROSS JOIN person p ON p.key = f.person
               WHERE f.also = ?2 AND p.restricted = 0 AND {HOLDS}
               UNION SELECT f.rowid, f.since, f.finding FROM finding f CROSS JOIN person p ON p.key = f.person
               WHERE f.agency = ?4 AND p.restricted = 0 AND {HOLDS}
               ORDER BY since DESC, finding, row LIMIT ?3)
             SELECT {COLUMNS} FROM latest JOIN finding f ON f.rowid = latest.row JOIN person p ON p.key = f.person
             ORDER BY f.since DESC, f.finding, p.id",
            FOR_MANAGERS = *FOR_MANAGERS,
        );
        let given = params![today.to_string(), who, limit, leads];
        self.read(|c| c.prepare_cached(&sql)?.query_map(given, row)?.collect())
    }
}

/// The findings that a worker's manager must see, as a list in SQL.
static FOR_MANAGERS: LazyLock<String> = LazyLock::new(|| {
    let rules = FINDINGS.iter().filter(|rule| rule.for_whom.contains(&Audience::Manager));
    rules.map(|rule| format!("'{}'", rule.id)).collect::<Vec<_>>().join(", ")
});
