//! The plan, and looking at it again.

pub(crate) mod marked;
pub mod review;
mod scales;
pub mod show;
mod shown_actions;

use axum::Router;
use axum::routing::get;

use super::Sample;
use super::form_samples::drawn;
use super::samples::hannah;
use crate::App;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/people/{id}/plan", get(show::show))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("plan/show", &hannah(), show::samples(), show::view),
        drawn("plan/review", &hannah(), review::samples(), review::view),
    ]
    .concat()
}
