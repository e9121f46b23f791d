//! A figure to which a visit written late was added.

use super::{ChangeLine, PublishedPage};
use crate::components::crumbs::Crumb;
use crate::components::prose::Prose;
use crate::components::stats::Stat;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, PublishedPage)> {
    let page = PublishedPage {
        heading: "Visits on time, March 2026".into(),
        summary: "Published at 9:00am, Wednesday 1 April 2026, by Nina Bolt.".into(),
        above: vec![Crumb::new("Performance", "/performance"), Crumb::new("Visits on time", "")],
        stats: vec![
            Stat::new("As published", "84.2%", "16 of 19").large(),
            Stat::new("Counted again as known then", "84.2%", "16 of 19"),
            Stat::new("As known now", "89.5%", "17 of 19"),
        ],
        changes: vec![ChangeLine {
            name: "Keast, Isla".into(),
            href: "/people/isla-keast".into(),
            then: "Out: no visit by 20 March 2026.".into(),
            now: "In: seen on 19 March 2026.".into(),
            entries: vec![Prose::new().link("/people/isla-keast/timeline#e-812-0", "Visit of 19 March 2026")],
        }],
    };
    vec![
        ("changed", page),
        ("same", PublishedPage { heading: "Visits on time".into(), ..PublishedPage::default() }),
    ]
}
