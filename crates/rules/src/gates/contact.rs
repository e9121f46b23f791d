//! The decision on a contact.

use record::Event;
use record::events::{ContactDecided, ContactOutcome, ContactReceived, Role};

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;

pub(super) const GATE: Gate = Gate {
    kind: "contact.decided",
    failings: &["F001", "F002"],
    asks: "For each child the level of need, what it leads to, the reason, the history weighed (or that none was \
           found), and a decider entitled to decide: to end a concern of harm, a manager.",
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ContactDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let (level, outcome) = (e.level_of_need.is_some(), e.outcome.is_some());
    asking.need_weighed("contact", level, outcome, &e.reason, &e.history_weighed);
    if ends(e) && tells_of_harm(&asking, e) {
        let who = "the contact tells of possible harm, so a manager";
        asking.need_decider(e.decided_by.as_ref(), "F002", Role::is_manager, who);
    } else {
        let may = |role: Role| role.is_manager() || role == Role::Screener;
        asking.need_decider(e.decided_by.as_ref(), "F001", may, "a manager or a screener");
    }
    asking.missing()
}

/// Whether the decision ends the matter.
fn ends(e: &ContactDecided) -> bool {
    matches!(e.outcome, Some(ContactOutcome::NoFurtherAction | ContactOutcome::AdviceGiven))
}

/// Whether the contact decided tells of possible harm to the child.
fn tells_of_harm(asking: &Asking, e: &ContactDecided) -> bool {
    let contacts = &asking.circle.timeline.contacts;
    let known = match e.contact {
        Some(id) => contacts.iter().find(|contact| contact.by == id),
        None => contacts.iter().rev().find(|contact| contact.decided.is_none()),
    };
    let same = asking.together::<ContactReceived>(asking.circle.person);
    known.is_some_and(|contact| contact.said.concern_of_harm == Some(true))
        || same.into_iter().any(|contact| contact.concern_of_harm == Some(true))
}
