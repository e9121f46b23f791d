//! Children for whom an advocate spoke at a conference.

use calendar::reporting_year::ReportingYear;

use super::conferences_with_advocacy::cases;
use super::{Case, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A child counts once in each reporting year (1 April to 31 March): at the first conference of it at which an
/// advocate spoke for them.
pub(super) const CHILDREN_REPRESENTED_BY_ADVOCATE: Indicator = Indicator {
    id: "children_represented_by_advocate",
    title: "Children helped by an advocate",
    measure: Measure::Count,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "children for whom an advocate spoke at a conference, each counted once in a reporting year",
    numerator: "all of them",
    source: "Inspections of Cornwall, 2016 (418 children) and Cambridgeshire, 2014 (330)",
    cases: children,
    examples: &[Example {
        title: "twice in one year and once in the next",
        notation: "
recording by chair as conference_chair
  2025-06-02 child conference.held
    advocate: Elowen Rowe
  2025-12-01 child conference.held
    advocate: Elowen Rowe
  2026-06-01 child conference.held
    advocate: Elowen Rowe
",
        expect: &["2025-06-02 met: an advocate spoke", "2026-06-01 met: an advocate spoke"],
    }],
};

fn children(circle: &Circle) -> Vec<Case> {
    let mut counted: Vec<ReportingYear> = Vec::new();
    let mut first = |on: jiff::civil::Date| {
        let year = ReportingYear::containing(on);
        let fresh = !counted.contains(&year);
        counted.push(year);
        fresh
    };
    let spoke = cases(circle).into_iter().filter(|case| case.met);
    spoke.filter(|case| first(case.dated.days().0)).collect()
}
