//! A homeless young person of 16 or 17.

use calendar::Within;
use jiff::civil::date;
use record::events::HomelessPresentationReceived;

use super::scope::{Moment, ceases, first_since, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Assess a homeless young person of 16 or 17 as a child in need: the outer limit. Meanwhile they are
/// accommodated where the test is met.
pub(super) const HOMELESS_ASSESSMENT: Timescale = Timescale {
    id: "homeless-16-17-assessment",
    title: "Assess the homeless young person as a child in need",
    // LAW: Ministry of Housing and Department for Education, Prevention of homelessness and provision of accommodation
    // for 16 and 17 year old young people 2018, with Working Together to Safeguard Children 2013 to 2023;
    // Children Act 1989 s17 and s20.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Provision of accommodation for 16 and 17 year olds, with Working Together to Safeguard Children \
                 2013 to 2023: no longer than 45 working days",
        from: date(2013, 4, 15),
        to: None,
    },
    changeover: Changeover::BeginsIt,
    within: Within::WorkingDays(45),
    set_by: Some("single_assessment_working_days"),
    starts: "the day they said that they were homeless",
    stops: "a manager signs an assessment off",
    stopped_by: "assessment.signed_off",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "signed off on the last day",
            notation: "
recording by worker as social_worker
  2026-01-05 child person.identified
    category: child
    date_of_birth: 2009-09-01
  2026-03-02 child homeless_presentation.received
  2026-03-03 child assessment.started
  2026-05-07 child assessment.signed_off
",
            on: "2026-05-31",
            expect: &["2026-05-07 met"],
        },
        Example {
            title: "a young person who turned 18 before the limit is not late",
            notation: "
recording by worker as social_worker
  2026-01-05 child person.identified
    category: child
    date_of_birth: 2008-05-14
  2026-03-16 child homeless_presentation.received
",
            on: "2026-06-30",
            expect: &["2026-05-21 lapsed"],
        },
        Example {
            title: "not assessed at all",
            notation: "
recording by worker as social_worker
  2026-03-02 child homeless_presentation.received
",
            on: "2026-05-08",
            expect: &["2026-05-07 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let signed = circle.timeline.assessments.iter().filter_map(|a| a.signed_off.as_ref());
    let signed: Vec<Moment> = signed.map(|signed| (signed.by, signed.at)).collect();
    let birth = circle.timeline.identity.birth;
    let age = |day| birth.and_then(|birth| birth.age_on(day, circle.settings.leap_day));
    moments::<HomelessPresentationReceived>(circle)
        .into_iter()
        .filter(|(_, at)| age(at.date()).is_none_or(|age| (16..18).contains(&age)))
        .map(|start| {
            Run::started(start.0, start.1)
                .stopped(first_since(signed.iter().copied(), start))
                .lapsed(ceases(circle, start.1.date()))
        })
        .collect()
}
