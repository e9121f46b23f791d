//! Actions: whose, by when, doing what, and how anybody would know.

use record::Event;
use record::events::{Action, Agency};

use super::{Found, said, similarity, text};

/// Words an action needs before it says anything.
const ACTION_WORDS_LEAST: usize = 5;
/// Words that tell how we shall know.
const MEASURE_WORDS_LEAST: usize = 5;
/// Words that show an action was done.
const EVIDENCE_WORDS_LEAST: usize = 8;
/// A measure as like its action as this says nothing of its own.
const MEASURE_LIKENESS: f64 = 0.6;
/// Two actions as like as this are one.
const SAME_ACTION: f64 = 0.85;
/// Of a plan's actions, the share in a hundred that may be the family's.
const FAMILY_SHARE_MOST: usize = 70;
/// The age below which a child has no action alone.
const CHILD_ACTS_ALONE_FROM_YEARS: u16 = 10;

pub(super) fn check(event: &Event, found: &mut Found<'_, '_>) {
    match event {
        Event::ProtectionPlanRevised(plan) => {
            let least = found.context.settings.limit("protection_plan_actions_least") as usize;
            whole_plan("actions", &plan.actions, least, found);
            each("actions", &plan.actions, true, found);
            drift(&plan.actions, found);
        }
        Event::NeedPlanStarted(plan) => {
            whole_plan("actions", &plan.actions, 1, found);
            each("actions", &plan.actions, true, found);
        }
        Event::CoreGroupHeld(group) => each("new_actions", &group.new_actions, true, found),
        Event::ActionAssigned(assigned) => each("action", assigned.action.as_slice(), true, found),
        // A decision's first outline need not yet say how we shall know.
        Event::ConferenceDecided(decided) => each("actions", &decided.actions, false, found),
        Event::EnquiryDecided(decided) => each("actions", &decided.actions, false, found),
        Event::ActionCompleted(done) if text::count(said(&done.evidence)) < EVIDENCE_WORDS_LEAST => {
            let message = format!("Say in {EVIDENCE_WORDS_LEAST} words or more what shows that it was done");
            found.tell("A15", "evidence", message);
        }
        _ => {}
    }
}

fn each(field: &'static str, actions: &[Action], measured: bool, found: &mut Found<'_, '_>) {
    for (at, action) in actions.iter().enumerate() {
        owner(field, at, action, found);
        day(field, at, action, found);
        what(field, at, action, found);
        if measured {
            measure(field, at, action, found);
        }
        if said(&action.outcome).is_empty() {
            found.tell_part("A11", field, Some(at), "Say what it is meant to change for the child");
        } else if let Some(service) = found.context.service_only(said(&action.outcome)) {
            let message = format!("“{service}” is a service: say what will be different for the child");
            found.tell_part("P05", field, Some(at), message);
        }
        if action.agency.is_none() {
            found.tell_part("A12", field, Some(at), "Say which agency it is for, or the family");
        }
    }
}

fn owner(field: &'static str, at: usize, action: &Action, found: &mut Found<'_, '_>) {
    let context = found.context;
    let name = said(&action.owner_name);
    if let Some(owner) = &action.owner {
        if !context.members.is_empty() && !context.members.contains(owner) {
            found.tell_part(
                "A03",
                field,
                Some(at),
                "Whoever does this is not part of the plan: invite them, or give it to somebody who is",
            );
        }
        let young = context.child_age_years.is_some_and(|age| age < CHILD_ACTS_ALONE_FROM_YEARS);
        if young && context.child == Some(owner) {
            found.tell_part(
                "A19",
                field,
                Some(at),
                "Give this to a grown-up: the child is too young to do it alone",
            );
        }
        return;
    }
    if name.is_empty() {
        return found.tell_part("A02", field, Some(at), "Say who will do it, by name");
    }
    let plain = text::words(name).join(" ");
    let plain = plain.strip_prefix("the ").unwrap_or(&plain);
    let bodies = context.lists.list("not_a_person");
    if bodies.iter().any(|body| text::words(body).join(" ") == plain) {
        found.tell_part(
            "A02",
            field,
            Some(at),
            format!("“{name}” is not a person: say who will do it, by name"),
        );
    } else if plain.contains(" and ") || name.contains(['/', ',', '&', ';']) {
        found.tell_part(
            "A02",
            field,
            Some(at),
            format!("“{name}” is more than one person: say who answers for it"),
        );
    }
}

fn day(field: &'static str, at: usize, action: &Action, found: &mut Found<'_, '_>) {
    let context = found.context;
    let Some(by) = action.by else {
        let message = match context.find(said(&action.what), "vague_time") {
            Some(vague) => format!("“{vague}” is not a day: say by which day it will be done"),
            None => "Say by which day it will be done".to_owned(),
        };
        return found.tell_part("A05", field, Some(at), message);
    };
    if context.plan_started_on.is_some_and(|started| by < started) {
        found.tell_part("A06", field, Some(at), "The day is before the plan began");
    } else if context.next_review_on.is_some_and(|review| by > review) {
        found.tell_part(
            "A06",
            field,
            Some(at),
            "The day is after the next review: give it an earlier one, or a first step",
        );
    }
}

fn what(field: &'static str, at: usize, action: &Action, found: &mut Found<'_, '_>) {
    let context = found.context;
    let what = said(&action.what);
    let acts = context.has(what, "action_verbs");
    if text::count(what) < ACTION_WORDS_LEAST || !acts {
        let message = format!("Say in {ACTION_WORDS_LEAST} words or more what somebody will be seen to do");
        found.tell_part("A07", field, Some(at), message);
    }
    if let (false, Some(vague)) = (acts, context.find(what, "vague_verbs")) {
        found.tell_part(
            "A08",
            field,
            Some(at),
            format!("“{vague}” cannot be seen done: say what will be done"),
        );
    }
}

fn measure(field: &'static str, at: usize, action: &Action, found: &mut Found<'_, '_>) {
    let context = found.context;
    let (what, measure) = (said(&action.what), said(&action.measure));
    if text::count(measure) < MEASURE_WORDS_LEAST {
        let message = format!("Say in {MEASURE_WORDS_LEAST} words or more how we shall know");
        return found.tell_part("A09", field, Some(at), message);
    }
    if similarity(what, measure) >= MEASURE_LIKENESS {
        found.tell_part(
            "A09",
            field,
            Some(at),
            "How we shall know says the action again: say what would be different",
        );
    }
    let seen = text::has_number(measure)
        || text::has_frequency(measure)
        || text::has_time(measure)
        || context.has(measure, "observable_verbs");
    if !seen {
        found.tell_part(
            "A10",
            field,
            Some(at),
            "Give a number, a day, how often, or what somebody would see",
        );
    }
}

fn whole_plan(field: &'static str, actions: &[Action], least: usize, found: &mut Found<'_, '_>) {
    if actions.len() < least {
        let message = match least {
            1 => "A plan needs at least one action".to_owned(),
            least => format!("This plan needs at least {least} actions"),
        };
        found.tell("A01", field, message);
    }
    let family = actions.iter().filter(|action| action.agency == Some(Agency::Family)).count();
    if !actions.is_empty() && family == actions.len() {
        found.tell("A12", field, "Every action is the family's: say what an agency will do");
    } else if family * 100 > actions.len() * FAMILY_SHARE_MOST {
        found.tell(
            "A13",
            field,
            format!("{family} of {} actions are the family's: can they do so much?", actions.len()),
        );
    }
}

/// An action that stood in the two versions before, as it does now.
fn drift(actions: &[Action], found: &mut Found<'_, '_>) {
    let plans = found.context.earlier.iter().rev().filter_map(|event| match event {
        Event::ProtectionPlanRevised(plan) => Some(plan),
        _ => None,
    });
    let before: Vec<_> = plans.take(2).collect();
    if before.len() < 2 {
        return;
    }
    for (at, action) in actions.iter().enumerate() {
        let stood = before.iter().all(|plan| {
            plan.actions
                .iter()
                .any(|earlier| similarity(said(&earlier.what), said(&action.what)) > SAME_ACTION)
        });
        if stood && !said(&action.what).is_empty() {
            found.tell_part(
                "A18",
                "actions",
                Some(at),
                "This action stood in the two versions before: what would make it happen?",
            );
        }
    }
}
