//! A version half the agencies have acknowledged, and a county without one.

use super::{AgencyLine, SignLine, TeamLine, ThresholdPage, VersionLine};
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, ThresholdPage)> {
    let none =
        ThresholdPage { heading: "Threshold document".into(), start: true, ..ThresholdPage::default() };
    vec![("in_force", in_force()), ("none", none)]
}

fn in_force() -> ThresholdPage {
    let sign = |code: &str, level: &str, words: &str, cited| SignLine {
        code: code.into(),
        level: level.into(),
        words: words.into(),
        cited,
    };
    let agency = |name: &str, state| AgencyLine {
        name: name.into(),
        state,
        next: Some(
            Button::secondary("It has", "/forms/threshold_acknowledgement?about=authority").about(name),
        ),
    };
    let of = |words: &str| Prose::new().link("/performance/contact_decision_steps", words);
    ThresholdPage {
        heading: "Threshold document".into(),
        summary: "Version 2026-1 is in force since 12 January 2026.".into(),
        publish: Some(Button::secondary("Publish a version", "/forms/threshold_publication?about=authority")),
        start: false,
        signs: vec![
            sign("2.3", "Early help", "Late for school or tired in class, again and again", 14),
            sign("3.1", "Child in need", "A carer’s drinking leaves the child without meals or sleep", 31),
            sign("4.2", "Protection", "An injury that the account of it does not explain", 9),
        ],
        agencies: vec![
            AgencyLine { next: None, ..agency("Health", Tag::new(Tone::Met, "20 January 2026")) },
            agency("School or nursery", Tag::new(Tone::Overdue, "Not yet")),
        ],
        versions: vec![VersionLine {
            name: "2026-1".into(),
            dates: "12 January 2026 to now".into(),
            approved: "Safeguarding partnership, minute 14, 8 December 2025".into(),
            changes: "Neglect is named at every level.".into(),
        }],
        levels: vec![("Universal services".into(), 60), ("Child in need".into(), 41)],
        steps: vec!["Screened".into(), "Indicators matched".into()],
        teams: vec![TeamLine { name: "Front door".into(), steps: vec![of("88 of 101"), of("73 of 101")] }],
    }
}
