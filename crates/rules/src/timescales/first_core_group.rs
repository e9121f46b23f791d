//! The first core group.

use calendar::Within;
use jiff::civil::date;
use record::events::CoreGroupHeld;
use record::timeline::ProtectionPlan;

use super::conferences::opening;
use super::scope::{Moment, ceases, first_since, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// Hold the first core group within ten working days of the conference that decided on a plan. The detailed
/// plan is built there.
pub(super) const FIRST_CORE_GROUP: Timescale = Timescale {
    id: "core-group-first",
    title: "Hold the first core group",
    // LAW: Working Together to Safeguard Children 1999 to 2023 (2023: chapter 3, the core group): within 10 working days
    // of the initial conference.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 1999 to 2023: \
                 within ten working days of the initial conference",
        from: date(1999, 12, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(10),
    set_by: Some("first_core_group_working_days"),
    starts: "the conference that decided on a plan",
    stops: "the core group meets",
    stopped_by: "core_group.held",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "held on the tenth working day, across Easter",
            notation: "
recording by worker as social_worker
  2026-03-24 child conference.held
    conference_type: initial
  2026-03-24 child child_protection_plan.started
  2026-04-09 child core_group.held
",
            on: "2026-04-30",
            expect: &["2026-04-09 met"],
        },
        Example {
            title: "a day over",
            notation: "
recording by worker as social_worker
  2026-03-24 child conference.held
    conference_type: initial
  2026-03-24 child child_protection_plan.started
  2026-04-10 child core_group.held
",
            on: "2026-04-30",
            expect: &["2026-04-09 late"],
        },
        Example {
            title: "a second plan without a conference of its own counts from its start",
            notation: "
recording by worker as social_worker
  2025-03-24 child conference.held
    conference_type: initial
  2025-03-24 child child_protection_plan.started
  2025-04-01 child core_group.held
  2025-09-01 child child_protection_plan.ended
  2026-03-24 child child_protection_plan.started
",
            on: "2026-04-10",
            expect: &["2025-04-07 met", "2026-04-09 overdue"],
        },
        Example {
            title: "the conference decided on no plan: there is no core group",
            notation: "
recording by worker as social_worker
  2026-03-24 child conference.held
    conference_type: initial
  2026-03-24 child conference.decided
    plan_needed: no
",
            on: "2026-04-30",
            expect: &[],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let plans = circle.timeline.protection_plans.iter();
    plans
        .filter_map(|plan| {
            let (by, at) = opening(circle, plan)?;
            let lapsed = earliest([plan.span.to, ceases(circle, plan.span.from)]);
            Some(Run::started(by, at).stopped(first_held(circle, plan)).lapsed(lapsed))
        })
        .collect()
}

/// The first core group of a plan.
pub(super) fn first_held(circle: &Circle, plan: &ProtectionPlan) -> Option<Moment> {
    let first = first_since(moments::<CoreGroupHeld>(circle), opening(circle, plan)?)?;
    plan.span.to.is_none_or(|ended| first.1.date() <= ended).then_some(first)
}
