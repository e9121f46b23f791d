//! Conferences at which an advocate spoke for the child.

use super::conferences_with_childs_part::held_with;
use super::{Case, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// The unit is one child at one conference.
pub(super) const CONFERENCES_WITH_ADVOCACY: Indicator = Indicator {
    id: "conferences_with_advocacy",
    title: "Conferences with the child’s voice through advocacy",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "conferences held, one for each child already born",
    numerator: "those with an advocate there, or the child’s views presented by one",
    source: "Inspection of Cornwall, 2016: almost 80% in the twelve months before it",
    cases,
    examples: &[Example {
        title: "views presented; an advocate there; an advocate declined",
        notation: "
recording by chair as conference_chair
  2026-03-20 child advocacy.views_presented
    advocate: Elowen Rowe
  2026-03-23 child conference.held
  2026-06-22 child conference.held
    advocate: Elowen Rowe
  2026-12-01 child advocacy.declined
  2026-12-07 child conference.held
",
        expect: &[
            "2026-03-23 met: an advocate spoke for the child",
            "2026-06-22 met: an advocate spoke for the child",
            "2026-12-07 not met: no advocate",
        ],
    }],
};

pub(super) fn cases(circle: &Circle) -> Vec<Case> {
    let words = ("an advocate spoke for the child", "no advocate spoke");
    held_with(circle, |one| one.advocate(circle.timeline), words)
}
