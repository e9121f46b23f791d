//! `onen record` and `onen show`.

use super::support::{CHILD, DECISION, Place, STAFF};

#[test]
fn f001_the_command_line_refuses_a_decision_naming_the_missing_part_then_keeps_it_whole() {
    let place = Place::with_child();
    let before = place.recordings();
    let lacking: String = DECISION
        .lines()
        .filter(|line| !line.contains("reason:") && !line.contains("history"))
        .fold(String::new(), |text, line| text + line + "\n");
    place.record(&lacking).refused(&[
        "now.onen, line 1",
        "Give the reason for the decision for Kerra",
        "Say what history was weighed, or that none was found, for Kerra",
    ]);
    assert_eq!(place.recordings(), before, "nothing was written");

    place.record(DECISION).done();
    assert_eq!(place.recordings(), before + 1);
    let entries = place.run(&["show", "kerra", "--json"]).done().json()[0]["entries"].clone();
    let decided =
        entries.as_array().expect("entries").iter().find(|entry| entry["kind"] == "contact.decided");
    let decided = decided.expect("the decision is kept");
    assert_eq!(decided["body"]["decided_by"], "fran");
    assert_eq!(decided["author"], "fran");
    assert!(decided["recorded_at"].is_string(), "with the time");
}

#[test]
fn f002_the_command_line_refuses_a_screener_who_ends_a_concern_of_harm() {
    let place = Place::with_child();
    let ending = DECISION.replace("outcome: referral", "outcome: no_further_action");
    let by_screener =
        ending.replace("fran as team_manager", "sam as screener").replace("by: fran", "by: sam");
    place.record(&by_screener).refused(&["possible harm", "manager", "Kerra"]);
    place.record(&ending).done();
}

#[test]
fn a_decision_may_rest_on_a_recording_before_it_in_the_same_file() {
    let place = Place::authority();
    place.record_history(STAFF);
    let both = format!("{}{DECISION}", CHILD.replace(" at 2026-03-02 10:00", ""));
    place.record(&both).done();
    assert_eq!(place.recordings(), 3);
}

#[test]
fn a_file_with_faults_is_refused_whole_with_each_line() {
    let place = Place::with_child();
    let before = place.recordings();
    let note =
        "recording by hannah as social_worker\n  2026-03-04 kerra case_note.recorded\n    note: Seen.\n";
    let faulty: &[(String, &[&str])] = &[
        (format!("{note}  2026-03-04 kerra visit.mad\n"), &["line 4", "visit.made"]),
        (format!("{note}  2026-02-30 kerra visit.made\n"), &["line 4", "2026-02-30"]),
        (
            format!("{note}  2026-03-04 kerra visit.made\n    seen: perhaps\n"),
            &["line 5", "seen", "“perhaps”"],
        ),
        (format!("{note}  2099-03-04 kerra visit.made\n"), &["line 4", "future"]),
        (note.replace("worker\n", "worker at 2026-03-04 09:00\n"), &["line 1", "--as-history"]),
        (String::new(), &["no recordings"]),
        ("# only words\n".to_owned(), &["no recordings"]),
    ];
    for (text, says) in faulty {
        place.record(text).refused(says).refused(&["now.onen"]);
    }
    place.run(&["record", "no-such-file"]).refused(&["no-such-file"]);
    let two = format!("{note}  2026-03-04 kerra visit.mad\n  2026-02-30 kerra visit.made\n");
    let refused = place.record(&two);
    assert_eq!((refused.code, refused.err.lines().count()), (2, 2), "{refused:?}");
    assert_eq!(place.recordings(), before, "nothing was written");
}

#[test]
fn a_file_that_is_not_text_is_refused() {
    let place = Place::authority();
    let path = place.path("photo.onen");
    std::fs::write(&path, [0xFF, 0xD8, 0xFF]).expect("a file");
    place.run(&["record", path.to_str().expect("a path")]).refused(&["photo.onen"]);
}

#[test]
fn a_key_makes_recording_twice_add_nothing() {
    let place = Place::with_child();
    let note = "recording by hannah as social_worker key \"n 1\"\n  2026-03-04 kerra case_note.recorded\n    note: Seen.\n";
    place.record(note).done();
    let after = place.recordings();
    place.record(note).done();
    assert_eq!(place.recordings(), after);
}

#[test]
fn what_is_shown_is_the_notation_then_timeline_dues_and_findings() {
    let place = Place::with_child();
    place.record(DECISION).done();
    let shown = place.run(&["show", "kerra", "--as-at", "2026-03-03"]).done().out;
    for part in [
        "contact.decided",
        "reason: School has told us",
        "# Kerra Tregear on 2026-03-03",
        "age: 6",
        "# Due",
        "# Findings",
    ] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    let notation: String = shown.split("\n# Kerra Tregear").next().unwrap_or_default().to_owned();
    let again = Place::authority();
    again.record_history(&notation);
    let twice = again.run(&["show", "kerra", "--as-at", "2026-03-03"]).done().out;
    assert!(twice.contains("reason: School has told us of the same thing twice."), "{twice}");
    place.run(&["show", "nobody"]).refused(&["“nobody”"]);
    place.run(&["show", "No One"]).refused(&["“No One”"]);
    place.run(&["show", "kerra", "--known-at", "yesterday"]).refused(&["“yesterday”"]);
}

/// A visit of 5 March that was recorded on the 9th, and corrected on the 12th.
const LATE: &str = "\
recording by hannah as social_worker at 2026-03-09 12:00
  2026-03-05 15:00 kerra visit.made @visit
    seen: yes
    words: It is cold at home.
recording by hannah as social_worker at 2026-03-12 12:00
  2026-03-12 kerra entry.corrected
    entry: @visit
    reason: It was the sixth.
    occurred: 2026-03-06 15:00
    body: visit.made
      seen: yes
      words: It is cold at home.
";

#[test]
fn any_moment_can_be_seen_as_it_was_and_as_it_was_known() {
    let place = Place::with_child();
    place.record_history(LATE);
    let visits = |arguments: &[&str]| -> Vec<String> {
        let command = [&["show", "kerra", "--json"], arguments].concat();
        let shown = place.run(&command).done().json()[0]["entries"].clone();
        let entries = shown.as_array().expect("entries").clone();
        entries
            .iter()
            .filter_map(|entry| entry["kind"].as_str())
            .filter(|kind| *kind != "person.identified")
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(visits(&["--as-at", "2026-03-04"]), ["contact.received"]);
    assert_eq!(visits(&["--as-at", "2026-03-05"]), ["contact.received"], "it was the sixth");
    assert_eq!(
        visits(&["--as-at", "2026-03-05", "--known-at", "2026-03-09"]),
        ["contact.received", "visit.made"],
        "as was thought then"
    );
    assert_eq!(visits(&["--as-at", "2026-03-06"]), ["contact.received", "visit.made", "entry.corrected"]);
    assert_eq!(visits(&["--known-at", "2026-03-09T11:59"]), ["contact.received"]);
    assert_eq!(visits(&["--known-at", "2026-03-09T12:00"]), ["contact.received", "visit.made"]);
    assert_eq!(visits(&["--known-at", "2026-03-09T12:00:00Z"]), ["contact.received", "visit.made"]);
    assert_eq!(visits(&["--known-at", "2026-03-12"]), ["contact.received", "visit.made", "entry.corrected"]);
    assert_eq!(visits(&["--as-at", "2026-03-05", "--known-at", "2026-03-08"]), ["contact.received"]);
    let shown = place.run(&["show", "kerra", "--as-at", "2026-03-06"]).done().out;
    assert!(shown.contains("corrected by 4.0: It was the sixth."), "{shown}");
    place.run(&["show", "kerra", "--as-at", "2026-03-01"]).refused(&["“kerra”"]);
}
