//! Assessments past their limit and not finished.

use jiff::civil::Date;
use record::Choices;
use record::timeline::{Assessment, Span};

use super::assessment_limits::limit;
use super::spans::until;
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::days::{day_after, earliest};

/// One case a child at a time: where two assessments of a child are overdue, the one overdue longer
/// stands for both.
pub(super) const ASSESSMENTS_OVERDUE: Indicator = Indicator {
    id: "assessments_overdue",
    title: "Assessments begun and not finished in time",
    measure: Measure::Count,
    when: When::AsAt,
    polarity: Polarity::Lower,
    denominator: "assessments past their limit and not finished, of children still open",
    numerator: "all of them",
    source: "Working Together to Safeguard Children; the limit counts from the assessment's own start",
    cases,
    examples: &[Example {
        title: "from the day after its last day to the sign-off; another, begun and dropped, until the case closed",
        notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
  2026-05-05 child assessment.completed
  2026-05-20 child assessment.signed_off
  2026-06-01 child assessment.started
  2026-09-01 child closure.decided
",
        expect: &[
            "2026-05-09 to 2026-05-20 met: was due by 8 May 2026",
            "2026-08-04 to 2026-09-01 met: was due by 3 August 2026",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let assessments = circle.timeline.assessments.iter();
    let mut late: Vec<(Span, &Assessment)> =
        assessments.filter_map(|a| Some((overdue(circle, a)?, a))).collect();
    late.sort_by_key(|(span, assessment)| (span.from, assessment.by));
    let mut cases: Vec<Case> = Vec::new();
    let mut covered: Option<Date> = None;
    for (span, assessment) in late {
        let from = covered.map_or(span.from, |covered| span.from.max(covered));
        let Some(span) = until(Span { from, to: span.to }, None) else { continue };
        cases.push(case(circle, assessment, span));
        let Some(to) = span.to else { break };
        covered = Some(to);
    }
    cases
}

/// When an assessment was overdue, if it ever was.
fn overdue(circle: &Circle, assessment: &Assessment) -> Option<Span> {
    let limit = limit(circle, assessment);
    let from = day_after(limit.within.due(limit.from));
    let started = assessment.started.date();
    let work = circle.timeline.involvements.iter().find(|involvement| involvement.span.covers(started));
    let closed = work.and_then(|involvement| involvement.span.to);
    let to = earliest([assessment.finished_on(), closed, circle.grown_up()]);
    until(Span { from, to }, None)
}

fn case(circle: &Circle, assessment: &Assessment, span: Span) -> Case {
    let limit = limit(circle, assessment);
    let because = format!(
        "{}, begun on {}, was due by {} ({}) and was not finished.",
        assessment.assessment_type.label(),
        day(assessment.started.date()),
        day(limit.within.due(limit.from)),
        limit.within.describe()
    );
    Case::new(Dated::During(span), true, because).from([assessment.by])
}
