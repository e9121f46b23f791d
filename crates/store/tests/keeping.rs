//! Verifying, tampering, disposal, backup and restoration.

mod county_of_one;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use chronology::{EntryId, Source, own_kinds};
use county_of_one::{clock, draft, line, number, person, verified};
use rusqlite::Connection;
use serde_json::json;
use store::{Chronology, OpenFault, Unsound, restore};

/// Five recordings of two entries, every column filled.
fn filled(folder: &Path) {
    let store = Chronology::create(folder, clock()).unwrap();
    for at in 1..=5 {
        let mut one = draft("w-1", "c-1", "visit.made", json!({"at": at, "words": "I like it here"}));
        one.shared = json!({"place": "home"}).as_object().unwrap().clone();
        one.entries.push(line("c-2", "visit.made", json!({"seen": "no"})));
        one.entries[1].shares = true;
        one.on_behalf_of = Some("the school".into());
        one.source = Some(Source { file: "ab12".into(), row: at.to_string() });
        one.key = Some(format!("key {at}"));
        store.append(one).unwrap();
    }
    verified(&store, 10);
}

/// What verifying says after this SQL was run on the file behind Onen's back.
fn after(sql: &str) -> Option<Unsound> {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let file = Connection::open(folder.path().join("chronology.sqlite")).unwrap();
    file.execute_batch(&format!("PRAGMA ignore_check_constraints = 1; {sql}")).unwrap();
    drop(file);
    let store = Chronology::open_for_reading(folder.path()).unwrap();
    store.verify(&mut |_, _| ()).err()
}

/// The place that a broken chronology is said to be broken at.
fn place(sql: &str) -> (u64, Option<EntryId>) {
    match after(sql) {
        Some(Unsound::Broken(broken)) => (broken.recording.0, broken.entry),
        other => panic!("{sql}: {other:?}"),
    }
}

#[test]
fn a_change_to_any_column_of_an_entry_is_found_where_it_is() {
    let entry = Some(EntryId::new(3, 1));
    let key = (3 << 16) + 1;
    for (column, value) in [
        ("body", "'{\"seen\":\"yes\"}'"),
        ("body", "'{\"seen\": \"no\"}'"),
        ("body", "'not json'"),
        ("body", "NULL"),
        ("body", "NULL, salt = NULL"),
        ("salt", "NULL"),
        ("salt", "randomblob(16)"),
        ("salt", "x'00'"),
        ("digest", "randomblob(32)"),
        ("digest", "x''"),
        ("occurred", "'one day'"),
        ("occurred", "'2024-05-01T'"),
        ("about", "'No Such Id'"),
        ("shares", "2"),
        ("version", "-1"),
    ] {
        let found = place(&format!("UPDATE entry SET {column} = {value} WHERE id = {key}"));
        assert_eq!(found, (3, entry), "{column} = {value}");
    }
    // The seal covers these together: it names the recording.
    for (column, value) in [
        ("about", "'c-3'"),
        ("kind", "'visit.maid'"),
        ("version", "2"),
        ("occurred", "'2024-05-02'"),
        ("shares", "0"),
    ] {
        let found = place(&format!("UPDATE entry SET {column} = {value} WHERE id = {key}"));
        assert_eq!(found, (3, None), "{column} = {value}");
    }
    assert_eq!(place(&format!("DELETE FROM entry WHERE id = {key}")).0, 3);
    assert_eq!(place(&format!("DELETE FROM entry WHERE id = {}", key - 1)).0, 3);
    assert_eq!(place(&format!("UPDATE entry SET id = id + 5 WHERE id = {key}")).0, 3);
    assert_eq!(place(&format!("UPDATE entry SET id = {} WHERE id = {key}", 9 << 16)).0, 3);
    let copy = "INSERT INTO entry SELECT {}, about, kind, version, occurred, shares, body, salt, digest";
    for stray in [9 << 16, 2, (3 << 16) + 2] {
        let sql = format!("{} FROM entry WHERE id = {key}", copy.replace("{}", &stray.to_string()));
        let (recording, named) = place(&sql);
        assert!(recording == 3 || named == Some(EntryId::new(stray >> 16, (stray & 0xffff) as u16)), "{sql}");
    }
}

#[test]
fn a_change_to_any_column_of_a_recording_is_found_where_it_is() {
    for (column, value) in [
        ("recorded_at", "recorded_at + 1"),
        ("recorded_at", "0"),
        ("author", "'w-2'"),
        ("author", "'W 2'"),
        ("role", "'manager'"),
        ("on_behalf_of", "NULL"),
        ("source_file", "'ab13'"),
        ("source_file", "NULL"),
        ("source_row", "'4'"),
        ("source_row", "NULL, source_file = NULL"),
        ("key", "NULL"),
        ("key", "'another'"),
        ("shared", "'{\"place\":\"school\"}'"),
        ("shared", "'{\"place\":\"home\"} '"),
        ("shared", "NULL"),
        ("shared", "NULL, shared_salt = NULL"),
        ("shared_salt", "randomblob(16)"),
        ("shared_digest", "randomblob(32)"),
        ("previous_seal", "randomblob(32)"),
        ("seal", "randomblob(32)"),
    ] {
        let found = place(&format!("UPDATE recording SET {column} = {value} WHERE number = 3"));
        assert_eq!(found, (3, None), "{column} = {value}");
    }
    assert_eq!(place("DELETE FROM recording WHERE number = 3").0, 4);
    assert_eq!(place("DELETE FROM recording WHERE number = 1").0, 2);
    assert_eq!(place("DELETE FROM recording WHERE number = 5").0, 5, "its entries are left over");
    assert_eq!(place("UPDATE recording SET number = 9 WHERE number = 5").0, 9);
}

#[test]
fn an_index_that_hides_an_entry_is_found() {
    let sql = "PRAGMA writable_schema = 1;
        UPDATE sqlite_schema SET sql = 'CREATE INDEX entry_by_about ON entry (about) WHERE id < 0'
        WHERE name = 'entry_by_about';";
    assert!(after(sql).is_some());
}

#[test]
fn pages_overwritten_with_rubbish_are_found() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let path = folder.path().join("chronology.sqlite");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0x5a);
    std::fs::write(&path, bytes).unwrap();
    let store = Chronology::open_for_reading(folder.path()).unwrap();
    store.verify(&mut |_, _| ()).unwrap_err();
}

#[test]
fn disposal_destroys_words_and_keeps_the_chain() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let mut one = draft("w-1", "c-1", "visit.made", json!({"words": "a secret of the first child"}));
    one.shared.insert("place".into(), "a secret they shared".into());
    one.entries.push(line("c-2", "visit.made", json!({"words": "a secret of the second child"})));
    one.entries.iter_mut().for_each(|line| line.shares = true);
    store.append(one).unwrap();
    let dispose = |index| store.dispose(&[EntryId::new(1, index)], "75 years on", &person("w-9"), "records");
    dispose(0).unwrap();
    verified(&store, 3);
    let entries = store.person(&person("c-1")).unwrap();
    assert_eq!((entries[0].body.as_ref(), entries[1].kind.as_str()), (None, own_kinds::DISPOSED));
    let other = store.person(&person("c-2")).unwrap();
    assert_eq!(other[0].body.as_ref().unwrap()["place"], "a secret they shared", "the sibling keeps theirs");
    assert!(dispose(0).unwrap_err().to_string().contains("already"));
    assert!(dispose(7).unwrap_err().to_string().contains("no entry"));
    let own = store.dispose(&[EntryId::new(2, 0)], "x", &person("w-9"), "records").unwrap_err();
    assert!(own.to_string().contains("stays"));
    store.dispose(&[EntryId::new(1, 1)], " ", &person("w-9"), "records").unwrap_err();
    dispose(1).unwrap();
    assert_eq!(store.recording(number(1)).unwrap().unwrap().shared, None);
    let found = store.verify(&mut |_, _| ()).unwrap();
    assert_eq!((found.entries, found.disposed), (4, 2));
    drop(store);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(
            !String::from_utf8_lossy(&bytes).contains("a secret"),
            "destroyed words are still on the disk"
        );
    }
}

#[test]
fn words_said_to_be_disposed_of_must_be_gone() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let store = Chronology::open(folder.path(), clock()).unwrap();
    let kept = store.recording(number(3)).unwrap().unwrap().entries.remove(1);
    store.dispose(&[EntryId::new(3, 1)], "time", &person("w-9"), "records").unwrap();
    drop(store);
    let file = Connection::open(folder.path().join("chronology.sqlite")).unwrap();
    let body = serde_json::to_string(&kept.body).unwrap();
    let sql = "UPDATE entry SET body = ?1, salt = ?2 WHERE id = ?3";
    file.execute(sql, rusqlite::params![body, kept.salt.unwrap().0, (3 << 16) + 1]).unwrap();
    let store = Chronology::open_for_reading(folder.path()).unwrap();
    let Err(Unsound::Broken(broken)) = store.verify(&mut |_, _| ()) else { panic!("not found") };
    assert_eq!(broken.entry, Some(EntryId::new(3, 1)), "{broken}");
}

#[test]
fn a_backup_made_while_writing_is_sound_and_restores() {
    let (folder, copies) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let store = Chronology::create(folder.path(), clock()).unwrap();
    store::desk::Desk::open(folder.path(), clock()).unwrap().set("authority", "Kernow").unwrap();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let (store, stop) = (store.clone(), &stop);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    store.append(draft("w-1", &format!("c-{writer}"), "visit.made", json!({}))).unwrap();
                }
            });
        }
        while store.head().unwrap().number < number(50) {
            std::thread::yield_now();
        }
        for round in 0..5 {
            let before = store.head().unwrap();
            let kept = store.backup(&copies.path().join(round.to_string())).unwrap();
            assert!(kept.verified.head.number >= before.number, "all that was acknowledged before is in it");
            assert_eq!(kept.files.len(), 2);
        }
        stop.store(true, Ordering::Relaxed);
    });
    let again = tempfile::tempdir().unwrap();
    let (backup, into) = (copies.path().join("4"), again.path().join("new"));
    assert!(matches!(store.backup(&backup), Err(OpenFault::Present(_))), "a backup is never written over");
    let kept = restore(&backup, &into).unwrap();
    assert!(matches!(restore(&backup, &into), Err(OpenFault::Present(_))));
    let restored = Chronology::open(&into, clock()).unwrap();
    assert_eq!(restored.head().unwrap(), kept.verified.head);
    let upto = restored.head().unwrap().number.0 as usize;
    assert_eq!(restored.follow(number(0), upto).unwrap(), store.follow(number(0), upto).unwrap());
    restored.append(draft("w-1", "c-1", "visit.made", json!({}))).unwrap();
    let desk = store::desk::Desk::open(&into, clock()).unwrap();
    assert_eq!(desk.setting("authority").unwrap().as_deref(), Some("Kernow"));
}

#[test]
fn an_unsound_backup_is_refused_and_not_left_behind() {
    let (folder, again) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    filled(folder.path());
    let file = Connection::open(folder.path().join("chronology.sqlite")).unwrap();
    file.execute_batch("UPDATE entry SET kind = 'visit.missed' WHERE id = 65536").unwrap();
    drop(file);
    let fault = restore(folder.path(), &again.path().join("new")).unwrap_err();
    assert!(fault.to_string().contains("recording 1"), "{fault}");
    assert!(matches!(Chronology::open(&again.path().join("new"), clock()), Err(OpenFault::Missing(_))));
    assert!(matches!(restore(again.path(), &again.path().join("b")), Err(OpenFault::Missing(_))));
}
