//! How long an assessment might take, by its kind and by the law of its day.

use calendar::Within;
use jiff::civil::Date;
use record::events::AssessmentType;
use record::timeline::Assessment;

use super::limits;
use crate::Circle;
use crate::timescales::timescale;

/// An assessment's limit, as the national measures count it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    /// How long.
    pub(super) within: Within,
    /// The day from which it counts.
    pub(super) from: Date,
}

/// The limit of an assessment: of a child and family assessment and of a core assessment, from its own
/// start; of an initial assessment, from the referral.
// LAW: children in need census (child and family assessments); national indicators 59 (initial) and 60 (core).
pub(super) fn limit(circle: &Circle, assessment: &Assessment) -> Limit {
    let started = assessment.started.date();
    match assessment.assessment_type {
        AssessmentType::Single => {
            Limit { within: circle.settings.within("single_assessment_working_days"), from: started }
        }
        AssessmentType::Core => Limit { within: limits::of_law("core-assessment-35wd"), from: started },
        AssessmentType::Initial => {
            let referrals = circle.timeline.referrals.iter().map(|referral| referral.received.date());
            let from = referrals.filter(|day| *day <= started).max().unwrap_or(started);
            let first_era = timescale("initial-assessment-7wd").and_then(|rule| rule.law.to);
            let id = if first_era.is_some_and(|last| from <= last) {
                "initial-assessment-7wd"
            } else {
                "initial-assessment-10wd"
            };
            Limit { within: limits::of_law(id), from }
        }
    }
}
