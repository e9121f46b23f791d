//! Early help: the decision that sends a child there, the step down to it, and the closure that follows.

use record::Event;
use record::codes::ClosureReason;
use record::events::{LevelOfNeed, Role, StepDownDecided};

use super::asking::Asking;
use super::{Decision, FORMS_ASK_FROM, Gate, Missing};
use crate::Circle;
use crate::early_help::{passed_on, steps_down};
use crate::words::said;

pub(super) const BELOW_THRESHOLD: Gate = Gate {
    kind: "contact.decided",
    failings: &["F013"],
    asks: "Where the level of need is early help: where help comes from and who in the family agreed, or why there is \
           none.",
    from: Some(FORMS_ASK_FROM),
    missing: below_threshold,
};

pub(super) const STEP_DOWN: Gate = Gate {
    kind: "step_down.decided",
    failings: &["F023"],
    asks: "Why, what the plan is from now on, who leads (or why nobody does), who is to take over, the handover, and a \
           manager who decides.",
    from: None,
    missing: step_down,
};

pub(super) const CLOSURE: Gate = Gate {
    kind: "closure.decided",
    failings: &["F023"],
    asks: "A case that closes to early help was stepped down, and early help has accepted.",
    from: Some(FORMS_ASK_FROM),
    missing: closure,
};

fn below_threshold(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ContactDecided(e) = decision.event else { return Vec::new() };
    if e.level_of_need != Some(LevelOfNeed::EarlyHelp) || passed_on(e.outcome) {
        return Vec::new();
    }
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    let none = said(&e.no_early_help_reason);
    let message = format!("Say where early help for {child} comes from, or why there is none.");
    asking.need(said(&e.early_help_destination) || none, "F013", "early_help_destination", message);
    let message = format!("Say who in the family agreed to early help for {child}, or why there is none.");
    asking.need(said(&e.early_help_consent) || none, "F013", "early_help_consent", message);
    asking.missing()
}

fn step_down(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::StepDownDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    asking.need_words(&e.reason, "F023", "reason", "Say why early help takes over");
    asking.need_words(&e.plan, "F023", "plan", "Say what the plan is from now on");
    let lead = e.lead.is_some() || said(&e.lead_name) || said(&e.no_lead_reason);
    let message = format!("Name the lead professional for {child}, or say why there is none.");
    asking.need(lead, "F023", "lead_name", message);
    let receiver = e.to_team.is_some() || said(&e.to_service);
    asking.need(receiver, "F023", "to_service", format!("Say who is to take over for {child}."));
    asking.need_words(&e.handover, "F023", "handover", "Write what the next worker must know");
    asking.need_decider(e.decided_by.as_ref(), "F023", Role::is_manager, "a manager");
    asking.missing()
}

fn closure(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ClosureDecided(e) = decision.event else { return Vec::new() };
    let to_early_help = ClosureReason::from_code("RC9");
    if e.closure_reason.is_none() || e.closure_reason != to_early_help {
        return Vec::new();
    }
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    let opened = asking.opened();
    let steps = steps_down(circle.timeline);
    let last = steps.iter().rev().find(|step| step.entry.day() >= opened);
    let now = asking.together::<StepDownDecided>(circle.person).next().is_some();
    let message = format!("{child}’s case closes to early help: decide the step down first, with who leads.");
    asking.need_first(last.is_some() || now, "F023", "step_down.decided", message);
    if last.is_some_and(|step| step.answer.is_none()) {
        let message = format!("Early help has not accepted {child} yet: nothing closes until it has.");
        asking.need_first(false, "F023", "step_down.accepted", message);
    }
    asking.missing()
}
