//! Visits to a child on a protection plan: as the plan says, or else as the authority does.

use calendar::Within;
use chronology::Occurred;
use jiff::civil::{Date, date};
use record::events::{ProtectionPlanRevised, VisitMade, YesNo};
use record::timeline::ProtectionPlan;

use super::intervals::{Beat, chain, changing};
use super::scope::{Moment, ceases, moment};
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// See a child on a protection plan as often as the approved plan says.
///
/// Only a visit by the child's allocated and qualified worker, at which the child was seen, meets the duty;
/// others are kept and shown apart.
pub(super) const PLANNED: Timescale = Timescale {
    id: "cp-visit-planned",
    title: "See the child under the protection plan",
    // LAW: Working Together to Safeguard Children 1999 to 2023 (2023: chapter 3, the lead practitioner and the child
    // protection plan): the frequency of visits is the plan's to set.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 1999 to 2023: seen as often as the approved plan says",
        from: date(1999, 12, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(10),
    set_by: None,
    starts: "the visit before, or the approval of the plan",
    stops: "the child’s allocated social worker sees the child",
    stopped_by: "visit.made",
    counting: Counting::Deadline,
    runs: planned,
    examples: &[
        Example {
            title: "approved on the day it was written, the time of the approval not told",
            notation: "
recording by manager as team_manager
  2025-01-06 worker registration.recorded
    register: Social Work England
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-03 10:00 child child_protection_plan.revised
    visit_every_working_days: 10
  2026-03-03 child child_protection_plan.approved
",
            on: "2026-03-16",
            expect: &["2026-03-17 due"],
        },
        Example {
            title: "ten working days from the approval, then from each visit",
            notation: "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-03 child child_protection_plan.revised
    visit_every_working_days: 10
  2026-03-04 child child_protection_plan.approved
  2026-03-18 child visit.made
    seen: yes
",
            on: "2026-04-02",
            expect: &["2026-03-18 met", "2026-04-01 overdue"],
        },
        Example {
            title: "a visit by somebody else, and one at which the child was not seen, do not count",
            notation: "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-03 child child_protection_plan.revised
    visit_every_working_days: 10
  2026-03-04 child child_protection_plan.approved
  2026-03-12 child visit.made
    seen: yes
    visited_by: helper
  2026-03-16 child visit.made
    seen: no
  2026-03-19 child visit.made
    seen: yes
",
            on: "2026-04-02",
            expect: &["2026-03-18 late", "2026-04-02 due"],
        },
        Example {
            title: "a shorter interval takes over at once, a plan that ends breaks the last one off",
            notation: "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-03 child child_protection_plan.revised
    visit_every_working_days: 10
  2026-03-04 child child_protection_plan.approved
  2026-03-05 child child_protection_plan.revised
    visit_every_working_days: 5
  2026-03-05 child child_protection_plan.approved
  2026-03-10 child child_protection_plan.ended
",
            on: "2026-03-31",
            expect: &["2026-03-12 lapsed"],
        },
    ],
};

/// See a child on a protection plan every four weeks, as it is commonly measured, where the plan sets no
/// frequency of its own.
pub(super) const FOUR_WEEKS: Timescale = Timescale {
    id: "cp-visit-4w",
    title: "See the child on a protection plan",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: four weeks, as inspection data commonly measure it; no law sets a frequency",
        from: date(2005, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Weeks(4),
    set_by: Some("protection_visit_weeks"),
    starts: "the visit before, or the start of the plan",
    stops: "the child’s allocated social worker sees the child",
    stopped_by: "visit.made",
    counting: Counting::Deadline,
    runs: |circle| local(circle, "protection_visit_weeks", |_| true),
    examples: &[
        Example {
            title: "four weeks to the day",
            notation: "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-30 child visit.made
    seen: yes
",
            on: "2026-03-31",
            expect: &["2026-03-30 met", "2026-04-27 due"],
        },
        Example {
            title: "already overdue when the plan sets its own: that excuses nothing",
            notation: "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-04-01 child child_protection_plan.revised
    visit_every_working_days: 15
  2026-04-07 child child_protection_plan.approved
",
            on: "2026-04-30",
            expect: &["2026-03-30 overdue"],
        },
        Example {
            title: "a day over, and then the plan sets its own",
            notation: "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-31 child visit.made
    seen: yes
  2026-04-01 child child_protection_plan.revised
    visit_every_working_days: 15
  2026-04-07 child child_protection_plan.approved
",
            on: "2026-04-30",
            expect: &["2026-03-30 late", "2026-04-28 lapsed"],
        },
    ],
};

/// See a child on a protection plan every ten working days at the most, whatever longer interval the plan sets.
pub(super) const TEN_DAYS: Timescale = Timescale {
    id: "cp-visit-10wd-local",
    title: "See the child on a protection plan",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: a fortnightly standard",
        from: date(2005, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(10),
    set_by: Some("protection_visit_working_days"),
    starts: "the visit before, or the start of the plan",
    stops: "the child’s allocated social worker sees the child",
    stopped_by: "visit.made",
    counting: Counting::Deadline,
    runs: |circle| {
        let most = circle.settings.protection_visit_working_days();
        let most = i32::try_from(most).unwrap_or(i32::MAX);
        // The plan's own interval takes its place only where that is no longer.
        local(circle, "protection_visit_working_days", |planned| planned.amount() <= most)
    },
    examples: &[
        Example {
            title: "ten working days, though the plan says fifteen",
            notation: "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-03 child child_protection_plan.revised
    visit_every_working_days: 15
  2026-03-04 child child_protection_plan.approved
  2026-03-16 child visit.made
    seen: yes
",
            on: "2026-03-31",
            expect: &["2026-03-16 met", "2026-03-30 overdue"],
        },
        Example {
            title: "a day over",
            notation: "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-17 child visit.made
    seen: yes
",
            on: "2026-03-31",
            expect: &["2026-03-16 late", "2026-03-31 due"],
        },
    ],
};

fn planned(circle: &Circle) -> Vec<Run> {
    let plans = circle.timeline.protection_plans.iter();
    plans
        .flat_map(|plan| {
            let held = seen_under(circle, plan).into_iter().map(Beat::Held);
            let limits = approvals(plan, working_days).into_iter();
            let beats = held.chain(limits.map(|(approved, limit)| Beat::Limit(approved, limit))).collect();
            changing(beats, until(circle, plan))
        })
        .collect()
}

/// The authority's own interval, wherever the plan sets none to which it gives way.
fn local(circle: &Circle, name: &str, gives_way: impl Fn(Within) -> bool) -> Vec<Run> {
    let within = circle.settings.within(name);
    let plans = circle.timeline.protection_plans.iter();
    let of_plan = |plan: &ProtectionPlan| {
        let start = moment(circle, plan.by)?;
        let runs = chain(start, seen_under(circle, plan), until(circle, plan), |_, _| None);
        Some(set_before(runs, within, &approvals(plan, working_days), &gives_way))
    };
    plans.filter_map(of_plan).flatten().collect()
}

/// The runnings of a local limit that began before the approved plan set one of its own (to which the local
/// limit gives way). One still running then lapses, unless it is already overdue.
pub(super) fn set_before(
    runs: Vec<Run>,
    within: Within,
    approvals: &[(Moment, Option<Within>)],
    gives_way: impl Fn(Within) -> bool,
) -> Vec<Run> {
    let own_on =
        |day: Date| approvals.iter().rfind(|((_, at), _)| at.date() <= day).and_then(|(_, own)| *own);
    let free = runs.into_iter().filter(|run| !own_on(run.started.1.date()).is_some_and(&gives_way));
    free.map(|run| {
        let due = within.due(run.started.1.date());
        let stopped = run.stopped.map(|(_, at)| at.date());
        let takes_over = |(approved, own): &&(Moment, Option<Within>)| {
            let day = approved.1.date();
            day > run.started.1.date()
                && stopped.is_none_or(|stopped| day < stopped)
                && own.is_some_and(&gives_way)
        };
        match approvals.iter().find(takes_over).map(|(approved, _)| approved.1.date()) {
            Some(day) if day <= due => {
                let lapsed = earliest([run.lapsed_on, Some(day)]);
                run.stopped(None).lapsed(lapsed)
            }
            _ => run,
        }
    })
    .collect()
}

/// Each approval of a plan, with the interval that the version approved sets.
pub(super) fn approvals(
    plan: &ProtectionPlan,
    interval: fn(&ProtectionPlanRevised) -> Option<Within>,
) -> Vec<(Moment, Option<Within>)> {
    let approvals = plan.approvals.iter();
    approvals
        .map(|approval| ((approval.by, approval.at), plan.version_approved(approval).and_then(interval)))
        .collect()
}

fn working_days(plan: &ProtectionPlanRevised) -> Option<Within> {
    plan.visit_every_working_days.map(|days| Within::WorkingDays(i32::try_from(days).unwrap_or(i32::MAX)))
}

/// Visits under a plan at which the child's own qualified worker saw the child.
fn seen_under(circle: &Circle, plan: &ProtectionPlan) -> Vec<Moment> {
    let visits = circle.timeline.of::<VisitMade>().filter(|(entry, visit)| {
        let worker = visit.visited_by.as_ref().unwrap_or(entry.author());
        visit.seen == Some(YesNo::Yes)
            && circle.is_allocated_worker(worker, entry.day())
            && circle.qualified(worker, entry.day())
    });
    let under =
        |at: Occurred| plan.span.from <= at.date() && plan.span.to.is_none_or(|ended| at.date() <= ended);
    visits.map(|(entry, _)| (entry.id, entry.occurred)).filter(|(_, at)| under(*at)).collect()
}

fn until(circle: &Circle, plan: &ProtectionPlan) -> Option<Date> {
    earliest([plan.span.to, ceases(circle, plan.span.from)])
}
