//! The cases of a figure, on the page and as files.

use axum::response::Response;
use calendar::display;
use rules::indicators::{Indicator, Measure};
use views::CaseRow;

use super::super::workbook::{self, Cell};
use super::{Case, Opened, breakdown, reading};
use crate::components::table::Sorted;
use crate::components::{Tag, Tone};
use crate::problem::Problem;

/// The heads of the file.
const HEAD: [&str; 14] = [
    "Person",
    "Name",
    "From",
    "To",
    "In",
    "Days",
    "Group",
    "Because",
    "Team",
    "Worker",
    "Age",
    "Sex",
    "Ethnicity",
    "Source agency",
];

/// What the values of a figure's cases are, as the head of a column; none where they are nothing to read.
fn value_head(indicator: &Indicator) -> Option<&'static str> {
    match indicator.measure {
        Measure::PerFullTime => None,
        Measure::PercentOfWorkers => Some("Children"),
        Measure::MedianHours => Some("Hours"),
        _ => Some("Days"),
    }
}

impl Opened<'_> {
    pub(super) fn columns(&self) -> Vec<(String, bool, String, Option<Sorted>)> {
        let sort = self.asked.get("sort");
        let valued = self.value_head();
        let mut columns = vec![
            (
                "Day".to_owned(),
                false,
                self.href(&[("sort", None)]),
                sort.is_none().then_some(Sorted::Descending),
            ),
            (
                "Team and worker".to_owned(),
                false,
                self.href(&[("sort", Some("team"))]),
                (sort == Some("team")).then_some(Sorted::Ascending),
            ),
        ];
        if let Some(head) = valued {
            let now = (sort == Some("days")).then_some(Sorted::Descending);
            columns.push((head.to_owned(), true, self.href(&[("sort", Some("days"))]), now));
        }
        columns
    }

    pub(super) fn case(&self, case: &CaseRow) -> Case {
        let hidden = self.naming.hides(&case.card.id);
        let team = self.naming.worker_or(case.team.as_deref(), "No team");
        let worker = self.naming.worker_or(case.worker.as_deref(), "no worker");
        let mut values = vec![display::table_date(case.from), format!("{team}, {worker}")];
        if self.value_head().is_some() {
            values.push(case.value.map(|value| value.to_string()).unwrap_or_default());
        }
        let age = case.card.birth_date().map(|birth| birth.phrase(case.on, self.app.leap_day()));
        let workers = self.indicator.measure == Measure::PercentOfWorkers;
        let share = self.indicator.measure == Measure::Percent || workers;
        Case {
            name: self.naming.child(&case.card.id, &case.card.name),
            href: if workers {
                format!("/caseload/{}", case.card.id)
            } else {
                self.naming.href(&case.card.id)
            },
            age: if hidden { String::new() } else { age.unwrap_or_default() },
            values,
            verdict: match (share, case.met) {
                (true, true) => Tag::new(Tone::Met, "In"),
                (true, false) => Tag::new(Tone::Finding, "Out"),
                (false, true) => Tag::new(Tone::Plain, "Counted"),
                (false, false) => Tag::new(Tone::Late, "Counted, past the limit"),
            },
            because: if hidden { "The record is restricted.".to_owned() } else { case.because.clone() },
        }
    }

    pub(super) fn export(&self) -> Response {
        let name = format!("{}-{}", self.indicator.id.replace('_', "-"), reading::ends(self.stretch).1);
        crate::pages::csv::file(&name, &HEAD, self.cases.iter().map(|case| self.row(case)))
    }

    /// The cases as a workbook, with the definition of the figure.
    pub(super) fn workbook(&self) -> Result<Response, Problem> {
        let rows: Vec<Vec<Cell>> =
            self.cases.iter().map(|case| self.row(case).into_iter().map(Cell::Words).collect()).collect();
        let name = format!("{}-{}", self.indicator.id.replace('_', "-"), reading::ends(self.stretch).1);
        workbook::file(&name, "Cases", &HEAD, &rows, &[self.indicator])
    }

    fn value_head(&self) -> Option<&'static str> {
        let valued = self.cases.iter().any(|case| case.value.is_some());
        value_head(self.indicator).filter(|_| valued)
    }

    fn row(&self, case: &CaseRow) -> Vec<String> {
        let hidden = self.naming.hides(&case.card.id);
        let open = |words: &str| if hidden { String::new() } else { words.to_owned() };
        let of =
            |way: &str| breakdown::name(self.app, self.naming, way, &breakdown::key(self.app, case, way));
        vec![
            open(&case.card.id),
            self.naming.child(&case.card.id, &case.card.name),
            case.from.to_string(),
            case.to.map(|to| to.to_string()).unwrap_or_default(),
            if case.met { "yes" } else { "no" }.to_owned(),
            case.value.map(|value| value.to_string()).unwrap_or_default(),
            case.group.clone().unwrap_or_default(),
            open(&case.because),
            of("team"),
            of("worker"),
            of("age"),
            open(&of("sex")),
            open(&of("ethnicity")),
            of("agency"),
        ]
    }
}
