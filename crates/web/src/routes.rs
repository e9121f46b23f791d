//! Every address of the service.

use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, Uri, header};
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::problem::Problem;
use crate::{App, api, assets, forms, pages, problem, session};

/// The most that one request may carry, in bytes: a 500,000-character note and a photograph fit.
const BODY_BYTES_MAX: usize = 12 * 1024 * 1024;

/// The whole service.
pub fn router(app: App) -> Router {
    let own = Router::new()
        .route("/", get(|| async { Redirect::to("/work") }))
        .route("/healthz", get(healthy))
        .route("/assets/{*name}", get(asset))
        .route("/sign-in", get(pages::doors::sign_in::show).post(session::sign_in))
        .route("/sign-in/persona", post(session::sign_in))
        .route("/session", get(session::stay))
        .route("/sign-out", get(session::sign_out).post(session::sign_out))
        .route("/forms/{form}", get(forms::open).post(forms::post))
        .route("/drafts", post(forms::autosave))
        .route("/drafts/{id}/discard", post(forms::discard))
        .route("/drafts/{id}/undo/{version}", post(forms::undo))
        .route("/people/{id}/entries/{entry}/correct", get(forms::correct::show).post(forms::correct::post))
        .route("/people/{id}/files/{name}", get(forms::file));
    own.merge(pages::routes())
        .merge(api::routes())
        .fallback(|| async { Problem::NotFound })
        .layer(middleware::from_fn_with_state(app.clone(), problem::dress))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(app)
}

/// Whether the service can read and write.
async fn healthy(State(app): State<App>) -> Response {
    let readable = app.chronology.head().map_err(|fault| fault.to_string()).map(|_| ());
    let writable = readable
        .and_then(|()| app.desk.set("healthy_at", &app.now().to_string()).map_err(|fault| fault.to_string()));
    match writable {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(fault) => {
            eprintln!("healthz: {fault}");
            (StatusCode::SERVICE_UNAVAILABLE, [("x-onen-own", "1")], "not ready\n").into_response()
        }
    }
}

async fn asset(uri: Uri) -> Response {
    let Some(asset) = assets::at(uri.path()) else { return Problem::NotFound.into_response() };
    let headers = [
        (header::CONTENT_TYPE, asset.media_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, asset.bytes).into_response()
}
