//! What somebody has written on a form so far: kept as it was typed, so that a draft is never refused.

use std::collections::BTreeMap;

use chronology::PersonId;
use serde::{Deserialize, Serialize};

use crate::form::{Form, Question};
use crate::process::Happened;

/// The answers on one form: those shared by every child, and each child's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// Answers to the questions asked once.
    #[serde(default)]
    pub shared: Part,
    /// Each child's own answers.
    #[serde(default)]
    pub children: BTreeMap<PersonId, Part>,
}

/// A set of answers, by the name of the question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What was written.
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
    /// What was done about each answer that was carried from earlier.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub carried: BTreeMap<String, Carry>,
}

/// An answer, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// One: words, a code, a day as typed, `yes` or `no`.
    One(String),
    /// Several codes or people.
    Several(Vec<String>),
    /// The rows of a table, each cell by the name of its column.
    Rows(Vec<Row>),
}

/// A row of a table.
pub type Row = BTreeMap<String, String>;

/// What was done about an answer carried from earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carry {
    /// Nothing yet: the form cannot be sent until somebody says whether it is still true.
    Unconfirmed,
    /// It is still true.
    Keep,
    /// It has changed: the new answer stands.
    Change,
    /// It is no longer true: there is no answer.
    Drop,
}

/// An answer carried from an earlier entry, offered for somebody to confirm, change or drop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The question.
    pub question: String,
    /// The earlier answer.
    pub answer: Answer,
    /// Which of the given events it comes from.
    pub from: usize,
}

impl Answer {
    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::One(text) => text.trim().is_empty(),
            Self::Several(several) => several.iter().all(|one| one.trim().is_empty()),
            Self::Rows(rows) => rows.iter().all(blank_row),
        }
    }
}

impl From<&str> for Answer {
    fn from(text: &str) -> Self {
        Self::One(text.to_owned())
    }
}

pub(crate) fn blank_row(row: &Row) -> bool {
    row.values().all(|cell| cell.trim().is_empty())
}

impl Part {
    /// The answer to a question, if there is one that stands: not blank, and not dropped.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        if self.carried.get(question) == Some(&Carry::Drop) {
            return None;
        }
        self.answers.get(question).filter(|answer| !answer.is_blank())
    }

    /// Writes an answer.
    pub fn set(&mut self, question: &str, answer: impl Into<Answer>) {
        self.answers.insert(question.to_owned(), answer.into());
    }

    /// Puts carried answers where nothing has been written, to be confirmed, changed or dropped.
    pub fn take(&mut self, offers: &[Offer]) {
        for offer in offers {
            if self.answers.contains_key(&offer.question) {
                continue;
            }
            self.answers.insert(offer.question.clone(), offer.answer.clone());
            self.carried.insert(offer.question.clone(), Carry::Unconfirmed);
        }
    }
}

impl Answers {
    /// Whether a question is asked, given the answers before it. `child` is whose part it stands in.
    pub fn asks(&self, form: &Form, question: &Question, child: Option<&PersonId>) -> bool {
        let Some(when) = &question.when else { return true };
        let Some(earlier) = form.question(&when.question) else { return false };
        let chosen = match self.part(earlier, child).and_then(|part| part.get(&earlier.id)) {
            Some(Answer::One(code)) => *code == when.is,
            Some(Answer::Several(codes)) => codes.contains(&when.is),
            _ => false,
        };
        chosen && self.asks(form, earlier, child)
    }

    /// The part in which a question's answer stands.
    pub fn part(&self, question: &Question, child: Option<&PersonId>) -> Option<&Part> {
        if question.shared { Some(&self.shared) } else { self.children.get(child?) }
    }
}

/// The answers that a form carries from what happened to one person, given in the order it happened: for
/// each question that carries, the latest entry of its kind that has the field.
pub fn offers(form: &Form, events: &[Happened<'_>]) -> Vec<Offer> {
    let offer = |question: &Question| {
        let carried = question.carried.as_ref()?;
        let from = events
            .iter()
            .rposition(|event| event.kind == carried.kind && event.body.contains_key(carried.field))?;
        let answer = crate::unfill::answer(&events[from].body[carried.field], question.kind)?;
        Some(Offer { question: question.id.clone(), answer, from })
    };
    form.questions.iter().filter_map(offer).collect()
}
