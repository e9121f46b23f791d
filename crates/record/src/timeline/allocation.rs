//! The child's named workers.

use chronology::{EntryId, PersonId};

use super::{Span, TimelineEntry};
use crate::Event;
use crate::events::AllocationStarted;

/// A time at which a worker was this child's named worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Allocation {
    /// When.
    pub span: Span,
    /// The worker.
    pub worker: Option<PersonId>,
    /// The team.
    pub team: Option<PersonId>,
    /// What was recorded when it started.
    pub said: AllocationStarted,
    /// The entry that started it.
    pub by: EntryId,
    /// What the next worker was told, when it ended.
    pub handover: Option<String>,
    /// What the child was told, when it ended.
    pub child_told: Option<String>,
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Vec<Allocation> {
    let mut allocations: Vec<Allocation> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        match &entry.event {
            Event::AllocationStarted(e) => {
                let running = allocations.iter_mut().filter(|allocation| allocation.span.open());
                running.for_each(|allocation| allocation.span.to = Some(entry.day()));
                allocations.push(Allocation {
                    span: Span::since(entry.day()),
                    worker: e.worker.clone(),
                    team: e.team.clone(),
                    said: (**e).clone(),
                    by: entry.id,
                    handover: None,
                    child_told: None,
                });
            }
            Event::AllocationEnded(e) => {
                let which = |a: &&mut Allocation| e.worker.is_none() || e.worker == a.worker;
                for allocation in allocations.iter_mut().filter(|a| a.span.open()).filter(which) {
                    allocation.span.to = Some(entry.day());
                    allocation.handover.clone_from(&e.handover);
                    allocation.child_told.clone_from(&e.child_told);
                }
            }
            Event::ClosureDecided(_) => {
                let running = allocations.iter_mut().filter(|allocation| allocation.span.open());
                running.for_each(|allocation| allocation.span.to = Some(entry.day()));
            }
            _ => {}
        }
    }
    allocations
}
