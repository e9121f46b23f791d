//! Transfers of a child's case from team to team.

use chronology::{EntryId, Occurred};

use super::TimelineEntry;
use crate::Event;
use crate::events::{
    TransferAccepted, TransferCheck, TransferDeclined, TransferQualityChecked, TransferRequested,
};

/// A transfer asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// The entry that asked.
    pub by: EntryId,
    /// When.
    pub requested: Occurred,
    /// What it says.
    pub said: TransferRequested,
    /// The last quality check before an answer.
    pub checked: Option<(EntryId, Occurred, TransferQualityChecked)>,
    /// The acceptance.
    pub accepted: Option<(EntryId, Occurred, TransferAccepted)>,
    /// The refusal.
    pub declined: Option<(EntryId, Occurred, TransferDeclined)>,
}

impl Transfer {
    /// When it was answered, either way.
    pub fn answered(&self) -> Option<(EntryId, Occurred)> {
        let accepted = self.accepted.as_ref().map(|(by, at, _)| (*by, *at));
        accepted.or_else(|| self.declined.as_ref().map(|(by, at, _)| (*by, *at)))
    }

    /// Whether the last check found the case ready to move.
    pub fn ready(&self) -> bool {
        self.checked.as_ref().is_some_and(|(_, _, check)| check.found == Some(TransferCheck::Ready))
    }
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Vec<Transfer> {
    let mut all: Vec<Transfer> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let at = (entry.id, entry.occurred);
        match &entry.event {
            Event::TransferRequested(e) => all.push(Transfer {
                by: entry.id,
                requested: entry.occurred,
                said: (**e).clone(),
                checked: None,
                accepted: None,
                declined: None,
            }),
            Event::TransferQualityChecked(e) => {
                if let Some(one) = waiting(&mut all, e.transfer) {
                    one.checked = Some((at.0, at.1, (**e).clone()));
                }
            }
            Event::TransferAccepted(e) => {
                if let Some(one) = waiting(&mut all, e.transfer) {
                    one.accepted = Some((at.0, at.1, (**e).clone()));
                }
            }
            Event::TransferDeclined(e) => {
                if let Some(one) = waiting(&mut all, e.transfer) {
                    one.declined = Some((at.0, at.1, (**e).clone()));
                }
            }
            _ => {}
        }
    }
    all
}

/// The transfer that an entry names, or the latest; only one that waits for its answer.
fn waiting(all: &mut [Transfer], named: Option<EntryId>) -> Option<&mut Transfer> {
    let mut open = all.iter_mut().rev().filter(|one| one.answered().is_none());
    open.find(|one| named.is_none_or(|id| one.by == id))
}
