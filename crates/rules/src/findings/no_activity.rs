//! An open child with whom nobody has done anything for fifteen working days.

use record::events::NotePurpose;
use record::{Event, TimelineEntry};

use super::gaps::gaps;
use super::limit::working_days;
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "no-activity",
    title: "Nothing done for the child",
    failing: Some("F074"),
    source: "Inspection: families worked with between events; the number of days is the authority's own",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "the fifteenth working day", notation: IDLE, on: "2026-03-23", expect: &[] },
        Example {
            title: "fifteen idle working days, with the last event named",
            notation: IDLE,
            on: "2026-03-24",
            expect: &["The last was “Referral decided” on 2 March 2026: 15 working days from 2 March 2026"],
        },
        Example { title: "a visit", notation: IDLE, on: "2026-03-27", expect: &[] },
        Example {
            title: "nothing is asked once the case is closed",
            notation: IDLE,
            on: "2026-06-01",
            expect: &[],
        },
    ],
};

const IDLE: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
recording by worker as social_worker
  2026-03-10 child case_note.recorded
    purpose: information
    note: Letter from the housing office filed
  2026-03-27 child visit.made
    seen: yes
recording by manager as team_manager
  2026-03-31 child closure.decided
    reason: No longer in need
";

fn look(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.no_activity_working_days());
    let mut found = Vec::new();
    for involvement in &circle.timeline.involvements {
        for gap in gaps(circle, involvement.span, is_activity) {
            let last = gap.last("the referral");
            let words = format!("No visit, event or decision for {}. The last was {last}", circle.child());
            found.push(gap.found(within, &words).mended_by("visit.made"));
        }
    }
    found
}

/// Whether something was done with or decided for the child: not the upkeep of the record, and not a note
/// unless it tells of a talk or a meeting.
fn is_activity(entry: &TimelineEntry) -> bool {
    let kind = entry.event.kind();
    let (family, _) = kind.split_once('.').unwrap_or((kind, ""));
    let upkeep = [
        "person",
        "name",
        "birth",
        "identifier",
        "characteristics",
        "contact_detail",
        "identity",
        "restriction",
        "record",
        "paper_file",
        "document",
        "entry",
        "household",
        "relationship",
        "hazard",
        "chronology",
        "conference_record",
        "conference_decision",
    ];
    match &entry.event {
        Event::CaseNoteRecorded(note) => {
            matches!(note.purpose, Some(NotePurpose::Conversation | NotePurpose::Meeting))
        }
        Event::Unrecognised { .. } => false,
        _ => !upkeep.contains(&family),
    }
}
