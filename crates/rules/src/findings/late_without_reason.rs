//! An assessment or a conference that was late, and nobody wrote why.

use calendar::display;
use chronology::EntryId;
use record::Event;

use super::{Example, Finding};
use crate::timescales::timescale;
use crate::words::said;
use crate::{Audience, Circle, Duty, DutyState, Found};

pub(super) const FINDING: Finding = Finding {
    id: "late-without-reason",
    title: "Late, and no reason given",
    failing: Some("F059"),
    source: "Working Together to Safeguard Children, chapter 3: the reason for exceeding a limit is recorded",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "a conference a day late; Good Friday and Easter Monday are left out of the count",
            notation: LATE,
            on: "2026-04-22",
            expect: &["was done on 22 April 2026, was due by 21 April 2026"],
        },
        Example {
            title: "with its reason",
            notation: "
recording by chair as conference_chair
  2026-03-27 child strategy_discussion.held
  2026-03-27 child section_47_enquiry.decided
    decision: joint
  2026-04-22 child conference.held
    conference_type: initial
    late_reason: The mother was in hospital until the 21st
",
            on: "2026-04-22",
            expect: &[],
        },
        Example {
            title: "an assessment a day over",
            notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-03 child assessment.started
  2026-05-06 child assessment.completed
  2026-05-08 child assessment.signed_off
",
            on: "2026-05-08",
            expect: &["was due by 7 May 2026"],
        },
    ],
};

const LATE: &str = "
recording by chair as conference_chair
  2026-03-27 child strategy_discussion.held
  2026-03-27 child section_47_enquiry.decided
    decision: joint
  2026-04-22 child conference.held
    conference_type: initial
";

/// The timescales whose missing asks for a reason.
const ASKED_FOR: &[&str] = &["single-assessment-45wd", "icpc-15wd", "cp-review-conference"];

fn look(circle: &Circle) -> Vec<Found> {
    let timescales = ASKED_FOR.iter().filter_map(|id| timescale(id));
    let duties = timescales.flat_map(|timescale| timescale.duties(circle));
    duties.filter_map(|duty| unexplained(circle, &duty)).collect()
}

fn unexplained(circle: &Circle, duty: &Duty) -> Option<Found> {
    let (by, at) = duty.run.stopped?;
    let late = duty.state_on(at.date()) == Some(DutyState::Late);
    if !late || explained(circle, by) {
        return None;
    }
    let because = format!(
        "“{}” for {} was done on {}, was due by {}, and nobody has written why it was late.",
        duty.timescale.title,
        circle.child(),
        display::full_date(at.date()),
        display::full_date(duty.due_on?)
    );
    Some(Found::since(at.date(), because).from([duty.run.started.0, by]).mended_by("entry.corrected"))
}

/// Whether the entry that was late says why, or the assessment that it signs off does.
fn explained(circle: &Circle, by: EntryId) -> bool {
    match circle.timeline.entry(by).map(|entry| &entry.event) {
        Some(Event::ConferenceHeld(held)) => said(&held.late_reason),
        Some(Event::AssessmentSignedOff(_)) => circle.timeline.assessments.iter().any(|assessment| {
            let signed = assessment.signed_off.as_ref().is_some_and(|signed| signed.by == by);
            let reason = assessment.completed.as_ref().map(|(_, _, completed)| &completed.reason_over_limit);
            signed && reason.is_some_and(said)
        }),
        _ => false,
    }
}
