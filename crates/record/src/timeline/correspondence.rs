//! What partner agencies sent to a team: each message or police notice, when it was read, and what was done.

use chronology::{EntryId, Occurred, PersonId};

use super::TimelineEntry;
use crate::Event;
use crate::events::{
    Agency, MessageOutcome, PartnerMessageReceived, PoliceNotificationReceived, Rating, ReferredChild,
};

/// A message or a police notice to a team.
#[derive(Clone, Debug, PartialEq)]
pub struct Correspondence {
    /// The entry that received it.
    pub by: EntryId,
    /// When it came.
    pub received: Occurred,
    /// What it says.
    pub said: Sent,
    /// When a worker read it, by which entry, and who.
    pub read: Option<(EntryId, Occurred, PersonId)>,
    /// For a police notice: the risk as first graded, when and by which entry.
    pub graded: Option<(EntryId, Occurred, Option<Rating>)>,
    /// What was done about each child, in the order of the message; one for a message that names none.
    pub done: Vec<Option<Done>>,
}

/// What was sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// A message.
    Message(PartnerMessageReceived),
    /// A police notice.
    Notice(PoliceNotificationReceived),
}

/// What was done about one child.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The entry that says so.
    pub by: EntryId,
    /// When.
    pub at: Occurred,
    /// The child's record.
    pub child: Option<PersonId>,
    /// What was done.
    pub outcome: Option<MessageOutcome>,
    /// Who did it.
    pub who: PersonId,
}

impl Correspondence {
    /// The reference that the sender was given.
    pub fn reference(&self) -> &str {
        let reference = match &self.said {
            Sent::Message(said) => &said.reference,
            Sent::Notice(said) => &said.reference,
        };
        reference.as_deref().unwrap_or_default()
    }

    /// The kind of agency that sent it.
    pub fn agency(&self) -> Option<Agency> {
        match &self.said {
            Sent::Message(said) => said.agency,
            Sent::Notice(_) => Some(Agency::Police),
        }
    }

    /// The body that sent it: the school, the force.
    pub fn organisation(&self) -> &str {
        let organisation = match &self.said {
            Sent::Message(said) => &said.organisation,
            Sent::Notice(said) => &said.force,
        };
        organisation.as_deref().unwrap_or_default()
    }

    /// Each child it names.
    pub fn children(&self) -> &[ReferredChild] {
        match &self.said {
            Sent::Message(said) => &said.children,
            Sent::Notice(said) => &said.children,
        }
    }

    /// The police notice, if it is one.
    pub fn notice(&self) -> Option<&PoliceNotificationReceived> {
        match &self.said {
            Sent::Notice(said) => Some(said),
            Sent::Message(_) => None,
        }
    }

    /// The address and postcode it gives for the household.
    pub fn home(&self) -> (Option<&str>, Option<&str>) {
        match &self.said {
            Sent::Message(said) => (said.address.as_deref(), said.postcode.as_deref()),
            Sent::Notice(said) => (said.address.as_deref(), said.postcode.as_deref()),
        }
    }

    /// What happened, in the sender's words.
    pub fn what_happened(&self) -> &str {
        let words = match &self.said {
            Sent::Message(said) => &said.what_happened,
            Sent::Notice(said) => &said.what_happened,
        };
        words.as_deref().unwrap_or_default()
    }

    /// When the last child of it was acted on; nothing while one waits.
    pub fn actioned(&self) -> Option<&Done> {
        if self.done.iter().any(Option::is_none) {
            return None;
        }
        self.done.iter().flatten().max_by_key(|done| (done.at, done.by))
    }

    /// The first thing done about it.
    pub fn first_action(&self) -> Option<&Done> {
        self.done.iter().flatten().min_by_key(|done| (done.at, done.by))
    }
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Vec<Correspondence> {
    let mut all: Vec<Correspondence> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        match &entry.event {
            Event::PartnerMessageReceived(e) => all.push(received(entry, Sent::Message((**e).clone()))),
            Event::PoliceNotificationReceived(e) => all.push(received(entry, Sent::Notice((**e).clone()))),
            Event::PartnerMessageRead(e) => {
                if let Some(one) = named(&mut all, e.message).filter(|one| one.read.is_none()) {
                    let who = e.read_by.clone().unwrap_or_else(|| entry.author().clone());
                    one.read = Some((entry.id, entry.occurred, who));
                }
            }
            Event::PoliceNotificationGraded(e) => {
                if let Some(one) = named(&mut all, e.notice).filter(|one| one.graded.is_none()) {
                    one.graded = Some((entry.id, entry.occurred, e.rating));
                }
            }
            Event::PartnerMessageActioned(e) => {
                act(&mut all, entry, e.message, e.child_number, (e.child.clone(), e.outcome));
            }
            Event::PoliceNotificationActioned(e) => {
                act(&mut all, entry, e.notice, e.child_number, (e.child.clone(), e.outcome));
            }
            _ => {}
        }
    }
    all
}

fn received(entry: &TimelineEntry, said: Sent) -> Correspondence {
    let mut one = Correspondence {
        by: entry.id,
        received: entry.occurred,
        said,
        read: None,
        graded: None,
        done: Vec::new(),
    };
    one.done = vec![None; one.children().len().max(1)];
    one
}

fn named(all: &mut [Correspondence], id: Option<EntryId>) -> Option<&mut Correspondence> {
    all.iter_mut().find(|one| Some(one.by) == id)
}

fn act(
    all: &mut [Correspondence],
    entry: &TimelineEntry,
    id: Option<EntryId>,
    number: Option<u32>,
    (child, outcome): (Option<PersonId>, Option<MessageOutcome>),
) {
    let Some(one) = named(all, id) else { return };
    let done = Done { by: entry.id, at: entry.occurred, child, outcome, who: entry.author().clone() };
    let place =
        number.and_then(|number| usize::try_from(number).ok()).and_then(|number| number.checked_sub(1));
    match place {
        Some(place) => {
            if let Some(slot) = one.done.get_mut(place).filter(|slot| slot.is_none()) {
                *slot = Some(done);
            }
        }
        None => one.done.iter_mut().filter(|slot| slot.is_none()).for_each(|slot| *slot = Some(done.clone())),
    }
}
