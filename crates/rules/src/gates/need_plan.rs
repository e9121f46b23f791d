//! Agreeing a child in need plan.

use record::Event;

use super::asking::{Asking, has_day, has_measure, has_need, has_outcome, has_owner, says_what};
use super::{Decision, FORMS_ASK_FROM, Gate, Missing};
use crate::Circle;

pub(super) const GATE: Gate = Gate {
    kind: "child_in_need_plan.agreed",
    failings: &["F065", "F042"],
    asks: "What will be different, actions that each say the need, what will be done, who by when, what it changes \
           and how we shall know, how often the child is seen, when it is looked at again, what is done if it fails, \
           words the parents have gone through on a day, and the risk weighed.",
    from: Some(FORMS_ASK_FROM),
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::NeedPlanStarted(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    asking.need_words(&e.outcomes, "F065", "outcomes", "Say what will be different");
    let none = format!("Give the plan for {child} at least one action: who does what by when.");
    asking.need(!e.actions.is_empty(), "F065", "actions", none);
    asking.need_actions(
        &e.actions,
        "F065",
        &[
            (says_what, "what will be done"),
            (has_need, "which need it answers"),
            (has_owner, "who will do it"),
            (has_day, "by which day"),
            (has_outcome, "what it changes"),
            (has_measure, "how we shall know"),
        ],
    );
    let seen = e.visit_every_working_days.is_some_and(|days| days > 0);
    asking.need(seen, "F065", "visit_every_working_days", format!("Say how often {child} will be seen."));
    let review = format!("Say when the plan for {child} is next looked at.");
    asking.need(e.review_on.is_some(), "F065", "review_on", review);
    asking.need_words(&e.contingency, "F065", "contingency", "Say what is done if the plan fails");
    asking.need_words(&e.parents_version, "F065", "parents_version", "Write the plan in the parents’ words");
    let read = format!("Say on which day the parents went through the plan for {child}.");
    asking.need(e.parents_read_on.is_some(), "F065", "parents_read_on", read);
    asking.need_weighed_risk(asking.opened(), "F042");
    asking.missing()
}
