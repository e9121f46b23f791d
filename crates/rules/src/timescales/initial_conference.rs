//! The initial child protection conference.

use calendar::Within;
use jiff::civil::{Date, date};
use record::events::{EnquiryCompleted, EnquiryOutcome};
use record::timeline::Enquiry;

use super::conferences::initials;
use super::enquiry::opened;
use super::scope::{Moment, ceases, first_since};
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// Hold the initial conference within fifteen working days of the strategy discussion that opened the enquiry.
///
/// Where several discussions were held the one that opened the enquiry counts; where work began without one,
/// its start. The limit shows while enquiries go on, because that is when the conference is arranged; it
/// lapses when they end without need of a conference. A child already on a plan needs no initial conference.
pub(super) const INITIAL_CONFERENCE: Timescale = Timescale {
    id: "icpc-15wd",
    title: "Hold the initial child protection conference",
    // LAW: Working Together to Safeguard Children 1999 to 2023 (2023: chapter 3, initial child protection
    // conferences): within 15 working days of the strategy discussion, or the one that began the enquiry.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 1999 to 2023: \
                 within 15 working days of the strategy discussion that began the enquiry",
        from: date(1999, 12, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(15),
    set_by: Some("initial_conference_working_days"),
    starts: "the strategy discussion that opened the enquiry",
    stops: "the conference is held",
    stopped_by: "conference.held",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "held on the last day: the jubilee’s two days off are left out",
            notation: "
recording by worker as social_worker
  2022-05-27 child strategy_discussion.held
  2022-05-27 child section_47_enquiry.decided
    decision: joint
  2022-06-17 child section_47_enquiry.completed
    outcome: substantiated_continuing_risk
  2022-06-21 child conference.held
    conference_type: initial
",
            on: "2022-07-31",
            expect: &["2022-06-21 met"],
        },
        Example {
            title: "held a day over; a later strategy discussion does not move the limit",
            notation: "
recording by worker as social_worker
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
  2026-03-12 child strategy_discussion.held
  2026-03-23 child section_47_enquiry.completed
    outcome: substantiated_continuing_risk
  2026-03-25 child conference.held
    conference_type: initial
",
            on: "2026-04-30",
            expect: &["2026-03-24 late"],
        },
        Example {
            title: "asked for, and never held",
            notation: "
recording by worker as social_worker
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
  2026-03-20 child section_47_enquiry.completed
    outcome: substantiated_continuing_risk
    conference_requested: yes
",
            on: "2026-03-25",
            expect: &["2026-03-24 overdue"],
        },
        Example {
            title: "each enquiry has its own conference; one about a child on a plan needs none",
            notation: "
recording by worker as social_worker
  2025-03-03 child strategy_discussion.held
  2025-03-03 child section_47_enquiry.decided
    decision: joint
  2025-03-20 child section_47_enquiry.completed
    outcome: substantiated_continuing_risk
  2025-06-02 child strategy_discussion.held
  2025-06-02 child section_47_enquiry.decided
    decision: joint
  2025-06-18 child section_47_enquiry.completed
    outcome: substantiated_continuing_risk
  2025-06-20 child conference.held
    conference_type: initial
  2025-06-20 child child_protection_plan.started
  2025-08-04 child strategy_discussion.held
  2025-08-04 child section_47_enquiry.decided
    decision: joint
",
            on: "2025-12-31",
            expect: &["2025-03-24 overdue", "2025-06-23 met"],
        },
        Example {
            title: "concerns not borne out: no conference is needed",
            notation: "
recording by worker as social_worker
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
  2026-03-20 child section_47_enquiry.completed
    outcome: not_substantiated
",
            on: "2026-04-30",
            expect: &["2026-03-24 lapsed"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let conferences = initials(circle);
    let enquiries = &circle.timeline.enquiries;
    let run = |(place, enquiry): (usize, &Enquiry)| {
        let day = enquiry.opened_on;
        if circle.timeline.protection_plan_on(day).is_some_and(|plan| plan.span.from < day) {
            return None;
        }
        let next = enquiries.get(place + 1).map(|next| next.opened_on);
        let start = opened(circle, enquiry)?;
        let conference = first_since(conferences.iter().copied(), start);
        let conference = conference.filter(|(_, at)| next.is_none_or(|next| at.date() < next));
        let lapsed = earliest([not_needed(enquiry, conference), ceases(circle, day)]);
        Some(Run::started(start.0, start.1).stopped(conference).lapsed(lapsed))
    };
    enquiries.iter().enumerate().filter_map(run).collect()
}

/// The day on which enquiries ended with no conference to follow.
fn not_needed(enquiry: &Enquiry, conference: Option<Moment>) -> Option<Date> {
    let (_, at, outcome) = enquiry.completed.as_ref()?;
    (conference.is_none() && !asks_for_conference(outcome)).then_some(at.date())
}

fn asks_for_conference(said: &EnquiryCompleted) -> bool {
    let risk_goes_on = said.outcome == Some(EnquiryOutcome::SubstantiatedContinuingRisk);
    said.conference_requested.unwrap_or(risk_goes_on)
}
