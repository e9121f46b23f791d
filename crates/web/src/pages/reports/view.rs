//! A local report: what may be asked of it, its rows, each opening its child. And the index of the reports.

use maud::{Markup, html};

use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::{Mistake, error_summary};
use crate::components::fields::{Choice, Field, TextAnswer, Width, select, text};
use crate::components::notice::{NoticeKind, notice};
use crate::components::pages::{Pages, pages};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::table::{Column, Sorted, Table, linked, table};
use crate::components::title::{print_line, title};
use crate::components::{Frame, Place, Sheet, Title};

/// One thing that may be asked, with what is asked now.
#[derive(Clone, Debug)]
pub enum ReportField {
    /// A day, as 2026-03-03.
    Day(Field, String),
    /// A whole number.
    Number(Field, String),
    /// Words.
    Words(Field, String),
    /// One of several.
    Choice(Field, Vec<Choice>),
}

/// A column of the report.
#[derive(Clone, Debug, Default)]
pub struct ReportColumn {
    /// Its place in what the report answers.
    pub at: usize,
    /// "Days waiting".
    pub head: String,
    /// True for figures.
    pub number: bool,
    /// Where its head leads to sort by it.
    pub sort_href: String,
    /// How the table is sorted by it now.
    pub sorted: Option<Sorted>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default)]
pub struct ReportCell {
    /// "Nance, Morwenna", "24 Mar 2026", "3".
    pub words: String,
    /// The child's record; empty where it leads nowhere.
    pub href: String,
}

/// What the page of a report shows.
#[derive(Clone, Debug, Default)]
pub struct ReportPage {
    /// "Contacts waiting for a decision".
    pub title: String,
    /// The steps above it.
    pub above: Vec<Crumb>,
    /// As of when, and how many.
    pub summary: String,
    /// What it shows, and of whom.
    pub about: String,
    /// Where the questions are sent.
    pub action: String,
    /// The rest of the address: name and answer.
    pub kept: Vec<(String, String)>,
    /// The questions.
    pub fields: Vec<ReportField>,
    /// What cannot be read.
    pub mistakes: Vec<Mistake>,
    /// Why the report answers nothing; empty when it answers.
    pub refused: String,
    /// Whether it answered.
    pub answered: bool,
    /// The columns shown.
    pub columns: Vec<ReportColumn>,
    /// How many rows there are.
    pub total: usize,
    /// The rows on this page, a cell a column.
    pub rows: Vec<Vec<ReportCell>>,
    /// That there are more; empty when there are not.
    pub more: String,
    /// Which page of them.
    pub pages: Pages,
    /// All rows on one page, to print; empty when they are.
    pub all_href: String,
    /// The same as a file.
    pub csv_href: String,
    /// What stands at the head of the paper: what it is, and for whom it was printed.
    pub printed: (String, String),
}

/// One report of the index.
#[derive(Clone, Debug)]
pub struct IndexLine {
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// What it shows.
    pub about: String,
    /// What may be asked of it: "From, To, Team".
    pub asks: String,
}

/// What the index shows.
#[derive(Clone, Debug, Default)]
pub struct IndexPage {
    /// How many, and whose.
    pub summary: String,
    /// The reports.
    pub lines: Vec<IndexLine>,
}

/// Draws a report.
#[must_use]
pub fn view(frame: &Frame, page: &ReportPage) -> Markup {
    let main = html! {
        (print_line(&page.printed.0, &page.printed.1))
        (error_summary(&page.mistakes, ""))
        (crumbs(&page.above))
        (title(&page.title, &page.summary, &html! {}))
        @if !page.about.is_empty() { p.on-lead { (page.about) } }
        (questions(page))
        @if !page.refused.is_empty() {
            (notice(NoticeKind::Mend, "The report has no answer", &[Prose::new().text(page.refused.clone())]))
        }
        @if page.answered && page.rows.is_empty() { p.on-quiet { "Nothing answers what is asked." } }
        @if !page.rows.is_empty() { (section("report-rows", "What it answers", Some(page.total), &rows(page))) }
    };
    let title = Title { error: !page.mistakes.is_empty(), ..Title::page(page.title.clone()) };
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Performance), main, ..Sheet::default() },
    )
}

fn questions(page: &ReportPage) -> Markup {
    let short = |value: &str, kind: &'static str| TextAnswer {
        value: value.to_owned(),
        kind,
        width: Width::Short,
        ..TextAnswer::default()
    };
    html! {
        @if !page.fields.is_empty() {
            form.on-asks.on-section.on-screen action=(page.action) method="get" {
                @for (name, value) in &page.kept { input type="hidden" name=(name) value=(value); }
                @for field in &page.fields {
                    @match field {
                        ReportField::Day(field, value) => (text(field, &short(value, "date"))),
                        ReportField::Number(field, value) => (text(field, &short(value, "number"))),
                        ReportField::Words(field, value) => (text(field, &TextAnswer { width: Width::Middle, ..short(value, "text") })),
                        ReportField::Choice(field, choices) => (select(field, choices)),
                    }
                }
                button.on-btn.on-btn--2 { "Show" }
            }
        }
    }
}

fn rows(page: &ReportPage) -> Markup {
    let columns = page.columns.iter().map(|column| Column {
        sort_href: column.sort_href.clone(),
        sorted: column.sorted,
        number: column.number,
        ..Column::new(column.head.clone())
    });
    let rows =
        page.rows.iter().map(|row| row.iter().map(|cell| linked(&cell.words, &cell.href, "")).collect());
    html! {
        @if !page.more.is_empty() { (notice(NoticeKind::Know, "", &[Prose::new().text(page.more.clone())])) }
        (table(&Table::new(page.title.clone(), columns.collect()).rows(rows)))
        (pages(&page.pages))
        p.on-screen {
            @if !page.all_href.is_empty() { a href=(page.all_href) { "Show all on one page, to print" } " · " }
            a href=(page.csv_href) { "Download as a spreadsheet (CSV)" }
        }
    }
}

/// Draws the index.
#[must_use]
pub fn index_view(frame: &Frame, page: &IndexPage) -> Markup {
    let columns = vec![
        Column::new("Report").width(30),
        Column::new("What it shows"),
        Column::new("Asks for").width(20),
    ];
    let lines = page
        .lines
        .iter()
        .map(|line| vec![linked(&line.title, &line.href, ""), html! { (line.about) }, html! { (line.asks) }]);
    let main = html! {
        (crumbs(&[Crumb::new("Performance", "/performance"), Crumb::new("Local reports", "")]))
        (title("Local reports", &page.summary, &html! {}))
        p.on-lead { "Questions that this council asks of its own record, kept as practice files." }
        @if page.lines.is_empty() {
            p.on-quiet { "There are none. A report is a file in the folder reports of the practice files." }
        } @else { (table(&Table::new("Local reports", columns).rows(lines))) }
    };
    let title = Title::page("Local reports");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Performance), main, ..Sheet::default() },
    )
}
