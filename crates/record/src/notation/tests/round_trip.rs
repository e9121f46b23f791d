//! Written, then read back.

use chronology::{Body, Draft, EntryDraft, PersonId, Recording, RecordingNumber, Salt, Seal, Source};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;

use super::generated::{body, json as any_json, kind_and_body, occurred, person, text};
use crate::notation::{parse, resolve, write};

fn sealed(drafts: Vec<Draft>) -> Vec<Recording> {
    let mut previous = Seal::GENESIS;
    let at: Timestamp = "2026-03-18T16:40:00.123456789Z".parse().unwrap();
    let seal = |(number, draft): (u64, Draft)| {
        let recording = draft.sealed(RecordingNumber(number), at, previous, || Salt([7; 16]));
        previous = recording.seal;
        recording
    };
    (1..).zip(drafts).map(seal).collect()
}

/// Writes the drafts as recordings and reads them back.
#[track_caller]
fn check(drafts: Vec<Draft>) {
    let recordings = sealed(drafts.clone());
    let written = write(&recordings);
    let noted = parse(&written).unwrap_or_else(|faults| panic!("{faults:#?}\n{written}"));
    assert_eq!(noted.iter().map(|one| one.draft.clone()).collect::<Vec<_>>(), drafts, "{written}");
    assert!(noted.iter().zip(&recordings).all(|(one, kept)| one.at == Some(kept.recorded_at)));
    // And with the line ends and the mark that other machines put in.
    let elsewhere = format!("\u{feff}{}", written.replace('\n', "\r\n"));
    let again = parse(&elsewhere).unwrap_or_else(|faults| panic!("{faults:#?}\n{elsewhere}"));
    assert_eq!(again, noted);
}

fn draft(entries: Vec<EntryDraft>) -> Draft {
    let author = PersonId::new("hannah-pascoe").unwrap();
    Draft { entries, ..Draft::by(author, "social_worker") }
}

fn about(kind: &str, occurred: chronology::Occurred, body: Body) -> EntryDraft {
    let person = PersonId::new("morwenna-nance").unwrap();
    EntryDraft { body, ..EntryDraft::new(person, kind, occurred) }
}

#[test]
fn every_kind_of_event_with_any_values() {
    for kind in crate::kinds() {
        let mut runner =
            TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
        runner
            .run(&(body(kind), occurred()), |(body, occurred)| {
                check(vec![draft(vec![about(kind.kind, occurred, body)])]);
                Ok(())
            })
            .unwrap_or_else(|fault| panic!("{}: {fault}", kind.kind));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn recordings_of_several_entries(
        all in vec(vec((kind_and_body(), occurred(), person()), 1..4), 1..4),
        role in "\\PC{1,20}", whom in proptest::option::of(text()), key in proptest::option::of(text()),
        source in proptest::option::of((text(), text())),
    ) {
        let drafts = all.into_iter().map(|entries| {
            let entries = entries.into_iter().map(|((kind, body), occurred, person)| {
                EntryDraft { body, ..EntryDraft::new(person, kind.kind, occurred) }
            });
            let source = source.clone().map(|(file, row)| Source { file, row });
            let draft = draft(entries.collect());
            Draft { role: role.clone(), on_behalf_of: whom.clone(), key: key.clone(), source, ..draft }
        });
        check(drafts.collect());
    }

    #[test]
    fn kinds_nobody_knows(fields in vec((text(), any_json()), 0..5), version in 1_u16..9, occurred in occurred()) {
        let entry = about("tide.measured", occurred, fields.into_iter().collect());
        check(vec![draft(vec![EntryDraft { version, ..entry }])]);
    }

    #[test]
    fn versions_nobody_knows(fields in vec((text(), any_json()), 0..5), occurred in occurred()) {
        let entry = about("visit.made", occurred, fields.into_iter().collect());
        check(vec![draft(vec![EntryDraft { version: 2, ..entry }])]);
    }

    #[test]
    fn shared_words(words in text(), own in text(), occurred in occurred()) {
        let shared = json!({"place": "home", "analysis": words}).as_object().cloned().unwrap();
        let own = json!({"seen": "yes", "words": own}).as_object().cloned().unwrap();
        let mut entry = about("visit.made", occurred, own);
        entry.shares = true;
        let apart = about("person.died", occurred, Body::new());
        check(vec![Draft { shared, ..draft(vec![apart, entry]) }]);
    }
}

#[test]
fn a_very_long_note() {
    let day = jiff::civil::date(2026, 3, 18);
    for piece in ["Long words without a break ", "A line.\n", "🙂", "\"\\\"", "# - |\n"] {
        let note: String = piece.chars().cycle().take(500_000).chain("end".chars()).collect();
        let body = json!({ "note": note }).as_object().cloned().unwrap();
        check(vec![draft(vec![about("case_note.recorded", day.into(), body)])]);
    }
}

#[test]
fn references_follow_their_entries_to_other_numbers() {
    let text = "
recording by sam-rowe as screener at 2026-03-18T10:00Z
  2026-03-18 morwenna-nance person.died
  2026-03-18 morwenna-nance contact.received @first
recording by sam-rowe as screener at 2026-03-18T11:00Z
  2026-03-18 morwenna-nance contact.decided
    contact: @first
    outcome: referral
  2026-03-18 morwenna-nance entry.corrected
    entry: @first
    reason: misheard
    body: contact.received
      worry: He is hungry
  2026-03-18 morwenna-nance entry.disposed
    entries: @first, 7.1
";
    let noted = parse(text).unwrap();
    assert_eq!(noted[1].draft.entries[0].body["contact"], "1.1");
    let drafts = resolve(&noted, RecordingNumber(41));
    assert_eq!(drafts[1].entries[0].body["contact"], "41.1");
    assert_eq!(drafts[1].entries[1].body["entry"], "41.1");
    assert_eq!(drafts[1].entries[2].body["entries"], json!(["41.1", "7.1"]));
    let gapped = noted[1].numbered(|place| RecordingNumber([3, 9][place]));
    assert_eq!(gapped.entries[0].body["contact"], "3.1");

    let written = write(&sealed(noted.iter().map(|one| one.draft.clone()).collect()));
    assert!(written.contains("contact.received @1.1\n"), "{written}");
    assert!(written.contains("contact: @1.1\n"), "{written}");
    assert!(written.contains("    body: contact.received\n      worry: He is hungry\n"), "{written}");
    let again = parse(&written).unwrap();
    assert_eq!(resolve(&again, RecordingNumber(41)), drafts);
}

#[test]
fn what_was_disposed_of_is_left_as_a_comment() {
    let day = jiff::civil::date(2026, 3, 18);
    let note = json!({"note": "gone"}).as_object().cloned().unwrap();
    let entries = vec![
        about("case_note.recorded", day.into(), note.clone()),
        about("person.died", day.into(), Body::new()),
    ];
    let shared = json!({"heading": "gone too"}).as_object().cloned().unwrap();
    let mut recordings = sealed(vec![
        Draft { shared, ..draft(entries) },
        draft(vec![about("case_note.recorded", day.into(), note)]),
    ]);
    for recording in &mut recordings {
        recording.entries[0].body = None;
    }
    let written = write(&recordings);
    assert!(!written.contains("note:"), "{written}");
    assert!(
        written.contains("# 2026-03-18 morwenna-nance case_note.recorded: 1.0, its words were destroyed"),
        "{written}"
    );
    assert!(written.contains("# shared by no entry"), "{written}");
    let noted = parse(&written).unwrap();
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].draft.entries.len(), 1);
}
