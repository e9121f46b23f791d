//! Children for each full-time worker who holds cases.

use super::carried::{Carried, carried};
use super::{Case, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A case is one child with one worker, and its value is the worker's hours in hundredths of a full-time post. Each
/// child counts, brothers and sisters too: in September 2009 Cornwall counted a family of children in need as one.
pub(super) const CASELOAD_PER_WORKER: Indicator = Indicator {
    id: "caseload_per_worker",
    title: "Children for each full-time worker",
    measure: Measure::PerFullTime,
    when: When::AsAt,
    polarity: Polarity::Lower,
    denominator: "full-time equivalents of the workers who hold an open child at the end of the day",
    numerator: "open children with a named worker, each brother and sister counted",
    source: "Inspection of Cornwall, September 2009: the counting rule then in force was a child in need by family",
    cases,
    examples: &[Example {
        title: "with a full-time worker, then with one of half hours",
        notation: "
recording by keeper as records_officer
  2026-01-05 hannah post.filled
    role: social_worker
    full_time_percent: 100
  2026-01-05 sam post.filled
    role: social_worker
    full_time_percent: 50
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-03 child allocation.started
    worker: hannah
  2026-04-01 child allocation.started
    worker: sam
  2026-05-01 child closure.decided
",
        expect: &["2026-03-03 to 2026-04-01 met [hannah] = 100", "2026-04-01 to 2026-05-01 met [sam] = 50"],
    }],
};

/// Hours of a full-time post, in hundredths.
const FULL_TIME: u32 = 100;

fn cases(circle: &Circle) -> Vec<Case> {
    let hours = |one: &Carried| one.post.and_then(|post| post.full_time_percent).unwrap_or(FULL_TIME);
    carried(circle).into_iter().map(|one| one.case(circle, hours(&one))).collect()
}
