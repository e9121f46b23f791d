//! Children between two teams: who waits for whom, how long, and what room the receiving team has.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::State;
use calendar::display;
use calendar::working_days::working_days_between;
use chronology::PersonId;
use jiff::civil::Date;
use maud::Markup;
use record::events::Role;
use record::timeline::Transfer;
use views::DutyRow;
use views::access::{Action, may};

use crate::App;
use crate::components::{Nearness, Tag, Tone, When};
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Children who wait, each with the day on which they were asked for.
type Lines = Vec<(Date, WaitingChild)>;

/// The timescale of a transfer's answer.
const ANSWER: &str = "transfer-accepted";

/// Shows the page.
pub(crate) async fn show(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    if !may(signed_in.who.role, Action::SeeTeam) {
        return Err(Problem::NotAllowed("Transfers are seen by workers and managers of teams.".to_owned()));
    }
    let naming = Naming::of(&app, &signed_in.who)?;
    let page = page(&app, &naming)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(app: &App, naming: &Naming) -> Result<TransfersPage, Problem> {
    let today = app.today();
    let duties = app.views.duties_under(&[ANSWER], today)?;
    let open =
        duties.iter().filter(|duty| duty.stopped_on.is_none() && duty.lapsed_on.is_none_or(|on| today < on));
    let mut teams: Vec<(Option<PersonId>, Lines)> = Vec::new();
    let (mut waiting, mut overdue) = (0, 0);
    for duty in open {
        let Ok(child) = PersonId::new(&duty.person) else { continue };
        let timeline = app.views.folder().timeline(&child)?;
        let Some(transfer) = timeline.transfers.iter().find(|one| Some(one.by) == duty.started_by) else {
            continue;
        };
        let holder = timeline.allocation_on(today).and_then(|allocation| allocation.worker.clone());
        let line = line(app, naming, duty, transfer, holder.as_ref(), today);
        waiting += 1;
        overdue += usize::from(line.overdue);
        let to = transfer.said.to_team.clone();
        let line = (transfer.requested.date(), line);
        match teams.iter_mut().find(|(team, _)| *team == to) {
            Some((_, lines)) => lines.push(line),
            None => teams.push((to, vec![line])),
        }
    }
    teams.sort_by_key(|(_, lines)| std::cmp::Reverse(lines.iter().filter(|(_, line)| line.overdue).count()));
    let mut shown = Vec::new();
    for (team, mut lines) in teams {
        lines.sort_by_key(|(asked, _)| *asked);
        shown.push(ReceivingTeam {
            name: team.as_ref().map_or_else(|| "No team named".to_owned(), |team| app.views.name(team)),
            capacity: team.as_ref().map(|team| capacity(app, team, today)).transpose()?.unwrap_or_default(),
            children: lines.into_iter().map(|(_, line)| line).collect(),
        });
    }
    Ok(TransfersPage {
        summary: format!(
            "Children who wait between teams: {waiting}; past the limit: {overdue}. The sending team and worker answer for each until it is accepted."
        ),
        teams: shown,
    })
}

fn line(
    app: &App,
    naming: &Naming,
    duty: &DutyRow,
    transfer: &Transfer,
    holder: Option<&PersonId>,
    today: Date,
) -> WaitingChild {
    let asked = transfer.requested.date();
    let overdue = duty.due_on.is_some_and(|due| due < today);
    let days = working_days_between(asked, today).max(0);
    let due = duty.due_on.map(display::weekday_date).unwrap_or_default();
    let meaning = if overdue {
        format!("overdue: to be answered by {due}")
    } else {
        format!("to be answered by {due}")
    };
    let nearness = if overdue { Nearness::Overdue } else { Nearness::Plain };
    let team = |team: &Option<PersonId>| team.as_ref().map(|team| app.views.name(team)).unwrap_or_default();
    let hidden = naming.hides(&duty.person);
    WaitingChild {
        name: naming.child(&duty.person, &duty.name),
        href: naming.href(&duty.person),
        from: team(&transfer.said.from_team),
        answers: holder.map_or_else(|| "Nobody is named".to_owned(), |worker| app.views.name(worker)),
        manager: team(&transfer.said.to_manager),
        waits: When::new(nearness, display::working_days(days.unsigned_abs()), meaning),
        check: match (&transfer.checked, transfer.ready()) {
            (_, true) => Tag::new(Tone::Met, "Ready"),
            (Some(_), false) => Tag::new(Tone::Soon, "Not ready"),
            (None, false) => Tag::new(Tone::Finding, "Not checked"),
        },
        accept_href: if hidden {
            String::new()
        } else {
            format!("/forms/transfer_accept?about={}", duty.person)
        },
        overdue,
    }
}

/// “12 children of 36 that its 2 social workers may have: room for 24.”
fn capacity(app: &App, team: &PersonId, today: Date) -> Result<String, Problem> {
    let workers = app.views.caseloads(Some(team), today)?;
    let workers: Vec<_> = workers.iter().filter(|one| one.post.role == Some(Role::SocialWorker)).collect();
    let limit: u32 = workers.iter().map(|one| one.limit(app.views.settings())).sum();
    let have = u32::try_from(workers.iter().map(|one| one.children.len()).sum::<usize>()).unwrap_or(u32::MAX);
    let room = match limit.checked_sub(have) {
        Some(0) | None => "no room".to_owned(),
        Some(room) => format!("room for {room}"),
    };
    let people = if workers.len() == 1 { "social worker" } else { "social workers" };
    Ok(format!("{have} children of {limit} that its {} {people} may have: {room}.", workers.len()))
}
