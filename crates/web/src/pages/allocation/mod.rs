//! Naming a worker, what each worker carries, and moving a child from one team to another.

pub mod allocate;
pub mod caseload;
pub mod transfers;

use axum::Router;
use axum::routing::get;

use super::Sample;
use super::form_samples::{drawn, ruth};
use crate::App;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/transfers", get(transfers::show))
        .route("/caseload", get(caseload::show))
        .route("/caseload/{worker}", get(caseload::show_worker))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("allocation/allocate", &ruth(), allocate::samples(), allocate::view),
        drawn("allocation/caseload", &ruth(), caseload::samples(), caseload::view),
        drawn("allocation/caseload/worker", &ruth(), caseload::worker_samples(), caseload::worker_view),
        drawn("allocation/transfers", &ruth(), transfers::samples(), transfers::view),
    ]
    .concat()
}
