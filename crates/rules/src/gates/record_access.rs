//! Restricting a record, lifting a restriction, and sealing a record at adoption.

use record::Event;
use record::events::Role;

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;

/// These gates answer no failing of an inspection: they keep a record from the wrong eyes.
const NO_FAILING: &str = "";

pub(super) const RESTRICTION: Gate = Gate {
    kind: "restriction.placed",
    failings: &[],
    asks: "The reason, whom to ask, and a manager or the records officer who restricts.",
    from: None,
    missing: restriction,
};

pub(super) const LIFTING: Gate = Gate {
    kind: "restriction.lifted",
    failings: &[],
    asks: "The reason, and a manager or the records officer who lifts it.",
    from: None,
    missing: lifting,
};

// LAW: Adoption and Children Act 2002 s56 to s65: only those who keep the adoption records may join the two.
pub(super) const SEALING: Gate = Gate {
    kind: "record.sealed",
    failings: &[],
    asks: "The new record, the reason, and somebody who keeps the adoption records.",
    from: None,
    missing: sealing,
};

fn restriction(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::RestrictionPlaced(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    asking.need_words(&e.reason, NO_FAILING, "reason", "Say why the record is restricted");
    let message = format!("Say whom to ask for {}'s record.", asking.child());
    asking.need(e.ask.is_some(), NO_FAILING, "ask", message);
    may_restrict(&mut asking);
    asking.missing()
}

fn lifting(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::RestrictionLifted(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    asking.need_words(&e.reason, NO_FAILING, "reason", "Say why the restriction is lifted");
    may_restrict(&mut asking);
    asking.missing()
}

fn may_restrict(asking: &mut Asking) {
    let may = |role: Role| role.is_manager() || role == Role::RecordsOfficer;
    let author = asking.decision.author;
    if !asking.in_role(author, may) {
        let message = format!(
            "{} may not restrict or open {}'s record: a manager or the records officer may.",
            asking.circle.name_of_unrecorded(author),
            asking.child()
        );
        asking.note(asking.circle.person.clone(), NO_FAILING, None, message, None);
    }
}

fn sealing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::RecordSealed(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    asking.need(e.successor.is_some(), NO_FAILING, "successor", format!("Name the new record of {child}."));
    asking.need_words(&e.reason, NO_FAILING, "reason", "Say why the record is sealed");
    let author = decision.author;
    if !asking.in_role(author, |role| role == Role::AdoptionRecords) {
        let message = format!(
            "{} may not seal {child}'s record: only those who keep the adoption records may.",
            circle.name_of_unrecorded(author)
        );
        asking.note(circle.person.clone(), NO_FAILING, None, message, None);
    }
    asking.missing()
}
