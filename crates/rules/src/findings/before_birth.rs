//! Something recorded of a child before the child was born, that a child must be born for.

use calendar::{BirthDate, display};
use record::events::YesNo;
use record::{Event, TimelineEntry};

use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "before-birth",
    title: "Event before birth",
    failing: None,
    source: "Order of dates: what needs a child that is born follows the birth",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "seen before birth; an assessment before birth is in order",
            notation: "
recording by worker as social_worker
  2026-03-01 child assessment.started
  2026-03-02 child visit.made
    seen: yes
  2026-05-01 child birth.recorded
    date_of_birth: 2026-04-30
",
            on: "2026-05-01",
            expect: &["“Visit” on 2 March 2026 is before the birth of the child on 30 April 2026"],
        },
        Example {
            title: "seen after birth",
            notation: "
recording by worker as social_worker
  2026-04-30 child birth.recorded
    date_of_birth: 2026-04-30
  2026-05-02 child visit.made
    seen: yes
",
            on: "2026-05-02",
            expect: &[],
        },
    ],
};

fn look(circle: &Circle) -> Vec<Found> {
    let Some(BirthDate::Known(born)) = circle.timeline.identity.birth else { return Vec::new() };
    let early = circle.timeline.counting().filter(|entry| entry.day() < born && needs_birth(entry));
    let found = early.map(|entry| {
        let because = format!(
            "“{}” on {} is before the birth of {} on {}: one of the days is wrong.",
            entry.event.title(),
            display::full_date(entry.day()),
            circle.child(),
            display::full_date(born)
        );
        Found::since(entry.day(), because).from([entry.id]).mended_by("entry.corrected")
    });
    found.collect()
}

fn needs_birth(entry: &TimelineEntry) -> bool {
    match &entry.event {
        Event::VisitMade(visit) => visit.seen == Some(YesNo::Yes),
        Event::ViewsRecorded(_)
        | Event::ViewsAnswered(_)
        | Event::DirectWorkHeld(_)
        | Event::MedicalHeld(_) => true,
        _ => false,
    }
}
