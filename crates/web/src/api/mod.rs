//! The JSON API: everything that a partner system needs, by bearer tokens tied to a role.

mod description;
mod partners;
mod people;
mod recordings;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use record::Choices;
use record::events::Role;
use serde_json::{Value, json};
use views::access::Who;

use crate::App;
use crate::problem::Problem;

/// The API's addresses.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/api/openapi.json", get(description::show))
        .route("/api/recordings", post(recordings::append))
        .route("/api/partners/messages", post(partners::message))
        .route("/api/partners/messages/{reference}", get(partners::how_it_goes))
        .route("/api/partners/police-notices", post(partners::police_notice))
        .route("/api/people", get(people::search))
        .route("/api/people/{id}/chronology", get(people::chronology))
        .route("/api/people/{id}/timeline", get(people::timeline))
        .route("/api/people/{id}/due", get(people::due))
        .route("/api/indicators/{id}", get(people::indicator))
}

/// A system that asks, by its token.
pub(crate) struct Caller(pub(crate) Who);

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = header.and_then(|value| value.strip_prefix("Bearer ")).ok_or(Problem::SignIn)?;
        let token = app.desk.token(token)?.ok_or(Problem::SignIn)?;
        let role = Role::from_code(&token.role).ok_or(Problem::SignIn)?;
        let team = app
            .desk
            .account(&token.person)?
            .and_then(|account| account.team)
            .and_then(|team| team.parse().ok());
        Ok(Self(Who { person: token.person, name: token.label, role, team }))
    }
}

/// A problem as problem details (RFC 9457).
pub(crate) fn problem(problem: &Problem) -> Response {
    let (status, title, detail) = match problem {
        Problem::NotFound => (StatusCode::NOT_FOUND, "Nothing is there", String::new()),
        Problem::SignIn => (StatusCode::UNAUTHORIZED, "A bearer token is needed", String::new()),
        Problem::Stale => (StatusCode::FORBIDDEN, "The request is too old", String::new()),
        Problem::Restricted { .. } => (StatusCode::FORBIDDEN, "The record is restricted", String::new()),
        Problem::NotAllowed(why) => (StatusCode::FORBIDDEN, "This role may not do that", why.clone()),
        Problem::Refused(why) => {
            (StatusCode::BAD_REQUEST, "The request could not be understood", why.clone())
        }
        Problem::Fault(detail) => {
            eprintln!("fault in the API: {detail}");
            (StatusCode::INTERNAL_SERVER_ERROR, "Something has gone wrong on our side", String::new())
        }
    };
    details(status, title, &detail, json!({}))
}

/// Problem details with members of their own.
pub(crate) fn details(status: StatusCode, title: &str, detail: &str, more: Value) -> Response {
    let mut body = json!({ "type": "about:blank", "title": title, "status": status.as_u16() });
    if !detail.is_empty() {
        body["detail"] = detail.into();
    }
    if let (Some(body), Value::Object(more)) = (body.as_object_mut(), more) {
        body.extend(more);
    }
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}
