//! An agenda with an overdue action and a repeat, and an empty one.

use super::{ActionLine, CaseLine, MaracPage};
use crate::components::button::Button;
use crate::components::{Nearness, Tag, Tone, When};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, MaracPage)> {
    let action = ActionLine {
        name: "Jory Nance".into(),
        href: "/people/NAN-2".into(),
        what: "Meets Jory each Monday (Tom Ferris, School or nursery)".into(),
        due: Some(When::new(Nearness::Overdue, "16 Mar 2026", "8 working days overdue")),
        next: Some(Button::secondary("It was done", "/forms/action_done?about=NAN-2").about("Jory Nance")),
    };
    let case = CaseLine {
        name: "Kerra Nance".into(),
        href: "/people/NAN-9".into(),
        children: "Jory Nance, Morwenna Nance".into(),
        reason: "Held by the throat on Saturday night".into(),
        since: Some(When::new(Nearness::Plain, "24 Mar 2026", "2 days ago")),
        repeat: Some((Tag::new(Tone::Finding, "Repeat"), "/people/NAN-9/timeline".into())),
        next: Some(Button::primary("Hear it", "/forms/marac_case?about=NAN-2").about("Kerra Nance")),
    };
    let full = MaracPage {
        summary: "1 case to hear; 1 action overdue.".into(),
        overdue: vec![action],
        cases: vec![case],
        figures: vec!["Repeat high-risk cases".into()],
        ..MaracPage::default()
    };
    let empty = MaracPage { summary: "No case to hear; no action overdue.".into(), ..MaracPage::default() };
    vec![("full", full), ("empty", empty)]
}
