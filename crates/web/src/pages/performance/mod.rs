//! Figures, and the children in them.

pub(crate) mod catalogue;
pub mod indicator;
pub mod list;
pub mod pack;
pub mod published;
pub(crate) mod reading;
mod workbook;

use axum::Router;
use axum::routing::get;
use views::access::{Action, may};

use super::Sample;
use super::form_samples::drawn;
use crate::App;
use crate::problem::Problem;
use crate::session::SignedIn;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/performance", get(list::show))
        .route("/performance/pack", get(pack::show).post(pack::publish))
        .route("/performance/{indicator}/published/{entry}", get(published::show))
        .route("/performance/{indicator}", get(indicator::show))
}

/// Refuses whoever may not see figures.
pub(super) fn may_see(signed_in: &SignedIn) -> Result<(), Problem> {
    if may(signed_in.who.role, Action::SeePerformance) {
        Ok(())
    } else {
        Err(Problem::NotAllowed("Figures are seen by workers and managers of the service.".to_owned()))
    }
}

/// A team's name.
fn team_name(app: &App, team: &str) -> String {
    chronology::PersonId::new(team).map_or_else(|_| team.to_owned(), |id| app.views.name(&id))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let nina = super::samples::frame("Nina Bolt", "Performance analyst");
    let helen = super::samples::frame("Helen Marrack", "Director");
    let mut all = drawn("performance/list", &nina, list::samples(), list::view);
    all.extend(drawn("performance/pack", &helen, pack::samples(), pack::view));
    all.extend(drawn("performance/published", &nina, published::samples(), published::view));
    all.extend(drawn("performance/indicator", &nina, indicator::samples(), indicator::view));
    all
}
