//! Opening a restricted record because a child may come to harm: with a reason, for an hour, and never unseen.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chronology::PersonId;
use views::access::REASON_CHARACTERS_MIN;

use crate::App;
use crate::components::errors::Mistake;
use crate::forms::Sent;
use crate::pages::doors::denied;
use crate::problem::{Problem, denied_page};
use crate::session::{SignedIn, check_form_token};

/// Opens the record, or says what is missing. Nothing is opened without a line in the log.
pub(crate) async fn post(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let person = PersonId::new(&id).map_err(|_| Problem::NotFound)?;
    let (ask, may_break_glass) = match app.pass(&signed_in.who, &person).await {
        Ok(_) => return Ok(Redirect::to(&format!("/people/{person}")).into_response()),
        Err(Problem::Restricted { ask, may_break_glass, .. }) => (ask, may_break_glass),
        Err(problem) => return Err(problem),
    };
    let mut page = denied_page(&app, &person, ask.as_ref(), may_break_glass);
    let words = sent.get("words").unwrap_or_default();
    let chosen = page.reasons.iter().find(|reason| Some(reason.value.as_str()) == sent.get("reason"));
    let mut mistakes = Vec::new();
    if chosen.is_none() {
        mistakes.push(Mistake::new("reason", "Say why it cannot wait"));
    }
    if words.chars().count() < REASON_CHARACTERS_MIN {
        let wanted = format!("Say what is happening, in {REASON_CHARACTERS_MIN} letters at least");
        mistakes.push(Mistake::new("words", wanted));
    }
    if sent.get("read").is_none() {
        mistakes.push(Mistake::new("read", "Read what happens if you open it, and tick that you have"));
    }
    if let Some(reason) = chosen.filter(|_| mistakes.is_empty() && may_break_glass) {
        let reason = format!("{}: {words}", reason.words);
        app.break_glass(&signed_in.who, &person, reason).await?;
        return Ok(Redirect::to(&format!("/people/{person}")).into_response());
    }
    if mistakes.is_empty() {
        return Err(Problem::Restricted { person, ask, may_break_glass });
    }
    page.mistakes = mistakes;
    page.words = words.to_owned();
    page.read = sent.get("read").is_some();
    for reason in &mut page.reasons {
        reason.chosen = Some(reason.value.as_str()) == sent.get("reason");
    }
    let markup = denied::view(&app.frame(Some(&signed_in)), &page);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, [("x-onen-own", "1")], markup).into_response())
}
