//! The decision of a conference.

use record::events::{Agency, Attendance, ConferenceDecided, ConferenceHeld, Presence, Role};
use record::{Choices, Event};

use super::asking::{Asking, has_agency, has_day, has_owner, says_what};
use super::{Decision, Gate, Missing};
use crate::Circle;

pub(super) const GATE: Gate = Gate {
    kind: "conference.decided",
    failings: &["F063"],
    asks: "For each child whether a plan is needed and why, the category if one is, the view of every agency that was \
           there, and an outline plan in which each action has an agency, a person and a day.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ConferenceDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    let whether = format!("Say whether {child} needs a child protection plan.");
    asking.need(e.plan_needed.is_some(), "F063", "plan_needed", whether);
    asking.need_words(&e.reason, "F063", "reason", "Give the reason for the decision");
    if e.plan_needed == Some(true) {
        let category = format!("Say under which category {child} needs a plan.");
        asking.need(e.category.is_some(), "F063", "category", category);
        let none = format!("Give the outline plan for {child}: who does what by when, for which agency.");
        asking.need(!e.actions.is_empty(), "F063", "actions", none);
    }
    asking.need_actions(
        &e.actions,
        "F063",
        &[
            (says_what, "what will be done"),
            (has_agency, "which agency answers for it"),
            (has_owner, "who will do it"),
            (has_day, "by which day"),
        ],
    );
    views(&mut asking, e);
    chair(&mut asking, e);
    asking.missing()
}

/// Each agency that was there says what it thinks, those that differ among them.
fn views(asking: &mut Asking, e: &ConferenceDecided) {
    for agency in agencies_there(asking) {
        let heard = e.views.iter().any(|view| view.agency == Some(agency) && view.agrees.is_some());
        let message = format!("Say what {} thought of the decision for {}.", agency.label(), asking.child());
        asking.need(heard, "F063", "views", message);
    }
}

/// The agencies at the conference decided upon: held in this recording, or the latest before it. Family
/// members speak for themselves.
fn agencies_there(asking: &Asking) -> Vec<Agency> {
    let circle = asking.circle;
    let now = asking.together::<ConferenceHeld>(circle.person).last();
    let held = now.or_else(|| {
        let mut kept = circle.timeline.of::<ConferenceHeld>();
        kept.rfind(|(entry, _)| entry.day() <= asking.day()).map(|(_, held)| held)
    });
    let attendance: &[Attendance] = held.map(|held| held.attendance.as_slice()).unwrap_or_default();
    let there = |one: &&Attendance| matches!(one.presence, Some(Presence::Present | Presence::Remote));
    let mut agencies: Vec<Agency> =
        attendance.iter().filter(there).filter_map(|one| circle.agency_of(one)).collect();
    agencies.retain(|agency| *agency != Agency::Family);
    agencies.sort();
    agencies.dedup();
    agencies
}

/// A chair decides; whoever keeps the record may write it down for them.
fn chair(asking: &mut Asking, e: &ConferenceDecided) {
    let may = |role: Role| role == Role::ConferenceChair;
    let clerk = asking.in_role(asking.decision.author, |role| role == Role::Administrator);
    match e.decided_by.as_ref().filter(|decider| clerk && asking.in_role(decider, may)) {
        Some(_) => {}
        None => asking.need_decider(e.decided_by.as_ref(), "F063", may, "the conference's chair"),
    }
}
