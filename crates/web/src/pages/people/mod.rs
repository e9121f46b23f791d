//! A child's record, and finding it.

pub mod access;
pub mod family;
pub(crate) mod reading;
pub mod search;
pub mod story;
pub mod timeline;
pub(crate) mod wording;

use axum::Router;
use axum::routing::get;

use super::Sample;
use crate::App;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/people/{id}", get(story::show))
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
    all.extend(access::samples().into_iter().map(|(name, page)| Sample {
        page: "people/access",
        name,
        html: access::view(&super::samples::hannah(), &page).into_string(),
    }));
    all
}
