//! Protection plans by category of abuse.

use record::codes::AbuseCategory;

use super::spans::{pieces, until};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// The latest category counts. A plan under several is under “Multiple”, a category of its own, so that the
/// shares add up to the whole.
pub(super) const CHILD_PROTECTION_PLANS_BY_CATEGORY: Indicator = Indicator {
    id: "child_protection_plans_by_category",
    title: "Plans by category",
    measure: Measure::Distribution,
    when: When::AsAt,
    polarity: Polarity::Neither,
    denominator: "children with a protection plan in force at the end of the day",
    numerator: "by the latest category of the plan",
    source: "Children in need census: latest category of abuse",
    cases,
    examples: &[Example {
        title: "a category, and another from the day that it changed",
        notation: "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
    category: NEG
  2026-06-01 child child_protection_plan.category_changed
    category: EMO
  2026-09-01 child child_protection_plan.ended
  2026-10-01 child child_protection_plan.started
",
        expect: &[
            "2026-03-02 to 2026-06-01 met [Neglect]",
            "2026-06-01 to 2026-09-01 met [Emotional abuse]: from 1 June 2026",
            "from 2026-10-01 met [Category not recorded]",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let mut cases = Vec::new();
    for plan in &circle.timeline.protection_plans {
        let Some(span) = until(plan.span, circle.grown_up()) else { continue };
        let said =
            || plan.categories.iter().filter_map(|(by, at, category)| Some((*by, at.date(), (*category)?)));
        for piece in pieces(span, said().map(|(_, on, _)| on)) {
            let latest = said().rfind(|(_, on, _)| *on <= piece.from);
            let label = latest
                .map_or("Category not recorded", |(_, _, category): (_, _, AbuseCategory)| category.label());
            let because = match latest {
                Some((_, on, _)) => {
                    format!("On a plan since {}: {label} from {}.", day(plan.span.from), day(on))
                }
                None => format!("On a plan since {}, of which no category is recorded.", day(plan.span.from)),
            };
            let case = Case::new(Dated::During(piece), true, because).grouped(label).from([plan.by]);
            cases.push(case.from(latest.map(|(by, ..)| by).filter(|by| *by != plan.by)));
        }
    }
    cases
}
