//! The agency picture of one child, and consent by person and purpose.

use maud::{Markup, html};

use crate::components::as_at::AsAtBanner;
use crate::components::button::{Button, small_link_button};
use crate::components::panel::section;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{ChildHeader, Frame, Sheet, Tag, Title, tag};

/// An agency that was asked, told without being asked, or was not asked.
#[derive(Clone, Debug)]
pub struct Line {
    /// The day for machines: when it was asked or told.
    pub date: String,
    /// The agency.
    pub agency: String,
    /// Where it stands in the record.
    pub href: String,
    /// When it was asked. Empty if it was not.
    pub asked_on: String,
    /// What was asked.
    pub asked: String,
    /// Whether it has answered, and how.
    pub state: Tag,
    /// When it answered. Empty if it has not.
    pub answered_on: String,
    /// What it holds, or why it does not share or was not asked.
    pub held: String,
}

/// Somebody's consent to one purpose.
#[derive(Clone, Debug)]
pub struct ConsentLine {
    /// Whose.
    pub who: String,
    /// For what.
    pub purpose: String,
    /// The agencies it covers.
    pub covers: String,
    /// How it stands.
    pub state: Tag,
    /// Since when.
    pub since: String,
    /// What was said.
    pub reason: String,
    /// Where it stands in the record.
    pub href: String,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct AgenciesPage {
    /// Who it is about.
    pub child: ChildHeader,
    /// “M N”.
    pub initials: String,
    /// Set while a past moment is on screen.
    pub as_at: Option<AsAtBanner>,
    /// How many were asked.
    pub summary: String,
    /// The page of people around the child.
    pub people_href: String,
    /// The agencies, the latest first.
    pub lines: Vec<Line>,
    /// Consent by person and purpose.
    pub consents: Vec<ConsentLine>,
    /// What can be recorded here.
    pub acts: Vec<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &AgenciesPage) -> Markup {
    let main = html! {
        p.on-small { a href=(page.people_href) { "People in " (page.child.forename) "’s life" } }
        (title("Agencies and consent", &page.summary, &html! {}))
        (section("agencies", "What each agency knows", Some(page.lines.len()), &agencies(page)))
        (section("consent", "Consent", Some(page.consents.len()), &consents(page)))
        @if !page.acts.is_empty() {
            (section("record", "Record", None, &html! {
                div.on-row { @for act in &page.acts { (small_link_button(act)) } }
            }))
        }
    };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::about(page.initials.clone(), "agencies and consent"),
            child: Some(&page.child),
            as_at: page.as_at.as_ref(),
            main,
            ..Sheet::default()
        },
    )
}

fn agencies(page: &AgenciesPage) -> Markup {
    let columns = vec![
        Column::new("Agency").width(20),
        Column::new("Asked").width(20),
        Column::new("Answer").width(15),
        Column::new("What it holds, or why not").short("Holds"),
    ];
    let rows = page.lines.iter().map(|one| {
        vec![
            linked(&one.agency, &one.href, ""),
            html! {
                @if one.asked_on.is_empty() { "Not asked on record" } @else { (one.asked_on) small { (one.asked) } }
            },
            html! { (tag(&one.state)) @if !one.answered_on.is_empty() { small { (one.answered_on) } } },
            html! { (one.held) },
        ]
    });
    html! {
        @if page.lines.is_empty() { p.on-quiet { "No agency has been asked, and none has told anything." } }
        @else { (table(&Table::new("What each agency was asked and what it holds, the latest first", columns).rows(rows))) }
    }
}

fn consents(page: &AgenciesPage) -> Markup {
    let columns = vec![
        Column::new("Whose").width(20),
        Column::new("For what"),
        Column::new("How it stands").short("Stands").width(20),
        Column::new("What was said"),
    ];
    let rows = page.consents.iter().map(|one| {
        vec![
            linked(&one.who, &one.href, ""),
            html! { (one.purpose) @if !one.covers.is_empty() { small { (one.covers) } } },
            html! { (tag(&one.state)) small { "since " (one.since) } },
            html! { (one.reason) },
        ]
    });
    html! {
        @if page.consents.is_empty() { p.on-quiet { "Nobody has been asked to agree that information is shared." } }
        @else { (table(&Table::new("Consent by person and purpose", columns).rows(rows))) }
    }
}
