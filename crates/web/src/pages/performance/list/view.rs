//! Every indicator with how it stands: a list, not a wall of gauges.

use maud::{Markup, html};

use crate::components::panel::section;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, tag};
use crate::pages::asked::{PeriodForm, period_form};

/// One indicator.
#[derive(Clone, Debug)]
pub struct IndicatorLine {
    /// "Conferences held within 15 working days".
    pub name: String,
    /// Its page.
    pub href: String,
    /// "Working Together 2023".
    pub source: String,
    /// "84.2%".
    pub value: String,
    /// "16 of 19".
    pub of: String,
    /// "Up 1.8 points on February".
    pub change: String,
    /// "Similar counties 78.6%"; empty when there is none.
    pub beside: String,
    /// The agreed aim; empty when there is none.
    pub aim: String,
    /// A shift, a point outside its limits, or that it could not be worked out. `None` for ordinary variation.
    pub mark: Option<Tag>,
}

/// A part of the list.
#[derive(Clone, Debug)]
pub struct IndicatorGroup {
    /// Its id in the page.
    pub id: String,
    /// "Protection".
    pub heading: String,
    /// Its indicators.
    pub lines: Vec<IndicatorLine>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct PerformancePage {
    /// "March 2026 to date, whole county · as known at 2:15pm, Thursday 26 March 2026".
    pub summary: String,
    /// Whole county, or a team.
    pub whose: Vec<Segment>,
    /// The period, to change.
    pub period: Option<PeriodForm>,
    /// The list in parts.
    pub groups: Vec<IndicatorGroup>,
    /// The month's pack, to print and publish; empty where there is none.
    pub pack_href: String,
    /// The same as a file; empty where there is none.
    pub csv_href: String,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &PerformancePage) -> Markup {
    let main = html! {
        (title("Performance", &page.summary, &segments("Whose", &page.whose)))
        @if let Some(period) = &page.period { (period_form(period)) }
        @if !page.pack_href.is_empty() { p { a href=(page.pack_href) { "Last month’s figures: to print, to explain, to publish" } } }
        p.on-screen {
            a href="/reports" { "Local reports" } ": questions of the council’s own. "
            a href="/practice" { "Practice here" } ": what this council does otherwise than England’s."
        }
        @if page.groups.is_empty() {
            p.on-quiet { "No indicator is in force. They are defined in the practice files." }
        }
        @for group in &page.groups { (section(&group.id, &group.heading, None, &lines(page, group))) }
        @if !page.csv_href.is_empty() { p { a href=(page.csv_href) { "Download as a spreadsheet (CSV)" } } }
    };
    let title = Title::page("Performance");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Performance), main, ..Sheet::default() },
    )
}

fn lines(page: &PerformancePage, group: &IndicatorGroup) -> Markup {
    // A column that holds nothing for any indicator of the page is not drawn; the tables stand in line.
    let all = || page.groups.iter().flat_map(|group| &group.lines);
    let beside = all().any(|line| !line.beside.is_empty());
    let aim = all().any(|line| !line.aim.is_empty());
    let mut columns = vec![
        Column::new("Indicator").width(30),
        Column::number("Now").width(15),
        Column::new("Change").width(20),
    ];
    columns.extend(beside.then(|| Column::new("Beside others").width(15)));
    columns.extend(aim.then(|| Column::new("Aim").width(10)));
    columns.push(Column::new("Worth a look").width(15));
    let rows = group.lines.iter().map(|line| {
        let mut cells = vec![
            linked(&line.name, &line.href, &line.source),
            html! { b { (line.value) } small { (line.of) } },
            html! { (line.change) },
        ];
        cells.extend(beside.then(|| html! { (line.beside) }));
        cells.extend(aim.then(|| html! { (line.aim) }));
        cells.push(html! { @if let Some(mark) = &line.mark { (tag(mark)) } });
        cells
    });
    table(&Table::new(group.heading.clone(), columns).rows(rows))
}
