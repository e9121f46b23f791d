//! A strategy discussion without an agency that had to be there.

use calendar::display;
use jiff::civil::Date;
use record::events::{Agency, StrategyDiscussionHeld};
use record::{Choices, TimelineEntry};

use super::{Example, Finding};
use crate::days::earliest;
use crate::sharing::{heard_from, lacking};
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
            expect: &["on 3 March 2026 was not quorate: it was held without Police."],
        },
        Example {
            title: "held again with all of them",
            notation: WITHOUT_POLICE,
            on: "2026-03-04",
            expect: &[],
        },
        Example {
            title: "the police told what they hold on the day after",
            notation: "
recording by manager as team_manager
  2026-01-01 child person.identified
    date_of_birth: 2023-05-01
  2026-03-03 child strategy_discussion.held
    attendance:
      - agency: social_care
        presence: present
      - agency: health
        presence: present
  2026-03-04 child information.shared
    agency: police
    held: Two call-outs
",
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
            "The strategy discussion about {} on {} was not quorate: it was held without {}.",
            circle.child(),
            display::full_date(entry.day()),
            listed(&names)
        );
        let later = &held[place + 1..];
        let heard: Option<Vec<Date>> =
            lacking.iter().map(|agency| heard(circle, *agency, entry.day(), later)).collect();
        let one = Found::since(entry.day(), because).cleared(heard.and_then(|days| days.into_iter().max()));
        found.push(one.from([entry.id]).mended_by("information.shared"));
    }
    found
}

/// The day on which an agency was heard after all, at a later discussion or by its answer, or a reason was given.
fn heard(
    circle: &Circle,
    agency: Agency,
    from: Date,
    later: &[(&TimelineEntry, &StrategyDiscussionHeld)],
) -> Option<Date> {
    let there = later.iter().find(|(_, held)| circle.took_part(agency, &held.attendance));
    let met = there.map(|(entry, _)| entry.day());
    earliest([met, heard_from(circle, agency, from)])
}
