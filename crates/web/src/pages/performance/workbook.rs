//! Figures as a workbook: the month's on one sheet, their definitions on another; or one figure's cases with its own.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use rules::indicators::{INDICATORS, Indicator, Measure, Polarity, When};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::catalogue::{Catalogue, month_end, month_words};
use super::{pack, reading};
use crate::App;
use crate::problem::Problem;

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Widths of columns, in characters: of names, of sentences.
const NAME: f64 = 44.0;
const SENTENCE: f64 = 90.0;

/// The heads of a month's sheet.
const HEAD: [&str; 12] = [
    "Figure",
    "Name",
    "From",
    "To",
    "Value",
    "In",
    "Of",
    "Base",
    "Aim",
    "Others",
    "Too few to publish",
    "Explanation",
];

/// Every figure of a month, with its definition.
pub(super) fn pack(app: &App, catalogue: &Catalogue, month: Date) -> Result<Response, Problem> {
    let name = file_name(app, month);
    file(&name, &month_words(month), &HEAD, &rows(app, catalogue, month)?, INDICATORS)
}

/// Every figure of a month as a plain file.
pub(super) fn pack_csv(app: &App, catalogue: &Catalogue, month: Date) -> Result<Response, Problem> {
    let rows = rows(app, catalogue, month)?;
    let words = |cell: Cell| match cell {
        Cell::Blank => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Words(words) => words,
    };
    let rows = rows.into_iter().map(|row| row.into_iter().map(words).collect());
    Ok(crate::pages::csv::file(&file_name(app, month), &HEAD, rows))
}

fn file_name(app: &App, month: Date) -> String {
    format!("figures-{}", month_end(month, app.today()).strftime("%Y-%m"))
}

fn rows(app: &App, catalogue: &Catalogue, month: Date) -> Result<Vec<Vec<Cell>>, Problem> {
    let end = month_end(month, app.today());
    let tallies = app.views.tallies(None)?;
    let mut rows = Vec::new();
    for indicator in INDICATORS {
        let stretch = pack::stretch(indicator, month, app.today());
        let figure = tallies.figure(&app.views, indicator, stretch)?;
        let from =
            if indicator.when == When::Period { month.first_of_month().to_string() } else { String::new() };
        let beside = catalogue.beside(indicator, end).into_iter();
        let beside: Vec<String> = beside.map(|(words, source)| format!("{words}, {source}")).collect();
        let aim = catalogue.aim(indicator, &figure, end).map(|(words, _)| words);
        rows.push(vec![
            Cell::Words(indicator.title.to_owned()),
            Cell::Words(indicator.id.to_owned()),
            Cell::Words(from),
            Cell::Words(end.to_string()),
            figure.value.map_or(Cell::Blank, Cell::Number),
            Cell::count(figure.numerator),
            Cell::count(figure.denominator),
            Cell::Words(figure.base.as_ref().map(|base| base.source.clone()).unwrap_or_default()),
            Cell::Words(aim.unwrap_or_default()),
            Cell::Words(beside.join("; ")),
            Cell::Words(if reading::is_small(figure.denominator) { "yes" } else { "no" }.to_owned()),
            Cell::Words(catalogue.explanation(indicator, month).unwrap_or_default()),
        ]);
    }
    Ok(rows)
}

/// A cell of a sheet.
pub(super) enum Cell {
    /// Nothing.
    Blank,
    /// A number.
    Number(f64),
    /// Words: never run, whatever they begin with.
    Words(String),
}

impl Cell {
    #[expect(clippy::cast_precision_loss, reason = "counts of children are far below 2^52")]
    pub(super) fn count(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

/// A workbook of one sheet of rows and one of definitions.
pub(super) fn file(
    name: &str,
    sheet: &str,
    head: &[&str],
    rows: &[Vec<Cell>],
    indicators: &[&'static Indicator],
) -> Result<Response, Problem> {
    let written = written(sheet, head, rows, indicators).map_err(Problem::fault)?;
    let mut response = written.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(KIND));
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{plain}.xlsx\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

fn written(
    sheet: &str,
    head: &[&str],
    rows: &[Vec<Cell>],
    indicators: &[&Indicator],
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let figures = workbook.add_worksheet().set_name(sheet)?;
    fill(figures, head, rows)?;
    let definitions = workbook.add_worksheet().set_name("Definitions")?;
    let head = ["Figure", "Name", "Measure", "Of", "In", "When", "Which way is good", "Source"];
    let rows: Vec<Vec<Cell>> = indicators.iter().map(|indicator| definition(indicator)).collect();
    fill(definitions, &head, &rows)?;
    workbook.save_to_buffer()
}

fn definition(indicator: &Indicator) -> Vec<Cell> {
    let when = match indicator.when {
        When::Period => "in a period",
        When::AsAt => "at the end of a day",
    };
    let good = match indicator.polarity {
        Polarity::Higher => "more",
        Polarity::Lower => "fewer",
        Polarity::Neither => "neither",
    };
    let words = [
        indicator.title,
        indicator.id,
        measure(indicator.measure),
        indicator.denominator,
        indicator.numerator,
        when,
        good,
        indicator.source,
    ];
    words.map(|words| Cell::Words(words.to_owned())).into()
}

/// What a measure counts, in words.
pub(super) fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Count => "How many cases there are",
        Measure::Percent => "How many in a hundred cases meet the condition",
        Measure::MedianHours => "The middle of the cases’ values, in hours",
        Measure::MedianDays => "The middle of the cases’ values, in days",
        Measure::MeanDays => "The mean of the cases’ values, in days",
        Measure::Distribution => "How many cases are in each group",
        Measure::RatePer10000 => "How many cases there are for each 10,000 children of the population loaded",
        Measure::PerFullTime => "How many children there are for each full-time post of those who hold them",
        Measure::PercentOfWorkers => "How many workers in a hundred hold more children than their limit",
    }
}

fn fill(sheet: &mut Worksheet, head: &[&str], rows: &[Vec<Cell>]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, words) in (0_u16..).zip(head) {
        sheet.write_string_with_format(0, column, *words, &bold)?;
    }
    for (line, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Blank => {}
                Cell::Number(number) => {
                    sheet.write_number(line, column, *number)?;
                }
                Cell::Words(words) => {
                    sheet.write_string(line, column, words)?;
                }
            }
        }
    }
    sheet.set_column_width(0, NAME)?;
    if let Some(last) = head.len().checked_sub(1).and_then(|last| u16::try_from(last).ok()) {
        sheet.set_column_width(last, SENTENCE)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}
