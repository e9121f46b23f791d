//! Strategy discussions with every agency that had to be there.

use record::Choices;
use record::events::{Agency, StrategyDiscussionHeld};

use super::words::{day, listed};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// LAW: Education Act 1996 s8: compulsory school age, in whole years.
const SCHOOL_YEARS: std::ops::RangeInclusive<u16> = 5..=16;

pub(super) const STRATEGY_DISCUSSIONS_QUORATE: Indicator = Indicator {
    id: "strategy_discussions_quorate",
    title: "Strategy discussions with all required agencies",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "strategy discussions held, one for each child",
    numerator: "those with social care, the police and health, and the school of a child of school age",
    source: "Working Together to Safeguard Children 2023, chapter 3: strategy discussion",
    cases,
    examples: &[Example {
        title: "without the police; with all three; of school age and without the school",
        notation: "
recording by manager as team_manager
  2021-01-01 child person.identified
    date_of_birth: 2020-09-01
  2025-03-03 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
      - agency: health
        presence: present
      - agency: police
        presence: apologies
  2025-03-04 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
      - agency: health
        presence: remote
      - agency: police
        presence: present
  2025-10-03 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
      - agency: health
        presence: present
      - agency: police
        presence: present
",
        expect: &[
            "2025-03-03 not met: without Police",
            "2025-03-04 met: with every agency that had to be there",
            "2025-10-03 not met: without School or nursery",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let discussions = circle.timeline.of::<StrategyDiscussionHeld>();
    discussions
        .map(|(entry, discussion)| {
            let on = entry.day();
            let birth = circle.timeline.identity.birth;
            let age = birth.and_then(|birth| birth.age_on(on, circle.settings.leap_day));
            let school = age.filter(|age| SCHOOL_YEARS.contains(age)).map(|_| Agency::School);
            let needed = circle.settings.strategy_discussion_needs.iter().copied().chain(school);
            let lacking = needed.filter(|agency| !circle.took_part(*agency, &discussion.attendance));
            let names: Vec<String> = lacking.map(|agency| agency.label().to_owned()).collect();
            let with = if names.is_empty() {
                "with every agency that had to be there".to_owned()
            } else {
                format!("without {}", listed(&names))
            };
            let because = format!("The strategy discussion of {} was held {with}.", day(on));
            Case::new(Dated::On(on), names.is_empty(), because).from([entry.id])
        })
        .collect()
}
