//! Several pages about one thing, as links.

use maud::{Markup, html};

use super::segments::Segment;

/// Draws tabs. They are links to pages, so that each can be sent to a colleague.
///
/// Accessibility: navigation with a name, not ARIA tabs: pressing one loads a page.
#[must_use]
pub fn tabs(label: &str, shown: &[Segment]) -> Markup {
    html! {
        nav.on-tabs aria-label=(label) {
            ul { @for one in shown { li { a href=(one.href) aria-current=[one.current.then_some("page")] { (one.words) } } } }
        }
    }
}
