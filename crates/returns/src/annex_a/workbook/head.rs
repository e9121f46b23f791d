//! The headings of a sheet, and which column of the list each is.

use crate::annex_a::check::Checking;
use crate::annex_a::columns::{Column, List, heading};
use crate::annex_a::row::Cell;

/// Where the columns of a list stand on a sheet.
pub(super) struct Head {
    /// The sheet’s column for each of the list’s.
    places: Vec<Option<usize>>,
    has: Vec<bool>,
    lacking: Vec<&'static Column>,
    extra: Vec<String>,
    twice: Vec<&'static str>,
    /// Columns without a heading between others.
    gaps: usize,
}

/// Headings that templates have used for a column of another name now.
const FORMER: [(&str, &str); 2] = [
    ("Age", "Age of Child (Years)"),
    (
        "Was the child assessed as requiring LA children's social care support?",
        "Was the child assessed as being in need at assessment?",
    ),
];

fn is(column: &Column, given: &str) -> bool {
    let given = heading(given);
    let former = FORMER.iter().any(|(name, former)| column.name == *name && heading(former) == given);
    !given.is_empty() && (heading(column.name) == given || former)
}

impl Head {
    /// How many of the list’s columns a row names.
    pub(super) fn known(list: &'static List, cells: &[Cell]) -> usize {
        list.columns.iter().filter(|column| cells.iter().any(|cell| is(column, &cell.text))).count()
    }

    pub(super) fn new(list: &'static List, cells: &[Cell]) -> Head {
        let place = |column: &Column| cells.iter().position(|cell| is(column, &cell.text));
        let places: Vec<Option<usize>> = list.columns.iter().map(place).collect();
        let known = |cell: &&Cell| list.columns.iter().any(|column| is(column, &cell.text));
        let times = |column: &&Column| cells.iter().filter(|cell| is(column, &cell.text)).count();
        Head {
            has: places.iter().map(Option::is_some).collect(),
            lacking: list
                .columns
                .iter()
                .zip(&places)
                .filter(|(_, at)| at.is_none())
                .map(|(column, _)| column)
                .collect(),
            extra: cells
                .iter()
                .filter(|cell| !cell.blank() && !known(cell))
                .map(|cell| format!("“{}”", cell.text))
                .collect(),
            twice: list.columns.iter().filter(|column| times(column) > 1).map(|column| column.name).collect(),
            gaps: cells.iter().filter(|cell| cell.blank()).count(),
            places,
        }
    }

    /// Which of the list’s columns the sheet has.
    pub(super) fn has(&self) -> &[bool] {
        &self.has
    }

    /// The values of a row, in the order of the list.
    pub(super) fn pick(&self, given: &[Cell]) -> Vec<Cell> {
        let value = |at: &Option<usize>| at.and_then(|at| given.get(at)).cloned().unwrap_or_default();
        self.places.iter().map(value).collect()
    }

    /// Says what is odd about the headings.
    pub(super) fn say(&self, name: &str, check: &mut Checking<'_>) {
        let mut say = |sentence| check.report.notice(sentence);
        let lacking: Vec<String> = self.lacking.iter().map(|column| format!("“{}”", column.name)).collect();
        if !lacking.is_empty() {
            say(format!("“{name}” has no column {}.", lacking.join(", ")));
        }
        if !self.extra.is_empty() {
            say(format!("“{name}” has columns that the list does not: {}.", self.extra.join(", ")));
        }
        for column in &self.twice {
            say(format!("“{name}” has the column “{column}” more than once; the first was read."));
        }
        if self.gaps > 0 {
            say(format!("“{name}” has columns without a heading ({}), which were passed over.", self.gaps));
        }
        let there: Vec<usize> = self.places.iter().flatten().copied().collect();
        if !there.is_sorted() {
            say(format!("The columns of “{name}” are not in the order of the template."));
        }
    }
}
