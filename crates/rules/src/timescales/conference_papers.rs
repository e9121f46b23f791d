//! What is sent out after a conference: its decisions, and its record.

use calendar::Within;
use jiff::civil::date;
use record::Typed;
use record::events::{ConferenceDecisionNotified, ConferenceRecordIssued};

use super::conferences::held;
use super::scope::{ceases, first_since, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Send out a conference's decisions and outline plan.
pub(super) const DECISION_LETTER: Timescale = Timescale {
    id: "cp-decision-letter",
    title: "Send out the conference’s decisions and outline plan",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: one working day from the conference",
        from: date(2005, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("conference_decision_letter_working_days"),
    starts: "the conference",
    stops: "the decisions are sent out",
    stopped_by: "conference_decision.notified",
    counting: Counting::Deadline,
    runs: runs::<ConferenceDecisionNotified>,
    examples: &[
        Example {
            title: "sent on the next working day",
            notation: "
recording by chair as conference_chair
  2026-03-20 child conference.held
    conference_type: initial
  2026-03-23 child conference_decision.notified
",
            on: "2026-03-31",
            expect: &["2026-03-23 met"],
        },
        Example {
            title: "sent a day over",
            notation: "
recording by chair as conference_chair
  2026-03-20 child conference.held
    conference_type: initial
  2026-03-24 child conference_decision.notified
",
            on: "2026-03-31",
            expect: &["2026-03-23 late"],
        },
    ],
};

/// Send out a conference's record.
pub(super) const RECORD: Timescale = Timescale {
    id: "cp-minutes",
    title: "Send out the conference’s record",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: twenty working days from the conference",
        from: date(2005, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(20),
    set_by: Some("conference_record_working_days"),
    starts: "the conference",
    stops: "its record is sent out",
    stopped_by: "conference_record.issued",
    counting: Counting::Deadline,
    runs: runs::<ConferenceRecordIssued>,
    examples: &[
        Example {
            title: "sent on the twentieth working day, across Easter",
            notation: "
recording by chair as conference_chair
  2026-03-20 child conference.held
    conference_type: initial
  2026-04-21 child conference_record.issued
",
            on: "2026-04-30",
            expect: &["2026-04-21 met"],
        },
        Example {
            title: "not sent; the record of the review is not the record of the initial conference",
            notation: "
recording by chair as conference_chair
  2026-03-20 child conference.held
    conference_type: initial
  2026-06-12 child conference.held
    conference_type: review
  2026-07-10 child conference_record.issued
",
            on: "2026-07-31",
            expect: &["2026-04-21 overdue", "2026-07-10 met"],
        },
    ],
};

fn runs<Sent: Typed + 'static>(circle: &Circle) -> Vec<Run> {
    let sent = moments::<Sent>(circle);
    let conferences = held(circle);
    let next_day = |place: usize| conferences.get(place + 1).map(|((_, at), _)| at.date());
    let places = conferences.iter().enumerate();
    places
        .map(|(place, (start, _))| {
            let mine = first_since(sent.iter().copied(), *start);
            let mine = mine.filter(|(_, at)| next_day(place).is_none_or(|next| at.date() < next));
            Run::started(start.0, start.1).stopped(mine).lapsed(ceases(circle, start.1.date()))
        })
        .collect()
}
