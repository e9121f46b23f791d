//! Review child protection conferences.

use calendar::Within;
use jiff::civil::date;

use super::conferences::{opening, reviews};
use super::intervals::chain;
use super::scope::ceases;
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// Review a plan within three months of the initial conference, then within six months of each review as
/// actually held. Calendar months: 31 January and three months is 30 April. A review may be brought forward
/// and never put back.
pub(super) const REVIEW_CONFERENCE: Timescale = Timescale {
    id: "cp-review-conference",
    title: "Hold the review child protection conference",
    // LAW: Working Together to Safeguard Children 1999 to 2023 (2023: chapter 3, review conferences): the first within
    // three months of the initial conference and thereafter at intervals of not more than six months.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 1999 to 2023: \
                 within three months of the initial conference, then at most six months from review to review",
        from: date(1999, 12, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Months(3),
    set_by: None,
    starts: "the conference before",
    stops: "the review conference is held",
    stopped_by: "conference.held",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "three months, then six from the review as held, and the review that ends the plan",
            notation: "
recording by chair as conference_chair
  2024-01-31 child conference.held
    conference_type: initial
  2024-01-31 child child_protection_plan.started
  2024-04-30 child conference.held
    conference_type: review
  2024-09-10 child conference.held
    conference_type: review
  2024-09-10 child child_protection_plan.ended
",
            on: "2025-03-31",
            expect: &["2024-04-30 met", "2024-10-30 met"],
        },
        Example {
            title: "a day over, and none since: the next counts from the one held late",
            notation: "
recording by chair as conference_chair
  2024-01-31 child conference.held
    conference_type: initial
  2024-01-31 child child_protection_plan.started
  2024-05-01 child conference.held
    conference_type: review
",
            on: "2024-11-02",
            expect: &["2024-04-30 late", "2024-11-01 overdue"],
        },
        Example {
            title: "a young person who turns 18 first is not late",
            notation: "
recording by chair as conference_chair
  2024-01-02 child person.identified
    category: child
    date_of_birth: 2006-04-20
  2024-01-31 child conference.held
    conference_type: initial
  2024-01-31 child child_protection_plan.started
",
            on: "2024-06-30",
            expect: &["2024-04-30 lapsed"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let reviews = reviews(circle);
    let within = |place: usize| {
        let name =
            if place == 0 { "first_review_conference_months" } else { "later_review_conference_months" };
        Some(circle.settings.within(name))
    };
    let plans = circle.timeline.protection_plans.iter();
    plans
        .filter_map(|plan| {
            let until = earliest([plan.span.to, ceases(circle, plan.span.from)]);
            let held = reviews.iter().copied();
            Some(chain(opening(circle, plan)?, held, until, |place, _| within(place)))
        })
        .flatten()
        .collect()
}
