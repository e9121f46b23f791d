//! High-risk domestic abuse cases that come back.

use super::marac_cases::{CASES, referred};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::marac::heard_before;

/// Referrals of a victim heard within twelve months before.
pub(super) const MARAC_REPEAT: Indicator = Indicator {
    id: "marac_repeat",
    title: "Repeat high-risk cases",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "referrals of a victim to the high-risk conference",
    numerator: "those of a victim whose case was heard within twelve months before",
    source: "Inspection of Cornwall, 2016: 306 of 817 in 2015-16, and 25% in England",
    cases: repeats,
    examples: &[Example {
        title: "the first; on the last day of twelve months; more than twelve months on",
        notation: CASES,
        expect: &[
            "2025-05-05 not met: not heard in the twelve months before",
            "2026-05-19 met: heard on 19 May 2025",
            "2027-07-05 not met: not heard in the twelve months before",
        ],
    }],
};

fn repeats(circle: &Circle) -> Vec<Case> {
    referred(circle)
        .map(|(entry, _)| {
            let on = entry.day();
            let before = heard_before(circle.timeline, on);
            let words = match before {
                Some(before) => format!("heard on {}", day(before.day())),
                None => "not heard in the twelve months before".to_owned(),
            };
            let because = format!("Referred on {}: {words}.", day(on));
            let entries = [Some(entry.id), before.map(|before| before.id)];
            Case::new(Dated::On(on), before.is_some(), because).from(entries.into_iter().flatten())
        })
        .collect()
}
