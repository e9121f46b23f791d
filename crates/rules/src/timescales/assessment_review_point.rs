//! The manager's look at an assessment under way.

use calendar::Within;
use jiff::civil::date;
use record::events::{AssessmentCheckpointHeld, AssessmentType};
use record::timeline::Assessment;

use super::scope::{ceases, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// Look at an assessment at the point set for this child when it began.
///
/// The guidance asks for review points and leaves the number to each case.
pub(super) const SET_BY_CASE: Timescale = Timescale {
    id: "assessment-review-point",
    title: "Review the assessment under way",
    // LAW: Working Together to Safeguard Children 2013 to 2023 (assessment: reviewed at points set at the outset);
    // children in need census, internal review point date.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 2013 to 2023: review points set when the assessment begins",
        from: date(2013, 4, 15),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(10),
    set_by: None,
    starts: "the start of the assessment",
    stops: "a manager looks at it",
    stopped_by: "assessment.checkpoint_held",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, |assessment| assessment.said.review_point_working_days.is_some()),
    examples: &[
        Example {
            title: "set at fifteen working days, and looked at on the day",
            notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
    review_point_working_days: 15
  2026-03-24 child assessment.checkpoint_held
",
            on: "2026-04-30",
            expect: &["2026-03-24 met"],
        },
        Example {
            title: "looked at a day over",
            notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
    review_point_working_days: 15
  2026-03-25 child assessment.checkpoint_held
",
            on: "2026-04-30",
            expect: &["2026-03-24 late"],
        },
    ],
};

/// Look at an assessment by its tenth working day, where the case sets no point of its own.
pub(super) const CHECKPOINT: Timescale = Timescale {
    id: "assessment-checkpoint",
    title: "Look at the assessment under way",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: a manager’s look by the tenth working day",
        from: date(2013, 4, 15),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(10),
    set_by: Some("assessment_checkpoint_working_days"),
    starts: "the start of the assessment",
    stops: "a manager looks at it",
    stopped_by: "assessment.checkpoint_held",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, |assessment| assessment.said.review_point_working_days.is_none()),
    examples: &[
        Example {
            title: "looked at on the tenth working day",
            notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
  2026-03-17 child assessment.checkpoint_held
",
            on: "2026-04-30",
            expect: &["2026-03-17 met"],
        },
        Example {
            title: "nobody looked",
            notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
",
            on: "2026-03-18",
            expect: &["2026-03-17 overdue"],
        },
        Example {
            title: "signed off on the eighth day: there is nothing left to look at",
            notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
  2026-03-13 child assessment.signed_off
",
            on: "2026-04-30",
            expect: &["2026-03-17 lapsed"],
        },
    ],
};

fn runs(circle: &Circle, which: fn(&Assessment) -> bool) -> Vec<Run> {
    let looks = moments::<AssessmentCheckpointHeld>(circle);
    let single = circle.timeline.assessments.iter().filter(|a| a.assessment_type == AssessmentType::Single);
    single
        .filter(|assessment| which(assessment))
        .map(|assessment| {
            let number = assessment.said.review_point_working_days;
            let within = number.map(|days| Within::WorkingDays(i32::try_from(days).unwrap_or(i32::MAX)));
            let look = looks.iter().copied().find(|(_, at)| assessment.checkpoints.first() == Some(at));
            let lapsed = earliest([ceases(circle, assessment.started.date()), assessment.finished_on()]);
            Run::started(assessment.by, assessment.started).within(within).stopped(look).lapsed(lapsed)
        })
        .collect()
}
