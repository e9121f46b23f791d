//! Enquiries that came to an end, and whose outcome nobody recorded.

use record::timeline::Enquiry;

use super::limit::{missed_on, sum, working_days};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "enquiry-outcome-missing",
    title: "Enquiry ended without an outcome",
    failing: Some("F058"),
    source: "Working Together to Safeguard Children, chapter 3: the outcome of section 47 enquiries",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "a working day to record it", notation: ENDED, on: "2026-03-10", expect: &[] },
        Example {
            title: "two days after the end",
            notation: ENDED,
            on: "2026-03-11",
            expect: &["1 working day from 9 March 2026 ended on 10 March 2026"],
        },
        Example { title: "recorded", notation: ENDED, on: "2026-03-12", expect: &[] },
        Example {
            title: "an outcome that was decided in time and recorded late was missing until then",
            notation: "
recording by worker as social_worker at 2026-03-02 17:00
  2026-03-02 child section_47_enquiry.started
recording by manager as team_manager at 2026-03-20 09:00
  2026-03-09 child section_47_enquiry.completed
    outcome: not_substantiated
",
            on: "2026-03-19",
            expect: &["has no outcome on record"],
        },
    ],
};

const ENDED: &str = "
recording by worker as social_worker
  2026-03-02 child section_47_enquiry.started
recording by worker as social_worker
  2026-03-09 child section_47_enquiry.ended
recording by manager as team_manager
  2026-03-12 child section_47_enquiry.completed
    outcome: not_substantiated
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.enquiries.iter().filter_map(|enquiry| missing(circle, enquiry)).collect()
}

fn missing(circle: &Circle, enquiry: &Enquiry) -> Option<Found> {
    let ended = enquiry.ended_on?;
    let within = working_days(circle.settings.limit("enquiry_outcome_recorded_working_days"));
    let because = format!(
        "The section 47 enquiry about {} has ended and has no outcome on record: {}.",
        circle.child(),
        sum(within, ended.into())
    );
    let recorded = enquiry.completed.as_ref().map(|(by, at, _)| {
        let entry = circle.timeline.entry(*by).filter(|entry| entry.recorded.source.is_none());
        entry.map_or(at.date(), |entry| entry.recorded_on().max(at.date()))
    });
    let found = Found::since(missed_on(within, ended.into()), because).cleared(recorded).from([enquiry.by]);
    Some(found.mended_by("section_47_enquiry.completed").waited_from(ended))
}
