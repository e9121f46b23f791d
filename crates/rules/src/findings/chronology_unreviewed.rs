//! An open child's chronology that nobody has read through for longer than the limit.

use record::Event;

use super::gaps::gaps;
use super::limit::months;
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "chronology-unreviewed",
    title: "Chronology not reviewed",
    failing: Some("F037"),
    source: "Inspection: chronologies kept up and read; the number of months is the authority's own",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "six months to the day", notation: OPEN, on: "2026-09-02", expect: &[] },
        Example {
            title: "past six months",
            notation: OPEN,
            on: "2026-09-03",
            expect: &["6 months from 2 March 2026 ended on 2 September 2026"],
        },
        Example { title: "read through", notation: OPEN, on: "2026-09-10", expect: &[] },
        Example {
            title: "and six months on again",
            notation: OPEN,
            on: "2027-03-11",
            expect: &["10 September 2026"],
        },
    ],
};

const OPEN: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
recording by worker as social_worker
  2026-09-10 child chronology.reviewed
    pattern: Neglect comes and goes with his mother's drinking
";

fn look(circle: &Circle) -> Vec<Found> {
    let within = months(circle.settings.limit("chronology_review_months"));
    let mut found = Vec::new();
    for involvement in &circle.timeline.involvements {
        let review = |entry: &record::TimelineEntry| matches!(entry.event, Event::ChronologyReviewed(_));
        for gap in gaps(circle, involvement.span, review) {
            let since =
                if gap.after.is_some() { "the last reading" } else { "the work with the child began" };
            let words = format!("Nobody has read through the chronology of {} since {since}", circle.child());
            found.push(gap.found(within, &words).mended_by("chronology.reviewed"));
        }
    }
    found
}
