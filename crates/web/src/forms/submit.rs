//! A form sent: saved, refused with what to mend, or recorded with what follows from it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use chronology::{Draft, EntryDraft, Occurred, PersonId, Reliance, Seen, merged};
use practice::{FieldFault, Filled};
use record::Event;
use serde_json::Value;
use store::Appended;

use super::opening::{Opened, ids, prepare, take_offers};
use super::{Sent, Upload, draft};
use crate::App;
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};
use crate::session::{SignedIn, check_form_token};

/// What became of a form that was sent.
#[derive(Debug)]
pub enum Outcome {
    /// Recorded.
    Recorded(Appended),
    /// Something to mend: the faults are in the opened form.
    Mend,
    /// Somebody else recorded something that it relies on.
    Stale(Vec<chronology::EntryId>),
}

/// Takes a form that was sent.
pub async fn post(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(form): Path<String>,
    mut sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    keep_uploads(&app, &mut sent)?;
    super::seeds::complete(&mut sent);
    if let Some(part) = sent.get("add").and_then(|add| add.strip_prefix("copy:")).map(str::to_owned) {
        sent.copy(&part)?;
    }
    let author = signed_in.who.person.clone();
    let mut opened = prepare(&app, signed_in, &form, &mut sent, false).await?;
    let adding = sent.get("add").map(str::to_owned);
    if sent.get("do") != Some("save") || adding.is_some() {
        opened.draft = Some(draft::keep(&app, &author, &form, &sent)?);
    }
    if adding.is_some() {
        take_offers(&mut opened);
        super::advice::furnish(&mut opened)?;
        return Ok(super::layout(&form)(&opened)?.into_response());
    }
    if sent.get("do") == Some("save") {
        draft::keep(&app, &author, &form, &sent)?;
        return Ok(Redirect::to("/work?saved=draft").into_response());
    }
    match send(&mut opened).await? {
        Outcome::Recorded(appended) => {
            if let Some(draft) = &opened.draft {
                app.desk.discard_draft(&draft.id)?;
            }
            Ok(Redirect::to(&format!("/recorded/{}", appended.number)).into_response())
        }
        Outcome::Mend => {
            take_offers(&mut opened);
            super::advice::furnish(&mut opened)?;
            let page = super::layout(&form)(&opened)?;
            Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, [("x-onen-own", "1")], page).into_response())
        }
        Outcome::Stale(unseen) => {
            let page = super::conflict::show(&mut opened, &unseen)?;
            Ok((axum::http::StatusCode::CONFLICT, [("x-onen-own", "1")], page).into_response())
        }
    }
}

/// Checks a form and appends what it says, with what follows from it.
pub(crate) async fn send(opened: &mut Opened) -> Result<Outcome, Problem> {
    let occurred = match opened.sent.occurred("shared", opened.app.now()) {
        Ok(occurred) => occurred,
        Err(fault) => {
            opened.occurred_fault = fault;
            Occurred::day(opened.today)
        }
    };
    let filled = match practice::fill(&opened.form, &opened.answers) {
        Ok(filled) => filled,
        Err(faults) => {
            opened.faults = faults;
            return Ok(Outcome::Mend);
        }
    };
    if !opened.occurred_fault.is_empty() {
        return Ok(Outcome::Mend);
    }
    let mut draft = recording(opened, filled, occurred);
    follow(opened, &mut draft);
    let app = opened.app.clone();
    let who = opened.signed_in.who.clone();
    match record(&app, &who, draft).await {
        Ok(appended) => Ok(Outcome::Recorded(appended)),
        Err(NotRecorded::Missing(missing)) => {
            opened.faults = missing.iter().map(|gap| fault(opened, gap)).collect();
            opened.missing = missing;
            Ok(Outcome::Mend)
        }
        Err(NotRecorded::Malformed(message)) => {
            opened.faults =
                vec![FieldFault { child: None, question: String::new(), row: None, column: None, message }];
            Ok(Outcome::Mend)
        }
        Err(NotRecorded::Stale(unseen)) => Ok(Outcome::Stale(unseen)),
        Err(NotRecorded::Problem(problem)) => Err(problem),
    }
}

/// The recording that a filled form makes. Whoever sends it has decided, unless the form asks who did.
pub(super) fn recording(opened: &Opened, mut filled: Filled, occurred: Occurred) -> Draft {
    let who = &opened.signed_in.who;
    let mut draft = Draft::by(who.person.clone(), record::Choices::code(who.role));
    let deciding = ["decided_by", "screened_by", "reviewed_by", "written_by"];
    for field in opened.form.event.fields.iter().filter(|field| deciding.contains(&field.name)) {
        let answered = filled.own.iter().any(|(_, body)| body.contains_key(field.name));
        if !answered {
            filled.shared.entry(field.name).or_insert_with(|| Value::from(who.person.as_str()));
        }
    }
    super::published::cite(&opened.app, &opened.form, &mut filled, occurred.date());
    draft.shared = filled.shared;
    for (person, body) in filled.own {
        let mut entry = EntryDraft::new(person, opened.form.event.kind, occurred);
        entry.shares = true;
        entry.body = body;
        draft.entries.push(entry);
    }
    let reliance =
        |person: &PersonId| Reliance { about: person.clone(), kinds: opened.form.relies_on.clone() };
    if !opened.form.relies_on.is_empty() {
        let relies_on = ids(&opened.people).iter().map(reliance).collect();
        draft.seen = Some(Seen { up_to: chronology::RecordingNumber(opened.seen), relies_on });
    }
    draft
}

/// Adds what each decision itself brings about, so that nothing is typed twice: for the same person, and once for each
/// person whom the form is not about.
fn follow(opened: &Opened, draft: &mut Draft) {
    let (mut further, mut others): (Vec<EntryDraft>, Vec<EntryDraft>) = (Vec::new(), Vec::new());
    for entry in &draft.entries {
        let body = if entry.shares { merged(&draft.shared, &entry.body) } else { entry.body.clone() };
        let Ok(event) = record::decode(&entry.kind, entry.version, &body) else { continue };
        let Some(person) = opened.people.iter().find(|person| person.id == entry.about) else { continue };
        let (circle, on) = (person.around.circle(), entry.occurred.date());
        let next = |about: PersonId, following: &Event| {
            let mut next = EntryDraft::new(about, following.kind(), entry.occurred);
            next.body = following.body();
            next
        };
        let known = |following: &Event| !matches!(following, Event::Unrecognised { .. });
        let own = rules::follow_on(&event, on, &circle).into_iter().filter(known);
        further.extend(own.map(|following| next(entry.about.clone(), &following)));
        for (about, following) in rules::follow_on_for_others(&event, on, &circle) {
            let said = |one: &EntryDraft| one.about == about && one.kind == following.kind();
            if !draft.entries.iter().chain(&others).any(said) {
                others.push(next(about, &following));
            }
        }
    }
    draft.entries.extend(further);
    draft.entries.extend(others);
}

/// What a gate misses, at the question that would answer it if the form asks one.
pub(super) fn fault(opened: &Opened, missing: &rules::gates::Missing) -> FieldFault {
    let asked = missing.field.and_then(|field| {
        opened.form.questions.iter().find(|question| question.fill.is_some_and(|fill| fill.name == field))
    });
    let child = Some(missing.person.clone()).filter(|_| asked.is_some_and(|question| !question.shared));
    let question = asked.map(|question| question.id.clone()).unwrap_or_default();
    FieldFault { child, question, row: None, column: None, message: missing.message.clone() }
}

/// Files are kept beside the record, under the digest of what is in them.
fn keep_uploads(app: &App, sent: &mut Sent) -> Result<(), Problem> {
    for upload in std::mem::take(&mut sent.uploads) {
        let name = super::upload::keep(app, &upload)?;
        let Upload { name: control, .. } = upload;
        sent.set(&control, name);
    }
    Ok(())
}
