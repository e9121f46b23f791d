//! Who was asked to a meeting, as far as its form says who came.

use practice::{Answer as Given, Row};

use crate::components::fields::Choice;
use crate::components::form::{Attending, Question};
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};
use crate::forms::Opened;

/// What a grid shows of each by itself; every other column is asked beneath.
const SHOWN: [&str; 4] = ["name", "capacity", "agency", "presence"];

/// Everybody on the form's attendance, with what the form asks of each beside whether they came.
pub(crate) fn people(opened: &Opened) -> Vec<Attending> {
    let Some(question) = opened.form.question("attendance") else { return Vec::new() };
    let drawn = crate::forms::asked(opened, None, question);
    let rows = match opened.answers.shared.get("attendance") {
        Some(Given::Rows(rows)) => rows.as_slice(),
        _ => &[],
    };
    rows.iter().enumerate().map(|(place, row)| one(place, row, &drawn)).collect()
}

fn one(place: usize, row: &Row, drawn: &Question) -> Attending {
    let text = |name: &str| row.get(name).cloned().unwrap_or_default();
    let cells = drawn.rows.get(place);
    let also = drawn.columns.iter().enumerate().filter(|(_, column)| !SHOWN.contains(&column.name.as_str()));
    let also: Vec<Question> = also
        .map(|(at, column)| {
            let answer = cells.and_then(|cells| cells.get(at)).cloned().unwrap_or_default();
            Question {
                name: format!("shared.attendance.{place}.{}", column.name),
                label: column.label.clone(),
                error: answer.error.clone(),
                answer,
                ..column.clone()
            }
        })
        .collect();
    let report = match (row.get("report_received_on"), row.get("report_shared_on")) {
        (Some(_), Some(_)) => Prose::new().tag(Tag::new(Tone::Met, "In, and read by the family")),
        (Some(_), None) => Prose::new().tag(Tag::new(Tone::Soon, "In; not yet read by the family")),
        _ => Prose::new(),
    };
    let wrong = cells.into_iter().flatten().find(|cell| !cell.error.is_empty());
    Attending {
        name: text("name"),
        capacity: text("capacity"),
        agency: text("agency"),
        person: text("person"),
        presence: text("presence"),
        tried: text("tried"),
        report,
        notes: wrong.map(|cell| Tag::new(Tone::Soon, cell.error.clone())).into_iter().collect(),
        also,
        ..Attending::default()
    }
}

/// The kinds of agency, as the form lists them.
pub(crate) fn agencies(opened: &Opened) -> Vec<Choice> {
    let question = opened.form.question("attendance");
    let column = question.and_then(|question| question.columns.iter().find(|column| column.id == "agency"));
    let options = column.map(|column| column.options.as_slice()).unwrap_or_default();
    options.iter().map(|option| Choice::new(&option.code, &option.label)).collect()
}
