//! Values written as text, by the shape their kind declares.

use std::collections::{BTreeMap, BTreeSet};

use chronology::{Body, EntryId, Occurred, PersonId};
use jiff::civil::Date;
use serde_json::Value;

use super::moment;
use super::scalar::{may_stand_bare, plain_name, quoted, written};
use super::shape::Shape;
use crate::events::FieldInfo;
use crate::{ChoiceList, decode, kind_info};

/// Writes fields, noting which entries they name.
pub(super) struct Values<'a> {
    /// The entries that are being written, with their kinds and versions.
    present: BTreeMap<EntryId, (&'a str, u16)>,
    named: BTreeSet<EntryId>,
    /// The recording being written.
    pub(super) recording: u64,
}

impl<'a> Values<'a> {
    pub(super) fn new(present: BTreeMap<EntryId, (&'a str, u16)>) -> Self {
        Self { present, named: BTreeSet::new(), recording: 0 }
    }

    /// Whether a field written so far names this entry by its label.
    pub(super) fn is_named(&self, id: EntryId) -> bool {
        self.named.contains(&id)
    }

    /// The fields of a body, one or more lines each: those declared first, in their order.
    pub(super) fn fields(&mut self, body: &Body, declared: &[FieldInfo], indent: usize) -> String {
        let mut names: Vec<&String> = body.keys().collect();
        let place = |name: &str| declared.iter().position(|field| field.name == name).unwrap_or(usize::MAX);
        names.sort_by_key(|name| place(name));
        let corrected = body.get("entry").and_then(Value::as_str).and_then(|text| text.parse().ok());
        let mut text = String::new();
        for name in names {
            let shape = Shape::among(declared, name).unwrap_or(Shape::Free);
            let shown = if plain_name(name) { name.clone() } else { quoted(name) };
            let value = match (shape, corrected) {
                (Shape::Body, Some(entry)) => self.corrected(&body[name], entry, indent),
                _ => self.value(&body[name], shape, indent),
            };
            text.extend(std::iter::repeat_n(' ', indent));
            text.push_str(&shown);
            match value {
                Some(value) => text.push_str(&format!(":{value}")),
                None => text.push_str(&format!(" = {}\n", body[name])),
            }
        }
        text
    }

    /// What follows the colon, to the end of its last line; `None` if the value is not of the shape and must
    /// be written as JSON.
    fn value(&mut self, value: &Value, shape: Shape, indent: usize) -> Option<String> {
        match shape {
            Shape::Part(fields) => {
                let part = value.as_object().filter(|part| !part.is_empty())?;
                Some(format!("\n{}", self.fields(part, fields, indent + 2)))
            }
            Shape::Parts(fields) => self.parts(value.as_array()?, fields, indent),
            Shape::Answers => {
                let answers = value.as_object().filter(|answers| !answers.is_empty())?;
                Some(format!("\n{}", self.fields(answers, &[], indent + 2)))
            }
            Shape::Text | Shape::Free => Some(written(value.as_str()?, indent)),
            Shape::Flag => Some(if value.as_bool()? { " yes\n" } else { " no\n" }.to_owned()),
            Shape::Number => Some(format!(" {}\n", u32::try_from(value.as_u64()?).ok()?)),
            Shape::People => list(value, person),
            Shape::Codes => list(value, plain_code),
            Shape::Several(answers) => list(value, |one| code(one, answers)),
            Shape::Entries => list(value, |one| self.entry(one)),
            Shape::Choice(answers) => line(code(value, answers)),
            Shape::Person => line(person(value)),
            Shape::Entry => line(self.entry(value)),
            Shape::Day => line(value.as_str().filter(|text| is_day(text)).map(str::to_owned)),
            Shape::Occurred => line(moment_of(value)),
            Shape::Body => None,
        }
    }

    fn parts(&mut self, items: &[Value], fields: &[FieldInfo], indent: usize) -> Option<String> {
        let parts: Option<Vec<&Body>> = items.iter().map(Value::as_object).collect();
        let parts = parts.filter(|parts| !parts.is_empty())?;
        let mut text = "\n".to_owned();
        for part in parts {
            let mut lines = self.fields(part, fields, indent + 4);
            if lines.is_empty() {
                lines = format!("{:indent$}    \n", "");
            }
            // The dash stands in the indentation of the part's first line.
            lines.replace_range(indent + 2..indent + 4, if part.is_empty() { "-" } else { "- " });
            text.push_str(&lines);
        }
        Some(text)
    }

    fn entry(&mut self, value: &Value) -> Option<String> {
        let text = value.as_str()?;
        let id: EntryId = text.parse().ok().filter(|id: &EntryId| id.to_string() == text)?;
        if id.recording.0 <= self.recording && self.present.contains_key(&id) {
            self.named.insert(id);
            return Some(format!("@{id}"));
        }
        Some(id.to_string())
    }

    /// What a corrected entry should say, as fields of its kind, if the entry is among those written.
    fn corrected(&mut self, value: &Value, entry: EntryId, indent: usize) -> Option<String> {
        let (kind, version) = *self.present.get(&entry)?;
        let (info, body) = (kind_info(kind)?, value.as_object()?);
        if version != 1 || decode(kind, version, body).is_err() {
            return None;
        }
        Some(format!(" {kind}\n{}", self.fields(body, info.fields, indent + 2)))
    }
}

fn line(text: Option<String>) -> Option<String> {
    text.map(|text| format!(" {text}\n"))
}

fn list(value: &Value, one: impl FnMut(&Value) -> Option<String>) -> Option<String> {
    let items = value.as_array().filter(|items| !items.is_empty())?;
    let items: Option<Vec<String>> = items.iter().map(one).collect();
    line(items.map(|items| items.join(", ")))
}

fn person(value: &Value) -> Option<String> {
    value.as_str().filter(|text| PersonId::new(text).is_ok()).map(str::to_owned)
}

/// A code of the authority's own list, which no comma parts.
fn plain_code(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    (may_stand_bare(text) && text == text.trim() && !text.contains(',')).then(|| text.to_owned())
}

fn code(value: &Value, list: &ChoiceList) -> Option<String> {
    let text = value.as_str()?;
    let known = list.answers.iter().any(|(code, _)| *code == text);
    (known && may_stand_bare(text) && !text.contains(',')).then(|| text.to_owned())
}

fn is_day(text: &str) -> bool {
    text.parse::<Date>().is_ok_and(|day| day.to_string() == text)
}

fn moment_of(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let occurred: Occurred = text.parse().ok().filter(|occurred: &Occurred| occurred.to_string() == text)?;
    Some(moment::written(occurred))
}
