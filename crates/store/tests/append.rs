//! Appending: order, grouping, keys, staleness, history.

mod county_of_one;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chronology::{EntryId, RecordingNumber, Reliance, Seal, Seen, own_kinds};
use county_of_one::{clock, draft, line, number, person, verified};
use jiff::Timestamp;
use serde_json::json;
use store::{Chronology, OpenFault, Refusal};

#[test]
fn what_is_appended_is_read_back_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    assert_eq!(store.head().unwrap().number, number(0));
    let mut first = draft("w-1", "c-1", "case_note.written", json!({"text": "one"}));
    first.shared.insert("place".into(), "school".into());
    first.entries.push(line("c-2", "case_note.written", json!({"text": "two", "place": "home"})));
    first.entries[0].shares = true;
    first.entries[1].shares = true;
    let appended = store.append(first).unwrap();
    assert_eq!((appended.number, appended.already), (number(1), false));
    store.append(draft("w-1", "c-1", "visit.made", json!({}))).unwrap();

    let one = store.person(&person("c-1")).unwrap();
    assert_eq!(one.iter().map(|e| e.id).collect::<Vec<_>>(), [EntryId::new(1, 0), EntryId::new(2, 0)]);
    assert_eq!(one[0].body.as_ref().unwrap()["place"], "school");
    let two = store.person(&person("c-2")).unwrap();
    assert_eq!(two[0].body.as_ref().unwrap()["place"], "home");
    assert_eq!(store.entries_of_recording(number(1)).unwrap().len(), 2);
    assert_eq!(store.recording(number(1)).unwrap().unwrap().seal, appended.seal);
    assert_eq!(store.recording(number(3)).unwrap(), None);
    assert_eq!(store.follow(number(0), 10).unwrap().len(), 2);
    assert_eq!(store.follow(number(1), 10).unwrap()[0].number, number(2));
    assert_eq!(store.person(&person("nobody")).unwrap(), []);
    verified(&store, 3);
    let head = store.head().unwrap();
    drop(store);
    let again = Chronology::open(folder.path(), clock()).unwrap();
    assert_eq!(again.head().unwrap(), head);
    assert_eq!(again.person(&person("c-1")).unwrap(), one);
}

#[test]
fn many_writers_share_few_commits() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    std::thread::scope(|scope| {
        for writer in 0..64 {
            let store = store.clone();
            scope.spawn(move || {
                let mut last = 0;
                for at in 0..10 {
                    let about = format!("c-{writer}");
                    let appended =
                        store.append(draft("w-1", &about, "visit.made", json!({"at": at}))).unwrap();
                    assert!(appended.number.0 > last, "one worker's recordings keep their order");
                    last = appended.number.0;
                }
            });
        }
    });
    assert!(store.commits() < 320, "640 appends took {} commits", store.commits());
    for writer in 0..64 {
        let entries = store.person(&person(&format!("c-{writer}"))).unwrap();
        let order: Vec<_> = entries.iter().map(|entry| entry.body.as_ref().unwrap()["at"].clone()).collect();
        assert_eq!(order, (0..10).map(|at| json!(at)).collect::<Vec<_>>());
    }
    verified(&store, 640);
}

#[test]
fn a_key_appends_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let mut keyed = draft("w-1", "c-1", "visit.made", json!({}));
    keyed.key = Some("form 7, sent once".into());
    let first = store.append(keyed.clone()).unwrap();
    let second = store.append(keyed.clone()).unwrap();
    assert!(!first.already && second.already);
    assert_eq!(
        (second.number, second.seal, second.recorded_at),
        (first.number, first.seal, first.recorded_at)
    );
    // Sixteen at once, of which one wins.
    keyed.key = Some("sent by an impatient finger".into());
    let answers: Vec<_> = std::thread::scope(|scope| {
        let sent: Vec<_> = (0..16).map(|_| scope.spawn(|| store.append(keyed.clone()).unwrap())).collect();
        sent.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|one| !one.already).count(), 1);
    assert_eq!(answers.iter().map(|one| one.number).collect::<BTreeSet<_>>().len(), 1);
    assert_eq!(store.head().unwrap().number, number(2));
}

#[test]
fn a_recording_on_unseen_ground_is_refused_and_the_ground_shown() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    store.append(draft("w-1", "c-1", "plan.made", json!({"goal": "a"}))).unwrap();
    let mut form = draft("w-1", "c-1", "plan.reviewed", json!({}));
    let relies = vec![Reliance { about: person("c-1"), kinds: vec!["plan.".into()] }];
    form.seen = Some(Seen { up_to: number(1), relies_on: relies });

    // Her own entries, another person's, and other kinds do not matter.
    store.append(draft("w-1", "c-1", "plan.changed", json!({}))).unwrap();
    store.append(draft("w-2", "c-2", "plan.changed", json!({}))).unwrap();
    store.append(draft("w-2", "c-1", "visit.made", json!({}))).unwrap();
    store.append(form.clone()).unwrap();

    store.append(draft("w-2", "c-1", "plan.changed", json!({}))).unwrap();
    let correction = json!({"entry": "1.0", "reason": "typing", "body": {"goal": "b"}});
    store.append(draft("w-2", "c-1", own_kinds::CORRECTED, correction)).unwrap();
    let refusal = store.append(form.clone()).unwrap_err();
    assert_eq!(refusal, Refusal::Stale { unseen: vec![EntryId::new(6, 0), EntryId::new(7, 0)] });
    assert!(refusal.to_string().starts_with("Someone else has added entries"));
    assert_eq!(store.head().unwrap().number, number(7), "nothing of it was kept");

    // A merged id counts as the same child.
    form.seen.as_mut().unwrap().up_to = number(7);
    let merge = json!({"other": "c-9", "kept": "c-1", "reason": "one child"});
    store.append(draft("w-2", "c-1", own_kinds::SAME_PERSON, merge)).unwrap();
    store.append(draft("w-2", "c-9", "plan.changed", json!({}))).unwrap();
    let refusal = store.append(form).unwrap_err();
    assert_eq!(refusal, Refusal::Stale { unseen: vec![EntryId::new(9, 0)] });
}

#[test]
fn malformed_drafts_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let refused = |kind: &str, body| store.append(draft("w-1", "c-1", kind, body)).unwrap_err().to_string();
    assert_eq!(refused("note", json!({})), "“note” is not a kind of event");
    let wrong = json!({"entry": "9.0", "reason": "x"});
    assert_eq!(refused(own_kinds::WITHDRAWN, wrong), "There is no entry “9.0” to change");
    assert!(refused(own_kinds::DISPOSED, json!({"entry": "1.0"})).contains("disposed of by retention"));
    store.append(draft("w-1", "c-2", "visit.made", json!({}))).unwrap();
    let foreign = json!({"entry": "1.0", "reason": "x"});
    assert_eq!(refused(own_kinds::WITHDRAWN, foreign), "Entry 1.0 is about somebody else");
    let mut ahead = draft("w-1", "c-1", "visit.made", json!({}));
    ahead.entries[0].occurred = "2999-01-01".parse().unwrap();
    assert!(store.append(ahead).unwrap_err().to_string().contains("in the future"));
    verified(&store, 1);
}

#[test]
fn several_drafts_go_in_together_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let good = draft("w-1", "c-1", "visit.made", json!({}));
    let bad = draft("w-1", "c-1", own_kinds::WITHDRAWN, json!({"entry": "77.0", "reason": "x"}));
    store.append_all(vec![good.clone(), bad]).unwrap_err();
    assert_eq!(store.head().unwrap().number, number(0));
    let both = store.append_all(vec![good.clone(), good]).unwrap();
    assert_eq!(both.iter().map(|one| one.number).collect::<Vec<_>>(), [number(1), number(2)]);
    verified(&store, 2);
}

#[test]
fn history_keeps_its_own_times_and_runs_forwards() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let at = |day: usize| -> Timestamp { format!("2020-01-{day:02}T09:00:00Z").parse().unwrap() };
    let past = |day: usize, key: &str| {
        let mut one = draft("w-1", &format!("c-{}", day % 3), "visit.made", json!({"day": day}));
        one.entries[0].occurred = format!("2020-01-{day:02}").parse().unwrap();
        one.key = Some(format!("{key}{day}"));
        (one, at(day))
    };
    assert_eq!(store.append_history((1..=20).map(|day| past(day, "a"))).unwrap(), 20);
    assert_eq!(store.append_history((1..=20).map(|day| past(day, "a"))).unwrap(), 0, "twice adds nothing");
    assert_eq!(store.recording(number(5)).unwrap().unwrap().recorded_at, at(5));
    let backwards = store.append_history([past(3, "b")].into_iter()).unwrap_err();
    assert!(backwards.to_string().contains("before the last recording"), "{backwards}");
    let foretold = (past(25, "c").0, at(21));
    assert!(store.append_history([foretold].into_iter()).unwrap_err().to_string().contains("future"));
    assert_eq!(store.head().unwrap().number, number(20));
    verified(&store, 20);
}

#[test]
fn time_never_runs_backwards_even_if_the_clock_does() {
    let folder = tempfile::tempdir().unwrap();
    let ticks = Arc::new(AtomicI64::new(1_700_000_000));
    let wound = Arc::clone(&ticks);
    let clock: store::Clock =
        Arc::new(move || Timestamp::from_second(wound.load(Ordering::Relaxed)).unwrap());
    let store = Chronology::create(folder.path(), clock).unwrap();
    let mut visit = draft("w-1", "c-1", "visit.made", json!({}));
    visit.entries[0].occurred = "2020-01-01".parse().unwrap();
    let first = store.append(visit.clone()).unwrap();
    ticks.store(1_600_000_000, Ordering::Relaxed);
    assert_eq!(store.append(visit).unwrap().recorded_at, first.recorded_at);
    verified(&store, 2);
}

#[test]
fn long_notes_and_every_script_come_back_to_the_letter() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let long: String = "A long night. ".chars().cycle().take(500_000).collect();
    let scripts = "Ćwiklińska, Нина, 王秀英, محمد, שָׁלוֹם, 👩🏽‍👧, a\u{0}b, e\u{301}, \u{feff}line\r\n\tend";
    let body =
        json!({"text": long, "names": scripts, "figures": [0.1, 1e300, -0.0, 18446744073709551615u64]});
    store.append(draft("w-1", "c-1", "case_note.written", body.clone())).unwrap();
    let read = store.person(&person("c-1")).unwrap();
    assert_eq!(json!(read[0].body), body);
    verified(&store, 1);
}

#[test]
fn only_one_process_writes_and_any_may_read() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Chronology::open(folder.path(), clock()), Err(OpenFault::Missing(_))));
    let store = Chronology::create(folder.path(), clock()).unwrap();
    assert!(matches!(Chronology::open(folder.path(), clock()), Err(OpenFault::Busy(_))));
    store.append(draft("w-1", "c-1", "visit.made", json!({}))).unwrap();
    let reader = Chronology::open_for_reading(folder.path()).unwrap();
    assert_eq!(reader.head().unwrap(), store.head().unwrap());
    assert_eq!(reader.append(draft("w-1", "c-1", "visit.made", json!({}))), Err(Refusal::ReadOnly));
    drop(store);
    assert!(matches!(Chronology::create(folder.path(), clock()), Err(OpenFault::Present(_))));
    Chronology::open(folder.path(), clock()).unwrap();
}

#[test]
fn a_file_of_another_kind_or_format_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chronology.sqlite");
    std::fs::write(&path, "not a database at all, but long enough to look like one").unwrap();
    assert!(matches!(Chronology::open(folder.path(), clock()), Err(OpenFault::Format(_))));
    std::fs::remove_file(&path).unwrap();
    drop(Chronology::create(folder.path(), clock()).unwrap());
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let fault = Chronology::open(folder.path(), clock()).err().unwrap();
    assert!(fault.to_string().contains("format 99"), "{fault}");
}

#[test]
fn a_follower_is_woken() {
    let folder = tempfile::tempdir().unwrap();
    let store = Chronology::create(folder.path(), clock()).unwrap();
    let waiting = store.clone();
    let follower = std::thread::spawn(move || {
        waiting.wait_beyond(RecordingNumber(0), std::time::Duration::from_secs(20))
    });
    let appended = store.append(draft("w-1", "c-1", "visit.made", json!({}))).unwrap();
    let head = follower.join().unwrap().unwrap();
    assert_eq!((head.number, head.seal), (appended.number, appended.seal));
    assert_ne!(head.seal, Seal::GENESIS);
}
