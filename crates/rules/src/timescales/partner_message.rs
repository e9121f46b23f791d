//! What partner agencies send: read within the hour, and police notices graded on the day.

use calendar::Within;
use jiff::civil::date;
use record::timeline::Correspondence;

use super::{Changeover, Counting, Example, Timescale};
use crate::{Force, Law, Run};

/// Read a message from a partner within an hour of its coming, by day and by night.
pub(super) const READ: Timescale = Timescale {
    id: "partner-message-read",
    title: "Read the partner’s message",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: read within an hour, whatever the hour",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Hours(1),
    set_by: Some("partner_message_read_hours"),
    starts: "the message",
    stops: "a worker reads it",
    stopped_by: "partner_message.read",
    counting: Counting::Deadline,
    runs: |circle| circle.timeline.correspondence.iter().map(read).collect(),
    examples: &[
        Example {
            title: "read to the minute; a minute over",
            notation: "
recording by partner as partner
  2026-03-06 16:55 child partner_message.received @first
  2026-03-06 22:00 child partner_message.received @second
recording by screener as screener
  2026-03-06 17:55 child partner_message.read
    message: @first
  2026-03-06 23:01 child partner_message.read
    message: @second
",
            on: "2026-03-10",
            expect: &["2026-03-06 met", "2026-03-06 late"],
        },
        Example {
            title: "never read",
            notation: "
recording by partner as partner
  2026-03-09 09:00 child partner_message.received
",
            on: "2026-03-10",
            expect: &["2026-03-09 overdue"],
        },
    ],
};

/// Grade the risk that a police notice tells of on the day it comes.
pub(super) const GRADED: Timescale = Timescale {
    id: "police-notice-graded",
    title: "Grade the police notice",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: graded on the day it comes, weekends among them",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::CalendarDays(0),
    set_by: None,
    starts: "the police notice",
    stops: "somebody grades its risk",
    stopped_by: "police_notification.risk_graded",
    counting: Counting::Deadline,
    runs: |circle| {
        let notices = circle.timeline.correspondence.iter().filter(|one| one.notice().is_some());
        notices.map(graded).collect()
    },
    examples: &[
        Example {
            title: "graded late the same evening; after midnight; not yet. A school’s message has no such limit",
            notation: "
recording by police as partner
  2026-03-06 09:00 child police_notification.received @first
  2026-03-07 23:50 child police_notification.received @second
  2026-03-09 09:00 child police_notification.received
  2026-03-09 09:00 child partner_message.received
recording by screener as screener
  2026-03-06 23:00 child police_notification.risk_graded
    notice: @first
    rating: amber
  2026-03-08 00:10 child police_notification.risk_graded
    notice: @second
    rating: red
",
            on: "2026-03-09",
            expect: &["2026-03-06 met", "2026-03-07 late", "2026-03-09 due"],
        },
        Example {
            title: "overdue the next morning",
            notation: "
recording by police as partner
  2026-03-06 09:00 child police_notification.received
",
            on: "2026-03-07",
            expect: &["2026-03-06 overdue"],
        },
    ],
};

fn read(one: &Correspondence) -> Run {
    let done = one.first_action().map(|done| (done.by, done.at));
    let read = one.read.as_ref().map(|(by, at, _)| (*by, *at));
    Run::started(one.by, one.received).stopped(read.or(done)).about(one.reference())
}

fn graded(one: &Correspondence) -> Run {
    let graded = one.graded.as_ref().map(|(by, at, _)| (*by, *at));
    Run::started(one.by, one.received).stopped(graded).about(one.reference())
}
