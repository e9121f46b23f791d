//! From the first call to a decision.

pub mod contact;
pub mod decision;
pub mod disagreements;
pub mod out_of_hours;
pub mod queue;
pub mod report;
pub(crate) mod rerating;
pub(crate) mod review;
pub mod sample;
pub mod threshold;

use axum::Router;
use axum::routing::get;

use super::Sample;
use crate::App;

use super::form_samples::{asha, drawn, martin};

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/contacts/new", get(contact::open).post(contact::post))
        .route("/front-door", get(queue::show))
        .route("/front-door/sample", get(sample::show))
        .route("/threshold", get(threshold::show).post(threshold::start))
        .route("/disagreements", get(disagreements::show))
        .route("/out-of-hours", get(out_of_hours::show))
        .route("/front-door/report", get(report::show))
        .route("/front-door/report/{agency}", get(report::pack))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("front_door/contact", &asha(), contact::samples(), contact::view),
        drawn("front_door/queue", &martin(), queue::samples(), queue::view),
        drawn("front_door/out_of_hours", &martin(), out_of_hours::samples(), out_of_hours::view),
        drawn("front_door/threshold", &martin(), threshold::samples(), threshold::view),
        drawn("front_door/sample", &martin(), sample::samples(), sample::view),
        drawn("front_door/disagreements", &martin(), disagreements::samples(), disagreements::view),
        drawn("front_door/report", &martin(), report::samples(), report::view),
        drawn("front_door/pack", &martin(), report::pack_samples(), report::pack_view),
        drawn("front_door/decision", &martin(), decision::samples(), decision::view),
    ]
    .concat()
}
