//! One indicator: its figure and the children in it, its breakdown, its curve, its definition.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::card::{Fact, facts};
use crate::components::chart::{BarChart, LineChart, bar_chart, line_chart};
use crate::components::chips::{Chip, chips};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::notice::{NoticeKind, notice};
use crate::components::pages::{Pages, pages};
use crate::components::panel::{Level, panel, section};
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::stats::{Stat, stats};
use crate::components::table::{Column, Row, Sorted, Table, linked, table};
use crate::components::tabs::tabs;
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, tag};
use crate::pages::asked::{PeriodForm, period_form};

/// One child in the figure.
#[derive(Clone, Debug)]
pub struct Case {
    /// "Keast, Isla".
    pub name: String,
    /// Her record; empty when the reader may count her but not open it.
    pub href: String,
    /// "2 years 4 months".
    pub age: String,
    /// One value a column, in the order of [`IndicatorPage::case_columns`].
    pub values: Vec<String>,
    /// "In" or "Out", with its tone.
    pub verdict: Tag,
    /// Why.
    pub because: String,
}

/// One action of Turning the Curve.
#[derive(Clone, Debug)]
pub struct CurveAction {
    /// What will be done.
    pub what: String,
    /// By whom.
    pub who: String,
    /// By when.
    pub by: String,
    /// What it should add.
    pub adds: String,
}

/// An explanation of how the figure moved.
#[derive(Clone, Debug, Default)]
pub struct Comment {
    /// Up to which day.
    pub heading: String,
    /// In whose words it stands.
    pub words: String,
    /// Who wrote it, and when.
    pub by: String,
}

/// The figure as it was published once.
#[derive(Clone, Debug, Default)]
pub struct Publication {
    /// Of which month.
    pub of: String,
    /// The figure then.
    pub value: String,
    /// "16 of 19".
    pub base: String,
    /// Where it is counted again.
    pub href: String,
}

/// What the authority's record holds of the figure.
#[derive(Clone, Debug, Default)]
pub struct FigureRecord {
    /// Its aim, and other areas' values.
    pub facts: Vec<Fact>,
    /// Its explanations, the latest first.
    pub comments: Vec<Comment>,
    /// Its publications, the latest first.
    pub publications: Vec<Publication>,
    /// Explaining it, setting its aim.
    pub acts: Vec<Button>,
}

/// What the open tab shows.
#[derive(Clone, Debug)]
pub enum Tab {
    /// The figure and its children.
    Figure,
    /// By team, age, or another kind.
    Breakdown(Vec<BarChart>),
    /// Turning the Curve.
    Curve {
        /// What does not add up, heading and words. Empty heading for nothing.
        notice: (String, Prose),
        /// The story behind the line, who can help, what works: heading and bullets.
        columns: Vec<(String, Vec<Prose>)>,
        /// What will be done.
        actions: Vec<CurveAction>,
        /// The one page for the board: heading, words, link.
        report: Option<(String, Prose, Button)>,
    },
    /// Its aim, explanations and publications.
    Record(FigureRecord),
    /// What is counted, by what authority, since when.
    Definition(Vec<Fact>),
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct IndicatorPage {
    /// "Conferences held within 15 working days".
    pub heading: String,
    /// "Conferences in time": for the tab and the breadcrumb.
    pub short: String,
    /// The steps above it.
    pub above: Vec<Crumb>,
    /// Period, whose, and as known when.
    pub summary: String,
    /// Freeze, download.
    pub acts: Vec<Button>,
    /// The period, to change.
    pub period: Option<PeriodForm>,
    /// The tabs.
    pub tabs: Vec<Segment>,
    /// The open one.
    pub tab: Tab,
    /// The key numbers.
    pub stats: Vec<Stat>,
    /// The heading over the chart.
    pub chart_heading: String,
    /// The chart.
    pub chart: LineChart,
    /// "The 19 children".
    pub cases_heading: String,
    /// Filters in use; the list and the figure are one question asked once.
    pub filters: Vec<Chip>,
    /// "16 in, 3 out. …"
    pub filter_note: String,
    /// Columns between the child and the verdict: head, whether a figure, where sorting by it leads, how sorted now.
    pub case_columns: Vec<(String, bool, String, Option<Sorted>)>,
    /// The children.
    pub cases: Vec<Case>,
    /// Which page of them.
    pub pages: Pages,
    /// Panels at the side: heading and paragraphs.
    pub side: Vec<(String, Vec<Prose>)>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &IndicatorPage) -> Markup {
    let curve = matches!(page.tab, Tab::Curve { .. });
    let heading = if curve {
        format!("Turning the Curve: {}", page.short.to_lowercase())
    } else {
        page.heading.clone()
    };
    let acts = html! { div.on-row { @for act in &page.acts { (small_link_button(act)) } } };
    let main = html! {
        (crumbs(&page.above))
        (title(&heading, &page.summary, &acts))
        @if let Some(period) = &page.period { (period_form(period)) }
        (tabs("This measure", &page.tabs))
        @match &page.tab {
            Tab::Figure => (figure_tab(page)),
            Tab::Breakdown(charts) => (breakdown_tab(page, charts)),
            Tab::Curve { notice, columns, actions, report } => (curve_tab(page, notice, columns, actions, report.as_ref())),
            Tab::Record(record) => (record_tab(record)),
            Tab::Definition(definition) => (definition_tab(definition)),
        }
    };
    let name = if curve { format!("{}, Turning the Curve", page.short) } else { page.short.clone() };
    let title = Title::page(name);
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Performance), main, ..Sheet::default() },
    )
}

fn figure_tab(page: &IndicatorPage) -> Markup {
    html! {
        (stats(&page.stats))
        div.on-split {
            div {
                (section("over-time", &page.chart_heading, None, &line_chart(&page.chart)))
                (section("who", &page.cases_heading, None, &cases(page)))
            }
            aside aria-label="About this figure" { (side(page)) }
        }
    }
}

fn side(page: &IndicatorPage) -> Markup {
    html! {
        @for (heading, paragraphs) in &page.side {
            (panel(Level::Two, heading, &html! { @for words in paragraphs { p.on-small { (words) } } }))
        }
    }
}

fn cases(page: &IndicatorPage) -> Markup {
    let mut columns = vec![Column::new("Child").width(20)];
    columns.extend(page.case_columns.iter().map(|(head, number, sort_href, sorted)| Column {
        number: *number,
        sort_href: sort_href.clone(),
        sorted: *sorted,
        width: if *number { 10 } else { 15 },
        ..Column::new(head.clone())
    }));
    columns.push(Column::new("In or out, and why"));
    let rows = page.cases.iter().map(|case| {
        let mut cells = vec![linked(&case.name, &case.href, &case.age)];
        cells.extend(case.values.iter().map(|value| html! { (value) }));
        cells.push(html! { (tag(&case.verdict)) " " (case.because) });
        cells
    });
    html! {
        (chips(&page.filters, "", &page.filter_note))
        @if page.cases.is_empty() { p.on-quiet { "No child is counted in this period." } }
        @else {
            (table(&Table::new(page.cases_heading.clone(), columns).rows(rows)))
            (pages(&page.pages))
        }
    }
}

fn breakdown_tab(page: &IndicatorPage, charts: &[BarChart]) -> Markup {
    html! {
        div.on-split {
            div { @for chart in charts { (section(&format!("{}-section", chart.id), &chart.title, None, &bar_chart(chart))) } }
            aside aria-label="About this figure" { (side(page)) }
        }
    }
}

fn curve_tab(
    page: &IndicatorPage,
    said: &(String, Prose),
    columns: &[(String, Vec<Prose>)],
    actions: &[CurveAction],
    report: Option<&(String, Prose, Button)>,
) -> Markup {
    html! {
        div.on-split {
            div {
                @if !said.0.is_empty() { (notice(NoticeKind::Mend, &said.0, std::slice::from_ref(&said.1))) }
                (section("over-time", "If we change nothing", None, &line_chart(&page.chart)))
                div.on-cols {
                    @for (heading, bullets) in columns {
                        (panel(Level::Two, heading, &html! { ul { @for one in bullets { li { (one) } } } }))
                    }
                }
                (section("actions", "What we will do", None, &curve_actions(actions)))
            }
            @if let Some((heading, words, button)) = report {
                aside aria-label="This report" {
                    (panel(Level::Two, heading, &html! { p.on-small { (words) } (small_link_button(button)) }))
                }
            }
        }
    }
}

fn curve_actions(actions: &[CurveAction]) -> Markup {
    let mut drawn = Table::new(
        "Actions",
        vec![
            Column::new("Action"),
            Column::new("Who").width(20),
            Column::new("By").width(15),
            Column::new("Points it should add").short("Should add").width(25),
        ],
    );
    drawn.rows = actions
        .iter()
        .map(|one| {
            let cells = [&one.what, &one.who, &one.by, &one.adds];
            Row::Plain(cells.into_iter().map(|words| html! { (words) }).collect())
        })
        .collect();
    html! {
        @if actions.is_empty() { p.on-quiet { "No action is agreed yet." } } @else { (table(&drawn)) }
    }
}

fn definition_tab(definition: &[Fact]) -> Markup {
    html! { section.on-panel { h2 { "What is counted" } (facts(definition)) } }
}

fn record_tab(record: &FigureRecord) -> Markup {
    let columns = vec![
        Column::new("Month").width(20),
        Column::number("As published").width(15),
        Column::number("Of").width(15),
        Column::new("Counted again"),
    ];
    let rows = record.publications.iter().map(|one| {
        let again = html! { a href=(one.href) { "As known then and as known now" } };
        vec![html! { (one.of) }, html! { (one.value) }, html! { (one.base) }, again]
    });
    html! {
        div.on-row { @for act in &record.acts { (small_link_button(act)) } }
        section.on-panel { h2 { "Aim, and others" } (facts(&record.facts)) }
        (section("explanations", "Explanations", Some(record.comments.len()), &html! {
            @if record.comments.is_empty() { p.on-quiet { "Nobody has explained how this figure moves." } }
            @for one in &record.comments { h3 { (one.heading) } p { (one.words) } p.on-small.on-quiet { (one.by) } }
        }))
        (section("publications", "Published months", Some(record.publications.len()), &html! {
            @if record.publications.is_empty() { p.on-quiet { "No month of this figure has been published." } }
            @else { (table(&Table::new("Published months", columns).rows(rows))) }
        }))
    }
}
