//! Visits, notes, contacts and closing: whether what was written will be of use to whoever reads it.

use record::Event;
use record::events::{CaseNoteRecorded, ClosureDecided, SeenAlone, VisitMade, YesNo};

use super::{Found, said, text};

/// Words of a note that somebody will read to the end.
const NOTE_WORDS_MOST: usize = 400;

pub(super) fn check(event: &Event, found: &mut Found<'_, '_>) {
    match event {
        Event::VisitMade(visit) => check_visit(visit, found),
        Event::CaseNoteRecorded(note) => check_note(note, found),
        Event::ContactReceived(contact) => opinion("what_happened", said(&contact.what_happened), found),
        Event::EntryMarkedSignificant(marked) if said(&marked.meaning).is_empty() => {
            found.tell("H01", "meaning", "Say what it meant for this child");
        }
        Event::ClosureDecided(closure) => check_closure(closure, found),
        _ => {}
    }
}

fn check_visit(visit: &VisitMade, found: &mut Found<'_, '_>) {
    if visit.purpose.is_none() {
        found.tell("H13", "purpose", "Say why you visited");
    }
    let mut missing = |absent: bool, field: &'static str, message: &str| {
        if absent {
            found.tell("H14", field, message);
        }
    };
    let seen = visit.seen == Some(YesNo::Yes);
    missing(visit.seen.is_none(), "seen", "Say whether you saw this child");
    missing(
        visit.seen == Some(YesNo::No) && said(&visit.not_seen_reason).is_empty(),
        "not_seen_reason",
        "Say why you did not see this child",
    );
    missing(seen && visit.seen_alone.is_none(), "seen_alone", "Say whether you saw this child alone");
    let accompanied = visit.seen_alone == Some(SeenAlone::No);
    missing(
        accompanied && said(&visit.not_alone_reason).is_empty(),
        "not_alone_reason",
        "Say why you did not see this child alone",
    );
    missing(
        seen && said(&visit.words).is_empty(),
        "words",
        "Give the child's own words, or what the child showed",
    );
    missing(seen && said(&visit.presentation).is_empty(), "presentation", "Say how the child was");
    missing(visit.place.is_none(), "place", "Say where");
    missing(said(&visit.home).is_empty(), "home", "Say what the home is like, and where the child sleeps");
    missing(visit.next_visit_on.is_none(), "next_visit_on", "Say when the next visit is");
    if said(&visit.analysis).is_empty() {
        found.tell("H13", "analysis", "Say what it means for this child");
    }
    if said(&visit.next_step).is_empty() {
        found.tell("H13", "next_step", "Say what happens next");
    }
}

fn check_note(note: &CaseNoteRecorded, found: &mut Found<'_, '_>) {
    if note.purpose.is_none() {
        found.tell("H13", "purpose", "Say why you write it");
    }
    if said(&note.analysis).is_empty() {
        found.tell("H13", "analysis", "Say what it means for this child");
    }
    if text::count(said(&note.note)) > NOTE_WORDS_MOST {
        found.tell("H06", "note", "This is long: say in a line at the top what it comes to");
    }
    opinion("note", said(&note.note), found);
}

fn opinion(field: &'static str, words: &str, found: &mut Found<'_, '_>) {
    if let Some(opinion) = found.context.find(words, "opinion_markers") {
        found.tell(
            "H09",
            field,
            format!("“{opinion}”: keep what happened apart from what anybody thinks of it"),
        );
    }
}

fn check_closure(closure: &ClosureDecided, found: &mut Found<'_, '_>) {
    let parts = [
        ("reason", &closure.reason, "Say why, in words"),
        ("outcome", &closure.outcome, "Say what changed for this child"),
        ("childs_views", &closure.childs_views, "Say what the child thinks"),
        ("support_after", &closure.support_after, "Say who will help now"),
        ("told", &closure.told, "Say who was told"),
    ];
    for (field, words, message) in parts {
        if said(words).is_empty() {
            found.tell("X01", field, message);
        }
    }
}
