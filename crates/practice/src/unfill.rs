//! From the bodies of entries back to the answers of a form: for corrections, and for returned work.

use std::collections::BTreeMap;

use chronology::{Body, PersonId};
use serde_json::Value;

use crate::answers::{Answer, Answers, Part, Row};
use crate::form::{Form, Question, QuestionKind};

/// Answers read back from entries, and what the form has no question for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unfilled {
    /// The answers.
    pub answers: Answers,
    /// Fields that the form does not ask: a correction must carry them on, or they would be lost.
    pub unasked: BTreeMap<PersonId, Body>,
}

/// Reads whole bodies, one for each person, back as answers of the form. A shared question is answered by
/// the first body that has it.
///
/// What a form fills, it reads back:
/// ```
/// use practice::{Answers, Practice, fill, unfill};
/// let practice = Practice::of_county("cornwall").unwrap();
/// let form = practice.form("direct_work").unwrap();
/// let mut answers = Answers::default();
/// let jory = answers.children.entry("jory".parse().unwrap()).or_default();
/// jory.set("signs_tool", "three_houses");
/// jory.set("what", "Drew three houses at the kitchen table.");
/// jory.set("words", "“In my dream house nobody shouts.”");
/// let filled = fill(form, &answers).unwrap();
/// assert_eq!(unfill(form, &filled.bodies()).answers, answers);
/// ```
pub fn unfill(form: &Form, bodies: &[(PersonId, Body)]) -> Unfilled {
    let mut unfilled = Unfilled::default();
    for question in form.shared() {
        let first = bodies.iter().find_map(|(_, body)| stored(question, body));
        put(&mut unfilled.answers.shared, question, first);
    }
    for (child, body) in bodies {
        let mut part = Part::default();
        form.own().for_each(|question| put(&mut part, question, stored(question, body)));
        unfilled.answers.children.insert(child.clone(), part);
        let unasked = unasked(form, body);
        if !unasked.is_empty() {
            unfilled.unasked.insert(child.clone(), unasked);
        }
    }
    unfilled
}

fn put(part: &mut Part, question: &Question, value: Option<&Value>) {
    if let Some(answer) = value.and_then(|value| answer(value, question.kind)) {
        part.answers.insert(question.id.clone(), answer);
    }
}

fn stored<'b>(question: &Question, body: &'b Body) -> Option<&'b Value> {
    match question.fill {
        Some(field) => body.get(field.name),
        None => body.get("answers")?.get(&question.id),
    }
}

/// A stored value as the answer that would have given it; `None` for one that no answer gives.
pub(crate) fn answer(value: &Value, kind: QuestionKind) -> Option<Answer> {
    match (kind, value) {
        (QuestionKind::Parts, Value::Array(rows)) => Some(Answer::Rows(rows.iter().map(row).collect())),
        (QuestionKind::Parts, Value::Object(_)) => Some(Answer::Rows(vec![row(value)])),
        (_, Value::Array(several)) => Some(Answer::Several(several.iter().filter_map(text).collect())),
        (_, value) => text(value).map(Answer::One),
    }
}

fn row(value: &Value) -> Row {
    let cells = value.as_object().into_iter().flatten();
    cells.filter_map(|(name, cell)| Some((name.clone(), text(cell)?))).collect()
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Bool(false) => Some("no".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn unasked(form: &Form, body: &Body) -> Body {
    let asked = |name: &str| {
        form.questions.iter().any(|question| question.fill.is_some_and(|field| field.name == name))
    };
    let beside = |name: &str| record::events::BESIDE_FIELDS.contains(&name);
    body.iter()
        .filter(|(name, _)| !asked(name) && !beside(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}
