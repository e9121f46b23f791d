//! The one way from a page or the API into the chronology: leave, sense, gates, append, views.

use std::collections::BTreeSet;

use chronology::{Draft, MalformedDraft, PersonId, merged};
use record::Event;
use rules::gates::Missing;
use store::{Appended, Refusal};
use tokio::sync::oneshot;
use views::access::{Who, action_for, may};

use crate::App;
use crate::problem::Problem;

/// Why something was not recorded. Nothing of it was kept.
#[derive(Debug)]
pub enum NotRecorded {
    /// A decision lacks something.
    Missing(Vec<Missing>),
    /// A sentence that names what is wrong.
    Malformed(String),
    /// Somebody else recorded something that this relies on.
    Stale(Vec<chronology::EntryId>),
    /// Not this worker's to record, not found, or our fault.
    Problem(Problem),
}

impl From<Problem> for NotRecorded {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Appends a draft in the name of somebody signed in, and waits until every view shows it.
pub async fn record(app: &App, who: &Who, draft: Draft) -> Result<Appended, NotRecorded> {
    leave(app, who, &draft).await?;
    append(app, draft).await
}

/// Appends what came through a door that has its own leave: a partner's message to a team that the partner may not
/// look at.
pub(crate) async fn append(app: &App, draft: Draft) -> Result<Appended, NotRecorded> {
    for entry in &draft.entries {
        let body = if entry.shares { merged(&draft.shared, &entry.body) } else { entry.body.clone() };
        let event = record::decode(&entry.kind, entry.version, &body)
            .map_err(|fault| NotRecorded::Malformed(fault.message))?;
        if let Event::Unrecognised { kind, .. } = event {
            return Err(NotRecorded::Malformed(format!(
                "“{kind}” is not a kind of event that can be recorded"
            )));
        }
    }
    let missing = app.views.missing(&draft).map_err(Problem::from)?;
    if !missing.is_empty() {
        return Err(NotRecorded::Missing(missing));
    }
    let (give, given) = oneshot::channel();
    app.chronology.submit(draft, move |answer| {
        let _ = give.send(answer);
    });
    let answer = given.await.map_err(|_| NotRecorded::Problem(Problem::fault("the chronology closed")))?;
    let appended = answer.map_err(|refusal| match refusal {
        Refusal::Malformed(MalformedDraft { message, .. }) => NotRecorded::Malformed(message),
        Refusal::Stale { unseen } => NotRecorded::Stale(unseen),
        other => NotRecorded::Problem(Problem::fault(other)),
    })?;
    let views = app.views.clone();
    let caught_up = tokio::task::spawn_blocking(move || views.catch_up());
    // What was appended stays appended: a view that lags behind is made good by the next request.
    if let Ok(Err(fault)) = caught_up.await {
        eprintln!("views: {fault}");
    }
    Ok(appended)
}

/// Whether the worker may record each kind, and may see each person who is already on record.
async fn leave(app: &App, who: &Who, draft: &Draft) -> Result<(), NotRecorded> {
    for entry in &draft.entries {
        if !may(who.role, action_for(&entry.kind)) {
            let what = record::kind_info(&entry.kind).map_or(entry.kind.as_str(), |info| info.title);
            let sentence =
                format!("“{what}” is not recorded by a {}", record::Choices::label(who.role).to_lowercase());
            return Err(Problem::NotAllowed(sentence).into());
        }
    }
    let people: BTreeSet<&PersonId> = draft.entries.iter().map(|entry| &entry.about).collect();
    for person in people {
        if app.views.card(person).map_err(Problem::from)?.is_some() {
            app.pass(who, person).await?;
            continue;
        }
        let begins = ["person.identified", "team.opened", "post.created"];
        if !draft.entries.iter().any(|entry| entry.about == *person && begins.contains(&entry.kind.as_str()))
        {
            return Err(NotRecorded::Malformed(format!(
                "Nobody is on record as “{person}”: record who they are first"
            )));
        }
    }
    Ok(())
}
