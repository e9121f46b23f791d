//! Open children whose risk is weighed, and who have a plan.

use record::timeline::Span;

use super::children_without_own_plan::assessed_within;
use super::spans::{ends, open, pieces};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::risk::{Rise, Weighed, rises, weighed};

/// A weighing is current until the risk rises.
pub(super) const OPEN_CHILDREN_WITH_RISK_ASSESSMENT: Indicator = Indicator {
    id: "open_children_with_risk_assessment",
    title: "Children with a current risk assessment and plan",
    measure: Measure::Percent,
    when: When::AsAt,
    polarity: Polarity::Higher,
    denominator: "open children whose assessment is finished",
    numerator: "those whose risk was weighed since the case opened and since it last rose, and who have a plan",
    source: "Monitoring of Cornwall, 2010 and 2011: current risk assessments and plans",
    cases,
    examples: &[Example {
        title: "assessed, weighed, planned; the risk rises and is weighed again",
        notation: "
recording by manager as team_manager
  2026-03-03 child assessment.started
  2026-04-01 child assessment.completed
    risks: Hungry and left alone
    history: Two referrals in 2024
    protective: His aunt
    analysis: Neglect that his mother wants to end
    scale: 5
    outcome: child_in_need
  2026-04-01 child assessment.signed_off
  2026-04-20 child child_in_need_plan.agreed
  2026-05-04 child risk.increased
  2026-05-06 child risk_assessment.completed
    dangers:
      - statement: Left alone at night
        scale: 3
    past_harm: Hungry for months
    protects: His aunt
    weighing: Worse than in April
  2026-06-10 child closure.decided
",
        expect: &[
            "2026-04-01 to 2026-04-20 not met: weighed on 1 April 2026 and without a plan",
            "2026-04-20 to 2026-05-04 met: weighed on 1 April 2026 and with a plan",
            "2026-05-04 to 2026-05-06 not met: not weighed since it rose on 4 May 2026",
            "2026-05-06 to 2026-06-10 met: weighed on 6 May 2026 and with a plan",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let timeline = circle.timeline;
    let (weighings, rises) = (weighed(timeline), rises(timeline));
    let protection = timeline.protection_plans.iter().map(|plan| plan.span);
    let plans: Vec<Span> = protection.chain(timeline.need_plans.iter().map(|plan| plan.span)).collect();
    let mut cases = Vec::new();
    for (span, _) in open(circle) {
        let Some((assessed, assessment)) = assessed_within(circle, span) else { continue };
        let cuts = ends(plans.iter().copied())
            .into_iter()
            .chain(weighings.iter().map(|one| one.on))
            .chain(rises.iter().map(|rise| rise.asked.entry.day()));
        for piece in pieces(Span { from: assessed, to: span.to }, cuts) {
            let planned = plans.iter().any(|plan| plan.covers(piece.from));
            let (current, words, by) = stands(&weighings, &rises, span, piece);
            let plan = if planned { "with a plan" } else { "without a plan" };
            let because = format!("{words} and {plan}, from {}.", day(piece.from));
            let case = Case::new(Dated::During(piece), current && planned, because);
            cases.push(case.from([Some(assessment), by].into_iter().flatten()));
        }
    }
    cases
}

/// Whether the risk was weighed at the start of a piece, in words, and the entry that says so.
fn stands(
    weighings: &[Weighed],
    rises: &[Rise],
    open: Span,
    piece: Span,
) -> (bool, String, Option<chronology::EntryId>) {
    let waits = |rise: &&Rise| {
        let on = rise.asked.entry.day();
        open.from <= on && on <= piece.from && rise.weighed.is_none_or(|weighed| weighed.on > piece.from)
    };
    if let Some(rise) = rises.iter().rev().find(waits) {
        let words = format!("The risk was not weighed since it rose on {}", day(rise.asked.entry.day()));
        return (false, words, Some(rise.asked.entry.id));
    }
    let last = weighings.iter().rev().find(|one| open.from <= one.on && one.on <= piece.from);
    match last {
        Some(one) => (true, format!("The risk was weighed on {}", day(one.on)), Some(one.by)),
        None => (false, "The risk was not weighed".to_owned(), None),
    }
}
