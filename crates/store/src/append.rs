//! What happens to one recording within the writer's transaction.

use std::cell::RefCell;

use chronology::{
    Digested, Draft, EntryId, Recording, RecordingNumber, Salt, Seal, check_next, check_recording, own_kinds,
};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use crate::fault::malformed;
use crate::writer::{Point, Settings};
use crate::{Appended, Head, ReadFault, Refusal, england_day, reading, rows, sealing, stale};

/// Checks a draft as of `now` and digests its words: all that needs no place in the chronology, done on the
/// caller's own thread.
pub(crate) fn check_and_digest(draft: Draft, now: Timestamp) -> Result<Digested, Refusal> {
    draft.check(now, england_day(now)).map_err(Refusal::Malformed)?;
    if let Some(at) = draft.entries.iter().position(|entry| entry.kind == own_kinds::DISPOSED) {
        return Err(malformed(Some(at), "Words are disposed of by retention, not by writing that they were"));
    }
    digest(draft)
}

/// Digests a draft that has been checked.
pub(crate) fn digest(draft: Draft) -> Result<Digested, Refusal> {
    let mut salts = fresh_salts(draft.entries.len() + 1)?.into_iter();
    Ok(draft.digested(|| salts.next().unwrap_or(Salt([0; 16]))))
}

/// Random bytes are asked of the machine for some hundred salts at a time.
const SALTS_BATCH: usize = 256;

fn fresh_salts(count: usize) -> Result<Vec<Salt>, Refusal> {
    thread_local! {
        static SALTS: RefCell<Vec<Salt>> = const { RefCell::new(Vec::new()) };
    }
    SALTS.with_borrow_mut(|salts| {
        while salts.len() < count {
            let mut bytes = [0; 16 * SALTS_BATCH];
            getrandom::fill(&mut bytes)
                .map_err(|error| Refusal::Fault(format!("the machine gave no random bytes: {error}")))?;
            salts.extend(bytes.as_chunks::<16>().0.iter().map(|chunk| Salt(*chunk)));
        }
        Ok(salts.split_off(salts.len() - count))
    })
}

/// The last recording, as far as the next one needs it: its envelope without words.
pub(crate) struct Last(Option<Recording>);

impl Last {
    pub(crate) fn read(connection: &Connection) -> Result<Self, ReadFault> {
        let head = reading::head(connection)?;
        match head.number {
            RecordingNumber(0) => Ok(Self(None)),
            number => Ok(Self(rows::recordings(connection, number, 1)?.pop())),
        }
    }

    pub(crate) fn of(recording: &Recording) -> Self {
        Self(Some(Recording {
            shared: None,
            shared_salt: None,
            source: None,
            key: None,
            entries: Vec::new(),
            role: String::new(),
            on_behalf_of: None,
            author: recording.author.clone(),
            ..*recording
        }))
    }

    pub(crate) fn head(&self) -> Head {
        match &self.0 {
            None => {
                Head { number: RecordingNumber(0), seal: Seal::GENESIS, recorded_at: Timestamp::UNIX_EPOCH }
            }
            Some(last) => Head { number: last.number, seal: last.seal, recorded_at: last.recorded_at },
        }
    }
}

/// The recording that was first appended with this key.
pub(crate) fn by_key(connection: &Connection, key: &str) -> Result<Option<Appended>, Refusal> {
    let mut statement =
        connection.prepare_cached("SELECT number, seal, recorded_at FROM recording WHERE key = ?1")?;
    let found = statement
        .query_row([key], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?, row.get(2)?)))
        .optional()?;
    let Some((number, seal, at)) = found else { return Ok(None) };
    Ok(Some(Appended {
        number: RecordingNumber(number as u64),
        seal: Seal(seal),
        recorded_at: rows::instant(at)?,
        already: true,
    }))
}

/// Whether what the chronology already holds allows this recording: nothing it relies on has changed
/// unseen, it changes only entries that are there, and it joins nobody to a sealed record.
pub(crate) fn may_follow(
    connection: &Connection,
    digested: &Digested,
    disposed: &[EntryId],
) -> Result<(), Refusal> {
    let recording = digested.recording();
    if let Some(seen) = digested.seen() {
        let unseen = stale::unseen(connection, seen, &recording.author)?;
        if !unseen.is_empty() {
            return Err(Refusal::Stale { unseen });
        }
    }
    for (at, entry) in recording.entries.iter().enumerate() {
        match entry.kind.as_str() {
            own_kinds::CORRECTED | own_kinds::WITHDRAWN | own_kinds::REINSTATED => {
                stale::changes_what_is_there(connection, entry).map_err(|why| malformed_at(at, why))?;
            }
            own_kinds::SAME_PERSON => {
                sealing::may_join(connection, entry).map_err(|why| malformed_at(at, why))?;
            }
            own_kinds::RECORD_SEALED => {
                sealing::may_seal(connection, recording, entry).map_err(|why| malformed_at(at, why))?;
            }
            _ => {}
        }
    }
    crate::dispose::may_destroy(connection, disposed)
}

/// Why an entry may not be recorded: something for the worker to mend, or our own fault.
pub(crate) enum Objection {
    Plain(String),
    Fault(Refusal),
}

impl<E: Into<Refusal>> From<E> for Objection {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

fn malformed_at(at: usize, why: Objection) -> Refusal {
    match why {
        Objection::Plain(message) => malformed(Some(at), message),
        Objection::Fault(fault) => fault,
    }
}

/// Writes the rows of a sealed recording.
pub(crate) fn insert(
    connection: &Connection,
    digested: &Digested,
    last: &Last,
    settings: &Settings,
) -> Result<(), Refusal> {
    let recording = digested.recording();
    // INVARIANT: numbers without gaps, time not backwards, seals unbroken; asserted here and on verifying.
    check_next(last.0.as_ref(), recording).map_err(|broken| Refusal::Fault(broken.to_string()))?;
    check_recording(recording).map_err(|broken| Refusal::Fault(broken.to_string()))?;
    let recorded_at = rows::nanoseconds(recording.recorded_at)
        .ok_or_else(|| malformed(None, "It is said to have been recorded outside the years 1678 to 2261"))?;
    let number = recording.number.0 as i64;
    let mut statement = connection.prepare_cached(
        "INSERT INTO recording (number, recorded_at, author, role, on_behalf_of, source_file, source_row,
           key, shared, shared_salt, shared_digest, previous_seal, seal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?;
    statement.execute(params![
        number,
        recorded_at,
        recording.author.as_str(),
        recording.role,
        recording.on_behalf_of,
        recording.source.as_ref().map(|source| &source.file),
        recording.source.as_ref().map(|source| &source.row),
        recording.key,
        digested.texts().shared,
        recording.shared_salt.map(|salt| salt.0),
        recording.shared_digest.0,
        recording.previous_seal.0,
        recording.seal.0,
    ])?;
    settings.pass(Point::RecordingRow)?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO entry (id, about, kind, version, occurred, shares, body, salt, digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for ((index, entry), text) in recording.entries.iter().enumerate().zip(&digested.texts().entries) {
        let id = EntryId { recording: recording.number, index: index as u16 };
        statement.execute(params![
            rows::entry_key(id),
            entry.about.as_str(),
            entry.kind,
            entry.version,
            entry.occurred.to_string(),
            entry.shares,
            text,
            entry.salt.map(|salt| salt.0),
            entry.digest.0,
        ])?;
        settings.pass(Point::EntryRow)?;
    }
    Ok(())
}
