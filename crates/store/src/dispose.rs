//! Disposal at the end of retention: words go, the fact that something was recorded stays.

use chronology::{Draft, EntryDraft, EntryId, PersonId, own_kinds};
use rusqlite::{Connection, OptionalExtension, params};

use crate::fault::malformed;
use crate::{Appended, Chronology, Refusal, append, england_day, rows};

impl Chronology {
    /// Destroys the words and salts of these entries for good, and records that for each of them as an
    /// `entry.disposed` about the same person. Digests stay, so every seal still verifies. Words shared by
    /// several entries go with the last of them. All or nothing; refused if an entry is not there or is
    /// disposed of already.
    pub fn dispose(
        &self,
        entries: &[EntryId],
        reason: &str,
        by: &PersonId,
        role: &str,
    ) -> Result<Appended, Refusal> {
        let now = self.now();
        let mut entries = entries.to_vec();
        entries.sort_unstable();
        entries.dedup();
        if reason.trim().is_empty() {
            return Err(malformed(None, "Say why these entries are disposed of"));
        }
        let mut draft = Draft::by(by.clone(), role);
        let reader = self.inner.readers.lend()?;
        for id in &entries {
            let about = kept_entry(&reader, *id)?;
            let mut line = EntryDraft::new(about, own_kinds::DISPOSED, england_day(now));
            line.body.insert("entry".into(), id.to_string().into());
            line.body.insert("reason".into(), reason.into());
            draft.entries.push(line);
        }
        drop(reader);
        draft.check(now, england_day(now)).map_err(Refusal::Malformed)?;
        self.dispose_and_wait(append::digest(draft)?, entries)
    }
}

/// Whom an entry that may be disposed of is about.
fn kept_entry(connection: &Connection, id: EntryId) -> Result<PersonId, Refusal> {
    let mut statement =
        connection.prepare_cached("SELECT about, kind, body IS NULL FROM entry WHERE id = ?1")?;
    let found = statement
        .query_row([rows::entry_key(id)], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?))
        })
        .optional()?;
    match found {
        None => Err(malformed(None, format!("There is no entry {id} to dispose of"))),
        Some((_, _, true)) => Err(malformed(None, format!("Entry {id} is disposed of already"))),
        Some((_, kind, _)) if kind == own_kinds::DISPOSED => {
            Err(malformed(None, format!("Entry {id} says that another was disposed of, and stays")))
        }
        Some((about, _, false)) => Ok(rows::person(&about)?),
    }
}

/// Asked again by the writer, since the reader may have been behind.
pub(crate) fn may_destroy(connection: &Connection, entries: &[EntryId]) -> Result<(), Refusal> {
    entries.iter().try_for_each(|id| kept_entry(connection, *id).map(drop))
}

/// Destroys the words of entries, and the words they shared where nothing is left that shares them.
pub(crate) fn destroy(connection: &Connection, entries: &[EntryId]) -> Result<(), Refusal> {
    for id in entries {
        connection
            .prepare_cached("UPDATE entry SET body = NULL, salt = NULL WHERE id = ?1")?
            .execute([rows::entry_key(*id)])?;
        let (from, to) = (rows::first_key(id.recording), rows::first_key(id.recording.next()));
        connection
            .prepare_cached(
                "UPDATE recording SET shared = NULL, shared_salt = NULL WHERE number = ?1
                 AND NOT EXISTS (SELECT 1 FROM entry WHERE id >= ?2 AND id < ?3 AND body IS NOT NULL)",
            )?
            .execute(params![id.recording.0 as i64, from, to])?;
    }
    Ok(())
}

/// Moves the write-ahead log into the file and empties it, so that it holds no copy of destroyed words.
/// A reader in the middle of a question may hold this up; then the next checkpoint does it.
pub(crate) fn forget_in_log(connection: &Connection) {
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
}
