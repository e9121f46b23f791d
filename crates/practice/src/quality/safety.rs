//! Dangers, safety goals and scales; and who is left to answer for safety.

use record::Event;
use record::events::{Action, Agency, Danger, ProtectionPlanRevised, SafetyGoalScaled};

use super::{Found, said, text};

/// Words a danger needs before it says who, what, to whom and with what harm.
const DANGER_WORDS_LEAST: usize = 10;
/// Words after which nobody remembers it.
const DANGER_WORDS_MOST: usize = 120;
/// Words of a reason for a score.
const REASON_WORDS_LEAST: usize = 8;
/// The top of the scale.
const SCALE_MOST: u32 = 10;
/// A change of score that needs a reason.
const SCALE_STEP: u32 = 3;

pub(super) fn check(event: &Event, found: &mut Found<'_, '_>) {
    match event {
        Event::ProtectionPlanRevised(plan) => plan_safety(plan, found),
        Event::EnquiryCompleted(outcome) => dangers(&outcome.dangers, found),
        Event::DangerStatementRecorded(danger) => {
            statement("statement", None, said(&danger.statement), found);
            goal("safety_goal", None, said(&danger.safety_goal), found);
        }
        Event::ConferenceDecided(decided) if decided.plan_needed == Some(true) => {
            statement("danger", None, said(&decided.danger), found);
            goal("safety_goal", None, said(&decided.safety_goal), found);
        }
        Event::SafetyGoalScaled(scaled) => scale(scaled, found),
        _ => {}
    }
}

fn plan_safety(plan: &ProtectionPlanRevised, found: &mut Found<'_, '_>) {
    if plan.dangers.is_empty() {
        found.tell("S01", "dangers", "Say what the child is in danger of");
    }
    dangers(&plan.dangers, found);
    alone(&plan.actions, found);
    for (at, action) in plan.actions.iter().enumerate() {
        blame("actions", Some(at), said(&action.what), found);
    }
    blame("parents_version", None, said(&plan.parents_version), found);
}

fn dangers(dangers: &[Danger], found: &mut Found<'_, '_>) {
    for (at, danger) in dangers.iter().enumerate() {
        statement("dangers", Some(at), said(&danger.statement), found);
        goal("dangers", Some(at), said(&danger.safety_goal), found);
        match danger.scale {
            None => {
                found.tell_part("S07", "dangers", Some(at), "Say how safe the child is now, from 0 to 10")
            }
            Some(scale) if scale > SCALE_MOST => {
                found.tell_part(
                    "S07",
                    "dangers",
                    Some(at),
                    format!("{scale} is not on the scale from 0 to 10"),
                );
            }
            Some(_) => {}
        }
    }
}

fn statement(field: &'static str, part: Option<usize>, statement: &str, found: &mut Found<'_, '_>) {
    let context = found.context;
    let words = text::count(statement);
    if words < DANGER_WORDS_LEAST {
        return found.tell_part(
            "S01",
            field,
            part,
            "Say who is worried, what may happen, to whom, and what harm would follow",
        );
    }
    let mut missing = Vec::new();
    if !context.has(statement, "worry_markers") {
        missing.push("who is worried");
    }
    if !context.has(statement, "past_markers") {
        missing.push("what has happened");
    }
    if !context.has(statement, "future_markers") {
        missing.push("what may happen");
    }
    if !missing.is_empty() {
        found.tell_part("S02", field, part, format!("Say {}", missing.join(", and ")));
    }
    if words > DANGER_WORDS_MOST {
        found.tell_part("S03", field, part, format!("Say it in {DANGER_WORDS_MOST} words at most"));
    }
    let odd = text::acronym(statement, context.lists.list("allowed_acronyms"));
    if let Some(odd) = odd.or_else(|| context.find(statement, "jargon")) {
        found.tell_part("S03", field, part, format!("Say “{odd}” in words that the family would use"));
    }
    blame(field, part, statement, found);
}

fn goal(field: &'static str, part: Option<usize>, goal: &str, found: &mut Found<'_, '_>) {
    if goal.is_empty() {
        return found.tell_part("S04", field, part, "Say what must be seen for the child to be safe");
    }
    if !text::has_duration(goal) {
        found.tell_part(
            "S05",
            field,
            part,
            "Say for how long it must be seen: so many days, weeks or months",
        );
    }
    if let Some(service) = found.context.find(goal, "service_as_outcome") {
        let message = format!("“{service}” is a service: say what people will do differently");
        found.tell_part("S06", field, part, message);
    }
    blame(field, part, goal, found);
}

fn blame(field: &'static str, part: Option<usize>, text: &str, found: &mut Found<'_, '_>) {
    if let Some(words) = found.context.find(text, "victim_blaming") {
        let message =
            format!("“{words}” makes one person answer for what another does: say what that other must do");
        found.tell_part("S15", field, part, message);
    }
}

/// Safety that rests on one person of the family alone.
fn alone(actions: &[Action], found: &mut Found<'_, '_>) {
    let Some(first) = actions.first() else { return };
    let same = |action: &Action| {
        action.agency == Some(Agency::Family)
            && action.owner == first.owner
            && said(&action.owner_name).eq_ignore_ascii_case(said(&first.owner_name))
    };
    if actions.iter().all(same) {
        found.tell(
            "S14",
            "actions",
            "Everything rests on one person of the family: say what somebody else will do",
        );
    }
}

fn scale(scaled: &SafetyGoalScaled, found: &mut Found<'_, '_>) {
    match scaled.scale {
        None => found.tell("S07", "scale", "Give a number from 0 to 10"),
        Some(scale) if scale > SCALE_MOST => {
            found.tell("S07", "scale", format!("{scale} is not on the scale from 0 to 10"))
        }
        Some(_) => {}
    }
    if said(&scaled.zero_means).is_empty() {
        found.tell("S07", "zero_means", "Say what 0 means for this child");
    }
    if said(&scaled.ten_means).is_empty() {
        found.tell("S07", "ten_means", "Say what 10 means for this child");
    }
    if said(&scaled.scored_by).is_empty() {
        found.tell("S07", "scored_by", "Say whose score it is");
    }
    let reason = said(&scaled.reason);
    let last = found.context.earlier.iter().rev().find_map(|event| match event {
        Event::SafetyGoalScaled(earlier) => earlier.scale,
        _ => None,
    });
    let moved = last.zip(scaled.scale).is_some_and(|(last, now)| last.abs_diff(now) >= SCALE_STEP);
    if moved && reason.is_empty() {
        found.tell("S10", "reason", format!("The score moved by {SCALE_STEP} or more: say why"));
    } else if text::count(reason) < REASON_WORDS_LEAST {
        found.tell(
            "S09",
            "reason",
            format!("Say in {REASON_WORDS_LEAST} words or more why not lower, and why not higher"),
        );
    }
}
