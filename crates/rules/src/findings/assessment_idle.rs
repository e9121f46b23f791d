//! An assessment on which nothing was done for fifteen working days.

use record::timeline::Span;
use record::{Event, TimelineEntry};

use super::gaps::gaps;
use super::limit::working_days;
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "assessment-idle",
    title: "Assessment standing still",
    failing: Some("F036"),
    source: "Working Together to Safeguard Children, chapter 3: assessment without delay; inspection: drift",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "fifteen working days are allowed", notation: IDLE, on: "2026-03-23", expect: &[] },
        Example {
            title: "then it is said to stand still",
            notation: IDLE,
            on: "2026-03-24",
            expect: &[
                "The last work on the assessment of the child was “Assessment started” on 2 March 2026",
            ],
        },
        Example { title: "until work goes on", notation: IDLE, on: "2026-03-26", expect: &[] },
    ],
};

const IDLE: &str = "
recording by worker as social_worker
  2026-03-02 child assessment.started
  2026-03-26 child views.recorded
    words: I like it at Nan's
";

fn look(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.no_activity_working_days());
    let mut found = Vec::new();
    for assessment in &circle.timeline.assessments {
        let span = Span { from: assessment.started.date(), to: assessment.finished_on() };
        for gap in gaps(circle, span, is_work) {
            let last = gap.last("its start");
            let words = format!("The last work on the assessment of {} was {last}", circle.child());
            found.push(gap.found(within, &words).mended_by("visit.made"));
        }
    }
    found
}

fn is_work(entry: &TimelineEntry) -> bool {
    matches!(
        entry.event,
        Event::AssessmentStarted(_)
            | Event::AssessmentCheckpointHeld(_)
            | Event::AssessmentCompleted(_)
            | Event::AssessmentReturned(_)
            | Event::AssessmentSignedOff(_)
            | Event::FactorRecorded(_)
            | Event::VisitMade(_)
            | Event::VisitAttempted(_)
            | Event::VisitRefused(_)
            | Event::ViewsRecorded(_)
            | Event::DirectWorkHeld(_)
            | Event::AdultEngaged(_)
            | Event::ChronologyReviewed(_)
    )
}
