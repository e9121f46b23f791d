//! One message or police notice: read it, grade it, and take up each child, with nothing typed twice.

mod grading;
mod samples;
mod taking;
mod view;

pub(crate) use grading::grade;
pub use samples::samples;
pub(crate) use taking::take;
pub use view::*;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use calendar::display;
use chronology::{Draft, EntryDraft, EntryId, PersonId};
use maud::Markup;
use record::events::{MessageOutcome, PartnerMessageRead, Rating, ReferredChild};
use record::timeline::{Correspondence, Sent as Said};
use record::{Choices, Typed};
use rules::partner_channel::{Standing, earlier_of_household, standing};
use views::matching::{self, Wanted};

use super::messages::{minutes, named};
use super::receiving::find;
use crate::App;
use crate::components::card::Fact;
use crate::components::errors::Mistake;
use crate::components::fields::Choice;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::forms::Sent;
use crate::pages::front_door::queue::may_see;
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};
use crate::session::{SignedIn, check_form_token};

/// The most people who are offered as the one.
const LIKELY_MAX: usize = 6;

/// Shows the message.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(entry): Path<String>,
) -> Result<Markup, Problem> {
    let (team, one) = open(&app, &signed_in, &entry)?;
    app.pass(&signed_in.who, &team).await?;
    let page = page(&app, &team, &one, Vec::new())?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

/// Marks the message as read.
pub(crate) async fn read(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(entry): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let (team, one) = open(&app, &signed_in, &entry)?;
    if one.read.is_some() {
        return Ok(back(&one));
    }
    let mut draft = Draft::by(signed_in.who.person.clone(), signed_in.who.role.code());
    draft.entries.push(read_entry(&app, &signed_in, &team, &one));
    finish(&app, &signed_in, &team, &one, draft).await
}

/// Shows the document that came with the message.
pub(crate) async fn document(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(entry): Path<String>,
) -> Result<Response, Problem> {
    let (team, one) = open(&app, &signed_in, &entry)?;
    app.pass(&signed_in.who, &team).await?;
    match &one.said {
        Said::Message(said) => crate::forms::shown(&app, said.document.as_deref().ok_or(Problem::NotFound)?),
        Said::Notice(_) => Err(Problem::NotFound),
    }
}

fn open(app: &App, signed_in: &SignedIn, entry: &str) -> Result<(PersonId, Correspondence), Problem> {
    may_see(signed_in)?;
    let id: EntryId = entry.parse().map_err(|_| Problem::NotFound)?;
    find(app, |one| one.by == id)?.ok_or(Problem::NotFound)
}

fn back(one: &Correspondence) -> Response {
    Redirect::to(&format!("/front-door/messages/{}", one.by)).into_response()
}

fn entry_of<E: Typed>(app: &App, about: &PersonId, event: &E) -> EntryDraft {
    let mut entry = EntryDraft::new(about.clone(), E::INFO.kind, crate::forms::moment(app.now()));
    entry.body = event.body();
    entry
}

fn read_entry(app: &App, signed_in: &SignedIn, team: &PersonId, one: &Correspondence) -> EntryDraft {
    let read_by = Some(signed_in.who.person.clone());
    entry_of(app, team, &PartnerMessageRead { message: Some(one.by), read_by })
}

/// Records, and comes back to the message, with what to mend if it could not be recorded.
async fn finish(
    app: &App,
    signed_in: &SignedIn,
    team: &PersonId,
    one: &Correspondence,
    draft: Draft,
) -> Result<Response, Problem> {
    match record(app, &signed_in.who, draft).await {
        Ok(_) => Ok(back(one)),
        Err(NotRecorded::Malformed(words)) => {
            wrong(app, signed_in, team, one, Mistake::new("children", words))
        }
        Err(NotRecorded::Problem(problem)) => Err(problem),
        Err(_) => Err(Problem::Stale),
    }
}

fn wrong(
    app: &App,
    signed_in: &SignedIn,
    team: &PersonId,
    one: &Correspondence,
    mistake: Mistake,
) -> Result<Response, Problem> {
    let page = page(app, team, one, vec![mistake])?;
    let markup = view(&app.frame(Some(signed_in)), &page);
    Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, [("x-onen-own", "1")], markup).into_response())
}

fn page(
    app: &App,
    team: &PersonId,
    one: &Correspondence,
    mistakes: Vec<Mistake>,
) -> Result<MessagePage, Problem> {
    let age = match standing(one, app.now(), app.views.settings()) {
        Standing::UnreadTooLong(age) => format!("Unread for {}: past its limit.", minutes(age.as_mins())),
        Standing::Unread(age) => format!("Not read yet, {} old.", minutes(age.as_mins())),
        Standing::Waiting(age) => format!("Read, and waits: {} old.", minutes(age.as_mins())),
        Standing::Done(took) => format!("Acted on {} after it came.", minutes(took.as_mins())),
    };
    let timeline = app.views.folder().timeline(team)?;
    let earlier = earlier_of_household(one, &timeline.correspondence);
    let mut children = Vec::new();
    for (place, child) in one.children().iter().enumerate() {
        children.push(child_shown(app, one, place, child)?);
    }
    let names: Vec<String> = one.children().iter().map(named).collect();
    Ok(MessagePage {
        entry: one.by.to_string(),
        title: if names.is_empty() { "A message".to_owned() } else { rules::listed(&names) },
        summary: format!("{}. {age}", app.views.name(team)),
        facts: facts(app, one),
        what_happened: one.what_happened().to_owned(),
        unread: one.read.is_none(),
        ratings: (one.notice().is_some() && one.graded.is_none()).then(ratings).unwrap_or_default(),
        document: matches!(&one.said, Said::Message(said) if said.document.is_some()),
        earlier: earlier
            .iter()
            .map(|other| {
                let day = display::full_date(other.received.date());
                (format!("/front-door/messages/{}", other.by), format!("{day}: {}", other.what_happened()))
            })
            .collect(),
        whole: one.children().is_empty() && one.done.iter().any(Option::is_none),
        children,
        mistakes,
    })
}

fn ratings() -> Vec<Choice> {
    Rating::ALL.iter().map(|(_, code, words)| Choice::new(*code, *words)).collect()
}

fn child_shown(
    app: &App,
    one: &Correspondence,
    place: usize,
    child: &ReferredChild,
) -> Result<ChildTaken, Problem> {
    let born = child.date_of_birth.map(|day| format!("born {}", display::full_date(day)));
    let done = one.done.get(place).and_then(Option::as_ref);
    let record = done.and_then(|done| done.child.as_ref());
    let (likely, restricted) = if done.is_none() { likely(app, one, child)? } else { (Vec::new(), 0) };
    Ok(ChildTaken {
        number: place + 1,
        name: named(child),
        beneath: born.unwrap_or_else(|| "Date of birth not given".to_owned()),
        worry: child.worry.clone().unwrap_or_default(),
        harm: child.concern_of_harm == Some(true),
        done: done
            .map(|done| {
                let what = done.outcome.map_or("Acted on", MessageOutcome::label);
                let when = done.at.instant().map(display::date_and_time).unwrap_or_default();
                format!("{what} by {}, {when}.", app.views.name(&done.who))
            })
            .unwrap_or_default(),
        record: record.map(ToString::to_string).unwrap_or_default(),
        likely,
        restricted,
        ratings: std::iter::once(Choice::new("", "Not yet judged")).chain(ratings()).collect(),
        outcomes: MessageOutcome::ALL
            .iter()
            .map(|(outcome, code, words)| {
                Choice::new(*code, *words).chosen(*outcome == MessageOutcome::Contact)
            })
            .collect(),
    })
}

/// Who the child may be, and how many restricted records match too; nobody is chosen beforehand where anybody
/// matches, and a new record comes last.
fn likely(
    app: &App,
    one: &Correspondence,
    child: &ReferredChild,
) -> Result<(Vec<Choosable>, usize), Problem> {
    let wanted = Wanted {
        forename: child.forename.clone(),
        surname: child.surname.clone(),
        date_of_birth: child.date_of_birth,
        postcode: one.home().1.map(str::to_owned),
        ..Wanted::default()
    };
    let hits = app.views.likely(&wanted)?;
    let shown = hits.iter().filter(|hit| hit.likeness.score >= matching::SHOWN_FROM);
    let (hidden, open): (Vec<_>, Vec<_>) = shown.partition(|hit| hit.card.restricted || hit.card.sealed);
    let mut people: Vec<Choosable> = open
        .into_iter()
        .take(LIKELY_MAX)
        .map(|hit| {
            let reasons: Vec<&str> =
                hit.likeness.reasons.iter().map(|reason| reason.sentence.as_str()).collect();
            let place = hit.card.address.clone().unwrap_or_else(|| "Address not recorded".to_owned());
            Choosable {
                value: hit.card.id.clone(),
                words: hit.card.name.clone(),
                beneath: format!("{place}. {}.", hit.card.stage).into(),
                follows: reasons.join(". ").into(),
                chosen: false,
            }
        })
        .collect();
    people.push(Choosable {
        value: "new".to_owned(),
        words: if people.is_empty() {
            "Nobody we know: make a new record"
        } else {
            "None of these: make a new record"
        }
        .to_owned(),
        beneath: "Two records of one person can be joined later, and parted again.".into(),
        follows: Prose::new(),
        chosen: people.is_empty() && hidden.is_empty(),
    });
    Ok((people, hidden.len()))
}

fn facts(app: &App, one: &Correspondence) -> Vec<Fact> {
    let moment =
        |at: Option<chronology::Occurred>| at.and_then(|at| at.instant()).map(display::date_and_time);
    let mut facts = vec![Fact::new("Reference", one.reference().to_owned())];
    let mut add = |label: &str, words: Option<String>| {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            facts.push(Fact::new(label, words));
        }
    };
    add("Received", moment(Some(one.received)));
    add("From", Some(one.organisation().to_owned()));
    match &one.said {
        Said::Message(said) => {
            add("Agency", said.agency.map(|agency| app.practice.label("Agency", agency.code()).to_owned()));
            add("Sent by", said.sender_name.clone());
            add("Reach them", said.sender_reach.clone());
            add("Family knows", said.family_aware.map(|aware| if aware { "Yes" } else { "No" }.to_owned()));
            add("Addressed to", said.addressed_to.as_ref().map(|team| app.views.name(team)));
        }
        Said::Notice(said) => {
            add("Incident", said.incident_number.clone());
            add("Kind", said.incident_kind.clone());
            add("Happened", moment(said.incident_at));
            add("Sent", moment(said.sent_at));
            add("Officer", said.officer.clone());
            add("Reach them", said.officer_reach.clone());
            add("Addressed to", said.addressed_to.as_ref().map(|team| app.views.name(team)));
        }
    }
    let (address, postcode) = one.home();
    let home: Vec<&str> = [address, postcode].into_iter().flatten().collect();
    add("Address", Some(home.join(", ")));
    if let Some((_, at, rating)) = &one.graded {
        let grade = rating.map_or("Graded", Rating::label);
        add("Grade", Some(format!("{grade}, {}", moment(Some(*at)).unwrap_or_default())));
    }
    facts
}
