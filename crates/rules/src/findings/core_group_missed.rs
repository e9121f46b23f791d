//! A core group that did not meet when it should have.

use calendar::Within;
use jiff::civil::Date;
use record::Event;
use record::timeline::ProtectionPlan;

use super::gaps::gaps;
use super::limit::{weeks, working_days};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

// LAW: Working Together to Safeguard Children, chapter 3 (2023): the first within ten working days of the
// initial conference. Later intervals are the plan's or the authority's.
pub(super) const FINDING: Finding = Finding {
    id: "core-group-missed",
    title: "Core group not held",
    failing: Some("F070"),
    source: "Working Together to Safeguard Children, chapter 3: the core group",
    for_whom: &[Audience::Worker, Audience::Manager, Audience::Chair],
    look,
    examples: &[
        Example { title: "ten working days are allowed", notation: PLAN, on: "2026-03-16", expect: &[] },
        Example {
            title: "a plan eleven working days old with none held",
            notation: PLAN,
            on: "2026-03-17",
            expect: &[
                "has not met since the plan began: 10 working days from 2 March 2026 ended on 16 March 2026",
            ],
        },
        Example { title: "it met", notation: PLAN, on: "2026-03-18", expect: &[] },
        Example {
            title: "and should have met again after the plan's four weeks",
            notation: PLAN,
            on: "2026-04-16",
            expect: &["has not met since: 4 weeks from 18 March 2026"],
        },
    ],
};

const PLAN: &str = "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
    category: NEG
  2026-03-03 child child_protection_plan.revised
    core_group_every_weeks: 4
recording by worker as social_worker
  2026-03-18 child core_group.held
";

fn look(circle: &Circle) -> Vec<Found> {
    let mut found = Vec::new();
    for plan in &circle.timeline.protection_plans {
        let held = |entry: &record::TimelineEntry| matches!(entry.event, Event::CoreGroupHeld(_));
        for gap in gaps(circle, plan.span, held) {
            let (within, since) = if gap.after.is_some() {
                (interval(circle, plan, gap.from), "since")
            } else {
                (working_days(circle.settings.limit("first_core_group_working_days")), "since the plan began")
            };
            let words = format!("The core group about {} has not met {since}", circle.child());
            let entries = [plan.by].into_iter().chain(gap.entries()).collect();
            let one = Found { entries, ..gap.found(within, &words) };
            found.push(one.mended_by("core_group.held"));
        }
    }
    found
}

/// The interval that the plan sets on a day, or the authority's.
fn interval(circle: &Circle, plan: &ProtectionPlan, day: Date) -> Within {
    let written = plan.versions.iter().rev().filter(|(_, at, _)| at.date() <= day);
    let own = written.filter_map(|(_, _, version)| version.core_group_every_weeks).next();
    weeks(own.unwrap_or(circle.settings.core_group_later_weeks()))
}
