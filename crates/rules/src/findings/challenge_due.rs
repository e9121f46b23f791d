//! A plan that drifts, and the chair's challenge that has not come.

use chronology::Occurred;
use record::events::ChallengeRaised;

use super::limit::{missed_on, sum, working_days};
use super::plan_drift::drift;
use super::{Example, Finding};
use crate::days::earliest;
use crate::{Audience, Circle, Found};

/// It goes to the chair's own manager.
pub(super) const FINDING: Finding = Finding {
    id: "challenge-due",
    title: "Chair’s challenge not raised",
    failing: Some("F073"),
    source: "Inspection of Cornwall, 2016: reviews on time that gave no challenge",
    for_whom: &[Audience::ChairsManager],
    look,
    examples: &[
        Example { title: "the chair has five working days", notation: DRIFT, on: "2026-12-07", expect: &[] },
        Example {
            title: "then the chair’s manager has it",
            notation: DRIFT,
            on: "2026-12-08",
            expect: &[
                "Chair has raised no challenge about the plan of the child: 5 working days from 30 November 2026",
            ],
        },
        Example { title: "raised", notation: DRIFT, on: "2026-12-09", expect: &[] },
    ],
};

const DRIFT: &str = "
recording by admin as administrator
  2020-01-01 chair person.identified
    forename: Chair
  2020-01-01 chair post.filled
    role: conference_chair
    manager: head
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
  2026-06-01 child conference.held
    conference_type: review
    progress: same
  2026-11-30 child conference.held
    conference_type: review
    progress: worse
  2026-12-09 child challenge.raised
    about: Nothing has moved for nine months
";

fn look(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.limit("plan_drift_challenge_working_days"));
    let drifts = circle.timeline.protection_plans.iter().flat_map(|plan| drift(circle, plan));
    drifts
        .filter_map(|found| {
            let chair = circle.chair_on(found.since)?;
            let post = circle.timeline_of(chair).and_then(|chair| chair.organisation.post_on(found.since));
            let raised = circle.timeline.of::<ChallengeRaised>().map(|(entry, _)| entry.day());
            let raised = raised.filter(|day| *day >= found.since).min();
            let since = Occurred::day(found.since);
            let because = format!(
                "{} has raised no challenge about the plan of {}: {}.",
                circle.short_name_of(chair),
                circle.child(),
                sum(within, since)
            );
            let one = Found::since(missed_on(within, since), because)
                .cleared(earliest([found.cleared_on, raised]))
                .from(found.entries)
                .mended_by("challenge.raised")
                .waited_from(found.since);
            Some(one.also_for(post.and_then(|post| post.said.manager.clone())))
        })
        .collect()
}
