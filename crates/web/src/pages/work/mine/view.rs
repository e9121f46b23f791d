//! My work: what needs me now, this week, and what waits on others.

use maud::{Markup, html};

use crate::components::panel::{Level, counted_panel, panel};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Table, linked, table};
use crate::components::task_table::{TaskGroup, task_group};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title};

/// One family of the worker's own.
#[derive(Clone, Debug)]
pub struct MyFamily {
    /// "Nance and Hosken".
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// "4 children, protection plan".
    pub standing: String,
    /// "18 Mar": the longest ago that any of them was seen.
    pub last_seen: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct WorkPage {
    /// "Thursday 26 March 2026. Three things need you now; four more before Easter."
    pub summary: String,
    /// Ways of grouping.
    pub grouped: Vec<Segment>,
    /// The groups, in order of what it would mean to leave them.
    pub groups: Vec<TaskGroup>,
    /// How many children are the worker's own.
    pub children: usize,
    /// Their families.
    pub families: Vec<MyFamily>,
    /// What was finished this week.
    pub done: Vec<Prose>,
    /// For whom the worker is standing in. May be empty.
    pub cover: Prose,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &WorkPage) -> Markup {
    let main = html! {
        (title("My work", &page.summary, &segments("Group by", &page.grouped)))
        div.on-split {
            div { @for group in &page.groups { (task_group(group)) } }
            aside aria-label="My children and cover" {
                (counted_panel("My children", page.children, &families(page)))
                @if !page.done.is_empty() {
                    (panel(Level::Two, "Done this week", &html! {
                        ul.on-plain.on-small { @for one in &page.done { li { (one) } } }
                    }))
                }
                @if !page.cover.is_empty() { (panel(Level::Two, "Cover", &html! { p.on-small { (page.cover) } })) }
            }
        }
    };
    let title = Title::page("My work");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Work), main, ..Sheet::default() },
    )
}

fn families(page: &WorkPage) -> Markup {
    let columns = vec![Column::new("Family"), Column::number("Last seen")];
    let rows = page.families.iter().map(|family| {
        vec![
            linked(&family.name, &family.href, &family.standing),
            html! { span.on-nowrap { (family.last_seen) } },
        ]
    });
    let caption = "Children allocated to me by family, with the day each was last seen";
    html! {
        @if page.families.is_empty() {
            p.on-small.on-quiet { "No child is allocated to you. Your manager allocates them." }
        } @else { (table(&Table::small(caption, columns).rows(rows))) }
    }
}
