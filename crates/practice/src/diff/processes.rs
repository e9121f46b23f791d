//! Processes and their steps.

use super::{Difference, DifferenceGroup, Kind, forms, joined, pairs};
use crate::Practice;
use crate::process::{Process, Step, Trigger};

/// Two practices, for sentences that name what is in either.
#[derive(Clone, Copy)]
pub(super) struct Both<'p> {
    pub(super) from: &'p Practice,
    pub(super) to: &'p Practice,
}

/// The differences of each process and of the forms that belong to it.
pub(super) fn of(from: &Practice, to: &Practice) -> Vec<DifferenceGroup> {
    let both = Both { from, to };
    let named = |it: &'_ Practice| it.processes().map(|it| it.id.clone()).collect::<Vec<_>>();
    let mut ids: Vec<(String, String)> = named(from)
        .into_iter()
        .chain(named(to))
        .filter_map(|id| Some((to.process(&id).or(from.process(&id))?.area.clone(), id)))
        .collect();
    ids.sort();
    ids.dedup();
    ids.into_iter().map(|(_, id)| one(both, &id)).collect()
}

fn one(both: Both<'_>, id: &str) -> DifferenceGroup {
    let (was, is) = (both.from.process(id), both.to.process(id));
    let heading = is.or(was).map(|process| process.title.clone()).unwrap_or_default();
    let mut differences = match (was, is) {
        (Some(was), Some(is)) => process(both, was, is),
        (Some(was), None) => {
            vec![Difference::new(Kind::Other, "The whole process is left out.", &was.file)]
        }
        (None, Some(is)) => vec![Difference::new(Kind::Other, "The whole process is added.", &is.file)],
        (None, None) => Vec::new(),
    };
    differences.extend(forms::of(both, id));
    DifferenceGroup { heading, differences }
}

fn process(both: Both<'_>, was: &Process, is: &Process) -> Vec<Difference> {
    let mut told = Vec::new();
    let england = both.from.authority();
    if was.title != is.title {
        let says = format!("{england} calls the process “{}”.", was.title);
        told.push(Difference::new(Kind::Name, says, format!("{}, title", is.file)));
    }
    if was.guidance != is.guidance {
        let says = told_otherwise("Its guidance", &was.guidance, &is.guidance, england);
        told.push(Difference::new(Kind::Other, says, format!("{}, guidance", is.file)));
    }
    let order = |process: &Process| process.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>();
    for (before, now) in
        pairs(was.steps.iter().map(|it| (it.id.as_str(), it)), is.steps.iter().map(|it| (it.id.as_str(), it)))
    {
        let place = |id: &str| format!("{}, step {id}", is.file);
        match (before, now) {
            (Some(before), None) => {
                let says = format!("The step “{}” is left out.", before.title);
                told.push(Difference::new(Kind::StepGone, says, place(&before.id)));
            }
            (None, Some(now)) => {
                let who = whose(both.to, &now.who);
                let says = format!("The step “{}” is added, done by {who}.", now.title);
                told.push(Difference::new(Kind::StepAdded, says, place(&now.id)));
            }
            (Some(before), Some(now)) => step(both, before, now, &place(&now.id), &mut told),
            (None, None) => {}
        }
    }
    let (mut before, mut now) = (order(was), order(is));
    before.retain(|id| is.steps.iter().any(|step| step.id == *id));
    now.retain(|id| was.steps.iter().any(|step| step.id == *id));
    if before != now {
        told.push(Difference::new(Kind::StepOther, "The steps stand in another order.", &is.file));
    }
    for gate in is.gates.iter().filter(|gate| !was.gates.contains(gate)) {
        let says = format!("Of {}, this is asked: {}", step_name(is, &gate.step), ended(&gate.says));
        told.push(Difference::new(Kind::Other, says, format!("{}, gate {}", is.file, gate.failing)));
    }
    for gate in was.gates.iter().filter(|gate| !is.gates.iter().any(|now| now.failing == gate.failing)) {
        let says = format!("Of {}, this is not told: {}", step_name(was, &gate.step), ended(&gate.says));
        told.push(Difference::new(Kind::Other, says, format!("{}, gate {}", was.file, gate.failing)));
    }
    if told.is_empty() && (&was.systems, &was.beside) != (&is.systems, &is.beside) {
        let says = "Other forms belong to it that may be used at any time.";
        told.push(Difference::new(Kind::Other, says, format!("{}, beside", is.file)));
    }
    told
}

fn step_name(process: &Process, id: &str) -> String {
    let title = process.steps.iter().find(|step| step.id == id).map_or(id, |step| step.title.as_str());
    format!("“{title}”")
}

fn step(both: Both<'_>, was: &Step, is: &Step, place: &str, told: &mut Vec<Difference>) {
    let england = both.from.authority();
    let mut say = |says: String| told.push(Difference::new(Kind::StepOther, says, place));
    if was.title != is.title {
        say(format!("The step “{}” is called “{}” in {england}.", is.title, was.title));
    }
    if was.who != is.who {
        let (now, before) = (whose(both.to, &is.who), whose(both.from, &was.who));
        say(format!("“{}” is done by {now}; in {england}, by {before}.", is.title));
    }
    if was.form != is.form {
        let title = |practice: &Practice, id: &str| {
            practice.form(id).map_or_else(|| id.to_owned(), |form| form.title.clone())
        };
        let (now, before) = (title(both.to, &is.form), title(both.from, &was.form));
        say(format!("“{}” uses the form “{now}”, and not “{before}”.", is.title));
    }
    if (&was.opened_by, &was.needs) != (&is.opened_by, &is.needs) {
        let (now, before) = (events(both.to, &is.opened_by), events(both.from, &was.opened_by));
        say(if now == before {
            format!("“{}” needs something else to have happened before it is asked for.", is.title)
        } else {
            format!("“{}” is asked for after {now}; in {england}, after {before}.", is.title)
        });
    }
    if was.closed_by != is.closed_by {
        let (now, before) = (events(both.to, &is.closed_by), events(both.from, &was.closed_by));
        say(format!("“{}” is done with {now}; in {england}, with {before}.", is.title));
    }
    if was.guidance != is.guidance {
        let what = format!("The guidance of the step “{}”", is.title);
        say(told_otherwise(&what, &was.guidance, &is.guidance, england));
    }
}

/// “Its guidance reads: “…” In England: “…””.
pub(super) fn told_otherwise(what: &str, was: &Option<String>, is: &Option<String>, england: &str) -> String {
    match (was, is) {
        (_, None) => format!("{what} is left out."),
        (None, Some(is)) => format!("{what} is added: “{is}”"),
        (Some(was), Some(is)) => format!("{what} reads: “{is}” In {england}: “{was}”"),
    }
}

/// Roles as people here read them.
fn whose(practice: &Practice, codes: &[String]) -> String {
    let name = |code: &String| practice.label("Role", code).to_lowercase();
    match codes {
        [] => "anybody".to_owned(),
        codes => joined(&codes.iter().map(name).collect::<Vec<_>>(), "or"),
    }
}

/// Events as people read them: “Contact decided” with the answer “Referral”.
fn events(practice: &Practice, triggers: &[Trigger]) -> String {
    let one = |trigger: &Trigger| {
        let info = record::kind_info(trigger.kind);
        let title = info.map_or(trigger.kind, |info| info.title);
        match &trigger.with {
            None => format!("“{title}”"),
            Some((field, code)) => {
                let field = info.and_then(|info| info.fields.iter().find(|known| known.name == *field));
                let answer = match field.and_then(|field| field.of()) {
                    Some(list) => practice.label(list, code).to_owned(),
                    None => code.clone(),
                };
                format!("“{title}” with the answer “{answer}”")
            }
        }
    };
    joined(&triggers.iter().map(one).collect::<Vec<_>>(), "or")
}

/// A sentence that ends.
fn ended(says: &str) -> String {
    if says.ends_with(['.', '?', '!']) { says.to_owned() } else { format!("{says}.") }
}
