//! A worker's move: leaving a post.

use record::Event;
use record::events::Role;

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;
use crate::words::said;

pub(super) const GATE: Gate = Gate {
    kind: "post.vacated",
    failings: &["F182"],
    asks: "For every child the worker has: who has them now, what that worker must know, and what the child was told.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::PostVacated(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    for child in decision.caseload {
        let name = circle.name_of_unrecorded(child);
        let handover = e.handovers.iter().find(|handover| handover.child.as_ref() == Some(child));
        let Some(handover) = handover else {
            let message = format!("{name} has not been handed over.");
            asking.note(child.clone(), "F182", Some("handovers"), message, None);
            continue;
        };
        let parts = [
            (handover.to.is_some(), format!("Say who has {name} now.")),
            (said(&handover.handover), format!("Say what the next worker must know about {name}.")),
            (said(&handover.child_told), format!("Say what {name} was told, and when.")),
        ];
        for (_, message) in parts.into_iter().filter(|(given, _)| !given) {
            asking.note(child.clone(), "F182", Some("handovers"), message, None);
        }
    }
    asking.need_decider(e.decided_by.as_ref(), "F182", Role::is_manager, "a manager");
    asking.missing()
}
