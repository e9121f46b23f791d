//! Early help: the hub, and the directory of services.

pub mod hub;
pub mod services;

use axum::Router;
use axum::routing::get;

use super::Sample;
use super::form_samples::{drawn, martin};
use crate::App;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/early-help", get(hub::show))
        .route("/services", get(services::show).post(services::list))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("early_help/hub", &martin(), hub::samples(), hub::view),
        drawn("early_help/services", &martin(), services::samples(), services::view),
    ]
    .concat()
}
