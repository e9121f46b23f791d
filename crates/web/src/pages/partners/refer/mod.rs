//! The form by which a partner agency or somebody of the public writes to the service, with a sign-in of their own
//! or a one-time link.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chronology::PersonId;
use record::Choices;
use record::events::{Agency, PartnerMessageReceived, ReferredChild};
use record::timeline::Sent as Said;

use super::receiving::{Sender, channel, receive};
use crate::App;
use crate::components::errors::Mistake;
use crate::components::fields::{Choice, DateAnswer};
use crate::forms::Sent;
use crate::problem::Problem;
use crate::recording::NotRecorded;
use crate::session::{SignedIn, check_form_token};

/// The most children that one message names.
const CHILDREN_MAX: usize = 8;

/// Whoever writes: what is known of them before they do.
struct Writer {
    author: PersonId,
    action: String,
    agency: Option<String>,
    organisation: String,
    name: String,
    link: Option<String>,
}

/// Shows the form to somebody signed in.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let writer = of_account(&app, &signed_in)?;
    let mut sent = Sent::default();
    if let Some(team) = query.get("team") {
        sent.set("team", team.clone());
    }
    let page = page(&app, &writer, &sent, Vec::new())?;
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

/// Takes what somebody signed in sends.
pub(crate) async fn post(
    State(app): State<App>,
    signed_in: SignedIn,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let writer = of_account(&app, &signed_in)?;
    take(&app, Some(&signed_in), &writer, sent).await
}

/// Shows the form to whoever holds a one-time link.
pub(crate) async fn show_by_link(
    State(app): State<App>,
    Path(link): Path<String>,
) -> Result<Response, Problem> {
    let writer = of_link(&app, link)?;
    let page = page(&app, &writer, &Sent::default(), Vec::new())?;
    Ok(view(&app.frame(None), &page).into_response())
}

/// Takes what is sent by a one-time link.
pub(crate) async fn post_by_link(
    State(app): State<App>,
    Path(link): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let writer = of_link(&app, link)?;
    take(&app, None, &writer, sent).await
}

fn of_account(app: &App, signed_in: &SignedIn) -> Result<Writer, Problem> {
    let who = &signed_in.who;
    let body = who.team.as_ref().unwrap_or(&who.person);
    let own = app.views.folder().timeline(&who.person)?;
    let theirs = app.views.folder().timeline(body)?;
    let agency = own.identity.agency.or(theirs.identity.agency);
    Ok(Writer {
        author: who.person.clone(),
        action: "/partners/referral".to_owned(),
        agency: agency.map(|agency| agency.code().to_owned()),
        organisation: who.team.as_ref().map(|team| app.views.name(team)).unwrap_or_default(),
        name: who.name.clone(),
        link: None,
    })
}

fn of_link(app: &App, link: String) -> Result<Writer, Problem> {
    let known = app.desk.link(&link)?.ok_or_else(|| {
        Problem::Refused(
            "This link was used already or has run out: ask whoever gave it to you for another".to_owned(),
        )
    })?;
    Ok(Writer {
        author: channel()?,
        action: format!("/partners/link/{link}"),
        agency: Some(known.agency).filter(|agency| !agency.is_empty()),
        organisation: String::new(),
        name: known.label,
        link: Some(link),
    })
}

async fn take(
    app: &App,
    signed_in: Option<&SignedIn>,
    writer: &Writer,
    sent: Sent,
) -> Result<Response, Problem> {
    let mut mistakes = Vec::new();
    if sent.get("more").is_none() {
        let (said, team) = read(&sent, writer, &mut mistakes);
        if mistakes.is_empty() {
            match keep(app, &sent, writer, said, team).await {
                Ok(reference) => {
                    return Ok(Redirect::to(&format!("/partners/receipt/{reference}")).into_response());
                }
                Err(NotRecorded::Malformed(words)) => mistakes.push(Mistake::new("what_happened", words)),
                Err(NotRecorded::Problem(Problem::Refused(words))) => {
                    mistakes.push(Mistake::new("document", words));
                }
                Err(NotRecorded::Problem(problem)) => return Err(problem),
                Err(_) => return Err(Problem::Stale),
            }
        }
    }
    let status = if mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page(app, writer, &sent, mistakes)?;
    Ok((status, [("x-onen-own", "1")], view(&app.frame(signed_in), &page)).into_response())
}

/// Keeps the document and the message; a link is used up by the first that comes.
async fn keep(
    app: &App,
    sent: &Sent,
    writer: &Writer,
    mut said: PartnerMessageReceived,
    team: Option<PersonId>,
) -> Result<String, NotRecorded> {
    if let Some(upload) = sent.uploads.first() {
        said.document = Some(crate::forms::keep(app, upload)?);
    }
    if let Some(link) = &writer.link
        && !app.desk.use_link(link).map_err(Problem::from)?
    {
        return Err(NotRecorded::Malformed("This link was used already".to_owned()));
    }
    let sender = Sender {
        author: writer.author.clone(),
        on_behalf_of: said.organisation.clone().or(said.sender_name.clone()),
        team,
        key: None,
    };
    receive(app, sender, Said::Message(said)).await.map(|receipt| receipt.reference)
}

/// The message as typed, with everything to mend.
fn read(
    sent: &Sent,
    writer: &Writer,
    mistakes: &mut Vec<Mistake>,
) -> (PartnerMessageReceived, Option<PersonId>) {
    let given = |name: &str| sent.get(name).map(str::to_owned);
    for (field, words) in [
        ("agency", "Say for which kind of agency you write, or choose Family or Other"),
        ("sender_name", "Give your name"),
        ("sender_reach", "Say how we can reach you: we must tell you what is decided"),
        ("what_happened", "Say what happened"),
    ] {
        if sent.get(field).is_none() {
            mistakes.push(Mistake::new(field, words));
        }
    }
    let mut children = Vec::new();
    for number in 1..=CHILDREN_MAX {
        let of = |name: &str| format!("child-{number}.{name}");
        let names = (given(&of("forename")), given(&of("surname")));
        let worry = given(&of("worry"));
        if names.0.is_none() && names.1.is_none() {
            if worry.is_some() {
                mistakes.push(Mistake::new(
                    of("forename"),
                    "Give the name of the child whom this worry is about",
                ));
            }
            continue;
        }
        let typed =
            ["day", "month", "year"].iter().any(|part| sent.get(&of(&format!("born.{part}"))).is_some());
        let born = sent.typed_day(&of("born"));
        if typed && born.is_none() {
            mistakes.push(Mistake::new(of("born"), "Give the day as day, month and year"));
        }
        if worry.is_none() {
            mistakes.push(Mistake::new(of("worry"), "Say what worries you about this child"));
        }
        children.push(ReferredChild {
            forename: names.0,
            surname: names.1,
            date_of_birth: born,
            sex: None,
            worry,
            concern_of_harm: sent.get(&of("harm")).map(|harm| harm == "yes"),
        });
    }
    if children.is_empty() {
        mistakes.push(Mistake::new("child-1.forename", "Name each child you write about"));
    }
    let said = PartnerMessageReceived {
        agency: sent.get("agency").and_then(Agency::from_code),
        organisation: given("organisation"),
        sender: writer.link.is_none().then(|| writer.author.clone()),
        sender_name: given("sender_name"),
        sender_reach: given("sender_reach"),
        what_happened: given("what_happened"),
        family_aware: sent.get("family_aware").map(|aware| aware == "yes"),
        address: given("address"),
        postcode: given("postcode"),
        children,
        ..PartnerMessageReceived::default()
    };
    (said, sent.get("team").and_then(|team| PersonId::new(team).ok()))
}

fn page(app: &App, writer: &Writer, sent: &Sent, mistakes: Vec<Mistake>) -> Result<ReferPage, Problem> {
    let given = |name: &str| sent.get(name).unwrap_or_default().to_owned();
    let or = |name: &str, known: &str| sent.get(name).unwrap_or(known).to_owned();
    let agency = sent.get("agency").map(str::to_owned).or_else(|| writer.agency.clone()).unwrap_or_default();
    let mut agencies = vec![Choice::new("", "Choose")];
    agencies.extend(
        Agency::ALL.iter().map(|(_, code, _)| {
            Choice::new(*code, app.practice.label("Agency", code)).chosen(agency == *code)
        }),
    );
    let yes_no = |name: &str| {
        [("yes", "Yes"), ("no", "No")]
            .map(|(value, words)| Choice::new(value, words).chosen(sent.get(name) == Some(value)))
            .to_vec()
    };
    let filled = (1..=CHILDREN_MAX)
        .filter(|number| {
            let of = |name: &str| sent.get(&format!("child-{number}.{name}")).is_some();
            of("forename") || of("surname") || of("worry")
        })
        .max();
    let shown = filled.unwrap_or(0) + usize::from(sent.get("more").is_some());
    let children = (1..=shown.clamp(1, CHILDREN_MAX)).map(|number| {
        let of = |name: &str| format!("child-{number}.{name}");
        ChildAsked {
            number,
            forename: given(&of("forename")),
            surname: given(&of("surname")),
            born: DateAnswer {
                day: given(&of("born.day")),
                month: given(&of("born.month")),
                year: given(&of("born.year")),
                ..DateAnswer::default()
            },
            worry: given(&of("worry")),
            harm: yes_no(&of("harm")),
        }
    });
    let team = sent.get("team").and_then(|team| PersonId::new(team).ok());
    Ok(ReferPage {
        action: writer.action.clone(),
        team: team.as_ref().map(ToString::to_string).unwrap_or_default(),
        to: team.map(|team| app.views.name(&team)).unwrap_or_default(),
        agencies,
        organisation: or("organisation", &writer.organisation),
        sender_name: or("sender_name", &writer.name),
        sender_reach: given("sender_reach"),
        what_happened: given("what_happened"),
        family_aware: yes_no("family_aware"),
        address: given("address"),
        postcode: given("postcode"),
        children: children.collect(),
        may_add: shown < CHILDREN_MAX,
        mistakes,
    })
}
