//! A hub with a request that waits too long, and one with nothing to do.

use super::{HubLine, HubList, HubPage};
use crate::components::button::Button;
use crate::components::stats::Stat;
use crate::components::{Nearness, When};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, HubPage)> {
    let waiting = HubLine {
        name: "Jory Nance".into(),
        href: "/people/NAN-2".into(),
        words: "Late each Monday; his mother asks for help with mornings.".into(),
        since: Some(When::new(Nearness::Overdue, "16 Mar 2026", "3 working days past the limit")),
        worker: "Nobody yet".into(),
        next: Some(
            Button::secondary("Allocate", "/forms/early_help_allocation?about=NAN-2").about("Jory Nance"),
        ),
    };
    let list = |id: &str, heading: &str, lines: Vec<HubLine>| HubList {
        id: id.into(),
        heading: heading.into(),
        words_head: "Why".into(),
        empty: "Nothing waits here.".into(),
        lines,
        more: 0,
        later: Vec::new(),
    };
    let busy = HubPage {
        heading: "Early Help Hub".into(),
        summary: "1 request waits for a service.".into(),
        stats: vec![Stat::new("Children helped now", "214", "early help open today")],
        lists: vec![
            list("requests", "Waiting for a service", vec![waiting]),
            list("up", "Steps up", Vec::new()),
        ],
        also: vec!["Directory of services".into()],
    };
    let calm = HubPage {
        heading: "Early Help Hub".into(),
        summary: "No request waits for a service.".into(),
        lists: vec![list("requests", "Waiting for a service", Vec::new())],
        ..HubPage::default()
    };
    vec![("waiting", busy), ("nothing_waits", calm)]
}
