//! A child not seen by the tenth working day of an assessment.

use calendar::display;
use record::timeline::Assessment;

use super::limit::{involvement_from, working_days};
use super::{Example, Finding};
use crate::days::earliest;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "child-unseen-in-assessment",
    title: "Child not seen in the assessment",
    failing: Some("F033"),
    source: "Working Together to Safeguard Children, chapter 3: the child is seen for an assessment",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "nine working days in", notation: UNSEEN, on: "2026-03-13", expect: &[] },
        Example {
            title: "on day ten the child is listed",
            notation: UNSEEN,
            on: "2026-03-16",
            expect: &["Day 10 of the assessment that began on 2 March 2026 was 16 March 2026"],
        },
        Example { title: "seen", notation: UNSEEN, on: "2026-03-18", expect: &[] },
    ],
};

const UNSEEN: &str = "
recording by worker as social_worker
  2026-03-02 child assessment.started
  2026-03-18 child visit.made
    seen: yes
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.assessments.iter().map(|assessment| unseen(circle, assessment)).collect()
}

fn unseen(circle: &Circle, assessment: &Assessment) -> Found {
    let started = assessment.started.date();
    let point = assessment.said.review_point_working_days;
    let point = point.unwrap_or(circle.settings.assessment_checkpoint_working_days());
    let day = working_days(point).due(started);
    let because = format!(
        "No worker has seen {} for the assessment. Day {point} of the assessment that began on {} was {}.",
        circle.child(),
        display::full_date(started),
        display::full_date(day)
    );
    let seen = circle.first_sight_from(started).map(|sight| sight.on);
    let closed = involvement_from(circle, started).and_then(|involvement| involvement.span.to);
    Found::since(day, because)
        .cleared(earliest([seen, assessment.finished_on(), closed]))
        .from([assessment.by])
        .mended_by("visit.made")
        .waited_from(started)
}
