//! One answer read as the value that is stored, or one plain sentence why it cannot be.

use chronology::{Body, EntryId, PersonId};
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::answers::{Answer, Row};
use crate::form::{Question, QuestionKind, Shape, base_shape, part_of};

/// The value of an answer that is not a table.
pub(super) fn value(question: &Question, answer: &Answer) -> Result<Value, String> {
    match (answer, question.kind) {
        (Answer::One(text), kind) if !kind.is_list() => one(question, text.trim()),
        (Answer::Several(several), QuestionKind::Several | QuestionKind::People) => list(question, several),
        // A browser sends a single box ticked as one answer.
        (Answer::One(text), QuestionKind::Several | QuestionKind::People) => {
            list(question, std::slice::from_ref(text))
        }
        _ => Err(format!("“{}” cannot be answered so", question.label)),
    }
}

fn one(question: &Question, text: &str) -> Result<Value, String> {
    let flag = question.fill.is_some_and(|field| base_shape(field) == Shape::Flag);
    match question.kind {
        QuestionKind::YesNo if flag => match text {
            "yes" => Ok(Value::Bool(true)),
            "no" => Ok(Value::Bool(false)),
            _ => Err(format!("Choose yes or no: “{}”", question.label)),
        },
        QuestionKind::YesNo | QuestionKind::Choice => chosen(question, text).map(Value::from),
        QuestionKind::Date => day(text).map(|day| json!(day.to_string())),
        QuestionKind::Number => text
            .parse::<u32>()
            .map(Value::from)
            .map_err(|_| format!("“{text}” is not a whole number: “{}”", question.label)),
        QuestionKind::Person => person(text).map(Value::from),
        QuestionKind::Entry => entry(text).map(Value::from),
        _ => Ok(Value::from(text)),
    }
}

fn list(question: &Question, several: &[String]) -> Result<Value, String> {
    let read = |text: &String| match question.kind {
        QuestionKind::People => person(text.trim()),
        _ => chosen(question, text.trim()),
    };
    several
        .iter()
        .filter(|text| !text.trim().is_empty())
        .map(read)
        .collect::<Result<Vec<_>, _>>()
        .map(Value::from)
}

fn chosen(question: &Question, code: &str) -> Result<String, String> {
    let published = question.fill.is_some_and(|field| base_shape(field) == Shape::Codes);
    match question.options.iter().find(|answer| answer.code == code) {
        Some(answer) => Ok(answer.code.clone()),
        // The list that the authority published is not this form's to know: the gate checks it.
        None if published && question.options.is_empty() => Ok(code.to_owned()),
        None => Err(format!("“{code}” is not one of the answers to “{}”", question.label)),
    }
}

fn person(text: &str) -> Result<String, String> {
    match PersonId::new(text) {
        Ok(person) => Ok(person.as_str().to_owned()),
        Err(_) => Err(format!("“{text}” is nobody in the record: choose from the list")),
    }
}

fn entry(text: &str) -> Result<String, String> {
    match text.parse::<EntryId>() {
        Ok(entry) => Ok(entry.to_string()),
        Err(_) => Err(format!("“{text}” is not an entry of the record")),
    }
}

/// A day, written as 2026-05-12 or as 12/5/2026.
fn day(text: &str) -> Result<Date, String> {
    let slashed = || {
        let mut parts = text.split(['/', '.']).map(|part| part.trim().parse::<i16>().ok());
        let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
        let known = parts.next().is_none() && (1900..2200).contains(&year);
        known.then(|| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())?
    };
    text.parse::<Date>()
        .ok()
        .or_else(slashed)
        .ok_or_else(|| format!("“{text}” is not a day: write it as 12/5/2026"))
}

/// Cells that fill fields of the part which the form's columns do not show.
pub(super) fn unshown(question: &Question, row: &Row) -> Body {
    let fields = question.fill.and_then(part_of).and_then(record::events::part_fields).unwrap_or(&[]);
    let mut cells = Body::new();
    for field in fields {
        let shown = question.columns.iter().any(|column| column.fill == Some(field));
        let cell = row.get(field.name).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        if let (false, Some(cell)) = (shown, cell) {
            let value = match base_shape(field) {
                Shape::Flag => Some(Value::Bool(cell == "yes")),
                Shape::Number => cell.parse::<u32>().ok().map(Value::from),
                _ => Some(Value::from(cell)),
            };
            cells.extend(value.map(|value| (field.name.to_owned(), value)));
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let may: Date = "2026-05-12".parse().unwrap();
        assert_eq!(day("2026-05-12"), Ok(may));
        assert_eq!(day("12/5/2026"), Ok(may));
        assert_eq!(day("12.05.2026"), Ok(may));
        assert_eq!(day("ongoing"), Err("“ongoing” is not a day: write it as 12/5/2026".to_owned()));
        assert!(day("31/2/2026").is_err() && day("1/2").is_err() && day("1/2/26").is_err());
    }
}
