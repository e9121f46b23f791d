//! An action whose day has passed and that nobody has done.

use calendar::display;

use super::limit::involvement_from;
use super::{Example, Finding};
use crate::days::{day_after, earliest};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "action-overdue",
    title: "Action overdue",
    failing: Some("F072"),
    source: "Working Together to Safeguard Children, chapter 3: actions with an owner and a day",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "on its day", notation: ACTION, on: "2026-03-20", expect: &[] },
        Example {
            title: "the next morning",
            notation: ACTION,
            on: "2026-03-21",
            expect: &["“Clear the stairs” for the child was to be done by 20 March 2026 by Mr Bray"],
        },
        Example { title: "done", notation: ACTION, on: "2026-03-25", expect: &[] },
    ],
};

const ACTION: &str = "
recording by manager as team_manager
  2026-03-02 child action.assigned
    action:
      what: Clear the stairs
      owner_name: Mr Bray
      by: 2026-03-20
recording by worker as social_worker
  2026-03-25 child action.completed
    what: Clear the stairs
    evidence: Seen clear on the visit of 25 March
";

fn look(circle: &Circle) -> Vec<Found> {
    let dated = circle.timeline.actions.iter().filter_map(|given| Some((given, given.action.by?)));
    let found = dated.map(|(given, by)| {
        let action = &given.action;
        let on_record = || action.owner.as_ref().map(|owner| circle.name_of_unrecorded(owner));
        let owner = action.owner_name.clone().or_else(on_record);
        let because = format!(
            "“{}” for {} was to be done by {}{} and nothing says that it was.",
            action.what.as_deref().unwrap_or("An action"),
            circle.child(),
            display::full_date(by),
            owner.map(|owner| format!(" by {owner}")).unwrap_or_default()
        );
        let closed = involvement_from(circle, given.given_on).and_then(|involvement| involvement.span.to);
        Found::since(day_after(by), because)
            .cleared(earliest([given.ended().map(|ended| ended.on), closed]))
            .from([given.by])
            .mended_by("action.completed")
            .waited_from(by)
            .also_for(action.owner.clone())
    });
    found.collect()
}
