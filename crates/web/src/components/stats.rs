//! A few key numbers, each with what it stands beside.

use maud::{Markup, html};

use super::prose::Prose;

/// One number.
#[derive(Clone, Debug)]
pub struct Stat {
    /// "March 2026".
    pub label: String,
    /// "84.2%".
    pub figure: String,
    /// "16 of 19 children".
    pub beneath: Prose,
    /// True for the one the page is about: set large.
    pub large: bool,
}

impl Stat {
    /// An ordinary number.
    #[must_use]
    pub fn new(label: impl Into<String>, figure: impl Into<String>, beneath: impl Into<Prose>) -> Self {
        Self { label: label.into(), figure: figure.into(), beneath: beneath.into(), large: false }
    }

    /// The number the page is about.
    #[must_use]
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }
}

/// Draws the numbers as a description list.
#[must_use]
pub fn stats(shown: &[Stat]) -> Markup {
    html! {
        dl.on-stats {
            @for stat in shown {
                div {
                    dt { (stat.label) }
                    dd {
                        @if stat.large { span.on-big { (stat.figure) } } @else { strong { (stat.figure) } }
                        small { (stat.beneath) }
                    }
                }
            }
        }
    }
}
