//! An agency that was asked about a child and has not answered.

use calendar::display;
use record::Choices;
use record::events::InformationRequested;

use super::limit::unanswered;
use super::{Example, Finding};
use crate::sharing::{answer_within, requests};
use crate::{Asked, Audience, Circle, Found};

// LAW: Working Together to Safeguard Children 2023, chapter 1, information sharing: agencies asked share in time.
pub(super) const FINDING: Finding = Finding {
    id: "information-unanswered",
    title: "Agency has not answered",
    failing: Some("F034"),
    source: "Working Together to Safeguard Children 2023, chapter 1: information sharing",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "one working day to answer", notation: ASKED, on: "2026-03-03", expect: &[] },
        Example {
            title: "not answered when it has passed",
            notation: ASKED,
            on: "2026-03-04",
            expect: &["Health, asked about the child on 2 March 2026, has not answered"],
        },
        Example { title: "answered", notation: ASKED, on: "2026-03-09", expect: &[] },
        Example {
            title: "a reason not to ask any more ends it",
            notation: "
recording by screener as screener
  2026-03-02 child information.requested
    agency: health
  2026-03-03 child information.not_requested
    agency: health
    reason: The surgery has no such patient
",
            on: "2026-03-31",
            expect: &[],
        },
        Example {
            title: "an answer that withholds is an answer",
            notation: "
recording by screener as screener
  2026-03-02 child information.requested @asked
    agency: police
  2026-03-03 child information.withheld
    request: @asked
    reason: An inquiry into a crime is under way
",
            on: "2026-03-31",
            expect: &[],
        },
    ],
};

const ASKED: &str = "
recording by screener as screener
  2026-03-02 child information.requested
    agency: health
  2026-03-02 child information.requested
    agency: school
  2026-03-02 child information.shared
    agency: school
    held: Tired on Mondays
  2026-03-09 child information.shared
    agency: health
    held: Nothing since birth
";

fn look(circle: &Circle) -> Vec<Found> {
    requests(circle.timeline).into_iter().map(|request| found(circle, &request)).collect()
}

fn found(circle: &Circle, request: &Asked<InformationRequested>) -> Found {
    let within = answer_within(circle);
    let words = format!(
        "{}, asked about {} on {}, has not answered",
        request.said.agency.map_or("an agency", |agency| agency.label()),
        circle.child(),
        display::full_date(request.entry.day())
    );
    unanswered(request.entry, request.answer, within, &words, "information.shared")
}
