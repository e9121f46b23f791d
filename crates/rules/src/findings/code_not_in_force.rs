//! A national code used outside the years in which it may be used.

use calendar::{ReportingYear, display};
use record::codes::Code;
use record::{Event, TimelineEntry};

use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "code-not-in-force",
    title: "Code not in force that year",
    failing: None,
    source: "Children in need census guides: the codes of each collection",
    for_whom: &[Audience::Worker],
    look,
    examples: &[
        Example {
            title: "a factor that was split in two, used after its last year",
            notation: "
recording by worker as social_worker
  2026-05-01 child factor.recorded
    factor: 18A
",
            on: "2026-05-01",
            expect: &["“18A Physical abuse” was recorded on 1 May 2026 and may be used until 31 March 2024"],
        },
        Example {
            title: "the same factor in its time",
            notation: "
recording by worker as social_worker
  2019-05-01 child factor.recorded
    factor: 18A
",
            on: "2026-05-01",
            expect: &[],
        },
        Example {
            title: "a closure reason before its first year",
            notation: "
recording by manager as team_manager
  2019-05-01 child closure.decided
    closure_reason: RC9
",
            on: "2026-05-01",
            expect: &["may be used from 1 April 2022"],
        },
    ],
};

fn look(circle: &Circle) -> Vec<Found> {
    let entries = circle.timeline.counting();
    entries.flat_map(|entry| codes(entry).into_iter().filter_map(|code| misused(entry, code))).collect()
}

fn misused(entry: &TimelineEntry, code: &Code) -> Option<Found> {
    if code.in_force(ReportingYear::containing(entry.day()).start().year()) {
        return None;
    }
    let from = code.from.map(|year| ReportingYear::starting_in(year).start());
    let from = from.map(|day| format!("from {}", display::full_date(day)));
    let to = code.to.map(|year| ReportingYear::starting_in(year).end());
    let to = to.map(|day| format!("until {}", display::full_date(day)));
    let years: Vec<String> = [from, to].into_iter().flatten().collect();
    let because = format!(
        "“{} {}” was recorded on {} and may be used {}.",
        code.code,
        code.label,
        display::full_date(entry.day()),
        years.join(" ")
    );
    Some(Found::since(entry.day(), because).from([entry.id]).mended_by("entry.corrected"))
}

/// The national codes that an entry holds.
fn codes(entry: &TimelineEntry) -> Vec<&'static Code> {
    let one = |code: Option<&'static Code>| code.into_iter().collect();
    match &entry.event {
        Event::ContactReceived(e) => one(e.source.map(|code| code.info())),
        Event::ReferralReceived(e) => {
            [e.source.map(|code| code.info()), e.primary_need.map(|code| code.info())]
                .into_iter()
                .flatten()
                .collect()
        }
        Event::FactorRecorded(e) => one(e.factor.map(|code| code.info())),
        Event::AssessmentCompleted(e) => {
            e.factors.iter().filter_map(|found| found.factor).map(|code| code.info()).collect()
        }
        Event::CharacteristicsRecorded(e) => {
            let disabilities = e.disabilities.iter().map(|code| code.info());
            e.ethnicity.map(|code| code.info()).into_iter().chain(disabilities).collect()
        }
        Event::ConcernRecorded(e) => one(e.kind_of_harm.map(|code| code.info())),
        Event::ConferenceDecided(e) => one(e.category.map(|code| code.info())),
        Event::ProtectionPlanStarted(e) => one(e.category.map(|code| code.info())),
        Event::ProtectionPlanCategoryChanged(e) => one(e.category.map(|code| code.info())),
        Event::ClosureDecided(e) => one(e.closure_reason.map(|code| code.info())),
        _ => Vec::new(),
    }
}
