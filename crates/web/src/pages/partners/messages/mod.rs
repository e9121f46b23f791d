//! The queue of what partners have sent, its age, and how soon each agency's messages are acted on.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use calendar::display;
use jiff::SignedDuration;
use maud::Markup;
use record::Choices;
use record::events::Agency;
use record::timeline::Correspondence;
use rules::partner_channel::{Standing, earlier_of_household, service_levels, standing};

use super::receiving::teams;
use crate::App;
use crate::components::fields::Choice;
use crate::components::{Nearness, Tag, Tone, When};
use crate::forms::Sent;
use crate::pages::asked::{Asked, PeriodForm, period_words};
use crate::pages::front_door::queue::may_see;
use crate::pages::people::wording::shortened;
use crate::problem::Problem;
use crate::session::{SignedIn, check_form_token};

const PATH: &str = "/front-door/messages";
/// How long a one-time link may be used.
const LINK_DAYS: i64 = 7;

/// Shows the queue.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    may_see(&signed_in)?;
    let page = page(&app, query)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

/// Gives somebody outside a one-time link: its address is shown once.
pub(crate) async fn give_link(
    State(app): State<App>,
    signed_in: SignedIn,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    may_see(&signed_in)?;
    let label =
        sent.get("label").ok_or_else(|| Problem::Refused("Say to whom the link is given".to_owned()))?;
    let agency = sent.get("agency").unwrap_or_default();
    let lasts = SignedDuration::from_hours(24 * LINK_DAYS);
    let link = app.desk.give_link(label, agency, &signed_in.who.person, lasts)?;
    let mut page = page(&app, HashMap::new())?;
    page.given = Some((label.to_owned(), format!("/partners/link/{link}")));
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

fn page(app: &App, query: HashMap<String, String>) -> Result<MessagesPage, Problem> {
    let asked = Asked::of(query);
    let period = asked.period(app.today())?;
    let now = app.now();
    let mut waiting = Vec::new();
    let mut all: Vec<Correspondence> = Vec::new();
    for (team, timeline) in teams(app)? {
        let name = app.views.name(&team);
        for one in &timeline.correspondence {
            let stands = standing(one, now, app.views.settings());
            let ungraded = one.notice().is_some() && one.graded.is_none();
            if ungraded || !matches!(stands, Standing::Done(_)) {
                let earlier = earlier_of_household(one, &timeline.correspondence).len();
                waiting.push((one.received, line(app, one, &name, stands, earlier)));
            }
        }
        all.extend(timeline.correspondence.iter().cloned());
    }
    waiting.sort_by_key(|(at, line)| (!line.unread_too_long, *at));
    let waiting: Vec<MessageLine> = waiting.into_iter().map(|(_, line)| line).collect();
    let unread = waiting.iter().filter(|line| line.unread_too_long).count();
    let ungraded = waiting.iter().filter(|line| line.ungraded).count();
    let levels = service_levels(&all, period.0, period.1);
    Ok(MessagesPage {
        summary: format!(
            "Waiting: {}. Unread for more than {}: {unread}. Police notices not graded: {ungraded}.",
            waiting.len(),
            display::counted(app.views.settings().limit("partner_message_read_hours"), "hour")
        ),
        waiting,
        period: PeriodForm::of(PATH, &asked, period),
        period_words: period_words(period),
        levels: levels
            .iter()
            .map(|level| LevelLine {
                agency: level
                    .agency
                    .map_or("Not given", |agency| app.practice.label("Agency", agency.code()))
                    .to_owned(),
                received: level.received,
                read: level.read,
                acted_on: level.acted_on,
                median: level.median_minutes.map_or_else(|| "Nothing acted on".to_owned(), minutes),
            })
            .collect(),
        agencies: std::iter::once(Choice::new("", "Choose"))
            .chain(
                Agency::ALL.iter().map(|(_, code, _)| Choice::new(*code, app.practice.label("Agency", code))),
            )
            .collect(),
        given: None,
    })
}

fn line(app: &App, one: &Correspondence, team: &str, stands: Standing, earlier: usize) -> MessageLine {
    let agency = one.agency().map_or("", |agency| app.practice.label("Agency", agency.code()));
    let from = match (one.organisation(), agency) {
        ("", agency) => agency.to_owned(),
        (body, agency) => format!("{body}, {}", agency.to_lowercase()),
    };
    let names: Vec<String> = one.children().iter().map(named).collect();
    let age = |age: SignedDuration| minutes(age.as_mins());
    let (nearness, open, meaning) = match stands {
        Standing::UnreadTooLong(old) => (Nearness::Overdue, age(old), "unread past its limit"),
        Standing::Unread(old) => (Nearness::Today, age(old), "not read yet"),
        Standing::Waiting(old) => (Nearness::Plain, age(old), "read, and waits for somebody to act"),
        Standing::Done(took) => (Nearness::Plain, age(took), "from receipt to action"),
    };
    let left = one.done.iter().filter(|done| done.is_none()).count();
    let ungraded = one.notice().is_some() && one.graded.is_none();
    let mut tags = Vec::new();
    if let Some((_, _, rating)) = &one.graded {
        tags.push(Tag::new(Tone::Standing, rating.map_or("Graded", |rating| rating.label())));
    }
    if ungraded {
        tags.push(Tag::new(Tone::Overdue, "Not graded"));
    }
    if earlier > 0 {
        tags.push(Tag::new(Tone::Finding, format!("Household known from {earlier} before")));
    }
    MessageLine {
        href: format!("{PATH}/{}", one.by),
        about: if names.is_empty() { "No child named".to_owned() } else { rules::listed(&names) },
        from,
        said: shortened(one.what_happened(), 160),
        open: When::new(nearness, format!("{open} old"), meaning),
        team: team.to_owned(),
        left: if left == 1 { "1 child to act on".to_owned() } else { format!("{left} children to act on") },
        tags,
        unread_too_long: matches!(stands, Standing::UnreadTooLong(_)),
        ungraded,
    }
}

/// A child as the sender names them.
pub(crate) fn named(child: &record::events::ReferredChild) -> String {
    let parts = [child.forename.as_deref(), child.surname.as_deref()];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "A child not named".to_owned() } else { name }
}

/// “1 h 5 m”, “3 days 2 h”.
pub(crate) fn minutes(all: i64) -> String {
    let (hours, minutes) = (all / 60, all % 60);
    match hours {
        0 => format!("{minutes} m"),
        1..=71 => format!("{hours} h {minutes} m"),
        _ => format!("{} days {} h", hours / 24, hours % 24),
    }
}
