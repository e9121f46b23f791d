//! Closing a child's case.

use record::Event;
use record::events::{ProtectionPlanEnded, Role};

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;

pub(super) const GATE: Gate = Gate {
    kind: "closure.decided",
    failings: &["F043", "F049"],
    asks: "Why, by the national code and in words, what changed for the child, a manager who decides, and no \
           protection plan or section 47 enquiry still open.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ClosureDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let (child, day) = (asking.child(), asking.day());
    let code = format!("Say by the national code why {child}'s case closes.");
    asking.need(e.closure_reason.is_some(), "F043", "closure_reason", code);
    asking.need_words(&e.reason, "F043", "reason", "Give the reason for closing");
    asking.need_words(&e.outcome, "F049", "outcome", "Say what has changed");
    asking.need_decider(e.decided_by.as_ref(), "F043", Role::is_manager, "a manager");
    let ends_now = asking.together::<ProtectionPlanEnded>(circle.person).next().is_some();
    let plan = circle.timeline.protection_plan_on(day).is_some();
    let message = format!("{child}'s child protection plan is in force: it must end first.");
    asking.need_first(!plan || ends_now, "F043", "child_protection_plan.ended", message);
    let enquiry = circle.timeline.enquiries.iter().any(|enquiry| enquiry.open_on(day));
    let message = format!("The section 47 enquiry about {child} has no outcome yet.");
    asking.need_first(!enquiry, "F043", "section_47_enquiry.completed", message);
    asking.missing()
}
