//! An agency's answer to what it was asked about a child.

use calendar::Within;
use jiff::civil::date;

use super::{Changeover, Counting, Example, Timescale};
use crate::sharing::requests;
use crate::{Circle, Force, Law, Run};

/// An agency answers what it was asked at the front door.
pub(super) const INFORMATION_ANSWER: Timescale = Timescale {
    id: "information-answer",
    title: "Have the agency’s answer",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: agencies answer the front door within one working day",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("information_answer_working_days"),
    starts: "the request to the agency",
    stops: "the agency tells what it holds, or that it does not share it",
    stopped_by: "information.shared",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "told on the next working day",
            notation: "
recording by screener as screener
  2026-03-06 child information.requested
    agency: school
  2026-03-09 child information.shared
    agency: school
    held: Hungry on Mondays
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "withheld a day too late",
            notation: "
recording by screener as screener
  2026-03-06 child information.requested
    agency: police
  2026-03-10 child information.withheld
    agency: police
    reason: An inquiry into a crime is under way
",
            on: "2026-03-31",
            expect: &["2026-03-09 late"],
        },
        Example {
            title: "the answer of another agency is none",
            notation: "
recording by screener as screener
  2026-03-06 child information.requested
    agency: health
  2026-03-06 child information.shared
    agency: school
",
            on: "2026-03-31",
            expect: &["2026-03-09 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let all = requests(circle.timeline).into_iter();
    all.map(|one| {
        let answered = one.answer.map(|answer| (answer.id, answer.occurred));
        Run::started(one.entry.id, one.entry.occurred).stopped(answered)
    })
    .collect()
}
