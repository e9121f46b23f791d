//! Durable recordings a second with 1, 16 and 64 writers, beside SQLite's own group commit of the same rows.

use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Barrier};
use std::time::Instant;

use anyhow::{Context, Result};
use chronology::{Draft, EntryDraft, PersonId};
use rusqlite::{Connection, params};
use serde_json::json;
use store::{Chronology, system_clock};

use super::report::{Line, Report, percentile, thousands};

/// Writers at once.
const WRITERS: [usize; 3] = [1, 16, 64];

pub(super) fn measure(folder: &Path, quick: bool, report: &mut Report) -> Result<()> {
    let mut lines = Vec::new();
    for writers in WRITERS {
        let each = if quick { 100 } else { 1_600 } / writers.min(16) + if quick { 5 } else { 300 };
        let raw = raw(&folder.join(format!("raw-{writers}")), writers, each)?;
        let ours = ours(&folder.join(format!("recording-{writers}")), writers, each)?;
        let show = |(rate, times): &(f64, Vec<f64>)| {
            format!(
                "{}/s, {:.2} ms median, {:.2} ms at 99%",
                thousands(*rate),
                percentile(times, 0.5),
                percentile(times, 0.99)
            )
        };
        let aim = if writers == 64 { " (aim 0.50)" } else { "" };
        let what = format!("{writers} writer{}", if writers == 1 { "" } else { "s" });
        lines.push(Line::new(what, show(&ours), show(&raw), format!("{:.2}{aim}", ours.0 / raw.0)));
    }
    let how = "Recordings of one visit note (about 400 bytes) appended by threads that each wait for the answer, \
               `synchronous = FULL`. Floor: one thread that inserts the same rows into the same tables and commits \
               whatever waits in one transaction, without seals, checks or answers that name them.";
    report.part("Durable recordings", how, lines);
    Ok(())
}

fn draft(writer: usize, turn: usize) -> Result<Draft> {
    let person = PersonId::new(&format!("child-{writer}-{}", turn % 50)).map_err(anyhow::Error::msg)?;
    let author = PersonId::new("worker").map_err(anyhow::Error::msg)?;
    let day = jiff::civil::date(2026, 3, 2);
    let mut entry = EntryDraft::new(person, "visit.made", day);
    entry.body = body().as_object().cloned().unwrap_or_default();
    let mut draft = Draft::by(author, "social_worker");
    draft.entries.push(entry);
    Ok(draft)
}

fn body() -> serde_json::Value {
    json!({
        "purpose": "protection", "place": "home", "seen": "yes", "seen_alone": "yes",
        "words": "I like it when it is quiet and Nan is here.",
        "analysis": "Settled and talkative; the room is warm and her own. She still listens for the door at night.",
        "next_step": "Speak with school about breakfast club before the next core group."
    })
}

/// Runs writers that each wait for their answer; answers a second, and each wait in milliseconds, sorted.
fn timed(
    writers: usize,
    each: usize,
    write: impl Fn(usize, usize) -> Result<()> + Sync,
) -> Result<(f64, Vec<f64>)> {
    let gate = Arc::new(Barrier::new(writers + 1));
    let (mut all, mut began) = (Vec::new(), Instant::now());
    std::thread::scope(|scope| -> Result<()> {
        let running: Vec<_> = (0..writers)
            .map(|writer| {
                let (gate, write) = (Arc::clone(&gate), &write);
                scope.spawn(move || -> Result<Vec<f64>> {
                    gate.wait();
                    (0..each)
                        .map(|turn| {
                            let start = Instant::now();
                            write(writer, turn)?;
                            Ok(start.elapsed().as_secs_f64() * 1_000.0)
                        })
                        .collect()
                })
            })
            .collect();
        gate.wait();
        began = Instant::now();
        for thread in running {
            all.extend(thread.join().map_err(|_| anyhow::anyhow!("a writer stopped short"))??);
        }
        Ok(())
    })?;
    let seconds = began.elapsed().as_secs_f64();
    all.sort_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, reason = "a count of recordings")]
    let rate = all.len() as f64 / seconds;
    Ok((rate, all))
}

fn ours(folder: &Path, writers: usize, each: usize) -> Result<(f64, Vec<f64>)> {
    std::fs::create_dir_all(folder)?;
    let chronology =
        Chronology::create(folder, system_clock()).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    timed(writers, each, |writer, turn| {
        chronology.append(draft(writer, turn)?).map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
        Ok(())
    })
}

type Waiting = (String, String, Sender<()>);

fn raw(folder: &Path, writers: usize, each: usize) -> Result<(f64, Vec<f64>)> {
    std::fs::create_dir_all(folder)?;
    let connection = Connection::open(folder.join("raw.sqlite"))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
         CREATE TABLE recording(number INTEGER PRIMARY KEY, recorded_at TEXT, author TEXT, role TEXT, previous BLOB, seal BLOB);
         CREATE TABLE entry(recording INTEGER, place INTEGER, about TEXT, kind TEXT, occurred TEXT, body TEXT, salt BLOB, digest BLOB,
           PRIMARY KEY(recording, place)) WITHOUT ROWID;
         CREATE INDEX entry_about ON entry(about, recording);",
    )?;
    let (send, receive) = channel::<Waiting>();
    let writer = std::thread::spawn(move || -> rusqlite::Result<()> {
        let mut number = 0_i64;
        while let Ok(first) = receive.recv() {
            let mut group = vec![first];
            group.extend(receive.try_iter().take(1_023));
            connection.execute_batch("BEGIN IMMEDIATE")?;
            for (about, body, _) in &group {
                number += 1;
                let seal = [7_u8; 32];
                connection
                    .prepare_cached(
                        "INSERT INTO recording VALUES (?1, ?2, 'worker', 'social_worker', ?3, ?3)",
                    )?
                    .execute(params![number, "2026-03-02T10:00:00Z", seal])?;
                connection
                    .prepare_cached(
                        "INSERT INTO entry VALUES (?1, 0, ?2, 'visit.made', '2026-03-02', ?3, ?4, ?5)",
                    )?
                    .execute(params![number, about, body, &seal[..16], seal])?;
            }
            connection.execute_batch("COMMIT")?;
            for (_, _, answer) in group {
                let _ = answer.send(());
            }
        }
        Ok(())
    });
    let body = body().to_string();
    let result = {
        let send = send;
        timed(writers, each, |writer, turn| {
            let (answer, answered) = channel();
            send.send((format!("child-{writer}-{}", turn % 50), body.clone(), answer))
                .context("the floor's writer stopped")?;
            answered.recv().context("the floor's writer stopped")
        })?
    };
    writer.join().map_err(|_| anyhow::anyhow!("the floor's writer stopped short"))??;
    Ok(result)
}
