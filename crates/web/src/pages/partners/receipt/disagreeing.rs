//! An agency disagrees with what was decided on its message, from its receipt: whoever holds the reference may.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use calendar::display;
use chronology::{Draft, EntryDraft, EntryId, PersonId};
use record::events::{DisagreementEscalated, DisagreementRaised, Role};
use record::timeline::{Correspondence, Sent};
use record::{Choices, Event};
use rules::disagreement::{Disagreement, disagreements};

use super::super::receiving::{channel, find};
use super::{Step, contact_of};
use crate::App;
use crate::problem::Problem;
use crate::recording::{NotRecorded, append};
use crate::session;

/// One child of a message on whom a decision was made.
struct Decided {
    child: PersonId,
    /// The decision that stands.
    decision: EntryId,
    /// Every decision made on the same contact: the sender disagreed with one of these, and another sender did not.
    made: Vec<EntryId>,
}

/// The children of a message on whom a decision was made.
fn decided(app: &App, one: &Correspondence) -> Result<Vec<Decided>, Problem> {
    let mut all = Vec::new();
    for done in one.done.iter().flatten() {
        let Some(child) = done.child.clone() else { continue };
        let Some(contact) = contact_of(app, done)? else { continue };
        let Some(decision) = contact.decided.as_ref().map(|made| made.by) else { continue };
        all.push(Decided { child, decision, made: contact.decisions().map(|made| made.by).collect() });
    }
    Ok(all)
}

/// The disagreements about one child that are with a decision on this sender's own message.
fn raised<'a>(all: &'a [Disagreement<'a>], one: &'a Decided) -> impl Iterator<Item = &'a Disagreement<'a>> {
    all.iter().filter(|raised| raised.said.decision.is_some_and(|decision| one.made.contains(&decision)))
}

/// What the sender may do now about a decision, and what has come of disagreeing.
#[derive(Default)]
pub(super) struct Standing {
    /// A decision was made, and no disagreement with it is open.
    pub(super) may_disagree: bool,
    /// An answer was given that may be taken further.
    pub(super) may_go_further: bool,
    /// What has happened, in order.
    pub(super) steps: Vec<Step>,
}

/// How the sender's disagreements stand.
pub(super) fn standing(app: &App, one: &Correspondence) -> Result<Standing, Problem> {
    let hours = app.views.folder().settings().limit("disagreement_answer_hours");
    let mut standing = Standing::default();
    for decided in decided(app, one)? {
        let timeline = app.views.folder().timeline(&decided.child)?;
        let all = disagreements(&timeline, hours);
        let mut open = false;
        for raised in raised(&all, &decided) {
            standing.steps.extend(steps(app, raised));
            let waits = raised.stage_at(app.now()).is_some();
            open |= waits;
            let answered = raised.stages.last().and_then(|stage| stage.answer()).is_some();
            let last =
                raised.stages.last().is_some_and(|stage| rules::disagreement::above(stage.level).is_none());
            standing.may_go_further |= !waits && answered && !last;
        }
        standing.may_disagree |= !open && !standing.may_go_further;
    }
    Ok(standing)
}

fn steps(app: &App, one: &Disagreement) -> Vec<Step> {
    let mut steps = Vec::new();
    let now = app.now();
    for (place, stage) in one.stages.iter().enumerate().filter(|(_, stage)| stage.since <= now) {
        let who = stage.level.label();
        let words = match place {
            0 => format!("You disagreed; the {} has it", who.to_lowercase()),
            _ => format!("The {} has it", who.to_lowercase()),
        };
        steps.push(Step { when: display::date_and_time(stage.since), words });
        let Some(entry) = stage.ended else { continue };
        let words = match &entry.event {
            Event::DisagreementAnswered(said) => {
                let outcome = said.outcome.map_or("Answered", Choices::label);
                format!("{outcome}: {}", said.answer.as_deref().unwrap_or("no words were written"))
            }
            Event::DisagreementEscalated(_) => "You took it further".to_owned(),
            _ => "It was settled".to_owned(),
        };
        let when = rules::disagreement::instant(entry.occurred);
        steps.push(Step { when: display::date_and_time(when), words });
    }
    steps
}

/// Takes a disagreement, or the wish to take one further.
pub(crate) async fn post(
    State(app): State<App>,
    headers: HeaderMap,
    Path(reference): Path<String>,
    sent: crate::forms::Sent,
) -> Result<Response, Problem> {
    let signed_in = session::of(&app, &headers)?;
    if let Some(signed_in) = &signed_in {
        session::check_form_token(signed_in, sent.get("csrf"))?;
    }
    let wanted = reference.trim().to_uppercase();
    let found = if wanted.is_empty() { None } else { find(&app, |one| one.reference() == wanted)? };
    let (_, one) = found.ok_or(Problem::NotFound)?;
    let why = sent.get("why").map(str::trim).filter(|why| !why.is_empty());
    let Some(why) = why else {
        return Err(Problem::Refused("Say what you disagree with, and why".to_owned()));
    };
    let author = match &signed_in {
        Some(signed_in) => signed_in.who.person.clone(),
        None => channel()?,
    };
    let mut draft = Draft::by(author.clone(), Role::Partner.code());
    draft.on_behalf_of = Some(one.organisation().to_owned()).filter(|name| !name.is_empty());
    let further = sent.get("do") == Some("further");
    for decided in decided(&app, &one)? {
        let event = if further {
            further_of(&app, &decided, &one, why)?
        } else {
            Some(raising(&one, decided.decision, why, &sent))
        };
        let Some(event) = event else { continue };
        let mut entry = EntryDraft::new(decided.child, event.kind(), crate::forms::moment(app.now()));
        entry.body = event.body();
        draft.entries.push(entry);
    }
    if draft.entries.is_empty() {
        return Err(Problem::Refused("Nothing has been decided yet that could be disputed".to_owned()));
    }
    match append(&app, draft).await {
        Ok(_) => Ok(Redirect::to(&format!("/partners/receipt/{wanted}")).into_response()),
        Err(NotRecorded::Problem(problem)) => Err(problem),
        Err(NotRecorded::Malformed(words)) => Err(Problem::Refused(words)),
        Err(NotRecorded::Missing(_) | NotRecorded::Stale(_)) => Err(Problem::Stale),
    }
}

fn raising(one: &Correspondence, decision: EntryId, why: &str, sent: &crate::forms::Sent) -> Event {
    let (name, reach) = match &one.said {
        Sent::Message(said) => (said.sender_name.clone(), said.sender_reach.clone()),
        Sent::Notice(said) => (said.force.clone(), None),
    };
    DisagreementRaised {
        decision: Some(decision),
        disputed: Some(why.to_owned()),
        why: Some(why.to_owned()),
        asked_for: sent.get("asked_for").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned),
        agency: one.agency(),
        raised_by: None,
        raised_by_name: name,
        reach,
    }
    .into()
}

fn further_of(
    app: &App,
    decided: &Decided,
    one: &Correspondence,
    why: &str,
) -> Result<Option<Event>, Problem> {
    let hours = app.views.folder().settings().limit("disagreement_answer_hours");
    let timeline = app.views.folder().timeline(&decided.child)?;
    let all = disagreements(&timeline, hours);
    let latest = raised(&all, decided).last().map(|raised| raised.entry.id);
    let name = match &one.said {
        Sent::Message(said) => said.sender_name.clone(),
        Sent::Notice(said) => said.force.clone(),
    };
    Ok(latest.map(|disagreement| {
        DisagreementEscalated {
            disagreement: Some(disagreement),
            reason: Some(why.to_owned()),
            escalated_by_name: name,
        }
        .into()
    }))
}
