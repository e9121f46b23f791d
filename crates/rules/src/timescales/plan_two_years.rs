//! A protection plan that reaches two years.

use calendar::Within;
use jiff::civil::date;

use super::scope::{ceases, moment};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// A plan that lasts two years or more is counted nationally. It is a flag and not a limit in law: a plan goes
/// on for as long as the child needs it. The day shown is the day on which the plan reaches two years; the
/// published measure, an indicator, counts a plan that ends on that very day too.
pub(super) const PLAN_TWO_YEARS: Timescale = Timescale {
    id: "cp-plan-two-years",
    title: "Protection plan reaching two years",
    // LAW: National Indicator 64 (2008 to 2011); children in need census, child protection plans lasting two years or
    // more.
    law: Law {
        force: Force::NationalMeasure,
        source: "National Indicator 64 and the children in need census: plans lasting two years or more",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Months(24),
    set_by: None,
    starts: "the start of the plan",
    stops: "the plan ends",
    stopped_by: "child_protection_plan.ended",
    counting: Counting::Measure,
    runs,
    examples: &[
        Example {
            title: "ended after two years to the day",
            notation: "
recording by chair as conference_chair
  2024-02-29 child child_protection_plan.started
  2026-02-28 child child_protection_plan.ended
",
            on: "2026-03-31",
            expect: &["2026-02-28 met"],
        },
        Example {
            title: "ended a day over; a second plan counts on its own",
            notation: "
recording by chair as conference_chair
  2022-03-10 child child_protection_plan.started
  2024-03-11 child child_protection_plan.ended
  2024-06-03 child child_protection_plan.started
",
            on: "2026-06-04",
            expect: &["2024-03-10 late", "2026-06-03 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let plans = circle.timeline.protection_plans.iter();
    plans
        .filter_map(|plan| {
            let (by, at) = moment(circle, plan.by)?;
            let ended = plan.ended.as_ref().and_then(|(entry, _)| moment(circle, *entry));
            Some(Run::started(by, at).stopped(ended).lapsed(ceases(circle, at.date())))
        })
        .collect()
}
