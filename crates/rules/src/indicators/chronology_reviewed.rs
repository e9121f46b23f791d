//! Open children whose chronology somebody has read through lately.

use super::{Case, Example, Indicator, Measure, Polarity, When, standing};
use crate::Circle;

/// A child who has not been open for as long as the limit counts as inside it.
pub(super) const CHRONOLOGY_REVIEWED: Indicator = Indicator {
    id: "chronology_reviewed",
    title: "Chronologies reviewed",
    measure: Measure::Percent,
    when: When::AsAt,
    polarity: Polarity::Higher,
    denominator: "open children",
    numerator: "those whose case opened, or whose chronology was last reviewed, no longer ago than the limit",
    source: "Inspection: chronologies kept up and read; the number of months is the authority's own",
    cases,
    examples: &[Example {
        title: "six months from opening, past them, and reviewed",
        notation: "
recording by manager as front_door_manager
  2026-03-02 child assessment.started
recording by worker as social_worker
  2026-09-10 child chronology.reviewed
    pattern: Neglect comes and goes
  2026-12-01 child closure.decided
",
        expect: &[
            "2026-03-02 to 2026-09-03 met: Counted from 2 March 2026",
            "2026-09-03 to 2026-09-10 not met: 6 months ended on 2 September 2026",
            "2026-09-10 to 2026-12-01 met: Counted from 10 September 2026",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    standing::cases(circle, "chronology-review", "a review of the chronology")
}
