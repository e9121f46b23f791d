//! A list: how many, group by group, and each child with what puts them there. And the index of the lists.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::chips::{Chip, chips};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::pages::{Pages, pages};
use crate::components::panel::section;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Sorted, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, When, tag, when};
use crate::pages::asked::{PeriodForm, period_form};

/// One child on a list.
#[derive(Clone, Debug)]
pub struct ListLine {
    /// "Nance, Morwenna", or that the record is restricted.
    pub name: String,
    /// Where the name leads; empty where the record is restricted.
    pub href: String,
    /// What kind of line it is, where the list has several; empty otherwise.
    pub kind: String,
    /// What was noticed or done, and why it is here.
    pub because: String,
    /// Whether it meets the figure's condition, where there is one.
    pub verdict: Option<Tag>,
    /// The day, and how long it has waited or how near it is.
    pub when: When,
    /// The child's worker.
    pub worker: String,
    /// The child's team.
    pub team: String,
    /// The next step.
    pub next: Option<Button>,
}

/// One group's count.
#[derive(Clone, Debug)]
pub struct ListGroup {
    /// "West team".
    pub name: String,
    /// The list with only this group.
    pub href: String,
    /// "3", "50%".
    pub figure: String,
    /// "1 of 2"; empty for a plain count.
    pub of: String,
    /// How many of each kind, in the order of [`ListPage::kinds`].
    pub kinds: Vec<usize>,
}

/// What the page of a list shows.
#[derive(Clone, Debug, Default)]
pub struct ListPage {
    /// "Children with no worker".
    pub title: String,
    /// How many, of whom, as of when.
    pub summary: String,
    /// What is on the list and when a line goes.
    pub about: String,
    /// Mine, my team's, everybody's.
    pub scopes: Vec<Segment>,
    /// The period, for a list of one.
    pub period: Option<PeriodForm>,
    /// Filters in use.
    pub filters: Vec<Chip>,
    /// Ways of grouping.
    pub ways: Vec<Segment>,
    /// What the groups are: "Team".
    pub group_head: String,
    /// What the figure of a group is: "Children", "With views".
    pub figure_head: String,
    /// The kinds counted side by side; empty where they are not.
    pub kinds: Vec<String>,
    /// The groups.
    pub groups: Vec<ListGroup>,
    /// The columns that can be sorted by: where each leads, and how sorted now, by the column's place.
    pub sorts: Vec<(String, Option<Sorted>)>,
    /// How many lines there are.
    pub total: usize,
    /// The lines on this page.
    pub lines: Vec<ListLine>,
    /// Which page of them.
    pub pages: Pages,
    /// The same list as a file.
    pub csv_href: String,
    /// What is said when there are none.
    pub empty: String,
}

/// One list of the index.
#[derive(Clone, Debug)]
pub struct IndexLine {
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// What is on it.
    pub about: String,
    /// How many lines.
    pub count: usize,
}

/// What the index shows.
#[derive(Clone, Debug, Default)]
pub struct IndexPage {
    /// Whose, as of when.
    pub summary: String,
    /// Mine, my team's, everybody's.
    pub scopes: Vec<Segment>,
    /// Its parts: heading and lists.
    pub parts: Vec<(String, Vec<IndexLine>)>,
}

/// Draws a list.
#[must_use]
pub fn view(frame: &Frame, page: &ListPage) -> Markup {
    let main = html! {
        (crumbs(&[Crumb::new("Lists", "/lists"), Crumb::new(page.title.clone(), "")]))
        (title(&page.title, &page.summary, &segments("Whose", &page.scopes)))
        p.on-lead { (page.about) }
        @if let Some(period) = &page.period { (period_form(period)) }
        (chips(&page.filters, "", ""))
        @if page.lines.is_empty() { p.on-quiet { (page.empty) } }
        @else {
            (section("groups", &format!("By {}", page.group_head.to_lowercase()), None, &groups(page)))
            (section("lines", "Each child", Some(page.total), &lines(page)))
        }
    };
    let title = Title::page(page.title.clone());
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Team), main, ..Sheet::default() },
    )
}

fn groups(page: &ListPage) -> Markup {
    let mut columns = vec![Column::new(page.group_head.clone())];
    if page.kinds.is_empty() {
        columns.push(Column::number(page.figure_head.clone()));
    }
    columns.extend(page.kinds.iter().map(Column::number));
    let rows = page.groups.iter().map(|group| {
        let mut cells = vec![linked(&group.name, &group.href, "")];
        if page.kinds.is_empty() {
            cells.push(html! { b { (group.figure) } @if !group.of.is_empty() { small { (group.of) } } });
        }
        cells.extend(group.kinds.iter().map(|count| html! { (count) }));
        cells
    });
    html! {
        (segments("Group by", &page.ways))
        (table(&Table::small(format!("{}, by {}", page.title, page.group_head.to_lowercase()), columns).rows(rows)))
    }
}

fn lines(page: &ListPage) -> Markup {
    let sorted = |place: usize, column: Column| {
        let (href, sorted) = page.sorts.get(place).cloned().unwrap_or_default();
        Column { sort_href: href, sorted, ..column }
    };
    let columns = vec![
        sorted(0, Column::new("Child").width(15)),
        Column::new("What, and why").width(30),
        sorted(1, Column::new("Since or due").short("When").width(15)),
        sorted(2, Column::new("Worker").width(10)),
        sorted(3, Column::new("Team").width(10)),
        Column::act("Next").width(15),
    ];
    let rows = page.lines.iter().map(|line| {
        vec![
            linked(&line.name, &line.href, ""),
            html! {
                @if let Some(verdict) = &line.verdict { (tag(verdict)) " " }
                @if !line.kind.is_empty() { strong { (line.kind) ". " } }
                (line.because)
            },
            when(&line.when),
            html! { (line.worker) },
            html! { (line.team) },
            html! { @if let Some(next) = &line.next { (small_link_button(&next.clone().about(line.name.clone()))) } },
        ]
    });
    html! {
        (table(&Table::new(page.title.clone(), columns).rows(rows)))
        (pages(&page.pages))
        p { a href=(page.csv_href) { "Download as a spreadsheet (CSV)" } }
    }
}

/// Draws the index.
#[must_use]
pub fn index_view(frame: &Frame, page: &IndexPage) -> Markup {
    let main = html! {
        (title("Lists", &page.summary, &segments("Whose", &page.scopes)))
        @for (place, (heading, lists)) in page.parts.iter().enumerate() {
            (section(&format!("part-{place}"), heading, None, &index_part(heading, lists)))
        }
        p { a href="/duties" { "Duties of every open child" } }
    };
    let title = Title::page("Lists");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Team), main, ..Sheet::default() },
    )
}

fn index_part(heading: &str, lists: &[IndexLine]) -> Markup {
    let columns =
        vec![Column::new("List").width(30), Column::number("Now").width(10), Column::new("What is on it")];
    let rows = lists.iter().map(|list| {
        vec![linked(&list.title, &list.href, ""), html! { b { (list.count) } }, html! { (list.about) }]
    });
    table(&Table::new(format!("Lists: {heading}"), columns).rows(rows))
}
