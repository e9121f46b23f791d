//! The answer to an agency that disagrees, at each level.

use calendar::Within;
use jiff::civil::date;

use super::{Changeover, Counting, Example, Timescale};
use crate::disagreement::{disagreements, occurred};
use crate::{Circle, Force, Law, Run};

/// Each level answers a disagreement within a day; unanswered, the next has it, and the first stays late.
pub(super) const DISAGREEMENT_ANSWER: Timescale = Timescale {
    id: "disagreement-answer",
    title: "Answer the agency that disagrees",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: 24 hours at each level, as safeguarding boards' escalation procedures commonly set",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Hours(24),
    set_by: Some("disagreement_answer_hours"),
    starts: "the disagreement, or its coming to the next level",
    stops: "the agency is answered",
    stopped_by: "disagreement.answered",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "answered the same afternoon",
            notation: "
recording by head as head_of_service
  2026-03-02 10:00 child disagreement.raised
    agency: school
  2026-03-02 16:00 child disagreement.answered
    outcome: changed
",
            on: "2026-03-31",
            expect: &["2026-03-03 met"],
        },
        Example {
            title: "answered by the next level: the first is late, the second in time",
            notation: "
recording by head as head_of_service
  2026-03-02 10:00 child disagreement.raised
    agency: school
  2026-03-04 09:00 child disagreement.answered
    outcome: stands
",
            on: "2026-03-31",
            expect: &["2026-03-03 late", "2026-03-04 met"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let mut runs = Vec::new();
    for one in disagreements(circle.timeline, circle.settings.limit("disagreement_answer_hours")) {
        let last = one.outcome().map(|(entry, _)| (entry.id, entry.occurred));
        for stage in &one.stages {
            let stopped = stage.ended.map(|entry| (entry.id, entry.occurred)).or(last);
            runs.push(Run::started(one.entry.id, occurred(stage.since)).stopped(stopped));
        }
    }
    runs
}
