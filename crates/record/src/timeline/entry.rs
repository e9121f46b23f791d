//! A person's entries, decoded and in the order of what happened.

use std::cmp::Ordering;
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
///
/// An entry whose time was not recorded stands after everything timed on its day that comes no later in the
/// journey: a decision of the day follows the telephone call of that morning.
pub(super) fn read(
    entries: &[Arc<Recorded>],
    as_at: Option<Date>,
    known_at: Option<Timestamp>,
) -> Vec<TimelineEntry> {
    let live = live(entries, known_at).into_iter();
    let happened = live.filter(|entry| as_at.is_none_or(|day| entry.occurred.date() <= day));
    let (mut timed, untimed): (Vec<_>, Vec<_>) =
        happened.map(decoded).partition(|entry| entry.occurred.time().is_some());
    timed.sort_by(|a, b| a.occurred.cmp(&b.occurred).then_with(|| within_a_moment(a, b)));
    let place = |entry: &TimelineEntry| {
        let day = timed.partition_point(|one| one.day() < entry.day());
        let same_day = timed[day..].iter().take_while(|one| one.day() == entry.day());
        let no_later = same_day.enumerate().filter(|(_, one)| rank(one) <= rank(entry));
        no_later.last().map_or(day, |(at, _)| day + at + 1)
    };
    let mut untimed: Vec<(usize, TimelineEntry)> =
        untimed.into_iter().map(|entry| (place(&entry), entry)).collect();
    untimed.sort_by(|(at, a), (bt, b)| {
        at.cmp(bt).then_with(|| a.day().cmp(&b.day())).then_with(|| within_a_moment(a, b))
    });
    let mut read = Vec::with_capacity(timed.len() + untimed.len());
    let mut untimed = untimed.into_iter().peekable();
    for (at, entry) in timed.into_iter().enumerate() {
        while let Some((_, before)) = untimed.next_if(|(place, _)| *place <= at) {
            read.push(before);
        }
        read.push(entry);
    }
    read.extend(untimed.map(|(_, entry)| entry));
    read
}

fn rank(entry: &TimelineEntry) -> usize {
    kind_rank(entry.event.kind())
}

fn within_a_moment(a: &TimelineEntry, b: &TimelineEntry) -> Ordering {
    rank(a).cmp(&rank(b)).then_with(|| words(a).cmp(&words(b))).then_with(|| a.id.cmp(&b.id))
}

fn words(entry: &TimelineEntry) -> (String, Timestamp) {
    let body = entry.recorded.body.as_ref().map(canonical).unwrap_or_default();
    (body, entry.recorded_at())
}

fn decoded(entry: Live) -> TimelineEntry {
    let (event, unreadable) = match decode(&entry.recorded.kind, entry.recorded.version, entry.body()) {
        Ok(event) => (event, None),
        Err(fault) => {
            (Event::Unrecognised { kind: fault.kind, body: entry.body().clone() }, Some(fault.message))
        }
    };
    let Live { recorded, occurred, standing, .. } = entry;
    let unreadable = if matches!(standing, Standing::Disposed) { None } else { unreadable };
    TimelineEntry { id: recorded.id, occurred, event, unreadable, standing, recorded }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::fixture;

    fn kinds(notation: &str) -> Vec<String> {
        read(&fixture(notation), None, None).iter().map(|entry| entry.event.kind().to_owned()).collect()
    }

    #[test]
    fn a_decision_without_a_time_follows_the_contact_of_that_morning() {
        let notation = "
recording by manager as front_door_manager
  2026-03-02 child contact.decided
  2026-03-02 09:00 child contact.received
  2026-03-02 10:00 child visit.made
  2026-03-01 child person.identified
  2026-03-03 child contact.screened
";
        let expected =
            ["person.identified", "contact.received", "contact.decided", "visit.made", "contact.screened"];
        assert_eq!(kinds(notation), expected);
    }

    #[test]
    fn an_entry_without_a_time_precedes_what_comes_later_in_the_journey() {
        let notation = "
recording by manager as front_door_manager
  2026-03-02 09:00 child strategy_discussion.held
  2026-03-02 child referral.received
  2026-03-02 child section_47_enquiry.decided
";
        let expected = ["referral.received", "strategy_discussion.held", "section_47_enquiry.decided"];
        assert_eq!(kinds(notation), expected);
    }
}
