//! A visit that was not recorded, or not until long after it was made.

use calendar::display;
use jiff::civil::Date;
use record::events::VisitMade;
use record::{Event, TimelineEntry};

use super::limit::{missed_on, sum, working_days};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "visit-recorded-late",
    title: "Visit not recorded",
    failing: Some("F040"),
    source: "Inspection: recording that is up to date; the number of days is the authority's own",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "recorded five working days on: unrecorded until then",
            notation: LATE,
            on: "2026-03-06",
            expect: &["visit of 2 March 2026 to the child was not recorded until 9 March 2026"],
        },
        Example { title: "the finding clears on recording", notation: LATE, on: "2026-03-09", expect: &[] },
        Example {
            title: "a visit was planned and nothing tells whether it was made",
            notation: PLANNED,
            on: "2026-03-14",
            expect: &["planned for 10 March 2026"],
        },
        Example {
            title: "a visit that was planned was made, and recorded in time",
            notation: MADE,
            on: "2026-03-17",
            expect: &[],
        },
    ],
};

const LATE: &str = "
recording by worker as social_worker at 2026-03-09 10:00
  2026-03-02 child visit.made
    seen: yes
";

const PLANNED: &str = "
recording by worker as social_worker at 2026-03-02 17:00
  2026-03-02 child visit.made
    next_visit_on: 2026-03-10
";

const MADE: &str = "
recording by worker as social_worker at 2026-03-02 17:00
  2026-03-02 child visit.made
    next_visit_on: 2026-03-10
recording by worker as social_worker at 2026-03-12 10:00
  2026-03-10 child visit.made
    seen: yes
";

fn look(circle: &Circle) -> Vec<Found> {
    let visits: Vec<&TimelineEntry> = circle.timeline.counting().filter(|entry| is_visit(entry)).collect();
    // What came from another system was recorded there, on a day that nobody here knows.
    let own = visits.iter().filter(|entry| entry.recorded.source.is_none());
    let late = own.map(|entry| late(circle, entry));
    let planned = circle.timeline.of::<VisitMade>().filter_map(|(entry, visit)| {
        let on = visit.next_visit_on?;
        Some(planned(circle, entry, on, &visits))
    });
    late.chain(planned).collect()
}

fn is_visit(entry: &TimelineEntry) -> bool {
    matches!(entry.event, Event::VisitMade(_) | Event::VisitAttempted(_) | Event::VisitRefused(_))
}

fn late(circle: &Circle, entry: &TimelineEntry) -> Found {
    let within = working_days(circle.settings.limit("visit_recorded_working_days"));
    let because = format!(
        "The visit of {} to {} was not recorded until {}: {}.",
        display::full_date(entry.day()),
        circle.child(),
        display::full_date(entry.recorded_on()),
        sum(within, entry.day().into())
    );
    let since = missed_on(within, entry.day().into());
    Found::since(since, because).cleared(Some(entry.recorded_on())).from([entry.id]).waited_from(entry.day())
}

fn planned(circle: &Circle, entry: &TimelineEntry, on: Date, visits: &[&TimelineEntry]) -> Found {
    let within = working_days(circle.settings.limit("visit_recorded_working_days"));
    let because = format!(
        "A visit to {} was planned for {} and nothing is recorded of it: {}.",
        circle.child(),
        display::full_date(on),
        sum(within, on.into())
    );
    // A visit brought forward is the one that was planned.
    let told = visits.iter().map(|visit| visit.day()).filter(|day| *day > entry.day());
    let closed =
        circle.timeline.involvements.iter().filter_map(|i| i.span.to).filter(|to| *to >= entry.day());
    Found::since(missed_on(within, on.into()), because)
        .cleared(told.chain(closed).min())
        .from([entry.id])
        .mended_by("visit.made")
        .waited_from(on)
}
