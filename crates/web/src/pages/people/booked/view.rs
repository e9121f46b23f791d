//! Meetings about one person.

use maud::{Markup, html};

use crate::components::as_at::AsAtBanner;
use crate::components::button::{Button, link_button};
use crate::components::panel::section;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{ChildHeader, Frame, Sheet, Title};

/// One meeting.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The day for machines.
    pub date: String,
    /// The day for people.
    pub day: String,
    /// At what time. May be empty.
    pub time: String,
    /// What sort.
    pub what: String,
    /// Where it stands in the record.
    pub href: String,
    /// Where. May be empty.
    pub place: String,
    /// Who chairs, who came.
    pub who: String,
    /// What came of it.
    pub came: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct MeetingsPage {
    /// Who it is about.
    pub child: ChildHeader,
    /// “M N”.
    pub initials: String,
    /// Set while a past moment is on screen.
    pub as_at: Option<AsAtBanner>,
    /// How many.
    pub summary: String,
    /// Still to come, the next first.
    pub booked: Vec<Meeting>,
    /// Held, newest first.
    pub held: Vec<Meeting>,
    /// What can be booked or recorded here.
    pub acts: Vec<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &MeetingsPage) -> Markup {
    let main = html! {
        (title("Meetings", &page.summary, &html! {
            @if !page.acts.is_empty() { div.on-row { @for act in &page.acts { (link_button(act)) } } }
        }))
        (section("booked", "To come", Some(page.booked.len()), &meetings(&page.booked, "Meetings to come", "Nothing is booked.")))
        (section("held", "Held", Some(page.held.len()), &meetings(&page.held, "Meetings held, newest first", "None has been held.")))
    };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::about(page.initials.clone(), "meetings"),
            child: Some(&page.child),
            as_at: page.as_at.as_ref(),
            main,
            ..Sheet::default()
        },
    )
}

fn meetings(shown: &[Meeting], caption: &str, when_empty: &str) -> Markup {
    let columns = vec![
        Column::new("What").width(25),
        Column::new("When").width(20),
        Column::new("Who").width(25),
        Column::new("What came of it").short("Came of it"),
    ];
    let rows = shown.iter().map(|one| {
        vec![
            linked(&one.what, &one.href, &one.place),
            html! { time datetime=(one.date) { (one.day) } @if !one.time.is_empty() { small { (one.time) } } },
            html! { (one.who) },
            html! { (one.came) },
        ]
    });
    html! {
        @if shown.is_empty() { p.on-quiet { (when_empty) } } @else { (table(&Table::new(caption, columns).rows(rows))) }
    }
}
