//! Local reports: `/reports` and `/reports/NAME`, each report as a page and as a file.

mod answer;
mod asked;
mod samples;
mod view;

pub use samples::{index_samples, samples};
pub use view::*;

use std::collections::HashMap;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use calendar::display;
use maud::Markup;
use practice::Report;
use views::reports::{Limits, ReportProblem, ReportTable};

use self::asked::Wanted;
use super::Sample;
use super::asked::Asked;
use super::form_samples::drawn;
use super::naming::Naming;
use super::performance::may_see;
use crate::App;
use crate::problem::Problem;
use crate::session::SignedIn;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/reports", get(index)).route("/reports/{name}", get(show))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let nina = super::samples::frame("Nina Bolt", "Performance analyst");
    let mut all = drawn("reports", &nina, samples(), view);
    all.extend(drawn("reports/index", &nina, index_samples(), index_view));
    all
}

/// Shows the reports there are.
async fn index(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    may_see(&signed_in)?;
    let mut lines: Vec<IndexLine> = app.practice.reports().map(line).collect();
    lines.sort_by(|one, other| one.title.cmp(&other.title));
    let summary = format!(
        "{} of {}’s own.",
        display::how_many(lines.len(), "report", "reports"),
        app.practice.authority()
    );
    Ok(index_view(&app.frame(Some(&signed_in)), &IndexPage { summary, lines }))
}

fn line(report: &Report) -> IndexLine {
    IndexLine {
        title: report.title.clone(),
        href: path(report),
        about: report.about.clone(),
        asks: report.parameters.iter().map(|one| one.label.clone()).collect::<Vec<_>>().join(", "),
    }
}

fn path(report: &Report) -> String {
    format!("/reports/{}", report.id)
}

/// Shows a report, or gives it as a file. It is run beside the pages, which never wait for it.
async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(name): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    may_see(&signed_in)?;
    let answer = tokio::task::spawn_blocking(move || respond(&app, &signed_in, &name, &Asked::of(query)));
    answer.await.map_err(Problem::fault)?
}

fn respond(app: &App, signed_in: &SignedIn, name: &str, asked: &Asked) -> Result<Response, Problem> {
    let report = app.practice.report(name).ok_or(Problem::NotFound)?;
    let naming = Naming::of(app, &signed_in.who)?;
    let wanted = Wanted::of(report, asked, app.today());
    let table = if wanted.mistakes.is_empty() { run(app, report, &wanted, &naming)? } else { Ok(None) };
    if asked.is_csv() {
        return match table {
            Ok(Some(table)) => Ok(answer::file(report, &table, &naming, app.today())),
            Ok(None) => Err(Problem::Refused(wanted.sentence())),
            Err(refused) => Err(Problem::Refused(refused)),
        };
    }
    let mut page = wanted.page(app, report, asked)?;
    let status = match &table {
        Ok(None) => StatusCode::BAD_REQUEST,
        Ok(Some(_)) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    };
    match table {
        Ok(Some(table)) => answer::fill(&mut page, &table, asked, &naming, app.today()),
        Ok(None) => {}
        Err(refused) => page.refused = refused,
    }
    page.printed = (
        format!("{}. {}", page.title, page.summary),
        format!("Printed for {}, {}.", signed_in.who.name, display::date_and_time(app.now())),
    );
    let drawn = view(&app.frame(Some(signed_in)), &page);
    Ok((status, [("x-onen-own", "1")], drawn).into_response())
}

/// What the report answers, or a sentence that says why it answers nothing.
fn run(
    app: &App,
    report: &Report,
    wanted: &Wanted,
    naming: &Naming,
) -> Result<Result<Option<ReportTable>, String>, Problem> {
    let answer = app.views.report(report, &wanted.given, &app.practice, naming.hidden(), Limits::default());
    match answer {
        Ok(table) => Ok(Ok(Some(table))),
        Err(ReportProblem::Views(fault)) => Err(Problem::fault(fault)),
        Err(refused) => Ok(Err(refused.to_string())),
    }
}
