//! Drafts: saved a second after typing pauses, and kept until they are recorded or thrown away.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use chronology::PersonId;
use serde_json::{Value, json};
use store::desk::{DraftId, SavedDraft};

use super::Sent;
use super::opening::About;
use crate::App;
use crate::problem::Problem;
use crate::session::{SignedIn, check_form_token};

/// The draft that somebody has of a form about these people.
pub(super) fn of(
    app: &App,
    author: &PersonId,
    form: &str,
    people: &[About],
) -> Result<Option<SavedDraft>, Problem> {
    let about: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    find(app, author, form, &json!(about))
}

fn find(app: &App, author: &PersonId, form: &str, about: &Value) -> Result<Option<SavedDraft>, Problem> {
    let drafts = app.desk.drafts_of(author)?;
    Ok(drafts.into_iter().find(|draft| draft.form == form && draft.about == *about))
}

/// What was sent, as a draft kept it.
pub(crate) fn pairs(draft: &SavedDraft) -> Sent {
    Sent::of_pairs(serde_json::from_value(draft.body.clone()).unwrap_or_default())
}

/// Keeps what was sent as a draft: one draft for each author, form and set of people.
pub(crate) fn keep(app: &App, author: &PersonId, form: &str, sent: &Sent) -> Result<SavedDraft, Problem> {
    let about: Vec<String> = sent.about()?.iter().map(PersonId::to_string).collect();
    let (about, body) = (json!(about), json!(sent.draft_pairs()));
    match find(app, author, form, &about)? {
        Some(draft) => {
            app.desk.save_draft(&draft.id, &body)?.ok_or_else(|| Problem::fault("a draft went missing"))
        }
        None => Ok(app.desk.begin_draft(author, form, &about, &body)?),
    }
}

/// Saves what is typed, for the script that does so a second after typing pauses.
pub async fn autosave(State(app): State<App>, signed_in: SignedIn, sent: Sent) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let form = sent
        .get("form")
        .ok_or_else(|| Problem::Refused("The form says not which form it is".to_owned()))?
        .to_owned();
    let saved = keep(&app, &signed_in.who.person, &form, &sent)?;
    Ok(Json(json!({ "draft": saved.id.as_str(), "version": saved.version, "saved_at": saved.saved_at }))
        .into_response())
}

/// Throws a draft away.
pub async fn discard(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let draft = own(&app, &signed_in, &id)?;
    app.desk.discard_draft(&draft.id)?;
    Ok(Redirect::to("/work").into_response())
}

/// Goes back to an earlier version of a draft; the later ones stay to be gone back to.
pub async fn undo(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((id, version)): Path<(String, u32)>,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let draft = own(&app, &signed_in, &id)?;
    app.desk.undo_draft_to(&draft.id, version)?.ok_or(Problem::NotFound)?;
    Ok(Redirect::to(&address(&draft)).into_response())
}

/// A draft of the one who asks: nobody sees another's.
fn own(app: &App, signed_in: &SignedIn, id: &str) -> Result<SavedDraft, Problem> {
    let draft = app.desk.draft(&DraftId::new(id))?;
    draft.filter(|draft| draft.author == signed_in.who.person).ok_or(Problem::NotFound)
}

/// The page on which a draft goes on.
pub(crate) fn address(draft: &SavedDraft) -> String {
    let about: Vec<String> = serde_json::from_value(draft.about.clone()).unwrap_or_default();
    format!("/forms/{}?about={}", draft.form, about.join(","))
}
