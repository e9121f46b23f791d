//! A month with one figure short of its aim and unexplained.

use super::{PackLine, PackPage, PackPart};
use crate::components::button::Button;
use crate::components::segments::Segment;
use crate::components::{Tag, Tone};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, PackPage)> {
    let line = PackLine {
        name: "Conferences held within 15 working days".into(),
        href: "/performance/initial_conferences_in_15_days?from=2026-03-01&to=2026-03-31".into(),
        value: "84.2%".into(),
        of: "16 of 19".into(),
        before: "90.0%".into(),
        aim: "90%".into(),
        beside: "England 77.1% (2025)".into(),
        marks: vec![Tag::new(Tone::Finding, "Short of its aim")],
        explained: String::new(),
        explain: Some(Button::secondary("Explain", "/forms/commentary?about=authority").about("Conferences")),
    };
    let page = PackPage {
        month: "March 2026".into(),
        month_end: "2026-03-31".into(),
        summary: "The whole service, as known at 2:15pm, Thursday 2 April 2026; 1 figure waits for its explanation.".into(),
        months: vec![Segment::new("February 2026", "/performance/pack?month=2026-02-28", false)],
        parts: vec![PackPart { id: "protection".into(), heading: "Protection".into(), lines: vec![line] }],
        workbook: Some(Button::secondary("Workbook (XLSX)", "/performance/pack?month=2026-03-31&format=xlsx")),
        may_publish: true,
        published: String::new(),
    };
    let published = PackPage {
        published: "Published at 9:00am, Wednesday 1 April 2026, by Nina Bolt.".into(),
        may_publish: false,
        ..page.clone()
    };
    vec![("a_month", page), ("published", published)]
}
