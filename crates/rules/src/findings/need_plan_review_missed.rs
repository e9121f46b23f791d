//! A child in need plan not looked at on the day that was agreed.

use calendar::display;
use record::timeline::NeedPlan;

use super::limit::looks_missed;
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "need-plan-review-missed",
    title: "Child in need plan not reviewed",
    failing: None,
    source: "Working Together to Safeguard Children 2023, chapter 3: the plan is reviewed; the day is the plan’s own",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "on the day itself", notation: AGREED, on: "2026-07-20", expect: &[] },
        Example {
            title: "the day after",
            notation: AGREED,
            on: "2026-07-21",
            expect: &["was to be looked at on 20 July 2026"],
        },
        Example {
            title: "looked at, with a day for the next",
            notation: AGREED,
            on: "2026-07-27",
            expect: &[],
        },
        Example {
            title: "which passes too",
            notation: AGREED,
            on: "2026-10-21",
            expect: &["was to be looked at on 20 October 2026"],
        },
    ],
};

const AGREED: &str = "
recording by worker as social_worker
  2026-04-20 child child_in_need_plan.agreed
    review_on: 2026-07-20
  2026-07-27 child child_in_need_plan.reviewed
    review_on: 2026-10-20
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.need_plans.iter().flat_map(|plan| missed(circle, plan)).collect()
}

fn missed(circle: &Circle, plan: &NeedPlan) -> Vec<Found> {
    let words = |day| {
        let (child, day) = (circle.child(), display::full_date(day));
        format!("The child in need plan of {child} was to be looked at on {day} and has not been.")
    };
    looks_missed(&plan.looks(), plan.span.to, words, "child_in_need_plan.reviewed")
}
