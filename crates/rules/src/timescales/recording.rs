//! How soon what happened is written down.

use calendar::Within;
use jiff::civil::date;
use record::Event;
use record::timeline::TimelineEntry;

use super::enquiry::written_down;
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Write a visit down within three working days.
///
/// Nobody can be told to record what nobody has recorded: this is known only afterwards, so it is counted and
/// is never a task. What came from another system is left out, since nobody knows when it was written there.
pub(super) const VISIT_RECORDED: Timescale = Timescale {
    id: "visit-recorded",
    title: "Write the visit down",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: three working days from the visit",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(3),
    set_by: Some("visit_recorded_working_days"),
    starts: "the visit",
    stops: "it is recorded",
    stopped_by: "visit.made",
    counting: Counting::Measure,
    runs: |circle| {
        runs(circle, |event| {
            matches!(event, Event::VisitMade(_) | Event::VisitAttempted(_) | Event::VisitRefused(_))
        })
    },
    examples: &[
        Example {
            title: "a visit on Thursday, written down on Tuesday",
            notation: "
recording by worker as social_worker at 2026-03-10 17:00
  2026-03-05 child visit.made
",
            on: "2026-03-31",
            expect: &["2026-03-10 met"],
        },
        Example {
            title: "written down on Wednesday",
            notation: "
recording by worker as social_worker at 2026-03-11 09:00
  2026-03-05 child visit.made
",
            on: "2026-03-31",
            expect: &["2026-03-10 late"],
        },
    ],
};

/// Write down what happened within three working days: contacts, meetings, visits, talks and decisions.
pub(super) const RECORDING: Timescale = Timescale {
    id: "recording",
    title: "Write down what happened",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: three working days from the happening",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(3),
    set_by: Some("recording_working_days"),
    starts: "the happening",
    stops: "it is recorded",
    stopped_by: "case_note.recorded",
    counting: Counting::Measure,
    runs: |circle| runs(circle, happening),
    examples: &[
        Example {
            title: "a core group on Thursday, written down on Tuesday; what a file said of a birth is no happening",
            notation: "
recording by worker as social_worker at 2026-03-10 17:00
  2026-03-05 child core_group.held
  2019-07-01 child birth.recorded
    date_of_birth: 2019-07-01
",
            on: "2026-03-31",
            expect: &["2026-03-10 met"],
        },
        Example {
            title: "written down on Wednesday",
            notation: "
recording by worker as social_worker at 2026-03-11 09:00
  2026-03-05 child core_group.held
",
            on: "2026-03-31",
            expect: &["2026-03-10 late"],
        },
        Example {
            title: "what came from another system is left out",
            notation: "
recording by worker as social_worker at 2026-03-11 09:00 from census.xml row 12
  2026-03-05 child core_group.held
",
            on: "2026-03-31",
            expect: &[],
        },
    ],
};

fn runs(circle: &Circle, which: fn(&Event) -> bool) -> Vec<Run> {
    let typed_here = circle.timeline.counting().filter(|entry| entry.recorded.source.is_none());
    let run = |entry: &TimelineEntry| {
        Run::started(entry.id, entry.occurred)
            .stopped(Some((entry.id, written_down(entry))))
            .about(entry.event.title())
    };
    typed_here.filter(|entry| which(&entry.event)).map(run).collect()
}

/// Whether an event is something that happened on its day, rather than a fact about somebody that holds.
pub(super) fn happening(event: &Event) -> bool {
    const FACTS: [&str; 17] = [
        "person.",
        "name.",
        "birth.",
        "identifier.",
        "characteristics.",
        "contact_detail.",
        "identity.",
        "restriction.",
        "record.",
        "paper_file.",
        "document.",
        "entry.",
        "household.",
        "relationship.",
        "hazard.",
        "registration.",
        "post.",
    ];
    let kind = event.kind();
    !FACTS.iter().any(|family| kind.starts_with(family)) && !matches!(event, Event::Unrecognised { .. })
}
