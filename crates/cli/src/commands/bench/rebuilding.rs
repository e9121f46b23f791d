//! Rebuilding the views, beside raw inserts of the same rows with the same indexes.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use rules::Settings;
use rusqlite::Connection;
use rusqlite::types::Value;
use store::Chronology;
use views::Views;

use super::report::{Line, thousands};

/// How long the rebuild took, and the line that says so.
pub(super) fn measure(
    folder: &Path,
    chronology: &Chronology,
    settings: &Settings,
    threads: usize,
) -> Result<(f64, Line)> {
    let start = Instant::now();
    let rebuilt = Views::rebuild(folder, chronology, settings, threads, &mut |_, _| {})
        .map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let ours = start.elapsed().as_secs_f64();
    let (rows, raw) = raw(&folder.join("views.sqlite"), &folder.join("raw-views.sqlite"))?;
    #[expect(clippy::cast_precision_loss, reason = "counts of people and rows")]
    let line = Line::new(
        format!(
            "rebuild: {} people, {} entries, {} rows",
            thousands(rebuilt.people as f64),
            thousands(rebuilt.entries as f64),
            thousands(rows as f64)
        ),
        format!("{ours:.1} s, {} entries/s", thousands(rebuilt.entries as f64 / ours)),
        format!("{raw:.1} s"),
        format!("{:.2} (aim 0.50)", raw / ours),
    );
    Ok((ours, line))
}

/// Inserts every row of the views into an empty file of the same tables, then builds the same indexes.
fn raw(from: &Path, to: &Path) -> Result<(usize, f64)> {
    let source = Connection::open(from)?;
    let mut question = source.prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'person_words_%'")?;
    let made: Vec<(String, String, String)> = question
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let tables: Vec<&(String, String, String)> = made.iter().filter(|(kind, _, _)| kind == "table").collect();
    let mut held = Vec::new();
    for (_, name, _) in tables.iter().filter(|(_, name, _)| name != "person_words") {
        held.push((name.clone(), all_rows(&source, name)?));
    }
    let words = words(&source)?;
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", to.display()));
    }
    let start = Instant::now();
    let floor = Connection::open(to)?;
    floor.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -64000;")?;
    for (_, _, sql) in &tables {
        floor.execute_batch(sql)?;
    }
    floor.execute_batch("BEGIN")?;
    let mut rows = 0;
    for (name, all) in held.iter().filter(|(_, all)| !all.is_empty()) {
        let columns = all.first().map_or(1, Vec::len);
        let marks = vec!["?"; columns].join(", ");
        let mut put = floor.prepare(&format!("INSERT INTO {name} VALUES ({marks})"))?;
        for row in all {
            put.execute(rusqlite::params_from_iter(row))?;
        }
        rows += all.len();
    }
    let mut put = floor
        .prepare("INSERT INTO person_words(rowid, words) VALUES (?1, ?2)")
        .context("the views have a table of words")?;
    for (key, text) in &words {
        put.execute((key, text))?;
    }
    floor.execute_batch("COMMIT")?;
    for (_, _, sql) in made.iter().filter(|(kind, _, _)| kind == "index") {
        floor.execute_batch(sql)?;
    }
    floor.execute_batch("ANALYZE")?;
    Ok((rows, start.elapsed().as_secs_f64()))
}

fn all_rows(source: &Connection, table: &str) -> Result<Vec<Vec<Value>>> {
    let mut question = source.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = question.column_count();
    let rows = question.query_map([], |row| (0..columns).map(|at| row.get(at)).collect())?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The words themselves are not kept, so the floor indexes those of each card: about as many.
fn words(source: &Connection) -> Result<Vec<(i64, String)>> {
    let mut question = source.prepare("SELECT key, name || ' ' || coalesce(json_extract(card, '$.address'), '') || ' ' || coalesce(json_extract(card, '$.nhs_number'), '') FROM person")?;
    Ok(question.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}
