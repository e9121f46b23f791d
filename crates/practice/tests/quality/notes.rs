//! Visits, notes and endings.

use practice::quality::{Context, blocking, hints};
use record::Event;
use record::events::*;

use super::{check, england, text};

#[test]
fn f039_a_note_without_purpose_or_analysis_is_kept_and_shown() {
    let practice = england();
    let context = Context::of(&practice);
    let note = CaseNoteRecorded { note: text("Rang the school."), ..CaseNoteRecorded::default() };
    let event: Event = note.clone().into();
    let told = hints(&event, &context);
    let fields: Vec<_> = told.iter().map(|hint| (hint.rule, hint.field, hint.failing)).collect();
    assert_eq!(fields, [("H13", "purpose", Some("F039")), ("H13", "analysis", Some("F039"))]);
    assert_eq!(blocking(&told).count(), 0, "a note is kept whatever it lacks");
    let whole = CaseNoteRecorded {
        purpose: Some(NotePurpose::Conversation),
        analysis: text("He is settled there."),
        ..note
    };
    check(whole.clone(), &context, &[], &["H13", "H09"]);
    let opinion = CaseNoteRecorded { note: text("Mum was obviously drunk."), ..whole };
    check(opinion, &context, &["H09"], &[]);
}

#[test]
fn f068_a_visit_answers_seen_alone_and_in_whose_words() {
    let practice = england();
    let context = Context::of(&practice);
    let event: Event = VisitMade { seen: Some(YesNo::Yes), ..VisitMade::default() }.into();
    let fields: Vec<&str> = hints(&event, &context).iter().map(|hint| hint.field).collect();
    for field in [
        "seen_alone",
        "words",
        "presentation",
        "place",
        "home",
        "next_visit_on",
        "purpose",
        "analysis",
        "next_step",
    ] {
        assert!(fields.contains(&field), "{field} is not among {fields:?}");
    }
    let unseen: Event = VisitMade { seen: Some(YesNo::No), ..VisitMade::default() }.into();
    let fields: Vec<&str> = hints(&unseen, &context).iter().map(|hint| hint.field).collect();
    assert!(
        fields.contains(&"not_seen_reason") && !fields.contains(&"words") && !fields.contains(&"seen_alone")
    );
}

#[test]
fn endings_say_what_changed() {
    let practice = england();
    let context = Context::of(&practice);
    check(ProtectionPlanEnded::default(), &context, &["P26"], &[]);
    check(ClosureDecided::default(), &context, &["X01"], &[]);
    check(ActionCompleted { evidence: text("Done"), ..ActionCompleted::default() }, &context, &["A15"], &[]);
}
