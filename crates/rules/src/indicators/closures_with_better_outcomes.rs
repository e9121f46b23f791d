//! Whether children were better off when help ended.

use record::Choices;
use record::events::{ClosureDecided, NeedRating};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::needs::{Need, named};
use crate::words::listed;

/// A need that nobody rated is not better. A child of whom no need was named is not counted: nothing was to be met.
pub(super) const CLOSURES_WITH_BETTER_OUTCOMES: Indicator = Indicator {
    id: "closures_with_better_outcomes",
    title: "Closed with every need met or better",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "closures decided, one for each child of whom a need was named since the case opened",
    numerator: "those at which every need was rated met or better by the worker",
    source: "Inspection of Cornwall, 2016: nobody asked whether the child was better off",
    cases,
    examples: &[Example {
        title: "one met and one better; then one the same; then one not rated; then no need at all",
        notation: "
recording by manager as team_manager
  2026-03-02 child assessment.started
  2026-04-01 child closure.decided
    needs:
      - need: A bed of his own
        workers_rating: met
      - need: To be heard
        workers_rating: better
  2026-05-04 child assessment.started
  2026-06-01 child outcome.rated
    need: To be heard
    workers_rating: same
  2026-06-02 child closure.decided
  2026-07-01 child assessment.started
  2026-07-20 child assessment.completed
    needs:
      - need: To be heard
  2026-08-03 child closure.decided
  2026-09-01 child assessment.started
  2026-09-07 child closure.decided
",
        expect: &[
            "2026-04-01 met: “A bed of his own” (met) and “To be heard” (better)",
            "2026-06-02 not met: “To be heard” (the same)",
            "2026-08-03 not met: “To be heard” (not rated)",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let timeline = circle.timeline;
    let closed = timeline.of::<ClosureDecided>();
    closed
        .filter_map(|(entry, _)| {
            let on = entry.day();
            let opened = timeline.worked_with_since(on);
            let needs = named(timeline, opened.unwrap_or(on), on);
            let better =
                |need: &Need| matches!(need.workers_rating(), Some(NeedRating::Met | NeedRating::Better));
            let words: Vec<String> = needs.iter().map(said).collect();
            let because = format!("Closed on {}: {}.", day(on), listed(&words));
            let case = Case::new(Dated::On(on), needs.iter().all(better), because);
            (!needs.is_empty()).then(|| case.from([entry.id]))
        })
        .collect()
}

/// A need with its rating: “A bed of his own” (met).
fn said(need: &Need) -> String {
    let rating = need.workers_rating().map_or("not rated".to_owned(), |rating| rating.label().to_lowercase());
    format!("“{}” ({rating})", need.words)
}
