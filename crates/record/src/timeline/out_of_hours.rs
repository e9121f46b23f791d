//! Handovers of a child to the day team, and a team's shifts.

use chronology::{EntryId, Occurred, PersonId};
use jiff::civil::Date;

use super::TimelineEntry;
use crate::Event;
use crate::events::{HandoverMade, ShiftRostered};

/// What a worker out of hours handed to the day team.
#[derive(Clone, Debug, PartialEq)]
pub struct NightHandover {
    /// The entry that handed over.
    pub by: EntryId,
    /// When.
    pub made: Occurred,
    /// What it says.
    pub said: HandoverMade,
    /// When the day team took it up, by which entry, and who.
    pub accepted: Option<(EntryId, Occurred, PersonId)>,
}

/// A shift as last planned.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// The entry that planned it last.
    pub by: EntryId,
    /// The day on which it begins.
    pub on: Date,
    /// The hour at which it begins.
    pub from_hour: u32,
    /// How many hours it lasts.
    pub hours: u32,
    /// What was said of it.
    pub said: ShiftRostered,
}

impl Shift {
    /// How many workers it still needs.
    pub fn gap(&self) -> u32 {
        let there = u32::try_from(self.said.workers.len()).unwrap_or(u32::MAX);
        self.said.needed.unwrap_or(1).saturating_sub(there)
    }
}

pub(super) fn handovers(entries: &[TimelineEntry]) -> Vec<NightHandover> {
    let mut all: Vec<NightHandover> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        match &entry.event {
            Event::HandoverMade(e) => all.push(NightHandover {
                by: entry.id,
                made: entry.occurred,
                said: (**e).clone(),
                accepted: None,
            }),
            Event::HandoverAccepted(e) => {
                let mut open = all.iter_mut().rev().filter(|one| one.accepted.is_none());
                if let Some(one) = open.find(|one| e.handover.is_none_or(|id| one.by == id)) {
                    let who = e.accepted_by.clone().unwrap_or_else(|| entry.author().clone());
                    one.accepted = Some((entry.id, entry.occurred, who));
                }
            }
            _ => {}
        }
    }
    all
}

/// The shifts that stand, in the order of their beginning: the latest word on a day and hour holds.
pub(super) fn shifts(entries: &[TimelineEntry]) -> Vec<Shift> {
    let mut all: Vec<Shift> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let Event::ShiftRostered(e) = &entry.event else { continue };
        let Some(on) = e.on else { continue };
        let from_hour = e.from_hour.unwrap_or(0);
        all.retain(|shift| (shift.on, shift.from_hour) != (on, from_hour));
        if e.cancelled != Some(true) {
            let said = (**e).clone();
            all.push(Shift { by: entry.id, on, from_hour, hours: e.hours.unwrap_or(0), said });
        }
    }
    all.sort_by_key(|shift| (shift.on, shift.from_hour));
    all
}
