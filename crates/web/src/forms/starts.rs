//! What a decision would start, worked out by the rules themselves: nothing here knows a limit.

use std::sync::Arc;

use chronology::{EntryId, Occurred, PersonId, Recorded};
use record::{Event, Timeline};
use rules::timescales::{Counting, duties};
use rules::{Circle, Duty, DutyState};
use views::Around;

use crate::App;
use crate::problem::Problem;

/// The number of a recording that no chronology reaches: the one that is only imagined.
const IMAGINED: u64 = u64::MAX;

/// The duties that a person would have if these things were said about them: those that stand open after and
/// did not before, the earliest due first.
pub(crate) fn would_start(
    app: &App,
    around: &Around,
    said: &[(Event, Occurred)],
) -> Result<Vec<Duty>, Problem> {
    let mut entries = app.chronology.person(&around.person)?;
    for (index, (event, occurred)) in said.iter().enumerate() {
        entries.push(Arc::new(imagined(app, &around.person, index, event, *occurred)));
    }
    let after = Timeline::fold(&entries, None, None);
    let circle = around.circle();
    let before = duties(&circle);
    let then = Circle { timeline: &after, ..circle };
    let today = app.today();
    let open = |duty: &Duty| {
        duty.timescale.counting == Counting::Deadline
            && matches!(duty.state_on(today), Some(DutyState::Due | DutyState::Overdue))
    };
    let known = |duty: &Duty| {
        before.iter().any(|old| {
            old.timescale.id == duty.timescale.id
                && old.due_on == duty.due_on
                && old.run.started == duty.run.started
        })
    };
    let mut new: Vec<Duty> = duties(&then).into_iter().filter(|duty| open(duty) && !known(duty)).collect();
    new.sort_by_key(|duty| (duty.due_on, duty.timescale.title));
    new.dedup_by_key(|duty| (duty.due_on, duty.timescale.title));
    Ok(new)
}

/// The duties that a decision would start for somebody, with what itself brings about.
pub(crate) fn decision_would_start(
    app: &App,
    around: &Around,
    event: Event,
    occurred: Occurred,
) -> Result<Vec<Duty>, Problem> {
    let mut said: Vec<(Event, Occurred)> =
        rules::follow_on(&event, &around.circle()).into_iter().map(|next| (next, occurred)).collect();
    said.insert(0, (event, occurred));
    would_start(app, around, &said)
}

fn imagined(app: &App, person: &PersonId, index: usize, event: &Event, occurred: Occurred) -> Recorded {
    Recorded {
        id: EntryId::new(IMAGINED, u16::try_from(index).unwrap_or(u16::MAX)),
        about: person.clone(),
        kind: event.kind().to_owned(),
        version: 1,
        occurred,
        recorded_at: app.now(),
        author: person.clone(),
        role: String::new(),
        on_behalf_of: None,
        source: None,
        body: Some(event.body()),
    }
}
