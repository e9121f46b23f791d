//! Decisions to end a contact that a second manager overturned.

use record::events::{DecisionReviewed, ReviewResult};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::draw::ends;

pub(super) const NO_FURTHER_ACTION_OVERTURNED: Indicator = Indicator {
    id: "no_further_action_overturned",
    title: "No further action decisions overturned",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "decisions to end a contact that were reviewed, one for each child",
    numerator: "those overturned",
    source: "Inspection: decisions of no further action that a later look found wrong",
    cases,
    examples: &[Example {
        title: "one upheld, one overturned, and the review of a decision to act",
        notation: "
recording by manager as front_door_manager
  2026-03-02 child contact.received
  2026-03-02 child contact.decided @one
    outcome: no_further_action
  2026-03-04 child contact.received
  2026-03-04 child contact.decided @two
    outcome: no_further_action
  2026-03-05 child contact.received
  2026-03-05 child contact.decided @three
    outcome: referral
recording by head as head_of_service
  2026-03-09 child decision.reviewed
    decision: @one
    result: upheld
  2026-03-10 child decision.reviewed
    decision: @two
    result: overturned
  2026-03-10 child decision.reviewed
    decision: @three
    result: upheld
",
        expect: &[
            "2026-03-09 not met: The decision of 2 March 2026 was upheld",
            "2026-03-10 met: The decision of 4 March 2026 was overturned",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let case = |(entry, e): (&record::TimelineEntry, &DecisionReviewed)| {
        let mut made = circle.timeline.contacts.iter().flat_map(|contact| contact.decisions());
        let made = made.find(|made| made.by == e.decision).filter(|made| ends(made.outcome))?;
        let overturned = e.result? == ReviewResult::Overturned;
        let what = if overturned { "overturned" } else { "upheld" };
        let because = format!("The decision of {} was {what} on {}.", day(made.at.date()), day(entry.day()));
        Some(Case::new(Dated::On(entry.day()), overturned, because).from([entry.id, made.by]))
    };
    circle.timeline.of::<DecisionReviewed>().filter_map(case).collect()
}
