//! Gates: what a decision must carry, one file for each kind of decision.
//!
//! A gate answers with everything that is missing, each in a sentence that names the child, so that nobody
//! has to submit twice to learn two things. A happening has no gate: it is always recordable.

use chronology::{Occurred, PersonId};
use jiff::civil::{Date, date};
use record::Event;

use crate::Circle;

mod agencies;
mod allocation;
mod asking;
mod assessment;
mod closure;
mod closure_evidence;
mod conference;
mod contact;
mod decision_review;
mod disagreement;
mod early_help;
mod enquiry_decision;
mod enquiry_outcome;
mod figures;
mod need_plan;
mod post;
mod protection_plan;
mod record_access;
mod referral;
mod threshold;
mod transfer;

/// Something that a decision lacks.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Missing {
    /// The failing that the gate answers: `F001`; empty where the law asks and no inspection named it.
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
    /// For a worker's move, the children they have; for an allocation, those whom the worker to be allocated
    /// has already.
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
    /// The first day of decisions it binds, where an earlier decision may stand or be corrected without it: no form
    /// asked for it then.
    pub from: Option<Date>,
    /// Everything that is missing.
    pub missing: fn(&Decision, &Circle) -> Vec<Missing>,
}

/// The first day of decisions that carry what no form asked for before: that a contact was read with those of its year,
/// what each agency answered, a weighing of risk, what became of each need, a plan the parents have read.
pub(crate) const FORMS_ASK_FROM: Date = date(2026, 1, 1);

/// Every gate, in the order of a child's journey.
pub const GATES: &[&Gate] = &[
    &threshold::PUBLICATION,
    &contact::GATE,
    &threshold::CITATION,
    &contact::READ_TOGETHER,
    &early_help::BELOW_THRESHOLD,
    &decision_review::GATE,
    &disagreement::GATE,
    &referral::GATE,
    &allocation::GATE,
    &transfer::ACCEPTANCE,
    &transfer::REFUSAL,
    &assessment::GATE,
    &agencies::GATE,
    &enquiry_decision::GATE,
    &enquiry_outcome::GATE,
    &enquiry_outcome::WEIGHING,
    &conference::GATE,
    &need_plan::GATE,
    &protection_plan::APPROVAL,
    &protection_plan::WHOLE,
    &protection_plan::END,
    &closure::GATE,
    &closure_evidence::GATE,
    &early_help::STEP_DOWN,
    &early_help::CLOSURE,
    &post::GATE,
    &figures::AIM,
    &figures::REFERENCE,
    &figures::COMMENTARY,
    &record_access::RESTRICTION,
    &record_access::LIFTING,
    &record_access::SEALING,
];

/// Everything that a decision lacks. Nothing is ever asked of an event that no gate names.
///
/// The circle must hold the author and everybody whom the decision names, since a gate asks in which role they
/// were, and the other children of the household. Each decision of a recording is asked by itself: a gate on one
/// child asks for another child only what that child's own decision in the same recording would not ask.
pub fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let day = decision.occurred.date();
    let binds =
        |gate: &&&Gate| gate.kind == decision.event.kind() && gate.from.is_none_or(|from| from <= day);
    let gates = GATES.iter().filter(binds);
    gates.flat_map(|gate| (gate.missing)(decision, circle)).collect()
}
