//! The decision on a contact, and the quicker one where the risk is high.

use calendar::Within;
use jiff::civil::date;
use record::events::Rating;
use record::timeline::ContactDecision;

use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Decide what a contact leads to, for each child it is about.
///
/// There is no cut-off hour: what comes on a Friday evening is answered by the end of Monday, and waiting for
/// more to be known does not stop the count.
pub(super) const CONTACT_DECISION: Timescale = Timescale {
    id: "contact-decision",
    title: "Decide what the contact leads to",
    // LAW: Framework for the Assessment of Children in Need 2000 para 3.8; Working Together to Safeguard Children
    // 2006 to 2023 (2023: chapter 3, response to a referral): a decision within one working day.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Framework for Assessment 2000, then Working Together to Safeguard Children 2006 to 2023: \
                 a decision within one working day",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("contact_decision_working_days"),
    starts: "the contact",
    stops: "somebody entitled to decides what it leads to",
    stopped_by: "contact.decided",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, |_| true),
    examples: &[
        Example {
            title: "heard on a Friday evening, decided on Monday",
            notation: "
recording by screener as screener
  2026-03-06 18:00 child contact.received
  2026-03-09 child contact.decided
    outcome: referral
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "decided on Tuesday",
            notation: "
recording by screener as screener
  2026-03-06 18:00 child contact.received
  2026-03-10 child contact.decided
    outcome: no_further_action
",
            on: "2026-03-31",
            expect: &["2026-03-09 late"],
        },
        Example {
            title: "undecided",
            notation: "
recording by screener as screener
  2026-03-06 18:00 child contact.received
",
            on: "2026-03-10",
            expect: &["2026-03-09 overdue"],
        },
    ],
};

/// Decide on a contact that tells of a high risk on the same day.
pub(super) const HIGH_RISK_CONTACT_DECISION: Timescale = Timescale {
    id: "high-risk-contact-decision",
    title: "Decide on the high-risk contact",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: the same day, counted as hours from the contact",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Hours(8),
    set_by: Some("high_risk_contact_decision_hours"),
    starts: "the contact rated red",
    stops: "somebody entitled to decides what it leads to",
    stopped_by: "contact.decided",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, |rating| rating == Some(Rating::Red)),
    examples: &[
        Example {
            title: "decided eight hours later to the minute; an amber contact has no such limit",
            notation: "
recording by screener as screener
  2026-03-06 09:00 child contact.received
    rating: red
  2026-03-06 17:00 child contact.decided
  2026-03-12 09:00 child contact.received
    rating: amber
",
            on: "2026-03-31",
            expect: &["2026-03-06 met"],
        },
        Example {
            title: "a minute over",
            notation: "
recording by screener as screener
  2026-03-06 09:00 child contact.received
    rating: red
  2026-03-06 17:01 child contact.decided
",
            on: "2026-03-31",
            expect: &["2026-03-06 late"],
        },
        Example {
            title: "without the time of the contact no due date is known, but three days on it is overdue",
            notation: "
recording by screener as screener
  2026-03-06 child contact.received
    rating: red
",
            on: "2026-03-09",
            expect: &["- overdue"],
        },
    ],
};

fn runs(circle: &Circle, which: fn(Option<Rating>) -> bool) -> Vec<Run> {
    let contacts = circle.timeline.contacts.iter().filter(|contact| which(contact.rating));
    let made = |decided: &ContactDecision| (decided.by, decided.at);
    contacts
        .flat_map(|contact| {
            let first = Run::started(contact.by, contact.received).stopped(contact.first_decided().map(made));
            // A contact reopened waits for its decision anew, and within the same limit.
            let again = contact.reopened.map(|(by, at)| Run::started(by, at));
            let again = again.map(|run| run.stopped(contact.decided.as_ref().map(made)));
            std::iter::once(first).chain(again).map(|run| run.lapsed(circle.grown_up()))
        })
        .collect()
}
