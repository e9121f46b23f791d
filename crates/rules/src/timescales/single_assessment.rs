//! The child and family assessment, since 2013.

use calendar::Within;
use jiff::civil::date;
use record::events::AssessmentType;

use super::{Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Complete the single (child and family) assessment.
///
/// Counted from the referral, as the guidance says; where an open case is assessed again, from the start of
/// that assessment. The published measure counts from the start of the assessment and is an indicator.
pub(super) const SINGLE_ASSESSMENT: Timescale = Timescale {
    id: "single-assessment-45wd",
    title: "Complete the child and family assessment",
    // LAW: Working Together to Safeguard Children 2013 to 2023, chapter 1 (2023: chapter 3), in force 15 April 2013.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 2013 to 2023: no longer than 45 working days from the referral",
        from: date(2013, 4, 15),
        to: None,
    },
    within: Within::WorkingDays(45),
    starts: "the referral (or the decision to assess again)",
    stops: "a manager signs the assessment off",
    stopped_by: "assessment.signed_off",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "signed off on the last day",
            notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-03 child assessment.started
  2026-05-06 child assessment.completed
  2026-05-07 child assessment.signed_off
",
            on: "2026-06-01",
            expect: &["2026-05-07 met"],
        },
        Example {
            title: "a day over",
            notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-03 child assessment.started
  2026-05-08 child assessment.signed_off
",
            on: "2026-06-01",
            expect: &["2026-05-07 late"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let single = |a: &&record::timeline::Assessment| a.assessment_type == AssessmentType::Single;
    let assessments = circle.timeline.assessments.iter().filter(single);
    assessments
        .filter(|assessment| assessment.started.date() >= circle.settings.single_assessment_from)
        .map(|assessment| {
            let day = assessment.started.date();
            let referral = first_of_its_referral(circle, assessment);
            let (by, at) = referral.unwrap_or((assessment.by, assessment.started));
            let closed =
                circle.timeline.involvements.iter().find(|i| i.span.covers(day)).and_then(|i| i.span.to);
            Run::started(by, at)
                .stopped(assessment.signed_off.as_ref().map(|signed| (signed.by, signed.at)))
                .lapsed(closed)
        })
        .collect()
}

/// The referral that this assessment answers: the latest before it, if no other assessment came between.
fn first_of_its_referral(
    circle: &Circle,
    assessment: &record::timeline::Assessment,
) -> Option<(chronology::EntryId, chronology::Occurred)> {
    let started = assessment.started.date();
    let referral = circle.timeline.referrals.iter().rev().find(|r| r.received.date() <= started)?;
    let between = circle.timeline.assessments.iter().any(|other| {
        other.by != assessment.by
            && other.started.date() >= referral.received.date()
            && other.started < assessment.started
    });
    (!between).then_some((referral.by, referral.received))
}
