//! What this council does otherwise than England's practice, or another county's: `/practice`.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use ::practice::{COUNTIES, DifferenceGroup, Practice, diff};
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use calendar::display;
use maud::Markup;

use super::Sample;
use super::asked::Asked;
use super::performance::may_see;
use crate::App;
use crate::components::segments::Segment;
use crate::problem::Problem;
use crate::session::SignedIn;

const PATH: &str = "/practice";
const ENGLAND: &str = "england";

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new().route(PATH, get(show))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let ruth = super::samples::frame("Ruth Tregear", "Team manager, West team");
    let drawn = |(name, page)| Sample { page: "practice", name, html: view(&ruth, &page).into_string() };
    samples().into_iter().map(drawn).collect()
}

/// Shows the page.
async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    may_see(&signed_in)?;
    let asked = Asked::of(query);
    let beside = asked.get("beside").unwrap_or(ENGLAND);
    if beside != ENGLAND && !COUNTIES.contains(&beside) {
        return Err(Problem::NotFound);
    }
    let other =
        Practice::of_county(beside).map_err(|_| Problem::fault("a practice that ships is at fault"))?;
    let told = diff(&other, &app.practice);
    let page = PracticePage {
        title: format!("Practice here, beside {}’s", told.from),
        beside: ways(&app, beside, &asked),
        empty: format!("{} does nothing otherwise than {}.", told.to, told.from),
        summary: told.summary,
        parts: told.groups.iter().map(part).collect(),
    };
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

/// England, and each county whose practice ships that is not this one.
fn ways(app: &App, beside: &str, asked: &Asked) -> Vec<Segment> {
    let others = COUNTIES.iter().filter(|county| !app.practice.authority().eq_ignore_ascii_case(county));
    let way = |county: &str| {
        Segment::new(
            display::capital(county),
            asked.href(PATH, &[("beside", Some(county))]),
            beside == county,
        )
    };
    std::iter::once(ENGLAND).chain(others.copied()).map(way).collect()
}

/// A group's differences, those of one form together.
fn part(group: &DifferenceGroup) -> PracticePart {
    let mut forms: Vec<(String, Vec<String>)> = Vec::new();
    for one in &group.differences {
        match forms.last_mut() {
            Some((form, says)) if *form == one.form => says.push(one.says.clone()),
            _ => forms.push((one.form.clone(), vec![one.says.clone()])),
        }
    }
    PracticePart { heading: group.heading.clone(), count: group.differences.len(), forms }
}
