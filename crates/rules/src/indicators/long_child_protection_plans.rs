//! Plans that have lasted more than a year.

use calendar::Within;
use record::timeline::Span;

use super::spans::{pieces, until};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::days::day_after;

// LAW: children in need census statistics: durations of protection plans by year; national indicator 64 (two years).
const LONG: Within = Within::Years(1);
const VERY_LONG: Within = Within::Years(2);

/// Grouped by whether the plan has lasted more than two years. Plans that ended within the year are shown on
/// the days on which they were still in force.
pub(super) const LONG_CHILD_PROTECTION_PLANS: Indicator = Indicator {
    id: "long_child_protection_plans",
    title: "Plans over twelve months",
    measure: Measure::Count,
    when: When::AsAt,
    polarity: Polarity::Lower,
    denominator: "protection plans in force for more than twelve months",
    numerator: "all of them, those over two years apart",
    source: "Children in need census; national indicator 64",
    cases,
    examples: &[
        Example {
            title: "from the day after a year, and apart from the day after two",
            notation: "
recording by chair as conference_chair
  2024-03-04 child child_protection_plan.started
  2026-04-01 child child_protection_plan.ended
",
            expect: &[
                "2025-03-05 to 2026-03-05 met [Over 12 months]",
                "2026-03-05 to 2026-04-01 met [Over 24 months]: since 4 March 2024",
            ],
        },
        Example {
            title: "a year to the day is not more than a year",
            notation: "
recording by chair as conference_chair
  2025-03-04 child child_protection_plan.started
  2026-03-05 child child_protection_plan.ended
",
            expect: &[],
        },
    ],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let mut cases = Vec::new();
    for plan in &circle.timeline.protection_plans {
        let over = |within: Within| day_after(within.due(plan.span.from));
        let long = Span { from: over(LONG), to: plan.span.to };
        let Some(span) = until(long, circle.grown_up()) else { continue };
        for piece in pieces(span, [over(VERY_LONG)]) {
            let group = if piece.from >= over(VERY_LONG) { "Over 24 months" } else { "Over 12 months" };
            let because =
                format!("On a protection plan since {}: {}.", day(plan.span.from), group.to_lowercase());
            cases.push(Case::new(Dated::During(piece), true, because).grouped(group).from([plan.by]));
        }
    }
    cases
}
