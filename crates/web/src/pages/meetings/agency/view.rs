//! One agency's own list of actions after a conference: nothing that another agency has to do.

use maud::{Markup, html};

use super::super::show::{Agreed, actions};
use crate::components::button::{Button, link_button};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::panel::section;
use crate::components::title::{print_line, title};
use crate::components::{Frame, Place, Sheet, Title};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct AgencyListPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N and others".
    pub initials: String,
    /// "What health will do".
    pub heading: String,
    /// The children and the day of the conference.
    pub summary: String,
    /// Each child's actions.
    pub children: Vec<(String, Vec<Agreed>)>,
    /// Records that it was sent.
    pub send: Option<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &AgencyListPage) -> Markup {
    let main = html! {
        (print_line(&page.heading, &page.summary))
        (crumbs(&page.crumbs))
        (title(&page.heading, &page.summary, &html! {}))
        @for (place, (child, agreed)) in page.children.iter().enumerate() {
            (section(&format!("child-{place}"), child, Some(agreed.len()), &actions(&format!("For {child}"), agreed, false)))
        }
        @if page.children.is_empty() { p { "The conference gave this agency nothing to do." } }
        p.on-small.on-quiet { "Official: sensitive. Only for those of this agency who do it." }
        @if let Some(send) = &page.send { p { (link_button(send)) } }
    };
    let title = Title::about(&page.initials, "an agency’s list");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Meetings), main, ..Sheet::default() },
    )
}
