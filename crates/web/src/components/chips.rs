//! Filters in use, each removed by pressing it.

use maud::{Markup, html};

/// One filter in use.
#[derive(Clone, Debug)]
pub struct Chip {
    /// "From 2022".
    pub words: String,
    /// The same page without this filter.
    pub without_href: String,
}

impl Chip {
    /// One filter in use.
    #[must_use]
    pub fn new(words: impl Into<String>, without_href: impl Into<String>) -> Self {
        Self { words: words.into(), without_href: without_href.into() }
    }
}

/// Draws the filters in use, then either "Clear all" or a quiet line.
///
/// Accessibility: each is read as "Remove From 2022".
#[must_use]
pub fn chips(shown: &[Chip], clear_href: &str, note: &str) -> Markup {
    html! {
        @if !shown.is_empty() || !note.is_empty() {
            ul.on-chips aria-label="Filters in use" {
                @for chip in shown {
                    li { a.on-chip.on-chip--off href=(chip.without_href) { span.on-hidden { "Remove " } (chip.words) } }
                }
                @if !clear_href.is_empty() && !shown.is_empty() { li { a.on-small href=(clear_href) { "Clear all" } } }
                @if !note.is_empty() { li.on-small.on-quiet { (note) } }
            }
        }
    }
}
