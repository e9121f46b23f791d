//! The weekly sample of decisions rated again unseen, and the month's refusals.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use calendar::{display, periods};
use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use maud::Markup;
use record::Choices;
use record::events::{DecisionRerated, RefusalReason};
use rules::{Circle, draw};
use views::{ContactRow, Figure, Stretch};

use crate::App;
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::stats::Stat;
use crate::components::{Tag, Tone};
use crate::pages::asked::Asked;
use crate::pages::naming::Naming;
use crate::pages::performance::reading::{figure_words, of_words};
use crate::problem::Problem;
use crate::session::SignedIn;

const PATH: &str = "/front-door/sample";
const WEEK_DAYS: i32 = 7;
/// The figure of agreement.
const AGREEMENT: &str = "decisions_rerated_agree";

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    super::queue::may_see(&signed_in)?;
    let asked = Asked::of(query);
    let today = app.today();
    // The draw is on Monday, of the week before.
    let this = periods::add_calendar_days(draw::draw_after(today), -WEEK_DAYS);
    let monday = asked.day("week")?.map_or(periods::add_calendar_days(this, -WEEK_DAYS), |day| {
        periods::add_calendar_days(draw::draw_after(day), -WEEK_DAYS)
    });
    let naming = Naming::of(&app, &signed_in.who)?;
    let page = page(&app, &naming, monday, this)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(app: &App, naming: &Naming, monday: Date, this: Date) -> Result<SamplePage, Problem> {
    let sunday = periods::add_calendar_days(monday, WEEK_DAYS - 1);
    let closes = draw::sample_closes(monday);
    let settings = app.views.folder().settings();
    let drawn = |one: &ContactRow| {
        let on = one.decided.map(chronology::Occurred::date);
        one.decision.zip(on).is_some_and(|(by, on)| draw::in_sample(settings, by, on))
    };
    let mut sample = Vec::new();
    for one in app.views.decisions_made(monday, sunday)?.iter().filter(|one| drawn(one)) {
        sample.push(line(app, naming, one)?);
    }
    let rated = sample.iter().filter(|line| !line.ratings.is_empty()).count();
    let mut stats = Vec::new();
    if let Some(indicator) = rules::indicators::indicator(AGREEMENT) {
        let mut cases = app.views.cases(indicator, Stretch::Between(closes, closes))?;
        cases.retain(|case| case.from == closes);
        let figure = Figure::of(indicator.measure, &cases);
        let href = format!("/performance/{AGREEMENT}?from={closes}&to={closes}");
        let base = match figure.denominator {
            0 => Prose::from("nobody has rated any of it"),
            _ => Prose::new().link(href, of_words(indicator.measure, &figure)),
        };
        stats.push(Stat::new("Agreement in this sample", figure_words(indicator.measure, &figure), base));
    }
    stats.push(Stat::new("Rated", format!("{rated} of {}", sample.len()), "decisions drawn"));
    let week = |words: &str, day: Date| Segment::new(words, format!("{PATH}?week={day}"), false);
    let mut weeks = vec![week("Week before", periods::add_calendar_days(monday, -WEEK_DAYS))];
    if monday < this {
        weeks.push(week("Week after", periods::add_calendar_days(monday, WEEK_DAYS)));
    }
    Ok(SamplePage {
        summary: format!(
            "Decisions of the week from {}; the sample closes on {}.",
            display::full_date(monday),
            display::full_date(closes)
        ),
        weeks,
        stats,
        sample,
        month: display::month_and_year(monday),
        refusals: refusals(app, naming, monday)?,
    })
}

/// One decision with its ratings; a decision nobody has rated shows its day and no more.
fn line(app: &App, naming: &Naming, one: &ContactRow) -> Result<SampleLine, Problem> {
    let hidden = naming.hides(&one.person);
    let decided = one.decided.map(|at| display::full_date(at.date())).unwrap_or_default();
    let href = format!(
        "/forms/decision_rerating?about={0}&{0}.decision={1}&shared.decision={1}",
        one.person,
        one.decision.map(|id| id.to_string()).unwrap_or_default()
    );
    Ok(SampleLine {
        name: naming.child(&one.person, &one.name),
        href: naming.href(&one.person),
        decided,
        ratings: if hidden { Vec::new() } else { ratings(app, &one.person, one.decision)? },
        next: (!hidden).then(|| Button::secondary("Rate it", href).about(one.name.clone())),
    })
}

/// What those who rated a decision again made of it, in the words of the figure.
fn ratings(app: &App, person: &str, decision: Option<EntryId>) -> Result<Vec<(Tag, String)>, Problem> {
    let (Ok(person), Some(decision)) = (PersonId::new(person), decision) else { return Ok(Vec::new()) };
    let Some(indicator) = rules::indicators::indicator(AGREEMENT) else { return Ok(Vec::new()) };
    let timeline = app.views.folder().timeline(&person)?;
    if !timeline.of::<DecisionRerated>().any(|(_, said)| said.decision == decision) {
        return Ok(Vec::new());
    }
    let others = std::collections::BTreeMap::new();
    let settings = app.views.folder().settings();
    let circle = Circle { person: &person, timeline: &timeline, others: &others, settings };
    let cases = (indicator.cases)(&circle);
    let mine = cases.into_iter().filter(|case| case.entries.contains(&decision));
    let words = mine.map(|case| {
        let state = if case.met { Tag::new(Tone::Met, "Agrees") } else { Tag::new(Tone::Finding, "Differs") };
        let by = case.group.map(|agency| format!("{agency}: ")).unwrap_or_default();
        (state, format!("{by}{}", case.because))
    });
    Ok(words.collect())
}

/// The month's refusals by reason, with the one of each that is drawn.
fn refusals(app: &App, naming: &Naming, month: Date) -> Result<Vec<RefusalLine>, Problem> {
    let made = app.views.decisions_made(month.first_of_month(), month.last_of_month())?;
    let mut lines = Vec::new();
    for (_, code, label) in RefusalReason::ALL {
        let these: Vec<&ContactRow> =
            made.iter().filter(|one| one.refusal.as_deref() == Some(code)).collect();
        let drawn = draw::one_of(these.iter().filter_map(|one| one.decision), month);
        let one = these.iter().find(|one| one.decision == drawn && drawn.is_some());
        lines.push(RefusalLine {
            reason: (*label).to_owned(),
            many: these.len(),
            drawn: one.map(|one| line(app, naming, one)).transpose()?,
        });
    }
    let ended = ["no_further_action", "advice_given"];
    let uncoded = made
        .iter()
        .filter(|one| {
            one.refusal.is_none() && one.outcome.as_deref().is_some_and(|code| ended.contains(&code))
        })
        .count();
    if uncoded > 0 {
        lines.push(RefusalLine { reason: "No reason was coded".to_owned(), many: uncoded, drawn: None });
    }
    Ok(lines)
}
