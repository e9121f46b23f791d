//! Telling whoever referred that the referral arrived.

use calendar::Within;
use jiff::civil::date;

use super::scope::Moment;
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};
use record::Event;
use record::timeline::Referral;

/// Acknowledge a referral to its referrer.
///
/// Until 2013 the guidance spoke of acknowledging a written referral; since then it is one act with the
/// decision, so telling the referrer the decision acknowledges it too. Nobody can be told where the referral
/// was anonymous.
pub(super) const REFERRAL_ACKNOWLEDGE: Timescale = Timescale {
    id: "referral-acknowledge",
    title: "Acknowledge the referral to the referrer",
    // LAW: Working Together to Safeguard Children 2006 chapter 5 and its successors, in force 10 April 2006
    // (2023: chapter 3, response to a referral).
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 2006 to 2023: acknowledged within one working day",
        from: date(2006, 4, 10),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: None,
    starts: "the referral",
    stops: "the referrer is told that it arrived",
    stopped_by: "referrer.acknowledged",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "acknowledged on the next working day",
            notation: "
recording by screener as screener
  2026-03-06 child referral.received
    source: 2A
  2026-03-09 child referrer.acknowledged
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "acknowledged by telling the decision, a day too late",
            notation: "
recording by screener as screener
  2026-03-06 child referral.received
    source: 2A
  2026-03-10 child referrer.informed
",
            on: "2026-03-31",
            expect: &["2026-03-09 late"],
        },
        Example {
            title: "an anonymous referral cannot be acknowledged",
            notation: "
recording by screener as screener
  2026-03-06 child referral.received
    source: 9
",
            on: "2026-03-31",
            expect: &[],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let referrals = circle.timeline.referrals.iter();
    referrals
        .filter(|referral| referral.said.source.is_none_or(|source| source.code() != "9"))
        .map(|referral| Run::started(referral.by, referral.received).stopped(acknowledged(circle, referral)))
        .collect()
}

/// The entry that told the referrer of this referral.
pub(super) fn acknowledged(circle: &Circle, referral: &Referral) -> Option<Moment> {
    let at = referral.acknowledged?;
    let tells = |event: &Event| matches!(event, Event::ReferrerAcknowledged(_) | Event::ReferrerInformed(_));
    let told = circle.timeline.counting().find(|entry| entry.occurred == at && tells(&entry.event))?;
    Some((told.id, told.occurred))
}
