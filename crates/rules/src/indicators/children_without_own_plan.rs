//! Open children, assessed, without a plan of their own.

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
    let timeline = circle.timeline;
    let protection = timeline.protection_plans.iter().map(|plan| plan.span);
    let plans: Vec<Span> = protection.chain(timeline.need_plans.iter().map(|plan| plan.span)).collect();
    let mut cases = Vec::new();
    for (span, involvement) in open(circle) {
        let finished = timeline.assessments.iter().filter_map(|a| Some((a.finished_on()?, a.by)));
        // An assessment of this time of working with the child: what was found in an earlier one is spent.
        let within = finished.filter(|(day, _)| span.from <= *day && span.to.is_none_or(|to| *day < to));
        let Some((assessed, assessment)) = within.min() else { continue };
        let after = Span { from: assessed, to: span.to };
        let without = pieces(after, ends(plans.iter().copied())).into_iter();
        for piece in without.filter(|piece| !plans.iter().any(|plan| plan.covers(piece.from))) {
            let because = format!(
                "Open since {}, assessed by {}, and without a plan since {}.",
                day(involvement.accepted_on),
                day(assessed),
                day(piece.from)
            );
            cases.push(
                Case::new(Dated::During(piece), true, because).from([involvement.opened_by, assessment]),
            );
        }
    }
    cases
}
