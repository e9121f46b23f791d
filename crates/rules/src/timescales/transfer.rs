//! A case asked to be moved from one team to another.

use calendar::Within;
use jiff::civil::date;

use super::scope::ceases;
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Answer a request to take a child's case. Until it is accepted the sending team and worker answer for the child.
pub(super) const TRANSFER_ACCEPTED: Timescale = Timescale {
    id: "transfer-accepted",
    title: "Accept or decline the transfer",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: a transfer is answered within five working days",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(5),
    set_by: Some("transfer_accepted_working_days"),
    starts: "the request to take the case",
    stops: "the receiving team accepts or declines",
    stopped_by: "transfer.accepted",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "accepted on the fifth working day; declined on the sixth",
            notation: "
recording by manager as team_manager
  2026-03-02 child transfer.requested
  2026-03-09 child transfer.accepted
  2026-04-13 child transfer.requested
  2026-04-21 child transfer.declined
",
            on: "2026-05-31",
            expect: &["2026-03-09 met", "2026-04-20 late"],
        },
        Example {
            title: "waiting on the sixth working day",
            notation: "
recording by manager as team_manager
  2026-03-02 child transfer.requested
",
            on: "2026-03-10",
            expect: &["2026-03-09 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let transfers = circle.timeline.transfers.iter();
    transfers
        .map(|one| {
            let lapses = ceases(circle, one.requested.date());
            let run = Run::started(one.by, one.requested).stopped(one.answered()).lapsed(lapses);
            match &one.said.to_team {
                Some(team) => run.about(format!("to {}", circle.name_of(team))),
                None => run,
            }
        })
        .collect()
}
