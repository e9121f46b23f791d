//! The initial assessment, until 2013: seven working days, and ten from March 2010.

use calendar::Within;
use jiff::civil::date;
use record::events::AssessmentType;

use super::scope::ceases;
use super::single_assessment::{answers, unanswered};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Complete the initial assessment within seven working days of the referral.
pub(super) const SEVEN_DAYS: Timescale = Timescale {
    id: "initial-assessment-7wd",
    title: "Complete the initial assessment",
    // LAW: Framework for the Assessment of Children in Need and their Families 2000 para 3.9; Working Together to
    // Safeguard Children 2006 chapter 5. Replaced on 17 March 2010.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Framework for Assessment 2000 and Working Together to Safeguard Children 2006: \
                 within seven working days of the referral",
        from: date(2001, 4, 1),
        to: Some(date(2010, 3, 16)),
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(7),
    set_by: None,
    starts: "the referral",
    stops: "the initial assessment is completed",
    stopped_by: "assessment.completed",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "completed on the seventh working day",
            notation: "
recording by worker as social_worker
  2009-06-01 child referral.received
  2009-06-02 child assessment.started
    assessment_type: initial
  2009-06-10 child assessment.completed
",
            on: "2009-06-30",
            expect: &["2009-06-10 met"],
        },
        Example {
            title: "referred on the last day of the rule, completed a day over",
            notation: "
recording by worker as social_worker
  2010-03-16 child referral.received
  2010-03-18 child assessment.started
    assessment_type: initial
  2010-03-26 child assessment.completed
",
            on: "2010-04-30",
            expect: &["2010-03-25 late"],
        },
    ],
};

/// Complete the initial assessment within ten working days of the referral.
///
/// Authorities moved to single assessments on different days, some only on 31 March 2014: the day is theirs
/// to set.
pub(super) const TEN_DAYS: Timescale = Timescale {
    id: "initial-assessment-10wd",
    title: "Complete the initial assessment",
    // LAW: Working Together to Safeguard Children 2010 chapter 5, in force 17 March 2010, withdrawn 15 April 2013.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 2010: within ten working days of the referral",
        from: date(2010, 3, 17),
        to: Some(date(2013, 4, 14)),
    },
    changeover: Changeover::EndsIt,
    within: Within::WorkingDays(10),
    set_by: None,
    starts: "the referral",
    stops: "the initial assessment is completed",
    stopped_by: "assessment.completed",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "referred on the first day of the rule, completed on the tenth working day",
            notation: "
recording by worker as social_worker
  2010-03-17 child referral.received
  2010-03-18 child assessment.started
    assessment_type: initial
  2010-03-31 child assessment.completed
",
            on: "2010-04-30",
            expect: &["2010-03-31 met"],
        },
        Example {
            title: "across Easter, the royal wedding and the May holiday, and a day over",
            notation: "
recording by worker as social_worker
  2011-04-15 child referral.received
  2011-04-18 child assessment.started
    assessment_type: initial
  2011-05-06 child assessment.completed
",
            on: "2011-05-31",
            expect: &["2011-05-05 late"],
        },
        Example {
            title: "accepted for assessment, and never begun",
            notation: "
recording by manager as team_manager
  2012-11-01 child referral.received
  2012-11-02 child referral.decided
    outcome: assessment
",
            on: "2012-11-16",
            expect: &["2012-11-15 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let assessments = circle.timeline.assessments.iter();
    let initial = assessments.filter(|a| a.assessment_type == AssessmentType::Initial).map(|assessment| {
        let (by, at) = answers(circle, assessment).unwrap_or((assessment.by, assessment.started));
        let completed = assessment.completed.as_ref().map(|(by, at, _)| (*by, *at));
        Run::started(by, at)
            .governed_on(governed(at.date(), assessment.started.date(), circle))
            .stopped(completed)
            .lapsed(ceases(circle, at.date()))
    });
    initial.chain(unanswered(circle)).collect()
}

/// The version of the limit follows the referral; which kind of assessment is due follows the day on which the
/// assessment began.
fn governed(referred: jiff::civil::Date, begun: jiff::civil::Date, circle: &Circle) -> jiff::civil::Date {
    if begun < circle.settings.single_assessment_from { referred } else { begun }
}
