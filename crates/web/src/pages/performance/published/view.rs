//! A published figure counted again: as it was known, as it is known, and what lies between.

use maud::{Markup, html};

use crate::components::crumbs::{Crumb, crumbs};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::stats::{Stat, stats};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title};

/// One person of whom the figure counts otherwise.
#[derive(Clone, Debug, Default)]
pub struct ChangeLine {
    /// The person.
    pub name: String,
    /// Where the record is.
    pub href: String,
    /// How it counted then.
    pub then: String,
    /// How it counts now.
    pub now: String,
    /// The entries recorded since that explain it.
    pub entries: Vec<Prose>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct PublishedPage {
    /// The figure and its month.
    pub heading: String,
    /// When it was published, by whom.
    pub summary: String,
    /// The steps above it.
    pub above: Vec<Crumb>,
    /// As published, counted again as known then, counted as known now.
    pub stats: Vec<Stat>,
    /// Everybody of whom it counts otherwise.
    pub changes: Vec<ChangeLine>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &PublishedPage) -> Markup {
    let main = html! {
        (crumbs(&page.above))
        (title(&page.heading, &page.summary, &html! {}))
        (stats(&page.stats))
        (section("changes", "What was recorded since that counts", Some(page.changes.len()), &html! {
            @if page.changes.is_empty() { p.on-quiet { "Nothing recorded since changes this figure." } }
            @else { (changes(&page.changes)) }
        }))
    };
    let title = Title::page(page.heading.clone());
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Performance), main, ..Sheet::default() },
    )
}

fn changes(lines: &[ChangeLine]) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("As it counted then").short("Then").width(25),
        Column::new("As it counts now").short("Now").width(25),
        Column::new("Entries recorded since"),
    ];
    let rows = lines.iter().map(|line| {
        vec![
            linked(&line.name, &line.href, ""),
            html! { (line.then) },
            html! { (line.now) },
            html! { ul.on-plain { @for entry in &line.entries { li { (entry) } } } },
        ]
    });
    table(&Table::new("What was recorded since that counts", columns).rows(rows))
}
