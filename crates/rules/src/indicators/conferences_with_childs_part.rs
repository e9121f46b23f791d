//! Conferences of which it is known how the child took part.

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::conference::conferences;

/// A child not yet born is not counted.
pub(super) const CONFERENCES_WITH_CHILDS_PART: Indicator = Indicator {
    id: "conferences_with_childs_part",
    title: "Conferences with the child’s part",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "conferences held, one for each child already born",
    numerator: "those with how the child took part, or the reason why not",
    source: "Inspection of Cornwall, 2016: a fifth of conferences went without the child’s voice",
    cases,
    examples: &[Example {
        title: "a letter; what was said at it; nothing",
        notation: "
recording by chair as conference_chair
  2026-03-20 child participation.recorded
    way: by_writing
  2026-03-23 child conference.held
  2026-06-22 child conference.held
    childs_views: Quiet nights
  2026-12-07 child conference.held
",
        expect: &[
            "2026-03-23 met: how the child took part is recorded",
            "2026-06-22 met: how the child took part is recorded",
            "2026-12-07 not met: nothing says how the child took part",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let held = conferences(circle.timeline).into_iter().filter_map(|one| Some((one.held?.0, one)));
    held.filter(|(entry, _)| !circle.unborn_on(entry.day()))
        .map(|(entry, one)| {
            let part = one.part_of_child(circle.timeline);
            let words = match part {
                Some(_) => "how the child took part is recorded",
                None => "nothing says how the child took part, or why not",
            };
            let because = format!("At the conference of {}: {words}.", day(entry.day()));
            Case::new(Dated::On(entry.day()), part.is_some(), because)
                .from([Some(entry.id), part].into_iter().flatten())
        })
        .collect()
}
