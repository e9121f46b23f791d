//! What lies on the desk: needed to work, but not the record.
//!
//! `desk.sqlite` holds accounts, sessions, drafts, tokens, settings, and the log of who looked at whom. Losing
//! a second of a draft is a nuisance, losing a line of the access log is not to be: a look is on the disk
//! before anything is shown.

mod access_log;
mod accounts;
mod drafts;
mod links;
mod memory;
mod openings;
mod schema;
mod sessions;
mod settings;
mod tokens;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rusqlite::Connection;

pub use access_log::{Look, Looked};
pub use accounts::Account;
pub use drafts::{DraftId, DraftVersion, SavedDraft};
pub use links::OneTimeLink;
pub use sessions::{IDLE_MINUTES, Session};
pub use tokens::ApiToken;

use crate::{Clock, OpenFault, ReadFault};

/// The file's name in an authority's folder.
pub(crate) const FILE: &str = "desk.sqlite";

/// An authority's desk. Clones share it.
#[derive(Clone)]
pub struct Desk {
    inner: Arc<Inner>,
}

struct Inner {
    // The log's writer comes first, so that it has finished before the connections close.
    log: access_log::Log,
    writing: Arc<Mutex<Connection>>,
    reading: Mutex<Connection>,
    clock: Clock,
    sessions: memory::Memory<[u8; 32], Session>,
    accounts: memory::Memory<chronology::PersonId, Account>,
}

impl Desk {
    /// Opens the desk in `folder`, or lays an empty one.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self, OpenFault> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(FILE);
        let writing = Arc::new(Mutex::new(schema::open(&path)?));
        let reading = Mutex::new(schema::open(&path)?);
        let log = access_log::Log::start(Arc::clone(&writing))?;
        let (sessions, accounts) = (memory::Memory::new(), memory::Memory::new());
        Ok(Self { inner: Arc::new(Inner { log, writing, reading, clock, sessions, accounts }) })
    }

    fn now(&self) -> Timestamp {
        (self.inner.clock)()
    }

    fn writing(&self) -> MutexGuard<'_, Connection> {
        self.inner.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reading(&self) -> MutexGuard<'_, Connection> {
        self.inner.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A secret of 256 random bits in hexadecimal, and the digest to keep of it.
fn secret() -> Result<(String, [u8; 32]), ReadFault> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| ReadFault::new(format!("the machine gave no random bytes: {error}")))?;
    let secret = chronology::Digest(bytes).to_string();
    let digest = digest(&secret);
    Ok((secret, digest))
}

fn digest(secret: &str) -> [u8; 32] {
    chronology::sha256(secret.as_bytes()).0
}

/// Instants are kept as milliseconds since 1970.
fn moment(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn person_at(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<chronology::PersonId> {
    let text = row.get_ref(column)?.as_str()?;
    chronology::PersonId::new(text).map_err(|fault| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, fault.into())
    })
}
