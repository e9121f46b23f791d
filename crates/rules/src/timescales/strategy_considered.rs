//! Considering a strategy discussion, once risk to an open child rises.

use calendar::Within;
use jiff::civil::date;

use super::scope::ceases;
use super::{Changeover, Counting, Example, Timescale};
use crate::risk::rises;
use crate::{Circle, Force, Law, Run};

/// Hold a strategy discussion, or decide with a reason that none is needed, by the end of the next working day.
pub(super) const STRATEGY_CONSIDERED: Timescale = Timescale {
    id: "strategy-considered-local",
    title: "Consider a strategy discussion",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: each rise in risk on an open case is considered by the next working day",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("strategy_considered_working_days"),
    starts: "the rise of the risk to an open child",
    stops: "a strategy discussion is held, or a manager decides with a reason that none is needed",
    stopped_by: "strategy_discussion.held",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "risen on a Friday, discussed on Monday",
            notation: "
recording by worker as social_worker
  2026-03-06 child risk.increased
  2026-03-09 child strategy_discussion.held
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "a reason given on Tuesday is late",
            notation: "
recording by worker as social_worker
  2026-03-06 child risk.increased @rose
recording by manager as team_manager
  2026-03-10 child management_decision.made
    decision: No discussion
    reason: The man was arrested on Saturday
    in_answer_to: @rose
",
            on: "2026-03-31",
            expect: &["2026-03-09 late"],
        },
        Example {
            title: "a decision without a reason does not stop it",
            notation: "
recording by worker as social_worker
  2026-03-06 child risk.increased @rose
recording by manager as team_manager
  2026-03-06 child management_decision.made
    decision: No discussion
    in_answer_to: @rose
",
            on: "2026-03-31",
            expect: &["2026-03-09 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let rises = rises(circle.timeline).into_iter();
    rises
        .map(|rise| {
            Run::started(rise.asked.entry.id, rise.asked.entry.occurred)
                .stopped(rise.asked.answer.map(|entry| (entry.id, entry.occurred)))
                .lapsed(ceases(circle, rise.asked.entry.day()))
        })
        .collect()
}
