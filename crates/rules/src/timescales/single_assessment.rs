//! The child and family assessment, since 2013.

use calendar::Within;
use jiff::civil::date;
use record::events::{AssessmentType, ReferralOutcome};
use record::timeline::Assessment;

use super::scope::{Moment, ceases};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Complete the single (child and family) assessment.
///
/// Counted from the referral, as the guidance says; where an open case is assessed again, from the start of
/// that assessment. Which rule applies is judged on the day the assessment began, against the authority's own
/// day of changing over. A referral accepted for assessment has the limit running even if no assessment ever
/// begins. The published measure counts from the start of the assessment and is an indicator.
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
    changeover: Changeover::BeginsIt,
    within: Within::WorkingDays(45),
    set_by: Some("single_assessment_working_days"),
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
        Example {
            title: "assessed again in an open case: counted from the start of that assessment",
            notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
  2026-03-03 child assessment.started
  2026-04-20 child assessment.signed_off
  2026-06-01 child assessment.started
",
            on: "2026-08-04",
            expect: &["2026-05-07 met", "2026-08-03 overdue"],
        },
        Example {
            title: "accepted for assessment, and never begun",
            notation: "
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-03 child referral.decided
    outcome: assessment
",
            on: "2026-05-08",
            expect: &["2026-05-07 overdue"],
        },
        Example {
            title: "referred again while the assessment is under way: it answers both",
            notation: "
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-03 child assessment.started
  2026-03-16 child referral.received
  2026-03-17 child referral.decided
    outcome: assessment
",
            on: "2026-05-31",
            expect: &["2026-05-07 overdue"],
        },
        Example {
            title: "the case closed before the limit: the child does not become late",
            notation: "
recording by manager as team_manager
  2026-03-02 child referral.received
  2026-03-03 child referral.decided
    outcome: assessment
  2026-04-01 child closure.decided
",
            on: "2026-05-08",
            expect: &["2026-05-07 lapsed"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let assessments = circle.timeline.assessments.iter();
    let single = assessments.filter(|a| a.assessment_type == AssessmentType::Single).map(|assessment| {
        let (by, at) = answers(circle, assessment).unwrap_or((assessment.by, assessment.started));
        let signed_off = assessment.signed_off.as_ref().map(|signed| (signed.by, signed.at));
        Run::started(by, at)
            .governed_on(assessment.started.date())
            .stopped(signed_off)
            .lapsed(ceases(circle, at.date()))
    });
    single.chain(unanswered(circle)).collect()
}

/// The referral that an assessment answers: the latest before it, if no other assessment came between.
pub(super) fn answers(circle: &Circle, assessment: &Assessment) -> Option<Moment> {
    let started = assessment.started.date();
    let referral = circle.timeline.referrals.iter().rev().find(|r| r.received.date() <= started)?;
    let between = circle.timeline.assessments.iter().any(|other| {
        other.by != assessment.by
            && other.started.date() >= referral.received.date()
            && other.started < assessment.started
    });
    (!between).then_some((referral.by, referral.received))
}

/// Referrals accepted for assessment that no assessment has answered before the next referral, each as a
/// running that nothing stopped. An assessment already under way answers a referral too.
pub(super) fn unanswered(circle: &Circle) -> impl Iterator<Item = Run> {
    let timeline = circle.timeline;
    let referrals = timeline.referrals.iter().enumerate().filter(|(place, referral)| {
        let outcome = referral.decided.as_ref().and_then(|decided| decided.said.outcome);
        let from = referral.received.date();
        let next =
            timeline.referrals[place + 1..].iter().map(|r| r.received.date()).find(|next| *next > from);
        let answered = timeline.assessments.iter().any(|assessment| {
            let started = assessment.started.date();
            assessment.open_on(from) || from <= started && next.is_none_or(|next| started < next)
        });
        outcome == Some(ReferralOutcome::Assessment) && !answered
    });
    referrals.map(|(_, referral)| {
        Run::started(referral.by, referral.received).lapsed(ceases(circle, referral.received.date()))
    })
}
