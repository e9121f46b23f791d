//! A directory with a gap, and one that is still empty.

use super::{Gap, ServiceLine, ServicesPage};
use crate::components::button::Button;
use crate::components::errors::Mistake;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, ServicesPage)> {
    let group = ServiceLine {
        name: "Young carers’ group".into(),
        href: "/people/young-carers/timeline".into(),
        meets: "somebody of their own to talk to, a rest from caring".into(),
        eligibility: "8 to 17, anybody may ask".into(),
        place: "Porthavel and Tolcarne".into(),
        contact: "01872 555 0123".into(),
        room: "11 of 16".into(),
        uptake: "7 of 9 followed".into(),
        dates: "Until 31 Mar 2027".into(),
        acts: vec![
            Button::secondary("Withdraw", "/forms/service_withdrawn?about=young-carers")
                .about("Young carers’ group"),
        ],
    };
    let closed = ServiceLine {
        name: "Saturday club".into(),
        href: "/people/saturday-club/timeline".into(),
        dates: "Closed 30 Sep 2025; its families go to Young carers’ group".into(),
        acts: Vec::new(),
        ..group.clone()
    };
    let gap = Gap {
        need: "Somewhere to be in the evenings".into(),
        children: 14,
        teams: "West team, North team".into(),
    };
    let full = ServicesPage {
        summary: "1 service is offered; 1 need is met by none.".into(),
        offered: vec![group],
        withdrawn: vec![closed],
        gaps: vec![gap],
        may_list: true,
        ..ServicesPage::default()
    };
    let empty = ServicesPage {
        summary: "No service is listed.".into(),
        may_list: true,
        mistakes: vec![Mistake::new("name", "Say what it is called")],
        ..ServicesPage::default()
    };
    vec![("listed", full), ("empty", empty)]
}
