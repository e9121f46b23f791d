//! The outcome of enquiries.

use record::Event;
use record::events::{EnquiryOutcome, Role};

use super::asking::Asking;
use super::{Decision, FORMS_ASK_FROM, Gate, Missing};
use crate::Circle;
use crate::words::said;

pub(super) const GATE: Gate = Gate {
    kind: "section_47_enquiry.completed",
    failings: &["F042", "F058"],
    asks: "What was found, the findings in words, a manager who decides and, where risk continues, what the child is \
           in danger of with a safety goal and a scale, and a conference or why none.",
    from: None,
    missing,
};

pub(super) const WEIGHING: Gate = Gate {
    kind: "section_47_enquiry.completed",
    failings: &["F042"],
    asks: "The harm that has been, or that none was found, what protects the child, what it comes to and, where \
           concerns were borne out, what the child is in danger of with a scale.",
    from: Some(FORMS_ASK_FROM),
    missing: weighing,
};

fn weighing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::EnquiryCompleted(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    asking.need_words(&e.past_harm, "F042", "past_harm", "Say what harm has been, or that none was found,");
    asking.need_words(&e.protects, "F042", "protects", "Say what protects, or that nothing was found,");
    asking.need_words(&e.weighing, "F042", "weighing", "Say what harm and protection come to");
    if e.outcome == Some(EnquiryOutcome::SubstantiatedNoContinuingRisk) {
        let child = asking.child();
        let scaled = e.dangers.iter().any(|danger| said(&danger.statement) && danger.scale.is_some());
        let message = format!(
            "The concerns about {child} were borne out: say what harm was feared, and how safe {child} is now, from \
             0 to 10."
        );
        asking.need(scaled, "F042", "dangers", message);
    }
    asking.missing()
}

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::EnquiryCompleted(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    asking.need(
        e.outcome.is_some(),
        "F058",
        "outcome",
        format!("Say what the enquiries about {child} found."),
    );
    asking.need_words(&e.findings, "F058", "findings", "Write down the findings");
    asking.need_decider(e.decided_by.as_ref(), "F058", Role::is_manager, "a manager");
    if e.outcome == Some(EnquiryOutcome::SubstantiatedContinuingRisk) {
        let none = format!("Risk to {child} continues: say what {child} is in danger of.");
        asking.need(!e.dangers.is_empty(), "F042", "dangers", none);
        for danger in &e.dangers {
            let message =
                format!("Say what {child} is in danger of: who is worried, what may happen, what harm.");
            asking.need(said(&danger.statement), "F042", "dangers", message);
            let message = format!("Say what must be seen for {child} to be safe.");
            asking.need(said(&danger.safety_goal), "F042", "dangers", message);
            let message = format!("Say how safe {child} is now, from 0 to 10.");
            asking.need(danger.scale.is_some(), "F042", "dangers", message);
        }
        let conference = e.conference_requested == Some(true) || said(&e.no_conference_reason);
        let message = format!("Ask for a conference about {child}, or say why there is none.");
        asking.need(conference, "F042", "conference_requested", message);
    }
    asking.missing()
}
