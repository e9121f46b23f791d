//! A person's entries, decoded and in the order of what happened.

use std::sync::Arc;

use chronology::{EntryId, Live, Occurred, PersonId, Recorded, Standing, canonical, live};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::events::kind_rank;
use crate::{Event, decode};

/// An entry as a timeline holds it: decoded, and as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineEntry {
    /// Its place in the chronology.
    pub id: EntryId,
    /// When it happened, corrected if it was.
    pub occurred: Occurred,
    /// What it says, corrected if it was.
    pub event: Event,
    /// Why it could not be read as an event of its kind, if it could not; `event` is then unrecognised.
    pub unreadable: Option<String>,
    /// How it stands.
    pub standing: Standing,
    /// The entry as it was recorded: who, when, in which role, from where.
    pub recorded: Arc<Recorded>,
}

impl TimelineEntry {
    /// Whether it counts: neither withdrawn nor disposed of.
    pub fn counts(&self) -> bool {
        matches!(self.standing, Standing::Stands | Standing::Corrected { .. })
    }

    /// The day it happened.
    pub fn day(&self) -> Date {
        self.occurred.date()
    }

    /// Who recorded it.
    pub fn author(&self) -> &PersonId {
        &self.recorded.author
    }

    /// When it was recorded.
    pub fn recorded_at(&self) -> Timestamp {
        self.recorded.recorded_at
    }

    /// The day in England on which it was recorded.
    pub fn recorded_on(&self) -> Date {
        calendar::london::date_of(self.recorded.recorded_at)
    }
}

/// Decodes and orders entries. Entries of one moment are ordered by their place in a child's journey and
/// then by what they say, so that the order of recording never matters.
pub(super) fn read(
    entries: &[Arc<Recorded>],
    as_at: Option<Date>,
    known_at: Option<Timestamp>,
) -> Vec<TimelineEntry> {
    let live = live(entries, known_at).into_iter();
    let happened = live.filter(|entry| as_at.is_none_or(|day| entry.occurred.date() <= day));
    let mut read: Vec<TimelineEntry> = happened.map(decoded).collect();
    read.sort_by(|a, b| {
        let by_rank = || kind_rank(a.event.kind()).cmp(&kind_rank(b.event.kind()));
        let by_words = || words(a).cmp(&words(b));
        a.occurred.cmp(&b.occurred).then_with(by_rank).then_with(by_words).then_with(|| a.id.cmp(&b.id))
    });
    read
}

fn words(entry: &TimelineEntry) -> (String, Timestamp) {
    let body = entry.recorded.body.as_ref().map(canonical).unwrap_or_default();
    (body, entry.recorded_at())
}

fn decoded(entry: Live) -> TimelineEntry {
    let Live { recorded, occurred, body, standing } = entry;
    let (event, unreadable) = match decode(&recorded.kind, recorded.version, &body) {
        Ok(event) => (event, None),
        Err(fault) => (Event::Unrecognised { kind: recorded.kind.clone(), body }, Some(fault.message)),
    };
    let unreadable = if matches!(standing, Standing::Disposed) { None } else { unreadable };
    TimelineEntry { id: recorded.id, occurred, event, unreadable, standing, recorded }
}
