//! The hub's page: what waits for a service, who is helped, what moves up and down, and what came of it.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::stats::{Stat, stats};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::why::fold;
use crate::components::{Frame, Place, Sheet, Title, When, when};

/// A child on one of the hub's lists.
#[derive(Clone, Debug, Default)]
pub struct HubLine {
    /// The name.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// Why, or who leads.
    pub words: String,
    /// Since when, and how near the limit.
    pub since: Option<When>,
    /// The worker, if there is one.
    pub worker: String,
    /// What to do next.
    pub next: Option<Button>,
}

/// One of the hub's lists.
#[derive(Clone, Debug, Default)]
pub struct HubList {
    /// Its id in the page.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// What the words of a line are: “Why”, “Who leads”.
    pub words_head: String,
    /// What stands there when it is empty.
    pub empty: String,
    /// The lines, the longest wait first.
    pub lines: Vec<HubLine>,
    /// How many more there are than are shown.
    pub more: usize,
    /// Those not due for some time, folded away.
    pub later: Vec<HubLine>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct HubPage {
    /// What the county calls it.
    pub heading: String,
    /// How many wait.
    pub summary: String,
    /// The numbers at the head.
    pub stats: Vec<Stat>,
    /// The lists.
    pub lists: Vec<HubList>,
    /// Where else to look.
    pub also: Vec<Prose>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &HubPage) -> Markup {
    let main = html! {
        (title(&page.heading, &page.summary, &html! {}))
        (stats(&page.stats))
        @for list in &page.lists {
            (section(&list.id, &list.heading, Some(list.lines.len() + list.more), &html! {
                @if list.lines.is_empty() { p.on-quiet { (list.empty) } } @else { (lines(list, &list.lines, &list.heading)) }
                @if !list.later.is_empty() {
                    (fold(&format!("{} not due yet", list.later.len()), &lines(list, &list.later, "Not due yet")))
                }
                @if list.more > 0 { p.on-small.on-quiet { "And " (list.more) " more." } }
            }))
        }
        (section("also", "See also", None, &html! { ul { @for one in &page.also { li { (one) } } } }))
    };
    let sheet =
        Sheet { title: Title::page(&page.heading), place: Some(Place::Team), main, ..Sheet::default() };
    crate::components::frame::page(frame, &sheet)
}

fn lines(list: &HubList, lines: &[HubLine], caption: &str) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new(list.words_head.clone()).width(35),
        Column::new("Since").width(15),
        Column::new("Worker").width(15),
        Column::act("Next"),
    ];
    let rows = lines.iter().map(|line| {
        vec![
            linked(&line.name, &line.href, ""),
            html! { (line.words) },
            html! { @if let Some(since) = &line.since { (when(since)) } },
            html! { (line.worker) },
            html! { @if let Some(next) = &line.next { (small_link_button(next)) } },
        ]
    });
    table(&Table::new(caption, columns).rows(rows))
}
