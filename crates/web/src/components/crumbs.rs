//! Where this page stands.

use maud::{Markup, html};

/// One step; the last has no address.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// "Performance".
    pub words: String,
    /// Where it leads; empty for this page.
    pub href: String,
}

impl Crumb {
    /// One step.
    #[must_use]
    pub fn new(words: impl Into<String>, href: impl Into<String>) -> Self {
        Self { words: words.into(), href: href.into() }
    }
}

/// Draws the steps.
#[must_use]
pub fn crumbs(steps: &[Crumb]) -> Markup {
    html! {
        nav.on-crumbs aria-label="Breadcrumb" {
            ol {
                @for step in steps {
                    @if step.href.is_empty() { li aria-current="page" { (step.words) } }
                    @else { li { a href=(step.href) { (step.words) } } }
                }
            }
        }
    }
}
