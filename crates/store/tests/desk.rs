//! The desk: accounts, sessions, drafts that can go back, tokens, settings, the log of looks.

mod county_of_one;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use county_of_one::person;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::desk::{Account, Desk, DraftId, Look};

/// A desk whose clock stands until it is moved, by so many seconds.
fn desk() -> (tempfile::TempDir, Desk, impl Fn(i64)) {
    let folder = tempfile::tempdir().unwrap();
    let now = Arc::new(AtomicI64::new(1_770_000_000));
    let shown = Arc::clone(&now);
    let clock: store::Clock =
        Arc::new(move || Timestamp::from_second(shown.load(Ordering::Relaxed)).unwrap());
    let desk = Desk::open(folder.path(), clock).unwrap();
    let pass = move |seconds| {
        now.fetch_add(seconds, Ordering::Relaxed);
    };
    (folder, desk, pass)
}

fn account(disabled: bool) -> Account {
    Account {
        person: person("w-1"),
        name: "Morwenna Tregear".into(),
        role: "social_worker".into(),
        team: Some("Kerrier 2".into()),
        password_hash: Some("$argon2id$…".into()),
        disabled,
    }
}

#[test]
fn accounts_are_kept_changed_and_disabled_with_their_sessions() {
    let (_folder, desk, _) = desk();
    assert_eq!(desk.account(&person("w-1")).unwrap(), None);
    desk.put_account(&account(false)).unwrap();
    assert_eq!(desk.account(&person("w-1")).unwrap(), Some(account(false)));
    let token = desk.open_session(&person("w-1"), SignedDuration::from_hours(8)).unwrap();
    assert!(desk.session(&token).unwrap().is_some());
    desk.put_account(&account(true)).unwrap();
    assert_eq!(desk.session(&token).unwrap(), None);
    assert_eq!(desk.accounts().unwrap(), [account(true)]);
}

#[test]
fn sessions_end_by_themselves_or_when_revoked() {
    let (folder, desk, pass) = desk();
    let open = || desk.open_session(&person("w-1"), SignedDuration::from_mins(30)).unwrap();
    let (one, two) = (open(), open());
    assert_ne!(one, two);
    assert_eq!(one.len(), 64);
    pass(120);
    desk.session(&one).unwrap();
    let session = desk.session(&one).unwrap().unwrap();
    assert_eq!(session.last_seen.as_second() - session.created.as_second(), 120);
    desk.revoke_session(&one).unwrap();
    assert_eq!(desk.session(&one).unwrap(), None);
    assert!(desk.session(&two).unwrap().is_some());
    assert_eq!(desk.session("guessed").unwrap(), None);
    pass(30 * 60);
    assert_eq!(desk.session(&two).unwrap(), None);
    let three = open();
    desk.revoke_sessions_of(&person("w-1")).unwrap();
    assert_eq!(desk.session(&three).unwrap(), None);
    // Nobody who reads the file can sign in with what is in it.
    let file = std::fs::read(folder.path().join("desk.sqlite-wal")).unwrap();
    assert!(!String::from_utf8_lossy(&file).contains(&three));
}

#[test]
fn a_draft_goes_back_to_how_it_stood() {
    let (_folder, desk, pass) = desk();
    let (author, about) = (person("w-1"), json!(["c-1", "c-2"]));
    let draft = desk.begin_draft(&author, "visit", &about, &json!({"seen": ""})).unwrap();
    assert_eq!((draft.version, &draft.about), (1, &about));
    pass(60);
    let saved = desk.save_draft(&draft.id, &json!({"seen": "yes"})).unwrap().unwrap();
    assert_eq!(saved.version, 2);
    assert_eq!(
        desk.save_draft(&draft.id, &json!({"seen": "yes"})).unwrap().unwrap(),
        saved,
        "nothing changed"
    );
    pass(60);
    desk.save_draft(&draft.id, &json!({})).unwrap();
    let back = desk.undo_draft_to(&draft.id, 2).unwrap().unwrap();
    assert_eq!((back.version, &back.body), (4, &json!({"seen": "yes"})));
    assert_eq!(
        desk.draft_at_version(&draft.id, 3).unwrap().unwrap().body,
        json!({}),
        "undoing can be undone"
    );
    assert_eq!(desk.undo_draft_to(&draft.id, 9).unwrap(), None);

    let other = desk.begin_draft(&person("w-2"), "visit", &about, &json!({})).unwrap();
    assert_eq!(desk.drafts_of(&author).unwrap(), std::slice::from_ref(&back));
    desk.discard_draft(&draft.id).unwrap();
    assert_eq!(desk.draft(&draft.id).unwrap(), None);
    assert_eq!(desk.draft_versions(&draft.id).unwrap(), []);
    assert_eq!(desk.save_draft(&DraftId::new("guessed"), &json!({})).unwrap(), None);
    assert!(desk.draft(&other.id).unwrap().is_some());
}

#[test]
fn an_hour_of_typing_keeps_every_minute_and_the_last_twenty_saves() {
    let (_folder, desk, pass) = desk();
    let draft = desk.begin_draft(&person("w-1"), "visit", &json!(null), &json!(0)).unwrap();
    for second in 1..3_600 {
        pass(1);
        desk.save_draft(&draft.id, &json!(second)).unwrap();
    }
    let versions = desk.draft_versions(&draft.id).unwrap();
    assert!((79..=82).contains(&versions.len()), "{} versions", versions.len());
    let minutes: std::collections::BTreeSet<_> =
        versions.iter().map(|one| one.saved_at.as_second() / 60).collect();
    assert!(minutes.len() >= 60);
    assert_eq!(versions[0].version, 3_600);
    assert!(versions[..20].iter().zip(&versions[1..]).all(|(later, one)| later.version == one.version + 1));
}

fn look(who: &str, whom: &str, broke_glass: bool) -> Look {
    let why = if broke_glass { "police at the door" } else { "allocated" };
    Look { who: person(who), role: "social worker".into(), whom: person(whom), why: why.into(), broke_glass }
}

#[test]
fn everyone_who_looked_is_seen_latest_first() {
    let (folder, desk, pass) = desk();
    std::thread::scope(|scope| {
        for at in 0..32 {
            let desk = desk.clone();
            scope.spawn(move || desk.log_look(look(&format!("w-{at}"), "c-1", false)).unwrap());
        }
    });
    pass(60);
    desk.log_look(look("w-99", "c-1", true)).unwrap();
    desk.log_look(look("w-99", "c-2", false)).unwrap();
    let seen = desk.looks_at(&person("c-1"), None, 10).unwrap();
    assert_eq!((seen.len(), &seen[0].look), (10, &look("w-99", "c-1", true)));
    let earlier = desk.looks_at(&person("c-1"), Some(seen[9].number), 100).unwrap();
    assert_eq!(earlier.len(), 23);
    assert!(seen.iter().chain(&earlier).is_sorted_by(|a, b| a.number > b.number));
    assert_eq!(desk.looks_by(&person("w-99"), None, 10).unwrap().len(), 2);
    assert_eq!(desk.broken_glass(None, 10).unwrap().len(), 1);
    drop(desk);
    let again = Desk::open(folder.path(), county_of_one::clock()).unwrap();
    assert_eq!(again.looks_at(&person("c-1"), None, 100).unwrap().len(), 33);
}

#[test]
fn tokens_are_shown_once_and_can_be_revoked() {
    let (_folder, desk, _) = desk();
    let token = desk.issue_token("school system", &person("p-school"), "partner").unwrap();
    let found = desk.token(&token).unwrap().unwrap();
    assert_eq!((found.person, found.role.as_str()), (person("p-school"), "partner"));
    assert_eq!(desk.token("guessed").unwrap(), None);
    assert_eq!(desk.revoke_tokens("school system").unwrap(), 1);
    assert_eq!(desk.token(&token).unwrap(), None);
    assert!(desk.tokens().unwrap()[0].revoked.is_some());
}

#[test]
fn settings_are_kept() {
    let (folder, desk, _) = desk();
    desk.set("authority", "Kernow").unwrap();
    desk.set("authority", "Cornwall").unwrap();
    drop(desk);
    let desk = Desk::open(folder.path(), county_of_one::clock()).unwrap();
    assert_eq!(desk.setting("authority").unwrap().as_deref(), Some("Cornwall"));
    assert_eq!(desk.setting("nothing").unwrap(), None);
    assert_eq!(desk.settings().unwrap().len(), 1);
}

#[test]
fn a_session_that_stands_idle_ends_and_one_in_use_goes_on() {
    let (_folder, desk, pass) = desk();
    desk.put_account(&account(false)).unwrap();
    let open = || desk.open_session(&person("w-1"), SignedDuration::from_hours(12)).unwrap();
    let (idle, used) = (open(), open());
    for _ in 0..3 {
        pass(20 * 60);
        assert!(desk.session(&used).unwrap().is_some(), "somebody at work stays signed in");
    }
    assert_eq!(desk.session(&idle).unwrap(), None, "an hour without a page");
    pass(29 * 60);
    assert!(desk.session(&used).unwrap().is_some());
    pass(30 * 60);
    assert_eq!(desk.session(&used).unwrap(), None, "half an hour without a page");
}

#[test]
fn a_record_opened_with_a_reason_stays_open_over_a_restart_until_it_ends() {
    let (folder, desk, _) = desk();
    let (who, whom) = (person("w-1"), person("c-1"));
    let until = Timestamp::from_second(1_770_000_000 + 3_600).unwrap();
    desk.keep_opening(&who, &whom, "Police station at two in the morning", until).unwrap();
    drop(desk);
    let shown = Arc::new(AtomicI64::new(1_770_000_000 + 3_599));
    let moment = Arc::clone(&shown);
    let clock: store::Clock =
        Arc::new(move || Timestamp::from_second(moment.load(Ordering::Relaxed)).unwrap());
    let desk = Desk::open(folder.path(), clock).unwrap();
    assert_eq!(desk.opening(&who, &whom).unwrap().as_deref(), Some("Police station at two in the morning"));
    assert_eq!(desk.opening(&who, &person("c-2")).unwrap(), None);
    shown.fetch_add(1, Ordering::Relaxed);
    assert_eq!(desk.opening(&who, &whom).unwrap(), None);
}

#[test]
fn a_desk_of_the_first_format_is_brought_up_to_this_one() {
    let (folder, desk, _) = desk();
    desk.put_account(&account(false)).unwrap();
    drop(desk);
    let file = rusqlite::Connection::open(folder.path().join("desk.sqlite")).unwrap();
    file.execute_batch("DROP TABLE opening; DROP TABLE one_time_link; PRAGMA user_version = 1;").unwrap();
    drop(file);
    let desk = Desk::open(folder.path(), store::system_clock()).unwrap();
    assert_eq!(desk.account(&person("w-1")).unwrap(), Some(account(false)), "nothing is lost");
    assert_eq!(desk.opening(&person("w-1"), &person("c-1")).unwrap(), None);
}
