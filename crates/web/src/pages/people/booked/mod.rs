//! Meetings about one person: booked and held.

mod view;

pub use view::*;

use axum::extract::{Path, State};
use calendar::display;
use maud::Markup;
use record::events::{Attendance, CoreGroupHeld, Presence};
use record::{Choices, Event, TimelineEntry};
use views::access::{action_for, may};

use super::reading::{Query, Reading, read};
use super::wording::shortened;
use crate::App;
use crate::components::button::Button;
use crate::components::child_header::ChildPage;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Forms that book or record a meeting.
const FORMS: [&str; 4] = ["strategy_discussion", "conference_booking", "conference", "core_group"];

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

fn page(reading: &Reading) -> MeetingsPage {
    let mut booked = Vec::new();
    let mut held = Vec::new();
    for entry in reading.timeline().counting() {
        match meeting(reading, entry) {
            Some((true, meeting)) => booked.push(meeting),
            Some((false, meeting)) => held.push(meeting),
            None => {}
        }
    }
    let last = reading.timeline().of::<CoreGroupHeld>().next_back();
    if let Some((entry, on)) =
        last.and_then(|(entry, e)| Some((entry, e.next_on?))).filter(|(_, on)| *on >= reading.today)
    {
        booked.push(Meeting {
            date: on.to_string(),
            day: display::full_date(on),
            time: String::new(),
            what: entry.event.title().to_owned(),
            href: format!("{}/timeline#e{}", reading.href(), entry.id),
            place: String::new(),
            who: "As agreed at the last one".to_owned(),
            came: String::new(),
        });
    }
    booked.sort_by(|a, b| a.date.cmp(&b.date));
    held.reverse();
    let forms = FORMS.iter().filter_map(|id| reading.app.practice.form(id));
    let mine = forms.filter(|form| may(reading.signed_in.who.role, action_for(form.event.kind)));
    let act = |form: &practice::Form| Button::secondary(form.title.clone(), reading.form(&form.id, &[]));
    MeetingsPage {
        child: reading.header(ChildPage::Meetings),
        initials: reading.initials(),
        as_at: reading.banner(ChildPage::Meetings),
        summary: format!("{} to come, {} held.", booked.len(), held.len()),
        booked,
        held,
        acts: if reading.may_record() { mine.map(act).collect() } else { Vec::new() },
    }
}

/// A meeting, and whether it is still to come. A booking whose day is past is not shown: what came of it is.
fn meeting(reading: &Reading, entry: &TimelineEntry) -> Option<(bool, Meeting)> {
    let plain = |what: String, place: Option<String>, who: Option<String>, came: String| Meeting {
        date: entry.day().to_string(),
        day: display::full_date(entry.day()),
        time: entry.occurred.time().map(display::time).unwrap_or_default(),
        what,
        href: format!("{}/timeline{}#e{}", reading.href(), reading.moment_query(), entry.id),
        place: place.unwrap_or_default(),
        who: who.unwrap_or_default(),
        came: shortened(&came, 160),
    };
    let attending = |people: &[Attendance]| {
        let came = |one: &&Attendance| matches!(one.presence, Some(Presence::Present | Presence::Remote));
        let there = people.iter().filter(came).count();
        format!("{there} of {} came", people.len())
    };
    let name = |id: &Option<chronology::PersonId>| id.as_ref().map(|id| reading.name_of(id));
    match &entry.event {
        Event::ConferenceBooked(e) => {
            let on = e.on.filter(|on| *on >= reading.today)?;
            let what = e.conference_type.map_or("Conference", |kind| kind.label()).to_owned();
            let booked = Meeting {
                date: on.to_string(),
                day: display::full_date(on),
                time: e.time.clone().unwrap_or_default(),
                ..plain(
                    what,
                    e.place.clone(),
                    name(&e.chair).map(|chair| format!("{chair} chairs")),
                    String::new(),
                )
            };
            Some((true, booked))
        }
        Event::ConferenceHeld(e) => {
            let what = e.conference_type.map_or("Conference", |kind| kind.label()).to_owned();
            let who = format!(
                "{}{}",
                name(&e.chair).map(|c| format!("{c} chaired; ")).unwrap_or_default(),
                attending(&e.attendance)
            );
            Some((false, plain(what, None, Some(who), e.worries.clone().unwrap_or_default())))
        }
        Event::StrategyDiscussionHeld(e) => {
            let came = e.notes.clone().unwrap_or_default();
            Some((false, plain(entry.event.title().to_owned(), None, Some(attending(&e.attendance)), came)))
        }
        Event::CoreGroupHeld(e) => {
            let came = outcome(e.progress.map(|p| p.label()), &e.notes);
            Some((false, plain(entry.event.title().to_owned(), None, Some(attending(&e.attendance)), came)))
        }
        Event::NeedPlanReviewed(e) => {
            let came = outcome(e.progress.map(|p| p.label()), &e.note);
            Some((false, plain(entry.event.title().to_owned(), None, None, came)))
        }
        _ => None,
    }
}

/// How far things have got, and what was said.
fn outcome(progress: Option<&str>, notes: &Option<String>) -> String {
    [progress.unwrap_or_default(), notes.as_deref().unwrap_or_default()]
        .iter()
        .filter(|words| !words.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(". ")
}
