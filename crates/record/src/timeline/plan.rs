//! Child protection plans and child in need plans.

use chronology::{EntryId, Occurred, PersonId};
use jiff::civil::Date;

use super::{Span, TimelineEntry};
use crate::Event;
use crate::codes::AbuseCategory;
use crate::events::{NeedPlanStarted, ProtectionPlanEnded, ProtectionPlanRevised};

/// A child protection plan.
#[derive(Clone, Debug, PartialEq)]
pub struct ProtectionPlan {
    /// When it was in force.
    pub span: Span,
    /// The entry that started it.
    pub by: EntryId,
    /// The categories it ran under, each with the entry and the day from which.
    pub categories: Vec<(EntryId, Occurred, Option<AbuseCategory>)>,
    /// What it says: every version, the latest last, with its entry and day.
    pub versions: Vec<(EntryId, Occurred, ProtectionPlanRevised)>,
    /// Approvals of versions.
    pub approvals: Vec<Approval>,
    /// The entry and words that ended it.
    pub ended: Option<(EntryId, ProtectionPlanEnded)>,
}

/// A manager's approval of a version of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Approval {
    /// The entry that says so.
    pub by: EntryId,
    /// When.
    pub at: Occurred,
    /// The version approved, by the entry that wrote it.
    pub version: Option<EntryId>,
    /// Who approved.
    pub decided_by: Option<PersonId>,
}

impl ProtectionPlan {
    /// The category it last ran under.
    pub fn category(&self) -> Option<AbuseCategory> {
        self.categories.iter().rev().find_map(|(_, _, category)| *category)
    }

    /// The version in force: the last approved, with its approval.
    pub fn approved(&self) -> Option<(&ProtectionPlanRevised, &Approval)> {
        let approval = self.approvals.last()?;
        Some((self.version_approved(approval)?, approval))
    }

    /// The version that an approval approves: the one it names, else the last of its day or before. Days are
    /// compared, since an approval often has no time and the version of that morning does.
    pub fn version_approved(&self, approval: &Approval) -> Option<&ProtectionPlanRevised> {
        let wanted = |id: &EntryId| approval.version.is_none_or(|version| version == *id);
        let mut versions = self.versions.iter().rev();
        let version = versions.find(|(id, at, _)| wanted(id) && at.date() <= approval.at.date())?;
        Some(&version.2)
    }

    /// What it says now, approved or not.
    pub fn latest(&self) -> Option<&ProtectionPlanRevised> {
        self.versions.last().map(|(_, _, version)| version)
    }
}

/// A child in need plan.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedPlan {
    /// When it was in force.
    pub span: Span,
    /// The entry that started it.
    pub by: EntryId,
    /// What it says now: agreed again, it says something new.
    pub said: NeedPlanStarted,
    /// Every version, in order, with its entry and day.
    pub versions: Vec<(EntryId, Occurred, NeedPlanStarted)>,
    /// When it was looked at again, and the day then set for the next time.
    pub reviews: Vec<(EntryId, Occurred, Option<Date>)>,
}

impl NeedPlan {
    /// Each time it was agreed or looked at, in order: the entry, the day, and the day set for the next time.
    pub fn looks(&self) -> Vec<(EntryId, Date, Option<Date>)> {
        let agreed = self.versions.iter().map(|(by, at, said)| (*by, at.date(), said.review_on));
        let reviewed = self.reviews.iter().map(|(by, at, next)| (*by, at.date(), *next));
        let mut looks: Vec<_> = agreed.chain(reviewed).collect();
        looks.sort_by_key(|(by, on, _)| (*on, *by));
        looks
    }
}

pub(super) fn protection(entries: &[TimelineEntry]) -> Vec<ProtectionPlan> {
    let mut plans: Vec<ProtectionPlan> = Vec::new();
    // Versions written before the plan formally starts belong to it: the outline plan of the conference.
    let mut ahead: Vec<(EntryId, Occurred, ProtectionPlanRevised)> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let running = plans.last_mut().filter(|plan| plan.span.open());
        match (&entry.event, running) {
            (Event::ProtectionPlanStarted(e), None) => plans.push(ProtectionPlan {
                span: Span::since(entry.day()),
                by: entry.id,
                categories: vec![(entry.id, entry.occurred, e.category)],
                versions: std::mem::take(&mut ahead),
                approvals: Vec::new(),
                ended: None,
            }),
            (Event::ProtectionPlanStarted(e), Some(plan)) => {
                plan.categories.push((entry.id, entry.occurred, e.category))
            }
            (Event::ProtectionPlanCategoryChanged(e), Some(plan)) => {
                plan.categories.push((entry.id, entry.occurred, e.category));
            }
            (Event::ProtectionPlanRevised(e), Some(plan)) => {
                plan.versions.push((entry.id, entry.occurred, (**e).clone()));
            }
            (Event::ProtectionPlanRevised(e), None) => ahead.push((entry.id, entry.occurred, (**e).clone())),
            (Event::ProtectionPlanApproved(e), Some(plan)) => plan.approvals.push(Approval {
                by: entry.id,
                at: entry.occurred,
                version: e.revision.or(plan.versions.last().map(|(id, _, _)| *id)),
                decided_by: e.decided_by.clone(),
            }),
            (Event::ProtectionPlanEnded(e), Some(plan)) => {
                plan.span.to = Some(entry.day());
                plan.ended = Some((entry.id, (**e).clone()));
            }
            _ => {}
        }
    }
    plans
}

pub(super) fn need(entries: &[TimelineEntry]) -> Vec<NeedPlan> {
    let mut plans: Vec<NeedPlan> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let running = plans.last_mut().filter(|plan| plan.span.open());
        match (&entry.event, running) {
            (Event::NeedPlanStarted(e), None) => plans.push(NeedPlan {
                span: Span::since(entry.day()),
                by: entry.id,
                said: (**e).clone(),
                versions: vec![(entry.id, entry.occurred, (**e).clone())],
                reviews: Vec::new(),
            }),
            // Agreed again, it says something new and goes on.
            (Event::NeedPlanStarted(e), Some(plan)) => {
                plan.said = (**e).clone();
                plan.versions.push((entry.id, entry.occurred, (**e).clone()));
            }
            (Event::NeedPlanReviewed(e), Some(plan)) => {
                plan.reviews.push((entry.id, entry.occurred, e.review_on));
            }
            // A child in need plan gives way to a protection plan, and ends when the case closes.
            (
                Event::NeedPlanEnded(_) | Event::ProtectionPlanStarted(_) | Event::ClosureDecided(_),
                Some(plan),
            ) => {
                plan.span.to = Some(entry.day());
            }
            _ => {}
        }
    }
    plans
}
