//! A panel is a heading under a sea-blue rule; a box means "act here".

use maud::{Markup, html};

/// A heading's level. No page may skip one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Under the page's own heading.
    Two,
    /// Under a section's.
    Three,
}

fn heading(level: Level, words: &str) -> Markup {
    html! { @match level { Level::Two => h2 { (words) }, Level::Three => h3 { (words) } } }
}

/// A ruled column with a heading.
#[must_use]
pub fn panel(level: Level, words: &str, inside: &Markup) -> Markup {
    html! { section.on-panel { (heading(level, words)) (inside) } }
}

/// A ruled column with a heading and a count beside it.
#[must_use]
pub fn counted_panel(words: &str, count: usize, inside: &Markup) -> Markup {
    html! { section.on-panel { h2 { (words) " " span.on-count { (count) } } (inside) } }
}

/// A white box: an option, a gate list, a form's part.
///
/// Accessibility: a region named by its heading; `id` must be used once in the page.
#[must_use]
pub fn boxed(id: &str, words: &str, inside: &Markup) -> Markup {
    html! { section.on-box aria-labelledby=(id) { h2 id=(id) { (words) } (inside) } }
}

/// A section of the page, with a count when there is one.
#[must_use]
pub fn section(id: &str, words: &str, count: Option<usize>, inside: &Markup) -> Markup {
    html! {
        section.on-section aria-labelledby=(id) {
            h2 id=(id) { (words) @if let Some(count) = count { " " span.on-count { (count) } } }
            (inside)
        }
    }
}
