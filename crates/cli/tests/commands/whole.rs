//! What `onen record` and `onen demo` never do: half of a file, a label on another entry, a record lost.

use super::support::{Place, onen, text_of};

/// A call about Kerra, each recording with a key of its own, so that the file may grow and be recorded again.
const KEYED: &str = "\
recording by sam as screener key \"k 1\"
  2026-03-02 kerra contact.received @call
    worry: She came to school hungry.
";

const GROWN: &str = "\
recording by sam as screener key \"k 2\"
  2026-03-02 kerra contact.screened
    contact: @call
    history: None found.
";

const OTHER: &str = "\
recording by sam as screener
  2026-03-02 jory case_note.recorded
    note: Another child.
";

#[test]
fn a_label_names_its_own_entry_when_a_file_with_keys_has_grown() {
    let place = Place::authority();
    place.record(KEYED).done();
    place.record(OTHER).done();
    place.record(&format!("{KEYED}{GROWN}")).done();
    let entries = place.run(&["show", "kerra", "--json"]).done().json()[0]["entries"].clone();
    let entries = entries.as_array().expect("entries");
    let of = |kind: &str| entries.iter().find(|entry| entry["kind"] == kind).expect("it is there");
    assert_eq!(of("contact.screened")["body"]["contact"], of("contact.received")["entry"]);
    assert_eq!(entries.len(), 2, "{entries:?}");

    let again = place.run(&["record", &place.file("now.onen", &format!("{KEYED}{GROWN}")), "--json"]).done();
    let said = again.json().remove(0);
    assert_eq!((&said["added"], &said["already"], &said["first"]), (&0.into(), &2.into(), &().into()));
}

#[test]
fn a_key_said_twice_in_a_file_is_one_recording() {
    let place = Place::authority();
    place.record(&format!("{KEYED}{}{GROWN}{OTHER}", KEYED.replace(" @call", ""))).done();
    assert_eq!(place.recordings(), 3);
    let entries = place.run(&["show", "kerra", "--json"]).done().json()[0]["entries"].clone();
    assert_eq!(entries[1]["body"]["contact"], "1.0", "{entries}");
}

#[test]
fn a_long_history_with_one_fault_leaves_nothing_and_the_line_is_named() {
    let place = Place::authority();
    let note = |n: usize| {
        format!(
            "recording by onen as administrator at 2026-03-02 10:00\n  2026-03-02 c{n} case_note.recorded\n    note: Yes.\n"
        )
    };
    let mut text: String = (0..2_100).map(note).collect();
    text += "recording by onen as administrator at 2026-03-02 10:00\n  2026-03-02 c1 entry.withdrawn\n    entry: 99999.0\n    reason: No.\n";
    let file = place.file("history.onen", &text);
    place.run(&["record", &file, "--as-history"]).refused(&["history.onen", "line 6302", "99999.0"]);
    assert_eq!(place.recordings(), 0, "nothing was written");
    let files = std::fs::read_dir(place.data()).expect("a folder");
    let folders = files.filter(|file| file.as_ref().is_ok_and(|file| file.path().is_dir())).count();
    assert_eq!(folders, 0, "no copy is left behind");
}

#[test]
fn a_correction_of_nothing_is_refused_with_its_line() {
    let place = Place::with_child();
    let before = place.recordings();
    let text = format!(
        "{OTHER}recording by sam as screener\n  2026-03-04 kerra entry.withdrawn\n    entry: 77.0\n    reason: No.\n"
    );
    place.record(&text).refused(&["now.onen, line 5", "77.0"]);
    assert_eq!(place.recordings(), before, "nothing was written");
}

#[test]
fn history_older_than_the_record_is_dated_now_and_that_is_said() {
    let place = Place::authority();
    place.record(OTHER).done();
    let old = OTHER.replace("screener", "screener at 2026-03-02 10:00").replace("jory", "kerra");
    let said = place.record_history(&old);
    assert!(said.out.contains("1 of them are dated now"), "{said:?}");
    place.run(&["show", "kerra", "--known-at", "2026-03-03"]).refused(&["“kerra”"]);
    place.run(&["verify"]).done();
}

#[test]
fn a_demonstration_never_takes_the_place_of_a_record_whose_name_is_lost() {
    let place = Place::with_child();
    std::fs::remove_file(place.data().join("authority.toml")).expect("it was there");
    let data = text_of(&place.data());
    onen(&["--data", &data, "demo", "--children", "20", "--port", "0"], "")
        .refused(&[&data, "holds a record"]);
    let named = "authority = \"Kernow\"\npractice = \"england\"\n";
    std::fs::write(place.data().join("authority.toml"), named).expect("a file");
    assert_eq!(place.recordings(), 2, "it is all there");
}

#[test]
fn a_demonstration_begins_again_where_an_invention_was_cut_short() {
    let place = Place::authority();
    std::fs::remove_file(place.data().join("authority.toml")).expect("it was there");
    std::fs::write(place.data().join("inventing"), "").expect("a file");
    let data = text_of(&place.data());
    drop(super::service::Served::start(&["--data", &data, "demo", "--children", "20", "--port", "0"]));
    assert!(place.recordings() > 20);
    assert!(!place.data().join("inventing").exists());
}
