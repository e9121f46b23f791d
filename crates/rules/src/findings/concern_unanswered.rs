//! A sign of possible harm after which nothing was done or decided.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::ConcernRecorded;
use record::{Event, TimelineEntry};

use super::limit::{missed_on, sum, working_days};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "concern-unanswered",
    title: "Concern of harm with nothing linked",
    failing: Some("F018"),
    source: "Children Act 1989 s47; inspection: signs of possible harm noted and not followed",
    for_whom: &[Audience::Manager],
    look,
    examples: &[
        Example { title: "a working day to answer it", notation: BRUISE, on: "2026-03-03", expect: &[] },
        Example {
            title: "nothing linked when it has passed, whatever else was done",
            notation: BRUISE,
            on: "2026-03-04",
            expect: &["“Bruise on the upper arm” noted about the child has no action or decision linked"],
        },
        Example { title: "an action that answers it", notation: BRUISE, on: "2026-03-06", expect: &[] },
    ],
};

const BRUISE: &str = "
recording by worker as social_worker
  2026-03-02 child concern.recorded @bruise
    what: Bruise on the upper arm
  2026-03-03 child action.assigned
    action:
      what: Order a bus pass
recording by manager as team_manager
  2026-03-06 child action.assigned
    action:
      what: Ask the school nurse to look today
    in_answer_to: @bruise
";

fn look(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.limit("concern_answered_working_days"));
    let concerns = circle.timeline.of::<ConcernRecorded>();
    let found = concerns.map(|(entry, concern)| {
        let because = format!(
            "“{}” noted about {} has no action or decision linked to it: {}.",
            concern.what.as_deref().unwrap_or("A concern"),
            circle.child(),
            sum(within, entry.occurred)
        );
        Found::since(missed_on(within, entry.occurred), because)
            .cleared(answered_on(circle, entry))
            .from([entry.id])
            .mended_by("action.assigned")
            .waited_from(entry.day())
    });
    found.collect()
}

/// The first day on which an action or a decision answered the concern: one linked to it or, from the
/// concern on, one that can only be about harm.
fn answered_on(circle: &Circle, concern: &TimelineEntry) -> Option<Date> {
    let answers = |entry: &&TimelineEntry| {
        let linked = |to: Option<EntryId>| to == Some(concern.id);
        match &entry.event {
            Event::ActionAssigned(action) => linked(action.in_answer_to),
            Event::ManagementDecisionMade(decision) => linked(decision.in_answer_to),
            Event::HarmSuspected(_)
            | Event::StrategyDiscussionHeld(_)
            | Event::EnquiryStarted(_)
            | Event::ReferralReceived(_) => entry.day() >= concern.day(),
            _ => false,
        }
    };
    circle.timeline.counting().filter(answers).map(TimelineEntry::day).min()
}
