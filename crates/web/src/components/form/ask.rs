//! One question with everything that stands round it.

use maud::{Markup, html};

use super::super::carried::{Carried, carried};
use super::super::fields::{
    Field, FileAnswer, TextAnswer, Width, checkboxes, date, file, radios, select, text, textarea,
};
use super::super::why::fold;
use super::{Kind, Question, rows};

/// Most choices shown as radios; more drop down.
const RADIOS_MOST: usize = 6;
/// Choices longer than this many letters stand in a column.
const SHORT_CHOICE: usize = 28;

/// Draws a question: what is carried, the control, what good looks like, and advice in the margin.
///
/// Accessibility: advice follows its question in the reading order and is
/// described to nobody twice; nothing is hidden from a page without scripts.
#[must_use]
pub fn question(asked: &Question) -> Markup {
    let inside = html! {
        @if asked.carried.is_some() { (with_carried(asked)) } @else { (control(asked)) }
        @if !asked.guidance.is_empty() { (fold("What good looks like", &html! { p { (asked.guidance) } })) }
    };
    html! {
        @if asked.hint_margin.is_empty() { (inside) } @else if asked.kind == Kind::Parts {
            // A table needs the whole width: advice stands beneath it.
            (inside)
            div.on-margin.on-ask-hints {
                @for advice in &asked.hint_margin { p { span.on-hidden { "Hint: " } (advice) } }
            }
        } @else {
            div.on-ask {
                div { (inside) }
                div.on-margin.on-ask-hints {
                    @for advice in &asked.hint_margin { p { span.on-hidden { "Hint: " } (advice) } }
                }
            }
        }
    }
}

/// Draws only the control, for a table's cell: its label is read out and not shown.
#[must_use]
pub fn cell(asked: &Question) -> Markup {
    let asked = Question { label_hidden: true, hint: String::new(), ..asked.clone() };
    let field = field(&asked);
    match asked.kind {
        Kind::YesNo | Kind::Choice | Kind::Person if !asked.choices.is_empty() => {
            select(&field, &with_blank(&asked))
        }
        Kind::Day => small_day(&asked),
        _ => control(&asked),
    }
}

fn field(asked: &Question) -> Field {
    Field {
        name: asked.name.clone(),
        label: asked.label.clone(),
        hint: asked.hint.clone(),
        error: if asked.error.is_empty() { asked.answer.error.clone() } else { asked.error.clone() },
        optional: asked.optional,
        label_hidden: asked.label_hidden,
    }
}

fn control(asked: &Question) -> Markup {
    let field = field(asked);
    match asked.kind {
        Kind::Text | Kind::Person | Kind::People if asked.choices.is_empty() => {
            one_line(&field, asked, Width::Line, "text")
        }
        Kind::Text => one_line(&field, asked, Width::Line, "text"),
        Kind::Number => one_line(&field, asked, Width::Short, "text"),
        Kind::Time => {
            let timed = Field { name: format!("{}.time", field.name), ..field };
            one_line(&timed, asked, Width::Short, "text")
        }
        Kind::LongText | Kind::Words => {
            let lines = if asked.lines == 0 { 3 } else { asked.lines };
            let own_words = asked.kind == Kind::Words;
            textarea(&field, &TextAnswer { own_words, ..TextAnswer::with(&asked.answer.words).rows(lines) })
        }
        Kind::Day => date(&field, &asked.answer.day),
        Kind::YesNo | Kind::Choice => one_of(&field, asked),
        Kind::Person => select(&field, &with_blank(asked)),
        Kind::Several | Kind::People => checkboxes(&field, &asked.chosen_choices(), long(asked)),
        Kind::Parts => rows(asked),
        Kind::File => {
            let already = asked.answer.words.clone();
            file(&field, &FileAnswer { takes: String::new(), several: false, already })
        }
        Kind::Entry => html! {
            div.on-field {
                p { strong { (asked.label) } ": " (asked.choices.first().map_or("", |choice| choice.words.as_str())) }
                input type="hidden" name=(asked.name) value=(asked.answer.words);
            }
        },
    }
}

fn one_line(field: &Field, asked: &Question, width: Width, kind: &'static str) -> Markup {
    text(field, &TextAnswer { width, kind, ..TextAnswer::with(&asked.answer.words) })
}

fn one_of(field: &Field, asked: &Question) -> Markup {
    if asked.choices.len() > RADIOS_MOST {
        select(field, &with_blank(asked))
    } else {
        radios(field, &asked.chosen_choices(), long(asked))
    }
}

fn long(asked: &Question) -> bool {
    asked.choices.iter().any(|choice| choice.words.chars().count() > SHORT_CHOICE)
}

/// The choices of a list that drops down, with nothing chosen unless somebody chose.
fn with_blank(asked: &Question) -> Vec<super::super::fields::Choice> {
    let blank = super::super::fields::Choice::new("", "Choose");
    std::iter::once(blank).chain(asked.chosen_choices()).collect()
}

/// A day within a cell: the same three boxes, smaller.
fn small_day(asked: &Question) -> Markup {
    let name = &asked.name;
    let day = &asked.answer.day;
    let wrong = !asked.answer.error.is_empty();
    let box_of = |part: &str, label: &str, value: &str, width: &str, id: String| {
        html! {
            span.on-date-part {
                label for=(id) { span.on-hidden { (asked.label) ": " } (label) }
                input.on-input id=(id) name={ (name) "." (part) } value=(value) size=(width) autocomplete="off"
                    aria-invalid=[wrong.then_some("true")];
            }
        }
    };
    html! {
        div.on-row.on-date.on-date--small {
            (box_of("day", "Day", &day.day, "2", name.clone()))
            (box_of("month", "Month", &day.month, "3", format!("{name}.month")))
            (box_of("year", "Year", &day.year, "4", format!("{name}.year")))
        }
        @if wrong { p.on-error { span.on-hidden { "Error: " } (asked.answer.error) } }
    }
}

/// What was carried, then the box for what is true now. Where the browser can,
/// the style sheet shows that box only once "Change" is chosen.
fn with_carried(asked: &Question) -> Markup {
    let Some(from) = &asked.carried else { return control(asked) };
    let question = Carried {
        name: format!("{}.carried", asked.name),
        what: asked.label.trim_end_matches('?').to_owned(),
        source: from.source.clone(),
        value: from.value.clone(),
        answer: from.answer,
        error: if from.now.is_empty() || asked.answer.words.is_empty() {
            asked.error.clone()
        } else {
            String::new()
        },
    };
    let label = if from.now.is_empty() { "What is true now" } else { &from.now };
    let now = Question { label: label.into(), error: String::new(), carried: None, ..asked.clone() };
    html! { div.on-carry { (carried(&question)) div.on-carry-now { (control(&now)) } } }
}
