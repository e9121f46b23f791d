//! Children with no worker on 26 March 2026, an empty list, and the index.

use super::{IndexLine, IndexPage, ListGroup, ListLine, ListPage};
use crate::components::button::Button;
use crate::components::pages::Pages;
use crate::components::segments::Segment;
use crate::components::table::Sorted;
use crate::components::{Nearness, When};

fn scopes(path: &str) -> Vec<Segment> {
    ["Mine", "My team", "Whole service"].map(|words| Segment::new(words, path, words == "My team")).into()
}

/// Every sample of a list.
#[must_use]
pub fn samples() -> Vec<(&'static str, ListPage)> {
    let base = ListPage {
        title: "Children with no worker".into(),
        summary: "Thursday 26 March 2026. West team and those without a team: 2 children.".into(),
        about: "Open children without a named worker a working day after opening or after their worker left."
            .into(),
        scopes: scopes("/lists/unallocated?scope=team"),
        group_head: "Team".into(),
        figure_head: "How many".into(),
        empty: "Every open child has a named worker.".into(),
        csv_href: "/lists/unallocated?format=csv".into(),
        ..ListPage::default()
    };
    let line = |name: &str, href: &str, because: &str| ListLine {
        name: name.into(),
        href: href.into(),
        kind: String::new(),
        because: because.into(),
        verdict: None,
        when: When::new(Nearness::Plain, "24 Mar 2026", "2 days waited"),
        worker: "Nobody yet".into(),
        team: "West team".into(),
        next: (!href.is_empty())
            .then(|| Button::secondary("Give a child a worker", "/forms/allocation?about=CAR-1")),
    };
    let full = ListPage {
        groups: vec![ListGroup {
            name: "West team".into(),
            href: "/lists/unallocated?team=west".into(),
            figure: "2".into(),
            of: String::new(),
            kinds: Vec::new(),
        }],
        ways: vec![Segment::new("Team", "/lists/unallocated?by=team", true)],
        sorts: ["name", "days", "worker", "team"]
            .map(|by| (format!("/lists/unallocated?sort={by}"), (by == "days").then_some(Sorted::Descending)))
            .into(),
        total: 2,
        lines: vec![
            line(
                "Elowen Carne",
                "/people/CAR-1",
                "Elowen has no named worker since 24 March 2026, when the case opened.",
            ),
            line("A restricted record", "", "Ask your manager."),
        ],
        pages: Pages {
            here: 1,
            of: 1,
            href: "/lists/unallocated?page=".into(),
            showing: "Showing 1 to 2 of 2".into(),
            of_what: "lines".into(),
        },
        ..base.clone()
    };
    vec![("unallocated", full), ("nobody", base)]
}

/// Every sample of the index.
#[must_use]
pub fn index_samples() -> Vec<(&'static str, IndexPage)> {
    let list = |title: &str, name: &str, count: usize| IndexLine {
        title: title.into(),
        href: format!("/lists/{name}"),
        about: "Open children without a named worker a working day after opening.".into(),
        count,
    };
    let page = IndexPage {
        summary: "Thursday 26 March 2026. West team and those without a team.".into(),
        scopes: scopes("/lists?scope=team"),
        parts: vec![(
            "Workers and oversight".into(),
            vec![
                list("Children with no worker", "unallocated", 2),
                list("No management entry", "no-oversight", 0),
            ],
        )],
    };
    vec![("west", page)]
}
