//! Nobody, and two children asked of one team.

use super::{ReceivingTeam, TransfersPage, WaitingChild};
use crate::components::{Nearness, Tag, Tone, When};

/// Samples.
#[must_use]
pub fn samples() -> Vec<(&'static str, TransfersPage)> {
    let child = |name: &str, overdue: bool| WaitingChild {
        name: name.to_owned(),
        href: "/people/jory-nance".to_owned(),
        from: "West team".to_owned(),
        answers: "Hannah Pascoe".to_owned(),
        manager: "Wella Hicks".to_owned(),
        waits: if overdue {
            When::new(Nearness::Overdue, "6 working days", "overdue: to be answered by Mon 9 Mar")
        } else {
            When::new(Nearness::Plain, "2 working days", "to be answered by Fri 13 Mar")
        },
        check: if overdue { Tag::new(Tone::Met, "Ready") } else { Tag::new(Tone::Finding, "Not checked") },
        accept_href: "/forms/transfer_accept?about=jory-nance".to_owned(),
        overdue,
    };
    let team = ReceivingTeam {
        name: "North team".to_owned(),
        capacity: "31 children of 36 that its 2 social workers may have: room for 5.".to_owned(),
        children: vec![child("Jory Nance", true), child("Tegen Nance", false)],
    };
    let page = TransfersPage {
        summary: "Children who wait between teams: 2; past the limit: 1.".to_owned(),
        teams: vec![team],
    };
    vec![("two", page), ("none", TransfersPage::default())]
}
