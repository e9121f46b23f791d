//! The tables of `chronology.sqlite`, and how connections to it are opened.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::{OpenFault, readers};

/// The file's name in an authority's folder.
pub(crate) const FILE: &str = "chronology.sqlite";
/// Held, for as long as it may write, by the one process that does.
pub(crate) const LOCK: &str = "chronology.lock";
/// Raised whenever the tables change in a way that older code would misread.
const FORMAT: i64 = 1;
/// `Onen` in ASCII, so that `file chronology.sqlite` can tell what it is.
const APPLICATION: i64 = 0x4f6e_656e;

/// An entry's id is its recording's number times 65,536 plus its place, so that entries lie on disk in the
/// order of recording and appending never moves anything. Instants are nanoseconds since 1970.
const TABLES: &str = "
CREATE TABLE recording (
  number INTEGER PRIMARY KEY,
  recorded_at INTEGER NOT NULL,
  author TEXT NOT NULL,
  role TEXT NOT NULL,
  on_behalf_of TEXT,
  source_file TEXT,
  source_row TEXT,
  key TEXT,
  shared TEXT,
  shared_salt BLOB,
  shared_digest BLOB NOT NULL,
  previous_seal BLOB NOT NULL,
  seal BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX recording_by_key ON recording (key) WHERE key IS NOT NULL;
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  about TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  occurred TEXT NOT NULL,
  shares INTEGER NOT NULL,
  body TEXT,
  salt BLOB,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX entry_by_about ON entry (about);
CREATE INDEX joining_by_about ON entry (about) WHERE kind = 'identity.same_person';
CREATE INDEX joining_by_other ON entry (body ->> 'other') WHERE kind = 'identity.same_person';
CREATE INDEX sealing_by_about ON entry (about) WHERE kind = 'record.sealed';
CREATE INDEX disposal ON entry (id) WHERE kind = 'entry.disposed';
";

/// Makes a new file with empty tables, and opens it for the writer.
pub(crate) fn create(path: &Path) -> Result<Connection, OpenFault> {
    let connection = Connection::open(path)?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; {TABLES}
         PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; COMMIT;"
    ))?;
    ready_to_write(connection)
}

/// Opens an existing file for the writer.
pub(crate) fn open_to_write(path: &Path) -> Result<Connection, OpenFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    check_format(&connection, path)?;
    ready_to_write(connection)
}

/// Opens an existing file for one reader.
pub(crate) fn open_to_read(path: &Path) -> Result<Connection, rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    readers::plan_once(&connection)?;
    connection.execute_batch("PRAGMA query_only = 1; PRAGMA cache_size = -8000;")?;
    Ok(connection)
}

/// Whether the file is a chronology, in the format that this version writes.
pub(crate) fn check_format(connection: &Connection, path: &Path) -> Result<(), OpenFault> {
    let shown = path.display();
    let pragma = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0));
    let foreign = || OpenFault::Format(format!("{shown} is not a record kept by Onen"));
    if pragma("application_id").map_err(|_| foreign())? != APPLICATION {
        return Err(foreign());
    }
    match pragma("user_version")? {
        FORMAT => Ok(()),
        other => Err(OpenFault::Format(format!(
            "{shown} is kept in format {other}; this version of Onen reads format {FORMAT}"
        ))),
    }
}

/// An empty chronology in memory, to hold a file against.
pub(crate) fn model() -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(TABLES)?;
    Ok(connection)
}

/// What tables, indexes and triggers there are, and how they were declared.
pub(crate) fn declared(connection: &Connection) -> Result<Vec<(String, String)>, rusqlite::Error> {
    let mut statement = connection.prepare(
        "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'
         ORDER BY name",
    )?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn ready_to_write(connection: Connection) -> Result<Connection, OpenFault> {
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    readers::plan_once(&connection)?;
    // FULL: a commit returns once it is on the disk. Secure delete: disposed words are overwritten.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
         PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -64000;",
    )?;
    Ok(connection)
}
