//! An open child without a named worker.

use calendar::display;
use jiff::civil::Date;
use record::timeline::Involvement;

use super::limit::{missed_on, sum, working_days};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "unallocated",
    title: "No named worker",
    failing: Some("F178"),
    source: "Working Together to Safeguard Children, chapter 3: a lead social worker for the child",
    for_whom: &[Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example { title: "a working day to allocate", notation: OPENED, on: "2026-03-03", expect: &[] },
        Example {
            title: "listed when it has passed",
            notation: OPENED,
            on: "2026-03-04",
            expect: &["has no named worker since 2 March 2026, when the case opened"],
        },
        Example { title: "allocated", notation: OPENED, on: "2026-03-06", expect: &[] },
        Example {
            title: "the worker left and nobody followed",
            notation: OPENED,
            on: "2026-05-06",
            expect: &["has no named worker since 1 May 2026, when the last one left"],
        },
    ],
};

const OPENED: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
recording by manager as team_manager
  2026-03-06 child allocation.started
    worker: worker
recording by manager as team_manager
  2026-05-01 child allocation.ended
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.involvements.iter().flat_map(|involvement| unallocated(circle, involvement)).collect()
}

fn unallocated(circle: &Circle, involvement: &Involvement) -> Vec<Found> {
    let within = working_days(circle.settings.limit("allocated_working_days"));
    let mut found = Vec::new();
    for (from, until, first) in stretches(circle, involvement) {
        let when = if first { "when the case opened" } else { "when the last one left" };
        let because = format!(
            "{} has no named worker since {}, {when}: {}.",
            circle.child(),
            display::full_date(from),
            sum(within, from.into())
        );
        let one = Found::since(missed_on(within, from.into()), because).cleared(until);
        found.push(one.from([involvement.opened_by]).mended_by("allocation.started").waited_from(from));
    }
    found
}

/// The stretches of an involvement without a named worker: from, until, and whether it is the first.
fn stretches(circle: &Circle, involvement: &Involvement) -> Vec<(Date, Option<Date>, bool)> {
    let allocations = circle.timeline.allocations.iter().filter(|one| one.worker.is_some());
    let mut without = Vec::new();
    let mut from = Some(involvement.accepted_on);
    let mut first = true;
    for allocation in allocations {
        let over = involvement.span.to.is_some_and(|to| allocation.span.from >= to);
        let Some(since) = from else { break };
        if over || allocation.span.to.is_some_and(|to| to <= since) {
            continue;
        }
        if allocation.span.from > since {
            without.push((since, Some(allocation.span.from), first));
        }
        first = false;
        from = allocation.span.to;
    }
    let ended = involvement.span.to;
    if let Some(since) = from.filter(|since| ended.is_none_or(|ended| *since < ended)) {
        without.push((since, ended, first));
    }
    without
}
