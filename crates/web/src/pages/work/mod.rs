//! What a worker and a manager have before them.

pub mod duties;
pub mod mine;
pub mod team;

use axum::Router;
use axum::routing::get;

use super::Sample;
use crate::App;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/work", get(mine::show))
        .route("/duties", get(duties::of_service))
        .route("/people/{id}/duties", get(duties::of_child))
        .route("/teams/{id}", get(team::show))
        .route("/teams/{id}/duties", get(duties::of_team))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let mut all = Vec::new();
    all.extend(mine::samples().into_iter().map(|(name, page)| Sample {
        page: "work/mine",
        name,
        html: mine::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(
        team::samples().into_iter().map(|(name, page)| Sample {
            page: "work/team",
            name,
            html: team::view(&super::samples::frame("Ruth Tregear", "Team manager, West team"), &page)
                .into_string(),
        }),
    );
    all.extend(duties::samples().into_iter().map(|(name, page)| {
        Sample {
            page: "work/duties",
            name,
            html: duties::view(&super::samples::frame("Ruth Tregear", "Team manager, West team"), &page)
                .into_string(),
        }
    }));
    all
}
