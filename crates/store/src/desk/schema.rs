//! The tables of `desk.sqlite`.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use crate::OpenFault;

/// Raised whenever the tables change.
const FORMAT: i64 = 3;

const TABLES: &str = "
CREATE TABLE account (
  person TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  team TEXT,
  password_hash TEXT,
  disabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE session (
  token_digest BLOB PRIMARY KEY,
  person TEXT NOT NULL,
  created INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_person ON session (person);
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  author TEXT NOT NULL,
  form TEXT NOT NULL,
  about TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_by_author ON draft (author);
CREATE TABLE draft_version (
  draft TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (draft, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE access_log (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  whom TEXT NOT NULL,
  why TEXT NOT NULL,
  broke_glass INTEGER NOT NULL
) STRICT;
CREATE INDEX access_by_whom ON access_log (whom);
CREATE INDEX access_by_who ON access_log (who);
CREATE INDEX access_by_breaking_glass ON access_log (number) WHERE broke_glass;
CREATE TABLE api_token (
  token_digest BLOB PRIMARY KEY,
  label TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  created INTEGER NOT NULL,
  revoked INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
";

/// What format 2 added.
const OPENINGS: &str = "
CREATE TABLE opening (
  who TEXT NOT NULL,
  whom TEXT NOT NULL,
  reason TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (who, whom)
) STRICT, WITHOUT ROWID;
";

/// What format 3 added.
const LINKS: &str = "
CREATE TABLE one_time_link (
  token_digest BLOB PRIMARY KEY,
  label TEXT NOT NULL,
  agency TEXT NOT NULL,
  given_by TEXT NOT NULL,
  expires INTEGER NOT NULL,
  used INTEGER
) STRICT, WITHOUT ROWID;
";

pub(super) fn open(path: &Path) -> Result<Connection, OpenFault> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    crate::readers::plan_once(&connection)?;
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        .map_err(|_| OpenFault::Format(format!("{} is not a desk kept by Onen", path.display())))?;
    let setting_up = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    match setting_up.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0))? {
        0 => setting_up
            .execute_batch(&format!("{TABLES} {OPENINGS} {LINKS} PRAGMA user_version = {FORMAT};"))?,
        1 => setting_up.execute_batch(&format!("{OPENINGS} {LINKS} PRAGMA user_version = {FORMAT};"))?,
        2 => setting_up.execute_batch(&format!("{LINKS} PRAGMA user_version = {FORMAT};"))?,
        FORMAT => {}
        other => {
            let shown = path.display();
            let fault =
                format!("{shown} is kept in format {other}; this version of Onen reads format {FORMAT}");
            return Err(OpenFault::Format(fault));
        }
    }
    setting_up.commit()?;
    Ok(connection)
}
