//! Children given to a worker past a limit of that worker's caseload, each with the reason.

use calendar::display;
use record::timeline::Allocation;

use super::{Example, Finding};
use crate::words::said;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "allocated-past-limit",
    title: "Allocated past the worker’s limit",
    failing: Some("F180"),
    source: "Inspection: workers carried more than they could, unevenly; exceptions are agreed and seen each week",
    for_whom: &[Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example {
            title: "given past the limit, with the reason and who agreed",
            notation: GIVEN,
            on: "2026-03-02",
            expect: &["His brothers are hers. Agreed by"],
        },
        Example {
            title: "until somebody else has the child",
            notation: GIVEN,
            on: "2026-03-20",
            expect: &[],
        },
        Example {
            title: "within the limit nothing is said",
            notation: "
recording by manager as team_manager
  2026-03-02 child allocation.started
    worker: worker
",
            on: "2026-03-02",
            expect: &[],
        },
    ],
};

const GIVEN: &str = "
recording by manager as team_manager
  2026-03-02 child allocation.started
    worker: worker
    override_reason: His brothers are hers
    override_by: head
  2026-03-16 child allocation.started
    worker: other
";

fn look(circle: &Circle) -> Vec<Found> {
    let past = circle.timeline.allocations.iter().filter(|one| said(&one.said.override_reason));
    past.map(|one| past_limit(circle, one)).collect()
}

fn past_limit(circle: &Circle, one: &Allocation) -> Found {
    let name = |id: &Option<_>| id.as_ref().map(|id| circle.name_of_unrecorded(id));
    let because = format!(
        "{} was given to {} on {}, past the limit of that caseload: {}. Agreed by {}.",
        circle.child(),
        name(&one.worker).unwrap_or_else(|| "nobody named".to_owned()),
        display::full_date(one.span.from),
        one.said.override_reason.as_deref().unwrap_or_default().trim_end_matches('.'),
        name(&one.said.override_by).unwrap_or_else(|| "nobody named".to_owned()),
    );
    Found::since(one.span.from, because).cleared(one.span.to).from([one.by]).mended_by("allocation.started")
}
