//! The connection that runs one report: it can read the stable views, and nothing else, for so long and no longer.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use practice::Practice;
use record::choice_lists;
use rules::findings::FINDINGS;
use rules::indicators::INDICATORS;
use rules::timescales::{Counting, TIMESCALES};
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::stable::{RESTRICTED, STABLE_VIEWS};
use crate::schema;

/// The most characters of any value a report makes on the way, and of its own SQL.
const LENGTH_MAX: i32 = 1_000_000;
/// Instructions of SQLite between two looks at the time: some microseconds.
const INSTRUCTIONS_BETWEEN_LOOKS: i32 = 10_000;
/// Functions that reach beyond the question.
const FUNCTIONS_REFUSED: [&str; 2] = ["load_extension", "fts3_tokenizer"];

/// What a report was first refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// To read what is not a stable view.
    Reading(String),
    /// To call a function.
    Calling(String),
    /// To do anything but read.
    Doing,
}

/// A connection for one report.
pub(super) struct Guarded {
    pub(super) connection: Connection,
    refused: Arc<Mutex<Option<Refused>>>,
}

impl Guarded {
    /// What the report was first refused, if anything.
    pub(super) fn refused(&self) -> Option<Refused> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stops whatever runs when so much time has gone by.
    pub(super) fn stop_after(&mut self, time: Duration) -> rusqlite::Result<()> {
        let begun = std::time::Instant::now();
        self.connection.progress_handler(INSTRUCTIONS_BETWEEN_LOOKS, Some(move || begun.elapsed() >= time))
    }
}

/// Opens the views of a file for one reader, from whom these people are hidden; of no file, views without a row.
pub(super) fn open(
    path: Option<&Path>,
    practice: &Practice,
    hidden: &BTreeSet<String>,
) -> rusqlite::Result<Guarded> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = match path {
        Some(path) => Connection::open_with_flags(path, flags)?,
        None => {
            let connection = Connection::open_in_memory()?;
            connection.execute_batch(schema::TABLES)?;
            connection
        }
    };
    connection.execute_batch(
        "PRAGMA cache_size = -8000;
         CREATE TEMP TABLE shown(key INTEGER PRIMARY KEY, child TEXT NOT NULL UNIQUE, name TEXT NOT NULL, open INTEGER NOT NULL);
         CREATE TEMP TABLE words(list TEXT NOT NULL, code TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY(list, code)) WITHOUT ROWID;
         BEGIN;
         INSERT INTO temp.shown SELECT key, id, name, 1 FROM main.person WHERE category = 'child' AND sealed = 0",
    )?;
    hide(&connection, hidden)?;
    put_words(&connection, practice)?;
    for view in STABLE_VIEWS {
        connection.execute_batch(&view.sql())?;
    }
    connection.execute_batch("COMMIT; PRAGMA query_only = 1")?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LENGTH_MAX)?;
    connection.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, LENGTH_MAX)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    let refused = Arc::new(Mutex::new(None));
    let note = Arc::clone(&refused);
    connection.authorizer(Some(move |asked: AuthContext<'_>| match judge(&asked) {
        None => Authorization::Allow,
        Some(refusal) => {
            note.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(refusal);
            Authorization::Deny
        }
    }))?;
    Ok(Guarded { connection, refused })
}

/// Why something that a statement asks for is refused; nothing, if it is not.
fn judge(asked: &AuthContext<'_>) -> Option<Refused> {
    let stable = |name: &str| STABLE_VIEWS.iter().any(|view| view.name.eq_ignore_ascii_case(name));
    match asked.action {
        AuthAction::Select | AuthAction::Recursive => None,
        // Within a stable view stands only what this program wrote.
        _ if asked.accessor.is_some_and(stable) => None,
        AuthAction::Read { table_name, .. } if stable(table_name) => None,
        AuthAction::Read { table_name, .. } => Some(Refused::Reading(table_name.to_owned())),
        AuthAction::Function { function_name }
            if FUNCTIONS_REFUSED.iter().any(|name| name.eq_ignore_ascii_case(function_name)) =>
        {
            Some(Refused::Calling(function_name.to_owned()))
        }
        AuthAction::Function { .. } => None,
        _ => Some(Refused::Doing),
    }
}

/// Each hidden child is shown by a number that says nothing, so that rows about one child still belong together.
fn hide(connection: &Connection, hidden: &BTreeSet<String>) -> rusqlite::Result<()> {
    let mut put =
        connection.prepare("UPDATE temp.shown SET child = ?2, name = ?3, open = 0 WHERE child = ?1")?;
    for (id, number) in hidden.iter().zip(1..) {
        put.execute((id, format!("{RESTRICTED} ({number})"), RESTRICTED))?;
    }
    Ok(())
}

/// What people here read for every code in the views.
fn put_words(connection: &Connection, practice: &Practice) -> rusqlite::Result<()> {
    let mut put = connection.prepare("INSERT OR IGNORE INTO temp.words VALUES (?1, ?2, ?3)")?;
    for list in choice_lists() {
        for (code, _) in list.answers {
            put.execute((list.name, code, practice.label(list.name, code)))?;
        }
    }
    for kind in record::events::kinds() {
        put.execute(("Event", kind.kind, kind.title))?;
    }
    for timescale in TIMESCALES {
        put.execute(("Timescale", timescale.id, timescale.title))?;
        if timescale.counting == Counting::Deadline {
            put.execute(("Deadline", timescale.id, ""))?;
        }
    }
    for finding in FINDINGS {
        put.execute(("Finding", finding.id, finding.title))?;
    }
    for indicator in INDICATORS {
        put.execute(("Indicator", indicator.id, indicator.title))?;
    }
    Ok(())
}
