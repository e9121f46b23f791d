//! An open child with whom nothing happens.

use calendar::Within;
use jiff::civil::date;

use super::intervals::chain;
use super::recording::happening;
use super::scope::{ceases, moment};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Do something with an open child: a visit, a meeting, a talk, a decision, within fifteen working days of the
/// last. Facts written about the child (an address, a name) are not something done.
pub(super) const NO_ACTIVITY: Timescale = Timescale {
    id: "no-activity",
    title: "Do something with the child",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: fifteen working days without a visit, event or decision at most",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(15),
    set_by: Some("no_activity_working_days"),
    starts: "the last thing that happened",
    stops: "something happens",
    stopped_by: "case_note.recorded",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "a note on the fifteenth working day",
            notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: services
  2026-03-23 child case_note.recorded
",
            on: "2026-03-31",
            expect: &["2026-03-23 met", "2026-04-15 due"],
        },
        Example {
            title: "a day over; a new address is nothing done",
            notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: services
  2026-03-10 child household.joined
    household: elm-row-4
  2026-03-24 child visit.made
",
            on: "2026-04-17",
            expect: &["2026-03-23 late", "2026-04-16 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let done = circle.timeline.counting().filter(|entry| happening(&entry.event));
    let done: Vec<_> = done.map(|entry| (entry.id, entry.occurred)).collect();
    let involvements = circle.timeline.involvements.iter();
    let runs = involvements.filter_map(|involvement| {
        let until = ceases(circle, involvement.span.from);
        Some(chain(moment(circle, involvement.opened_by)?, done.iter().copied(), until, |_, _| None))
    });
    // Several things done on one day are no interval between them.
    runs.flatten()
        .filter(|run| run.stopped.is_none_or(|(_, stopped)| stopped.date() > run.started.1.date()))
        .collect()
}
