//! A form: what to ask, and which field of which event each answer fills.

use record::{EventKind, FieldInfo};

mod links;
mod options;
mod reading;
mod shapes;

pub(crate) use reading::{mend_event, read_form};
pub(crate) use shapes::{Shape, base_shape, codes_of, part_of};

/// Questions a form may hold: as many as an assessment, laid out in sections, asks. More and nobody reads them.
pub const QUESTIONS_MOST: usize = 22;

/// A form of the practice: it records one event about one or several people.
#[derive(Clone, Debug)]
pub struct Form {
    /// Its name, the same as its file's: `visit`.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The event that it records.
    pub event: &'static EventKind,
    /// What kind of person or body it is about.
    pub about: About,
    /// Whether several children may share it: shared questions are asked once, the rest of each child.
    pub several_children: bool,
    /// Whether it decides something: then every question it asks must be answered, unless it is optional.
    /// A form about something that happened is recorded with gaps, and says what they are.
    pub decision: bool,
    /// What good work looks like.
    pub guidance: Option<String>,
    /// Kinds of event that the writer relies on: new ones since the form was opened are shown first.
    pub relies_on: Vec<String>,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The digest of its text, kept with what it records, so that answers can be read as they were asked.
    pub digest: String,
    /// Where it comes from, within its layer.
    pub file: String,
}

impl Form {
    /// The question of this name.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The questions asked once for all children, or all of them if the form is about one.
    pub fn shared(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.shared)
    }

    /// The questions asked of each child apart.
    pub fn own(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| !question.shared)
    }
}

/// What kind of person or body a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A child.
    Child,
    /// Anybody in the record.
    Person,
    /// Somebody who works with children.
    Professional,
    /// A team.
    Team,
    /// A post.
    Post,
}

impl About {
    /// Each, by its name in files.
    pub const ALL: [(&str, Self); 5] = [
        ("child", Self::Child),
        ("person", Self::Person),
        ("professional", Self::Professional),
        ("team", Self::Team),
        ("post", Self::Post),
    ];
}

/// A question of a form, or a column of a table of parts.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name, unique in the form; the field's name unless the form says otherwise.
    pub id: String,
    /// The question.
    pub label: String,
    /// Why it is asked: shown beneath the label.
    pub why: Option<String>,
    /// What good looks like: shown when asked for.
    pub guidance: Option<String>,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The field of the event that it fills; `None`: kept under `answers`, for people and not for rules.
    pub fill: Option<&'static FieldInfo>,
    /// The answers to choose among.
    pub options: Vec<Answerable>,
    /// The closed list that the options come from, if they are not the form's own.
    pub list: Option<&'static str>,
    /// The columns of a table of parts.
    pub columns: Vec<Question>,
    /// Whether one answer serves every child on the form.
    pub shared: bool,
    /// Whether leaving it blank is no gap.
    pub optional: bool,
    /// Whether the form is refused without it.
    pub needed: bool,
    /// When it is asked, if not always.
    pub when: Option<When>,
    /// Where an earlier answer is carried from, to be confirmed, changed or dropped.
    pub carried: Option<Carried>,
    /// Its line in the file.
    pub line: usize,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answerable {
    /// What is stored.
    pub code: String,
    /// What people read.
    pub label: String,
}

/// A question is asked only if an earlier one has this answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The earlier question.
    pub question: String,
    /// The code of its answer.
    pub is: String,
}

/// Where an answer is carried from: the person's latest live entry of a kind that has the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The kind of event.
    pub kind: &'static str,
    /// Its field.
    pub field: &'static str,
}

/// How a question is answered: a closed set. Anything cleverer is Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuestionKind {
    /// A line of words.
    Text,
    /// Paragraphs.
    LongText,
    /// A day.
    Date,
    /// Somebody in the record.
    Person,
    /// Several people in the record.
    People,
    /// Yes or no (and, where the list has it, not known).
    YesNo,
    /// A whole number.
    Number,
    /// One of a list.
    Choice,
    /// Several of a list.
    Several,
    /// A table: actions, attendance, views.
    Parts,
    /// A file kept with the record.
    File,
    /// The child's own words.
    Words,
    /// An earlier entry of the record, chosen by the page that the form is opened from.
    Entry,
}

impl QuestionKind {
    /// Each, by its name in files.
    pub const ALL: [(&str, Self); 13] = [
        ("text", Self::Text),
        ("long_text", Self::LongText),
        ("date", Self::Date),
        ("person", Self::Person),
        ("people", Self::People),
        ("yes_no", Self::YesNo),
        ("number", Self::Number),
        ("choice", Self::Choice),
        ("several", Self::Several),
        ("parts", Self::Parts),
        ("file", Self::File),
        ("words", Self::Words),
        ("entry", Self::Entry),
    ];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// Whether the answer is a list of codes, people or rows.
    pub fn is_list(self) -> bool {
        matches!(self, Self::People | Self::Several | Self::Parts)
    }
}
