//! Gates: what a decision must carry, one file for each kind of decision.
//!
//! A gate answers with everything that is missing, each in a sentence that names the child, so that nobody
//! has to submit twice to learn two things. A happening has no gate: it is always recordable.

use chronology::{Occurred, PersonId};
use record::Event;

use crate::Circle;

/// Something that a decision lacks.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Missing {
    /// The failing that the gate answers: `F001`.
    pub failing: &'static str,
    /// The child it concerns.
    pub person: PersonId,
    /// The field to fill, if it is one of the decision's own.
    pub field: Option<&'static str>,
    /// What is missing, in a sentence naming the child.
    pub message: String,
    /// The kind of event to record first, if the gap lies elsewhere in the record.
    pub mend: Option<&'static str>,
}

/// A decision on its way into the record.
#[derive(Clone, Copy, Debug)]
pub struct Decision<'a> {
    /// When it was made.
    pub occurred: Occurred,
    /// What it says.
    pub event: &'a Event,
    /// Who writes it.
    pub author: &'a PersonId,
    /// Everything else in the same recording: whom it is about and what it says.
    pub together: &'a [(PersonId, Event)],
    /// For a worker's move: the children they have.
    pub caseload: &'a [PersonId],
}

/// A gate on one kind of decision.
#[derive(Debug)]
pub struct Gate {
    /// The kind of decision: `contact.decided`.
    pub kind: &'static str,
    /// The failings it answers.
    pub failings: &'static [&'static str],
    /// What it asks for, in a sentence.
    pub asks: &'static str,
    /// Everything that is missing.
    pub missing: fn(&Decision, &Circle) -> Vec<Missing>,
}

/// Every gate.
pub const GATES: &[&Gate] = &[];

/// Everything that a decision lacks. Nothing is ever asked of an event that no gate names.
pub fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let gates = GATES.iter().filter(|gate| gate.kind == decision.event.kind());
    gates.flat_map(|gate| (gate.missing)(decision, circle)).collect()
}

/// Whether a text says something.
pub(crate) fn said(text: &Option<String>) -> bool {
    text.as_ref().is_some_and(|text| !text.trim().is_empty())
}
