//! Meetings to come and held: what each is for, whose papers are in, the next step.

use maud::{Markup, html};

use crate::components::button::{Button, link_button, small_link_button};
use crate::components::panel::section;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Table, linked, table};
use crate::components::tag::tags;
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, When, Why, when, why};

/// One meeting.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// "Child protection conference".
    pub what: String,
    /// Where it leads.
    pub href: String,
    /// "Nance and Hosken: Morwenna, Jory, Tegen and Baby Hosken".
    pub children: String,
    /// When, and by when it must be.
    pub when: When,
    /// "10:00am, County Hall, Truro". May be empty.
    pub place: String,
    /// What you are there: "You chair".
    pub part: String,
    /// "5 of 7 reports in"; findings.
    pub papers: Vec<Tag>,
    /// Why it is due then.
    pub why: Option<Why>,
    /// The next step.
    pub next: Button,
}

/// Some meetings under one heading.
#[derive(Clone, Debug)]
pub struct MeetingGroup {
    /// Its id in the page.
    pub id: String,
    /// "Today".
    pub heading: String,
    /// In order of day.
    pub meetings: Vec<Meeting>,
    /// What is said when there are none.
    pub when_empty: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct MeetingsPage {
    /// The day, and how many need something.
    pub summary: String,
    /// Ways of showing.
    pub shown: Vec<Segment>,
    /// Calling a new meeting; none for those who may not.
    pub call: Option<Button>,
    /// The groups.
    pub groups: Vec<MeetingGroup>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &MeetingsPage) -> Markup {
    let main = html! {
        (title("Meetings", &page.summary, &segments("Show", &page.shown)))
        @if let Some(call) = &page.call { p { (link_button(call)) } }
        p.on-small { a href="/marac" { "High-risk conference: agenda, actions, repeats" } }
        @for group in &page.groups {
            (section(&group.id, &group.heading, Some(group.meetings.len()), &html! {
                @if group.meetings.is_empty() { p.on-quiet { (group.when_empty) } } @else { (meetings(group)) }
            }))
        }
    };
    let title = Title::page("Meetings");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Meetings), main, ..Sheet::default() },
    )
}

fn meetings(group: &MeetingGroup) -> Markup {
    let columns = vec![
        Column::new("Meeting").width(30),
        Column::new("When").width(20),
        Column::new("Where, and you").short("Where"),
        Column::new("Papers").width(20),
        Column::act("Next").width(15),
    ];
    let rows = group.meetings.iter().map(|one| {
        vec![
            linked(&one.what, &one.href, &one.children),
            html! { (when(&one.when)) @if let Some(because) = &one.why { (why(because)) } },
            html! { (one.place) small { (one.part) } },
            tags(&one.papers),
            small_link_button(&one.next.clone().about(format!("{}, {}", one.what, one.children))),
        ]
    });
    table(&Table::new(group.heading.clone(), columns).rows(rows))
}
