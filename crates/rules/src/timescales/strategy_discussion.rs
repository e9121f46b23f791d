//! The strategy discussion, once harm is suspected.

use calendar::Within;
use jiff::civil::date;
use record::events::{HarmSuspected, StrategyDiscussionHeld};

use super::scope::{ceases, first_since, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Hold a strategy discussion by the end of the next working day, and on the same day where the child is in
/// danger now. Guidance says only “without delay”.
pub(super) const STRATEGY_DISCUSSION: Timescale = Timescale {
    id: "strategy-discussion-local",
    title: "Hold the strategy discussion",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: regional procedures; Working Together says only without delay",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("strategy_discussion_working_days"),
    starts: "reasonable cause to suspect significant harm",
    stops: "the strategy discussion is held",
    stopped_by: "strategy_discussion.held",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "suspected on a Friday, discussed on Monday",
            notation: "
recording by worker as social_worker
  2026-03-06 child harm.suspected
  2026-03-09 child strategy_discussion.held
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "in danger now: the next day is late",
            notation: "
recording by worker as social_worker
  2026-03-03 child harm.suspected
    immediate_danger: yes
  2026-03-04 child strategy_discussion.held
",
            on: "2026-03-31",
            expect: &["2026-03-03 late"],
        },
        Example {
            title: "in danger now, and discussed on the same evening",
            notation: "
recording by worker as social_worker
  2026-03-03 10:00 child harm.suspected
    immediate_danger: yes
  2026-03-03 18:30 child strategy_discussion.held
",
            on: "2026-03-31",
            expect: &["2026-03-03 met"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let held = moments::<StrategyDiscussionHeld>(circle);
    let suspected = circle.timeline.of::<HarmSuspected>();
    suspected
        .map(|(entry, said)| {
            let start = (entry.id, entry.occurred);
            let same_day = (said.immediate_danger == Some(true)).then_some(Within::CalendarDays(0));
            Run::started(start.0, start.1)
                .within(same_day)
                .stopped(first_since(held.iter().copied(), start))
                .lapsed(ceases(circle, entry.day()))
        })
        .collect()
}
