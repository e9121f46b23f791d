//! The month's figures on paper: what changed for children first, each with its aim, its comparison, its explanation.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::frame::form_token;
use crate::components::panel::section;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, tag};

/// One figure of the month.
#[derive(Clone, Debug, Default)]
pub struct PackLine {
    /// Its name.
    pub name: String,
    /// Where it opens to its children, for this month.
    pub href: String,
    /// The month: “84.2%”.
    pub value: String,
    /// “16 of 19”.
    pub of: String,
    /// The month before.
    pub before: String,
    /// The aim; empty where there is none.
    pub aim: String,
    /// Other areas; empty where none is loaded.
    pub beside: String,
    /// Short of its aim, moved beyond chance, too few to publish.
    pub marks: Vec<Tag>,
    /// The explanation of the month; empty where there is none.
    pub explained: String,
    /// Explaining it, where it must be.
    pub explain: Option<Button>,
}

/// A part of the pack.
#[derive(Clone, Debug, Default)]
pub struct PackPart {
    /// Its id in the page.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its figures.
    pub lines: Vec<PackLine>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct PackPage {
    /// “October 2026”.
    pub month: String,
    /// The month, as 2026-10-31.
    pub month_end: String,
    /// As known when; what waits for an explanation.
    pub summary: String,
    /// The months before and after.
    pub months: Vec<Segment>,
    /// The figures in parts.
    pub parts: Vec<PackPart>,
    /// The workbook.
    pub workbook: Option<Button>,
    /// Whether this reader may publish the month, and that it has been.
    pub may_publish: bool,
    /// When it was published, where it was.
    pub published: String,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &PackPage) -> Markup {
    let acts = html! {
        (segments("Month", &page.months))
        @if let Some(workbook) = &page.workbook { (small_link_button(workbook)) }
    };
    let main = html! {
        p.on-print { (frame.council) ": performance of children’s services, " (page.month) ". " (page.summary) }
        (title(&format!("Figures of {}", page.month), &page.summary, &acts))
        @if !page.published.is_empty() { p { (page.published) } }
        @for part in &page.parts { (section(&part.id, &part.heading, None, &lines(page, part))) }
        @if page.may_publish {
            form.on-screen action="/performance/pack" method="post" {
                (form_token(frame))
                input type="hidden" name="month" value=(page.month_end);
                p { "Publishing keeps each figure as it stands. It can be counted again later, as it was known now and as it is known then, with the entries between." }
                button.on-btn { "Publish the figures of " (page.month) }
            }
        }
    };
    let title = Title::page(format!("Figures of {}", page.month));
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Performance), main, ..Sheet::default() },
    )
}

fn lines(page: &PackPage, part: &PackPart) -> Markup {
    // The columns are those of the whole page, so that its tables stand in line.
    let any = |of: fn(&PackLine) -> &str| {
        page.parts.iter().flat_map(|part| &part.lines).any(|line| !of(line).is_empty())
    };
    let (aim, beside) = (any(|line| &line.aim), any(|line| &line.beside));
    let mut columns = vec![
        Column::new("Figure").width(30),
        Column::number("Month").width(15),
        Column::number("Month before").width(10),
    ];
    columns.extend(aim.then(|| Column::number("Aim").width(10)));
    columns.extend(beside.then(|| Column::new("Others").width(15)));
    columns.push(Column::new("What it means").width(20));
    let rows = part.lines.iter().map(|line| {
        let mut cells = vec![
            linked(&line.name, &line.href, ""),
            html! { b { (line.value) } small { (line.of) } },
            html! { (line.before) },
        ];
        cells.extend(aim.then(|| html! { (line.aim) }));
        cells.extend(beside.then(|| html! { (line.beside) }));
        cells.push(html! {
            @for mark in &line.marks { (tag(mark)) " " }
            (line.explained)
            @if let Some(explain) = &line.explain { " " (small_link_button(explain)) }
        });
        cells
    });
    table(&Table::new(part.heading.clone(), columns).rows(rows))
}
