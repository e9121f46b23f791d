//! What a browser sent: read as answers, exactly as typed, so that nothing is ever lost.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::{Form, RequestExt};
use chronology::{Occurred, PersonId};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use practice::{Answer, Answers, Carry, Question, QuestionKind};

use crate::problem::Problem;

/// A file that came with a form.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The control it came in.
    pub name: String,
    /// The name it had where it came from.
    pub file_name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The pairs of a form, in the order they came.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    pairs: Vec<(String, String)>,
    /// Files.
    pub uploads: Vec<Upload>,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Response> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let Form(pairs) = request
                .extract::<Form<Vec<(String, String)>>, _>()
                .await
                .map_err(IntoResponse::into_response)?;
            return Ok(Self { pairs, uploads: Vec::new() });
        }
        let mut parts: Multipart = request.extract().await.map_err(IntoResponse::into_response)?;
        let mut sent = Self::default();
        while let Some(part) = parts.next_field().await.map_err(IntoResponse::into_response)? {
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(IntoResponse::into_response)?;
            match file_name {
                Some(file_name) if !bytes.is_empty() => {
                    sent.uploads.push(Upload { name, file_name, bytes: bytes.to_vec() })
                }
                Some(_) => {}
                None => sent.pairs.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        Ok(sent)
    }
}

/// Cells that a form writes in by itself: alone they are no answer yet.
const SEEDED: [&str; 3] = [".who", ".agency", ".person"];

impl Sent {
    /// Pairs kept as a draft.
    pub fn of_pairs(pairs: Vec<(String, String)>) -> Self {
        Self { pairs, uploads: Vec::new() }
    }

    /// The pairs that make a draft: everything but the proofs and the button.
    pub fn draft_pairs(&self) -> Vec<(String, String)> {
        let kept = |(name, _): &&(String, String)| !["csrf", "do", "add", "draft"].contains(&name.as_str());
        self.pairs.iter().filter(kept).cloned().collect()
    }

    /// Adds or replaces what a control sent.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.pairs.retain(|(known, _)| known != name);
        self.pairs.push((name.to_owned(), value.into()));
    }

    /// Copies one child's answers to some questions (`PERSON.QUESTION+QUESTION`) to every other child who has
    /// none yet.
    pub(crate) fn copy(&mut self, parts: &str) -> Result<(), Problem> {
        let Some((from, questions)) = parts.split_once('.') else { return Ok(()) };
        let others: Vec<PersonId> =
            self.about()?.into_iter().filter(|child| child.as_str() != from).collect();
        for question in questions.split('+') {
            let given: Vec<(String, String)> = self.below(&format!("{from}.{question}"));
            for child in &others {
                let own = format!("{child}.{question}");
                let said = |(rest, value): &(String, String)| {
                    let seeded = SEEDED.iter().any(|cell| rest.ends_with(cell));
                    !seeded && !value.trim().is_empty()
                };
                if self.below(&own).iter().any(said) {
                    continue;
                }
                let under = format!("{own}.");
                self.pairs.retain(|(name, _)| *name != own && !name.starts_with(&under));
                self.pairs.extend(given.iter().map(|(rest, value)| (format!("{own}{rest}"), value.clone())));
            }
        }
        Ok(())
    }

    /// What a control and the controls below it sent, by what follows its name.
    fn below(&self, name: &str) -> Vec<(String, String)> {
        let rest = |(known, value): &(String, String)| {
            let rest = known.strip_prefix(name)?;
            (rest.is_empty() || rest.starts_with('.')).then(|| (rest.to_owned(), value.clone()))
        };
        self.pairs.iter().filter_map(rest).collect()
    }

    /// What a control sent, trimmed; nothing for a blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Everything a control sent.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.trim())
            .filter(|v| !v.is_empty())
    }

    /// Whether any control of this name or below it was sent.
    pub fn mentions(&self, name: &str) -> bool {
        self.pairs.iter().any(|(known, _)| {
            known == name || known.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
        })
    }

    /// The people a form is about.
    pub fn about(&self) -> Result<Vec<PersonId>, Problem> {
        let mut people = Vec::new();
        for id in
            self.all("about").flat_map(|value| value.split(',')).map(str::trim).filter(|id| !id.is_empty())
        {
            let person = PersonId::new(id).map_err(Problem::Refused)?;
            if !people.contains(&person) {
                people.push(person);
            }
        }
        Ok(people)
    }

    /// The answers to a practice form.
    pub fn answers(&self, form: &practice::Form, about: &[PersonId]) -> Answers {
        let mut answers = Answers::default();
        for question in form.shared() {
            self.put(&mut answers.shared, "shared", question);
        }
        for person in about {
            let part = answers.children.entry(person.clone()).or_default();
            form.own().for_each(|question| self.put(part, person.as_str(), question));
        }
        answers
    }

    fn put(&self, part: &mut practice::Part, scope: &str, question: &Question) {
        let name = format!("{scope}.{}", question.id);
        if let Some(answer) = self.answer(&name, question) {
            part.set(&question.id, answer);
        }
        let carry = match self.get(&format!("{name}.carried")) {
            Some("keep") => Some(Carry::Keep),
            Some("change") => Some(Carry::Change),
            Some("drop") => Some(Carry::Drop),
            _ => None,
        };
        part.carried.extend(carry.map(|carry| (question.id.clone(), carry)));
    }

    fn answer(&self, name: &str, question: &Question) -> Option<Answer> {
        match question.kind {
            QuestionKind::Several | QuestionKind::People => {
                let several: Vec<String> = self
                    .all(name)
                    .flat_map(|value| value.split(','))
                    .map(|value| value.trim().to_owned())
                    .collect();
                (!several.is_empty()).then_some(Answer::Several(several))
            }
            QuestionKind::Parts => {
                let rows = self.rows(name, question);
                (!rows.is_empty()).then_some(Answer::Rows(rows))
            }
            QuestionKind::Date => self.day(name).map(Answer::One),
            _ => self.get(name).map(|value| Answer::One(value.to_owned())),
        }
    }

    fn rows(&self, name: &str, question: &Question) -> Vec<BTreeMap<String, String>> {
        let mut rows: BTreeMap<usize, BTreeMap<String, String>> = BTreeMap::new();
        for (known, value) in &self.pairs {
            let Some(rest) = known.strip_prefix(name).and_then(|rest| rest.strip_prefix('.')) else {
                continue;
            };
            let Some((row, field)) = rest.split_once('.') else { continue };
            let Ok(row) = row.parse::<usize>() else { continue };
            let field = field.split('.').next().unwrap_or(field);
            let column = question.columns.iter().find(|column| column.id == field);
            let cell = match column.map(|column| column.kind) {
                Some(QuestionKind::Date) => self.day(&format!("{name}.{row}.{field}")),
                _ => Some(value.trim().to_owned()).filter(|value| !value.is_empty()),
            };
            if let Some(cell) = cell {
                rows.entry(row).or_default().insert(field.to_owned(), cell);
            }
        }
        rows.into_values().filter(|row| row.values().any(|cell| !cell.is_empty())).collect()
    }

    /// A day from its three boxes (or one box), as the answer of a date question is typed.
    fn day(&self, name: &str) -> Option<String> {
        let part = |end: &str| self.get(&format!("{name}.{end}"));
        match (part("day"), part("month"), part("year")) {
            (None, None, None) => self.get(name).map(str::to_owned),
            (Some(day), Some(month), Some(year)) => Some(format!("{day}/{}/{year}", month_number(month))),
            (day, month, year) => {
                let or_gap = |part: Option<&str>| part.unwrap_or("?").to_owned();
                Some(format!("{}/{}/{}", or_gap(day), or_gap(month), or_gap(year)))
            }
        }
    }

    /// A day as typed into its boxes, if it is one.
    pub fn typed_day(&self, name: &str) -> Option<Date> {
        read_day(&self.day(name)?)
    }

    /// When it happened: the quick answer or the boxes of `SCOPE.occurred`, with its time if given; `now`
    /// where nothing was asked or said.
    pub fn occurred(&self, scope: &str, now: Timestamp) -> Result<Occurred, String> {
        let name = format!("{scope}.occurred");
        let today = calendar::london::date_of(now);
        let boxes = self.day(&name);
        let day = match self.get(&format!("{name}.quick")) {
            Some("today") => Some(today),
            Some("yesterday") => today.yesterday().ok(),
            _ => match &boxes {
                Some(typed) => Some(
                    read_day(typed)
                        .ok_or_else(|| format!("“{typed}” is not a day: write it as 12/5/2026"))?,
                ),
                None => None,
            },
        };
        let time = self
            .get(&format!("{name}.time"))
            .map(|typed| {
                read_time(typed)
                    .ok_or_else(|| format!("“{typed}” is not a time: write it as 14:10 or 2:10pm"))
            })
            .transpose()?;
        match (day, time) {
            (None, None) => Ok(moment(now)),
            (None, Some(_)) => Err("Say on which day".to_owned()),
            (Some(day), None) => Ok(Occurred::day(day)),
            (Some(day), Some(time)) => {
                let zoned = calendar::london::zone().to_ambiguous_zoned(day.to_datetime(time)).compatible();
                let zoned = zoned
                    .map_err(|_| "That time did not exist on that day: the clocks went forward".to_owned())?;
                Ok(Occurred::moment(day, time, zoned.offset()))
            }
        }
    }
}

/// A moment, to the second, by the clock on England's walls.
pub fn moment(now: Timestamp) -> Occurred {
    let zoned = now.to_zoned(calendar::london::zone().clone());
    let time = Time::new(zoned.hour(), zoned.minute(), zoned.second(), 0).unwrap_or_default();
    Occurred::moment(zoned.date(), time, zoned.offset())
}

fn month_number(typed: &str) -> String {
    let named = typed.to_lowercase();
    let of = |month: &i8| {
        let first = Date::new(2000, *month, 1).map(calendar::display::month_name).unwrap_or_default();
        named.len() >= 3 && first.to_lowercase().starts_with(&named)
    };
    (1..=12_i8).find(of).map_or_else(|| typed.to_owned(), |month| month.to_string())
}

fn read_day(typed: &str) -> Option<Date> {
    if let Ok(date) = typed.parse() {
        return Some(date);
    }
    let mut parts = typed.split('/').map(|part| part.parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A time as people type it: 14:10, 14.10, 2:10pm, 2pm, 1410.
fn read_time(typed: &str) -> Option<Time> {
    let text = typed.to_lowercase().replace(' ', "");
    let (text, half) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(text), _) => (text.to_owned(), Some(12)),
        (_, Some(text)) => (text.to_owned(), Some(0)),
        _ => (text, None),
    };
    let (hour, minute) = match text.split_once([':', '.']) {
        Some((hour, minute)) => (hour.parse::<i8>().ok()?, minute.parse::<i8>().ok()?),
        None if text.len() == 4 => (text[..2].parse().ok()?, text[2..].parse().ok()?),
        None => (text.parse().ok()?, if half.is_some() { 0 } else { return None }),
    };
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        let two = Time::new(14, 10, 0, 0).ok();
        for typed in ["14:10", "14.10", "2:10pm", "2:10 PM", "1410"] {
            assert_eq!(read_time(typed), two, "{typed}");
        }
        assert_eq!(read_time("12am"), Time::new(0, 0, 0, 0).ok());
        assert_eq!(read_time("12pm"), Time::new(12, 0, 0, 0).ok());
        for wrong in ["", "25:00", "14", "13pm", "ten", "１４"] {
            assert_eq!(read_time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_half_typed_is_kept_as_it_was_typed() {
        let sent = Sent::of_pairs(vec![
            ("shared.by.day".into(), "3".into()),
            ("shared.by.year".into(), "2026".into()),
        ]);
        assert_eq!(sent.day("shared.by"), Some("3/?/2026".to_owned()));
        let named = Sent::of_pairs(vec![
            ("a.day".into(), "3".into()),
            ("a.month".into(), "Mar".into()),
            ("a.year".into(), "2026".into()),
        ]);
        assert_eq!(named.day("a"), Some("3/3/2026".to_owned()));
    }
}
