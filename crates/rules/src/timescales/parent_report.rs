//! The report that a family reads before a conference.

use calendar::Within;
use jiff::civil::date;
use record::events::ConferenceReportShared;

use super::conferences::{Conference, booked_or_held};
use super::scope::{ceases, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// Share the report so many working days before an initial conference.
///
/// It shows from the booking and counts back from the day of the conference; a conference that was never
/// booked counts back from the day it was held.
pub(super) const INITIAL: Timescale = Timescale {
    id: "cp-parent-report-icpc",
    title: "Share the conference report with the family",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: regional procedures, two working days before an initial conference",
        from: date(2005, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(-2),
    set_by: None,
    starts: "the initial conference",
    stops: "the report is shared with the family",
    stopped_by: "conference_report.shared",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, false),
    examples: &[
        Example {
            title: "the Thursday before a conference on a Monday",
            notation: "
recording by worker as social_worker
  2026-03-05 child conference.booked
    conference_type: initial
    on: 2026-03-23
  2026-03-19 child conference_report.shared
  2026-03-23 child conference.held
    conference_type: initial
",
            on: "2026-03-31",
            expect: &["2026-03-19 met"],
        },
        Example {
            title: "the Friday before is a day late",
            notation: "
recording by worker as social_worker
  2026-03-05 child conference.booked
    conference_type: initial
    on: 2026-03-23
  2026-03-20 child conference_report.shared
  2026-03-23 child conference.held
    conference_type: initial
",
            on: "2026-03-31",
            expect: &["2026-03-19 late"],
        },
        Example {
            title: "put off a week: what counts is the day for which it was last booked",
            notation: "
recording by worker as social_worker
  2026-03-05 child conference.booked
    conference_type: initial
    on: 2026-03-23
  2026-03-12 child conference.booked
    conference_type: initial
    on: 2026-03-30
  2026-03-26 child conference_report.shared
",
            on: "2026-03-31",
            expect: &["2026-03-26 met"],
        },
        Example {
            title: "never shared; once the review is held, its own report is what matters",
            notation: "
recording by worker as social_worker
  2026-03-23 child conference.held
    conference_type: initial
  2026-06-08 child conference_report.shared
  2026-06-15 child conference.held
    conference_type: review
",
            on: "2026-06-30",
            expect: &["2026-03-19 lapsed"],
        },
        Example {
            title: "not shared, and the day has passed",
            notation: "
recording by worker as social_worker
  2026-03-05 child conference.booked
    conference_type: initial
    on: 2026-03-23
",
            on: "2026-03-20",
            expect: &["2026-03-19 overdue"],
        },
    ],
};

/// Share the report so many working days before a review conference.
pub(super) const REVIEW: Timescale = Timescale {
    id: "cp-parent-report-rcpc",
    title: "Share the review report with the family",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: regional procedures, five working days before a review conference",
        from: date(2005, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(-5),
    set_by: None,
    starts: "the review conference",
    stops: "the report is shared with the family",
    stopped_by: "conference_report.shared",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, true),
    examples: &[
        Example {
            title: "five working days before, across a bank holiday",
            notation: "
recording by worker as social_worker
  2026-04-20 child conference.booked
    conference_type: review
    on: 2026-05-08
  2026-04-30 child conference_report.shared
  2026-05-08 child conference.held
    conference_type: review
",
            on: "2026-05-31",
            expect: &["2026-04-30 met"],
        },
        Example {
            title: "held without a booking, the report shared four working days before",
            notation: "
recording by worker as social_worker
  2026-05-01 child conference_report.shared
  2026-05-08 child conference.held
    conference_type: review
",
            on: "2026-05-31",
            expect: &["2026-04-30 late"],
        },
    ],
};

fn runs(circle: &Circle, review: bool) -> Vec<Run> {
    let name =
        if review { "parent_report_review_working_days" } else { "parent_report_initial_working_days" };
    let before = i32::try_from(circle.settings.limit(name)).unwrap_or(i32::MAX);
    let conferences = booked_or_held(circle);
    let shared = moments::<ConferenceReportShared>(circle);
    let run = |(place, conference): (usize, &Conference)| {
        let (by, at) = conference.booked.or(conference.held)?;
        let report = shared.iter().copied().find(|(_, at)| nearest(&conferences, at.date()) == Some(place));
        // Once the next conference is held, that one's report takes over.
        let next = conferences.get(place + 1).and_then(|next| next.held).map(|(_, at)| at.date());
        Some(
            Run::started(by, at)
                .counted_from(conference.on)
                .within(Some(Within::WorkingDays(-before)))
                .stopped(report)
                .lapsed(earliest([next, ceases(circle, at.date())])),
        )
    };
    let wanted = conferences.iter().enumerate().filter(|(_, conference)| conference.review == review);
    wanted.filter_map(run).collect()
}

/// The conference that a report shared on a day was for: the nearest, the coming one if two are as near.
fn nearest(conferences: &[Conference], day: jiff::civil::Date) -> Option<usize> {
    let distance = |on: jiff::civil::Date| (on - day).get_days().unsigned_abs();
    let places = conferences.iter().enumerate();
    places.min_by_key(|(_, c)| (distance(c.on), std::cmp::Reverse(c.on))).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conference(on: jiff::civil::Date) -> Conference {
        Conference { booked: None, held: None, on, review: false }
    }

    #[test]
    fn a_report_belongs_to_the_conference_nearest_to_it() {
        let two = [conference(date(2026, 3, 23)), conference(date(2026, 6, 22))];
        let at = |month, day| nearest(&two, date(2026, month, day));
        assert_eq!((at(3, 1), at(3, 30), at(6, 10)), (Some(0), Some(0), Some(1)));
        assert_eq!(nearest(&[], date(2026, 3, 1)), None);
    }
}
