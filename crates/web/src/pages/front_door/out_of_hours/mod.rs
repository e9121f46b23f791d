//! Out of hours: handovers that the day team has not taken up, gaps in the rota, rest, and demand beside shifts.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::State;
use calendar::display;
use calendar::periods::add_weeks;
use chronology::PersonId;
use jiff::Timestamp;
use jiff::civil::Date;
use maud::Markup;
use record::timeline::Shift;
use rules::rota;
use views::DutyRow;

use super::queue::may_see;
use crate::App;
use crate::components::{Nearness, When};
use crate::pages::naming::Naming;
use crate::pages::partners::receiving::teams;
use crate::problem::Problem;
use crate::session::SignedIn;

/// The timescale of taking up a handover.
const ACCEPTED: &str = "handover-accepted";
/// The weeks of contacts from which demand is counted, and of handovers for the audit sample.
const WEEKS: i32 = 4;

/// Shows the page.
pub(crate) async fn show(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    may_see(&signed_in)?;
    let naming = Naming::of(&app, &signed_in.who)?;
    let page = page(&app, &naming)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(app: &App, naming: &Naming) -> Result<OutOfHoursPage, Problem> {
    let today = app.today();
    let since = add_weeks(today, -WEEKS);
    let duties = app.views.duties_under(&[ACCEPTED], today)?;
    let mut waiting = Vec::new();
    let mut sample = Vec::new();
    for duty in &duties {
        if duty.stopped_on.is_none() {
            waiting.extend(handover(app, naming, duty, today)?);
        }
        if since <= duty.started_on {
            sample.extend(handover(app, naming, duty, today)?);
        }
    }
    let contacts = app.views.contacts_received(since, today)?;
    let moments: Vec<Timestamp> =
        contacts.iter().filter_map(|one| one.received).filter_map(|at| at.instant()).collect();
    let mut rotas = Vec::new();
    for (team, timeline) in teams(app)? {
        if !timeline.shifts.is_empty() {
            rotas.push(rota_of(app, &team, &timeline.shifts, &moments, today));
        }
    }
    let gaps: usize = rotas.iter().map(|one| one.gaps.len()).sum();
    Ok(OutOfHoursPage {
        summary: format!(
            "Handovers that wait for the day team: {}. Shifts within {} days that lack somebody: {gaps}.",
            waiting.len(),
            app.views.settings().limit("cover_gap_warning_days")
        ),
        waiting,
        rotas,
        sample,
    })
}

fn handover(
    app: &App,
    naming: &Naming,
    duty: &DutyRow,
    today: Date,
) -> Result<Option<HandoverLine>, Problem> {
    let Ok(child) = PersonId::new(&duty.person) else { return Ok(None) };
    let timeline = app.views.folder().timeline(&child)?;
    let Some(one) = timeline.handovers.iter().find(|one| Some(one.by) == duty.started_by) else {
        return Ok(None);
    };
    let hidden = naming.hides(&duty.person);
    let overdue = duty.stopped_on.is_none() && duty.due_on.is_some_and(|due| due < today);
    let made = one.made.instant().map_or_else(|| display::full_date(one.made.date()), display::date_and_time);
    let by = duty.due_on.map(display::weekday_date).unwrap_or_default();
    let words = |text: &Option<String>| text.clone().filter(|_| !hidden).unwrap_or_default();
    let who = one.said.handed_over_by.clone();
    let author = timeline.entry(one.by).map(|entry| entry.author().clone());
    Ok(Some(HandoverLine {
        name: naming.child(&duty.person, &duty.name),
        href: naming.href(&duty.person),
        by: who.or(author).map(|who| app.views.name(&who)).unwrap_or_default(),
        made,
        done: words(&one.said.done),
        to_do: words(&one.said.to_do),
        until: When::new(
            if overdue { Nearness::Overdue } else { Nearness::Plain },
            by,
            match (duty.stopped_on, overdue) {
                (Some(_), _) if duty.in_time == Some(false) => "taken up late",
                (Some(_), _) => "taken up in time",
                (None, true) => "not taken up in time",
                (None, false) => "to be taken up",
            },
        ),
        accepted: one.accepted.as_ref().map(|(_, _, who)| app.views.name(who)).unwrap_or_default(),
        accept_href: if hidden {
            String::new()
        } else {
            format!("/forms/handover_accept?about={}", duty.person)
        },
    }))
}

fn rota_of(app: &App, team: &PersonId, shifts: &[Shift], contacts: &[Timestamp], today: Date) -> Rota {
    let settings = app.views.settings();
    let gaps = rota::gaps(shifts, today, settings);
    let tired = rota::without_rest(shifts, settings);
    let weeks = u32::try_from(WEEKS).unwrap_or(1);
    let hours = rota::demand(shifts, contacts, today, weeks);
    let ahead = shifts.iter().filter(|shift| today <= shift.on);
    Rota {
        team: app.views.name(team),
        plan_href: format!("/forms/shift?about={team}"),
        gaps: gaps.iter().map(|shift| gap(shift)).collect(),
        tired: tired
            .iter()
            .filter(|one| today <= one.shift.on)
            .map(|one| {
                let hours = one.rest.as_hours();
                format!("{}: {hours} hours of rest before {}", app.views.name(one.worker), begins(one.shift))
            })
            .collect(),
        shifts: ahead
            .take(SHIFTS_MAX)
            .map(|shift| ShiftLine {
                begins: begins(shift),
                hours: shift.hours,
                workers: rules::listed(
                    &shift.said.workers.iter().map(|worker| app.views.name(worker)).collect::<Vec<_>>(),
                ),
                gap: shift.gap(),
            })
            .collect(),
        short: hours
            .iter()
            .filter(|hour| hour.short())
            .map(|hour| HourLine {
                when: format!("{} {}:00", DAYS[hour.weekday % DAYS.len()], hour.hour),
                contacts: format!("{:.1}", hour.weekly_contacts),
                workers: hour.workers,
            })
            .collect(),
    }
}

/// The most shifts that are listed.
const SHIFTS_MAX: usize = 28;
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn begins(shift: &Shift) -> String {
    format!("{} at {}:00", display::weekday_date(shift.on), shift.from_hour)
}

fn gap(shift: &Shift) -> String {
    let needed = shift.said.needed.unwrap_or(1);
    format!("{}, {} hours: lacks {} of {needed}", begins(shift), shift.hours, shift.gap())
}
