//! A receipt, and how it goes with what was sent: never more than its sender may know.

pub(crate) mod disagreeing;
mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use calendar::display;
use jiff::Timestamp;
use record::timeline::{Correspondence, Done, Sent};

use super::receiving::find;
use crate::App;
use crate::problem::Problem;
use crate::session;

/// Shows how it goes with a message to whoever holds its reference.
pub(crate) async fn show(
    State(app): State<App>,
    headers: HeaderMap,
    Path(reference): Path<String>,
) -> Result<Response, Problem> {
    let signed_in = session::of(&app, &headers)?;
    let page = progress(&app, &reference)?.ok_or(Problem::NotFound)?;
    Ok(view(&app.frame(signed_in.as_ref()), &page).into_response())
}

/// How it goes with the message of this reference.
pub(crate) fn progress(app: &App, reference: &str) -> Result<Option<ReceiptPage>, Problem> {
    let wanted = reference.trim().to_uppercase();
    if wanted.is_empty() {
        return Ok(None);
    }
    let Some((team, one)) = find(app, |one| one.reference() == wanted)? else { return Ok(None) };
    let addressed = match &one.said {
        Sent::Message(said) => &said.addressed_to,
        Sent::Notice(said) => &said.addressed_to,
    };
    let name = app.views.name(&team);
    let moved = addressed.as_ref().map(|closed| {
        format!("{} is closed. {name} answers for its work and has your message.", app.views.name(closed))
    });
    let mut steps = vec![step(one.received.instant(), format!("{name} received it"))];
    match &one.read {
        Some((_, at, _)) => steps.push(step(at.instant(), "A worker read it".to_owned())),
        None => steps.push(Step { when: String::new(), words: "Nobody has read it yet".to_owned() }),
    }
    for (place, done) in one.done.iter().enumerate() {
        steps.extend(child_steps(app, place + 1, one.children().len(), done.as_ref())?);
    }
    let standing = disagreeing::standing(app, &one)?;
    steps.extend(standing.steps);
    Ok(Some(ReceiptPage {
        reference: wanted,
        moved: moved.unwrap_or_default(),
        steps,
        stage: stage(app, &one)?.to_owned(),
        may_disagree: standing.may_disagree,
        may_go_further: standing.may_go_further,
    }))
}

/// The stage in one word, for systems: received, read, taken_up, decided.
fn stage(app: &App, one: &Correspondence) -> Result<&'static str, Problem> {
    let Some(done) = one.actioned() else {
        return Ok(if one.read.is_some() { "read" } else { "received" });
    };
    let _ = done;
    for done in one.done.iter().flatten() {
        if contact_of(app, done)?.is_some_and(|contact| contact.decided.is_none()) {
            return Ok("taken_up");
        }
    }
    Ok("decided")
}

fn step(when: Option<Timestamp>, words: String) -> Step {
    Step { when: when.map(display::date_and_time).unwrap_or_default(), words }
}

/// What its sender may know of one child: that somebody took it up, that it was decided, what the sender was told.
/// Not what was decided, nor anything else of the record.
fn child_steps(app: &App, number: usize, of: usize, done: Option<&Done>) -> Result<Vec<Step>, Problem> {
    let whom = if of > 1 { format!("child {number}") } else { "it".to_owned() };
    let Some(done) = done else {
        return Ok(vec![Step { when: String::new(), words: format!("Nobody has taken up {whom} yet") }]);
    };
    let mut steps = vec![step(done.at.instant(), format!("A worker took up {whom}"))];
    let Some(contact) = contact_of(app, done)? else { return Ok(steps) };
    if let Some(decided) = &contact.decided {
        steps.push(step(decided.at.instant(), format!("A decision was made on {whom}")));
    }
    if let Some((_, at)) = contact.informed {
        steps.push(step(at.instant(), format!("You were told what was decided on {whom}")));
    }
    Ok(steps)
}

/// The contact that a message led to for a child: recorded in the same sitting.
fn contact_of(app: &App, done: &Done) -> Result<Option<record::timeline::Contact>, Problem> {
    let Some(child) = &done.child else { return Ok(None) };
    let timeline = app.views.folder().timeline(child)?;
    Ok(timeline.contacts.iter().find(|contact| contact.by.recording == done.by.recording).cloned())
}
