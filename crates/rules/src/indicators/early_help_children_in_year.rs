//! Children who received early help in a year.

use calendar::reporting_year::ReportingYear;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::days::earliest;
use crate::early_help::episodes;

/// A child counts once in each reporting year (1 April to 31 March) in which early help ran: on the day it began or,
/// if it ran on from the year before, on 1 April. So the figure of a whole year is of different children; of a shorter
/// stretch it is of those who came into it.
pub(super) const EARLY_HELP_CHILDREN_IN_YEAR: Indicator = Indicator {
    id: "early_help_children_in_year",
    title: "Children receiving early help in the year",
    measure: Measure::Count,
    when: When::Period,
    polarity: Polarity::Neither,
    denominator: "children with early help open at any time in a reporting year, each counted once in the year",
    numerator: "all of them",
    source: "Inspection of Cornwall, 2016: 200 children in 2011-12 and 2,700 in 2015-16",
    cases,
    examples: &[
        Example {
            title: "help that began on the eighteenth birthday",
            notation: "
recording by hub as early_help_worker
  2025-04-01 child person.identified
    date_of_birth: 2007-05-01
  2025-05-01 child early_help_episode.started
",
            expect: &[],
        },
        Example {
            title: "two times of early help in one year, the second running into the next",
            notation: "
recording by hub as early_help_worker
  2025-05-01 child early_help_episode.started
  2025-07-01 child early_help_episode.ended
  2026-02-02 child early_help_episode.started
  2026-06-01 child early_help_episode.ended
",
            expect: &[
                "2025-05-01 met: Early help ran from 1 May 2025 to 1 July 2025",
                "2026-04-01 met: Early help ran from 2 February 2026 to 1 June 2026",
            ],
        },
    ],
};

/// Help of a child whose birth is not known is counted for so many years on, as if newly born.
const YEARS_MOST: usize = 18;

fn cases(circle: &Circle) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut counted: Vec<ReportingYear> = Vec::new();
    for episode in episodes(circle.timeline) {
        let last = earliest([episode.span.to, circle.grown_up()]);
        let first = ReportingYear::containing(episode.span.from);
        let years = std::iter::successors(Some(first), |year| Some(year.next())).take(YEARS_MOST + 1);
        for year in years.take_while(|year| last.is_none_or(|last| year.start() <= last)) {
            let on = episode.span.from.max(year.start());
            // Nobody is counted from the eighteenth birthday on, nor from the day of a death.
            let grown_up = circle.grown_up().is_some_and(|birthday| birthday <= on);
            if counted.contains(&year) || grown_up || last.is_some_and(|last| last < on) {
                continue;
            }
            counted.push(year);
            let to = episode.span.to.map_or_else(|| "now".to_owned(), day);
            let because = format!("Early help ran from {} to {to}.", day(episode.span.from));
            cases.push(Case::new(Dated::On(on), true, because).from([episode.by]));
        }
    }
    cases
}
