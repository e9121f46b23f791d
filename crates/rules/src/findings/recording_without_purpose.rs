//! A note or a visit that does not say why, what it means, or what follows.

use calendar::display;
use chronology::PersonId;
use record::events::Text;
use record::{Event, TimelineEntry};

use super::{Example, Finding};
use crate::words::{listed, said};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "recording-without-purpose",
    title: "Recording without purpose, analysis or next step",
    failing: Some("F039"),
    source: "Inspection: recording that says what was done and why",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "a note that only tells",
            notation: "
recording by worker as social_worker
  2026-03-02 child case_note.recorded
    note: School rang
    next_step: Ring back on Friday
",
            on: "2026-03-02",
            expect: &["does not say its purpose and what it means for the child"],
        },
        Example {
            title: "a visit with purpose, analysis and next step",
            notation: "
recording by worker as social_worker
  2026-03-02 child visit.made
    purpose: in_need
    analysis: He is safer with his uncle there at night
    next_step: See him at school on Friday
",
            on: "2026-03-02",
            expect: &[],
        },
    ],
};

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.counting().filter_map(|entry| blanks(circle, entry)).collect()
}

fn blanks(circle: &Circle, entry: &TimelineEntry) -> Option<Found> {
    let (purpose, analysis, next_step): (bool, &Text, &Text) = match &entry.event {
        Event::VisitMade(e) => (e.purpose.is_some() || said(&e.aim), &e.analysis, &e.next_step),
        Event::CaseNoteRecorded(e) => (e.purpose.is_some(), &e.analysis, &e.next_step),
        _ => return None,
    };
    let parts = [
        (purpose, "its purpose".to_owned()),
        (said(analysis), format!("what it means for {}", circle.child())),
        (said(next_step), "what happens next".to_owned()),
    ];
    let blank: Vec<String> = parts.into_iter().filter(|(said, _)| !said).map(|(_, part)| part).collect();
    if blank.is_empty() {
        return None;
    }
    let because = format!(
        "“{}” of {} by {} does not say {}.",
        entry.event.title(),
        display::full_date(entry.day()),
        author_name(circle, entry.author()),
        listed(&blank)
    );
    Some(Found::since(entry.day(), because).from([entry.id]).mended_by("entry.corrected"))
}

/// The author's name, or their id where the record does not hold it.
pub(super) fn author_name(circle: &Circle, author: &PersonId) -> String {
    circle.name_of_unrecorded(author)
}
