//! Grading the risk that a police notice tells of.

use axum::extract::{Path, State};
use axum::response::Response;
use chronology::Draft;
use record::Choices;
use record::events::{PoliceNotificationGraded, Rating};

use super::{back, entry_of, finish, open, read_entry, wrong};
use crate::App;
use crate::components::errors::Mistake;
use crate::forms::Sent;
use crate::problem::Problem;
use crate::session::{SignedIn, check_form_token};

/// Grades a notice; whoever grades it has read it.
pub(crate) async fn grade(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(entry): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let (team, one) = open(&app, &signed_in, &entry)?;
    if one.notice().is_none() || one.graded.is_some() {
        return Ok(back(&one));
    }
    let Some(rating) = sent.get("rating").and_then(Rating::from_code) else {
        return wrong(&app, &signed_in, &team, &one, Mistake::new("rating", "Say how serious the notice is"));
    };
    let graded = PoliceNotificationGraded {
        notice: Some(one.by),
        rating: Some(rating),
        reason: sent.get("grade_reason").map(str::to_owned),
        graded_by: Some(signed_in.who.person.clone()),
    };
    let mut draft = Draft::by(signed_in.who.person.clone(), signed_in.who.role.code());
    if one.read.is_none() {
        draft.entries.push(read_entry(&app, &signed_in, &team, &one));
    }
    draft.entries.push(entry_of(&app, &team, &graded));
    finish(&app, &signed_in, &team, &one, draft).await
}
