//! Contacts, each with its screening, its decision and what the referrer was told.

use chronology::{EntryId, Occurred, PersonId};

use super::TimelineEntry;
use crate::Event;
use crate::events::{ContactDecided, ContactOutcome, ContactReceived, LevelOfNeed, Rating, RefusalReason};

/// A contact about this child.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// The entry that received it.
    pub by: EntryId,
    /// When it came.
    pub received: Occurred,
    /// What it says.
    pub said: ContactReceived,
    /// The risk as last judged.
    pub rating: Option<Rating>,
    /// The screening, if there was one: its entry, when, and the outcome it proposes.
    pub screened: Option<(EntryId, Occurred, Option<ContactOutcome>)>,
    /// The decision.
    pub decided: Option<ContactDecision>,
    /// When a referrer was told, and by which entry.
    pub informed: Option<(EntryId, Occurred)>,
    /// Decisions that a reviewer overturned, the first first.
    pub overturned: Vec<ContactDecision>,
    /// When it last came to wait for a decision again, and by which entry.
    pub reopened: Option<(EntryId, Occurred)>,
}

impl Contact {
    /// The decision first made on it, overturned or not: what is measured from the contact to its decision.
    pub fn first_decided(&self) -> Option<&ContactDecision> {
        self.overturned.first().or(self.decided.as_ref())
    }

    /// Every decision made on it, the first first.
    pub fn decisions(&self) -> impl Iterator<Item = &ContactDecision> {
        self.overturned.iter().chain(&self.decided)
    }
}

/// What a contact led to.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactDecision {
    /// The entry that decided.
    pub by: EntryId,
    /// When.
    pub at: Occurred,
    /// What it leads to.
    pub outcome: Option<ContactOutcome>,
    /// The level of need.
    pub level_of_need: Option<LevelOfNeed>,
    /// The indicators of the threshold document that were matched, by their codes.
    pub indicators: Vec<String>,
    /// The version of that document.
    pub threshold_version: Option<String>,
    /// Why it led to nothing further, where it did.
    pub refusal: Option<RefusalReason>,
    /// Why.
    pub reason: Option<String>,
    /// What history was weighed.
    pub history_weighed: Option<String>,
    /// Whether it was read together with the earlier contacts of its year.
    pub pattern_read: bool,
    /// Who decided.
    pub decided_by: Option<PersonId>,
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        match &entry.event {
            Event::ContactReceived(e) => contacts.push(Contact {
                by: entry.id,
                received: entry.occurred,
                said: (**e).clone(),
                rating: e.rating,
                screened: None,
                decided: None,
                informed: None,
                overturned: Vec::new(),
                reopened: None,
            }),
            Event::ContactScreened(e) => {
                if let Some(contact) = chosen(&mut contacts, e.contact, |c| c.decided.is_none()) {
                    contact.rating = e.rating.or(contact.rating);
                    contact.screened = Some((entry.id, entry.occurred, e.proposed));
                }
            }
            Event::ContactDecided(e) => {
                if let Some(contact) = chosen(&mut contacts, e.contact, |c| c.decided.is_none()) {
                    contact.decided = Some(decision(entry, e));
                }
            }
            Event::ContactReopened(e) => {
                let contact = contacts.iter_mut().find(|contact| contact.by == e.contact);
                if let Some((contact, overturned)) =
                    contact.and_then(|contact| Some((contact.decided.take()?, contact)).map(|(d, c)| (c, d)))
                {
                    contact.overturned.push(overturned);
                    contact.reopened = Some((entry.id, entry.occurred));
                    // Whoever made contact was told of the decision that no longer stands.
                    contact.informed = None;
                }
            }
            Event::ReferrerInformed(e) => {
                if let Some(contact) =
                    chosen(&mut contacts, e.contact, |c| c.decided.is_some() && c.informed.is_none())
                {
                    contact.informed = Some((entry.id, entry.occurred));
                }
            }
            _ => {}
        }
    }
    contacts
}

/// The contact that an entry names, or the latest that waits for such an entry.
fn chosen(
    contacts: &mut [Contact],
    named: Option<EntryId>,
    waits: impl Fn(&Contact) -> bool,
) -> Option<&mut Contact> {
    let at = match named {
        Some(id) => contacts.iter().position(|contact| contact.by == id),
        None => contacts.iter().rposition(waits),
    }?;
    contacts.get_mut(at)
}

fn decision(entry: &TimelineEntry, e: &ContactDecided) -> ContactDecision {
    ContactDecision {
        by: entry.id,
        at: entry.occurred,
        outcome: e.outcome,
        level_of_need: e.level_of_need,
        indicators: e.indicators.clone(),
        threshold_version: e.threshold_version.clone(),
        refusal: e.refusal,
        reason: e.reason.clone(),
        history_weighed: e.history_weighed.clone(),
        pattern_read: e.pattern_read == Some(true),
        decided_by: e.decided_by.clone(),
    }
}
