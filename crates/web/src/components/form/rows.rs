//! A table of parts: the rows so far, two spare ones, and a button for more.

use maud::{Markup, html};

use super::super::table::{Column, Row, Table, table};
use super::{Answer, Kind, Question, cell};

/// Empty rows always waiting at the end, so that most tables need no button.
const SPARE: usize = 2;

/// Draws the table. Every cell's label is read out with its row's number.
///
/// Accessibility: a real table; "Add a row" is a plain submit that keeps what was typed.
#[must_use]
pub fn rows(asked: &Question) -> Markup {
    let columns = asked.columns.iter().map(|column| {
        let width = match column.kind {
            Kind::Day => 20,
            Kind::Choice | Kind::Person => 20,
            Kind::YesNo | Kind::Number => 15,
            _ => 0,
        };
        Column::new(column.label.clone()).width(width)
    });
    let mut drawn = Table::new(asked.label.clone(), columns.collect());
    drawn.class = "on-rows";
    let blank: Vec<Answer> = vec![Answer::default(); asked.columns.len()];
    let spare = std::iter::repeat_n(&blank, SPARE);
    drawn.rows = asked
        .rows
        .iter()
        .chain(spare)
        .enumerate()
        .map(|(place, answers)| {
            let cells = asked.columns.iter().enumerate().map(|(at, column)| {
                cell(&in_row(asked, column, place, answers.get(at).cloned().unwrap_or_default()))
            });
            if place < asked.rows.len() { Row::Plain(cells.collect()) } else { Row::New(cells.collect()) }
        })
        .collect();
    let words = if asked.add_words.is_empty() { "Add a row" } else { &asked.add_words };
    html! {
        div.on-field.on-field--error[!asked.error.is_empty()] id=(asked.name) {
            @if !asked.label_hidden { h3 { (asked.label) @if asked.optional { " " span.on-quiet { "(optional)" } } } }
            @if !asked.hint.is_empty() { p.on-hint { (asked.hint) } }
            @if !asked.error.is_empty() { p.on-error { span.on-hidden { "Error: " } (asked.error) } }
            (table(&drawn))
            (add_button(asked, words))
        }
    }
}

/// The button that gives more spare rows; also used by arrangements of their own.
fn add_button(asked: &Question, words: &str) -> Markup {
    html! { button.on-btn.on-btn--2.on-btn--s name="add" value=(asked.name) { (words) } }
}

/// A column's question as it stands in a row.
fn in_row(asked: &Question, column: &Question, place: usize, answer: Answer) -> Question {
    Question {
        name: format!("{}.{place}.{}", asked.name, column.name),
        label: format!("{}, row {}", column.label, place + 1),
        kind: if column.kind == Kind::LongText { Kind::LongText } else { column.kind },
        lines: 1,
        answer,
        ..column.clone()
    }
}
