//! A named worker for every open child.

use calendar::Within;
use jiff::civil::date;
use record::events::AllocationEnded;
use record::timeline::Allocation;

use super::scope::{Moment, ceases, moment};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Give an open child a named, qualified worker: when the case opens, and again whenever a worker leaves.
///
/// A worker known not to be registered as a social worker does not count; one of whom the record says nothing
/// does.
pub(super) const ALLOCATED: Timescale = Timescale {
    id: "allocated",
    title: "Give the child a named worker",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: one working day without a named worker at most",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("allocated_working_days"),
    starts: "the day the child had no named worker",
    stops: "a qualified worker is allocated",
    stopped_by: "allocation.started",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "accepted on a Friday, allocated on Monday; a worker who leaves a closed case leaves no gap",
            notation: "
recording by manager as team_manager
  2026-03-05 child referral.received
  2026-03-06 child referral.decided
    outcome: assessment
  2026-03-09 child allocation.started
    worker: worker
  2026-03-20 child closure.decided
  2026-03-23 child allocation.ended
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "the first worker leaves, and the next comes a week later",
            notation: "
recording by manager as team_manager
  2026-03-05 child referral.received
  2026-03-06 child referral.decided
    outcome: assessment
  2026-03-09 child allocation.started
    worker: worker
  2026-05-11 child allocation.ended
  2026-05-18 child allocation.started
    worker: another
",
            on: "2026-06-30",
            expect: &["2026-03-09 met", "2026-05-12 late"],
        },
        Example {
            title: "somebody whose registration had run out is not a qualified worker",
            notation: "
recording by manager as team_manager
  2020-01-01 worker registration.recorded
    register: Social Work England
    until: 2025-11-30
  2026-03-05 child referral.received
  2026-03-06 child referral.decided
    outcome: assessment
  2026-03-09 child allocation.started
    worker: worker
",
            on: "2026-03-10",
            expect: &["2026-03-09 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let openings = circle.timeline.involvements.iter().filter_map(|i| moment(circle, i.opened_by));
    let openings =
        openings.filter(|(_, at)| !has_worker(circle, at.date()) || starts_with(circle, at.date()));
    let departures = circle.timeline.of::<AllocationEnded>().map(|(entry, _)| (entry.id, entry.occurred));
    let departures = departures.filter(|(_, at)| {
        circle.timeline.open_on(at.date()) && circle.timeline.allocation_on(at.date()).is_none()
    });
    let mut starts: Vec<Moment> = openings.chain(departures).collect();
    starts.sort_by_key(|(_, at)| *at);
    let run = |(by, at): Moment| {
        let next =
            circle.timeline.allocations.iter().find(|a| a.span.from >= at.date() && qualified(circle, a));
        let next = next.and_then(|allocation| moment(circle, allocation.by));
        Run::started(by, at).stopped(next).lapsed(ceases(circle, at.date()))
    };
    starts.into_iter().map(run).collect()
}

fn has_worker(circle: &Circle, day: jiff::civil::Date) -> bool {
    circle.timeline.allocation_on(day).is_some_and(|allocation| qualified(circle, allocation))
}

fn starts_with(circle: &Circle, day: jiff::civil::Date) -> bool {
    circle.timeline.allocation_on(day).is_some_and(|allocation| allocation.span.from == day)
}

fn qualified(circle: &Circle, allocation: &Allocation) -> bool {
    let Some(worker) = &allocation.worker else { return false };
    let known = circle.timeline_of(worker).filter(|timeline| !timeline.organisation.registered.is_empty());
    known.is_none_or(|timeline| timeline.organisation.qualified_on(allocation.span.from))
}
