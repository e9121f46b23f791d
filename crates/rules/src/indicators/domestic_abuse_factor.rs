//! Referrals and plans of children in whose lives domestic abuse was found.

use chronology::EntryId;
use jiff::civil::Date;
use record::codes::AssessmentFactor;
use record::events::{AssessmentCompleted, FactorRecorded};
use record::timeline::Span;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// The national codes for domestic abuse: of the child, of a parent, of another in the household.
// LAW: children in need census, assessment factors 3A, 3B and 3C.
const DOMESTIC_ABUSE: &[&str] = &["3A", "3B", "3C"];

/// Dated by the referral or the start of the plan, so that what had no factor is counted too. The factor may
/// be noted at any time before the next referral, or while the plan runs.
pub(super) const DOMESTIC_ABUSE_FACTOR: Indicator = Indicator {
    id: "domestic_abuse_factor",
    title: "Cases with domestic abuse as a factor",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Neither,
    denominator: "referrals received and protection plans started, one for each child",
    numerator: "those with domestic abuse recorded as a factor",
    source: "Children in need census: factors found at the end of assessment",
    cases,
    examples: &[Example {
        title: "found by the assessment that followed; a plan with it; a later referral without",
        notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
  2026-03-03 child assessment.started
  2026-04-01 child assessment.completed
    factors:
      - factor: 3B
        effect: Hides when the door slams
  2026-04-10 child child_protection_plan.started
  2026-04-20 child factor.recorded
    factor: 3A
  2026-06-01 child child_protection_plan.ended
  2026-09-01 child referral.received
  2026-09-10 child factor.recorded
    factor: 1B
",
        expect: &[
            "2026-03-02 met [Referral]: 1 April 2026",
            "2026-04-10 met [Plan]: 20 April 2026",
            "2026-09-01 not met [Referral]: not recorded",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let found = found(circle);
    let referrals = &circle.timeline.referrals;
    let of_referral = referrals.iter().map(|referral| {
        let from = referral.received.date();
        let next = referrals.iter().map(|other| other.received.date()).filter(|day| *day > from).min();
        case(&found, referral.by, Span { from, to: next }, "Referral")
    });
    let of_plan =
        circle.timeline.protection_plans.iter().map(|plan| case(&found, plan.by, plan.span, "Plan"));
    let mut cases: Vec<Case> = of_referral.chain(of_plan).collect();
    cases.sort_by_key(|case| match case.dated {
        Dated::On(day) => day,
        Dated::During(span) => span.from,
    });
    cases
}

fn case(found: &[(EntryId, Date)], by: EntryId, span: Span, what: &str) -> Case {
    let factor = found.iter().find(|(_, on)| span.covers(*on));
    let because = match factor {
        Some((_, on)) => {
            format!("{what} of {}; domestic abuse was recorded as a factor on {}.", day(span.from), day(*on))
        }
        None => format!("{what} of {}; domestic abuse was not recorded as a factor.", day(span.from)),
    };
    Case::new(Dated::On(span.from), factor.is_some(), because)
        .grouped(what)
        .from([by])
        .from(factor.map(|(id, _)| *id))
}

/// The entries that record domestic abuse as a factor, with their days.
fn found(circle: &Circle) -> Vec<(EntryId, Date)> {
    let is = |factor: Option<AssessmentFactor>| {
        factor.is_some_and(|factor| DOMESTIC_ABUSE.contains(&factor.code()))
    };
    let noted = circle.timeline.of::<FactorRecorded>().filter(|(_, said)| is(said.factor));
    let noted = noted.map(|(entry, _)| (entry.id, entry.day()));
    let assessed = circle.timeline.of::<AssessmentCompleted>();
    let assessed = assessed.filter(|(_, said)| said.factors.iter().any(|one| is(one.factor)));
    let mut found: Vec<(EntryId, Date)> =
        noted.chain(assessed.map(|(entry, _)| (entry.id, entry.day()))).collect();
    found.sort_by_key(|(id, on)| (*on, *id));
    found
}
