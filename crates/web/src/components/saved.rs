//! That what was typed is kept, and since when.

use maud::{Markup, html};

/// Draws the line that the autosave script updates inside a `data-draft` form.
///
/// Accessibility: a polite status, so that a failure to save is heard and a success does not interrupt.
#[must_use]
pub fn saved(at: &str, note: &str) -> Markup {
    html! {
        p.on-saved role="status" {
            @if !at.is_empty() { b { "Saved " (at) } }
            @if !note.is_empty() { " " (note) }
        }
    }
}
