//! Assessments completed within the limit of their day.

use jiff::civil::Date;
use record::Choices;
use record::timeline::Assessment;

use super::assessment_limits::limit;
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A child and family assessment ends when a manager signs it off, as the census counts it; until then the
/// day it was sent for sign-off stands in. The assessments before 2013 ended when they were completed.
pub(super) const ASSESSMENTS_IN_45_WORKING_DAYS: Indicator = Indicator {
    id: "assessments_in_45_working_days",
    title: "Assessments completed in time",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "assessments completed, one for each child",
    numerator: "those completed within the limit in force when they began",
    source: "Children in need census (from the assessment's own start); national indicators 59 and 60 before 2013",
    cases,
    examples: &[
        Example {
            title: "signed off on the last day; sent in time and signed off a day over",
            notation: "
recording by worker as social_worker
  2026-02-02 child referral.received
  2026-03-03 child assessment.started
  2026-05-05 child assessment.completed
  2026-05-08 child assessment.signed_off
  2026-06-01 child assessment.started
  2026-08-03 child assessment.completed
  2026-08-04 child assessment.signed_off
",
            expect: &[
                "2026-05-05 met: signed off on 8 May 2026, within 45 working days of 3 March 2026",
                "2026-08-03 not met: 45 working days of 1 June 2026 ended on 3 August 2026",
            ],
        },
        Example {
            title: "in 2009 an initial assessment had seven working days from the referral, a core one 35 from its start",
            notation: "
recording by worker as social_worker
  2009-06-01 child referral.received
  2009-06-02 child assessment.started
    assessment_type: initial
  2009-06-11 child assessment.completed
  2009-06-11 child assessment.signed_off
  2009-06-12 child assessment.started
    assessment_type: core
  2009-07-31 child assessment.completed
",
            expect: &[
                "2009-06-11 not met: 7 working days of 1 June 2009",
                "2009-07-31 met: within 35 working days",
            ],
        },
        Example {
            title: "from 17 March 2010 an initial assessment had ten",
            notation: "
recording by worker as social_worker
  2010-03-17 child referral.received
  2010-03-18 child assessment.started
    assessment_type: initial
  2010-03-31 child assessment.completed
",
            expect: &["2010-03-31 met: within 10 working days of 17 March 2010"],
        },
    ],
};

fn cases(circle: &Circle) -> Vec<Case> {
    circle.timeline.assessments.iter().filter_map(|assessment| case(circle, assessment)).collect()
}

fn case(circle: &Circle, assessment: &Assessment) -> Option<Case> {
    let (completed_by, completed_at, _) = assessment.completed.as_ref()?;
    let completed = completed_at.date();
    let limit = limit(circle, assessment);
    let (end, said) = ended(assessment, completed);
    let met = limit.within.in_time(limit.from, end) == Some(true);
    let kind = assessment.assessment_type.label();
    let (within, from) = (limit.within.describe(), day(limit.from));
    let because = if met {
        format!("{kind}, {said} on {}, within {within} of {from}.", day(end))
    } else {
        let due = day(limit.within.due(limit.from));
        format!("{kind}, {said} on {}: {within} of {from} ended on {due}.", day(end))
    };
    let case = Case::new(Dated::On(completed), met, because).from([assessment.by, *completed_by]);
    Some(case.from(assessment.signed_off.as_ref().map(|signed| signed.by)))
}

/// The day an assessment ended, and how.
fn ended(assessment: &Assessment, completed: Date) -> (Date, &'static str) {
    match assessment.finished_on() {
        Some(day) if assessment.signed_off.as_ref().is_some_and(|signed| signed.at.date() == day) => {
            (day, "signed off")
        }
        Some(day) => (day, "completed"),
        None => (completed, "completed and not yet signed off"),
    }
}
