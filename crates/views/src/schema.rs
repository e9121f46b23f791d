//! The shape of `views.sqlite`, and how it is opened.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rules::Settings;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use store::Chronology;

use crate::ViewFault;

/// The shape below and the rules that fill it. Another number means: make the views anew.
const SHAPE: i64 = 9;

/// One person a row, and rows of theirs in the other tables, all replaced together.
pub(crate) const TABLES: &str = "
CREATE TABLE about_these_views(shape INTEGER NOT NULL, settings TEXT NOT NULL, number INTEGER NOT NULL, seal TEXT NOT NULL);
CREATE TABLE person(
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, category TEXT, name TEXT NOT NULL, birth TEXT, sex TEXT,
  stage TEXT NOT NULL, opened TEXT, worker TEXT, team TEXT, manager TEXT, household TEXT, died TEXT,
  restricted INTEGER NOT NULL, sealed INTEGER NOT NULL, last_seen TEXT, last_seen_alone TEXT, card TEXT NOT NULL);
CREATE TABLE known_as(id TEXT PRIMARY KEY, kept TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE duty(
  person INTEGER NOT NULL, timescale TEXT NOT NULL, started_on TEXT NOT NULL, started_by TEXT NOT NULL, due_on TEXT,
  stopped_on TEXT, stopped_by TEXT, in_time INTEGER, lapsed_on TEXT, because TEXT NOT NULL,
  open_until TEXT NOT NULL);
CREATE TABLE finding(
  person INTEGER NOT NULL, finding TEXT NOT NULL, since TEXT NOT NULL, cleared_on TEXT NOT NULL, because TEXT NOT NULL,
  entries TEXT NOT NULL, mend TEXT, waited_from TEXT, also TEXT, agency TEXT);
CREATE TABLE indicator_case(
  person INTEGER NOT NULL, indicator TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT, met INTEGER NOT NULL, value INTEGER,
  grp TEXT, because TEXT NOT NULL, entries TEXT NOT NULL, author TEXT);
CREATE TABLE contact(
  person INTEGER NOT NULL, entry TEXT NOT NULL, recording INTEGER NOT NULL, received TEXT NOT NULL, rating TEXT, proposed TEXT,
  agency TEXT, referrer TEXT, worry TEXT, decided TEXT, outcome TEXT, decided_by TEXT, informed TEXT, reopened TEXT,
  decision TEXT, level TEXT, refusal TEXT, threshold TEXT, indicators TEXT);
CREATE TABLE meeting(
  person INTEGER NOT NULL, entry TEXT NOT NULL, recording INTEGER NOT NULL, kind TEXT NOT NULL, sort TEXT, on_day TEXT NOT NULL,
  time TEXT, place TEXT, chair TEXT, held INTEGER NOT NULL);
CREATE TABLE awaiting(person INTEGER NOT NULL, what TEXT NOT NULL, since TEXT NOT NULL, entry TEXT NOT NULL, author TEXT NOT NULL);
CREATE TABLE oversight(
  person INTEGER NOT NULL, entry TEXT NOT NULL, kind TEXT NOT NULL, on_day TEXT NOT NULL, by TEXT, worker TEXT, said TEXT, grade TEXT);
CREATE TABLE matter(
  person INTEGER NOT NULL, what TEXT NOT NULL, since TEXT NOT NULL, until TEXT, entry TEXT NOT NULL, words TEXT, state TEXT);
CREATE TABLE plan(
  person INTEGER NOT NULL, entry TEXT NOT NULL, kind TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT, category TEXT, review_on TEXT);
CREATE TABLE allocation(person INTEGER NOT NULL, worker TEXT, team TEXT, from_day TEXT NOT NULL, to_day TEXT);
CREATE TABLE stay(person INTEGER NOT NULL, household TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT);
CREATE TABLE circle(person INTEGER NOT NULL, member TEXT NOT NULL, PRIMARY KEY(person, member)) WITHOUT ROWID;
CREATE TABLE match_key(key TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY(key, person)) WITHOUT ROWID;
CREATE VIRTUAL TABLE person_words USING fts5(words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');
";

/// Built after the rows while the views are made, since that is quicker.
const INDEXES: &str = "
CREATE INDEX duty_person ON duty(person, open_until);
CREATE INDEX duty_open ON duty(due_on) WHERE stopped_on IS NULL;
CREATE INDEX finding_person ON finding(person, cleared_on, since, finding);
CREATE INDEX finding_also ON finding(also, cleared_on) WHERE also IS NOT NULL;
CREATE INDEX finding_agency ON finding(agency, cleared_on) WHERE agency IS NOT NULL;
CREATE INDEX finding_kind ON finding(finding, since);
CREATE INDEX case_person ON indicator_case(person);
CREATE INDEX case_figure ON indicator_case(indicator, from_day, to_day, met, value, grp);
CREATE INDEX case_ends ON indicator_case(indicator, to_day, met, value, grp) WHERE to_day <> from_day;
CREATE INDEX contact_person ON contact(person);
CREATE INDEX contact_open ON contact(received) WHERE decided IS NULL;
CREATE INDEX contact_day ON contact(received);
CREATE INDEX contact_decided ON contact(decided) WHERE decided IS NOT NULL;
CREATE INDEX contact_recording ON contact(recording);
CREATE INDEX meeting_person ON meeting(person);
CREATE INDEX meeting_day ON meeting(on_day);
CREATE INDEX awaiting_person ON awaiting(person);
CREATE INDEX awaiting_author ON awaiting(author);
CREATE INDEX oversight_person ON oversight(person);
CREATE INDEX oversight_day ON oversight(kind, on_day);
CREATE INDEX oversight_worker ON oversight(worker, kind, on_day);
CREATE INDEX matter_person ON matter(person);
CREATE INDEX matter_what ON matter(what, until);
CREATE INDEX plan_person ON plan(person);
CREATE INDEX allocation_person ON allocation(person);
CREATE INDEX allocation_worker ON allocation(worker, to_day);
CREATE INDEX allocation_team ON allocation(team, to_day);
CREATE INDEX stay_person ON stay(person);
CREATE INDEX stay_household ON stay(household);
CREATE INDEX circle_member ON circle(member);
CREATE INDEX match_person ON match_key(person);
CREATE INDEX person_worker ON person(worker);
CREATE INDEX person_team ON person(team);
CREATE INDEX person_manager ON person(manager);
";

/// Written for the day on which something ends that has no end: after every day there is, so that an index
/// finds what stands open without looking at what does not.
pub(crate) const NEVER: Date = Date::MAX;
/// A finding that holds at the end of the day `?1`.
pub(crate) const HOLDS: &str = "f.since <= ?1 AND f.cleared_on > ?1";
/// A duty that stands open at the end of the day `?1`.
pub(crate) const OPEN: &str = "d.stopped_on IS NULL AND d.started_on <= ?1 AND d.open_until > ?1";

/// The tables whose rows belong to one person, by the name of the column that says whose they are.
pub(crate) const OF_A_PERSON: [&str; 14] = [
    "duty",
    "finding",
    "indicator_case",
    "contact",
    "meeting",
    "awaiting",
    "oversight",
    "matter",
    "plan",
    "allocation",
    "stay",
    "circle",
    "match_key",
    "known_as",
];

/// An empty file of this shape, not yet indexed, that need not survive a crash.
pub(crate) fn create(path: &Path) -> Result<Connection, ViewFault> {
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut file = path.as_os_str().to_owned();
        file.push(end);
        match std::fs::remove_file(PathBuf::from(file)) {
            Ok(()) => {}
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => {}
            Err(fault) => return Err(ViewFault::new(format!("{}: {fault}", path.display()))),
        }
    }
    let connection = Connection::open(path)?;
    connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -64000;")?;
    connection.execute_batch(TABLES)?;
    connection.execute_batch(crate::tallies::TABLES)?;
    Ok(connection)
}

/// Adds the indexes, and says what the views are of: this makes them whole.
pub(crate) fn finish(
    connection: &Connection,
    settings: &Settings,
    head: store::Head,
) -> Result<(), ViewFault> {
    connection.execute_batch(INDEXES)?;
    crate::tallies::finish(connection)?;
    let row = (
        SHAPE,
        settings_text(settings),
        i64::try_from(head.number.0).unwrap_or(i64::MAX),
        head.seal.to_string(),
    );
    connection.execute("INSERT INTO about_these_views VALUES (?1, ?2, ?3, ?4)", row)?;
    connection.execute_batch("ANALYZE; PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL;")?;
    Ok(())
}

/// Opens the file to write, one writer at a time.
pub(crate) fn open_to_write(path: &Path) -> Result<Connection, ViewFault> {
    let connection = Connection::open(path)?;
    connection
        .execute_batch("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000;")?;
    store::readers::plan_once(&connection)?;
    Ok(connection)
}

/// Whether the views at `path` are whole, of this shape and these settings, and of this chronology.
pub(crate) fn is_current(
    path: &Path,
    settings: &Settings,
    chronology: &Chronology,
) -> Result<bool, ViewFault> {
    if !path.exists() {
        return Ok(false);
    }
    let made = || -> rusqlite::Result<Option<(i64, String, i64, String)>> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        connection
            .query_row("SELECT shape, settings, number, seal FROM about_these_views", [], row)
            .optional()
    };
    let Ok(Some((shape, made_under, number, seal))) = made() else { return Ok(false) };
    if shape != SHAPE || made_under != settings_text(settings) {
        return Ok(false);
    }
    if number == 0 {
        return Ok(true);
    }
    let recording = chronology.recording(chronology::RecordingNumber(u64::try_from(number).unwrap_or(0)))?;
    Ok(recording.is_some_and(|recording| recording.seal.to_string() == seal))
}

/// What decides the rows besides the chronology: the settings, and the rules themselves (see `build.rs`).
fn settings_text(settings: &Settings) -> String {
    format!("{settings:?} {}", env!("ONEN_RULES"))
}

/// Opens the views for one reader.
pub(crate) fn open_to_read(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection
        .execute_batch("PRAGMA query_only = 1; PRAGMA cache_size = -8000; PRAGMA mmap_size = 268435456;")?;
    store::readers::plan_once(&connection)?;
    Ok(connection)
}
