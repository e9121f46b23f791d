//! The decision on a contact.

use record::Event;
use record::events::{ContactDecided, ContactReceived, Role};
use record::timeline::Contact;

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;
use crate::draw::{CONTACTS_IN_A_YEAR, ends, within_a_year};

pub(super) const GATE: Gate = Gate {
    kind: "contact.decided",
    failings: &["F001", "F002", "F012"],
    asks: "For each child the level of need, what it leads to, the reason, the history weighed (or that none was \
           found), and a decider entitled to decide: to end a concern of harm, a manager; to end a third contact within twelve months without an assessment, a \
           head of service.",
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ContactDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let (level, outcome) = (e.level_of_need.is_some(), e.outcome.is_some());
    asking.need_weighed("contact", level, outcome, &e.reason, &e.history_weighed);
    let contact = decided(circle, e);
    let third = contact.is_some_and(|contact| third_without_assessment(circle, contact));
    if ends(e.outcome) && third {
        let who =
            "this is the third contact or more within twelve months with no assessment, so a head of service";
        let may = |role: Role| matches!(role, Role::HeadOfService | Role::Director);
        asking.need_decider(e.decided_by.as_ref(), "F012", may, who);
    } else if ends(e.outcome) && tells_of_harm(&asking, contact) {
        let who = "the contact tells of possible harm, so a manager";
        asking.need_decider(e.decided_by.as_ref(), "F002", Role::is_manager, who);
    } else {
        let may = |role: Role| role.is_manager() || role == Role::Screener;
        asking.need_decider(e.decided_by.as_ref(), "F001", may, "a manager or a screener");
    }
    asking.missing()
}

/// The contact decided: the one named, or the latest that waits.
fn decided<'a>(circle: &Circle<'a>, e: &ContactDecided) -> Option<&'a Contact> {
    let contacts = &circle.timeline.contacts;
    match e.contact {
        Some(id) => contacts.iter().find(|contact| contact.by == id),
        None => contacts.iter().rev().find(|contact| contact.decided.is_none()),
    }
}

/// Whether a contact is the third or later within twelve months in which the child was not assessed.
fn third_without_assessment(circle: &Circle, contact: &Contact) -> bool {
    let year: Vec<&Contact> = within_a_year(circle, contact).collect();
    let first = year.iter().map(|one| one.received.date()).min();
    let assessed = circle.timeline.assessments.iter().any(|one| Some(one.started.date()) >= first);
    year.len() >= CONTACTS_IN_A_YEAR && !assessed
}

/// Whether the contact decided, or one of the same recording, tells of possible harm to the child.
fn tells_of_harm(asking: &Asking, contact: Option<&Contact>) -> bool {
    let same = asking.together::<ContactReceived>(asking.circle.person);
    contact.is_some_and(|contact| contact.said.concern_of_harm == Some(true))
        || same.into_iter().any(|contact| contact.concern_of_harm == Some(true))
}
