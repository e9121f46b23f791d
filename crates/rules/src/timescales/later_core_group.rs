//! Core groups after the first: as the plan says, or else as the authority does.

use calendar::Within;
use jiff::civil::date;
use record::events::{CoreGroupHeld, ProtectionPlanRevised};
use record::timeline::ProtectionPlan;

use super::first_core_group::first_held;
use super::intervals::{Beat, chain, changing};
use super::protection_visit::{approvals, set_before};
use super::scope::{Moment, ceases, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// Hold core groups as often as the approved plan says.
pub(super) const PLANNED: Timescale = Timescale {
    id: "core-group-planned",
    title: "Hold the core group",
    // LAW: Working Together to Safeguard Children 1999 to 2023 (2023: chapter 3, the core group): it meets sufficiently
    // regularly to carry out the plan.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 1999 to 2023: \
                 regularly enough to carry out the plan, and as often as the approved plan says",
        from: date(1999, 12, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Weeks(6),
    set_by: None,
    starts: "the core group before",
    stops: "the core group meets again",
    stopped_by: "core_group.held",
    counting: Counting::Deadline,
    runs: planned,
    examples: &[
        Example {
            title: "four weeks from the core group before, however early that was",
            notation: "
recording by worker as social_worker
  2026-03-24 child child_protection_plan.started
  2026-04-01 child core_group.held
  2026-04-02 child child_protection_plan.revised
    core_group_every_weeks: 4
  2026-04-03 child child_protection_plan.approved
  2026-04-21 child core_group.held
  2026-05-12 child child_protection_plan.ended
",
            on: "2026-06-30",
            expect: &["2026-04-29 met", "2026-05-19 lapsed"],
        },
        Example {
            title: "a day over",
            notation: "
recording by worker as social_worker
  2026-03-24 child child_protection_plan.started
  2026-03-24 child child_protection_plan.revised
    core_group_every_weeks: 4
  2026-03-25 child child_protection_plan.approved
  2026-04-01 child core_group.held
  2026-04-30 child core_group.held
",
            on: "2026-05-12",
            expect: &["2026-04-29 late", "2026-05-28 due"],
        },
    ],
};

/// Hold core groups at the authority's interval where the approved plan sets none.
pub(super) const LOCAL: Timescale = Timescale {
    id: "core-group-later",
    title: "Hold the core group",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice, for example the London Child Protection Procedures: every six weeks",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Weeks(6),
    set_by: Some("core_group_later_weeks"),
    starts: "the core group before",
    stops: "the core group meets again",
    stopped_by: "core_group.held",
    counting: Counting::Deadline,
    runs: local,
    examples: &[
        Example {
            title: "six weeks later to the day",
            notation: "
recording by worker as social_worker
  2026-03-24 child child_protection_plan.started
  2026-04-01 child core_group.held
  2026-05-13 child core_group.held
",
            on: "2026-05-31",
            expect: &["2026-05-13 met", "2026-06-24 due"],
        },
        Example {
            title: "a day over, and never again",
            notation: "
recording by worker as social_worker
  2026-03-24 child child_protection_plan.started
  2026-04-01 child core_group.held
  2026-05-14 child core_group.held
",
            on: "2026-06-26",
            expect: &["2026-05-13 late", "2026-06-25 overdue"],
        },
    ],
};

fn weeks(plan: &ProtectionPlanRevised) -> Option<Within> {
    plan.core_group_every_weeks.map(|weeks| Within::Weeks(i32::try_from(weeks).unwrap_or(i32::MAX)))
}

fn planned(circle: &Circle) -> Vec<Run> {
    let plans = circle.timeline.protection_plans.iter();
    let of_plan = |plan: &ProtectionPlan| {
        let first = first_held(circle, plan)?;
        let held = held_under(circle, plan, first);
        // What was approved before the core group first met applies from that meeting on.
        let limits = approvals(plan, weeks).into_iter().map(|(approved, limit)| {
            let applies = if approved.1.date() < first.1.date() { first } else { approved };
            Beat::Limit(applies, limit)
        });
        Some(changing(held.into_iter().map(Beat::Held).chain(limits).collect(), until(circle, plan)))
    };
    plans.filter_map(of_plan).flatten().collect()
}

fn local(circle: &Circle) -> Vec<Run> {
    let plans = circle.timeline.protection_plans.iter();
    let of_plan = |plan: &ProtectionPlan| {
        let first = first_held(circle, plan)?;
        let runs = chain(first, held_under(circle, plan, first), until(circle, plan), |_, _| None);
        let within = circle.settings.within("core_group_later_weeks");
        Some(set_before(runs, within, &approvals(plan, weeks), |_| true))
    };
    plans.filter_map(of_plan).flatten().collect()
}

fn held_under(circle: &Circle, plan: &ProtectionPlan, first: Moment) -> Vec<Moment> {
    let within_plan =
        |(_, at): &Moment| at.date() >= first.1.date() && plan.span.to.is_none_or(|ended| at.date() <= ended);
    moments::<CoreGroupHeld>(circle).into_iter().filter(within_plan).collect()
}

fn until(circle: &Circle, plan: &ProtectionPlan) -> Option<jiff::civil::Date> {
    earliest([plan.span.to, ceases(circle, plan.span.from)])
}
