//! The record cannot be written, but can be read.

use super::TroublePage;
use crate::components::card::Fact;
use crate::components::prose::Prose;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, TroublePage)> {
    let page = TroublePage {
        happened: "The note could not be added to the record.".into(),
        kept: "What you typed at 2:31pm is kept as a draft.".into(),
        works: vec!["Reading any record you may open".into(), "Search, and printing".into()],
        number: "T-20260326-1432".into(),
        help: vec![
            Fact::new("Duty manager", Prose::new().unbroken("01000 555 010").text(", day or night")),
            Fact::new("Help with Onen", Prose::new().unbroken("01000 555 001")),
        ],
    };
    vec![("cannot_write", page)]
}
