//! Whether a form still rests on what its writer had in front of them.

use chronology::{Entry, EntryId, PersonId, Seen, own_kinds};
use rusqlite::{Connection, OptionalExtension, params};

use crate::append::Objection;
use crate::{Refusal, people, rows};

/// The entries that the form relies on, that its writer has not seen, and that somebody else wrote. A
/// correction or withdrawal counts as what it changes.
pub(crate) fn unseen(
    connection: &Connection,
    seen: &Seen,
    author: &PersonId,
) -> Result<Vec<EntryId>, Refusal> {
    let mut statement = connection.prepare_cached(
        "SELECT e.id, e.kind, r.author, e.body ->> 'entry'
         FROM entry e JOIN recording r ON r.number = e.id >> 16
         WHERE e.about = ?1 AND e.id >= ?2 ORDER BY e.id",
    )?;
    let mut found = Vec::new();
    for reliance in &seen.relies_on {
        for person in people::joined(connection, &reliance.about, None)?.all {
            let mut rows = statement.query(params![person.as_str(), rows::first_key(seen.up_to.next())])?;
            while let Some(row) = rows.next()? {
                let kind = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
                if row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)? == author.as_str() {
                    continue;
                }
                let changed = match row.get::<_, Option<String>>(3)? {
                    Some(target) if own_kinds::CHANGING.contains(&kind) => kind_of(connection, &target)?,
                    _ => None,
                };
                let covers = |kind: &str| reliance.covers(&reliance.about, kind);
                if covers(kind) || changed.is_some_and(|(kind, _)| covers(&kind)) {
                    found.push(rows::entry_id(row.get(0)?));
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Whether a correction, withdrawal or reinstatement is of an entry that is there, about the same person.
pub(crate) fn changes_what_is_there(connection: &Connection, entry: &Entry) -> Result<(), Objection> {
    let named = entry.body.as_ref().and_then(|body| body.get("entry")?.as_str()).unwrap_or_default();
    let Some((kind, about)) = kind_of(connection, named)? else {
        return Err(Objection::Plain(format!("There is no entry “{named}” to change")));
    };
    if about != entry.about.as_str() {
        let same = people::joined(connection, &entry.about, None)?.all;
        if !same.iter().any(|person| person.as_str() == about) {
            return Err(Objection::Plain(format!("Entry {named} is about somebody else")));
        }
    }
    // A merge is found by whom it names, and disposal and sealing cannot be undone by writing.
    let fixed = match kind.as_str() {
        own_kinds::SAME_PERSON | own_kinds::NOT_SAME_PERSON => entry.kind == own_kinds::CORRECTED,
        own_kinds::DISPOSED | own_kinds::RECORD_SEALED => true,
        _ => false,
    };
    if fixed {
        return Err(Objection::Plain(format!("Entry {named} ({kind}) cannot be changed in this way")));
    }
    Ok(())
}

/// The kind of an entry and whom it is about.
fn kind_of(connection: &Connection, named: &str) -> Result<Option<(String, String)>, rusqlite::Error> {
    let Ok(id) = named.parse::<EntryId>() else { return Ok(None) };
    let mut statement = connection.prepare_cached("SELECT kind, about FROM entry WHERE id = ?1")?;
    statement.query_row([rows::entry_key(id)], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}
