//! Reading: the questions that need only a connection that reads.

use std::ops::Deref;
use std::sync::Arc;

use chronology::{Recorded, Recording, RecordingNumber, Seal};
use jiff::Timestamp;
use rusqlite::Connection;

use crate::readers::Reader;
use crate::{Appended, Chronology, Head, ReadFault, Refusal, append, rows};

impl Chronology {
    /// One recording, whole.
    pub fn recording(&self, number: RecordingNumber) -> Result<Option<Recording>, ReadFault> {
        let found = rows::recordings(&*self.snapshot()?, number, 1)?.pop();
        Ok(found.filter(|recording| recording.number == number))
    }

    /// Up to `limit` recordings after a number, in order.
    pub fn follow(&self, after: RecordingNumber, limit: usize) -> Result<Vec<Recording>, ReadFault> {
        rows::recordings(&*self.snapshot()?, after.next(), limit as u64)
    }

    /// The recording that was appended with a key, if one was: a second append with it would add nothing.
    pub fn appended_with_key(&self, key: &str) -> Result<Option<Appended>, Refusal> {
        append::by_key(&*self.inner.readers.lend()?, key)
    }

    /// The entries of one recording, each with its shared words; none if there is no such recording.
    pub fn entries_of_recording(&self, number: RecordingNumber) -> Result<Vec<Arc<Recorded>>, ReadFault> {
        rows::entries_of(&*self.inner.readers.lend()?, number)
    }

    /// The end of the chronology.
    pub fn head(&self) -> Result<Head, ReadFault> {
        match self.known_head() {
            Some(head) => Ok(head),
            None => head(&*self.inner.readers.lend()?),
        }
    }

    /// A connection whose queries all see one state of the chronology, until it is dropped.
    pub(crate) fn snapshot(&self) -> Result<Snapshot<'_>, ReadFault> {
        let reader = self.inner.readers.lend()?;
        reader.prepare_cached("BEGIN")?.execute([])?;
        Ok(Snapshot { reader })
    }
}

/// A reader within one short transaction.
pub(crate) struct Snapshot<'a> {
    reader: Reader<'a>,
}

impl Deref for Snapshot<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.reader
    }
}

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        // If it fails, the connection is not in autocommit, and the pool lets it go.
        if let Ok(mut end) = self.reader.prepare_cached("COMMIT") {
            let _ = end.execute([]);
        }
    }
}

pub(crate) fn head(connection: &Connection) -> Result<Head, ReadFault> {
    match rows::last_recording(connection)? {
        None => {
            Ok(Head { number: RecordingNumber(0), seal: Seal::GENESIS, recorded_at: Timestamp::UNIX_EPOCH })
        }
        Some((number, at, seal)) => {
            Ok(Head { number: RecordingNumber(number), seal, recorded_at: rows::instant(at)? })
        }
    }
}
