//! One person's timeline: spans and facts folded from that person's entries.
//!
//! Folding is a pure function. It never fails and hides nothing: an entry that cannot be read as an event
//! stays in [`Timeline::entries`] with the reason. Entries are folded in the order of what happened, so the
//! order in which they were recorded does not matter; entries of the same moment are taken in the order of
//! a child's journey (a contact before its decision).

mod actions;
mod allocation;
mod assessment;
mod contact;
mod correspondence;
mod enquiry;
mod entry;
mod family;
mod identity;
mod involvement;
mod organisation;
mod out_of_hours;
mod plan;
mod referral;
mod span;
mod transfer;

pub use actions::{ActionGiven, ActionReading};
pub use allocation::Allocation;
pub use assessment::{Assessment, Returned, SignedOff};
pub use contact::{Contact, ContactDecision};
pub use correspondence::{Correspondence, Done, Sent};
pub use enquiry::{Enquiry, EnquiryStatus, Medical};
pub use entry::TimelineEntry;
pub use family::{Kinship, Stay};
pub use identity::{Hazard, Identity, Name, PaperFile, Restriction};
pub use involvement::{Involvement, Stage};
pub use organisation::{FunctionHeld, Organisation, PostHeld};
pub use out_of_hours::{NightHandover, Shift};
pub use plan::{Approval, NeedPlan, ProtectionPlan};
pub use referral::{Referral, ReferralDecision};
pub use span::Span;
pub use transfer::Transfer;

use std::sync::Arc;

use chronology::{EntryId, PersonId, Recorded};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::Typed;

/// One person's timeline, as things stood on a day and as they were known at a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Every entry, in the order of what happened, those that no longer count among them.
    pub entries: Vec<TimelineEntry>,
    /// Who the person is.
    pub identity: Identity,
    /// Where the person has lived, and with whom (the same household).
    pub stays: Vec<Stay>,
    /// What others are to this person.
    pub kinships: Vec<Kinship>,
    /// Contacts about this child.
    pub contacts: Vec<Contact>,
    /// Referrals of this child.
    pub referrals: Vec<Referral>,
    /// When the service has been working with this child.
    pub involvements: Vec<Involvement>,
    /// The child's named workers.
    pub allocations: Vec<Allocation>,
    /// Assessments of this child.
    pub assessments: Vec<Assessment>,
    /// Section 47 enquiries about this child.
    pub enquiries: Vec<Enquiry>,
    /// Medicals asked for.
    pub medicals: Vec<Medical>,
    /// Child protection plans.
    pub protection_plans: Vec<ProtectionPlan>,
    /// Child in need plans.
    pub need_plans: Vec<NeedPlan>,
    /// Actions that somebody was given for this child.
    pub actions: Vec<ActionGiven>,
    /// Transfers of this child's case from team to team.
    pub transfers: Vec<Transfer>,
    /// Handovers of this child from a worker out of hours to the day team.
    pub handovers: Vec<NightHandover>,
    /// For a team: what partner agencies sent it.
    pub correspondence: Vec<Correspondence>,
    /// For a team that works out of hours: its shifts as they stand.
    pub shifts: Vec<Shift>,
    /// For a professional or a team: posts, registration, functions.
    pub organisation: Organisation,
}

impl Timeline {
    /// Folds a person's entries (with those of records joined to it).
    ///
    /// `as_at` leaves out what happened after that day; `known_at` leaves out what was recorded after that
    /// moment. `None` means now.
    pub fn fold(entries: &[Arc<Recorded>], as_at: Option<Date>, known_at: Option<Timestamp>) -> Self {
        let entries = entry::read(entries, as_at, known_at);
        let identity = identity::fold(&entries);
        let referrals = referral::fold(&entries);
        let involvements = involvement::fold(&entries, &referrals);
        Self {
            stays: family::stays(&entries),
            kinships: family::kinships(&entries),
            contacts: contact::fold(&entries),
            allocations: allocation::fold(&entries),
            assessments: assessment::fold(&entries),
            enquiries: enquiry::fold(&entries),
            medicals: enquiry::medicals(&entries),
            protection_plans: plan::protection(&entries),
            need_plans: plan::need(&entries),
            actions: actions::fold(&entries),
            transfers: transfer::fold(&entries),
            handovers: out_of_hours::handovers(&entries),
            correspondence: correspondence::fold(&entries),
            shifts: out_of_hours::shifts(&entries),
            organisation: organisation::fold(&entries),
            identity,
            referrals,
            involvements,
            entries,
        }
    }

    /// The entries that count, in the order of what happened.
    pub fn counting(&self) -> impl DoubleEndedIterator<Item = &TimelineEntry> {
        self.entries.iter().filter(|entry| entry.counts())
    }

    /// The events of one kind that count, in the order of what happened.
    pub fn of<E: Typed + 'static>(&self) -> impl DoubleEndedIterator<Item = (&TimelineEntry, &E)> {
        self.counting().filter_map(|entry| E::of(&entry.event).map(|event| (entry, event)))
    }

    /// The entries that count after one of them, in the order of what happened.
    pub fn after(&self, entry: EntryId) -> impl Iterator<Item = &TimelineEntry> {
        self.counting().skip_while(move |one| one.id != entry).skip(1)
    }

    /// The entry of this id.
    pub fn entry(&self, id: EntryId) -> Option<&TimelineEntry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The household the person lived in on a day.
    pub fn stay_on(&self, day: Date) -> Option<&Stay> {
        self.stays.iter().rev().find(|stay| stay.span.covers(day))
    }

    /// The day on which the last work with the person began that had begun by a day, whether or not it still runs.
    pub fn worked_with_since(&self, day: Date) -> Option<Date> {
        self.involvements.iter().map(|one| one.span.from).filter(|from| *from <= day).max()
    }

    /// The child's named worker on a day.
    pub fn allocation_on(&self, day: Date) -> Option<&Allocation> {
        self.allocations.iter().rev().find(|allocation| allocation.span.covers(day))
    }

    /// The named worker of whatever happened on a day: one whose time with the child ended on it still had them.
    pub fn allocation_through(&self, day: Date) -> Option<&Allocation> {
        let through = |span: &Span| span.from <= day && span.to.is_none_or(|to| day <= to);
        self.allocations.iter().rev().find(|allocation| through(&allocation.span))
    }

    /// The protection plan in force on a day.
    pub fn protection_plan_on(&self, day: Date) -> Option<&ProtectionPlan> {
        self.protection_plans.iter().rev().find(|plan| plan.span.covers(day))
    }

    /// The child in need plan in force on a day.
    pub fn need_plan_on(&self, day: Date) -> Option<&NeedPlan> {
        self.need_plans.iter().rev().find(|plan| plan.span.covers(day))
    }

    /// Whether the service was working with the child on a day.
    pub fn open_on(&self, day: Date) -> bool {
        self.involvements.iter().any(|involvement| involvement.span.covers(day))
    }

    /// The people this child's entries and relationships name: who else a rule about the child may need.
    pub fn people_named(&self) -> impl Iterator<Item = &PersonId> {
        let kin = self.kinships.iter().map(|kinship| &kinship.to);
        let workers = self.allocations.iter().flat_map(|a| [a.worker.as_ref(), a.team.as_ref()]);
        let moves = self.transfers.iter();
        let moves = moves
            .flat_map(|t| [t.said.from_team.as_ref(), t.said.to_team.as_ref(), t.said.to_manager.as_ref()]);
        kin.chain(workers.flatten()).chain(moves.flatten())
    }
}
