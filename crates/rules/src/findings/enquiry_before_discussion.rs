//! Enquiry work that began before any strategy discussion.

use calendar::display;
use chronology::Occurred;
use jiff::civil::Date;
use record::events::{StrategyDiscussionHeld, VisitPurpose};
use record::{Event, TimelineEntry};

use super::limit::moment;
use super::{Example, Finding};
use crate::days::earliest;
use crate::words::said;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "enquiry-before-discussion",
    title: "Enquiry work before any strategy discussion",
    failing: Some("F057"),
    source: "Working Together to Safeguard Children, chapter 3: the strategy discussion decides on enquiries",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "a visit five hours before the discussion",
            notation: FIVE_HOURS,
            on: "2026-03-05",
            expect: &["5 hours before the strategy discussion of 3 March 2026 at 3:00pm"],
        },
        Example {
            title: "times unknown: the days between",
            notation: "
recording by worker as social_worker
  2026-03-02 child section_47_enquiry.started
  2026-03-05 child strategy_discussion.held
",
            on: "2026-03-05",
            expect: &["3 days before the strategy discussion of 5 March 2026"],
        },
        Example {
            title: "no discussion at all, so far",
            notation: FIVE_HOURS_AND_NONE,
            on: "2026-03-03",
            expect: &["no strategy discussion has been held since"],
        },
        Example {
            title: "an emergency with its reason",
            notation: "
recording by worker as social_worker
  2026-03-02 child section_47_enquiry.started
    emergency_reason: Found alone at midnight; police called us to the house
",
            on: "2026-03-02",
            expect: &[],
        },
        Example {
            title: "work after the discussion",
            notation: "
recording by worker as social_worker
  2026-03-02 09:00 child strategy_discussion.held
  2026-03-02 11:00 child visit.made
    purpose: enquiry
",
            on: "2026-03-02",
            expect: &[],
        },
    ],
};

const FIVE_HOURS: &str = "
recording by worker as social_worker
  2026-03-03 15:00 child strategy_discussion.held
recording by worker as social_worker
  2026-03-03 10:00 child visit.made
    purpose: enquiry
";

const FIVE_HOURS_AND_NONE: &str = "
recording by worker as social_worker
  2026-03-03 10:00 child visit.made
    purpose: enquiry
";

fn look(circle: &Circle) -> Vec<Found> {
    let discussions: Vec<Occurred> =
        circle.timeline.of::<StrategyDiscussionHeld>().map(|(entry, _)| entry.occurred).collect();
    circle
        .timeline
        .counting()
        .filter(|entry| is_enquiry_work(entry))
        .flat_map(|work| before_discussion(circle, work, &discussions))
        .collect()
}

fn is_enquiry_work(entry: &TimelineEntry) -> bool {
    match &entry.event {
        Event::EnquiryStarted(_) => true,
        Event::VisitMade(visit) => visit.purpose == Some(VisitPurpose::Enquiry),
        _ => false,
    }
}

fn before_discussion(circle: &Circle, work: &TimelineEntry, discussions: &[Occurred]) -> Vec<Found> {
    let ended = |entry: &&TimelineEntry| matches!(entry.event, Event::EnquiryCompleted(_));
    let last_ended =
        circle.timeline.counting().filter(ended).map(|e| e.occurred).rfind(|at| *at < work.occurred);
    let ours = |at: &&Occurred| last_ended.is_none_or(|ended| **at >= ended);
    if discussions.iter().filter(ours).any(|at| !surely_before(work.occurred, *at)) {
        return Vec::new();
    }
    let next = discussions.iter().copied().find(|at| surely_before(work.occurred, *at));
    let what = format!("“{}” about {} on {}", work.event.title(), circle.child(), moment(work.occurred));
    let found = |since: Date, because: String| {
        let reason = emergency_reason_given_on(circle, work.day());
        Found::since(since, because).from([work.id]).mended_by("section_47_enquiry.started").cleared(reason)
    };
    let alone = found(
        work.day(),
        format!("{what} was enquiry work, and no strategy discussion has been held since."),
    );
    let Some(next) = next else { return vec![alone] };
    let cleared = earliest([alone.cleared_on, Some(next.date())]);
    let because = format!(
        "{what} was enquiry work, {} before the strategy discussion of {}.",
        between(work.occurred, next),
        moment(next)
    );
    vec![alone.cleared(cleared), found(next.date(), because)]
}

/// Whether one thing certainly came before another: on an earlier day or, where both times are known, earlier.
fn surely_before(one: Occurred, other: Occurred) -> bool {
    match (one.instant(), other.instant()) {
        (Some(one), Some(other)) => one < other,
        _ => one.date() < other.date(),
    }
}

fn between(one: Occurred, other: Occurred) -> String {
    let count = |number: i64, unit: &str| display::counted(u32::try_from(number).unwrap_or(u32::MAX), unit);
    match (one.instant(), other.instant()) {
        (Some(from), Some(to)) => {
            let minutes = to.duration_since(from).as_mins();
            if minutes < 60 { count(minutes, "minute") } else { count(minutes / 60, "hour") }
        }
        _ => count(other.date().duration_since(one.date()).as_hours() / 24, "day"),
    }
}

/// The day, from the work on, on which somebody gave the emergency as the reason.
fn emergency_reason_given_on(circle: &Circle, work: Date) -> Option<Date> {
    let started = circle.timeline.of::<record::events::EnquiryStarted>();
    let reasoned = started.filter(|(entry, e)| entry.day() >= work && said(&e.emergency_reason));
    reasoned.map(|(entry, _)| entry.day()).min()
}
