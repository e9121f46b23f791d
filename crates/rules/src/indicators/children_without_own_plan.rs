//! Open children, assessed, without a plan of their own.

use chronology::EntryId;
use jiff::civil::Date;
use record::timeline::Span;

use super::spans::{ends, open, pieces};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// The failing of 2013 and 2016: one plan for a family, in one child's record.
pub(super) const CHILDREN_WITHOUT_OWN_PLAN: Indicator = Indicator {
    id: "children_without_own_plan",
    title: "Open children without their own plan",
    measure: Measure::Count,
    when: When::AsAt,
    polarity: Polarity::Lower,
    denominator: "open children whose assessment is finished and who have no plan of their own",
    numerator: "all of them",
    source: "Inspections of Cornwall, 2013 and 2016: brothers and sisters without plans",
    cases,
    examples: &[Example {
        title: "from the sign-off to the plan, and after the plan until the case closed",
        notation: "
recording by manager as team_manager
  2026-03-03 child assessment.started
  2026-04-01 child assessment.completed
    outcome: child_in_need
  2026-04-02 child assessment.signed_off
  2026-04-20 child child_in_need_plan.agreed
  2026-06-01 child child_in_need_plan.ended
  2026-06-10 child closure.decided
",
        expect: &[
            "2026-04-02 to 2026-04-20 met: assessed by 2 April 2026",
            "2026-06-01 to 2026-06-10 met: without a plan since 1 June 2026",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let without = without_plan(circle).into_iter();
    without.map(|one| Case::new(Dated::During(one.span), true, one.because).from(one.entries)).collect()
}

/// A stretch of days on which an open child, assessed, had no plan.
pub(crate) struct WithoutPlan {
    /// The days.
    pub(crate) span: Span,
    /// Why, in a sentence.
    pub(crate) because: String,
    /// What opened the case, and the assessment.
    pub(crate) entries: [EntryId; 2],
}

/// The stretches of days on which an open child, assessed, had no plan.
pub(crate) fn without_plan(circle: &Circle) -> Vec<WithoutPlan> {
    let timeline = circle.timeline;
    let protection = timeline.protection_plans.iter().map(|plan| plan.span);
    let plans: Vec<Span> = protection.chain(timeline.need_plans.iter().map(|plan| plan.span)).collect();
    let mut found = Vec::new();
    for (span, involvement) in open(circle) {
        let Some((assessed, assessment)) = assessed_within(circle, span) else { continue };
        let after = Span { from: assessed, to: span.to };
        let without = pieces(after, ends(plans.iter().copied())).into_iter();
        for piece in without.filter(|piece| !plans.iter().any(|plan| plan.covers(piece.from))) {
            let because = format!(
                "Open since {}, assessed by {}, and without a plan since {}.",
                day(involvement.accepted_on),
                day(assessed),
                day(piece.from)
            );
            found.push(WithoutPlan { span: piece, because, entries: [involvement.opened_by, assessment] });
        }
    }
    found
}

/// The first assessment finished within a time of working with the child, with its day: what was found in an
/// earlier one is spent.
pub(super) fn assessed_within(circle: &Circle, span: Span) -> Option<(Date, EntryId)> {
    let finished = circle.timeline.assessments.iter().filter_map(|a| Some((a.finished_on()?, a.by)));
    finished.filter(|(day, _)| span.from <= *day && span.to.is_none_or(|to| *day < to)).min()
}
