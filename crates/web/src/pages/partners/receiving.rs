//! The one way in for what partners send: from the form, a one-time link, the API or a force's own system.

use std::sync::Arc;

use chronology::{Draft, EntryDraft, PersonId};
use record::events::{PartnerMessageReceived, PoliceNotificationReceived, Role};
use record::timeline::{Correspondence, Sent};
use record::{Choices, Timeline, Typed};

use crate::App;
use crate::problem::Problem;
use crate::recording::{NotRecorded, append};

/// What the sender is told at once.
#[derive(Clone, Debug)]
pub(crate) struct Receipt {
    /// The reference, by which the sender may look how it goes.
    pub(crate) reference: String,
    /// The team that has it.
    pub(crate) team: PersonId,
    /// Whether it had come before, under the same key.
    pub(crate) already: bool,
}

/// Who sends, and where to.
#[derive(Clone, Debug)]
pub(crate) struct Sender {
    /// The id under which it is recorded.
    pub(crate) author: PersonId,
    /// For whom.
    pub(crate) on_behalf_of: Option<String>,
    /// The team it is addressed to; the front door, if left out.
    pub(crate) team: Option<PersonId>,
    /// The sender's own id for it, which makes a retry safe.
    pub(crate) key: Option<String>,
}

/// Keeps what was sent, about the team that answers for it: a message to a closed team goes to its successor.
pub(crate) async fn receive(app: &App, sender: Sender, mut said: Sent) -> Result<Receipt, NotRecorded> {
    let today = app.today();
    let addressed = match &sender.team {
        Some(team) => team.clone(),
        None => app.views.front_door(today).map_err(Problem::from)?.ok_or_else(|| {
            NotRecorded::Malformed(
                "No team is recorded as the front door: say to which team it goes".to_owned(),
            )
        })?,
    };
    let answering = app.views.answering_team(&addressed, today).map_err(Problem::from)?;
    let team = answering.ok_or_else(|| {
        let name = app.views.name(&addressed);
        NotRecorded::Malformed(format!("“{name}” is not an open team, and no team has taken over its work"))
    })?;
    let reference = reference();
    let closed = Some(addressed).filter(|addressed| *addressed != team);
    let (kind, body) = match &mut said {
        Sent::Message(said) => {
            said.reference = Some(reference.clone());
            said.addressed_to = closed;
            (<PartnerMessageReceived as Typed>::INFO.kind, said.body())
        }
        Sent::Notice(said) => {
            said.reference = Some(reference.clone());
            said.addressed_to = closed;
            (<PoliceNotificationReceived as Typed>::INFO.kind, said.body())
        }
    };
    let mut draft = Draft::by(sender.author, Role::Partner.code());
    draft.on_behalf_of = sender.on_behalf_of;
    draft.key = sender.key;
    let mut entry = EntryDraft::new(team.clone(), kind, crate::forms::moment(app.now()));
    entry.body = body;
    draft.entries.push(entry);
    let appended = append(app, draft).await?;
    if !appended.already {
        return Ok(Receipt { reference, team, already: false });
    }
    let before = find(app, |one| one.by.recording == appended.number)?;
    let (team, one) = before.ok_or_else(|| {
        NotRecorded::Malformed("That key was used before for something that is not a message".to_owned())
    })?;
    Ok(Receipt { reference: one.reference().to_owned(), team, already: true })
}

/// Every team with its timeline.
pub(crate) fn teams(app: &App) -> Result<Vec<(PersonId, Arc<Timeline>)>, Problem> {
    let mut all = Vec::new();
    for card in app.views.teams()? {
        let Ok(team) = PersonId::new(&card.id) else { continue };
        let timeline = app.views.folder().timeline(&team)?;
        all.push((team, timeline));
    }
    Ok(all)
}

/// The message or notice of which something holds, with the team that has it.
pub(crate) fn find(
    app: &App,
    is: impl Fn(&Correspondence) -> bool,
) -> Result<Option<(PersonId, Correspondence)>, Problem> {
    for (team, timeline) in teams(app)? {
        if let Some(one) = timeline.correspondence.iter().find(|one| is(one)) {
            return Ok(Some((team, one.clone())));
        }
    }
    Ok(None)
}

/// A reference that nobody guesses: the same letters as ids, in capitals.
fn reference() -> String {
    crate::fresh_id().as_str().to_uppercase()
}

/// The id under which is recorded what came by a one-time link.
pub(crate) fn channel() -> Result<PersonId, Problem> {
    PersonId::new("partner-channel").map_err(Problem::fault)
}
