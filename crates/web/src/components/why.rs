//! "Why?": the rule, the start, the arithmetic, and what would stop it.

use maud::{Markup, html};

use super::prose::Prose;

/// An explanation kept folded until asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What is pressed: "Why?", "Why these dates?".
    pub summary: String,
    /// The rest of the question, read out and not shown: "is the visit to Ellis due".
    /// Empty when the summary already says it all.
    pub about: String,
    /// One paragraph each.
    pub because: Vec<Prose>,
}

impl Why {
    /// "Why?" about something, with one paragraph of reasons.
    #[must_use]
    pub fn new(about: impl Into<String>, because: impl Into<Prose>) -> Self {
        Self { summary: "Why?".into(), about: about.into(), because: vec![because.into()] }
    }

    /// The same with another summary, complete in itself.
    #[must_use]
    pub fn titled(summary: impl Into<String>, because: impl Into<Prose>) -> Self {
        Self { summary: summary.into(), about: String::new(), because: vec![because.into()] }
    }
}

/// Draws an explanation as a `details`.
///
/// Accessibility: the summary says what it is about even out of its row, by
/// words that are read and not shown; it opens by keyboard without a script;
/// print opens it.
#[must_use]
pub fn why(shown: &Why) -> Markup {
    html! {
        details.on-why {
            summary {
                (shown.summary)
                @if !shown.about.is_empty() { span.on-hidden { " " (shown.about) } }
            }
            div { @for paragraph in &shown.because { p { (paragraph) } } }
        }
    }
}

/// The same fold for longer matter: a list, a table.
#[must_use]
pub fn fold(summary: &str, inside: &Markup) -> Markup {
    html! { details.on-why { summary { (summary) } div { (inside) } } }
}
