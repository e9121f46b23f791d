//! Choosing what to record, and for which children of the family.

mod view;

pub use view::*;

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use chronology::PersonId;
use maud::Markup;
use practice::{About, Form, Happened, Process};
use record::events::Relation;
use views::access::{action_for, may};

use super::reading::{Query, Reading, read};
use crate::App;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Forms by which something that happened with a child is noted.
const NOTES: [&str; 6] = ["visit", "visit_attempted", "visit_refused", "case_note", "direct_work", "views"];

/// Shows every form that may be opened now, those whose step is open first.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &Default::default()).await?;
    allowed(&reading)?;
    let groups = groups(&reading);
    let heading = format!("Start something for {}", reading.short_name());
    let page = page(
        &reading,
        heading,
        "start",
        "What is open now stands first; everything else beneath it.",
        groups,
    );
    Ok(view(&reading.frame(), &page))
}

/// Shows the ways to note something; goes straight to the note of a visit when there is nobody else to tick.
pub(crate) async fn note(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    axum::extract::Query(query): Query,
) -> Result<Response, Problem> {
    let reading = read(app, signed_in, &id, &Default::default()).await?;
    allowed(&reading)?;
    if query.get("go").is_some_and(|form| form == "visit") {
        return Ok(Redirect::to(&reading.form("visit", &[])).into_response());
    }
    let forms: Vec<&Form> = NOTES.iter().filter_map(|id| reading.app.practice.form(id)).collect();
    let offers = forms.into_iter().filter(|form| mine(&reading, form)).map(offer).collect();
    let groups = vec![FormGroup { heading: "What happened?".to_owned(), offers }];
    let heading = format!("Add a note about {}", reading.short_name());
    let beneath = "One note for everyone who was there, a part for each child.";
    Ok(view(&reading.frame(), &page(&reading, heading, "note", beneath, groups)).into_response())
}

fn allowed(reading: &Reading) -> Result<(), Problem> {
    if reading.may_record() {
        return Ok(());
    }
    let role = record::Choices::label(reading.signed_in.who.role).to_lowercase();
    Err(Problem::NotAllowed(format!("Nothing is recorded here by a {role}.")))
}

fn page(reading: &Reading, heading: String, name: &str, beneath: &str, groups: Vec<FormGroup>) -> StartPage {
    StartPage {
        child: crate::components::ChildHeader {
            here: None,
            ..reading.header(crate::components::ChildPage::Work)
        },
        initials: reading.initials(),
        name: name.to_owned(),
        heading,
        beneath: beneath.to_owned(),
        people: people(reading),
        groups,
    }
}

/// The person, ticked, and the other children of the household and family, not ticked.
fn people(reading: &Reading) -> Vec<(String, String, bool)> {
    let timeline = reading.timeline();
    let circle = reading.around.circle();
    let mut ids: BTreeSet<&PersonId> =
        circle.other_children_of_household(reading.today).into_iter().map(|(id, _)| id).collect();
    let siblings = [Relation::Sibling, Relation::HalfSibling, Relation::StepSibling, Relation::Twin];
    ids.extend(timeline.kinships.iter().filter(|kin| siblings.contains(&kin.relation)).map(|kin| &kin.to));
    let mut people = vec![(reading.person().to_string(), timeline.identity.name(), true)];
    for id in ids {
        let Some(other) = reading.other(id).filter(|other| circle.child_on(other, reading.today)) else {
            continue;
        };
        let age = other.identity.birth.map(|birth| birth.phrase(reading.today, reading.app.leap_day()));
        let age = age.map(|age| format!(", {age}")).unwrap_or_default();
        people.push((id.to_string(), format!("{}{age}", other.identity.name()), false));
    }
    people
}

fn mine(reading: &Reading, form: &Form) -> bool {
    let about = match form.about {
        About::Child => reading.timeline().identity.is_child(),
        About::Person => true,
        About::Professional => {
            reading.timeline().identity.category == Some(record::events::PersonCategory::Professional)
        }
        About::Team | About::Post => false,
    };
    // A form about an entry is opened from the entry.
    let entry = form.questions.iter().any(|q| q.kind == practice::QuestionKind::Entry && !q.optional);
    // Somebody with a record is not made again.
    let again = form.event.kind == "person.identified";
    about && !entry && !again && may(reading.signed_in.who.role, action_for(form.event.kind))
}

fn offer(form: &Form) -> Offer {
    Offer {
        form: form.id.clone(),
        title: form.title.clone(),
        why: String::new(),
        several: form.several_children,
    }
}

fn groups(reading: &Reading) -> Vec<FormGroup> {
    let practice = &reading.app.practice;
    let events = Happened::all(reading.timeline());
    let mut now = FormGroup { heading: "Open now".to_owned(), offers: Vec::new() };
    for open in practice.open_steps(&events) {
        let Some(form) = practice.form(&open.step.form).filter(|form| mine(reading, form)) else { continue };
        let since = calendar::display::table_date(open.since);
        let why = format!("{}: since {since}", open.step.title);
        if now.offers.iter().all(|known| known.form != form.id) {
            now.offers.push(Offer { why, ..offer(form) });
        }
    }
    let mut groups: Vec<FormGroup> = Vec::new();
    if !now.offers.is_empty() {
        groups.push(now);
    }
    let mut processes: Vec<&Process> = practice.processes().collect();
    const AREAS: [&str; 6] = ["record", "front_door", "assessment", "need", "protection", "organisation"];
    processes.sort_by_key(|process| {
        let area = AREAS.iter().position(|area| *area == process.area).unwrap_or(AREAS.len());
        (area, process.title.clone())
    });
    for process in processes {
        let named = process.steps.iter().map(|step| &step.form).chain(&process.beside);
        let mut seen = BTreeSet::new();
        let forms = named.filter(|form| seen.insert((*form).clone())).filter_map(|form| practice.form(form));
        let offers: Vec<Offer> = forms.filter(|form| mine(reading, form)).map(offer).collect();
        if !offers.is_empty() {
            groups.push(FormGroup { heading: process.title.clone(), offers });
        }
    }
    groups
}
