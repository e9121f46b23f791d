//! High-risk domestic abuse cases.

use record::TimelineEntry;
use record::events::MaracReferred;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

pub(super) const CASES: &str = "
recording by police as partner
  2025-05-05 child marac.referred
    score: 17
  2025-05-19 child marac.heard
  2026-05-19 child marac.referred
  2026-06-01 child marac.heard
  2027-07-05 child marac.referred
";

/// A case is a referral of a victim: what the children's own records say of it is counted apart.
pub(super) const MARAC_CASES: Indicator = Indicator {
    id: "marac_cases",
    title: "High-risk domestic abuse cases",
    measure: Measure::Count,
    when: When::Period,
    polarity: Polarity::Neither,
    denominator: "referrals of a victim to the high-risk conference",
    numerator: "all of them",
    source: "Inspection of Cornwall, 2016: 817 referrals in 2015-16",
    cases,
    examples: &[Example {
        title: "three referrals of one victim",
        notation: CASES,
        expect: &[
            "2025-05-05 met: Referred on 5 May 2025",
            "2026-05-19 met: Referred on 19 May 2026",
            "2027-07-05 met: Referred on 5 July 2027",
        ],
    }],
};

pub(super) fn referred<'a>(
    circle: &'a Circle,
) -> impl Iterator<Item = (&'a TimelineEntry, &'a MaracReferred)> {
    let own = |(_, e): &(&TimelineEntry, &MaracReferred)| {
        e.victim.as_ref().is_none_or(|victim| victim == circle.person)
    };
    circle.timeline.of::<MaracReferred>().filter(own)
}

fn cases(circle: &Circle) -> Vec<Case> {
    referred(circle)
        .map(|(entry, e)| {
            let score = e.score.map(|score| format!(", with a score of {score}")).unwrap_or_default();
            let because = format!("Referred on {}{score}.", day(entry.day()));
            Case::new(Dated::On(entry.day()), true, because).from([entry.id])
        })
        .collect()
}
