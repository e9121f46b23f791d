//! Approving what a child protection plan says, and ending the plan.

use chronology::PersonId;
use record::Event;
use record::events::{ConferenceDecided, ProtectionPlanRevised, Role};

use super::asking::{Asking, has_day, has_measure, has_need, has_outcome, has_owner, says_what};
use super::{Decision, FORMS_ASK_FROM, Gate, Missing};
use crate::Circle;
use crate::words::said;

pub(super) const APPROVAL: Gate = Gate {
    kind: "child_protection_plan.approved",
    failings: &["F065", "F066"],
    asks: "How often the child is seen (no less often than the limit), what will be different, enough actions that \
           each have an owner, a day and a measure, what is done if the plan fails, each danger with its safety goal, \
           and the child's own part; approved by a manager who did not write it.",
    from: None,
    missing: approval,
};

pub(super) const WHOLE: Gate = Gate {
    kind: "child_protection_plan.approved",
    failings: &["F065", "F042"],
    asks: "Of each action the need it answers and what it changes, words the parents have gone through on a day, and \
           the risk weighed.",
    from: Some(FORMS_ASK_FROM),
    missing: whole,
};

pub(super) const END: Gate = Gate {
    kind: "child_protection_plan.ended",
    failings: &["F049"],
    asks: "Why the plan ends, what changed for the child, what help follows, and the chair or manager who decides; \
           or the conference's decision, in the same recording, that no plan is needed.",
    from: None,
    missing: end,
};

fn approval(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ProtectionPlanApproved(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let child = asking.child();
    let may = |role: Role| role.is_manager() || role == Role::ConferenceChair;
    asking.need_decider(e.decided_by.as_ref(), "F065", may, "a manager or the conference's chair");
    let Some((plan, author)) = version(&asking, e.revision) else {
        let message = format!("{child} has no child protection plan written down to approve.");
        asking.need_first(false, "F065", "child_protection_plan.revised", message);
        return asking.missing();
    };
    let decider = decision.author;
    let own = author == decider || plan.written_by.as_ref() == Some(decider);
    let message = format!("Nobody approves their own work: another manager must approve {child}'s plan.");
    asking.need(!own, "F065", "decided_by", message);
    frequency(&mut asking, plan);
    contents(&mut asking, plan);
    asking.missing()
}

/// The version to approve, with whoever wrote it: the one named, or the latest.
fn version<'a>(
    asking: &Asking<'a>,
    named: Option<chronology::EntryId>,
) -> Option<(&'a ProtectionPlanRevised, &'a PersonId)> {
    let circle = asking.circle;
    let mut kept = circle.timeline.of::<ProtectionPlanRevised>();
    let kept = kept.rfind(|(entry, _)| named.is_none_or(|id| id == entry.id));
    let kept = kept.map(|(entry, plan)| (plan, entry.author()));
    let new = asking.together::<ProtectionPlanRevised>(circle.person).last();
    let new = new.filter(|_| named.is_none()).map(|plan| (plan, asking.decision.author));
    new.or(kept)
}

fn frequency(asking: &mut Asking, plan: &ProtectionPlanRevised) {
    let child = asking.child();
    let most = asking.circle.settings.protection_visit_working_days();
    let message = match plan.visit_every_working_days {
        None | Some(0) => format!("Say how often {child} will be seen: at least every {most} working days."),
        Some(days) if days > most => {
            format!("{child} would be seen every {days} working days: {most} is the most that may pass.")
        }
        Some(_) => return,
    };
    asking.need_first(false, "F066", "child_protection_plan.revised", message);
}

fn contents(asking: &mut Asking, plan: &ProtectionPlanRevised) {
    let child = asking.child();
    let mend = "child_protection_plan.revised";
    let mut need = |given: bool, message: String| asking.need_first(given, "F065", mend, message);
    need(said(&plan.outcomes), format!("Say what will be different for {child}."));
    need(said(&plan.contingency), format!("Say what is done if the plan for {child} fails."));
    need(said(&plan.childs_part), format!("Write {child}'s own part of the plan."));
    need(!plan.dangers.is_empty(), format!("Say what {child} is in danger of."));
    for danger in &plan.dangers {
        let whole = said(&danger.statement) && said(&danger.safety_goal);
        need(whole, format!("Give each danger to {child} its statement and its safety goal."));
    }
    let least = asking.circle.settings.limit("protection_plan_actions_least") as usize;
    let few = format!("The plan for {child} has {} actions and needs at least {least}.", plan.actions.len());
    asking.need_first(plan.actions.len() >= least, "F065", mend, few);
    asking.need_actions(
        &plan.actions,
        "F065",
        &[
            (says_what, "what will be done"),
            (has_owner, "who will do it"),
            (has_day, "by which day"),
            (has_measure, "how we shall know"),
        ],
    );
}

fn whole(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ProtectionPlanApproved(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let Some((plan, _)) = version(&asking, e.revision) else { return Vec::new() };
    let child = asking.child();
    let mend = "child_protection_plan.revised";
    let words = format!("Write the plan for {child} in the words that the parents read.");
    asking.need_first(said(&plan.parents_version), "F065", mend, words);
    let read = format!("Say on which day the parents went through the plan for {child}.");
    asking.need_first(plan.parents_read_on.is_some(), "F065", mend, read);
    asking.need_actions(
        &plan.actions,
        "F065",
        &[(has_need, "which need it answers"), (has_outcome, "what it changes")],
    );
    asking.need_weighed_risk(asking.opened(), "F042");
    asking.missing()
}

fn end(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ProtectionPlanEnded(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    // The conference's own decision has carried reason and views already.
    let no_plan = |decided: &ConferenceDecided| decided.plan_needed == Some(false);
    if asking.together::<ConferenceDecided>(circle.person).any(no_plan) {
        return Vec::new();
    }
    let child = asking.child();
    asking.need_words(&e.reason, "F049", "reason", "Say why the plan ends");
    asking.need_words(&e.outcome, "F049", "outcome", "Say what has changed");
    asking.need_words(&e.support_after, "F049", "support_after", "Say what help follows");
    let may = |role: Role| role.is_manager() || role == Role::ConferenceChair;
    asking.need_decider(e.decided_by.as_ref(), "F049", may, "the conference's chair or a manager");
    let message = format!("{child} has no child protection plan in force.");
    let running = circle.timeline.protection_plan_on(asking.day()).is_some();
    asking.need_first(running, "F049", "child_protection_plan.started", message);
    asking.missing()
}
