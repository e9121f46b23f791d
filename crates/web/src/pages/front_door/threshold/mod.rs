//! The authority's threshold document.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::BTreeMap;

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use calendar::{display, periods};
use chronology::{Draft, EntryDraft};
use maud::Markup;
use record::events::{LevelOfNeed, ThresholdDocumentPublished};
use record::{Choices, Timeline};
use rules::threshold::{Version, authority, in_force, versions};
use serde_json::json;
use views::access::{Action, action_for, may};
use views::{CaseRow, ContactRow, Stretch};

use crate::App;
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};
use crate::forms::Sent;
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};
use crate::session::{SignedIn, check_form_token};

/// Decisions are counted over so many months back.
const MONTHS: i32 = 12;
/// The figure whose cases are the steps.
const STEPS: &str = "contact_decision_steps";

/// Shows the page. Everybody who signs in may read what is looked for, partners first of all.
pub(crate) async fn show(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    let page = page(&app, &signed_in)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

/// Puts the authority in the record, so that its document can be published, and opens the form.
pub(crate) async fn start(
    State(app): State<App>,
    signed_in: SignedIn,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    if !may(signed_in.who.role, Action::PublishThresholds) {
        return Err(Problem::NotAllowed(
            "The threshold document is published by the head of service.".to_owned(),
        ));
    }
    stand(&app, &signed_in).await?;
    Ok(Redirect::to("/forms/threshold_publication?about=authority").into_response())
}

/// Puts the authority in the record, unless it stands there.
pub(crate) async fn stand(app: &App, signed_in: &SignedIn) -> Result<(), Problem> {
    if app.views.kept(&authority())?.is_some() {
        return Ok(());
    }
    let mut draft = Draft::by(signed_in.who.person.clone(), signed_in.who.role.code());
    let mut entry = EntryDraft::new(authority(), "person.identified", crate::forms::moment(app.now()));
    entry.body = json!({ "category": "agency", "full_name": app.council.clone() })
        .as_object()
        .cloned()
        .unwrap_or_default();
    draft.entries.push(entry);
    match record(app, &signed_in.who, draft).await {
        Ok(_) => Ok(()),
        Err(NotRecorded::Problem(problem)) => Err(problem),
        Err(other) => Err(Problem::fault(format!("{other:?}"))),
    }
}

fn page(app: &App, signed_in: &SignedIn) -> Result<ThresholdPage, Problem> {
    let today = app.today();
    let role = signed_in.who.role;
    let document = app.views.folder().timeline(&authority())?;
    let stands = app.views.kept(&authority())?.is_some();
    let publishes = may(role, Action::PublishThresholds);
    let since = periods::add_months(today, -MONTHS);
    // Figures are for those who may see figures; what is looked for is for everybody.
    let figures = may(role, Action::SeePerformance);
    let made = if figures { app.views.decisions_made(since, today)? } else { Vec::new() };
    let now = in_force(&document, today);
    let summary = match &now {
        Some(version) => {
            format!("Version {} is in force since {}.", version.name(), display::full_date(version.from))
        }
        None => "No version is in force.".to_owned(),
    };
    let (steps, teams) =
        if figures { by_team(app, Stretch::Between(since, today))? } else { Default::default() };
    let process = app.practice.process("threshold_document");
    Ok(ThresholdPage {
        heading: process.map_or("Threshold document", |process| process.title.as_str()).to_owned(),
        summary,
        publish: (publishes && stands)
            .then(|| Button::secondary("Publish a version", "/forms/threshold_publication?about=authority")),
        start: publishes && !stands,
        signs: now.map(|version| signs(app, &version, since)).transpose()?.unwrap_or_default(),
        agencies: agencies(app, &document, role),
        versions: versions(&document).iter().rev().map(version_line).collect(),
        levels: levels(app, &made),
        steps,
        teams,
    })
}

fn signs(app: &App, version: &Version, since: jiff::civil::Date) -> Result<Vec<SignLine>, Problem> {
    let cited = app.views.indicators_cited(version.name(), since)?;
    let line = |one: &record::events::ThresholdIndicator| {
        let code = one.code.clone().unwrap_or_default().trim().to_owned();
        SignLine {
            level: one
                .level
                .map(|level| app.practice.label("LevelOfNeed", level.code()).to_owned())
                .unwrap_or_default(),
            words: one.words.clone().unwrap_or_default(),
            cited: cited.get(&code).copied().unwrap_or(0),
            code,
        }
    };
    let mut listed: Vec<_> = version.said.indicators.iter().collect();
    listed.sort_by_key(|one| one.level.map(|level| level as u8));
    Ok(listed.into_iter().map(line).collect())
}

/// The agencies of the latest version, those that have not acknowledged it first.
fn agencies(app: &App, document: &Timeline, role: record::events::Role) -> Vec<AgencyLine> {
    let Some(version) = versions(document).into_iter().next_back() else { return Vec::new() };
    let records = may(role, action_for("threshold_document.acknowledged"));
    let mut all = version.acknowledgements(document);
    all.sort_by_key(|(_, on)| on.is_some());
    let line = |(agency, on): (record::events::Agency, Option<jiff::civil::Date>)| {
        let name = app.practice.label("Agency", agency.code()).to_owned();
        let href = format!(
            "/forms/threshold_acknowledgement?about=authority&shared.version={0}&authority.version={0}&shared.agency={1}&authority.agency={1}",
            crate::problem::urlencode(version.name()),
            agency.code()
        );
        AgencyLine {
            next: (on.is_none() && records).then(|| Button::secondary("It has", href).about(name.clone())),
            state: match on {
                Some(on) => Tag::new(Tone::Met, display::full_date(on)),
                None => Tag::new(Tone::Soon, "Not yet"),
            },
            name,
        }
    };
    all.into_iter().map(line).collect()
}

fn version_line(version: &Version) -> VersionLine {
    let said: &ThresholdDocumentPublished = version.said;
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let to = version.to.map_or_else(|| "now".to_owned(), display::full_date);
    let approved = said.approved_on.map(|on| format!(", {}", display::full_date(on))).unwrap_or_default();
    VersionLine {
        name: version.name().to_owned(),
        dates: format!("{} to {to}", display::full_date(version.from)),
        approved: format!("{}{approved}", words(&said.approved_by)),
        changes: words(&said.changes),
    }
}

fn levels(app: &App, made: &[ContactRow]) -> Vec<(String, usize)> {
    let mut all: Vec<(String, usize)> = Vec::new();
    for (_, code, _) in LevelOfNeed::ALL {
        let many = made.iter().filter(|one| one.level.as_deref() == Some(code)).count();
        all.push((app.practice.label("LevelOfNeed", code).to_owned(), many));
    }
    let none = made.iter().filter(|one| one.level.is_none()).count();
    if none > 0 {
        all.push(("No level was given".to_owned(), none));
    }
    if made.is_empty() { Vec::new() } else { all }
}

/// The steps, and how often each was taken by the team of whoever decided.
fn by_team(app: &App, stretch: Stretch) -> Result<(Vec<String>, Vec<TeamLine>), Problem> {
    let Some(indicator) = rules::indicators::indicator(STEPS) else { return Ok(Default::default()) };
    let cases = app.views.cases(indicator, stretch)?;
    // The steps as they are set out, which is how the cases of a decision come.
    let mut steps: Vec<String> = Vec::new();
    for step in cases.iter().filter_map(|case| case.group.as_ref()) {
        if !steps.contains(step) {
            steps.push(step.clone());
        }
    }
    let mut teams: BTreeMap<String, Vec<&CaseRow>> = BTreeMap::new();
    for case in &cases {
        teams.entry(case.team.clone().unwrap_or_default()).or_default().push(case);
    }
    let line = |(team, cases): (String, Vec<&CaseRow>)| {
        let step = |step: &String| {
            let of: Vec<_> = cases.iter().filter(|case| case.group.as_ref() == Some(step)).collect();
            if of.is_empty() {
                return Prose::from("–");
            }
            let taken = of.iter().filter(|case| case.met).count();
            let key = if team.is_empty() { "none" } else { &team };
            let href = format!("/performance/{STEPS}?team={key}&group={}", crate::problem::urlencode(step));
            Prose::new().link(href, format!("{taken} of {}", of.len()))
        };
        let name = match chronology::PersonId::new(&team) {
            Ok(id) => app.views.name(&id),
            Err(_) => "No team".to_owned(),
        };
        TeamLine { name, steps: steps.iter().map(step).collect() }
    };
    let teams = teams.into_iter().map(line).collect();
    Ok((steps, teams))
}
