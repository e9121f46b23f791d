//! What was done out of hours, taken up by the day team.

use calendar::Within;
use jiff::civil::date;

use super::{Changeover, Counting, Example, Timescale};
use crate::{Force, Law, Run};

/// Take up what the worker out of hours handed over by the end of the next working day.
pub(super) const HANDOVER_ACCEPTED: Timescale = Timescale {
    id: "handover-accepted",
    title: "Accept the handover from the night",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: taken up on the next working day",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("handover_accepted_working_days"),
    starts: "the handover",
    stops: "the day team accepts it",
    stopped_by: "handover.accepted",
    counting: Counting::Deadline,
    runs: |circle| {
        let handovers = circle.timeline.handovers.iter();
        let accepted =
            |one: &record::timeline::NightHandover| one.accepted.as_ref().map(|(by, at, _)| (*by, *at));
        handovers
            .map(|one| Run::started(one.by, one.made).stopped(accepted(one)).lapsed(circle.grown_up()))
            .collect()
    },
    examples: &[
        Example {
            title: "handed over in the night before a bank holiday, accepted on the Tuesday",
            notation: "
recording by night as screener
  2026-05-22 23:30 child handover.made
recording by screener as screener
  2026-05-26 09:10 child handover.accepted
",
            on: "2026-05-31",
            expect: &["2026-05-26 met"],
        },
        Example {
            title: "not taken up on the next working day",
            notation: "
recording by night as screener
  2026-05-22 23:30 child handover.made
",
            on: "2026-05-27",
            expect: &["2026-05-26 overdue"],
        },
    ],
};
