//! Disagreements of agencies with decisions about children.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::BTreeMap;

use axum::extract::State;
use calendar::{display, periods};
use chronology::PersonId;
use maud::Markup;
use record::Choices;
use record::events::{Agency, DisagreementOutcome};
use rules::disagreement::{Disagreement, disagreements, may_answer};
use views::access::{Action, may};
use views::{Matter, MatterLine};

use crate::App;
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::{Nearness, When};
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Disagreements are counted over so many months back.
const MONTHS: i32 = 12;
/// One answered stands on the page for so many days.
const ANSWERED_DAYS: i32 = 28;

/// Shows the page.
pub(crate) async fn show(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    if !may(signed_in.who.role, Action::SeeDisagreements) {
        return Err(Problem::NotAllowed(
            "Disagreements are seen by managers and the chair of the board. An agency sees its own on its receipt.".to_owned(),
        ));
    }
    let page = page(&app, &signed_in)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(app: &App, signed_in: &SignedIn) -> Result<DisagreementsPage, Problem> {
    let (today, now) = (app.today(), app.now());
    let naming = Naming::of(app, &signed_in.who)?;
    let hours = app.views.folder().settings().limit("disagreement_answer_hours");
    let mut lines = app.views.matters_open(Matter::Disagreement, today)?;
    let year = periods::add_months(today, -MONTHS);
    for one in app.views.matters_begun(Matter::Disagreement, year, today)? {
        if !lines.iter().any(|line| line.entry == one.entry) {
            lines.push(one);
        }
    }
    let (mut open, mut answered) = (Vec::new(), Vec::new());
    let mut agencies: BTreeMap<&'static str, (AgencyLine, Vec<i64>)> = BTreeMap::new();
    let recent = periods::add_calendar_days(today, -ANSWERED_DAYS);
    for line in &lines {
        let Ok(person) = PersonId::new(&line.person) else { continue };
        let timeline = app.views.folder().timeline(&person)?;
        let all = disagreements(&timeline, hours);
        let Some(one) = all.iter().find(|one| Some(one.entry.id) == line.entry) else { continue };
        count(&mut agencies, one);
        match one.stage_at(now) {
            Some(stage) => {
                open.push((stage.level, stage.since, open_line(app, signed_in, &naming, line, one)))
            }
            None if one.outcome().is_some_and(|(entry, _)| entry.day() >= recent) => {
                answered.push(open_line(app, signed_in, &naming, line, one));
            }
            None => {}
        }
    }
    open.sort_by_key(|(level, since, _)| (std::cmp::Reverse(*level as u8), *since));
    let summary = format!(
        "{} for an answer.",
        display::how_many(open.len(), "disagreement waits", "disagreements wait")
    );
    let middle = |(mut line, mut hours): (AgencyLine, Vec<i64>)| {
        hours.sort_unstable();
        line.hours = hours.get(hours.len() / 2).map(ToString::to_string).unwrap_or_default();
        line
    };
    Ok(DisagreementsPage {
        summary: display::capital(&summary),
        open: open.into_iter().map(|(_, _, line)| line).collect(),
        answered,
        agencies: agencies.into_values().map(middle).collect(),
    })
}

fn count(agencies: &mut BTreeMap<&'static str, (AgencyLine, Vec<i64>)>, one: &Disagreement) {
    let name = one.said.agency.map_or("Agency not given", Agency::label);
    let (line, hours) = agencies
        .entry(name)
        .or_insert_with(|| (AgencyLine { name: name.to_owned(), ..AgencyLine::default() }, Vec::new()));
    line.raised += 1;
    match one.outcome() {
        None => line.open += 1,
        Some((_, Some(DisagreementOutcome::Stands) | None)) => line.stands += 1,
        Some(_) => line.changed += 1,
    }
    hours.extend(one.hours());
}

fn open_line(
    app: &App,
    signed_in: &SignedIn,
    naming: &Naming,
    line: &MatterLine,
    one: &Disagreement,
) -> OpenLine {
    let hidden = naming.hides(&line.person);
    let (today, now) = (app.today(), app.now());
    let by = [one.said.agency.map(|agency| agency.label().to_owned()), one.said.raised_by_name.clone()];
    let by: Vec<String> = by.into_iter().flatten().collect();
    let disputed = if hidden { "Ask your manager. ".to_owned() } else { format!("{} ", line.words) };
    let stage = one.stage_at(now);
    let due = stage.map(|stage| {
        let on = calendar::london::date_of(stage.limit);
        let nearness = if stage.limit < now { Nearness::Overdue } else { Nearness::Soon };
        When::new(nearness, display::table_date(on), display::how_far_off(today, on))
    });
    let level = match stage {
        Some(stage) => stage.level.label().to_owned(),
        None => one
            .outcome()
            .and_then(|(_, outcome)| outcome)
            .map_or("Settled", |outcome| outcome.label())
            .to_owned(),
    };
    let answers = stage.filter(|stage| !hidden && may_answer(signed_in.who.role, stage.level));
    let href =
        format!("/forms/disagreement_answer?about={}&shared.disagreement={}", line.person, one.entry.id);
    OpenLine {
        name: naming.child(&line.person, &line.name),
        href: naming.href(&line.person),
        disputed: Prose::new().text(disputed).quiet(by.join(", ")),
        level,
        due,
        next: answers.map(|_| Button::primary("Answer", href).about(line.name.clone())),
    }
}
