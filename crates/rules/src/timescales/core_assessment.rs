//! The core assessment, until 2013.

use calendar::Within;
use jiff::civil::date;
use record::events::AssessmentType;

use super::scope::ceases;
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Complete the core assessment within 35 working days of its start, which was the end of the initial
/// assessment, a strategy discussion that opened enquiries, or new knowledge of an open case: never the
/// referral.
pub(super) const CORE_ASSESSMENT: Timescale = Timescale {
    id: "core-assessment-35wd",
    title: "Complete the core assessment",
    // LAW: Framework for the Assessment of Children in Need and their Families 2000 para 3.11; Working Together to
    // Safeguard Children 2006 and 2010 chapter 5; withdrawn 15 April 2013.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Framework for Assessment 2000 and Working Together to Safeguard Children 2006 and 2010: \
                 within 35 working days of its start",
        from: date(2001, 4, 1),
        to: Some(date(2013, 4, 14)),
    },
    changeover: Changeover::EndsIt,
    within: Within::WorkingDays(35),
    set_by: None,
    starts: "the start of the core assessment",
    stops: "the core assessment is completed",
    stopped_by: "assessment.completed",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "completed on the last day, counted from its own start and not from the referral",
            notation: "
recording by worker as social_worker
  2012-09-03 child referral.received
  2012-09-17 child assessment.started
    assessment_type: core
  2012-11-05 child assessment.completed
",
            on: "2012-12-31",
            expect: &["2012-11-05 met"],
        },
        Example {
            title: "a day over",
            notation: "
recording by worker as social_worker
  2012-09-17 child assessment.started
    assessment_type: core
  2012-11-06 child assessment.completed
",
            on: "2012-12-31",
            expect: &["2012-11-05 late"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let core = circle.timeline.assessments.iter().filter(|a| a.assessment_type == AssessmentType::Core);
    core.map(|assessment| {
        let completed = assessment.completed.as_ref().map(|(by, at, _)| (*by, *at));
        Run::started(assessment.by, assessment.started)
            .stopped(completed)
            .lapsed(ceases(circle, assessment.started.date()))
    })
    .collect()
}
