//! A child's record, and finding it.

pub mod access;
pub mod agencies;
pub mod booked;
pub mod documents;
pub mod family;
pub mod new;
pub mod open_work;
pub(crate) mod reading;
pub mod search;
pub mod start;
pub mod story;
pub mod timeline;
pub(crate) mod wording;

use std::collections::HashMap;

use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Redirect;
use axum::routing::{get, post};
use chronology::PersonId;

use super::Sample;
use crate::App;
use crate::problem::{Problem, urlencode};
use crate::session::SignedIn;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/search", get(search::show))
        .route("/people/new", get(new::show).post(new::post))
        .route("/people/{id}", get(story::show))
        .route("/people/{id}/print", get(print))
        .route("/people/{id}/timeline", get(timeline::show))
        .route("/people/{id}/timeline/print", get(timeline::print))
        .route("/people/{id}/timeline.csv", get(timeline::download))
        .route("/people/{id}/people", get(family::show))
        .route("/people/{id}/agencies", get(agencies::show))
        .route("/people/{id}/work", get(open_work::show))
        .route("/people/{id}/documents", get(documents::show))
        .route("/people/{id}/meetings", get(booked::show))
        .route("/people/{id}/access", get(access::show))
        .route("/people/{id}/break-glass", post(access::break_glass))
        .route("/people/{id}/start", get(start::show))
        .route("/people/{id}/visits/new", get(start::note))
}

/// The story is the sheet to print: it fits one page of A4, at whatever moment is on screen.
async fn print(
    _: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Redirect, Problem> {
    let person = PersonId::new(&id).map_err(|_| Problem::NotFound)?;
    let moment = ["as-at", "known-at"]
        .iter()
        .find_map(|name| query.get(*name).map(|moment| format!("?{name}={}", urlencode(moment))));
    Ok(Redirect::to(&format!("/people/{person}{}", moment.unwrap_or_default())))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let mut all = Vec::new();
    all.extend(search::samples().into_iter().map(|(name, page)| Sample {
        page: "people/search",
        name,
        html: search::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(story::samples().into_iter().map(|(name, page)| Sample {
        page: "people/story",
        name,
        html: story::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(timeline::samples().into_iter().map(|(name, page)| Sample {
        page: "people/timeline",
        name,
        html: timeline::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(family::samples().into_iter().map(|(name, page)| Sample {
        page: "people/family",
        name,
        html: family::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(agencies::samples().into_iter().map(|(name, page)| Sample {
        page: "people/agencies",
        name,
        html: agencies::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(access::samples().into_iter().map(|(name, page)| Sample {
        page: "people/access",
        name,
        html: access::view(&super::samples::hannah(), &page).into_string(),
    }));
    all
}
