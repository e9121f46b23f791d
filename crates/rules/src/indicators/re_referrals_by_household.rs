//! Children referred again within twelve months, counted through the household.

use super::re_referrals::{Referred, referred};
use super::{Case, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A child who was not on the record when a brother or sister was referred comes back all the same.
pub(super) const RE_REFERRALS_BY_HOUSEHOLD: Indicator = Indicator {
    id: "re_referrals_by_household",
    title: "Re-referrals, counted through the household",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "referrals received, counted for each child",
    numerator: "those within twelve months of an earlier referral of the same child or, where this child was not \
                referred then, of another child of the household",
    source: "Inspection of Cornwall, 2016: re-referrals understated because brothers and sisters were not recorded",
    cases,
    examples: &[Example {
        title: "a brother referred and closed; then the child too; and a child alone",
        notation: "
recording by screener as screener
  2020-01-01 jago person.identified
    forename: Jago
    category: child
  2020-01-01 jago household.joined
    household: home
  2020-01-01 child household.joined
    household: home
  2025-03-10 jago referral.received
  2025-03-10 jago referral.decided
    outcome: assessment
  2025-03-10 jago allocation.started
    worker: hannah
    team: west
  2025-05-12 jago closure.decided
    closure_reason: RC8
  2025-09-01 child referral.received
  2025-09-01 child referral.decided
    outcome: no_further_action
  2026-01-12 child referral.received
  2027-06-01 child referral.received
",
        expect: &[
            "2025-09-01 met [Not referred then; Closed after assessment, no further action]: Jago of the \
             household was referred on 10 March 2025 (Assessment; closed on 12 May 2025 by west",
            "2026-01-12 met [No further action] = 133: 133 days after the referral of 1 September 2025",
            "2027-06-01 not met [No decision on record] = 505: more than 12 months",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    referred(circle).iter().map(Referred::by_household).collect()
}
