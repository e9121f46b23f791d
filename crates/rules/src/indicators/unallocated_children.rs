//! Open children with no named worker.

use super::spans::{ends, open, pieces};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

pub(super) const UNALLOCATED_CHILDREN: Indicator = Indicator {
    id: "unallocated_children",
    title: "Open children with no named worker",
    measure: Measure::Count,
    when: When::AsAt,
    polarity: Polarity::Lower,
    denominator: "open children without a named worker",
    numerator: "all of them",
    source: "Inspection of Cornwall, December 2011: no child without an allocated worker",
    cases,
    examples: &[Example {
        title: "two days until the first worker, and four between two workers",
        notation: "
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-03 child referral.decided
    outcome: assessment
  2026-03-05 child allocation.started
    worker: hannah
  2026-04-01 child allocation.ended
  2026-04-05 child allocation.started
    worker: sam
  2026-05-01 child closure.decided
",
        expect: &[
            "2026-03-03 to 2026-03-05 met: has had no named worker since 3 March 2026",
            "2026-04-01 to 2026-04-05 met: since 1 April 2026",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let allocations = &circle.timeline.allocations;
    let mut cases = Vec::new();
    for (span, involvement) in open(circle) {
        let changes = ends(allocations.iter().map(|allocation| allocation.span));
        let without = pieces(span, changes).into_iter();
        for piece in without.filter(|piece| circle.timeline.allocation_on(piece.from).is_none()) {
            let last = allocations.iter().rfind(|a| a.span.to.is_some_and(|to| to <= piece.from));
            let because = format!(
                "Open since {}, and has had no named worker since {}.",
                day(involvement.accepted_on),
                day(piece.from)
            );
            let case = Case::new(Dated::During(piece), true, because).from([involvement.opened_by]);
            cases.push(case.from(last.map(|allocation| allocation.by)));
        }
    }
    cases
}
