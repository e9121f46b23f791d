//! A child whose named worker changed again and again.

use calendar::{display, periods};
use record::timeline::Allocation;

use super::{Example, Finding};
use crate::days::earliest;
use crate::words::listed;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "worker-changes",
    title: "Worker changed often",
    failing: Some("F182"),
    source: "Inspection: children keep one worker; the number of changes is the authority's own",
    for_whom: &[Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example { title: "two changes", notation: CHANGES, on: "2026-08-31", expect: &[] },
        Example {
            title: "the third in a year",
            notation: CHANGES,
            on: "2026-09-01",
            expect: &["3 changes of worker in the year to 1 September 2026: two, three and four"],
        },
        Example {
            title: "the first of them is a year past",
            notation: CHANGES,
            on: "2027-05-01",
            expect: &[],
        },
    ],
};

const CHANGES: &str = "
recording by manager as team_manager
  2026-03-02 child assessment.started
  2026-03-02 child allocation.started
    worker: one
  2026-05-01 child allocation.started
    worker: two
  2026-07-01 child allocation.started
    worker: three
  2026-09-01 child allocation.started
    worker: four
";

fn look(circle: &Circle) -> Vec<Found> {
    let enough = circle.settings.limit("worker_changes_year") as usize;
    let changes: Vec<&Allocation> = changes(circle);
    let mut found = Vec::new();
    for (place, change) in changes.iter().enumerate() {
        let on = change.span.from;
        let year: Vec<&&Allocation> =
            changes[..=place].iter().filter(|one| on < periods::add_years(one.span.from, 1)).collect();
        if year.len() < enough || enough == 0 {
            continue;
        }
        let names: Vec<String> = year
            .iter()
            .filter_map(|one| one.worker.as_ref())
            .map(|worker| circle.name_of_unrecorded(worker))
            .collect();
        let because = format!(
            "{} has had {} changes of worker in the year to {}: {}.",
            circle.child(),
            year.len(),
            display::full_date(on),
            listed(&names)
        );
        let fades = periods::add_years(year[year.len() - enough].span.from, 1);
        let next = changes.get(place + 1).map(|next| next.span.from);
        let one = Found::since(on, because).cleared(earliest([next, Some(fades)]));
        found.push(one.from(year.iter().map(|one| one.by)).mended_by("management_decision.made"));
    }
    found
}

/// The allocations that put a new worker in the place of another, while the work with the child went on.
fn changes<'t>(circle: &Circle<'t>) -> Vec<&'t Allocation> {
    let pairs = circle.timeline.allocations.windows(2);
    let changed = pairs.filter(|pair| {
        let open = circle.timeline.involvements.iter();
        let mut open = open.filter(|one| one.span.covers(pair[1].span.from));
        pair[0].worker != pair[1].worker && open.any(|one| one.span.covers(pair[0].span.from))
    });
    changed.map(|pair| &pair[1]).collect()
}
