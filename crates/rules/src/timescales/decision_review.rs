//! Looking again at a decision that ended a contact.

use calendar::Within;
use chronology::Occurred;
use jiff::civil::date;
use record::events::DecisionReviewed;

use super::{Changeover, Counting, Example, Timescale};
use crate::draw::drawn;
use crate::{Circle, Force, Law, Run};

/// Review a decision drawn for a second look.
///
/// The draw is of every Monday: see [`crate::draw`].
pub(super) const DECISION_REVIEW: Timescale = Timescale {
    id: "decision-review",
    title: "Review the decision on a contact",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: a second manager looks within five working days of the weekly draw",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(5),
    set_by: Some("decision_review_working_days"),
    starts: "the Monday of the draw",
    stops: "a second manager upholds or overturns the decision",
    stopped_by: "decision.reviewed",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "a third contact within twelve months that was ended, reviewed on the fifth working day",
            notation: "
recording by manager as front_door_manager
  2026-01-05 child contact.received
  2026-01-06 child contact.decided
    outcome: referral
  2026-01-19 child contact.received
  2026-01-20 child contact.decided
    outcome: referral
  2026-03-02 child contact.received
  2026-03-03 child contact.decided @third
    outcome: advice_given
recording by head as head_of_service
  2026-03-16 child decision.reviewed
    decision: @third
    result: upheld
",
            on: "2026-03-31",
            expect: &["2026-03-16 met"],
        },
        Example {
            title: "a third contact that led to something, and a first that did not, with no lot drawn",
            notation: "
recording by manager as front_door_manager
  2024-01-05 child contact.received
  2024-01-06 child contact.decided
    outcome: advice_given
  2026-01-19 child contact.received
  2026-01-20 child contact.decided
    outcome: referral
  2026-02-02 child contact.received
  2026-02-03 child contact.decided
    outcome: referral
  2026-03-02 child contact.received
  2026-03-03 child contact.decided
    outcome: referral
",
            on: "2026-03-31",
            expect: &[],
        },
        Example {
            title: "not looked at",
            notation: "
recording by manager as front_door_manager
  2026-01-05 child contact.received
  2026-01-06 child contact.decided
    outcome: referral
  2026-01-19 child contact.received
  2026-01-20 child contact.decided
    outcome: referral
  2026-03-02 child contact.received
  2026-03-03 child contact.decided
    outcome: no_further_action
",
            on: "2026-03-31",
            expect: &["2026-03-16 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let decisions = circle
        .timeline
        .contacts
        .iter()
        .flat_map(|contact| contact.decisions().map(move |made| (contact, made)));
    let run = |(contact, made): (_, &record::timeline::ContactDecision)| {
        let drawn = drawn(circle, contact, made)?;
        let mut reviews = circle.timeline.of::<DecisionReviewed>().filter(|(_, e)| e.decision == made.by);
        let reviewed = reviews.next().map(|(entry, _)| (entry.id, entry.occurred));
        Some(Run::started(made.by, Occurred::day(drawn.on)).stopped(reviewed))
    };
    decisions.filter_map(run).collect()
}
