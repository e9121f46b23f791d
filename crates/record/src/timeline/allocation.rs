//! The child's named workers.

use chronology::{EntryId, PersonId};

use super::{Span, TimelineEntry};
use crate::Event;
use crate::events::{AllocationEnded, AllocationStarted};

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
            Event::AllocationEnded(e) => end(&mut allocations, entry, e),
            Event::ClosureDecided(_) => {
                let running = allocations.iter_mut().filter(|allocation| allocation.span.open());
                running.for_each(|allocation| allocation.span.to = Some(entry.day()));
            }
            _ => {}
        }
    }
    allocations
}

/// Ends an allocation. A case is handed over on one day, and the next worker's allocation has then already
/// ended the one before: what is said of the end is said of that one, and the next worker stays.
fn end(allocations: &mut [Allocation], entry: &TimelineEntry, said: &AllocationEnded) {
    let theirs = |a: &Allocation| said.worker.is_none() || said.worker == a.worker;
    let handed_over = |a: &Allocation| a.span.to == Some(entry.day()) && theirs(a);
    let ended = match allocations.iter().rposition(handed_over) {
        Some(place) => &mut allocations[place..=place],
        None => allocations,
    };
    for allocation in ended.iter_mut().filter(|a| theirs(a) && (a.span.open() || handed_over(a))) {
        allocation.span.to = Some(entry.day());
        allocation.handover.clone_from(&said.handover);
        allocation.child_told.clone_from(&said.child_told);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::Timeline;
    use crate::notation::fixture_of;

    fn told(ended: &str) -> Timeline {
        let notation = format!(
            "
recording by manager as team_manager
  2026-03-02 child allocation.started
    worker: first
  2026-05-11 child allocation.started
    worker: second
  2026-05-11 child allocation.ended
    handover: Likes to draw
{ended}"
        );
        Timeline::fold(&fixture_of(&notation, "child"), None, None)
    }

    #[test]
    fn a_case_handed_over_on_one_day_keeps_its_next_worker_and_what_they_were_told() {
        for ended in ["", "    worker: first\n"] {
            let timeline = told(ended);
            let [first, second] = &timeline.allocations[..] else { panic!("two allocations") };
            assert_eq!(
                (first.span.to, first.handover.as_deref()),
                (Some(date(2026, 5, 11)), Some("Likes to draw"))
            );
            assert_eq!((second.span.to, second.handover.as_deref()), (None, None));
        }
    }

    #[test]
    fn an_end_of_another_day_ends_the_present_worker() {
        let timeline = told("  2026-06-01 child allocation.ended\n    handover: Goodbye\n");
        assert!(timeline.allocation_on(date(2026, 6, 1)).is_none());
        assert_eq!(timeline.allocations[1].handover.as_deref(), Some("Goodbye"));
    }
}
