//! One person read as one: merged, parted, as known at; sealed records; everybody at once.

mod county_of_one;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chronology::{EntryId, PersonId, Recorded, own_kinds};
use county_of_one::{clock, draft, line, number, person, verified};
use jiff::Timestamp;
use serde_json::json;
use store::Chronology;

fn ids(entries: &[Arc<Recorded>]) -> Vec<u64> {
    entries.iter().map(|entry| entry.id.recording.0).collect()
}

fn visit(store: &Chronology, about: &str) {
    store.append(draft("w-1", about, "visit.made", json!({}))).unwrap();
}

fn same(store: &Chronology, about: &str, other: &str, kept: &str) {
    let body = json!({"other": other, "kept": kept, "reason": "one child, two referrals"});
    store.append(draft("w-1", about, own_kinds::SAME_PERSON, body)).unwrap();
}

#[test]
fn merged_people_read_as_one_and_part_again_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    visit(&store, "c-1"); // 1
    visit(&store, "c-2"); // 2
    visit(&store, "c-3"); // 3
    same(&store, "c-1", "c-2", "c-2"); // 4
    for one in ["c-1", "c-2"] {
        assert_eq!(ids(&store.person(&person(one)).unwrap()), [1, 2, 4]);
        assert_eq!(store.same_person(&person(one)).unwrap().0, person("c-2"));
    }
    assert_eq!(ids(&store.person(&person("c-3")).unwrap()), [3]);
    same(&store, "c-3", "c-1", "c-3"); // 5: joined to both through one of them
    assert_eq!(ids(&store.person(&person("c-2")).unwrap()), [1, 2, 3, 4, 5]);
    let shown: Vec<_> = store.people().unwrap().into_iter().map(|one| (one.entries, one.kept)).collect();
    assert_eq!(shown, [(2, person("c-3")), (1, person("c-3")), (2, person("c-3"))]);

    // Taken back from the side that did not say it: c-1 and c-2 part, c-1 and c-3 stay.
    let body = json!({"other": "c-1", "reason": "cousins"});
    store.append(draft("w-2", "c-2", own_kinds::NOT_SAME_PERSON, body)).unwrap(); // 6
    assert_eq!(ids(&store.person(&person("c-2")).unwrap()), [2, 6]);
    assert_eq!(ids(&store.person(&person("c-1")).unwrap()), [1, 3, 4, 5]);
    // And by withdrawing the entry that said it.
    let body = json!({"entry": "5.0", "reason": "wrong child"});
    store.append(draft("w-2", "c-3", own_kinds::WITHDRAWN, body)).unwrap(); // 7
    assert_eq!(ids(&store.person(&person("c-1")).unwrap()), [1, 4]);
    assert_eq!(ids(&store.person(&person("c-3")).unwrap()), [3, 5, 7]);
    verified(&store, 7);
}

#[test]
fn who_was_one_is_known_as_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let at = |day: u8| -> Timestamp { format!("2025-03-{day:02}T09:00:00Z").parse().unwrap() };
    let merge = json!({"other": "c-2", "kept": "c-1", "reason": "one"});
    let part = json!({"other": "c-2", "reason": "two"});
    let history = [
        (draft("w-1", "c-1", "visit.made", json!({})), at(1)),
        (draft("w-1", "c-2", "visit.made", json!({})), at(2)),
        (draft("w-1", "c-1", own_kinds::SAME_PERSON, merge), at(3)),
        (draft("w-1", "c-1", own_kinds::NOT_SAME_PERSON, part), at(4)),
    ];
    store.append_history(history.into_iter()).unwrap();
    let read = |known| ids(&store.person_as_known_at(&person("c-1"), known).unwrap());
    assert_eq!(read(Some(at(2))), [1, 3, 4]);
    assert_eq!(read(Some(at(3))), [1, 2, 3, 4]);
    assert_eq!(read(Some(at(4))), [1, 3, 4]);
    assert_eq!(read(None), [1, 3, 4]);
}

#[test]
fn everybody_is_handed_over_once_with_all_that_is_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let history = (0..1_500).map(|at| {
        let mut one = draft("w-1", &format!("c-{}", at * 7 % 700), "visit.made", json!({"at": at}));
        one.entries.push(line(&format!("c-{}", at % 700), "visit.made", json!({})));
        (one, Timestamp::from_second(1_720_000_000 + at).unwrap())
    });
    store.append_history(history).unwrap();
    same(&store, "c-5", "c-6", "c-6");
    same(&store, "c-690", "c-6", "c-6");
    for threads in [1, 3] {
        let seen: Mutex<BTreeMap<PersonId, Vec<Arc<Recorded>>>> = Mutex::default();
        let head = store
            .each_person(threads, |person, entries| {
                assert!(seen.lock().unwrap().insert(person, entries).is_none(), "handed over twice");
            })
            .unwrap();
        assert_eq!(head.number, number(1_502));
        let seen = seen.into_inner().unwrap();
        assert_eq!(seen.len(), 698);
        assert!(!seen.contains_key(&person("c-5")));
        for (one, entries) in &seen {
            assert_eq!(*entries, store.person(one).unwrap(), "{one}");
        }
        assert_eq!(seen.values().map(Vec::len).sum::<usize>(), 3_002);
    }
}

/// At adoption the child goes on under a new id in a new record.
fn sealed() -> (tempfile::TempDir, Chronology) {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    visit(&store, "old");
    visit(&store, "older");
    same(&store, "old", "older", "old");
    store.append(draft("w-1", "new", "person.registered", json!({"name": "A new name"}))).unwrap();
    let body = json!({"successor": "new", "reason": "adoption order"});
    store.append(draft("w-1", "old", own_kinds::RECORD_SEALED, body)).unwrap();
    (folder, store)
}

#[test]
fn nothing_leads_from_an_adopted_childs_record_to_the_one_before() {
    let (_folder, store) = sealed();
    visit(&store, "new");
    // All that can be asked about the new person, and about every recording that an answer names.
    let new = person("new");
    let entries = store.person(&new).unwrap();
    assert_eq!(ids(&entries), [4, 6]);
    let mut reached = format!("{entries:?} {:?}", store.same_person(&new).unwrap());
    reached += &format!("{:?}", store.person_as_known_at(&new, Some(Timestamp::MAX)).unwrap());
    for entry in &entries {
        reached += &format!("{:?}", store.recording(entry.id.recording).unwrap().unwrap().entries);
        reached += &format!("{:?}", store.entries_of_recording(entry.id.recording).unwrap());
    }
    assert_eq!(store.sealed_successor(&new).unwrap(), None);
    assert!(!reached.contains("\"old"), "{reached}");
    store
        .each_person(2, |one, entries| {
            assert!(one != new || ids(&entries) == [4, 6]);
        })
        .unwrap();
    // Those who hold the key to the old record can follow, from any of its ids.
    for old in ["old", "older"] {
        assert_eq!(store.sealed_successor(&person(old)).unwrap(), Some(new.clone()));
        assert_eq!(ids(&store.person(&person(old)).unwrap()), [1, 2, 3, 5]);
    }
}

#[test]
fn a_sealed_record_cannot_be_joined_to_its_successor() {
    let (_folder, store) = sealed();
    let before = store.head().unwrap();
    for (about, other) in [("new", "old"), ("old", "new"), ("older", "new"), ("new", "older")] {
        let body = json!({"other": other, "kept": "new", "reason": "they look alike"});
        let refusal = store.append(draft("w-1", about, own_kinds::SAME_PERSON, body)).unwrap_err();
        assert_eq!(refusal.to_string(), "These two records cannot be joined");
    }
    // The seal itself can neither be withdrawn nor corrected.
    for kind in [own_kinds::WITHDRAWN, own_kinds::CORRECTED] {
        let body = json!({"entry": "5.0", "reason": "no", "body": {"successor": "c-1"}});
        store.append(draft("w-1", "old", kind, body)).unwrap_err();
    }
    assert_eq!(store.head().unwrap(), before);
}

#[test]
fn a_record_is_not_sealed_while_anything_leads_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    visit(&store, "old");
    let seal = |successor: &str| {
        draft("w-1", "old", own_kinds::RECORD_SEALED, json!({"successor": successor, "reason": "adoption"}))
    };
    let refused = |one| store.append(one).unwrap_err().to_string();
    assert!(refused(seal("old")).contains("this same person"));
    assert!(refused(seal("")).contains("not an id"));
    let mut together = seal("new");
    together.entries.push(line("new", "person.registered", json!({})));
    assert!(refused(together).contains("apart"));
    store.append(draft("w-1", "named", "relationship.recorded", json!({"with": "old"}))).unwrap();
    assert!(refused(seal("named")).contains("leads back"));
    let mut beside = draft("w-1", "beside", "visit.made", json!({}));
    beside.entries.push(line("old", "visit.made", json!({})));
    store.append(beside).unwrap();
    assert!(refused(seal("beside")).contains("leads back"));
    store.append(seal("new")).unwrap();
}

#[test]
fn a_merge_is_withdrawn_rather_than_corrected() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    same(&store, "c-1", "c-2", "c-1");
    let body = json!({"entry": "1.0", "reason": "x", "body": {"other": "c-3"}});
    store.append(draft("w-1", "c-1", own_kinds::CORRECTED, body)).unwrap_err();
    let itself = json!({"other": "c-1", "kept": "c-1", "reason": "x"});
    store.append(draft("w-1", "c-1", own_kinds::SAME_PERSON, itself)).unwrap_err();
    // A merged person's entry may be corrected from the other id.
    visit(&store, "c-2");
    let body = json!({"entry": EntryId::new(2, 0).to_string(), "reason": "x", "body": {}});
    store.append(draft("w-1", "c-1", own_kinds::CORRECTED, body)).unwrap();
}

#[test]
fn one_persons_fifty_entries_are_read_in_a_blink() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let history = (0..5_000).map(|at| {
        let body = json!({"seen": "yes", "where": "home", "words": "She showed me her drawing of the dog."});
        let one = draft("w-1", &format!("c-{}", at % 100), "visit.made", body);
        (one, Timestamp::from_second(1_720_000_000 + at).unwrap())
    });
    store.append_history(history).unwrap();
    assert_eq!(store.person(&person("c-7")).unwrap().len(), 50);
    let start = std::time::Instant::now();
    for at in 0..400 {
        store.person(&person(&format!("c-{}", at % 100))).unwrap();
    }
    let each = start.elapsed() / 400;
    println!("50 entries read in {each:?}");
    assert!(each < std::time::Duration::from_millis(5), "{each:?} even without optimisation");
}
