//! What other agencies were asked about a child and what they hold; and who agreed to the asking.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::{Path, State};
use calendar::display;
use maud::Markup;
use record::events::InformationRequested;
use record::{Choices, Event, TimelineEntry};
use rules::sharing::{Consent, ConsentState, consents, requests};
use views::access::{action_for, may};

use super::reading::{Query, Reading, read};
use crate::App;
use crate::components::button::Button;
use crate::components::child_header::ChildPage;
use crate::components::{Tag, Tone};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Forms that ask an agency, write its answer, or write who agreed.
const FORMS: [&str; 9] = [
    "information_request",
    "information_shared",
    "information_withheld",
    "information_not_requested",
    "consent_sought",
    "consent_given",
    "consent_refused",
    "consent_withdrawn",
    "consent_dispensed_with",
];

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    axum::extract::Query(query): Query,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &query).await?;
    Ok(view(&reading.frame(), &page(&reading)))
}

fn page(reading: &Reading) -> AgenciesPage {
    let timeline = reading.timeline();
    let asked = requests(timeline);
    let waiting = asked.iter().filter(|one| one.answer.is_none()).count();
    let answers: Vec<_> = asked.iter().filter_map(|one| one.answer).map(|answer| answer.id).collect();
    let mut lines: Vec<Line> = asked.iter().map(|one| requested(reading, one)).collect();
    let unasked = timeline.counting().filter(|entry| !answers.contains(&entry.id));
    lines.extend(unasked.filter_map(|entry| told(reading, entry)));
    lines.sort_by(|a, b| b.date.cmp(&a.date));
    let consents: Vec<ConsentLine> = consents(timeline).iter().map(|one| consent(reading, one)).collect();
    let forms = FORMS.iter().filter_map(|id| reading.app.practice.form(id));
    let mine = forms.filter(|form| may(reading.signed_in.who.role, action_for(form.event.kind)));
    let act = |form: &practice::Form| Button::secondary(form.title.clone(), reading.form(&form.id, &[]));
    AgenciesPage {
        child: reading.header(ChildPage::People),
        initials: reading.initials(),
        as_at: reading.banner(ChildPage::People),
        summary: format!("{} asked, {waiting} not answered.", asked.len()),
        people_href: format!("{}/people", reading.href()),
        lines,
        consents,
        acts: if reading.may_record() { mine.map(act).collect() } else { Vec::new() },
    }
}

fn line(reading: &Reading, entry: &TimelineEntry, agency: Option<record::events::Agency>) -> Line {
    Line {
        date: entry.day().to_string(),
        agency: agency.map_or("An agency", |agency| agency.label()).to_owned(),
        href: format!("{}/timeline{}#e{}", reading.href(), reading.moment_query(), entry.id),
        asked_on: String::new(),
        asked: String::new(),
        state: Tag::new(Tone::Soon, "Not answered"),
        answered_on: String::new(),
        held: String::new(),
    }
}

/// A request with its answer, if any.
fn requested(reading: &Reading, request: &rules::Asked<InformationRequested>) -> Line {
    let mut line = line(reading, request.entry, request.said.agency);
    line.asked_on = display::table_date(request.entry.day());
    line.asked = request.said.asked.clone().unwrap_or_default();
    if let Some(answer) = request.answer {
        answered(&mut line, answer);
    }
    line
}

fn answered(line: &mut Line, answer: &TimelineEntry) {
    line.answered_on = display::table_date(answer.day());
    match &answer.event {
        Event::InformationShared(e) => {
            line.state = Tag::new(Tone::Met, "Told");
            line.held = e.held.clone().unwrap_or_default();
        }
        Event::InformationWithheld(e) => {
            line.state = Tag::new(Tone::Finding, "Does not share");
            line.held = e.reason.clone().unwrap_or_default();
        }
        Event::InformationNotRequested(e) => {
            line.state = Tag::new(Tone::Plain, "Not asked");
            line.held = e.reason.clone().unwrap_or_default();
        }
        _ => {}
    }
}

/// What an agency told without being asked on record, or why it was not asked.
fn told(reading: &Reading, entry: &TimelineEntry) -> Option<Line> {
    let agency = match &entry.event {
        Event::InformationShared(e) => e.agency,
        Event::InformationWithheld(e) => e.agency,
        Event::InformationNotRequested(e) => e.agency,
        _ => return None,
    };
    let mut line = line(reading, entry, agency);
    answered(&mut line, entry);
    Some(line)
}

fn consent(reading: &Reading, one: &Consent) -> ConsentLine {
    let state = match one.state {
        ConsentState::Sought => Tag::new(Tone::Soon, "Asked for"),
        ConsentState::Given => Tag::new(Tone::Met, "Given"),
        ConsentState::Refused => Tag::new(Tone::Finding, "Refused"),
        ConsentState::Withdrawn => Tag::new(Tone::Finding, "Withdrawn"),
        ConsentState::WentWithout => Tag::new(Tone::Plain, "Gone on without"),
    };
    let name = one.person.map(|person| reading.name_of(person)).or_else(|| one.name.map(str::to_owned));
    let covers: Vec<&str> = one.agencies.iter().map(|agency| agency.label()).collect();
    ConsentLine {
        who: name.unwrap_or_else(|| "Nobody named".to_owned()),
        purpose: one.purpose.unwrap_or("No purpose written").to_owned(),
        covers: covers.join(", "),
        state,
        since: display::table_date(one.entry.day()),
        reason: one.reason.unwrap_or_default().to_owned(),
        href: format!("{}/timeline{}#e{}", reading.href(), reading.moment_query(), one.entry.id),
    }
}
