//! What partner systems send: messages with a document, police notices; and how it goes with each.

use std::collections::HashMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Path, Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chronology::PersonId;
use record::events::PartnerMessageReceived;
use record::timeline::Sent as Said;
use serde_json::{Value, json};

use super::{Caller, details};
use crate::App;
use crate::forms::Sent;
use crate::pages::partners::receipt::progress;
use crate::pages::partners::receiving::{Sender, receive};
use crate::problem::Problem;
use crate::recording::NotRecorded;

/// Takes a message: JSON, or a form of several parts with the JSON in `message` and a file in `document`.
pub(super) async fn message(
    State(app): State<App>,
    Caller(who): Caller,
    Query(query): Query<HashMap<String, String>>,
    request: Request,
) -> Result<Response, Problem> {
    let headers = request.headers().clone();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (text, document) = if kind.starts_with("multipart/form-data") {
        let sent = Sent::from_request(request, &()).await;
        let Ok(sent) = sent else { return Ok(unread("The parts of the form could not be read")) };
        let document = sent.uploads.first().map(|upload| crate::forms::keep(&app, upload)).transpose();
        match document {
            Ok(document) => (sent.get("message").unwrap_or_default().as_bytes().to_vec(), document),
            Err(Problem::Refused(why)) => return Ok(refused(&why)),
            Err(problem) => return Err(problem),
        }
    } else {
        let Ok(bytes) = Bytes::from_request(request, &()).await else {
            return Ok(unread("The message could not be read"));
        };
        (bytes.to_vec(), None)
    };
    let said: Result<PartnerMessageReceived, _> = serde_json::from_slice(&text);
    let mut said = match said {
        Ok(said) => said,
        Err(fault) => return Ok(unread(&fault.to_string())),
    };
    for (given, name) in [
        (said.what_happened.is_some(), "what_happened"),
        (said.sender_name.is_some(), "sender_name"),
        (said.agency.is_some(), "agency"),
    ] {
        if !given {
            return Ok(refused(&format!(
                "“{name}” is missing: a message says who writes, for whom, and what happened."
            )));
        }
    }
    said.sender = Some(who.person.clone());
    said.document = document;
    let on_behalf_of = said.organisation.clone().or(Some(who.name.clone()));
    answer(&app, &who.person, on_behalf_of, &query, &headers, Said::Message(said)).await
}

/// Takes a police notice, as XML or as the body of an e-mail that holds it.
pub(super) async fn police_notice(
    State(app): State<App>,
    Caller(who): Caller,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    match returns::police_notice::read(&body) {
        Ok(notice) => {
            let force = notice.force.clone();
            answer(&app, &who.person, force, &query, &headers, Said::Notice(notice)).await
        }
        Err(why) => Ok(refused(&why)),
    }
}

/// Answers how it goes with what was sent.
pub(super) async fn how_it_goes(
    State(app): State<App>,
    Caller(_): Caller,
    Path(reference): Path<String>,
) -> Result<Json<Value>, Problem> {
    let page = progress(&app, &reference)?.ok_or(Problem::NotFound)?;
    let steps: Vec<Value> =
        page.steps.iter().map(|step| json!({ "what": step.words, "when": step.when })).collect();
    Ok(Json(json!({ "reference": page.reference, "stage": page.stage, "moved": page.moved, "steps": steps })))
}

async fn answer(
    app: &App,
    author: &PersonId,
    on_behalf_of: Option<String>,
    query: &HashMap<String, String>,
    headers: &HeaderMap,
    said: Said,
) -> Result<Response, Problem> {
    let key = headers.get("idempotency-key").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let team = query.get("team").and_then(|team| PersonId::new(team).ok());
    let sender = Sender { author: author.clone(), on_behalf_of, team, key };
    match receive(app, sender, said).await {
        Ok(receipt) => {
            let status = if receipt.already { StatusCode::OK } else { StatusCode::CREATED };
            let moved = progress(app, &receipt.reference)?.map(|page| page.moved).unwrap_or_default();
            let body = json!({
                "reference": receipt.reference,
                "team": receipt.team.as_str(),
                "moved": moved,
                "progress": format!("/api/partners/messages/{}", receipt.reference),
            });
            Ok((status, Json(body)).into_response())
        }
        Err(NotRecorded::Malformed(why)) => Ok(refused(&why)),
        Err(NotRecorded::Problem(problem)) => Err(problem),
        Err(_) => Err(Problem::fault("a message met a gate")),
    }
}

fn refused(why: &str) -> Response {
    details(StatusCode::UNPROCESSABLE_ENTITY, "This was not taken", why, json!({}))
}

fn unread(why: &str) -> Response {
    details(StatusCode::BAD_REQUEST, "The message could not be read", why, json!({}))
}
