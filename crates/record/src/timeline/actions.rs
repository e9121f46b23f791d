//! Actions that somebody was given for a child, and how each stands.

use chronology::EntryId;
use jiff::civil::Date;

use super::TimelineEntry;
use crate::Event;
use crate::events::{Action, ActionReview, ActionState};

/// An action somebody was given.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionGiven {
    /// The entry that gave it.
    pub by: EntryId,
    /// The day it was given.
    pub given_on: Date,
    /// What, by whom, by when.
    pub action: Action,
    /// What has been said of it since, in order.
    pub readings: Vec<ActionReading>,
}

/// What was said of an action when it was looked at again.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionReading {
    /// The entry that says so.
    pub by: EntryId,
    /// The day.
    pub on: Date,
    /// How it stood.
    pub state: ActionState,
    /// What was found, or the evidence that it was done.
    pub note: Option<String>,
}

impl ActionGiven {
    /// The reading that ended it: done, or no longer needed.
    pub fn ended(&self) -> Option<&ActionReading> {
        let over = |state| matches!(state, ActionState::Done | ActionState::NoLongerNeeded);
        self.readings.iter().find(|reading| over(reading.state))
    }

    /// Whether it is still to be done and its day has passed.
    pub fn overdue_on(&self, day: Date) -> bool {
        self.ended().is_none_or(|ended| ended.on > day) && self.action.by.is_some_and(|by| by < day)
    }
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Vec<ActionGiven> {
    let mut given: Vec<ActionGiven> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        match &entry.event {
            Event::ActionAssigned(e) => give(&mut given, entry, e.action.as_slice()),
            Event::EnquiryDecided(e) => give(&mut given, entry, &e.actions),
            Event::ConferenceDecided(e) => give(&mut given, entry, &e.actions),
            Event::ProtectionPlanRevised(e) => give(&mut given, entry, &e.actions),
            Event::NeedPlanStarted(e) => give(&mut given, entry, &e.actions),
            Event::EarlyHelpPlanAgreed(e) => give(&mut given, entry, &e.actions),
            Event::MaracHeard(e) => give(&mut given, entry, &e.actions),
            Event::TeamAroundFamilyMet(e) => {
                read_all(&mut given, entry, &e.actions);
                give(&mut given, entry, &e.new_actions);
            }
            Event::CoreGroupHeld(e) => {
                read_all(&mut given, entry, &e.actions);
                give(&mut given, entry, &e.new_actions);
            }
            Event::NeedPlanReviewed(e) => read_all(&mut given, entry, &e.actions),
            Event::SupervisionHeld(e) => read_all(&mut given, entry, &e.actions),
            Event::ActionReviewed(e) => {
                let state = e.state.unwrap_or(ActionState::Underway);
                read(&mut given, entry, e.set_by, e.what.as_deref(), state, e.note.clone());
            }
            Event::ActionCompleted(e) => {
                read(&mut given, entry, e.set_by, e.what.as_deref(), ActionState::Done, e.evidence.clone());
            }
            _ => {}
        }
    }
    given
}

/// An action given again in the same words is the same action, with its latest owner and day.
fn give(given: &mut Vec<ActionGiven>, entry: &TimelineEntry, actions: &[Action]) {
    for action in actions.iter().filter(|action| action.what.is_some()) {
        let again = |old: &&mut ActionGiven| old.ended().is_none() && old.action.what == action.what;
        match given.iter_mut().find(again) {
            Some(old) => old.action = action.clone(),
            None => given.push(ActionGiven {
                by: entry.id,
                given_on: entry.day(),
                action: action.clone(),
                readings: Vec::new(),
            }),
        }
    }
}

fn read_all(given: &mut [ActionGiven], entry: &TimelineEntry, reviews: &[ActionReview]) {
    for review in reviews {
        if let Some(state) = review.state {
            read(given, entry, None, review.what.as_deref(), state, review.note.clone());
        }
    }
}

fn read(
    given: &mut [ActionGiven],
    entry: &TimelineEntry,
    set_by: Option<EntryId>,
    what: Option<&str>,
    state: ActionState,
    note: Option<String>,
) {
    let same = |action: &&mut ActionGiven| {
        let entry_fits = set_by.is_none_or(|id| id == action.by);
        let words_fit = what.is_none_or(|what| action.action.what.as_deref() == Some(what));
        (set_by.is_some() || what.is_some()) && entry_fits && words_fit && action.ended().is_none()
    };
    if let Some(action) = given.iter_mut().find(same) {
        action.readings.push(ActionReading { by: entry.id, on: entry.day(), state, note });
    }
}
