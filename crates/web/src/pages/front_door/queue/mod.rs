//! The front door's live queue.

pub(crate) mod history;
mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use calendar::{display, hours};
use jiff::Timestamp;
use maud::Markup;
use record::Choices;
use record::events::{PersonCategory, Role};
use views::access::{Action, may};
use views::{ContactRow, DutyRow};

use self::history::label;
use crate::App;
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::{Nearness, Tag, Tone, When, Why};
use crate::pages::asked::near_day;
use crate::pages::naming::Naming;
use crate::pages::people::wording::shortened;
use crate::problem::Problem;
use crate::session::SignedIn;

/// The limits of the decision on a contact.
const DECISIONS: [&str; 2] = ["high-risk-contact-decision", "contact-decision"];

/// Refuses whoever does not work at the front door.
pub(crate) fn may_see(signed_in: &SignedIn) -> Result<(), Problem> {
    if may(signed_in.who.role, Action::FrontDoor) {
        Ok(())
    } else {
        Err(Problem::NotAllowed("The front door’s queue is seen by screeners and managers.".to_owned()))
    }
}

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    may_see(&signed_in)?;
    let naming = Naming::of(&app, &signed_in.who)?;
    let page = page(&app, &naming, query.get("show").map_or("all", String::as_str))?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(app: &App, naming: &Naming, shown: &str) -> Result<QueuePage, Problem> {
    let (now, today) = (app.now(), app.today());
    let contacts = app.views.contacts_undecided()?;
    let duties = app.views.duties_open(None, None, today)?;
    let managers = managers(app)?;
    let calls = calls(&contacts);
    let limits: Vec<Limit> = calls.iter().map(|call| limit(app, call, &duties, now)).collect();
    let past = limits.iter().filter(|limit| limit.past).count();
    let mut waiting = Vec::new();
    for (call, limit) in calls.iter().zip(&limits) {
        let ready = call.iter().all(|child| child.proposed.is_some());
        let wanted = match shown {
            "screening" => !ready,
            "ready" => ready,
            "late" => limit.past,
            _ => true,
        };
        if wanted {
            waiting.push(row(app, call, limit, ready, naming, &managers, now)?);
        }
    }
    let days = history::last_days(today);
    let received = app.views.contacts_received(days.0, days.1)?;
    let clock = display::time(calendar::london::wall_clock(now).time());
    let ways = [
        ("All", "all"),
        ("Being screened", "screening"),
        ("Ready to decide", "ready"),
        ("Past the limit", "late"),
    ];
    Ok(QueuePage {
        summary: format!(
            "{}, {clock}. {} calls about {} children wait; {past} past the limit.",
            display::long_date(today),
            calls.len(),
            contacts.len()
        ),
        shown: ways
            .map(|(words, way)| Segment::new(words, format!("/front-door?show={way}"), way == shown))
            .into(),
        managers,
        waiting,
        order_why: Some(order_why(app)),
        yesterday: history::numbers(&received),
        yesterday_day: history::last_days_words(days),
        second_look: history::second_look(app, &received, naming)?,
    })
}

fn order_why(app: &App) -> Why {
    let settings = app.views.settings();
    let days = display::working_days(settings.limit("contact_decision_working_days"));
    let red = format!(" A red contact is decided within {} hours.", hours_most(app));
    Why::titled(
        "Why this order and this limit?",
        format!(
            "By risk as last judged, then the longest open first. A manager decides what follows within {days} of a \
             contact: Working Together 2023, chapter 3.{red} A call past its limit stands before the front-door manager \
             and the head of service."
        ),
    )
}

/// Contacts of one recording are one call about several children; the calls keep the order of the queue.
fn calls(contacts: &[ContactRow]) -> Vec<Vec<&ContactRow>> {
    let mut calls: Vec<Vec<&ContactRow>> = Vec::new();
    for contact in contacts {
        match calls.iter_mut().find(|call| call[0].recording == contact.recording) {
            Some(call) => call.push(contact),
            None => calls.push(vec![contact]),
        }
    }
    calls
}

/// The nearest limit of a call.
struct Limit {
    words: String,
    past: bool,
    today: bool,
}

fn limit(app: &App, call: &[&ContactRow], duties: &[DutyRow], now: Timestamp) -> Limit {
    let today = app.today();
    let of_call = |duty: &&DutyRow| {
        DECISIONS.contains(&duty.timescale.as_str())
            && call.iter().any(|child| child.person == duty.person && child.entry == duty.started_by)
    };
    let due = duties.iter().filter(of_call).filter_map(|duty| duty.due_on).min();
    let red = call.iter().find(|child| child.rating.as_deref() == Some("red"));
    let received = red.and_then(|child| child.received).and_then(|at| at.instant());
    if let Some(at) = received {
        let most = hours_most(app);
        let by = hours::add_hours(at, most);
        return Limit {
            words: format!("of {most} hours; decide by {}", display::date_and_time(by)),
            past: by < now || due.is_some_and(|due| due < today),
            today: calendar::london::date_of(by) == today,
        };
    }
    Limit {
        words: due.map_or_else(String::new, |due| format!("decide by {}", near_day(due, today))),
        past: due.is_some_and(|due| due < today),
        today: due == Some(today),
    }
}

/// The hours within which a red contact is decided here.
fn hours_most(app: &App) -> i32 {
    i32::try_from(app.views.settings().limit("high_risk_contact_decision_hours")).unwrap_or(i32::MAX)
}

fn row(
    app: &App,
    call: &[&ContactRow],
    limit: &Limit,
    ready: bool,
    naming: &Naming,
    managers: &[OnToday],
    now: Timestamp,
) -> Result<Waiting, Problem> {
    let first = call[0];
    let open: Vec<&&ContactRow> = call.iter().filter(|child| !naming.hides(&child.person)).collect();
    let names: Vec<String> = call.iter().map(|child| naming.child(&child.person, &child.name)).collect();
    let ids: Vec<&str> = open.iter().map(|child| child.person.as_str()).collect();
    let form = if ready { "contact_decision" } else { "screening" };
    let href = if ids.is_empty() { String::new() } else { format!("/forms/{form}?about={}", ids.join(",")) };
    let nearness = match (limit.past, limit.today) {
        (true, _) => Nearness::Overdue,
        (_, true) => Nearness::Today,
        _ => Nearness::Plain,
    };
    let meaning = if limit.past { format!("past its limit; {}", limit.words) } else { limit.words.clone() };
    Ok(Waiting {
        household: names.join(", "),
        href: naming.href(&first.person),
        children: if call.len() == 1 { "1 child".to_owned() } else { format!("{} children", call.len()) },
        risk: risk(first.rating.as_deref()),
        said: if open.is_empty() { "Restricted.".into() } else { said(app, first) },
        open: When::new(nearness, open_for(first, now), meaning),
        raised: raised(limit, managers),
        history: history::history(app, call, naming)?,
        ready: if call.iter().any(|child| child.reopened.is_some()) {
            Tag::new(Tone::Overdue, "Reopened: decision overturned")
        } else if ready {
            Tag::new(Tone::Met, "Ready to decide")
        } else {
            Tag::new(Tone::Soon, "Being screened")
        },
        next: if href.is_empty() {
            Button::secondary("Ask who may open it", "/lists/contacts-undecided")
        } else if ready {
            Button::primary("Decide", href)
        } else {
            Button::secondary("Screen", href)
        },
    })
}

/// How long the call has been open: “27 h 40 m”; whole days where no time was recorded.
fn open_for(contact: &ContactRow, now: Timestamp) -> String {
    let Some(received) = contact.received else { return "Time not recorded".to_owned() };
    match received.instant() {
        Some(at) => {
            let minutes = now.duration_since(at).as_mins().max(0);
            let (hours, days) = (minutes / 60, minutes / (24 * 60));
            if days < 4 {
                format!("{hours} h {} m open", minutes % 60)
            } else {
                format!("{hours} h open: {days} days")
            }
        }
        None => display::how_long_ago(calendar::london::date_of(now), received.date()),
    }
}

fn risk(rating: Option<&str>) -> Tag {
    match rating {
        Some("red") => Tag::new(Tone::Overdue, "Red: high risk"),
        Some("amber") => Tag::new(Tone::Soon, "Amber"),
        Some("green") => Tag::new(Tone::Met, "Green"),
        _ => Tag::new(Tone::Finding, "Not yet rated"),
    }
}

fn said(app: &App, contact: &ContactRow) -> Prose {
    let agency = label(app, "Agency", contact.agency.as_deref());
    let from: Vec<String> = contact.referrer.iter().cloned().chain(agency).collect();
    let from = if from.is_empty() { "Caller not recorded".to_owned() } else { from.join(", ") };
    let worry = contact.worry.as_deref().map(|worry| shortened(worry, 160)).unwrap_or_default();
    Prose::new().quiet(format!("{from}. ")).text(worry)
}

fn raised(limit: &Limit, managers: &[OnToday]) -> Prose {
    if !limit.past {
        return Prose::new();
    }
    let names: Vec<&str> = managers.iter().map(|one| one.name.as_str()).collect();
    if names.is_empty() {
        return "Nobody is recorded as front-door manager or head of service.".into();
    }
    format!("Now before {}.", names.join(" and ")).into()
}

/// The front-door managers and the heads of service: by the posts they hold, or by their accounts where no post
/// is on record.
fn managers(app: &App) -> Result<Vec<OnToday>, Problem> {
    let today = app.today();
    let mut found: Vec<(Role, OnToday)> = Vec::new();
    for card in app.views.of_category(PersonCategory::Professional)? {
        let Ok(id) = chronology::PersonId::new(&card.id) else { continue };
        let timeline = app.views.folder().timeline(&id)?;
        let Some(post) = timeline.organisation.post_on(today) else { continue };
        if let Some(role @ (Role::FrontDoorManager | Role::HeadOfService)) = post.said.role {
            let team = post.said.team.as_ref().map(|team| app.views.name(team)).unwrap_or_default();
            found.push((role, on_today(app, role, card.name.clone(), team)));
        }
    }
    for account in app.desk.accounts()? {
        let role = Role::from_code(&account.role).filter(|_| !account.disabled);
        if let Some(role @ (Role::FrontDoorManager | Role::HeadOfService)) = role
            && !found.iter().any(|(held, _)| *held == role)
        {
            found.push((role, on_today(app, role, account.name.clone(), String::new())));
        }
    }
    found.sort_by_key(|(role, _)| *role == Role::HeadOfService);
    Ok(found.into_iter().map(|(_, one)| one).collect())
}

fn on_today(app: &App, role: Role, name: String, team: String) -> OnToday {
    OnToday { name, role: app.practice.label("Role", role.code()).to_lowercase(), reach: team }
}
