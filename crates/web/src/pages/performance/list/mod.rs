//! Every indicator with how it stands.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use calendar::{display, periods};
use rules::indicators::{INDICATORS, Indicator};
use views::{Figure, Stretch, Tallies};

use super::catalogue::{Catalogue, parted};
use super::reading;
use crate::App;
use crate::components::segments::Segment;
use crate::components::{Tag, Tone};
use crate::pages::asked::{Asked, PeriodForm};
use crate::problem::Problem;
use crate::session::SignedIn;

const PATH: &str = "/performance";

/// Shows the page, or gives it as a file.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    super::may_see(&signed_in)?;
    let asked = Asked::of(query);
    let today = app.today();
    let catalogue = Catalogue::of(&app)?;
    let tallies = app.views.tallies(None)?;
    let mut lines = Vec::new();
    let mut rows = Vec::new();
    for indicator in INDICATORS {
        let stretch = reading::stretch(indicator, &asked, today)?;
        let now = figure(&app, &tallies, indicator, stretch, &asked)?;
        if asked.is_csv() {
            rows.push(row(indicator, stretch, &now));
            continue;
        }
        let then = figure(&app, &tallies, indicator, reading::before(stretch), &asked)?;
        let line = line(&app, (&catalogue, &tallies), indicator, stretch, &now, &then, &asked)?;
        lines.push((*indicator, line));
    }
    if asked.is_csv() {
        let head =
            ["Indicator", "Title", "Stretch", "Value", "Numerator", "Denominator", "Too few to publish"];
        return Ok(crate::pages::csv::file(&format!("performance-{today}"), &head, rows));
    }
    let group = |(id, heading, lines): (&str, &str, _)| IndicatorGroup {
        id: id.to_owned(),
        heading: heading.to_owned(),
        lines,
    };
    let period = asked.period(today)?;
    let page = PerformancePage {
        summary: format!(
            "{}, {} · as known at {}",
            reading::stretch_words(Stretch::Between(period.0, period.1)),
            asked
                .get("team")
                .map_or_else(|| "the whole service".to_owned(), |team| super::team_name(&app, team)),
            display::date_and_time(app.now())
        ),
        whose: whose(&app, &signed_in, &asked),
        period: Some(PeriodForm::of(PATH, &asked, period)),
        groups: parted(lines).into_iter().map(group).collect(),
        pack_href: "/performance/pack".to_owned(),
        csv_href: asked.href(PATH, &[("format", Some("csv"))]),
    };
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

/// The figure of everybody, or of the team that the address names.
fn figure(
    app: &App,
    tallies: &Tallies,
    indicator: &Indicator,
    stretch: Stretch,
    asked: &Asked,
) -> Result<Figure, Problem> {
    let Some(team) = asked.get("team") else {
        return Ok(tallies.figure(&app.views, indicator, stretch)?);
    };
    let mut cases = app.views.cases(indicator, stretch)?;
    cases.retain(|case| case.team.as_deref() == Some(team));
    Ok(Figure::of(indicator.measure, &cases))
}

fn line(
    app: &App,
    (catalogue, tallies): (&Catalogue, &Tallies),
    indicator: &Indicator,
    stretch: Stretch,
    now: &Figure,
    then: &Figure,
    asked: &Asked,
) -> Result<IndicatorLine, Problem> {
    let whole = asked.get("team").is_none();
    let aim = catalogue.aim(indicator, now, reading::ends(stretch).1).filter(|_| whole);
    Ok(IndicatorLine {
        name: indicator.title.to_owned(),
        href: asked.href(&format!("{PATH}/{}", indicator.id), &[]),
        source: indicator.source.to_owned(),
        value: reading::figure_words(indicator.measure, now),
        of: reading::of_words(indicator.measure, now),
        change: reading::change_words(indicator.measure, now, then),
        beside: catalogue.beside_words(indicator, reading::ends(stretch).1),
        aim: aim.as_ref().map(|(words, _)| words.clone()).unwrap_or_default(),
        mark: match mark(app, (catalogue, tallies), indicator, stretch, now, asked)? {
            None => aim.filter(|(_, short)| *short).map(|_| Tag::new(Tone::Finding, "Short of its aim")),
            some => some,
        },
    })
}

/// The last month outside its limits or part of a shift; or that the base is too small to publish.
fn mark(
    app: &App,
    (catalogue, tallies): (&Catalogue, &Tallies),
    indicator: &Indicator,
    stretch: Stretch,
    now: &Figure,
    asked: &Asked,
) -> Result<Option<Tag>, Problem> {
    if reading::is_small(now.denominator) {
        return Ok(Some(Tag::new(Tone::Plain, "Too few to publish")));
    }
    if asked.get("team").is_some() || now.value.is_none() {
        return Ok(None);
    }
    let (points, _) = reading::months(app, tallies, indicator, reading::ends(stretch).1)?;
    let odd = points.iter().rev().take(2).enumerate().find(|(_, point)| point.odd);
    let month =
        |back: usize| periods::add_months(reading::ends(stretch).1, -i32::try_from(back).unwrap_or(0));
    Ok(odd.map(|(back, point)| {
        let words =
            if point.note.is_empty() { "outside its ordinary limits".to_owned() } else { point.note.clone() };
        // A move beyond chance stays open until somebody has explained it.
        match catalogue.explained(indicator, month(back)) {
            true => Tag::new(Tone::Plain, format!("{}: {words}, explained", point.period)),
            false => Tag::new(Tone::Finding, format!("{}: {words}, to be explained", point.period)),
        }
    }))
}

fn row(indicator: &Indicator, stretch: Stretch, figure: &Figure) -> Vec<String> {
    vec![
        indicator.id.to_owned(),
        indicator.title.to_owned(),
        reading::stretch_words(stretch),
        figure.value.map(|value| format!("{value:.1}")).unwrap_or_default(),
        figure.numerator.to_string(),
        figure.denominator.to_string(),
        if reading::is_small(figure.denominator) { "yes" } else { "no" }.to_owned(),
    ]
}

fn whose(app: &App, signed_in: &SignedIn, asked: &Asked) -> Vec<Segment> {
    let now = asked.get("team");
    let mut whose = vec![Segment::new("Whole service", asked.href(PATH, &[("team", None)]), now.is_none())];
    if let Some(team) = &signed_in.who.team {
        let team = team.as_str();
        let href = asked.href(PATH, &[("team", Some(team))]);
        whose.push(Segment::new(super::team_name(app, team), href, now == Some(team)));
    }
    whose
}
