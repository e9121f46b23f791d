//! An entry that cannot be read as what it says it is.

use calendar::display;

use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "unreadable-entry",
    title: "Entry that cannot be read",
    failing: None,
    source: "Nothing is hidden: what the rules could not take into account is shown",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[Example {
        title: "every entry can be read",
        notation: "
recording by worker as social_worker
  2026-03-02 child visit.made
    seen: yes
",
        on: "2026-03-02",
        expect: &[],
    }],
};

fn look(circle: &Circle) -> Vec<Found> {
    let entries = circle.timeline.counting();
    let found = entries.filter_map(|entry| {
        let fault = entry.unreadable.as_ref()?;
        let because = format!(
            "An entry of {} about {} cannot be read, so no rule took it into account: {fault}.",
            display::full_date(entry.day()),
            circle.child()
        );
        Some(Found::since(entry.day(), because).from([entry.id]).mended_by("entry.corrected"))
    });
    found.collect()
}
