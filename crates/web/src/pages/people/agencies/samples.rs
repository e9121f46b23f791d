//! Nobody asked, and three agencies with two people's consent.

use super::{AgenciesPage, ConsentLine, Line};
use crate::components::button::Button;
use crate::components::{ChildPage, Tag, Tone};
use crate::pages::samples::morwenna;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, AgenciesPage)> {
    let none = AgenciesPage {
        child: morwenna(ChildPage::People),
        initials: "M N".into(),
        as_at: None,
        summary: "0 asked, 0 not answered.".into(),
        people_href: "/people/NAN-1/people".into(),
        lines: Vec::new(),
        consents: Vec::new(),
        acts: vec![Button::secondary("Ask an agency", "/forms/information_request?about=NAN-1")],
    };
    let line = |agency: &str, asked_on: &str, state: Tag, held: &str| Line {
        date: "2026-03-02".into(),
        agency: agency.into(),
        href: "/people/NAN-1/timeline#e7.1".into(),
        asked_on: asked_on.into(),
        asked: if asked_on.is_empty() { String::new() } else { "What worries you?".into() },
        answered_on: if held.is_empty() { String::new() } else { "3 Mar".into() },
        state,
        held: held.into(),
    };
    let consent = |who: &str, state: Tag, reason: &str| ConsentLine {
        who: who.into(),
        purpose: "To ask health and school what they know".into(),
        covers: "Health, School or nursery".into(),
        state,
        since: "2 Mar".into(),
        reason: reason.into(),
        href: "/people/NAN-1/timeline#e7.2".into(),
    };
    let asked = AgenciesPage {
        summary: "2 asked, 1 not answered.".into(),
        lines: vec![
            line("School or nursery", "2 Mar", Tag::new(Tone::Met, "Told"), "Tired on Mondays"),
            line("Health", "2 Mar", Tag::new(Tone::Soon, "Not answered"), ""),
            line(
                "Police",
                "",
                Tag::new(Tone::Plain, "Not asked"),
                "They told the same for her sister last week",
            ),
        ],
        consents: vec![
            consent("Demelza Nance", Tag::new(Tone::Met, "Given"), ""),
            consent("Ross Hosken", Tag::new(Tone::Finding, "Refused"), "He will tell the school himself"),
        ],
        ..none.clone()
    };
    vec![("asked", asked), ("nobody asked", none)]
}
