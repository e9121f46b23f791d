//! What is open about one person.

use maud::{Markup, html};

use crate::components::as_at::AsAtBanner;
use crate::components::button::{Button, link_button};
use crate::components::task_table::{TaskGroup, task_group};
use crate::components::title::title;
use crate::components::{ChildHeader, Frame, Sheet, Title};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct WorkPage {
    /// Who it is about.
    pub child: ChildHeader,
    /// “M N”.
    pub initials: String,
    /// Set while a past moment is on screen.
    pub as_at: Option<AsAtBanner>,
    /// How much is open.
    pub summary: String,
    /// What is open, by sort.
    pub groups: Vec<TaskGroup>,
    /// How to begin something else.
    pub act: Option<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &WorkPage) -> Markup {
    let main = html! {
        (title("Work", &page.summary, &html! { @if let Some(act) = &page.act { (link_button(act)) } }))
        @for group in &page.groups { (task_group(group)) }
    };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::about(page.initials.clone(), "work"),
            child: Some(&page.child),
            as_at: page.as_at.as_ref(),
            main,
            ..Sheet::default()
        },
    )
}
