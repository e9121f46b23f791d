//! Reading people and figures.

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Path, Query, State};
use chronology::PersonId;
use jiff::civil::Date;
use rules::indicators::{When, indicator as find};
use serde_json::{Value, json};
use views::access::{Action, Pass, Who, may};
use views::{Around, Stretch};

use super::Caller;
use crate::App;
use crate::problem::Problem;

type Asked = Query<HashMap<String, String>>;

fn read<T: std::str::FromStr>(query: &HashMap<String, String>, name: &str) -> Result<Option<T>, Problem> {
    let Some(text) = query.get(name) else { return Ok(None) };
    text.parse().map(Some).map_err(|_| Problem::Refused(format!("“{text}” is not a value of “{name}”")))
}

/// The pass to the person of an address.
async fn pass(app: &App, who: &Who, id: &str) -> Result<Pass, Problem> {
    app.pass(who, &PersonId::new(id).map_err(|_| Problem::NotFound)?).await
}

/// The person of an address, as at the day and as known at the moment that are asked for.
async fn around(app: &App, who: &Who, id: &str, query: &HashMap<String, String>) -> Result<Around, Problem> {
    let pass = pass(app, who, id).await?;
    Ok(app.views.around(&pass, read(query, "as_at")?, read(query, "known_at")?)?)
}

/// Everybody whom a line of the search box may mean.
pub(super) async fn search(
    State(app): State<App>,
    Caller(who): Caller,
    Query(query): Asked,
) -> Result<Json<Value>, Problem> {
    let line =
        query.get("search").ok_or_else(|| Problem::Refused("Say what to look for: ?search=".to_owned()))?;
    let found = app.views.search(&who, line)?;
    let hits: Vec<Value> = found.hits.iter().map(|hit| {
        let reasons: Vec<&str> = hit.likeness.reasons.iter().map(|reason| reason.sentence.as_str()).collect();
        json!({ "id": hit.card.id, "name": hit.card.name, "born": hit.card.birth, "score": hit.likeness.score, "reasons": reasons })
    }).collect();
    Ok(Json(json!({ "people": hits, "restricted": found.restricted })))
}

/// One person's entries as they stand.
pub(super) async fn chronology(
    State(app): State<App>,
    Caller(who): Caller,
    Path(id): Path<String>,
    Query(query): Asked,
) -> Result<Json<Value>, Problem> {
    let around = around(&app, &who, &id, &query).await?;
    let entries: Vec<Value> = around.timeline.entries.iter().map(|entry| json!({
        "entry": entry.id, "about": entry.recorded.about, "kind": entry.event.kind(), "occurred": entry.occurred,
        "recorded_at": entry.recorded_at(), "author": entry.author(), "role": entry.recorded.role, "standing": entry.standing,
        "unreadable": entry.unreadable, "body": entry.event.body(),
    })).collect();
    Ok(Json(json!({ "person": around.person, "entries": entries })))
}

/// One person's timeline.
pub(super) async fn timeline(
    State(app): State<App>,
    Caller(who): Caller,
    Path(id): Path<String>,
    Query(query): Asked,
) -> Result<Json<Value>, Problem> {
    let around = around(&app, &who, &id, &query).await?;
    let timeline = &around.timeline;
    let day = read::<Date>(&query, "as_at")?.unwrap_or(app.today());
    Ok(Json(json!({
        "person": around.person,
        "name": timeline.identity.name(),
        "stage": timeline.stage_on(day),
        "involvements": timeline.involvements.iter().map(|i| json!({ "span": i.span, "opened_by": i.opened_by, "closed_by": i.closed_by })).collect::<Vec<_>>(),
        "allocations": timeline.allocations.iter().map(|a| json!({ "span": a.span, "worker": a.worker, "team": a.team })).collect::<Vec<_>>(),
        "protection_plans": timeline.protection_plans.iter().map(|p| json!({ "span": p.span, "category": p.category().map(|c| c.code()) })).collect::<Vec<_>>(),
        "households": timeline.stays.iter().map(|s| json!({ "span": s.span, "household": s.household })).collect::<Vec<_>>(),
    })))
}

/// One person's duties.
pub(super) async fn due(
    State(app): State<App>,
    Caller(who): Caller,
    Path(id): Path<String>,
    Query(query): Asked,
) -> Result<Json<Value>, Problem> {
    let pass = pass(&app, &who, &id).await?;
    let day = read::<Date>(&query, "as_at")?.unwrap_or(app.today());
    let duties = app.views.duties_of(&pass)?;
    let shown: Vec<Value> = duties.iter().filter_map(|duty| {
        let state = duty.state_on(day)?;
        Some(json!({ "timescale": duty.timescale, "started_on": duty.started_on, "due_on": duty.due_on, "stopped_on": duty.stopped_on,
            "state": state.code(), "because": duty.because }))
    }).collect();
    Ok(Json(json!({ "person": pass.person(), "as_at": day, "due": shown })))
}

/// A figure.
pub(super) async fn indicator(
    State(app): State<App>,
    Caller(who): Caller,
    Path(id): Path<String>,
    Query(query): Asked,
) -> Result<Json<Value>, Problem> {
    if !may(who.role, Action::SeePerformance) {
        return Err(Problem::NotFound);
    }
    let indicator = find(&id).ok_or(Problem::NotFound)?;
    let today = app.today();
    let stretch = match indicator.when {
        When::AsAt => Stretch::At(read::<Date>(&query, "as_at")?.unwrap_or(today)),
        When::Period => {
            let last = read::<Date>(&query, "to")?.unwrap_or(today);
            let first = read::<Date>(&query, "from")?
                .unwrap_or_else(|| calendar::ReportingYear::containing(last).start());
            Stretch::Between(first, last)
        }
    };
    let figure = app.views.figure(indicator, stretch)?;
    Ok(Json(json!({ "indicator": indicator.id, "title": indicator.title, "figure": figure })))
}
