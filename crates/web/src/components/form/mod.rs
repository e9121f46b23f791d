//! The one way a question of a practice form is drawn, on generic and special pages alike.
//!
//! The server has one parser for every form. It reads `shared.QUESTION` for what
//! is said once for all children and `PERSON.QUESTION` for a child's own part;
//! `NAME.day`, `.month`, `.year` and `.quick` for a day; `NAME.time`;
//! `NAME.carried` for keep, change or drop; `SCOPE.QUESTION.N.FIELD` for row N of
//! a table. A special page is another arrangement of the same [`Question`]s, and
//! what it does not place itself it draws with [`rest`], so that a question a
//! county adds is never lost.

mod ask;
mod attending;
mod rows;
mod sheet;

pub use ask::{cell, question};
pub use attending::{Attending, attending, told};
pub use rows::rows;
pub use sheet::{
    Act, FormSheet, Part, actions, form, form_page, happened, hidden_fields, part, picked, rail, rest, whom,
};

use super::carried::CarriedAnswer;
use super::fields::{Choice, DateAnswer};

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A line of words.
    #[default]
    Text,
    /// Paragraphs.
    LongText,
    /// A child's own words.
    Words,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A whole number.
    Number,
    /// Yes, no, and where the list has it not known.
    YesNo,
    /// One of a list.
    Choice,
    /// Several of a list.
    Several,
    /// Somebody: one of those listed, or a name when nobody is.
    Person,
    /// Several people.
    People,
    /// A table of parts.
    Parts,
    /// A file kept with the record.
    File,
    /// An earlier entry that the page was opened from: sent, and shown in words.
    Entry,
}

/// What has been answered so far, right or wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Words, a number, a time, or the value of an entry.
    pub words: String,
    /// The values chosen of a list.
    pub chosen: Vec<String>,
    /// The day as typed.
    pub day: DateAnswer,
    /// What to mend in a table's cell; a question's own stands in [`Question::error`].
    pub error: String,
}

impl Answer {
    /// Words.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    /// One of a list.
    #[must_use]
    pub fn chosen(value: impl Into<String>) -> Self {
        Self { chosen: vec![value.into()], ..Self::default() }
    }

    /// A day.
    #[must_use]
    pub fn day(day: impl Into<String>, month: impl Into<String>, year: impl Into<String>) -> Self {
        let day =
            DateAnswer { day: day.into(), month: month.into(), year: year.into(), ..DateAnswer::default() };
        Self { day, ..Self::default() }
    }
}

/// A value carried from an earlier record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedFrom {
    /// "the visit of Wed 18 March".
    pub source: String,
    /// The value as it was, in words.
    pub value: String,
    /// What the worker says of it.
    pub answer: CarriedAnswer,
    /// What the box beneath asks when it changed: "What is true now".
    pub now: String,
}

/// One question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// `shared.reason`, `NAN-2.worry`; of a table's column only the field: `owner_name`.
    pub name: String,
    /// The question.
    pub label: String,
    /// Why it is asked.
    pub hint: String,
    /// What good looks like; folded until asked for.
    pub guidance: String,
    /// How it is answered.
    pub kind: Kind,
    /// The answer so far.
    pub answer: Answer,
    /// The answers to choose among. Which are chosen stands in the answer.
    pub choices: Vec<Choice>,
    /// True when it may be left out.
    pub optional: bool,
    /// True when the label is read out and not shown.
    pub label_hidden: bool,
    /// What to mend. Empty when nothing is wrong.
    pub error: String,
    /// Advice beside the question; it never blocks.
    pub hint_margin: Vec<String>,
    /// Where an earlier answer comes from, to keep, change or drop.
    pub carried: Option<CarriedFrom>,
    /// Lines of a box shown at first; zero for the usual.
    pub lines: u8,
    /// The columns of a table of parts.
    pub columns: Vec<Question>,
    /// Its rows so far, an answer a column.
    pub rows: Vec<Vec<Answer>>,
    /// What its button says: "Add an action".
    pub add_words: String,
}

impl Question {
    /// A question not answered yet.
    #[must_use]
    pub fn new(kind: Kind, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { kind, name: name.into(), label: label.into(), ..Self::default() }
    }

    /// Why it is asked.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What good looks like.
    #[must_use]
    pub fn guidance(mut self, guidance: impl Into<String>) -> Self {
        self.guidance = guidance.into();
        self
    }

    /// With words already there.
    #[must_use]
    pub fn words(mut self, words: impl Into<String>) -> Self {
        self.answer.words = words.into();
        self
    }

    /// With this answer.
    #[must_use]
    pub fn answer(mut self, answer: Answer) -> Self {
        self.answer = answer;
        self
    }

    /// With these to choose among: values and words.
    #[must_use]
    pub fn choices(mut self, choices: &[(&str, &str)]) -> Self {
        self.choices = choices.iter().map(|(value, words)| Choice::new(*value, *words)).collect();
        self
    }

    /// With these chosen.
    #[must_use]
    pub fn chosen(mut self, values: &[&str]) -> Self {
        self.answer.chosen = values.iter().map(|value| (*value).to_owned()).collect();
        self
    }

    /// With a day in its boxes.
    #[must_use]
    pub fn day(mut self, day: &str, month: &str, year: &str) -> Self {
        self.answer = Answer::day(day, month, year);
        self
    }

    /// What to mend.
    #[must_use]
    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = error.into();
        self
    }

    /// Advice beside it.
    #[must_use]
    pub fn margin(mut self, advice: impl Into<String>) -> Self {
        self.hint_margin.push(advice.into());
        self
    }

    /// May be left out.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Carried from an earlier record.
    #[must_use]
    pub fn carried(mut self, carried: CarriedFrom) -> Self {
        self.carried = Some(carried);
        self
    }

    /// Lines of its box.
    #[must_use]
    pub fn lines(mut self, lines: u8) -> Self {
        self.lines = lines;
        self
    }

    /// Its name without the scope: `worry`.
    #[must_use]
    pub fn id(&self) -> &str {
        self.name.split_once('.').map_or(self.name.as_str(), |(_, id)| id)
    }

    /// The choices with those of the answer chosen.
    #[must_use]
    pub fn chosen_choices(&self) -> Vec<Choice> {
        self.choices
            .iter()
            .map(|choice| choice.clone().chosen(self.answer.chosen.contains(&choice.value)))
            .collect()
    }
}
