//! A measure over time: points, mean, ordinary limits, and a forecast with its likely range.

use maud::{Markup, html};

use super::scale::{Scale, Unit, scale};
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, table};
use crate::components::why::fold;

const LEFT: f64 = 46.0;
const RIGHT: f64 = 668.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 166.0;

/// One period.
#[derive(Clone, Debug, Default)]
pub struct Point {
    /// "July 2025", for the table.
    pub period: String,
    /// "J", beneath the axis.
    pub short: String,
    /// "2025" at the first period of a group; empty otherwise.
    pub group: String,
    /// The value; `None` when nothing was counted.
    pub value: Option<f64>,
    /// "16 of 19", for the table.
    pub of: String,
    /// Ordinary limits for this period, when there are any.
    pub limits: Option<(f64, f64)>,
    /// True when it lies outside them, or breaks another rule.
    pub odd: bool,
    /// Words beside it: "no chair for 2 weeks". May be empty.
    pub note: String,
}

/// One period to come.
#[derive(Clone, Debug, Default)]
pub struct Ahead {
    /// "April 2026".
    pub period: String,
    /// "A".
    pub short: String,
    /// The value expected.
    pub value: f64,
    /// Where it is likely to lie.
    pub range: (f64, f64),
}

/// A measure over time.
#[derive(Clone, Debug, Default)]
pub struct LineChart {
    /// An id used once in the page.
    pub id: String,
    /// What is drawn, over what time.
    pub title: String,
    /// What the line does, in a sentence or three.
    pub described: String,
    /// What stands beneath.
    pub caption: Prose,
    /// What the figures count.
    pub unit: Unit,
    /// The past.
    pub points: Vec<Point>,
    /// What lies ahead.
    pub ahead: Vec<Ahead>,
    /// The mean.
    pub mean: Option<f64>,
    /// The agreed aim.
    pub aim: Option<f64>,
    /// The least and the most that can be, where the line is to be read against both.
    pub range: Option<(f64, f64)>,
}

/// Draws the chart with its table folded beneath.
///
/// Accessibility: an image with a name and a sentence; the table holds every
/// figure drawn; lines differ by dash and by words beside them as well as colour.
#[must_use]
pub fn line_chart(chart: &LineChart) -> Markup {
    let values = chart.points.iter().flat_map(|point| point.value.into_iter().chain(limits(point)));
    let ahead = chart.ahead.iter().flat_map(|one| [one.value, one.range.0, one.range.1]);
    let ends = chart.range.into_iter().flat_map(|(least, most)| [least, most]);
    let scale = scale(values.chain(ahead).chain(chart.mean).chain(chart.aim).chain(ends), chart.unit, false);
    let (title, described) = (format!("{}-title", chart.id), format!("{}-described", chart.id));
    html! {
        figure.on-figure {
            div.on-scroll tabindex="0" role="region" aria-label="Chart, scrolls sideways on a narrow screen" {
                div.on-chart {
                    svg.on-svg viewBox="0 0 806 212" role="img" aria-labelledby={ (title) " " (described) } {
                        title id=(title) { (chart.title) }
                        desc id=(described) { (chart.described) }
                        (axes(chart, &scale))
                        (forecast(chart, &scale))
                        (levels(chart, &scale))
                        (past(chart, &scale))
                    }
                }
            }
            @if !chart.caption.is_empty() { figcaption { (chart.caption) } }
        }
        (fold("The figures as a table", &figures(chart)))
    }
}

fn limits(point: &Point) -> impl Iterator<Item = f64> {
    point.limits.into_iter().flat_map(|(low, high)| [low, high])
}

#[expect(clippy::cast_precision_loss, reason = "a chart has a few dozen periods")]
fn x(chart: &LineChart, place: usize) -> f64 {
    let steps = (chart.points.len() + chart.ahead.len()).saturating_sub(1).max(1) as f64;
    ((LEFT + (RIGHT - LEFT) * place as f64 / steps) * 10.0).round() / 10.0
}

fn path(spots: &[(f64, f64)]) -> String {
    let spots: Vec<String> = spots.iter().map(|(x, y)| format!("{x} {y}")).collect();
    if spots.is_empty() { String::new() } else { format!("M{}", spots.join("L")) }
}

fn axes(chart: &LineChart, scale: &Scale) -> Markup {
    let shorts = chart.points.iter().map(|point| (&point.short, &point.group));
    let empty = String::new();
    let all = shorts.chain(chart.ahead.iter().map(|one| (&one.short, &empty)));
    html! {
        @for (value, words) in &scale.ticks {
            @let y = scale.y(*value, TOP, BOTTOM);
            path.axis d={ "M40 " (y) "H690" } {}
            text.s x="34" y=(y + 4.0) text-anchor="end" { (words) }
        }
        @for (place, (short, group)) in all.enumerate() {
            @if !short.is_empty() { text.s x=(x(chart, place)) y="186" text-anchor="middle" { (short) } }
            @if !group.is_empty() { text class="s b" x=(x(chart, place)) y="204" { (group) } }
        }
    }
}

fn forecast(chart: &LineChart, scale: &Scale) -> Markup {
    let Some((last_place, last)) =
        chart.points.iter().enumerate().rev().find_map(|(place, point)| Some((place, point.value?)))
    else {
        return html! {};
    };
    if chart.ahead.is_empty() {
        return html! {};
    }
    let from = (x(chart, last_place), scale.y(last, TOP, BOTTOM));
    let spots = |value: fn(&Ahead) -> f64| {
        chart
            .ahead
            .iter()
            .enumerate()
            .map(move |(place, one)| (x(chart, chart.points.len() + place), scale.y(value(one), TOP, BOTTOM)))
            .collect::<Vec<_>>()
    };
    let (high, low, middle) = (spots(|one| one.range.1), spots(|one| one.range.0), spots(|one| one.value));
    let mut band = vec![from];
    band.extend(&high);
    band.extend(low.iter().rev());
    let mut line = vec![from];
    line.extend(&middle);
    let ends = (high.last().map_or(0.0, |end| end.1), middle.last().map_or(0.0, |end| end.1));
    let said = chart.ahead.last().map(|one| chart.unit.words(one.value)).unwrap_or_default();
    let range_y = ends.0.min(ends.1 - 16.0);
    html! {
        path.band d={ (path(&band)) "z" } {}
        path.fore d=(path(&line)) {}
        text.s x="696" y=(range_y + 4.0) { "likely range" }
        text.s x="696" y=(ends.1 + 4.0) { "forecast " (said) }
    }
}

fn levels(chart: &LineChart, scale: &Scale) -> Markup {
    let line = |pick: fn((f64, f64)) -> f64| {
        let spots =
            chart.points.iter().enumerate().filter_map(|(place, point)| {
                Some((x(chart, place), scale.y(pick(point.limits?), TOP, BOTTOM)))
            });
        spots.collect::<Vec<_>>()
    };
    let (low, high) = (line(|one| one.0), line(|one| one.1));
    let end = x(chart, chart.points.len().saturating_sub(1));
    html! {
        @if !low.is_empty() {
            path.limit fill="none" d=(path(&high)) {}
            path.limit fill="none" d=(path(&low)) {}
            text.s x=(LEFT) y=(low[0].1 - 6.0) { "dotted: ordinary limits" }
        }
        @if let Some(mean) = chart.mean {
            @let y = scale.y(mean, TOP, BOTTOM);
            path.mean fill="none" d={ "M" (LEFT) " " (y) "H" (end) } {}
            text.s x=(LEFT) y=(y + 26.0) { "dashed: mean " (chart.unit.words(mean)) }
        }
        @if let Some(aim) = chart.aim {
            @let y = scale.y(aim, TOP, BOTTOM);
            path.aim d={ "M" (LEFT) " " (y) "H690" } {}
            text.s x="696" y=(y - 8.0) { "aim " (chart.unit.words(aim)) }
        }
    }
}

fn past(chart: &LineChart, scale: &Scale) -> Markup {
    let spots: Vec<(usize, f64, f64)> = chart
        .points
        .iter()
        .enumerate()
        .filter_map(|(place, point)| Some((place, x(chart, place), scale.y(point.value?, TOP, BOTTOM))))
        .collect();
    // A gap in the past is a gap in the line.
    let runs = spots.chunk_by(|one, next| next.0 == one.0 + 1);
    html! {
        @for run in runs { path.trend d=(path(&run.iter().map(|spot| (spot.1, spot.2)).collect::<Vec<_>>())) {} }
        @for (place, at, y) in &spots {
            @let point = &chart.points[*place];
            @if point.odd { circle.odd cx=(at) cy=(y) r="5" {} } @else { circle.dot cx=(at) cy=(y) r="3.2" {} }
            @if !point.note.is_empty() { (note(*at, *y, &point.note)) }
        }
        @if let Some((place, at, y)) = spots.last() {
            text.b x=(at - 6.0) y=(y - 14.0) text-anchor="middle" { (chart.points[*place].value.map(|value| chart.unit.words(value)).unwrap_or_default()) " now" }
        }
    }
}

/// Words beside a point, on the side with room.
fn note(at: f64, y: f64, words: &str) -> Markup {
    let (x, anchor) = if at > 480.0 { (at - 12.0, "end") } else { (at + 12.0, "start") };
    let y = if y > 140.0 { y - 24.0 } else { y + 24.0 };
    html! { text x=(x) y=(y) text-anchor=(anchor) { (words) } }
}

fn figures(chart: &LineChart) -> Markup {
    let with_limits = chart.points.iter().any(|point| point.limits.is_some());
    let mut columns = vec![Column::new("Period"), Column::number("Value"), Column::number("Of")];
    if with_limits || !chart.ahead.is_empty() {
        columns.push(Column::number("Ordinary limits, or likely range"));
    }
    columns.push(Column::new("Note"));
    let range = |range: Option<(f64, f64)>| {
        range
            .map(|(low, high)| format!("{} to {}", chart.unit.words(low), chart.unit.words(high)))
            .unwrap_or_default()
    };
    let row = |cells: Vec<String>| cells.into_iter().map(|words| html! { (words) }).collect::<Vec<_>>();
    let wide = columns.len() == 5;
    let past = chart.points.iter().map(|point| {
        let value = point.value.map_or_else(|| "none counted".to_owned(), |value| chart.unit.words(value));
        let mut cells = vec![point.period.clone(), value, point.of.clone()];
        cells.extend(wide.then(|| range(point.limits)));
        cells.push(if point.odd && point.note.is_empty() {
            "outside the limits".into()
        } else {
            point.note.clone()
        });
        row(cells)
    });
    let ahead = chart.ahead.iter().map(|one| {
        let mut cells = vec![one.period.clone(), chart.unit.words(one.value), String::new()];
        cells.extend(wide.then(|| range(Some(one.range))));
        cells.push("forecast".into());
        row(cells)
    });
    table(&Table::small(chart.title.clone(), columns).rows(past.chain(ahead)))
}
