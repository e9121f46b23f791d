//! A risk that rose on an open child, with neither a strategy discussion nor a reasoned decision not to hold one.

use super::limit::{involvement_from, unanswered, while_open, working_days};
use super::{Example, Finding};
use crate::risk::{Rise, rises};
use crate::{Asked, Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "strategy-not-considered",
    title: "Risk rose, strategy discussion not considered",
    failing: Some("F053"),
    source: "Children Act 1989 s47; inspection: discussions late, above all for children already in need",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "until the next working day ends", notation: ROSE, on: "2026-03-09", expect: &[] },
        Example {
            title: "a decision that says nothing of it does not answer it",
            notation: ROSE,
            on: "2026-03-10",
            expect: &["neither a strategy discussion was held nor a reason given why not: 1 working day"],
        },
        Example { title: "a reasoned decision", notation: ROSE, on: "2026-03-11", expect: &[] },
        Example {
            title: "discussed in time",
            notation: "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-06 child risk.increased
  2026-03-09 child strategy_discussion.held
",
            on: "2026-03-10",
            expect: &[],
        },
    ],
};

const ROSE: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
recording by worker as social_worker
  2026-03-06 child risk.increased @back
    what: His father is back
recording by manager as team_manager
  2026-03-09 child management_decision.made
    decision: Buy a bed
    reason: He has none
  2026-03-11 child management_decision.made
    decision: No strategy discussion
    reason: He moved to his aunt on the same evening
    in_answer_to: @back
";

fn look(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.limit("strategy_considered_working_days"));
    let found = |rise: &Rise| {
        let involvement = involvement_from(circle, rise.asked.entry.day())?;
        let words = format!(
            "“{}” raised the risk to {}, and neither a strategy discussion was held nor a reason given why not",
            rise.asked.said.what.as_deref().unwrap_or("Something"),
            circle.child()
        );
        let Asked { entry, answer, .. } = rise.asked;
        let one = unanswered(entry, answer, within, &words, "strategy_discussion.held");
        Some(while_open(one, involvement))
    };
    rises(circle.timeline).iter().filter_map(found).collect()
}
