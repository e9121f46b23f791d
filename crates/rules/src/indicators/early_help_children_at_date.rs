//! Children in early help at a date, on the ground of an assessment.

use record::events::EarlyHelpAssessmentCompleted;

use super::spans::until;
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::early_help::episodes;

/// A stock: not to be read beside the children of a year.
pub(super) const EARLY_HELP_CHILDREN_AT_DATE: Indicator = Indicator {
    id: "early_help_children_at_date",
    title: "Children in early help at a date",
    measure: Measure::Count,
    when: When::AsAt,
    polarity: Polarity::Neither,
    denominator: "children with early help open and an early help assessment finished by then",
    numerator: "all of them",
    source: "Inspection of Cornwall, September 2009: 940 children with a common assessment",
    cases,
    examples: &[Example {
        title: "from the assessment, until help ends",
        notation: "
recording by hub as early_help_worker
  2026-03-02 child early_help_episode.started
  2026-03-20 child early_help_assessment.completed
  2026-06-01 child early_help_episode.ended
",
        expect: &["2026-03-20 to 2026-06-01 met: Early help since 2 March 2026, assessed on 20 March 2026"],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let assessed: Vec<_> = circle
        .timeline
        .of::<EarlyHelpAssessmentCompleted>()
        .map(|(entry, _)| (entry.day(), entry.id))
        .collect();
    let mut cases = Vec::new();
    let mut after = None;
    for episode in episodes(circle.timeline) {
        // An assessment finished before the help began counts for the help it led to.
        let first = assessed.iter().find(|(on, _)| {
            after.is_none_or(|after| *on >= after) && episode.span.to.is_none_or(|to| *on < to)
        });
        after = episode.span.to;
        let Some((on, by)) = first else { continue };
        let mut span = episode.span;
        span.from = span.from.max(*on);
        let Some(span) = until(span, circle.grown_up()) else { continue };
        let because = format!("Early help since {}, assessed on {}.", day(episode.span.from), day(*on));
        cases.push(Case::new(Dated::During(span), true, because).from([episode.by, *by]));
    }
    cases
}
