//! Something recorded of a person after their death, that only the living do or are owed.

use calendar::display;
use record::{Event, TimelineEntry};

use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "after-death",
    title: "Event after death",
    failing: None,
    source: "Order of dates: work with a child ends with the child's death",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "a visit after death; the closure of the case is in order",
            notation: "
recording by worker as social_worker
  2026-03-02 child person.died
  2026-03-04 child visit.made
    seen: yes
  2026-03-05 child closure.decided
",
            on: "2026-03-05",
            expect: &["“Visit” on 4 March 2026 is after the death of the child on 2 March 2026"],
        },
        Example {
            title: "a visit on the day",
            notation: "
recording by worker as social_worker
  2026-03-02 child visit.made
    seen: yes
  2026-03-02 child person.died
",
            on: "2026-03-05",
            expect: &[],
        },
    ],
};

fn look(circle: &Circle) -> Vec<Found> {
    let Some(died) = circle.timeline.identity.died_on else { return Vec::new() };
    let late = circle.timeline.counting().filter(|entry| entry.day() > died && needs_life(entry));
    let found = late.map(|entry| {
        let because = format!(
            "“{}” on {} is after the death of {} on {}: one of the days is wrong.",
            entry.event.title(),
            display::full_date(entry.day()),
            circle.child(),
            display::full_date(died)
        );
        Found::since(entry.day(), because).from([entry.id]).mended_by("entry.corrected")
    });
    found.collect()
}

fn needs_life(entry: &TimelineEntry) -> bool {
    matches!(
        entry.event,
        Event::VisitMade(_)
            | Event::ViewsRecorded(_)
            | Event::DirectWorkHeld(_)
            | Event::AssessmentStarted(_)
            | Event::ProtectionPlanStarted(_)
            | Event::NeedPlanStarted(_)
            | Event::AllocationStarted(_)
            | Event::HouseholdJoined(_)
            | Event::PostFilled(_)
    )
}
