//! `onen verify`, `rebuild`, `backup` and `restore`.

use super::support::{DECISION, Place, text_of};

#[test]
fn a_sound_chronology_verifies_and_its_views_equal_a_rebuild() {
    let place = Place::with_child();
    place.run(&["due"]).done();
    place.record(DECISION).done();
    let verified = place.run(&["verify", "--json"]).done().json().remove(0);
    assert_eq!((&verified["sound"], &verified["recordings"]), (&true.into(), &3.into()), "{verified}");
    assert!(verified["seal"].as_str().is_some_and(|seal| seal.len() == 64));
    assert!(place.run(&["verify"]).done().out.starts_with("Sound: 3 recordings"));
}

#[test]
fn tampering_is_found_naming_the_first_bad_entry() {
    let attacks = [
        (
            "UPDATE entry SET body = replace(body, 'hungry', 'happy') WHERE kind = 'contact.received'",
            "entry 2.1",
        ),
        ("UPDATE entry SET occurred = '2026-03-01' WHERE kind = 'contact.received'", "recording 2"),
        ("UPDATE entry SET about = 'jory' WHERE kind = 'contact.received'", "recording 2"),
        ("UPDATE recording SET author = 'fran' WHERE number = 2", "recording 2"),
        ("DELETE FROM entry WHERE kind = 'contact.received'", "recording 2"),
        ("DELETE FROM entry WHERE id / 65536 = 2; DELETE FROM recording WHERE number = 2", "recording 3"),
        ("UPDATE recording SET recorded_at = recorded_at + 1000000000 WHERE number = 1", "recording 1"),
    ];
    for (attack, named) in attacks {
        let place = Place::with_child();
        place.record(DECISION).done();
        let connection =
            rusqlite::Connection::open(place.data().join("chronology.sqlite")).expect("the file");
        connection.execute_batch(attack).expect("the attack");
        drop(connection);
        let found = place.run(&["verify"]).no();
        assert!(found.out.contains(named), "{attack}: {found:?}");
        let found = place.run(&["verify", "--json"]).no().json().remove(0);
        assert_eq!(found["sound"], false, "{attack}");
        assert!(found["because"].as_str().is_some_and(|why| why.contains(named)), "{attack}: {found}");
    }
}

#[test]
fn a_view_that_differs_from_a_rebuild_is_found_and_rebuild_mends_it() {
    let place = Place::with_child();
    place.run(&["due"]).done();
    let views = place.data().join("views.sqlite");
    let connection = rusqlite::Connection::open(&views).expect("the views");
    let changed = connection.execute("UPDATE duty SET due_on = '2031-01-01' WHERE due_on IS NOT NULL", []);
    assert!(changed.expect("the views hold duties") > 0);
    drop(connection);
    let found = place.run(&["verify"]).no();
    assert!(found.out.contains("duty"), "{found:?}");
    let rebuilt = place.run(&["rebuild", "--json"]).done().json().remove(0);
    assert_eq!(rebuilt["people"], 4, "{rebuilt}");
    place.run(&["verify"]).done();
    std::fs::remove_file(&views).expect("views may be deleted at any time");
    let due = place.run(&["due", "--as-at", "2026-03-04", "--json"]).done().json();
    assert!(due.iter().any(|duty| duty["person"] == "kerra"), "{due:?}");
}

#[test]
fn a_backup_is_an_authority_and_comes_back_verified() {
    let place = Place::with_child();
    std::fs::create_dir_all(place.data().join("files")).expect("a folder");
    std::fs::write(place.data().join("files/drawing"), b"a sun").expect("a file");
    let copy = text_of(&place.path("copy"));
    let kept = place.run(&["backup", &copy, "--json"]).done().json().remove(0);
    assert_eq!(kept["recordings"], 2);
    place.record(DECISION).done();

    let back = text_of(&place.path("back"));
    let restored = super::support::onen(&["--data", &back, "restore", &copy, "--json"], "").done().json();
    assert_eq!((&restored[0]["recordings"], &restored[0]["seal"]), (&2.into(), &kept["seal"]));
    assert_eq!(std::fs::read(place.path("back/files/drawing")).expect("the drawing"), b"a sun");
    let verified = super::support::onen(&["--data", &back, "verify", "--json"], "").done().json();
    assert_eq!(verified[0]["seal"], kept["seal"]);
    assert!(super::support::onen(&["--data", &back, "show", "kerra"], "").done().out.contains("hungry"));

    place.run(&["backup", &copy]).refused(&[&copy, "already holds"]);
    place.run(&["restore", &copy]).refused(&[&text_of(&place.data()), "not empty"]);
    assert_eq!(place.recordings(), 3, "what was there is untouched");
}

#[test]
fn a_backup_that_was_altered_is_not_restored() {
    let place = Place::with_child();
    let copy = text_of(&place.path("copy"));
    place.run(&["backup", &copy]).done();
    let connection = rusqlite::Connection::open(place.path("copy/chronology.sqlite")).expect("the copy");
    connection.execute_batch("UPDATE entry SET body = replace(body, 'hungry', 'happy')").expect("the attack");
    drop(connection);
    let back = place.path("back");
    super::support::onen(&["--data", &text_of(&back), "restore", &copy], "").refused(&["entry 2.1"]);
    assert!(!back.join("chronology.sqlite").exists() && !back.join("authority.toml").exists());
    place.run(&["restore", &text_of(&place.path("nothing"))]).refused(&["nothing"]);
}
