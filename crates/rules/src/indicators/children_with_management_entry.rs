//! Open children on whose record a manager's hand shows.

use super::{Case, Example, Indicator, Measure, Polarity, When, standing};
use crate::Circle;

/// A child who has not been open for as long as the limit counts as inside it. Under a protection plan the
/// limit is the shorter one.
pub(super) const CHILDREN_WITH_MANAGEMENT_ENTRY: Indicator = Indicator {
    id: "children_with_management_entry",
    title: "Open children with a management entry",
    measure: Measure::Percent,
    when: When::AsAt,
    polarity: Polarity::Higher,
    denominator: "open children",
    numerator: "those whose case opened, or on whom a manager last recorded something, no longer ago than the limit",
    source: "Inspection: supervision and management decisions on file; the number of weeks is the authority's own",
    cases,
    examples: &[Example {
        title: "eight weeks from opening, past them, and a decision",
        notation: "
recording by manager as front_door_manager
  2026-03-02 child assessment.started
recording by manager as team_manager
  2026-05-01 child management_decision.made
    decision: Go on
  2026-06-01 child closure.decided
",
        expect: &[
            "2026-03-02 to 2026-04-28 met",
            "2026-04-28 to 2026-05-01 not met: 8 weeks ended on 27 April 2026",
            "2026-05-01 to 2026-06-01 met: Counted from 1 May 2026",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    standing::cases(circle, "oversight", "a manager's entry")
}
