//! Children referred again within twelve months.

use record::Choices;
use record::timeline::Referral;

use super::words::{day, days, days_between};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When, limits};
use crate::Circle;

/// A case's value is the gap in days since the referral before it. Several referrals of a child on one day
/// are one, as the census counts them.
pub(super) const RE_REFERRALS: Indicator = Indicator {
    id: "re_referrals",
    title: "Re-referrals within twelve months",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "referrals received, counted for each child",
    numerator: "those within twelve months of an earlier referral of the same child",
    source: "Department for Education, children in need census: re-referrals within 12 months",
    cases,
    examples: &[Example {
        title: "a first referral; another on the last day of twelve months; another a day too late for it",
        notation: "
recording by screener as screener
  2024-03-10 child referral.received
  2024-03-11 child referral.decided
    outcome: no_further_action
  2025-03-10 child referral.received
  2025-03-10 child referral.received
    reason: The same, by another caller
  2026-03-11 child referral.received
",
        expect: &[
            "2024-03-10 not met: The first referral",
            "2025-03-10 met = 365: 365 days after the referral of 10 March 2024 (No further action)",
            "2026-03-11 not met = 366: more than 12 months",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let referrals = &circle.timeline.referrals;
    let mut cases: Vec<Case> = Vec::new();
    for (place, referral) in referrals.iter().enumerate() {
        let on = referral.received.date();
        match cases.last_mut().filter(|last| last.dated == Dated::On(on)) {
            Some(same_day) => same_day.entries.push(referral.by),
            None => cases.push(case(referral, referrals[..place].last())),
        }
    }
    cases
}

fn case(referral: &Referral, before: Option<&Referral>) -> Case {
    let on = referral.received.date();
    let Some(before) = before else {
        let because = format!("The first referral on record, on {}.", day(on));
        return Case::new(Dated::On(on), false, because).from([referral.by]);
    };
    let window = limits::of_law("re-referral-window");
    let (since, gap) = (before.received.date(), days_between(before.received.date(), on));
    let met = window.in_time(since, on) == Some(true);
    let outcome = before.decided.as_ref().and_then(|decided| decided.said.outcome);
    let because = format!(
        "Referred on {}, {} after the referral of {} ({}){}.",
        day(on),
        days(gap),
        day(since),
        outcome.map_or("no decision on record", Choices::label),
        if met { String::new() } else { format!(", more than {} before", window.describe()) }
    );
    Case::new(Dated::On(on), met, because).valued(gap).from([before.by, referral.by])
}
