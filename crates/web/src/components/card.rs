//! Facts as label and words: a list, or a card with a link to change it.

use maud::{Markup, html};

use super::panel::Level;
use super::prose::Prose;

/// One fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// "School".
    pub label: String,
    /// What is known of it.
    pub words: Prose,
}

impl Fact {
    /// One fact.
    #[must_use]
    pub fn new(label: impl Into<String>, words: impl Into<Prose>) -> Self {
        Self { label: label.into(), words: words.into() }
    }
}

/// Draws facts as a description list.
#[must_use]
pub fn facts(shown: &[Fact]) -> Markup {
    html! { dl.on-sum { @for fact in shown { div { dt { (fact.label) } dd { (fact.words) } } } } }
}

/// Draws a card. `change_href` may be empty.
///
/// Accessibility: the change link is read as "Change dates and circulation".
#[must_use]
pub fn card(level: Level, heading: &str, change_href: &str, shown: &[Fact]) -> Markup {
    html! {
        section.on-card {
            div.on-card-head {
                @match level { Level::Two => h2 { (heading) }, Level::Three => h3 { (heading) } }
                @if !change_href.is_empty() { a.on-small href=(change_href) { "Change" span.on-hidden { " " (heading) } } }
            }
            (facts(shown))
        }
    }
}
