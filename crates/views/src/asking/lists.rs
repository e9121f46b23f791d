//! Caseloads: children, never families; and what waits for somebody.

use chronology::EntryId;
use jiff::civil::Date;
use rusqlite::{Row, params};

use super::{certain_day, day};
use crate::schema::{HOLDS, OPEN};
use crate::{Card, ViewFault, Views};

/// A child on a caseload or a team's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildOnList {
    /// The child in short.
    pub card: Card,
    /// The day the present work with them began.
    pub opened: Option<Date>,
    /// The day they were last seen.
    pub last_seen: Option<Date>,
    /// The day they were last seen alone.
    pub last_seen_alone: Option<Date>,
    /// The day their present worker took them.
    pub allocated_on: Option<Date>,
    /// Duties overdue.
    pub overdue: u32,
    /// Findings that hold.
    pub findings: u32,
}

/// A child of somebody's own, as their list of families names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnChild {
    /// The child's id.
    pub id: String,
    /// The child's name.
    pub name: String,
    /// How far the work has come, in words.
    pub stage: String,
    /// The household they live in.
    pub household: Option<String>,
    /// The day they were last seen.
    pub last_seen: Option<Date>,
}

/// Work that waits for somebody: an assessment for sign-off, a plan for approval, work sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaiting {
    /// The person's id.
    pub person: String,
    /// The person's name.
    pub name: String,
    /// The kind of event that it waits for.
    pub what: String,
    /// Since when.
    pub since: Date,
    /// The entry that waits.
    pub entry: Option<EntryId>,
    /// Who wrote that entry.
    pub author: String,
    /// The child's team.
    pub team: Option<String>,
    /// The child's worker's manager.
    pub manager: Option<String>,
}

fn child(row: &Row) -> rusqlite::Result<(String, ChildOnList)> {
    let text: String = row.get(0)?;
    let child = ChildOnList {
        card: Card::default(),
        opened: day(row, 1)?,
        last_seen: day(row, 2)?,
        last_seen_alone: day(row, 3)?,
        allocated_on: day(row, 4)?,
        overdue: row.get(5)?,
        findings: row.get(6)?,
    };
    Ok((text, child))
}

impl Views {
    /// The children whose named worker this is.
    pub fn caseload(&self, worker: &str, today: Date) -> Result<Vec<ChildOnList>, ViewFault> {
        self.children_where("p.worker = ?2", worker, today)
    }

    /// The children whose named worker this is, in the fewest words.
    pub fn own_children(&self, worker: &str) -> Result<Vec<OwnChild>, ViewFault> {
        let sql =
            "SELECT id, name, stage, household, last_seen FROM person WHERE worker = ?1 ORDER BY name, id";
        self.read(|c| c.prepare_cached(sql)?.query_map([worker], own)?.collect())
    }

    /// The children whose worker is in this team.
    pub fn team_children(&self, team: &str, today: Date) -> Result<Vec<ChildOnList>, ViewFault> {
        self.children_where("p.team = ?2", team, today)
    }

    /// Open children with no named worker.
    pub fn unallocated(&self, today: Date) -> Result<Vec<ChildOnList>, ViewFault> {
        self.children_where("p.opened IS NOT NULL AND p.worker IS NULL AND p.category = ?2", "child", today)
    }

    /// The children with most duties overdue, of everybody.
    pub fn lowest_served(&self, today: Date, limit: usize) -> Result<Vec<ChildOnList>, ViewFault> {
        let mut children = self.children_where("p.opened IS NOT NULL AND p.category = ?2", "child", today)?;
        children.retain(|child| child.overdue > 0);
        children.sort_by(|a, b| b.overdue.cmp(&a.overdue).then_with(|| a.card.name.cmp(&b.card.name)));
        children.truncate(limit);
        Ok(children)
    }

    fn children_where(&self, whose: &str, value: &str, today: Date) -> Result<Vec<ChildOnList>, ViewFault> {
        let sql = format!(
            "SELECT p.card, p.opened, p.last_seen, p.last_seen_alone,
               (SELECT max(a.from_day) FROM allocation a WHERE a.person = p.key AND a.to_day IS NULL),
               (SELECT count(*) FROM duty d WHERE d.person = p.key AND d.due_on < ?1 AND {OPEN}),
               (SELECT count(*) FROM finding f WHERE f.person = p.key AND {HOLDS})
             FROM person p WHERE {whose} ORDER BY p.name, p.id"
        );
        let rows: Vec<(String, ChildOnList)> = self.read(|c| {
            c.prepare_cached(&sql)?.query_map(params![today.to_string(), value], child)?.collect()
        })?;
        let whole = |(text, mut child): (String, ChildOnList)| {
            child.card = serde_json::from_str(&text).map_err(|fault| ViewFault::new(fault.to_string()))?;
            Ok(child)
        };
        rows.into_iter().map(whole).collect()
    }

    /// What waits for a manager (by the child's worker's manager), or for everybody's managers.
    pub fn awaiting(&self, manager: Option<&str>) -> Result<Vec<Awaiting>, ViewFault> {
        let whose = if manager.is_some() { "p.manager = ?1" } else { "?1 IS NULL" };
        let sql = format!(
            "SELECT p.id, p.name, a.what, a.since, a.entry, a.author, p.team, p.manager FROM awaiting a
             JOIN person p ON p.key = a.person WHERE {whose} ORDER BY a.since, p.name"
        );
        self.read(|c| c.prepare_cached(&sql)?.query_map([manager], awaiting)?.collect())
    }

    /// What waits for the writer: work that a manager sent back.
    pub fn returned_to(&self, author: &str) -> Result<Vec<Awaiting>, ViewFault> {
        let sql = "SELECT p.id, p.name, a.what, a.since, a.entry, a.author, p.team, p.manager FROM awaiting a
                   JOIN person p ON p.key = a.person WHERE a.author = ?1 AND a.what = 'assessment.completed' ORDER BY a.since";
        self.read(|c| c.prepare_cached(sql)?.query_map([author], awaiting)?.collect())
    }
}

fn own(row: &Row) -> rusqlite::Result<OwnChild> {
    Ok(OwnChild {
        id: row.get(0)?,
        name: row.get(1)?,
        stage: row.get(2)?,
        household: row.get(3)?,
        last_seen: day(row, 4)?,
    })
}

fn awaiting(row: &Row) -> rusqlite::Result<Awaiting> {
    Ok(Awaiting {
        person: row.get(0)?,
        name: row.get(1)?,
        what: row.get(2)?,
        since: certain_day(row, 3)?,
        entry: row.get::<_, String>(4)?.parse().ok(),
        author: row.get(5)?,
        team: row.get(6)?,
        manager: row.get(7)?,
    })
}
