//! Reading a child's chronology through.

use calendar::Within;
use jiff::civil::date;
use record::events::ChronologyReviewed;

use super::intervals::chain;
use super::scope::{ceases, moment, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Read an open child's chronology through every six months at the least, and say what it shows.
pub(super) const CHRONOLOGY_REVIEW: Timescale = Timescale {
    id: "chronology-review",
    title: "Review the chronology",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: at each assessment, and every six months at the least",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Months(6),
    set_by: Some("chronology_review_months"),
    starts: "the opening of the case or the review before",
    stops: "a worker reviews the chronology",
    stopped_by: "chronology.reviewed",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "six months to the day, the next broken off when the case closes",
            notation: "
recording by worker as social_worker
  2026-01-12 child referral.received
  2026-01-13 child referral.decided
    outcome: assessment
  2026-07-13 child chronology.reviewed
  2026-09-01 child closure.decided
",
            on: "2027-03-31",
            expect: &["2026-07-13 met", "2027-01-13 lapsed"],
        },
        Example {
            title: "a day over",
            notation: "
recording by worker as social_worker
  2026-01-12 child referral.received
  2026-01-13 child referral.decided
    outcome: assessment
  2026-07-14 child chronology.reviewed
",
            on: "2026-07-31",
            expect: &["2026-07-13 late", "2027-01-14 due"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let reviews = moments::<ChronologyReviewed>(circle);
    let involvements = circle.timeline.involvements.iter();
    involvements
        .filter_map(|involvement| {
            let until = ceases(circle, involvement.span.from);
            Some(chain(moment(circle, involvement.opened_by)?, reviews.iter().copied(), until, |_, _| None))
        })
        .flatten()
        .collect()
}
