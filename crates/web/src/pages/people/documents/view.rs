//! Paper files and what is kept with the record.

use maud::{Markup, html};

use crate::components::as_at::AsAtBanner;
use crate::components::button::{Button, link_button, small_link_button};
use crate::components::panel::section;
use crate::components::table::{Column, Table, table};
use crate::components::title::title;
use crate::components::{ChildHeader, Frame, Sheet, Tag, Title, Tone, tag};

/// A file on paper.
#[derive(Clone, Debug)]
pub struct PaperFile {
    /// What it is.
    pub title: String,
    /// Where it is kept.
    pub place: String,
    /// Whether it has been scanned.
    pub scanned: bool,
    /// When it was registered.
    pub registered: String,
    /// What can be done about it.
    pub act: Option<Button>,
}

/// A file kept with the record.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Where it is.
    pub href: String,
    /// Whether it is a picture.
    pub picture: bool,
    /// What it shows.
    pub description: String,
    /// The entry that it came with.
    pub from: String,
    /// Where that entry is.
    pub from_href: String,
    /// Who kept it.
    pub by: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct DocumentsPage {
    /// Who it is about.
    pub child: ChildHeader,
    /// “M N”.
    pub initials: String,
    /// Set while a past moment is on screen.
    pub as_at: Option<AsAtBanner>,
    /// How much there is.
    pub summary: String,
    /// Files on paper.
    pub paper: Vec<PaperFile>,
    /// Files kept with the record, newest first.
    pub kept: Vec<Kept>,
    /// What can be done here.
    pub acts: Vec<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &DocumentsPage) -> Markup {
    let main = html! {
        (title("Documents", &page.summary, &html! {
            @if !page.acts.is_empty() { div.on-row { @for act in &page.acts { (link_button(act)) } } }
        }))
        (section("paper", "On paper", Some(page.paper.len()), &paper(page)))
        (section("kept", "Kept with the record", Some(page.kept.len()), &kept(page)))
    };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::about(page.initials.clone(), "documents"),
            child: Some(&page.child),
            as_at: page.as_at.as_ref(),
            main,
            ..Sheet::default()
        },
    )
}

fn paper(page: &DocumentsPage) -> Markup {
    let columns = vec![
        Column::new("File").width(30),
        Column::new("Where it is kept"),
        Column::new("Registered").width(15),
        Column::new("Scanned").width(15),
        Column::act("Next").width(20),
    ];
    let rows = page.paper.iter().map(|file| {
        let state =
            if file.scanned { Tag::new(Tone::Met, "Scanned") } else { Tag::new(Tone::Soon, "Not scanned") };
        vec![
            html! { (file.title) },
            html! { (file.place) },
            html! { (file.registered) },
            tag(&state),
            html! { @if let Some(act) = &file.act { (small_link_button(act)) } },
        ]
    });
    html! {
        @if page.paper.is_empty() {
            p.on-quiet { "No paper file is registered. Ask the records office before you take it that there is none." }
        } @else {
            (table(&Table::new("Paper files", columns).rows(rows)))
        }
    }
}

fn kept(page: &DocumentsPage) -> Markup {
    let columns = vec![
        Column::new("What it shows"),
        Column::new("Came with").width(30),
        Column::new("Kept by").width(20),
    ];
    let rows = page.kept.iter().map(|file| {
        vec![
            html! {
                @if file.picture {
                    a href=(file.href) { img.on-drawing src=(file.href) alt=(file.description) width="150" height="112"; }
                    small { (file.description) }
                } @else { a href=(file.href) { (file.description) } }
            },
            html! { a href=(file.from_href) { (file.from) } },
            html! { (file.by) },
        ]
    });
    html! {
        @if page.kept.is_empty() {
            p.on-quiet { "Nothing yet. A drawing, a photograph or a sound is kept with the entry it belongs to: a visit, the child’s words, direct work." }
        } @else {
            (table(&Table::new("Files kept with the record, newest first", columns).rows(rows)))
        }
    }
}
