//! The length of a section 47 enquiry, and the recording of what it found.

use calendar::Within;
use chronology::Occurred;
use jiff::civil::date;
use record::events::EnquiryEnded;
use record::timeline::{Enquiry, TimelineEntry};

use super::scope::{Moment, ceases, moment};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// End enquiries in time for a conference.
///
/// Guidance limits the conference and not the enquiry; authorities derive this from it.
pub(super) const ENQUIRY: Timescale = Timescale {
    id: "s47-enquiry-local",
    title: "Conclude the section 47 enquiry",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice, derived from the limit for the initial conference",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(15),
    set_by: Some("enquiry_working_days"),
    starts: "the strategy discussion that opened the enquiry",
    stops: "enquiries end",
    stopped_by: "section_47_enquiry.completed",
    counting: Counting::Deadline,
    runs: enquiries,
    examples: &[
        Example {
            title: "ended on the fifteenth working day",
            notation: "
recording by worker as social_worker
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
  2026-03-24 child section_47_enquiry.completed
",
            on: "2026-04-30",
            expect: &["2026-03-24 met"],
        },
        Example {
            title: "ended a day over, though its outcome names the day",
            notation: "
recording by worker as social_worker
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: single
  2026-03-26 child section_47_enquiry.completed
    ended_on: 2026-03-25
",
            on: "2026-04-30",
            expect: &["2026-03-24 late"],
        },
    ],
};

/// Record what enquiries found by the next working day after they end, so that nobody acts without it.
///
/// What counts is the day on which the outcome was written down. Where a row came from another system nobody
/// knows when it was written there, and the day of the outcome stands.
pub(super) const OUTCOME_RECORDED: Timescale = Timescale {
    id: "enquiry-outcome-recorded",
    title: "Record the outcome of the section 47 enquiry",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: one working day from the end of enquiries",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(1),
    set_by: Some("enquiry_outcome_recorded_working_days"),
    starts: "the end of enquiries",
    stops: "their outcome is recorded",
    stopped_by: "section_47_enquiry.completed",
    counting: Counting::Deadline,
    runs: outcomes,
    examples: &[
        Example {
            title: "ended on a Friday, recorded on Monday",
            notation: "
recording by worker as social_worker at 2026-03-20 17:00
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
  2026-03-20 child section_47_enquiry.ended
recording by worker as social_worker at 2026-03-23 17:00
  2026-03-23 child section_47_enquiry.completed
",
            on: "2026-04-30",
            expect: &["2026-03-23 met"],
        },
        Example {
            title: "the outcome is of the same day, and was written down a week later",
            notation: "
recording by worker as social_worker at 2026-03-20 17:00
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
  2026-03-20 child section_47_enquiry.ended
recording by worker as social_worker at 2026-03-27 17:00
  2026-03-20 child section_47_enquiry.completed
",
            on: "2026-04-30",
            expect: &["2026-03-23 late"],
        },
        Example {
            title: "never recorded",
            notation: "
recording by worker as social_worker
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
  2026-03-20 child section_47_enquiry.ended
",
            on: "2026-03-24",
            expect: &["2026-03-23 overdue"],
        },
    ],
};

fn enquiries(circle: &Circle) -> Vec<Run> {
    let enquiries = circle.timeline.enquiries.iter();
    enquiries
        .filter_map(|enquiry| {
            let (by, at) = opened(circle, enquiry)?;
            let lapsed = ceases(circle, enquiry.opened_on);
            Some(Run::started(by, at).stopped(ended(circle, enquiry)).lapsed(lapsed))
        })
        .collect()
}

fn outcomes(circle: &Circle) -> Vec<Run> {
    let enquiries = circle.timeline.enquiries.iter();
    enquiries
        .filter_map(|enquiry| {
            let (by, at) = ended(circle, enquiry)?;
            let completed = enquiry.completed.as_ref().and_then(|(id, ..)| circle.timeline.entry(*id));
            let written = completed.map(|entry| (entry.id, written_down(entry)));
            // A case is often closed by the outcome itself; only growing up ends the need to have it.
            Some(Run::started(by, at).stopped(written).lapsed(circle.grown_up()))
        })
        .collect()
}

/// What opened an enquiry: the strategy discussion, or the start of work where none was held.
pub(super) fn opened(circle: &Circle, enquiry: &Enquiry) -> Option<Moment> {
    enquiry.discussion.or_else(|| moment(circle, enquiry.by))
}

/// When enquiries ended, by the entry that says so.
fn ended(circle: &Circle, enquiry: &Enquiry) -> Option<Moment> {
    let day = enquiry.ended_on?;
    let mut said = circle.timeline.of::<EnquiryEnded>().map(|(entry, _)| (entry.id, entry.occurred));
    let said = said.rfind(|(_, at)| at.date() == day);
    said.or_else(|| enquiry.completed.as_ref().map(|(id, ..)| (*id, Occurred::day(day))))
}

/// The day on which an entry was written down, or happened, whichever is later.
pub(super) fn written_down(entry: &TimelineEntry) -> Occurred {
    if entry.recorded.source.is_some() || entry.recorded_on() <= entry.day() {
        entry.occurred
    } else {
        Occurred::day(entry.recorded_on())
    }
}
