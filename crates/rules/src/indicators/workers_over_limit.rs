//! Workers who hold more children than their limit.

use super::carried::{Carried, carried};
use super::{Case, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::caseload::limit;

/// A case is one child with one worker, and its value is the worker's limit. They are gathered by worker: see
/// [`Measure::PercentOfWorkers`].
pub(super) const WORKERS_OVER_LIMIT: Indicator = Indicator {
    id: "workers_over_limit",
    title: "Workers above their caseload limit",
    measure: Measure::PercentOfWorkers,
    when: When::AsAt,
    polarity: Polarity::Lower,
    denominator: "workers who hold an open child at the end of the day",
    numerator: "those who hold more children than their limit",
    source: "Inspection of Cornwall, October 2009: caseloads beyond what a worker can hold; the limit is the post’s own, or the authority’s",
    cases,
    examples: &[Example {
        title: "a post with a limit of its own",
        notation: "
recording by keeper as records_officer
  2026-01-05 hannah post.filled
    role: social_worker
    caseload_limit: 12
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-03 child allocation.started
    worker: hannah
",
        expect: &["from 2026-03-03 met [hannah] = 12"],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let most = |one: &Carried| match one.post {
        Some(post) => limit(circle.settings, post),
        None => circle.settings.limit("caseload_children"),
    };
    carried(circle).into_iter().map(|one| one.case(circle, most(&one))).collect()
}
