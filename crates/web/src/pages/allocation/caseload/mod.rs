//! What each worker carries, reconciled child by child: children, the families they make, brothers and sisters
//! whom nobody has recorded, the limit and who went past it.

mod reading;
mod samples;
mod view;

pub use samples::{samples, worker_samples};
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chronology::PersonId;

use self::reading::Read;
use crate::App;
use crate::pages::lists::may_see;
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

/// The columns of the file.
const HEAD: [&str; 12] = [
    "Worker",
    "Team",
    "Limit",
    "Newly qualified",
    "Child",
    "Child’s id",
    "Household",
    "Stage",
    "Weight",
    "Opened",
    "Allocated",
    "Brothers and sisters without a record",
];

/// Shows every worker, or gives every child of every worker as a file.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    may_see(&signed_in)?;
    let naming = Naming::of(&app, &signed_in.who)?;
    let read = Read::of(&app, &naming)?;
    if query.get("format").is_some_and(|format| format == "csv") {
        let name = format!("caseloads-{}", app.today());
        return Ok(crate::pages::csv::file(&name, &HEAD, read.lines()));
    }
    Ok(view(&app.frame(Some(&signed_in)), &read.page()?).into_response())
}

/// Shows one worker's children, family by family.
pub(crate) async fn show_worker(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(worker): Path<String>,
) -> Result<Response, Problem> {
    may_see(&signed_in)?;
    PersonId::new(&worker).map_err(|_| Problem::NotFound)?;
    let naming = Naming::of(&app, &signed_in.who)?;
    let read = Read::of(&app, &naming)?;
    let page = read.worker(&worker).ok_or(Problem::NotFound)?;
    Ok(worker_view(&app.frame(Some(&signed_in)), &page).into_response())
}
