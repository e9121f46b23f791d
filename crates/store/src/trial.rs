//! Writers that fail: an error, a panic or the death of the process at every point of writing, and a full
//! disk. Afterwards the file is opened again, verified, and held against what was acknowledged.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};

use chronology::{Draft, EntryDraft, EntryId, PersonId, Seal, own_kinds};

use crate::writer::{AtPoint, Point, Settings};
use crate::{Appended, Chronology, Refusal, chronology_file, system_clock};

fn person(id: &str) -> PersonId {
    PersonId::new(id).unwrap()
}

fn draft(key: &str, entries: u16, words: &str) -> Draft {
    let mut draft = Draft::by(person("w-1"), "social worker");
    draft.key = Some(key.to_owned());
    for at in 0..entries {
        let about = person(&format!("c-{at}"));
        let mut line = EntryDraft::new(about, "case_note.written", jiff::civil::date(2024, 5, 1));
        line.body.insert("text".into(), words.into());
        draft.entries.push(line);
    }
    draft
}

fn open(folder: &Path, settings: Settings) -> Chronology {
    let lock = chronology_file::lock(folder).unwrap();
    Chronology::start(folder, system_clock(), lock, settings).unwrap()
}

/// A folder with one recording in it.
fn begun() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), system_clock()).unwrap();
    store.append(draft("before", 2, "before")).unwrap();
    folder
}

/// A day's work: recordings alone, together, and one disposal. `answered` is told each key's answer.
fn work(store: &Chronology, mut answered: impl FnMut(&str, Result<Appended, Refusal>)) {
    answered("one", store.append(draft("one", 1, "one")));
    answered("two", store.append(draft("two", 3, "two")));
    let together = vec![draft("three", 1, "three"), draft("four", 2, "four")];
    match store.append_all(together) {
        Ok(both) => ["three", "four"].iter().zip(both).for_each(|(key, one)| answered(key, Ok(one))),
        Err(refusal) => ["three", "four"].iter().for_each(|key| answered(key, Err(refusal.clone()))),
    }
    let disposed = store.dispose(&[EntryId::new(1, 0)], "time", &person("w-9"), "records");
    answered("disposal", disposed);
    answered("five", store.append(draft("five", 1, "five")));
}

/// Opens again and compares: everything acknowledged is there under its number and seal, nothing is half
/// there, and the rest of the work can be done.
fn compare(folder: &Path, acknowledged: &BTreeMap<String, (u64, Seal)>) {
    let store = Chronology::open(folder, system_clock()).unwrap();
    let verified = store.verify(&mut |_, _| ()).unwrap();
    let all = store.follow(chronology::RecordingNumber(0), 1_000).unwrap();
    assert_eq!(all.len() as u64, verified.head.number.0);
    for (key, (number, seal)) in acknowledged {
        let found = all.iter().find(|one| one.number.0 == *number).unwrap_or_else(|| panic!("{key} is lost"));
        assert_eq!(found.seal, *seal, "{key} is another");
    }
    let keys: Vec<_> = all.iter().filter_map(|one| one.key.as_deref()).collect();
    assert_eq!(keys.contains(&"three"), keys.contains(&"four"), "together or not at all");
    let gone = store.recording(chronology::RecordingNumber(1)).unwrap().unwrap().entries[0].body.is_none();
    let said = all.iter().any(|one| one.entries[0].kind == own_kinds::DISPOSED);
    assert_eq!(gone, said, "words go exactly when their going is recorded");
    work(&store, |key, answer| match answer {
        Ok(appended) => {
            assert_eq!(appended.already, keys.contains(&key), "{key}");
        }
        Err(refusal) => assert!(key == "disposal" && said, "{key}: {refusal}"),
    });
    store.verify(&mut |_, _| ()).unwrap();
}

/// What happens at the `n`th point that is passed, counted from 1; and how many were.
fn at_nth(n: u32, happens: fn() -> Result<(), Refusal>, but: &'static [Point]) -> (Settings, Arc<AtomicU32>) {
    let passed = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&passed);
    let at_point: AtPoint = Arc::new(move |point| {
        if but.contains(&point) || counted.fetch_add(1, Ordering::SeqCst) + 1 != n {
            Ok(())
        } else {
            happens()
        }
    });
    (Settings { at_point: Some(at_point), ..Settings::default() }, passed)
}

fn fail_everywhere(happens: fn() -> Result<(), Refusal>) {
    for n in 1.. {
        let folder = begun();
        // Once committed, a recording is safe and is said to be: no error can come after that.
        let (settings, passed) = at_nth(n, happens, &[Point::Committed]);
        let store = open(folder.path(), settings);
        let (mut acknowledged, mut refused) = (BTreeMap::new(), Vec::new());
        work(&store, |key, answer| match answer {
            Ok(one) => drop(acknowledged.insert(key.to_owned(), (one.number.0, one.seal))),
            Err(Refusal::Fault(_)) => refused.push(key.to_owned()),
            Err(other) => panic!("{key}: {other}"),
        });
        let there = store.follow(chronology::RecordingNumber(1), 1_000).unwrap();
        assert_eq!(there.len(), acknowledged.len(), "what was refused at point {n} is not there");
        drop(store);
        compare(folder.path(), &acknowledged);
        if passed.load(Ordering::SeqCst) < n {
            assert!(refused.is_empty() && n > 20, "only {n} points");
            return;
        }
        assert!(!refused.is_empty(), "point {n} failed and nobody was told");
    }
}

#[test]
fn an_error_at_any_point_refuses_and_keeps_what_was_acknowledged() {
    fail_everywhere(|| Err(Refusal::Fault("the disk said no".into())));
}

#[test]
fn a_broken_invariant_at_any_point_stops_the_recording_and_not_the_writer() {
    // As a panic, without its report on standard error.
    fail_everywhere(|| std::panic::resume_unwind(Box::new("an invariant is broken")));
}

const FOLDER: &str = "ONEN_TRIAL_FOLDER";
const POINT: &str = "ONEN_TRIAL_POINT";

/// Run by the next test in a process of its own, which dies at the point named in the environment.
#[test]
fn process_that_dies() {
    let (Ok(folder), Ok(point)) = (std::env::var(FOLDER), std::env::var(POINT)) else { return };
    let (settings, _) = at_nth(point.parse().unwrap(), || std::process::abort(), &[]);
    let store = open(Path::new(&folder), settings);
    work(&store, |key, answer| {
        let one = answer.unwrap();
        println!("\nacknowledged {key} {} {}", one.number, one.seal);
    });
    println!("\nfinished");
}

#[test]
fn a_process_that_dies_at_any_point_loses_nothing_acknowledged() {
    for n in 1.. {
        let folder = begun();
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "trial::process_that_dies", "--nocapture"])
            .env(FOLDER, folder.path())
            .env(POINT, n.to_string())
            .output()
            .unwrap();
        let said = String::from_utf8(child.stdout).unwrap();
        let acknowledged: BTreeMap<_, _> = said
            .lines()
            .filter_map(|line| {
                let mut words = line.strip_prefix("acknowledged ")?.split(' ');
                let (key, number, seal) = (words.next()?, words.next()?, words.next()?);
                Some((key.to_owned(), (number.parse().ok()?, seal.parse().ok()?)))
            })
            .collect();
        compare(folder.path(), &acknowledged);
        if said.lines().any(|line| line == "finished") {
            assert!(child.status.success() && acknowledged.len() == 6 && n > 25, "only {n} points");
            return;
        }
        assert!(!child.status.success(), "point {n}: {said}");
    }
}

#[test]
fn a_full_disk_refuses_in_words_and_loses_nothing() {
    let folder = begun();
    let store = open(folder.path(), Settings { pages_max: Some(60), ..Settings::default() });
    let mut acknowledged = BTreeMap::new();
    let refusal = loop {
        let key = format!("note {}", acknowledged.len());
        match store.append(draft(&key, 2, &"many words ".repeat(500))) {
            Ok(one) => drop(acknowledged.insert(key, (one.number.0, one.seal))),
            Err(refusal) => break refusal,
        }
    };
    assert_eq!(refusal.to_string(), "It could not be recorded, and nothing was kept: the disk is full");
    assert!(acknowledged.len() > 5);
    let head = store.head().unwrap();
    assert_eq!(head.number.0, acknowledged.len() as u64 + 1);
    // What is there can still be read, and a small note that fits is still taken.
    assert_eq!(store.person(&person("c-1")).unwrap().len(), acknowledged.len() + 1);
    store.verify(&mut |_, _| ()).unwrap();
    drop(store);
    compare(folder.path(), &acknowledged);
}

#[test]
fn one_callers_fault_is_nobody_elses() {
    let folder = begun();
    // The writer is held at its first point until everybody else is waiting, so that they share a commit.
    let gate = Arc::new(Barrier::new(2));
    let held = Arc::clone(&gate);
    let first = AtomicU32::new(0);
    let at_point: AtPoint = Arc::new(move |point| {
        if point == Point::Begun && first.fetch_add(1, Ordering::SeqCst) == 0 {
            held.wait();
        }
        Ok(())
    });
    let store = open(folder.path(), Settings { at_point: Some(at_point), pages_max: Some(200) });
    let (answer, answers) = std::sync::mpsc::channel();
    for at in 0..30 {
        let key = format!("{at}");
        let huge = at == 15;
        let words = if huge { "far too many words ".repeat(100_000) } else { "few words".to_owned() };
        let answer = answer.clone();
        store.submit(draft(&key, 1, &words), move |result| answer.send((at, huge, result)).unwrap());
    }
    gate.wait();
    let mut order = Vec::new();
    for (at, huge, result) in answers.iter().take(30) {
        assert_eq!(result.is_err(), huge, "{at}: {result:?}");
        order.extend(result.ok().map(|one| (one.number, at)));
    }
    order.sort_unstable();
    assert!(order.is_sorted_by_key(|(_, at)| *at), "in the order in which they were handed in");
    drop(store);
    compare(folder.path(), &BTreeMap::new());
}
