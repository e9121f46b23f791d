//! The decision on a referral.

use calendar::Within;
use jiff::civil::date;

use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Decide the response to a referral.
///
/// A social work manager decides. The count does not pause while information is missing, and the referral may
/// come on a day that is not worked.
pub(super) const REFERRAL_DECISION: Timescale = Timescale {
    id: "referral-decision",
    title: "Decide the response to the referral",
    // LAW: Framework for the Assessment of Children in Need 2000 para 3.8; Working Together to Safeguard Children
    // 2006 to 2023 (2023: chapter 3, response to a referral).
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Framework for Assessment 2000, then Working Together to Safeguard Children 2006 to 2023: \
                 within one working day of the referral",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("referral_decision_working_days"),
    starts: "the referral",
    stops: "a manager decides the response",
    stopped_by: "referral.decided",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "referred on a Saturday, decided on Monday",
            notation: "
recording by manager as front_door_manager
  2026-04-11 child referral.received
  2026-04-13 child referral.decided
    outcome: assessment
",
            on: "2026-04-30",
            expect: &["2026-04-13 met"],
        },
        Example {
            title: "Maundy Thursday to the Tuesday after Easter, decided on Wednesday",
            notation: "
recording by manager as front_door_manager
  2013-03-28 child referral.received
  2013-04-03 child referral.decided
    outcome: assessment
",
            on: "2013-04-30",
            expect: &["2013-04-02 late"],
        },
        Example {
            title: "undecided",
            notation: "
recording by screener as screener
  2026-04-11 child referral.received
",
            on: "2026-04-14",
            expect: &["2026-04-13 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let referrals = circle.timeline.referrals.iter();
    referrals
        .map(|referral| {
            let decided = referral.decided.as_ref().map(|decided| (decided.by, decided.at));
            Run::started(referral.by, referral.received).stopped(decided).lapsed(circle.grown_up())
        })
        .collect()
}
