//! Children on a protection plan for each 10,000 children who live in the authority.

use super::child_protection_plans_at_date;
use super::{Example, Indicator, Measure, Polarity, When};

/// The cases are those of the count; the base is a population loaded from outside.
pub(super) const CHILD_PROTECTION_PLAN_RATE: Indicator = Indicator {
    id: "child_protection_plan_rate",
    title: "Children on a protection plan for each 10,000",
    measure: Measure::RatePer10000,
    when: When::AsAt,
    polarity: Polarity::Neither,
    denominator: "children aged 0 to 17 who live in the authority, of the latest year loaded",
    numerator: "children with a protection plan in force at the end of the day",
    source: "Children in need census; population of the Office for National Statistics, as loaded",
    cases: child_protection_plans_at_date::cases,
    examples: &[Example {
        title: "one child for as long as the plan runs",
        notation: "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
    category: NEG
  2026-06-01 child child_protection_plan.ended
",
        expect: &["2026-03-02 to 2026-06-01 met"],
    }],
};
