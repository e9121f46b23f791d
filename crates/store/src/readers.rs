//! A small pool of connections that only read one SQLite file: for the chronology, and for the views beside it.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// The most connections that read at once; further readers wait for one.
const CONNECTIONS_MAX: usize = 8;

/// The most statements that a connection keeps planned: more than there are questions.
const STATEMENTS_MAX: usize = 256;

/// Has a connection plan each statement once and keep it. Otherwise SQLite plans again whenever a bound value
/// might, in its view, deserve another plan, which costs a fifth of reading a person.
///
/// # Errors
/// If the connection cannot be set so.
pub fn plan_once(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// The pool.
pub struct Readers {
    path: PathBuf,
    open: fn(&Path) -> rusqlite::Result<Connection>,
    state: Mutex<Idle>,
    returned: Condvar,
}

struct Idle {
    connections: Vec<Connection>,
    open: usize,
}

/// A connection on loan.
pub struct Reader<'a> {
    connection: Option<Connection>,
    home: &'a Readers,
}

impl Readers {
    /// A pool for a file; `open` makes each of its connections, the first time it is needed.
    pub fn new(path: &Path, open: fn(&Path) -> rusqlite::Result<Connection>) -> Self {
        let state = Mutex::new(Idle { connections: Vec::new(), open: 0 });
        Self { path: path.to_owned(), open, state, returned: Condvar::new() }
    }

    /// Lends a connection, waiting for one if all are out. It comes back when the loan is dropped.
    ///
    /// # Errors
    /// If a new connection cannot be opened.
    pub fn lend(&self) -> rusqlite::Result<Reader<'_>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(connection) = state.connections.pop() {
                return Ok(Reader { connection: Some(connection), home: self });
            }
            if state.open < CONNECTIONS_MAX {
                state.open += 1;
                break;
            }
            state = self.returned.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        let mut loan = Reader { connection: None, home: self };
        loan.connection = Some((self.open)(&self.path)?);
        Ok(loan)
    }
}

impl Deref for Reader<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        match &self.connection {
            Some(connection) => connection,
            None => unreachable!("a loan holds its connection until it is dropped"),
        }
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        let mut state = self.home.state.lock().unwrap_or_else(PoisonError::into_inner);
        match self.connection.take() {
            // A connection left in a transaction by a panic would read an ever older past.
            Some(connection) if connection.is_autocommit() => state.connections.push(connection),
            _ => state.open -= 1,
        }
        self.home.returned.notify_one();
    }
}
