//! Where a person has lived, and what others are to them.

use chronology::{EntryId, PersonId};

use super::{Span, TimelineEntry};
use crate::Event;
use crate::events::{Relation, YesNo};

/// A time at which the person lived in a household. Several may run at once: some children have two homes.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// When.
    pub span: Span,
    /// The household.
    pub household: PersonId,
    /// Where it is.
    pub address: Option<String>,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Whether the address must be kept from somebody.
    pub protected: bool,
    /// The entry that says so.
    pub by: EntryId,
    /// Where they went when it ended.
    pub left_because: Option<String>,
}

/// What another person is to this one, by date.
#[derive(Clone, Debug, PartialEq)]
pub struct Kinship {
    /// When.
    pub span: Span,
    /// The other person.
    pub to: PersonId,
    /// What the other person is to this one.
    pub relation: Relation,
    /// Whether the other person has parental responsibility.
    pub parental_responsibility: Option<YesNo>,
    /// Whether the other person matters to the child's daily life.
    pub significant: Option<bool>,
    /// Anything else.
    pub note: Option<String>,
    /// The entry that says so.
    pub by: EntryId,
}

pub(super) fn stays(entries: &[TimelineEntry]) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        match &entry.event {
            Event::HouseholdJoined(e) => {
                let same = |stay: &&mut Stay| stay.span.open() && stay.household == e.household;
                if let Some(stay) = stays.iter_mut().find(same) {
                    stay.address = e.address.clone().or(stay.address.take());
                    stay.postcode = e.postcode.clone().or(stay.postcode.take());
                    stay.protected |= e.protected.unwrap_or(false);
                    continue;
                }
                stays.push(Stay {
                    span: Span::since(entry.day()),
                    household: e.household.clone(),
                    address: e.address.clone(),
                    postcode: e.postcode.clone(),
                    protected: e.protected.unwrap_or(false),
                    by: entry.id,
                    left_because: None,
                });
            }
            Event::HouseholdLeft(e) => {
                let open = stays.iter_mut().filter(|stay| stay.span.open() && stay.household == e.household);
                for stay in open {
                    stay.span.to = Some(entry.day());
                    stay.left_because.clone_from(&e.reason);
                }
            }
            _ => {}
        }
    }
    stays
}

pub(super) fn kinships(entries: &[TimelineEntry]) -> Vec<Kinship> {
    let mut kinships: Vec<Kinship> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        match &entry.event {
            Event::RelationshipRecorded(e) => {
                let same = |k: &&mut Kinship| k.span.open() && k.to == e.to && k.relation == e.relation;
                let from = kinships.iter_mut().find(same).map(|earlier| {
                    earlier.span.to = Some(entry.day());
                    earlier.span.from
                });
                if from.is_some() {
                    kinships.retain(|k| k.span.open() || k.to != e.to || k.relation != e.relation);
                }
                kinships.push(Kinship {
                    span: Span::since(from.unwrap_or(entry.day())),
                    to: e.to.clone(),
                    relation: e.relation,
                    parental_responsibility: e.parental_responsibility,
                    significant: e.significant,
                    note: e.note.clone(),
                    by: entry.id,
                });
            }
            Event::RelationshipEnded(e) => {
                let which = |k: &&mut Kinship| {
                    k.span.open() && k.to == e.to && e.relation.is_none_or(|r| r == k.relation)
                };
                kinships.iter_mut().filter(which).for_each(|k| k.span.to = Some(entry.day()));
            }
            _ => {}
        }
    }
    kinships
}
