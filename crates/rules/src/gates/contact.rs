//! The decision on a contact.

use calendar::display;
use record::Event;
use record::events::{ConcernRecorded, ContactDecided, ContactReceived, Role};
use record::timeline::Contact;

use super::asking::Asking;
use super::{Decision, FORMS_ASK_FROM, Gate, Missing};
use crate::Circle;
use crate::draw::{ends, third_without_assessment, within_a_year};
use crate::words::listed;

pub(super) const GATE: Gate = Gate {
    kind: "contact.decided",
    failings: &["F001", "F002", "F012"],
    asks: "For each child the level of need, what it leads to, the reason, the history weighed (or that none was \
           found), and a decider entitled to decide: to end a concern of harm, a manager; to end a third contact within twelve months without an \
           assessment, a head of service.",
    from: None,
    missing,
};

pub(super) const READ_TOGETHER: Gate = Gate {
    kind: "contact.decided",
    failings: &["F012"],
    asks: "That the contact was read together with the earlier contacts of the year.",
    from: Some(FORMS_ASK_FROM),
    missing: pattern,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ContactDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let (level, outcome) = (e.level_of_need.is_some(), e.outcome.is_some());
    asking.need_weighed("contact", level, outcome, &e.reason, &e.history_weighed);
    let contact = decided(circle, e);
    let third = contact.is_some_and(|contact| third_without_assessment(circle, contact));
    if ends(e.outcome) && third {
        let who = "this is the third contact or more within twelve months with no assessment and stands before the head of \
             service, so a head of service";
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

/// Whether the contact decided, or one of the same recording, tells of possible harm to the child, or a concern
/// was noted beside it: in its recording, or while it waited.
fn tells_of_harm(asking: &Asking, contact: Option<&Contact>) -> bool {
    let person = asking.circle.person;
    let told = asking.together::<ContactReceived>(person).any(|same| same.concern_of_harm == Some(true));
    let noted = asking.together::<ConcernRecorded>(person).next().is_some();
    told || noted || contact.is_some_and(|one| one.said.concern_of_harm == Some(true) || concern(asking, one))
}

fn concern(asking: &Asking, contact: &Contact) -> bool {
    let waited = contact.received.date()..=asking.day();
    let mut concerns = asking.circle.timeline.of::<ConcernRecorded>();
    concerns.any(|(entry, _)| entry.id.recording == contact.by.recording || waited.contains(&entry.day()))
}

/// Needs the decider to have read the contact together with the earlier ones of its year, where there are any.
fn pattern(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ContactDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let Some(contact) = decided(circle, e) else { return Vec::new() };
    let earlier = within_a_year(circle, contact).filter(|one| one.by != contact.by);
    let days: Vec<String> = earlier.map(|one| display::full_date(one.received.date())).collect();
    let child = asking.child();
    let read = format!(
        "Say that you read this contact about {child} together with the earlier of the last twelve months: {}.",
        listed(&days)
    );
    asking.need(days.is_empty() || e.pattern_read == Some(true), "F012", "pattern_read", read);
    asking.missing()
}
