//! A social worker who followed a link, the same with mistakes, and someone who may not break the glass.

use super::DeniedPage;
use crate::components::card::Fact;
use crate::components::errors::Mistake;
use crate::components::fields::Choice;
use crate::components::prose::Prose;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, DeniedPage)> {
    let mistaken = DeniedPage {
        mistakes: vec![
            Mistake::new("reason", "Say why it cannot wait"),
            Mistake::new("words", "Write what is happening"),
            Mistake::new("read", "Tick that you have read what happens"),
        ],
        ..denied()
    };
    let no_glass = DeniedPage { open_href: String::new(), ..denied() };
    vec![("denied", denied()), ("mistaken", mistaken), ("no_glass", no_glass)]
}

fn denied() -> DeniedPage {
    DeniedPage {
        ask: vec![
            Fact::new(
                "Now, day or night",
                Prose::new().strong("Duty manager, 01000 555 010. ").text(
                    "They can tell you whether what you know matters to a child, without opening it to you.",
                ),
            ),
            Fact::new(
                "Not urgent",
                Prose::new()
                    .text("Ruth Tregear, your manager. ")
                    .link("/access/ask", "Ask her for access")
                    .text(": she answers within one working day, and you are told either way."),
            ),
            Fact::new(
                "If you think this is a mistake",
                Prose::new()
                    .text("The records officer, ")
                    .unbroken("01000 555 012")
                    .text(". ")
                    .link("/help/restrictions", "Read the restriction rules"),
            ),
        ],
        open_href: "/access/open".into(),
        reasons: vec![
            Choice::new("danger", "A child is in danger now and I must know who or where"),
            Choice::new("asked", "Police, hospital or court are asking now, for a child’s safety"),
            Choice::new("told", "The duty manager has told me to"),
        ],
        follows: vec![
            Prose::new()
                .strong("Told at once:")
                .text(" the record’s guardian, the duty manager, and Ruth Tregear."),
            Prose::new()
                .strong("Open for 60 minutes")
                .text(", to read and to add a note. No printing, no download, no link to others."),
            Prose::new()
                .strong("Looked at by Fri 27 March")
                .text(", one working day, by someone who is not your manager."),
            Prose::new()
                .strong("The person may be told")
                .text(" that you looked, when, and your reason, unless that would put a child at risk."),
            "Nothing is held against you for opening it in good faith.".into(),
        ],
        open_for: "60 minutes".into(),
        kept: "That you reached this page is kept: Hannah Pascoe, Thursday 26 March 2026, 2:48pm. \
               Following a link is not a wrong; you need do nothing more."
            .into(),
        ..DeniedPage::default()
    }
}
