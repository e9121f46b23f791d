//! The decision, after a strategy discussion, whether enquiries are made.

use record::Event;
use record::events::{EnquiryDecision, Role};

use super::asking::{Asking, has_day, has_outcome, has_owner, says_what};
use super::{Decision, Gate, Missing};
use crate::Circle;

pub(super) const GATE: Gate = Gate {
    kind: "section_47_enquiry.decided",
    failings: &["F056"],
    asks: "Whether enquiries are made, the risk rating, the reasons, what is done if things get worse, and actions \
           that each have an owner, a day and an outcome. Who was there is never asked: a discussion without the \
           police is recorded as it was.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::EnquiryDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    let whether = format!("Say whether enquiries are made about {child}, and by whom.");
    asking.need(e.decision.is_some(), "F056", "decision", whether);
    asking.need(e.rating.is_some(), "F056", "rating", format!("Rate the risk to {child}."));
    asking.need_words(&e.reasons, "F056", "reasons", "Give the reasons for the decision");
    asking.need_words(&e.contingency, "F056", "contingency", "Say what is done if things get worse");
    let enquiries = matches!(e.decision, Some(EnquiryDecision::Joint | EnquiryDecision::Single));
    if enquiries {
        let none = format!("Give at least one action for {child}: who does what by when.");
        asking.need(!e.actions.is_empty(), "F056", "actions", none);
    }
    asking.need_actions(
        &e.actions,
        "F056",
        &[
            (says_what, "what will be done"),
            (has_owner, "who will do it"),
            (has_day, "by which day"),
            (has_outcome, "what it is to change"),
        ],
    );
    asking.need_decider(e.decided_by.as_ref(), "F056", Role::is_manager, "a manager");
    asking.missing()
}
