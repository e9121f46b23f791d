//! What a decision must carry before it can be made: missing first, met after.

use maud::{Markup, html};

use super::prose::Prose;
use super::tag::{Tag, Tone, tag};

/// One thing a decision must carry.
#[derive(Clone, Debug)]
pub struct Gate {
    /// "Jory: choose his level of need".
    pub words: String,
    /// Why, and the link that mends it.
    pub beneath: Prose,
    /// True when it is there.
    pub met: bool,
}

impl Gate {
    /// Something missing.
    #[must_use]
    pub fn missing(words: impl Into<String>, beneath: impl Into<Prose>) -> Self {
        Self { words: words.into(), beneath: beneath.into(), met: false }
    }

    /// Something that is there.
    #[must_use]
    pub fn met(words: impl Into<String>, beneath: impl Into<Prose>) -> Self {
        Self { met: true, ..Self::missing(words, beneath) }
    }
}

/// Draws the list.
///
/// Accessibility: the round marks are decoration; "Met" is said in words.
#[must_use]
pub fn gates(shown: &[Gate]) -> Markup {
    html! {
        ul.on-gates {
            @for gate in shown {
                li {
                    span.on-gate-mark.on-gate-mark--met[gate.met] {}
                    div {
                        p {
                            strong { (gate.words) }
                            @if gate.met { " " (tag(&Tag::new(Tone::Met, "Met"))) }
                        }
                        @if !gate.beneath.is_empty() { p.on-small { (gate.beneath) } }
                    }
                }
            }
        }
    }
}
