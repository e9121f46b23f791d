//! A row of joined links that choose one way of showing the same thing.

use maud::{Markup, html};

/// One way of showing.
#[derive(Clone, Debug, Default)]
pub struct Segment {
    /// "By child".
    pub words: String,
    /// Where it leads.
    pub href: String,
    /// True for the one on screen.
    pub current: bool,
}

impl Segment {
    /// One way of showing.
    #[must_use]
    pub fn new(words: impl Into<String>, href: impl Into<String>, current: bool) -> Self {
        Self { words: words.into(), href: href.into(), current }
    }
}

/// Draws the row.
///
/// Accessibility: a list named by its label; the one on screen says `aria-current`.
#[must_use]
pub fn segments(label: &str, shown: &[Segment]) -> Markup {
    html! {
        @if !shown.is_empty() {
            ul.on-seg aria-label=(label) {
                @for one in shown { li { a href=(one.href) aria-current=[one.current.then_some("true")] { (one.words) } } }
            }
        }
    }
}
