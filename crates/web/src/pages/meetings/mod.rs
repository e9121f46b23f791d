//! Meetings, before and while they happen.

pub mod agency;
pub mod agenda;
pub mod conference;
pub mod core_group;
mod gathered;
pub mod list;
pub mod marac;
pub mod projector;
pub mod show;
pub(crate) mod who;

use axum::Router;
use axum::routing::get;

use super::Sample;
use super::form_samples::{alan, drawn};
use super::samples::hannah;
use crate::App;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/marac", get(marac::show))
        .route("/meetings", get(list::show))
        .route("/meetings/{recording}", get(show::show))
        .route("/meetings/{recording}/agency/{agency}", get(agency::show))
        .route("/meetings/{recording}/projector", get(projector::show).post(projector::go))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("meetings/list", &alan(), list::samples(), list::view),
        drawn("meetings/marac", &alan(), marac::samples(), marac::view),
        drawn("meetings/show", &alan(), show::samples(), show::view),
        drawn("meetings/agency", &alan(), agency::samples(), agency::view),
        drawn("meetings/conference", &alan(), conference::samples(), conference::view),
        drawn("meetings/core_group", &hannah(), core_group::samples(), core_group::view),
        drawn("meetings/projector", &alan(), projector::samples(), projector::view),
    ]
    .concat()
}
