//! What stands beside a form while it is written: what a decision still lacks, and what would make it better.

use std::collections::BTreeSet;

use chronology::{Occurred, PersonId};
use practice::quality::{Context, Severity, hints};
use record::Event;
use rules::gates::Missing;

use super::opening::{About, Advice, Opened};
use crate::components::gates::Gate;
use crate::components::prose::Prose;
use crate::problem::Problem;

/// Fills in what the decision lacks as it stands, and what the practice's checks have to say of it.
pub(super) fn furnish(opened: &mut Opened) -> Result<(), Problem> {
    let written = written(opened);
    opened.hints = said_of(opened, &written);
    if opened.form.decision && opened.missing.is_empty() {
        opened.missing = lacking(opened)?;
    }
    Ok(())
}

/// Everything that the decision would lack if it were sent as it stands.
fn lacking(opened: &Opened) -> Result<Vec<Missing>, Problem> {
    let own = practice::so_far(&opened.form, &opened.answers);
    let filled = practice::Filled { own, ..practice::Filled::default() };
    let draft = super::submit::recording(opened, filled, Occurred::day(opened.today));
    Ok(opened.app.views.missing(&draft)?)
}

/// What each person's part says so far, as the event that it would record.
fn written(opened: &Opened) -> Vec<(PersonId, Event)> {
    let kind = opened.form.event.kind;
    let bodies = practice::so_far(&opened.form, &opened.answers).into_iter();
    bodies
        .filter(|(_, body)| body.keys().any(|key| key != "form"))
        .filter_map(|(person, body)| record::decode(kind, 1, &body).ok().map(|event| (person, event)))
        .collect()
}

/// What the checks say. Until something was saved they speak only of what has been answered, so that an empty
/// form is not full of advice.
fn said_of(opened: &Opened, written: &[(PersonId, Event)]) -> Vec<Advice> {
    let mut advice = Vec::new();
    for (person, event) in written {
        let Some(about) = opened.people.iter().find(|about| about.id == *person) else { continue };
        let answered = event.body();
        for hint in checked(opened, about, event, written) {
            let asked = opened.form.questions.iter().find(|q| q.fill.is_some_and(|f| f.name == hint.field));
            if opened.draft.is_none() && !answered.contains_key(hint.field) {
                continue;
            }
            let row = hint.part.map(|part| format!("Row {}: ", part + 1)).unwrap_or_default();
            advice.push(Advice {
                person: Some(person.clone()).filter(|_| asked.is_none_or(|question| !question.shared)),
                question: asked.map(|question| question.id.clone()).unwrap_or_default(),
                words: format!("{row}{}", hint.message),
                blocks: hint.severity == Severity::Block,
            });
        }
    }
    let mut seen = BTreeSet::new();
    advice.retain(|one| seen.insert((one.person.clone(), one.question.clone(), one.words.clone())));
    advice
}

fn checked(
    opened: &Opened,
    about: &About,
    event: &Event,
    written: &[(PersonId, Event)],
) -> Vec<practice::quality::Hint> {
    let timeline = &about.around.timeline;
    let kind = event.kind();
    let earlier: Vec<&Event> =
        timeline.counting().map(|entry| &entry.event).filter(|earlier| earlier.kind() == kind).collect();
    let siblings: Vec<&Event> =
        written.iter().filter(|(id, _)| *id != about.id).map(|(_, event)| event).collect();
    let open_actions: Vec<String> = timeline
        .actions
        .iter()
        .filter(|action| action.ended().is_none())
        .filter_map(|action| action.action.what.clone())
        .collect();
    let names: Vec<String> = timeline
        .identity
        .names
        .iter()
        .filter_map(|name| name.forename.clone())
        .chain(timeline.identity.preferred_name.clone())
        .collect();
    let age = timeline.identity.birth.and_then(|birth| birth.age_on(opened.today, opened.app.leap_day()));
    let needs = unmet(timeline, opened.today);
    let context = Context {
        child: Some(&about.id),
        child_names: &names,
        child_age_years: age,
        plan_started_on: timeline.protection_plan_on(opened.today).map(|plan| plan.span.from),
        earlier: &earlier,
        siblings: &siblings,
        needs: &needs,
        open_actions: &open_actions,
        ..Context::of(&opened.app.practice)
    };
    hints(event, &context)
}

/// The needs named while the present work runs, but for those that the worker says are met.
fn unmet(timeline: &record::Timeline, today: jiff::civil::Date) -> Vec<String> {
    let Some(open) = timeline.involvements.last().map(|one| one.span).filter(|span| span.open()) else {
        return Vec::new();
    };
    let named = rules::needs::named(timeline, open.from, today).into_iter();
    let unmet = named.filter(|need| need.workers_rating() != Some(record::events::NeedRating::Met));
    unmet.map(|need| need.words).collect()
}

/// What a decision lacks, as a list of gates, each with the link that mends it; or that nothing is missing.
pub(crate) fn gates(opened: &Opened) -> Vec<Gate> {
    let mut gates: Vec<Gate> = Vec::new();
    let mut once = BTreeSet::new();
    for missing in &opened.missing {
        let shared = missing.field.and_then(|field| {
            opened.form.shared().find(|question| question.fill.is_some_and(|fill| fill.name == field))
        });
        // What is asked once is missing once, however many children it is missing for.
        if let Some(question) = shared.filter(|_| opened.people.len() > 1 && missing.mend.is_none()) {
            if once.insert(question.id.clone()) {
                let link = Prose::new().link(format!("#shared.{}", question.id), "Go to it");
                gates.push(Gate::missing(format!("Answer “{}”", question.label), link));
            }
            continue;
        }
        let beneath = match (missing.field.and_then(|field| asked(opened, missing, field)), missing.mend) {
            (Some(address), _) => Prose::new().link(address, "Go to it"),
            (None, Some(kind)) => match opened.app.practice.forms_of_kind(kind).next() {
                Some(form) => Prose::new()
                    .link(format!("/forms/{}?about={}", form.id, missing.person), form.title.clone()),
                None => Prose::new(),
            },
            (None, None) => Prose::new(),
        };
        gates.push(Gate::missing(missing.message.clone(), beneath));
    }
    for hint in opened.hints.iter().filter(|hint| hint.blocks) {
        gates.push(Gate::missing(hint.words.clone(), Prose::new()));
    }
    if gates.is_empty() && opened.form.decision {
        gates.push(Gate::met("Nothing is missing", "Each child carries what the decision must carry."));
    }
    gates
}

/// Where in this page a missing field is asked.
fn asked(opened: &Opened, missing: &Missing, field: &str) -> Option<String> {
    let question = opened.form.questions.iter().find(|q| q.fill.is_some_and(|fill| fill.name == field))?;
    let scope = if question.shared { "shared" } else { missing.person.as_str() };
    let here = question.shared || opened.people.iter().any(|about| about.id == missing.person);
    here.then(|| format!("#{scope}.{}", question.id))
}

/// Advice about the form as a whole, which never stops it.
pub(crate) fn advised(opened: &Opened) -> Vec<Prose> {
    let whole = opened.hints.iter().filter(|hint| !hint.blocks && hint.question.is_empty());
    whole.map(|hint| Prose::from(hint.words.clone())).collect()
}
