//! Strategy discussions with every agency that had to be there.

use record::Choices;
use record::events::StrategyDiscussionHeld;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::sharing::lacking;
use crate::words::listed;

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
            let lacking = lacking(circle, discussion, on);
            let names: Vec<String> = lacking.iter().map(|agency| agency.label().to_owned()).collect();
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
