//! A second look at a decision to end a contact.

use record::Event;
use record::events::Role;

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;

pub(super) const GATE: Gate = Gate {
    kind: "decision.reviewed",
    failings: &["F003"],
    asks: "Which decision, whether it is upheld or overturned and why, by a manager who did not make it.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::DecisionReviewed(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    let mut made = circle.timeline.contacts.iter().flat_map(|contact| contact.decisions());
    let made = made.find(|made| made.by == e.decision);
    let what = format!("Say which decision on a contact about {child} was looked at.");
    asking.need(made.is_some(), "F003", "decision", what);
    asking.need(
        e.result.is_some(),
        "F003",
        "result",
        format!("Say whether the decision for {child} is upheld."),
    );
    asking.need_words(
        &e.reason,
        "F003",
        "reason",
        "Give the reason for upholding or overturning the decision",
    );
    asking.need_decider(e.reviewed_by.as_ref(), "F003", Role::is_manager, "a manager");
    let own = made.is_some_and(|made| made.decided_by.is_some() && made.decided_by == e.reviewed_by);
    let message =
        format!("{child}’s decision is looked at again by another manager than the one who made it.");
    asking.need(!own, "F003", "reviewed_by", message);
    asking.missing()
}
