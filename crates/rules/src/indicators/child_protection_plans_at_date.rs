//! Children on a protection plan.

use super::spans::until;
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

pub(super) const CHILD_PROTECTION_PLANS_AT_DATE: Indicator = Indicator {
    id: "child_protection_plans_at_date",
    title: "Children on a protection plan",
    measure: Measure::Count,
    when: When::AsAt,
    polarity: Polarity::Neither,
    denominator: "children with a protection plan in force at the end of the day",
    numerator: "all of them",
    source: "Children in need census",
    cases,
    examples: &[Example {
        title: "on the first day and not on the last; and a second plan",
        notation: "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
    category: NEG
  2026-06-01 child child_protection_plan.ended
  2026-09-01 child child_protection_plan.started
    category: EMO
",
        expect: &[
            "2026-03-02 to 2026-06-01 met: ended on 1 June 2026",
            "from 2026-09-01 met: since 1 September 2026",
        ],
    }],
};

pub(super) fn cases(circle: &Circle) -> Vec<Case> {
    let plans = circle.timeline.protection_plans.iter();
    plans
        .filter_map(|plan| {
            let span = until(plan.span, circle.grown_up())?;
            let ended = plan.span.to.map(|to| format!(", ended on {}", day(to))).unwrap_or_default();
            let because = format!("On a protection plan since {}{ended}.", day(plan.span.from));
            let case = Case::new(Dated::During(span), true, because).from([plan.by]);
            Some(case.from(plan.ended.as_ref().map(|(by, _)| *by)))
        })
        .collect()
}
