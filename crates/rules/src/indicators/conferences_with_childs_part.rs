//! Conferences of which it is known how the child took part.

use chronology::EntryId;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::conference::{Conference, conferences};

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
    let words = ("how the child took part is recorded", "nothing says how the child took part, or why not");
    held_with(circle, |one| one.part_of_child(circle.timeline), words)
}

/// A case for each conference held about a child already born, met where some entry is found for it; in words, with and
/// without.
pub(super) fn held_with(
    circle: &Circle,
    what: impl Fn(&Conference) -> Option<EntryId>,
    (with, without): (&str, &str),
) -> Vec<Case> {
    let case = |one: Conference| {
        let (entry, _) = one.held.filter(|(entry, _)| !circle.unborn_on(entry.day()))?;
        let found = what(&one);
        let words = if found.is_some() { with } else { without };
        let because = format!("At the conference of {}: {words}.", day(entry.day()));
        let case = Case::new(Dated::On(entry.day()), found.is_some(), because);
        Some(case.from([Some(entry.id), found].into_iter().flatten()))
    };
    conferences(circle.timeline).into_iter().filter_map(case).collect()
}
