//! A measure by kind: one bar a kind, lying down so that names have room.

use maud::{Markup, html};

use super::scale::{Unit, scale};
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, table};
use crate::components::why::fold;

/// One kind.
#[derive(Clone, Debug, Default)]
pub struct Bar {
    /// "West team".
    pub name: String,
    /// Its value; `None` when too few to show, or nothing was counted.
    pub value: Option<f64>,
    /// "16 of 19", or why there is none: "fewer than 5".
    pub of: String,
    /// Where the people behind it are listed. May be empty.
    pub href: String,
}

/// A measure by kind.
#[derive(Clone, Debug, Default)]
pub struct BarChart {
    /// An id used once in the page.
    pub id: String,
    /// What is drawn.
    pub title: String,
    /// What it shows, in a sentence.
    pub described: String,
    /// What stands beneath.
    pub caption: Prose,
    /// What the figures count.
    pub unit: Unit,
    /// What the kinds are: "Team".
    pub kind: String,
    /// One bar a kind.
    pub bars: Vec<Bar>,
}

/// Draws the chart with its table folded beneath.
///
/// Accessibility: an image with a name and a sentence; every bar's name and
/// figure are written beside it, and again in the table.
#[must_use]
pub fn bar_chart(chart: &BarChart) -> Markup {
    let scale = scale(chart.bars.iter().filter_map(|bar| bar.value), chart.unit, true);
    let most = if chart.unit == Unit::Percent { 100.0 } else { scale.high };
    let (title, described) = (format!("{}-title", chart.id), format!("{}-described", chart.id));
    let height = 28 * chart.bars.len() + 8;
    html! {
        figure.on-figure {
            div.on-scroll tabindex="0" role="region" aria-label="Chart, scrolls sideways on a narrow screen" {
                div.on-chart {
                    svg.on-svg viewBox={ "0 0 780 " (height) } role="img" aria-labelledby={ (title) " " (described) } {
                        title id=(title) { (chart.title) }
                        desc id=(described) { (chart.described) }
                        @for (place, bar) in chart.bars.iter().enumerate() { (one(place, bar, chart.unit, most)) }
                    }
                }
            }
            @if !chart.caption.is_empty() { figcaption { (chart.caption) } }
        }
        (fold("The figures as a table", &figures(chart)))
    }
}

fn one(place: usize, bar: &Bar, unit: Unit, most: f64) -> Markup {
    let top = 28 * place + 6;
    let length = bar.value.map_or(0.0, |value| (value.max(0.0) / most * 440.0).round());
    let words =
        bar.value.map_or_else(|| bar.of.clone(), |value| format!("{}, {}", unit.words(value), bar.of));
    html! {
        text x="196" y=(top + 14) text-anchor="end" { (bar.name) }
        rect.bar x="204" y=(top) width=(length) height="18" {}
        text.s x=(212.0 + length) y=(top + 14) { (words.trim_end_matches(", ")) }
    }
}

fn figures(chart: &BarChart) -> Markup {
    let columns = vec![Column::new(chart.kind.clone()), Column::number("Value"), Column::number("Of")];
    let rows = chart.bars.iter().map(|bar| {
        vec![
            html! { @if bar.href.is_empty() { (bar.name) } @else { a href=(bar.href) { (bar.name) } } },
            html! { (bar.value.map(|value| chart.unit.words(value)).unwrap_or_default()) },
            html! { (bar.of) },
        ]
    });
    table(&Table::small(chart.title.clone(), columns).rows(rows))
}
