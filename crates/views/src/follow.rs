//! Keeping the views up with the chronology: a recording refolds only the people it touches.

use std::collections::BTreeSet;
use std::path::Path;

use chronology::{PersonId, RecordingNumber};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use store::Chronology;

use crate::rows::{self, Rows};
use crate::{Folder, ViewFault, schema};

/// The one writer of the views.
pub(crate) struct Writer {
    connection: Connection,
}

/// Recordings taken in at a time.
const RECORDINGS_AT_A_TIME: usize = 500;

impl Writer {
    pub(crate) fn open(path: &Path) -> Result<Self, ViewFault> {
        Ok(Self { connection: schema::open_to_write(path)? })
    }

    /// Takes in everything recorded since the last time; answers how far the views now go.
    pub(crate) fn catch_up(
        &mut self,
        chronology: &Chronology,
        folder: &Folder,
    ) -> Result<RecordingNumber, ViewFault> {
        loop {
            let from: i64 =
                self.connection.query_row("SELECT number FROM about_these_views", [], |row| row.get(0))?;
            let from = u64::try_from(from).unwrap_or(0);
            if chronology.head()?.number.0 <= from {
                return Ok(RecordingNumber(from));
            }
            let recordings = chronology.follow(RecordingNumber(from), RECORDINGS_AT_A_TIME)?;
            let Some(last) = recordings.last() else { return Ok(RecordingNumber(from)) };
            let people: BTreeSet<PersonId> = recordings
                .iter()
                .flat_map(|recording| &recording.entries)
                .map(|entry| entry.about.clone())
                .collect();
            let everyone = self.touched(&people, chronology)?;
            folder.forget(&everyone);
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let refolded = refold(&transaction, &people, &everyone, chronology, folder)?;
            transaction.execute(
                "UPDATE about_these_views SET number = ?1, seal = ?2",
                (i64::try_from(last.number.0).unwrap_or(i64::MAX), last.seal.to_string()),
            )?;
            transaction.commit()?;
            // Whoever asked in between may have been answered from the views of before; and who has come to
            // live with whom is known only now.
            folder.forget(&refolded);
        }
    }

    /// Those a recording is about and those it is about by another id.
    fn touched(
        &self,
        people: &BTreeSet<PersonId>,
        chronology: &Chronology,
    ) -> Result<BTreeSet<PersonId>, ViewFault> {
        let mut all = people.clone();
        for person in people {
            let (kept, ids) = chronology.same_person(person)?;
            all.insert(kept);
            all.extend(ids);
        }
        Ok(all)
    }
}

/// Refolds the people whose entries changed, so that their households are right, and then everybody who
/// has one of them around. Answers everybody refolded.
fn refold(
    to: &Connection,
    people: &BTreeSet<PersonId>,
    everyone: &BTreeSet<PersonId>,
    chronology: &Chronology,
    folder: &Folder,
) -> Result<BTreeSet<PersonId>, ViewFault> {
    let mut again: BTreeSet<PersonId> = BTreeSet::new();
    for person in everyone {
        again.extend(those_with(to, person)?);
    }
    for person in people {
        one(to, person, chronology, folder)?;
        again.extend(household_of(to, person)?);
    }
    let done: BTreeSet<PersonId> = people.iter().cloned().collect();
    // A person first folded before a brother in the same recording did not see him yet.
    for person in again.iter().chain(if people.len() > 1 { Some(&done) } else { None }.into_iter().flatten())
    {
        if people.len() > 1 || !done.contains(person) {
            one(to, person, chronology, folder)?;
        }
    }
    again.extend(everyone.iter().cloned());
    Ok(again)
}

fn one(
    to: &Connection,
    person: &PersonId,
    chronology: &Chronology,
    folder: &Folder,
) -> Result<(), ViewFault> {
    let (kept, ids) = chronology.same_person(person)?;
    for id in &ids {
        rows::clear(id, to)?;
    }
    rows::clear(&kept, to)?;
    let mut household = BTreeSet::new();
    let timeline = folder.timeline(&kept)?;
    for stay in &timeline.stays {
        household.extend(members(to, &stay.household)?);
    }
    let around = folder.around(&kept, household, None, None)?;
    let others = ids.into_iter().filter(|id| *id != kept).collect();
    Rows::of(&around, others).write(to)
}

/// Everybody who has a person around.
pub(crate) fn those_with(from: &Connection, person: &PersonId) -> Result<Vec<PersonId>, ViewFault> {
    let sql = "SELECT p.id FROM circle c JOIN person p ON p.key = c.person WHERE c.member = ?1";
    ids(from, sql, person.as_str())
}

/// Everybody who shares or shared a household with a person.
pub(crate) fn household_of(from: &Connection, person: &PersonId) -> Result<Vec<PersonId>, ViewFault> {
    let sql = "SELECT DISTINCT o.id FROM person p JOIN stay s ON s.person = p.key JOIN stay t ON t.household = s.household
               JOIN person o ON o.key = t.person WHERE p.id = ?1 AND o.id <> ?1";
    ids(from, sql, person.as_str())
}

fn members(from: &Connection, household: &PersonId) -> Result<Vec<PersonId>, ViewFault> {
    ids(
        from,
        "SELECT p.id FROM stay s JOIN person p ON p.key = s.person WHERE s.household = ?1",
        household.as_str(),
    )
}

fn ids(from: &Connection, sql: &str, of: &str) -> Result<Vec<PersonId>, ViewFault> {
    let mut question = from.prepare_cached(sql)?;
    let found = question.query_map([of], |row| row.get::<_, String>(0))?;
    found.map(|id| PersonId::new(&id?).map_err(ViewFault::new)).collect()
}

/// The id under which a person is shown, if the views know them.
pub(crate) fn kept(from: &Connection, person: &PersonId) -> rusqlite::Result<Option<String>> {
    let sql =
        "SELECT coalesce((SELECT kept FROM known_as WHERE id = ?1), (SELECT id FROM person WHERE id = ?1))";
    from.prepare_cached(sql)?.query_row([person.as_str()], |row| row.get(0)).optional().map(Option::flatten)
}
