//! A week of which one decision is rated and one is not.

use super::{RefusalLine, SampleLine, SamplePage};
use crate::components::button::Button;
use crate::components::segments::Segment;
use crate::components::stats::Stat;
use crate::components::{Tag, Tone};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, SamplePage)> {
    let line = |name: &str| SampleLine {
        name: name.into(),
        href: "/people/isla-keast".into(),
        decided: "3 March 2026".into(),
        ratings: Vec::new(),
        next: Some(Button::secondary("Rate it", "/forms/decision_rerating?about=isla-keast").about(name)),
    };
    let rated = SampleLine {
        ratings: vec![(
            Tag::new(Tone::Finding, "Differs"),
            "Decided on 3 March 2026: Universal services. Rated again for Health: Child in need.".into(),
        )],
        ..line("Rowse, Kit")
    };
    let page = SamplePage {
        summary: "Decisions of the week from 2 March 2026; the sample closes on 16 March 2026.".into(),
        weeks: vec![Segment::new("Week before", "/front-door/sample?week=2026-02-23", false)],
        stats: vec![Stat::new("Agreement", "70.0%", "7 of 10")],
        sample: vec![line("Keast, Isla"), rated.clone()],
        month: "March 2026".into(),
        refusals: vec![
            RefusalLine { reason: "Below the threshold".into(), many: 21, drawn: Some(rated) },
            RefusalLine { reason: "The child lives elsewhere".into(), many: 0, drawn: None },
        ],
    };
    vec![("a_week", page), ("nothing", SamplePage { month: "March 2026".into(), ..SamplePage::default() })]
}
