//! A case closed while a protection plan was in force.

use calendar::display;
use record::events::ClosureDecided;

use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "closed-with-plan",
    title: "Closed while a protection plan is in force",
    failing: None,
    source: "Children in need census guide: no protection plan without an open episode of need",
    for_whom: &[Audience::Manager, Audience::Chair],
    look,
    examples: &[
        Example {
            title: "closed, and the plan goes on",
            notation: CLOSED,
            on: "2026-06-01",
            expect: &["was closed on 1 June 2026 while the protection plan of 2 March 2026 is in force"],
        },
        Example { title: "the plan has ended", notation: CLOSED, on: "2026-07-01", expect: &[] },
    ],
};

const CLOSED: &str = "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
  2026-06-01 child closure.decided
  2026-07-01 child child_protection_plan.ended
";

fn look(circle: &Circle) -> Vec<Found> {
    let closures = circle.timeline.of::<ClosureDecided>();
    let found = closures.filter_map(|(entry, _)| {
        let plan = circle.timeline.protection_plan_on(entry.day())?;
        let because = format!(
            "The case of {} was closed on {} while the protection plan of {} is in force.",
            circle.child(),
            display::full_date(entry.day()),
            display::full_date(plan.span.from)
        );
        let found = Found::since(entry.day(), because).cleared(plan.span.to).from([entry.id, plan.by]);
        Some(found.mended_by("child_protection_plan.ended"))
    });
    found.collect()
}
