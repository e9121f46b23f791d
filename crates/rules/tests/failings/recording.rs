//! How the record is kept.

use crate::support::Told;

#[test]
fn f039_a_note_without_purpose_or_analysis_is_kept_and_shows() {
    let told = Told::by(
        "
recording by worker as social_worker
  2026-03-02 child case_note.recorded
    note: School rang
  2026-03-03 child case_note.recorded
    purpose: conversation
    note: Spoke with Nan
    analysis: She will have him at weekends
    next_step: Put it in the plan
",
    );
    assert_eq!(told.about("child", |circle| circle.timeline.counting().count()), 2, "both are kept");
    assert_eq!(told.found("child", "recording-without-purpose", "2026-03-03").len(), 1);
}

#[test]
fn f040_a_visit_recorded_five_days_on_was_unrecorded_until_then() {
    let told = Told::by(
        "
recording by worker as social_worker at 2026-03-09 09:00
  2026-03-02 child visit.made
    seen: yes
",
    );
    assert!(told.found("child", "visit-recorded-late", "2026-03-05").is_empty());
    assert_eq!(told.found("child", "visit-recorded-late", "2026-03-06").len(), 1);
    assert!(told.found("child", "visit-recorded-late", "2026-03-09").is_empty(), "it clears on recording");
}

#[test]
fn f050_a_paper_file_shows_its_place_until_it_is_scanned() {
    let told = Told::by(
        "
recording by clerk as administrator
  2026-03-02 child paper_file.registered
    title: Volume 1
    place: Shelf 12
",
    );
    let said = told.because("child", "paper-file-unscanned", "2026-03-02");
    assert!(said.len() == 1 && said[0].contains("Shelf 12"), "{said:?}");
}

#[test]
fn an_entry_that_cannot_be_read_is_shown_and_never_dropped() {
    use std::sync::Arc;

    let entries = record::notation::fixture(
        "
recording by worker as social_worker
  2026-03-02 child visit.made
    seen: yes
",
    );
    let mut broken = (*entries[0]).clone();
    let mut body = broken.body.take().unwrap();
    body.insert("seen".to_owned(), "perhaps".into());
    broken.body = Some(body);
    let timeline = record::Timeline::fold(&[Arc::new(broken)], None, None);
    let settings = rules::Settings::default();
    let person = crate::support::id("child");
    let others = std::collections::BTreeMap::new();
    let circle = rules::Circle { person: &person, timeline: &timeline, others: &others, settings: &settings };
    let rule = rules::findings::finding("unreadable-entry").unwrap();
    let found = (rule.look)(&circle);
    assert_eq!(found.len(), 1);
    assert!(found[0].because.contains("“perhaps” is not an answer here"), "{}", found[0].because);
}
