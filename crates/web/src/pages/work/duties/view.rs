//! The duty grid: each child by each kind of duty, those with most breaches first.

use maud::{Markup, html};

use crate::components::chips::{Chip, chips};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::pages::{Pages, pages};
use crate::components::segments::{Segment, segments};
use crate::components::stats::{Stat, stats};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::why::fold;
use crate::components::{Frame, Place, Sheet, Tag, Title, tag};

/// One duty of one child.
#[derive(Clone, Debug)]
pub struct DutyMark {
    /// "Visit under the protection plan".
    pub title: String,
    /// "Overdue", "Late", "Due", "Met", "Lapsed".
    pub state: Tag,
    /// "3 working days overdue", "by 24 Mar 2026".
    pub when: String,
    /// Why it is due then.
    pub because: String,
}

/// One child.
#[derive(Clone, Debug)]
pub struct DutyChild {
    /// "Morwenna Nance".
    pub name: String,
    /// The child's own duties; empty where the record is restricted.
    pub href: String,
    /// "Hannah Pascoe, West team".
    pub worker: String,
    /// "2 breaches": tag and words.
    pub breaches: Tag,
    /// The duties under each head of [`DutiesPage::kinds`]: those that ask for something, and those that do not.
    pub cells: Vec<(Vec<DutyMark>, Vec<DutyMark>)>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct DutiesPage {
    /// "Duties: West team".
    pub heading: String,
    /// The heading without anybody's name, for the tab.
    pub short: String,
    /// The steps above.
    pub above: Vec<Crumb>,
    /// The day and how many children.
    pub summary: String,
    /// Breaches, due, met: with how many of each.
    pub counts: Vec<Stat>,
    /// All children, or those with a breach.
    pub shown: Vec<Segment>,
    /// Filters in use.
    pub filters: Vec<Chip>,
    /// Kinds of duty.
    pub kinds: Vec<String>,
    /// The children.
    pub children: Vec<DutyChild>,
    /// Which page of them.
    pub pages: Pages,
    /// The same as a file.
    pub csv_href: String,
    /// Where the page stands in the navigation.
    pub place: Option<Place>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &DutiesPage) -> Markup {
    let main = html! {
        @if !page.above.is_empty() { (crumbs(&page.above)) }
        (title(&page.heading, &page.summary, &segments("Show", &page.shown)))
        (stats(&page.counts))
        (chips(&page.filters, "", ""))
        @if page.children.is_empty() { p.on-quiet { "No child here has a duty to show." } }
        @else {
            (grid(page))
            (pages(&page.pages))
            p { a href=(page.csv_href) { "Download as a spreadsheet (CSV)" } }
        }
    };
    let title = Title::page(page.short.clone());
    crate::components::frame::page(frame, &Sheet { title, place: page.place, main, ..Sheet::default() })
}

fn grid(page: &DutiesPage) -> Markup {
    let mut columns = vec![Column::new("Child").width(20)];
    columns.extend(page.kinds.iter().map(Column::new));
    let rows = page.children.iter().map(|child| {
        let head = html! {
            (linked(&child.name, &child.href, &child.worker))
            small { (tag(&child.breaches)) }
        };
        let mut cells = vec![head];
        cells.extend(child.cells.iter().map(|(asks, rests)| cell(asks, rests)));
        cells
    });
    table(&Table::new("Each child by each kind of duty, most breaches first", columns).rows(rows))
}

fn cell(asks: &[DutyMark], rests: &[DutyMark]) -> Markup {
    html! {
        @if asks.is_empty() && rests.is_empty() { span.on-quiet { "none" } }
        @for one in asks { (mark(one)) }
        @if !rests.is_empty() {
            (fold(&format!("{} met or past", rests.len()), &html! { @for one in rests { (mark(one)) } }))
        }
    }
}

/// One duty; pressing it says why it is due then.
fn mark(one: &DutyMark) -> Markup {
    let words = html! {
        (tag(&one.state)) " " (one.title)
        @if !one.when.is_empty() { ", " (one.when) }
    };
    html! {
        @if one.because.is_empty() { p.on-small { (words) } }
        @else {
            details.on-why {
                summary { (words) span.on-hidden { ": why?" } }
                div { p { (one.because) } }
            }
        }
    }
}
