//! Core groups held when they were due.

use super::{Case, Example, Indicator, Measure, Polarity, When, fallen_due};
use crate::Circle;

/// The first within ten working days of the conference; later ones by the plan's interval or the authority's,
/// each from the meeting before. What is held early moves the next due date earlier.
pub(super) const CORE_GROUPS_ON_TIME: Indicator = Indicator {
    id: "core_groups_on_time",
    title: "Core groups on time",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "core groups due, dated by the day they were due",
    numerator: "those held by that day",
    source: "Working Together to Safeguard Children: the first core group in ten working days of the conference",
    cases,
    examples: &[Example {
        title: "the first in time, the second a day late, the third not due before the plan ended",
        notation: "
recording by chair as conference_chair
  2026-03-02 child conference.held
    conference_type: initial
  2026-03-02 child child_protection_plan.started
recording by worker as social_worker
  2026-03-16 child core_group.held
  2026-04-28 child core_group.held
recording by chair as conference_chair
  2026-05-20 child child_protection_plan.ended
",
        expect: &["2026-03-16 met: within 10 working days", "2026-04-27 not met: not until 28 April 2026"],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let timescales = ["core-group-first", "core-group-planned", "core-group-later"];
    fallen_due::cases(circle, &timescales, "A core group").into_iter().map(|(case, _)| case).collect()
}
