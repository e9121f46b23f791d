//! Appending a recording.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use chronology::{Draft, EntryDraft};
use serde_json::json;

use super::{Caller, details};
use crate::App;
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};

/// What a caller sends: the author and role are the token's.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    #[serde(default)]
    on_behalf_of: Option<String>,
    #[serde(default)]
    source: Option<chronology::Source>,
    #[serde(default)]
    key: Option<String>,
    #[serde(default)]
    shared: chronology::Body,
    entries: Vec<EntryDraft>,
    #[serde(default)]
    seen: Option<chronology::Seen>,
}

/// Appends a recording: 201 with its number and seal. A key (in the body, or in the `Idempotency-Key`
/// header) makes a retry safe: it answers 200 with the same number and adds nothing.
pub(super) async fn append(
    State(app): State<App>,
    Caller(who): Caller,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sent: Sent = match serde_json::from_slice(&body) {
        Ok(sent) => sent,
        Err(fault) => {
            return Ok(details(
                StatusCode::BAD_REQUEST,
                "The recording could not be read",
                &fault.to_string(),
                json!({}),
            ));
        }
    };
    let header = headers.get("idempotency-key").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let draft = Draft {
        author: who.person.clone(),
        role: record::Choices::code(who.role).to_owned(),
        on_behalf_of: sent.on_behalf_of,
        source: sent.source,
        key: sent.key.or(header),
        shared: sent.shared,
        entries: sent.entries,
        seen: sent.seen,
    };
    match record(&app, &who, draft).await {
        Ok(appended) => {
            let status = if appended.already { StatusCode::OK } else { StatusCode::CREATED };
            let answer = json!({ "number": appended.number, "seal": appended.seal, "recorded_at": appended.recorded_at });
            Ok((status, Json(answer)).into_response())
        }
        Err(NotRecorded::Missing(missing)) => Ok(details(
            StatusCode::UNPROCESSABLE_ENTITY,
            "The decision lacks something",
            "",
            json!({ "missing": missing }),
        )),
        Err(NotRecorded::Malformed(why)) => {
            Ok(details(StatusCode::UNPROCESSABLE_ENTITY, "This cannot be recorded", &why, json!({})))
        }
        Err(NotRecorded::Stale(unseen)) => {
            let detail = "Somebody else has recorded something that this relies on";
            Ok(details(StatusCode::CONFLICT, "The recording is stale", detail, json!({ "unseen": unseen })))
        }
        Err(NotRecorded::Problem(problem)) => Err(problem),
    }
}
