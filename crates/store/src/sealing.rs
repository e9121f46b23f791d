//! Sealing a record for good, as at adoption: the child goes on under a new id, and from the new record
//! nothing leads back. The old record names its successor; whoever may read the old one may follow.

use chronology::{Entry, PersonId, Recording};
use rusqlite::{Connection, OptionalExtension};

use crate::append::Objection;
use crate::{Chronology, ReadFault, people, rows};

impl Chronology {
    /// The person under whose id a sealed record goes on, if this record is sealed. There is no question
    /// the other way round.
    pub fn sealed_successor(&self, person: &PersonId) -> Result<Option<PersonId>, ReadFault> {
        let snapshot = self.snapshot()?;
        for one in people::joined(&snapshot, person, None)?.all {
            if let Some(successor) = successor(&snapshot, &one)? {
                return Ok(Some(successor));
            }
        }
        Ok(None)
    }
}

fn successor(connection: &Connection, person: &PersonId) -> Result<Option<PersonId>, ReadFault> {
    let mut statement = connection.prepare_cached(
        "SELECT body ->> 'successor' FROM entry WHERE kind = 'record.sealed' AND about = ?1
         ORDER BY id DESC LIMIT 1",
    )?;
    let found: Option<Option<String>> =
        statement.query_row([person.as_str()], |row| row.get(0)).optional()?;
    found.flatten().map(|text| rows::person(&text)).transpose()
}

/// Whether two ids may be called one person: not if that would lead from a successor to a sealed record.
pub(crate) fn may_join(connection: &Connection, entry: &Entry) -> Result<(), Objection> {
    let named = entry.body.as_ref().and_then(|body| body.get("other")?.as_str()).unwrap_or_default();
    let other = PersonId::new(named).map_err(Objection::Plain)?;
    if other == entry.about {
        return Err(Objection::Plain(format!("“{other}” is already one person with itself")));
    }
    let ours = people::joined(connection, &entry.about, None)?.all;
    let theirs = people::joined(connection, &other, None)?.all;
    for (one, others) in [(&ours, &theirs), (&theirs, &ours)] {
        for person in one {
            // The message must not say why: the reader of the new record may not know that there is an old.
            if successor(connection, person)?.is_some_and(|next| others.contains(&next)) {
                return Err(Objection::Plain("These two records cannot be joined".to_owned()));
            }
        }
    }
    Ok(())
}

/// Whether a record may be sealed in favour of a successor: a different person, of whom nothing in this
/// recording or already recorded leads back.
pub(crate) fn may_seal(
    connection: &Connection,
    recording: &Recording,
    entry: &Entry,
) -> Result<(), Objection> {
    let named = entry.body.as_ref().and_then(|body| body.get("successor")?.as_str()).unwrap_or_default();
    let next = PersonId::new(named).map_err(Objection::Plain)?;
    let old = people::joined(connection, &entry.about, None)?.all;
    let new = people::joined(connection, &next, None)?.all;
    if old.contains(&next) {
        return Err(Objection::Plain(format!("“{next}” is this same person: seal in favour of a new one")));
    }
    // INVARIANT: nothing about the successor shares a recording with the record that is sealed.
    if recording.entries.iter().any(|other| new.contains(&other.about)) {
        return Err(Objection::Plain(format!(
            "Record what is said of “{next}” apart: one recording would lead back to the sealed record"
        )));
    }
    for person in &new {
        if let Some(id) = leads_back(connection, person, &old)? {
            return Err(Objection::Plain(format!("Entry {id} about “{person}” leads back to this record")));
        }
    }
    Ok(())
}

/// The first entry about `person` that names one of `old`, or shares a recording with an entry about them.
fn leads_back(
    connection: &Connection,
    person: &PersonId,
    old: &std::collections::BTreeSet<PersonId>,
) -> Result<Option<chronology::EntryId>, ReadFault> {
    for entry in rows::entries_about(connection, person, rows::ALL)? {
        let words = entry.body.as_ref().map(chronology::canonical).unwrap_or_default();
        let names = |one: &PersonId| words.contains(&format!("\"{one}\""));
        let beside = rows::entries_of(connection, entry.id.recording)?;
        if old.iter().any(names) || beside.iter().any(|other| old.contains(&other.about)) {
            return Ok(Some(entry.id));
        }
    }
    Ok(None)
}
