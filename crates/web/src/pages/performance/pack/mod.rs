//! The month's pack: every figure of one month, to print, to keep as a workbook, to publish.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use calendar::{display, periods};
use chronology::{Draft, EntryDraft};
use jiff::civil::Date;
use record::Choices;
use record::events::FigurePublished;
use record::{Event, Typed};
use rules::catalogue;
use rules::indicators::{INDICATORS, Indicator, When};
use views::access::{Action, may};
use views::{Figure, Stretch, Tallies};

use super::catalogue::{Catalogue, month_end, month_words, parted};
use super::{reading, workbook};
use crate::App;
use crate::components::button::Button;
use crate::components::segments::Segment;
use crate::components::{Tag, Tone};
use crate::forms::Sent;
use crate::pages::asked::Asked;
use crate::pages::front_door::threshold::stand;
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};
use crate::session::{SignedIn, check_form_token};

const PATH: &str = "/performance/pack";

/// Shows the page, or gives it as a workbook.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    super::may_see(&signed_in)?;
    let asked = Asked::of(query);
    let today = app.today();
    // The last whole month, unless another is asked for.
    let last = periods::add_months(today.first_of_month(), -1);
    let month = asked.day("month")?.unwrap_or(last).first_of_month();
    if month > today {
        return Err(Problem::Refused(format!("{} has not begun", month_words(month))));
    }
    let catalogue = Catalogue::of(&app)?;
    if asked.is_csv() {
        return workbook::pack_csv(&app, &catalogue, month);
    }
    if asked.get("format") == Some("xlsx") {
        return workbook::pack(&app, &catalogue, month);
    }
    let page = page(&app, &signed_in, &catalogue, month)?;
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

/// The stretch of one month that a figure is of.
pub(super) fn stretch(indicator: &Indicator, month: Date, today: Date) -> Stretch {
    let end = month_end(month, today);
    match indicator.when {
        When::AsAt => Stretch::At(end),
        When::Period => Stretch::Between(month.first_of_month(), end),
    }
}

fn page(app: &App, signed_in: &SignedIn, catalogue: &Catalogue, month: Date) -> Result<PackPage, Problem> {
    let today = app.today();
    let end = month_end(month, today);
    let mut lines = Vec::new();
    let mut waiting = 0;
    let tallies = app.views.tallies(None)?;
    for indicator in INDICATORS {
        let line = line(app, signed_in, (catalogue, &tallies), indicator, month)?;
        waiting += usize::from(line.explain.is_some());
        lines.push((*indicator, line));
    }
    let part = |(id, heading, lines): (&str, &str, _)| PackPart {
        id: id.to_owned(),
        heading: heading.to_owned(),
        lines,
    };
    let other = |months: i32| {
        let month = periods::add_months(month, months);
        Segment::new(month_words(month), format!("{PATH}?month={}", month_end(month, today)), false)
    };
    let mut months = vec![other(-1)];
    if periods::add_months(month, 1) <= today {
        months.push(other(1));
    }
    let published = published(app, catalogue, end);
    Ok(PackPage {
        month: month_words(month),
        month_end: end.to_string(),
        summary: format!(
            "The whole service, as known at {}; {} for an explanation.",
            display::date_and_time(app.now()),
            display::how_many(waiting, "figure waits", "figures wait")
        ),
        months,
        parts: parted(lines).into_iter().map(part).collect(),
        workbook: Some(Button::secondary("Workbook (XLSX)", format!("{PATH}?month={end}&format=xlsx"))),
        may_publish: published.is_empty() && may(signed_in.who.role, Action::KeepFigures),
        published,
    })
}

fn line(
    app: &App,
    signed_in: &SignedIn,
    (catalogue, tallies): (&Catalogue, &Tallies),
    indicator: &Indicator,
    month: Date,
) -> Result<PackLine, Problem> {
    let today = app.today();
    let end = month_end(month, today);
    let of = |month: Date| tallies.figure(&app.views, indicator, stretch(indicator, month, today));
    let (figure, before) = (of(month)?, of(periods::add_months(month, -1))?);
    let aim = catalogue.aim(indicator, &figure, end);
    let (points, _) = reading::months(app, tallies, indicator, end)?;
    let odd = points.last().is_some_and(|point| point.odd);
    let mut marks = Vec::new();
    if aim.as_ref().is_some_and(|(_, short)| *short) {
        marks.push(Tag::new(Tone::Finding, "Short of its aim"));
    }
    if odd {
        marks.push(Tag::new(Tone::Finding, "Moved beyond chance"));
    }
    if reading::is_small(figure.denominator) {
        marks.push(Tag::new(Tone::Plain, "Too few to publish"));
    }
    let explained = catalogue.explanation(indicator, month);
    let explains = may(signed_in.who.role, Action::ExplainFigures);
    Ok(PackLine {
        name: indicator.title.to_owned(),
        href: href(indicator, month, end),
        value: reading::figure_words(indicator.measure, &figure),
        of: reading::of_words(indicator.measure, &figure),
        before: reading::figure_words(indicator.measure, &before),
        aim: aim.map(|(words, _)| words).unwrap_or_default(),
        beside: catalogue.beside_words(indicator, end),
        explain: (odd && explained.is_none() && explains).then(|| explain(indicator, end)),
        explained: explained.unwrap_or_default(),
        marks,
    })
}

fn href(indicator: &Indicator, month: Date, end: Date) -> String {
    match indicator.when {
        When::AsAt => format!("/performance/{}?as-at={end}", indicator.id),
        When::Period => format!("/performance/{}?from={}&to={end}", indicator.id, month.first_of_month()),
    }
}

/// The button that explains how a figure moved up to a day.
pub(super) fn explain(indicator: &Indicator, end: Date) -> Button {
    let scopes = ["shared", "authority"].map(|scope| {
        format!(
            "{scope}.indicator={}&{scope}.period_to.day={}&{scope}.period_to.month={}&{scope}.period_to.year={}",
            indicator.id,
            end.day(),
            end.month(),
            end.year()
        )
    });
    Button::secondary("Explain", format!("/forms/commentary?about=authority&{}", scopes.join("&")))
        .about(indicator.title)
}

/// When the month's figures were published, and by whom.
fn published(app: &App, catalogue: &Catalogue, end: Date) -> String {
    let mut all = catalogue.authority.of::<FigurePublished>();
    let Some((entry, _)) = all.find(|(_, said)| said.period_to == Some(end)) else { return String::new() };
    let at = entry.occurred.instant().map(display::date_and_time).unwrap_or_default();
    format!("Published at {at}, by {}.", app.views.name(entry.author()))
}

/// Publishes every figure of a month as it stands.
pub(crate) async fn publish(
    State(app): State<App>,
    signed_in: SignedIn,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    if !may(signed_in.who.role, Action::KeepFigures) {
        return Err(Problem::NotAllowed(
            "Figures are published by the analyst, the head of service or the director.".to_owned(),
        ));
    }
    let given = sent.get("month").unwrap_or_default();
    let month: Date = given.parse().map_err(|_| Problem::Refused(format!("“{given}” is not a month")))?;
    let today = app.today();
    if month > today {
        return Err(Problem::Refused(format!("{} has not ended", month_words(month))));
    }
    stand(&app, &signed_in).await?;
    let known_to = app.chronology.head()?.number.0;
    let mut draft = Draft::by(signed_in.who.person.clone(), signed_in.who.role.code());
    draft.key = Some(format!("published-{}", month_end(month, today)));
    for indicator in INDICATORS {
        let stretch = stretch(indicator, month, today);
        let figure = app.views.figure(indicator, stretch)?;
        let event: Event = publication(indicator, stretch, &figure, known_to, &signed_in).into();
        let kind = <FigurePublished as Typed>::INFO.kind;
        let mut entry = EntryDraft::new(rules::threshold::authority(), kind, crate::forms::moment(app.now()));
        entry.body = event.body();
        draft.entries.push(entry);
    }
    match record(&app, &signed_in.who, draft).await {
        Ok(_) => Ok(Redirect::to(&format!("{PATH}?month={}", month_end(month, today))).into_response()),
        Err(NotRecorded::Problem(problem)) => Err(problem),
        Err(NotRecorded::Malformed(words)) => Err(Problem::Refused(words)),
        Err(other) => Err(Problem::fault(format!("{other:?}"))),
    }
}

fn publication(
    indicator: &Indicator,
    stretch: Stretch,
    figure: &Figure,
    known_to: u64,
    signed_in: &SignedIn,
) -> FigurePublished {
    let count = |count: usize| u32::try_from(count).ok();
    let (first, last) = match stretch {
        Stretch::At(day) => (None, day),
        Stretch::Between(first, last) => (Some(first), last),
    };
    FigurePublished {
        indicator: Some(indicator.id.to_owned()),
        period_from: first,
        period_to: Some(last),
        value: figure.value.map(|value| format!("{value:.1}")),
        numerator: count(figure.numerator),
        denominator: count(figure.denominator),
        known_to: u32::try_from(known_to).ok(),
        published_by: Some(signed_in.who.person.clone()),
    }
}

/// Every publication of a figure, the latest first, for its page.
pub(super) fn publications(
    catalogue: &Catalogue,
    indicator: &Indicator,
) -> Vec<(chronology::EntryId, FigurePublished)> {
    let all = catalogue::published(&catalogue.authority, indicator.id);
    all.into_iter().map(|(entry, said)| (entry.id, said.clone())).collect()
}
