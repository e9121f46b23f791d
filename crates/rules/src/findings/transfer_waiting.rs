//! A child between two teams.

use calendar::display;
use record::timeline::Transfer;

use super::limit::{missed_on, working_days};
use super::{Example, Finding};
use crate::days::earliest;
use crate::timescales::ceases;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "transfer-waiting",
    title: "Transfer not accepted",
    failing: Some("F019"),
    source: "Inspection of a county’s services: cases waited long between teams",
    for_whom: &[Audience::Worker, Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example { title: "five working days to answer", notation: ASKED, on: "2026-03-09", expect: &[] },
        Example {
            title: "listed on the sixth; the sending worker still answers for the child",
            notation: ASKED,
            on: "2026-03-10",
            expect: &["sender still answers for the child"],
        },
        Example { title: "accepted", notation: ASKED, on: "2026-03-12", expect: &[] },
    ],
};

const ASKED: &str = "
recording by manager as team_manager
  2026-03-02 child transfer.requested
    from_team: west
    to_team: north
recording by manager as team_manager
  2026-03-12 child transfer.accepted
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.transfers.iter().map(|transfer| waiting(circle, transfer)).collect()
}

fn waiting(circle: &Circle, transfer: &Transfer) -> Found {
    let within = working_days(circle.settings.limit("transfer_accepted_working_days"));
    let asked = transfer.requested;
    let team = transfer.said.to_team.as_ref().map_or("another team".to_owned(), |team| circle.name_of(team));
    let holder = circle.timeline.allocation_on(asked.date()).and_then(|a| a.worker.as_ref());
    let holder = holder.map_or("The sender".to_owned(), |worker| circle.name_of_unrecorded(worker));
    let check = if transfer.ready() { "" } else { " No check says that the case is ready to move." };
    let because = format!(
        "{team} has not accepted {} since {}; {holder} still answers for the child.{check}",
        circle.child(),
        display::full_date(asked.date())
    );
    let answered = transfer.answered().map(|(_, at)| at.date());
    Found::since(missed_on(within, asked), because)
        .cleared(earliest([answered, ceases(circle, asked.date())]))
        .from([transfer.by])
        .mended_by("transfer.accepted")
        .waited_from(asked.date())
        .also_for(transfer.said.to_manager.clone())
}
