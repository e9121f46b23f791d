//! From a form's answers to the bodies of the entries that it records.

use std::fmt;

use chronology::{Body, PersonId};
use serde_json::Value;

use crate::answers::{Answer, Answers, Carry, Part, blank_row};
use crate::form::{Form, Question};

mod values;

/// What a form records: the words shared by every child once, and each child's own part apart, as a
/// recording keeps them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    /// The shared part of each body; empty for a form about one person.
    pub shared: Body,
    /// Each person's own part.
    pub own: Vec<(PersonId, Body)>,
    /// Questions left unanswered that may be: shown to the writer and to the manager, and no hindrance.
    pub gaps: Vec<FieldFault>,
}

impl Filled {
    /// Each person's whole body: the shared part with their own laid over it.
    pub fn bodies(&self) -> Vec<(PersonId, Body)> {
        let whole = |(child, own): &(PersonId, Body)| (child.clone(), chronology::merged(&self.shared, own));
        self.own.iter().map(whole).collect()
    }
}

/// Why a form cannot be sent as it stands, or what it leaves out: one plain sentence at one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// Whose part of the form; `None` in the shared part.
    pub child: Option<PersonId>,
    /// The question; empty for the form as a whole.
    pub question: String,
    /// The row of a table, from 0.
    pub row: Option<usize>,
    /// The column of a table.
    pub column: Option<String>,
    /// What to do, in one sentence.
    pub message: String,
}

impl fmt::Display for FieldFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Turns the answers of a form into the bodies of the entries it records: typed fields, the form's own
/// questions under `answers`, and the form's digest.
///
/// An answer to a question that is not asked (its `when` does not hold) is left out. On a form that decides,
/// every question must be answered unless it is optional; on a form about something that happened, only
/// those without which nothing could be recorded.
///
/// # Errors
/// Every answer that cannot be read, every one that is missing and must be there, and every carried answer
/// that nobody has confirmed, changed or dropped.
///
/// ```
/// use practice::{Answers, Practice, fill};
/// let practice = Practice::of_county("england").unwrap();
/// let form = practice.form("case_note").unwrap();
/// let mut answers = Answers::default();
/// answers.shared.set("note", "Tamsin rang: Jory was at school on time all week.");
/// answers.children.entry("jory".parse().unwrap()).or_default();
/// let filled = fill(form, &answers).unwrap();
/// assert_eq!(filled.bodies()[0].1["note"], "Tamsin rang: Jory was at school on time all week.");
/// assert!(filled.gaps.iter().any(|gap| gap.question == "purpose"));
/// ```
pub fn fill(form: &Form, answers: &Answers) -> Result<Filled, Vec<FieldFault>> {
    let (filled, mut faults) = read(form, answers);
    if faults.is_empty() {
        faults.extend(undecodable(form, &filled));
    }
    if faults.is_empty() { Ok(filled) } else { Err(faults) }
}

/// What can be read of a draft so far, each person's whole body: for hints beside the questions while they
/// are being answered. It is not fit to be recorded.
pub fn so_far(form: &Form, answers: &Answers) -> Vec<(PersonId, Body)> {
    read(form, answers).0.bodies()
}

fn read(form: &Form, answers: &Answers) -> (Filled, Vec<FieldFault>) {
    let mut work = Work { form, answers, faults: Vec::new(), gaps: Vec::new() };
    let shared = work.part(None, form.shared());
    let own: Vec<(PersonId, Written)> =
        answers.children.keys().map(|child| (child.clone(), work.part(Some(child), form.own()))).collect();
    work.check_whole(&shared, &own);
    (assemble(form, shared, own, work.gaps), work.faults)
}

/// One part's fields and its practice answers, before they are put together.
#[derive(Default)]
struct Written {
    fields: Body,
    answers: Body,
}

struct Work<'f> {
    form: &'f Form,
    answers: &'f Answers,
    faults: Vec<FieldFault>,
    gaps: Vec<FieldFault>,
}

/// Where a fault stands.
#[derive(Clone, Copy)]
struct Spot<'f> {
    child: Option<&'f PersonId>,
    question: &'f Question,
    cell: Option<(usize, &'f str)>,
}

impl Spot<'_> {
    fn fault(self, message: String) -> FieldFault {
        FieldFault {
            child: self.child.cloned(),
            question: self.question.id.clone(),
            row: self.cell.map(|(row, _)| row),
            column: self.cell.map(|(_, column)| column.to_owned()),
            message,
        }
    }
}

impl<'f> Work<'f> {
    fn part(
        &mut self,
        child: Option<&'f PersonId>,
        questions: impl Iterator<Item = &'f Question>,
    ) -> Written {
        let mut written = Written::default();
        for question in questions.filter(|question| self.answers.asks(self.form, question, child)) {
            let Some(part) = self.answers.part(question, child) else { continue };
            let Some(value) = self.value(Spot { child, question, cell: None }, part) else { continue };
            match question.fill {
                Some(field) => written.fields.insert(field.name.to_owned(), value),
                None => written.answers.insert(question.id.clone(), value),
            };
        }
        written
    }

    fn value(&mut self, spot: Spot<'f>, part: &'f Part) -> Option<Value> {
        let question = spot.question;
        if part.carried.get(&question.id) == Some(&Carry::Unconfirmed) {
            let message = format!("Say whether this is still true: “{}”", question.label);
            self.faults.push(spot.fault(message));
            return None;
        }
        let Some(answer) = part.get(&question.id) else {
            self.missing(spot, question);
            return None;
        };
        let read = match (answer, question.columns.is_empty()) {
            (Answer::Rows(rows), false) => Some(self.rows(spot, rows)),
            (Answer::Rows(_), true) | (_, false) => {
                self.faults.push(spot.fault(format!("“{}” cannot be answered so", question.label)));
                None
            }
            (answer, true) => match values::value(question, answer) {
                Ok(value) => Some(value),
                Err(message) => {
                    self.faults.push(spot.fault(message));
                    None
                }
            },
        }?;
        match (question.fill.map(crate::form::base_shape), read) {
            (Some(crate::form::Shape::One(_)), Value::Array(rows)) if rows.len() > 1 => {
                self.faults.push(spot.fault(format!("Write one only: “{}”", question.label)));
                None
            }
            (Some(crate::form::Shape::One(_)), Value::Array(rows)) => rows.into_iter().next(),
            (_, value) => Some(value),
        }
    }

    fn rows(&mut self, spot: Spot<'f>, rows: &'f [crate::answers::Row]) -> Value {
        let mut values = Vec::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| !blank_row(row)) {
            let mut cells = Body::new();
            for column in &spot.question.columns {
                let name = column.fill.map_or(column.id.as_str(), |field| field.name);
                let here = Spot { cell: Some((at, &column.id)), ..spot };
                match row.get(&column.id).filter(|cell| !cell.trim().is_empty()) {
                    None => self.missing(here, column),
                    Some(cell) => match values::value(column, &Answer::One(cell.clone())) {
                        Ok(value) => drop(cells.insert(name.to_owned(), value)),
                        Err(message) => self.faults.push(here.fault(message)),
                    },
                }
            }
            // A cell that the form does not show was carried from an earlier version, and stays.
            cells.extend(values::unshown(spot.question, row));
            values.push(Value::Object(cells));
        }
        Value::Array(values)
    }

    fn missing(&mut self, spot: Spot<'f>, asked: &Question) {
        if asked.optional {
            return;
        }
        let fault = spot.fault(format!("Answer “{}”", asked.label));
        let refuses = asked.needed || self.form.decision;
        if refuses { &mut self.faults } else { &mut self.gaps }.push(fault);
    }

    fn check_whole(&mut self, shared: &Written, own: &[(PersonId, Written)]) {
        let mut whole = |message: &str| {
            let (question, message) = (String::new(), message.to_owned());
            self.faults.push(FieldFault { child: None, question, row: None, column: None, message });
        };
        if own.is_empty() {
            whole("Say whom this is about");
        } else if own.len() > 1 && !self.form.several_children {
            whole("This form is about one person: record each apart");
        }
        let blank = |written: &Written| written.fields.is_empty() && written.answers.is_empty();
        if blank(shared) && own.iter().all(|(_, written)| blank(written)) && self.faults.is_empty() {
            let (question, message) = (String::new(), "Nothing has been written yet".to_owned());
            self.faults.push(FieldFault { child: None, question, row: None, column: None, message });
        }
    }
}

/// Puts the parts together. The shared answers stand in the shared part unless a child has answers of their
/// own: a body has one `answers`, and the child's would hide the shared ones.
fn assemble(form: &Form, shared: Written, own: Vec<(PersonId, Written)>, gaps: Vec<FieldFault>) -> Filled {
    let apart = !form.several_children || own.iter().any(|(_, written)| !written.answers.is_empty());
    let digest = Value::String(form.digest.clone());
    let mut filled = Filled { shared: shared.fields, own: Vec::new(), gaps };
    if form.several_children {
        filled.shared.insert("form".to_owned(), digest.clone());
    }
    if !apart && !shared.answers.is_empty() {
        filled.shared.insert("answers".to_owned(), Value::Object(shared.answers.clone()));
    }
    for (child, written) in own {
        let mut body = written.fields;
        let answers = if apart { chronology::merged(&shared.answers, &written.answers) } else { Body::new() };
        if !answers.is_empty() {
            body.insert("answers".to_owned(), Value::Object(answers));
        }
        if !form.several_children {
            body.insert("form".to_owned(), digest.clone());
        }
        filled.own.push((child, body));
    }
    filled
}

/// The record's own word on each body: the last assertion before anything is written.
fn undecodable(form: &Form, filled: &Filled) -> Vec<FieldFault> {
    let refused = |(child, body): (PersonId, Body)| {
        let fault = record::decode(form.event.kind, 1, &body).err()?;
        let (question, message) = (String::new(), fault.message);
        Some(FieldFault { child: Some(child), question, row: None, column: None, message })
    };
    filled.bodies().into_iter().filter_map(refused).collect()
}
