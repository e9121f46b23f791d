//! An action of the plan that a core group passed over.

use calendar::display;
use record::TimelineEntry;
use record::events::CoreGroupHeld;
use record::timeline::ActionGiven;

use super::{Example, Finding};
use crate::days::earliest;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "action-not-reviewed",
    title: "Action passed over at a core group",
    failing: Some("F072"),
    source: "Working Together to Safeguard Children, chapter 3: the core group checks the plan against its aims",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "one of two actions is looked at",
            notation: TWO,
            on: "2026-03-16",
            expect: &["The core group of 16 March 2026 did not say how “Take Kerra to the dentist” stands"],
        },
        Example { title: "the next meeting looks at it", notation: TWO, on: "2026-04-20", expect: &[] },
    ],
};

const TWO: &str = "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
  2026-03-02 child child_protection_plan.revised
    actions:
      - what: Take Kerra to the dentist
      - what: Clear the stairs
recording by worker as social_worker
  2026-03-16 child core_group.held
    actions:
      - what: Clear the stairs
        state: done
  2026-04-20 child core_group.held
    actions:
      - what: Take Kerra to the dentist
        state: underway
";

fn look(circle: &Circle) -> Vec<Found> {
    let meetings = circle.timeline.of::<CoreGroupHeld>();
    meetings.flat_map(|(meeting, held)| passed_over(circle, meeting, held)).collect()
}

fn passed_over(circle: &Circle, meeting: &TimelineEntry, held: &CoreGroupHeld) -> Vec<Found> {
    let before = |action: &&ActionGiven| {
        let given_before = circle.timeline.entry(action.by).is_some_and(|e| e.occurred < meeting.occurred);
        let ended = action.ended().is_some_and(|ended| ended.on <= meeting.day() && ended.by != meeting.id);
        given_before && !ended
    };
    let open = circle.timeline.actions.iter().filter(before);
    let missed = open.filter(|action| {
        let named = |what: &Option<String>| *what == action.action.what;
        !held.actions.iter().any(|review| named(&review.what) && review.state.is_some())
    });
    let plan_ended = circle.timeline.protection_plan_on(meeting.day()).and_then(|plan| plan.span.to);
    missed
        .map(|action| {
            let because = format!(
                "The core group of {} did not say how “{}” stands, an action for {} of {}.",
                display::full_date(meeting.day()),
                action.action.what.as_deref().unwrap_or("an action"),
                circle.child(),
                display::full_date(action.given_on)
            );
            let later = action.readings.iter().filter(|reading| reading.on >= meeting.day());
            let next_meeting = circle.timeline.of::<CoreGroupHeld>().map(|(entry, _)| entry);
            let next_meeting = next_meeting.filter(|e| e.occurred > meeting.occurred).map(TimelineEntry::day);
            let cleared = later.map(|reading| reading.on).chain(next_meeting).min();
            Found::since(meeting.day(), because)
                .cleared(earliest([cleared, plan_ended]))
                .from([meeting.id, action.by])
                .mended_by("action.reviewed")
        })
        .collect()
}
