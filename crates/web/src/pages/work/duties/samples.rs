//! Two children of the West team on 26 March 2026.

use super::{DutiesPage, DutyChild, DutyMark};
use crate::components::crumbs::Crumb;
use crate::components::pages::Pages;
use crate::components::segments::Segment;
use crate::components::stats::Stat;
use crate::components::{Place, Tag, Tone};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, DutiesPage)> {
    let mark = |title: &str, tone: Tone, state: &str, when: &str| DutyMark {
        title: title.into(),
        state: Tag::new(tone, state),
        when: when.into(),
        because: "10 working days from 10 March 2026 ended on 24 March 2026.".into(),
    };
    let visit = mark("Visit under the plan", Tone::Overdue, "Overdue", "2 working days overdue");
    let group = mark("Core group", Tone::Soon, "Due", "in 3 working days");
    let held = mark("Initial conference", Tone::Met, "Met", "by 9 March 2026");
    let child = |name: &str, href: &str, breaches: Tag, cells| DutyChild {
        name: name.into(),
        href: href.into(),
        worker: "Hannah Pascoe, West team".into(),
        breaches,
        cells,
    };
    let none = || (Vec::new(), Vec::new());
    let full = DutiesPage {
        heading: "Duties: West team".into(),
        short: "Duties of a team".into(),
        above: vec![Crumb::new("West team", "/teams/west"), Crumb::new("Duties", "")],
        summary: "Thursday 26 March 2026. 2 open children.".into(),
        counts: vec![Stat::new("Breaches", "1", "of 1 child"), Stat::new("Due", "1", "not yet done")],
        shown: vec![Segment::new("Every child", "/teams/west/duties", true)],
        kinds: vec!["Seeing the child".into(), "Protection".into()],
        children: vec![
            child(
                "Ellis Tremain",
                "/people/TRE-1/duties",
                Tag::new(Tone::Overdue, "1 breach"),
                vec![(vec![visit], Vec::new()), (vec![group], vec![held])],
            ),
            child("A restricted record", "", Tag::new(Tone::Met, "No breach"), vec![none(), none()]),
        ],
        pages: Pages {
            here: 1,
            of: 1,
            href: "/teams/west/duties?page=".into(),
            showing: "Showing 1 to 2 of 2".into(),
            of_what: "children".into(),
        },
        csv_href: "/teams/west/duties?format=csv".into(),
        place: Some(Place::Team),
        ..DutiesPage::default()
    };
    let empty = DutiesPage {
        heading: "Duties: North team".into(),
        short: "Duties of a team".into(),
        summary: "Thursday 26 March 2026. No open child.".into(),
        ..DutiesPage::default()
    };
    vec![("west", full), ("empty", empty)]
}
