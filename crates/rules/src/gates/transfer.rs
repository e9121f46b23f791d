//! Taking a child's case from another team, or not.

use record::Event;
use record::events::Role;

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;
use crate::words::said;

pub(super) const ACCEPTANCE: Gate = Gate {
    kind: "transfer.accepted",
    failings: &["F019"],
    asks: "A transfer that was asked for with a handover of this child, the worker who takes the child, what the child \
           was told, and a manager who decides.",
    from: None,
    missing: accepted,
};

pub(super) const REFUSAL: Gate = Gate {
    kind: "transfer.declined",
    failings: &["F019"],
    asks: "The reason, and a manager who decides.",
    from: None,
    missing: declined,
};

fn accepted(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::TransferAccepted(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    let waiting = circle.timeline.transfers.iter().rev().filter(|one| one.answered().is_none());
    let asked = waiting.clone().find(|one| e.transfer.is_none_or(|id| one.by == id));
    let none = format!("Nobody has asked for {child} to be transferred, or it was answered already.");
    asking.need_first(asked.is_some(), "F019", "transfer.requested", none);
    let handed = asked.is_none_or(|one| said(&one.said.handover));
    let blank =
        format!("The request does not say what the next worker must know about {child}: ask again with it.");
    asking.need_first(handed, "F019", "transfer.requested", blank);
    let worker = format!("Name the worker who takes {child}.");
    asking.need(e.worker.is_some(), "F019", "worker", worker);
    asking.need_words(
        &e.child_told,
        "F019",
        "child_told",
        "Say what the child was told about the change of worker",
    );
    asking.need_decider(e.decided_by.as_ref(), "F019", Role::is_manager, "a manager");
    asking.missing()
}

fn declined(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::TransferDeclined(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    asking.need_words(&e.reason, "F019", "reason", "Give the reason for declining the transfer");
    asking.need_decider(e.decided_by.as_ref(), "F019", Role::is_manager, "a manager");
    asking.missing()
}
