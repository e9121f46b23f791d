//! Two protection plans of one child at once.

use calendar::display;
use record::events::ProtectionPlanStarted;

use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "plan-started-twice",
    title: "Protection plan started while one was in force",
    failing: None,
    source: "Children in need census guide: one protection plan of a child at a time",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "started again before the first ended",
            notation: TWICE,
            on: "2026-04-01",
            expect: &["started on 1 April 2026 while the one of 2 March 2026 was in force"],
        },
        Example { title: "once that plan has ended", notation: TWICE, on: "2026-09-01", expect: &[] },
    ],
};

const TWICE: &str = "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
    category: NEG
  2026-04-01 child child_protection_plan.started
    category: EMO
  2026-09-01 child child_protection_plan.ended
";

fn look(circle: &Circle) -> Vec<Found> {
    let started = circle.timeline.of::<ProtectionPlanStarted>();
    let found = started.filter_map(|(entry, _)| {
        let plans = circle.timeline.protection_plans.iter();
        let mut running = plans.filter(|plan| plan.by != entry.id && plan.span.covers(entry.day()));
        let plan = running.next()?;
        // The entry that began another plan of its own is not a second start of this one.
        if circle.timeline.protection_plans.iter().any(|other| other.by == entry.id) {
            return None;
        }
        let because = format!(
            "A protection plan of {} started on {} while the one of {} was in force: one of the two is wrong.",
            circle.child(),
            display::full_date(entry.day()),
            display::full_date(plan.span.from)
        );
        let found = Found::since(entry.day(), because).cleared(plan.span.to).from([plan.by, entry.id]);
        Some(found.mended_by("entry.withdrawn"))
    });
    found.collect()
}
