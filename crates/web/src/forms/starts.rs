//! What a decision would start, and what a recording did start: worked out by the rules themselves, so that
//! nothing here knows a limit.

use std::sync::Arc;

use chronology::{EntryId, Occurred, PersonId, Recorded, RecordingNumber};
use jiff::civil::Date;
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
fn would_start(app: &App, around: &Around, said: &[(Event, Occurred)]) -> Result<Vec<Duty>, Problem> {
    let mut entries = app.chronology.person(&around.person)?;
    for (index, (event, occurred)) in said.iter().enumerate() {
        entries.push(Arc::new(imagined(app, &around.person, index, event, *occurred)));
    }
    let after = Timeline::fold(&entries, None, None);
    let circle = around.circle();
    let then = duties(&Circle { timeline: &after, ..circle });
    Ok(newly_open(duties(&circle), then, app.today()))
}

/// The duties that a decision would start for somebody, with what itself brings about.
pub(crate) fn decision_would_start(
    app: &App,
    around: &Around,
    event: Event,
    occurred: Occurred,
) -> Result<Vec<Duty>, Problem> {
    let mut said: Vec<(Event, Occurred)> = rules::follow_on(&event, occurred.date(), &around.circle())
        .into_iter()
        .map(|next| (next, occurred))
        .collect();
    said.insert(0, (event, occurred));
    would_start(app, around, &said)
}

/// What a recording changed for one person: the duties that it started, and those that it ended.
pub(crate) struct Changed {
    /// Open now, and not without the recording.
    pub(crate) started: Vec<Duty>,
    /// Stopped by an entry of the recording.
    pub(crate) stopped: Vec<Duty>,
}

/// What a recording changed for one person.
pub(crate) fn changed_by(app: &App, around: &Around, number: RecordingNumber) -> Result<Changed, Problem> {
    let mut entries = app.chronology.person(&around.person)?;
    entries.retain(|entry| entry.id.recording != number);
    let without = Timeline::fold(&entries, None, None);
    let circle = around.circle();
    let before = duties(&Circle { timeline: &without, ..circle });
    let now = duties(&circle);
    let stopped = now.iter().filter(|duty| {
        let by = |(id, _): (EntryId, Occurred)| id.recording == number;
        duty.timescale.counting == Counting::Deadline && duty.run.stopped.is_some_and(by)
    });
    Ok(Changed { stopped: stopped.cloned().collect(), started: newly_open(before, now, app.today()) })
}

/// Those that stand open after and did not before, the earliest due first, each once.
fn newly_open(before: Vec<Duty>, after: Vec<Duty>, today: Date) -> Vec<Duty> {
    let open = |duty: &Duty| {
        duty.timescale.counting == Counting::Deadline
            && matches!(duty.state_on(today), Some(DutyState::Due | DutyState::Overdue))
    };
    let known = |duty: &Duty| {
        before.iter().filter(|old| open(old)).any(|old| {
            old.timescale.id == duty.timescale.id
                && old.due_on == duty.due_on
                && old.run.started == duty.run.started
        })
    };
    let mut new: Vec<Duty> = after.into_iter().filter(|duty| open(duty) && !known(duty)).collect();
    new.sort_by_key(|duty| (duty.due_on, duty.timescale.title));
    new.dedup_by_key(|duty| (duty.due_on, duty.timescale.title));
    new
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
