//! A row of a list, read through its columns.

use jiff::civil::Date;

use super::columns::{Column, Kind, List, Reading, read_code};

/// A value as the sheet has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Cell {
    /// As people read it; empty if blank.
    pub(crate) text: String,
    /// The day, if it is one.
    pub(crate) day: Option<Date>,
    /// Whether the sheet itself holds it as a day, and not as text.
    pub(crate) dated: bool,
    /// Whether it is the error of a formula, such as `#REF!`.
    pub(crate) broken: bool,
}

impl Cell {
    /// Whether nothing stands there.
    pub(crate) fn blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The whole number that it is.
    pub(crate) fn number(&self) -> Option<i64> {
        self.text.parse().ok()
    }
}

/// A row of a list.
#[derive(Debug)]
pub(crate) struct Row<'r> {
    pub(crate) list: &'static List,
    /// From 0, among the rows under the headings.
    pub(crate) number: u64,
    /// The sheet's own number, from 1.
    pub(crate) line: u64,
    /// A value for each column of the list; blank where the sheet has no such column.
    pub(crate) cells: &'r [Cell],
    /// The day of the inspection.
    pub(crate) inspection: Option<Date>,
}

static BLANK: Cell = Cell { text: String::new(), day: None, dated: false, broken: false };

impl<'r> Row<'r> {
    /// The value in a column.
    pub(crate) fn cell(&self, key: &str) -> &'r Cell {
        self.list.place(key).and_then(|at| self.cells.get(at)).unwrap_or(&BLANK)
    }

    /// Each column with its value.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&'static Column, &'r Cell)> {
        self.list.columns.iter().zip(self.cells)
    }

    /// The child; in the list of adopters, the adopter.
    pub(crate) fn child(&self) -> &'r str {
        self.cells.first().map_or("", |cell| cell.text.as_str())
    }

    pub(crate) fn blank(&self, key: &str) -> bool {
        self.cell(key).blank()
    }

    pub(crate) fn given(&self, key: &str) -> bool {
        !self.blank(key)
    }

    pub(crate) fn day(&self, key: &str) -> Option<Date> {
        self.cell(key).day
    }

    pub(crate) fn number(&self, key: &str) -> Option<i64> {
        self.cell(key).number()
    }

    /// The letter or number that stands before the code given.
    pub(crate) fn code(&self, key: &str) -> Option<&'static str> {
        let column = self.list.columns.get(self.list.place(key)?)?;
        debug_assert_eq!(column.kind, Kind::Code, "{key}");
        match read_code(&column.codes, &self.cell(key).text) {
            Reading::Exact(code) | Reading::Near(code) => Some(code.short),
            Reading::None => None,
        }
    }

    /// Whether the code with this letter or number is given.
    pub(crate) fn is(&self, key: &str, short: &str) -> bool {
        self.code(key) == Some(short)
    }

    /// Whether one day is later than another; not where either is unknown.
    pub(crate) fn after(&self, first: &str, second: &str) -> bool {
        matches!((self.day(first), self.day(second)), (Some(first), Some(second)) if first > second)
    }

    /// The first day of so many months before the inspection.
    pub(crate) fn since(&self, months: i32) -> Option<Date> {
        Some(calendar::periods::add_months(self.inspection?, -months))
    }

    /// Whether a day is known that is earlier than so many months before the inspection.
    pub(crate) fn before_period(&self, key: &str, months: i32) -> bool {
        self.day(key).zip(self.since(months)).is_some_and(|(day, from)| day < from)
    }
}
