//! The agenda beside a meeting: what is done, what goes on now, what comes next.

use maud::{Markup, html};

use crate::components::saved::saved;

/// One item.
#[derive(Clone, Debug, Default)]
pub struct AgendaItem {
    /// Its id in the page.
    pub id: String,
    /// "Reports shared".
    pub words: String,
    /// "10:10"; "now"; "next". May be empty.
    pub note: String,
    /// True for the one going on.
    pub now: bool,
}

impl AgendaItem {
    /// One item.
    #[must_use]
    pub fn new(id: impl Into<String>, words: impl Into<String>, note: impl Into<String>, now: bool) -> Self {
        Self { id: id.into(), words: words.into(), note: note.into(), now }
    }
}

/// Draws the agenda with the saved line beneath. The projector's address may be empty.
///
/// Accessibility: navigation named "Agenda"; the item going on says `aria-current="step"`.
#[must_use]
pub fn agenda(items: &[AgendaItem], saved_at: &str, projector_href: &str) -> Markup {
    html! {
        nav aria-label="Agenda" {
            ol.on-agenda {
                @for item in items {
                    li {
                        a href={ "#" (item.id) } aria-current=[item.now.then_some("step")] {
                            span { (item.words) @if !item.note.is_empty() { small { (item.note) } } }
                        }
                    }
                }
            }
            (saved(saved_at, ""))
            @if !projector_href.is_empty() { p.on-small { a href=(projector_href) { "Show on the room’s screen" } } }
        }
    }
}
