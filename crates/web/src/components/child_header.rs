//! Who this page is about: the child before the system.

use maud::{Markup, html};

use super::prose::Prose;
use super::tag::{Tag, tags};

/// The pages of one child's record, always in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChildPage {
    /// The one-screen story.
    Story,
    /// The chronology.
    Timeline,
    /// Family and professionals.
    People,
    /// The plan.
    Plan,
    /// Open work.
    Work,
    /// Documents.
    Documents,
    /// Meetings.
    Meetings,
    /// Who may see, and who has seen.
    Access,
}

impl ChildPage {
    /// Every page, in order.
    pub const ALL: [Self; 8] = [
        Self::Story,
        Self::Timeline,
        Self::People,
        Self::Plan,
        Self::Work,
        Self::Documents,
        Self::Meetings,
        Self::Access,
    ];

    const fn words(self) -> &'static str {
        match self {
            Self::Story => "Story",
            Self::Timeline => "Timeline",
            Self::People => "People",
            Self::Plan => "Plan",
            Self::Work => "Work",
            Self::Documents => "Documents",
            Self::Meetings => "Meetings",
            Self::Access => "Access",
        }
    }

    /// What follows the child's own address.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Story => "",
            Self::Timeline => "/timeline",
            Self::People => "/people",
            Self::Plan => "/plan",
            Self::Work => "/work",
            Self::Documents => "/documents",
            Self::Meetings => "/meetings",
            Self::Access => "/access",
        }
    }
}

/// Everything the header says of a child.
#[derive(Clone, Debug, Default)]
pub struct ChildHeader {
    /// "Morwenna Nance".
    pub name: String,
    /// "Morwenna": used in labels.
    pub forename: String,
    /// "likes to be called Wenna"; empty when nobody has said.
    pub known_as: String,
    /// Standings and restrictions.
    pub tags: Vec<Tag>,
    /// Age, NHS number, where she lives, her worker: label and words, already masked if protected.
    pub facts: Vec<(String, Prose)>,
    /// Her own address: `/people/NAN1`.
    pub href: String,
    /// Which page this is.
    pub here: Option<ChildPage>,
    /// Open matters to count beside a page's name.
    pub counts: Vec<(ChildPage, usize)>,
    /// The rest of the address when a past moment is on screen (`?known-at=…`),
    /// kept on every link so that moving about does not leave that moment.
    /// Empty for now.
    pub moment_query: String,
    /// False when the reader may not add to this record.
    pub may_record: bool,
}

/// Draws the header and the child's own navigation.
///
/// Accessibility: a region named for the child; facts are a description list;
/// the navigation is named "Morwenna’s record" and its counts are read as
/// "4 open". While a past moment is on screen only Print and As at remain.
#[must_use]
pub fn child_header(child: &ChildHeader) -> Markup {
    let past = !child.moment_query.is_empty();
    html! {
        section.on-child aria-label=(child.name) {
            div.on-wrap {
                div.on-child-top {
                    p.on-child-name {
                        (child.name)
                        @if !child.known_as.is_empty() { " " small { (child.known_as) } }
                    }
                    @if !child.tags.is_empty() { p.on-child-tags { (tags(&child.tags)) } }
                    div.on-child-acts.on-row {
                        @if !past && child.may_record {
                            a.on-btn.on-btn--s href={ (child.href) "/visits/new" } { "Add a note" }
                            a.on-btn.on-btn--2.on-btn--s href={ (child.href) "/start" } { "Start" }
                        }
                        a.on-btn.on-btn--2.on-btn--s href={ (child.href) "/print" (child.moment_query) } { "Print" }
                        a.on-btn.on-btn--2.on-btn--s href={ (child.href) "/timeline" (child.moment_query) "#as-at" } { "As at…" }
                    }
                }
                dl.on-facts {
                    @for (label, words) in &child.facts { div { dt { (label) } dd { (words) } } }
                }
                (sub_navigation(child))
            }
        }
    }
}

fn sub_navigation(child: &ChildHeader) -> Markup {
    html! {
        nav.on-subnav aria-label={ (child.forename) "’s record" } {
            ul {
                @for page in ChildPage::ALL {
                    @let count = child.counts.iter().find(|(of, _)| *of == page).map(|(_, count)| *count);
                    li {
                        a href={ (child.href) (page.path()) (child.moment_query) }
                            aria-current=[(child.here == Some(page)).then_some("page")] {
                            (page.words())
                            @if let Some(count) = count.filter(|count| *count > 0) {
                                " " span.on-count { (count) span.on-hidden { " open" } }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_be_recorded_while_a_past_moment_is_on_screen() {
        let mut child = ChildHeader { href: "/people/1".into(), may_record: true, ..ChildHeader::default() };
        assert!(child_header(&child).into_string().contains("Add a note"));
        child.moment_query = "?known-at=2026-03-03T09:00".into();
        let drawn = child_header(&child).into_string();
        assert!(!drawn.contains("Add a note") && !drawn.contains(">Start<"));
        assert!(drawn.contains("/people/1/plan?known-at="), "the moment is kept");
    }
}
