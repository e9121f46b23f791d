//! A strategy discussion without an agency that had to be there.

use calendar::display;
use jiff::civil::Date;
use record::Choices;
use record::events::{Agency, StrategyDiscussionHeld};

use super::{Example, Finding};
use crate::words::listed;
use crate::{Audience, Circle, Found};

// LAW: Working Together to Safeguard Children 2023, chapter 3, strategy discussion: social care, the police,
// health, and others such as the school.
pub(super) const FINDING: Finding = Finding {
    id: "strategy-discussion-incomplete",
    title: "Strategy discussion without a required agency",
    failing: Some("F055"),
    source: "Working Together to Safeguard Children 2023, chapter 3: strategy discussion",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "held without the police; the child is too young for school",
            notation: WITHOUT_POLICE,
            on: "2026-03-03",
            expect: &["on 3 March 2026 was held without Police."],
        },
        Example {
            title: "held again with all of them",
            notation: WITHOUT_POLICE,
            on: "2026-03-04",
            expect: &[],
        },
        Example {
            title: "nine years old: the school is needed too",
            notation: "
recording by manager as team_manager
  2026-01-01 child person.identified
    date_of_birth: 2016-05-01
  2026-03-03 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
      - agency: police
        presence: remote
      - agency: health
        presence: present
      - agency: school
        presence: apologies
",
            on: "2026-03-03",
            expect: &["without School or nursery."],
        },
    ],
};

const WITHOUT_POLICE: &str = "
recording by manager as team_manager
  2026-01-01 child person.identified
    date_of_birth: 2023-05-01
  2026-03-03 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
      - agency: health
        presence: present
      - agency: police
        presence: apologies
recording by manager as team_manager
  2026-03-04 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
      - agency: health
        presence: present
      - agency: police
        presence: remote
";

/// LAW: Education Act 1996 s8: compulsory school age, in whole years.
const SCHOOL_YEARS: std::ops::RangeInclusive<u16> = 5..=16;

fn look(circle: &Circle) -> Vec<Found> {
    let held: Vec<_> = circle.timeline.of::<StrategyDiscussionHeld>().collect();
    let mut found = Vec::new();
    for (place, (entry, discussion)) in held.iter().enumerate() {
        let lacking = lacking(circle, discussion, entry.day());
        if lacking.is_empty() {
            continue;
        }
        let names: Vec<String> = lacking.iter().map(|agency| agency.label().to_owned()).collect();
        let because = format!(
            "The strategy discussion about {} on {} was held without {}.",
            circle.child(),
            display::full_date(entry.day()),
            listed(&names)
        );
        let heard = held[place + 1..]
            .iter()
            .find(|(_, later)| lacking.iter().all(|agency| circle.took_part(*agency, &later.attendance)));
        let one = Found::since(entry.day(), because).cleared(heard.map(|(entry, _)| entry.day()));
        found.push(one.from([entry.id]).mended_by("strategy_discussion.held"));
    }
    found
}

/// The agencies that had to be there and were not.
pub(crate) fn lacking(circle: &Circle, discussion: &StrategyDiscussionHeld, day: Date) -> Vec<Agency> {
    let age = circle.timeline.identity.birth.and_then(|birth| birth.age_on(day, circle.settings.leap_day));
    let school = age.filter(|age| SCHOOL_YEARS.contains(age)).map(|_| Agency::School);
    let needed = circle.settings.strategy_discussion_needs.iter().copied().chain(school);
    needed.filter(|agency| !circle.took_part(*agency, &discussion.attendance)).collect()
}
