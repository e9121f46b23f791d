//! An open child, assessed, whose record says nowhere what must change.

use record::timeline::{NeedPlan, ProtectionPlan};

use super::limit::{missed_on, working_days};
use super::{Example, Finding};
use crate::days::earliest;
use crate::indicators::without_plan;
use crate::risk::states;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "without-own-plan",
    title: "No plan of their own",
    failing: Some("F031"),
    source: "Working Together to Safeguard Children 2023, chapter 3: a plan for the child; inspections of 2013 and 2016",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "from the day of the sign-off",
            notation: ASSESSED,
            on: "2026-04-02",
            expect: &["assessed by 1 April 2026"],
        },
        Example { title: "until a plan is agreed", notation: ASSESSED, on: "2026-04-20", expect: &[] },
        Example {
            title: "a plan that says nothing is no plan",
            notation: "
recording by manager as team_manager
  2026-03-03 child assessment.started
  2026-04-01 child assessment.completed
    outcome: child_in_need
  2026-04-01 child assessment.signed_off
  2026-04-01 child child_in_need_plan.agreed
",
            on: "2026-04-02",
            expect: &[
                "the child in need plan of 1 April 2026 says neither what will be different nor who does what",
            ],
        },
        Example {
            title: "a protection plan that nobody has written down by the tenth working day",
            notation: "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
",
            on: "2026-03-17",
            expect: &["Nobody has written down what the child protection plan of the child says"],
        },
    ],
};

const ASSESSED: &str = "
recording by manager as team_manager
  2026-03-03 child assessment.started
  2026-04-01 child assessment.completed
    outcome: child_in_need
  2026-04-01 child assessment.signed_off
  2026-04-20 child child_in_need_plan.agreed
    outcomes: He sleeps in his own bed
    actions:
      - what: Buy a bed
";

fn look(circle: &Circle) -> Vec<Found> {
    let timeline = circle.timeline;
    let without = without_plan(circle).into_iter().map(|one| {
        Found::since(one.span.from, one.because)
            .cleared(one.span.to)
            .from(one.entries)
            .mended_by("child_in_need_plan.agreed")
            .waited_from(one.span.from)
    });
    let empty = timeline.need_plans.iter().filter_map(|plan| says_nothing(circle, plan));
    let unwritten = timeline.protection_plans.iter().map(|plan| unwritten(circle, plan));
    without.chain(empty).chain(unwritten).collect()
}

/// A plan that began without saying anything, until a version of it does.
fn says_nothing(circle: &Circle, plan: &NeedPlan) -> Option<Found> {
    let said = plan.versions.iter().find(|(_, _, said)| states(said)).map(|(_, at, _)| at.date());
    if said == Some(plan.span.from) {
        return None;
    }
    let because = format!(
        "For {} the child in need plan of {} says neither what will be different nor who does what.",
        circle.child(),
        calendar::display::full_date(plan.span.from)
    );
    let found = Found::since(plan.span.from, because).cleared(earliest([said, plan.span.to]));
    Some(found.from([plan.by]).mended_by("child_in_need_plan.agreed").waited_from(plan.span.from))
}

/// A protection plan is written down by its first core group: until the limit of that has passed, the decision of
/// the conference stands for it.
fn unwritten(circle: &Circle, plan: &ProtectionPlan) -> Found {
    let within = working_days(circle.settings.limit("first_core_group_working_days"));
    let begun = chronology::Occurred::day(plan.span.from);
    let because = format!(
        "Nobody has written down what the child protection plan of {} says: it began on {}.",
        circle.child(),
        calendar::display::full_date(plan.span.from)
    );
    let written = plan.versions.iter().map(|(_, at, _)| at.date()).min();
    Found::since(missed_on(within, begun), because)
        .cleared(earliest([written, plan.span.to]))
        .from([plan.by])
        .mended_by("child_protection_plan.revised")
        .waited_from(plan.span.from)
}
