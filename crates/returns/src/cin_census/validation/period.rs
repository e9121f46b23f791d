//! The census year that the rules measure days by.

use calendar::ReportingYear;
use jiff::civil::Date;

use super::field::Field;
use super::row::Row;

/// A census year: 1 April to 31 March.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period {
    /// The first day.
    pub(crate) start: Date,
    /// The last: the reference date.
    pub(crate) end: Date,
}

impl Period {
    pub(super) fn of(year: ReportingYear) -> Period {
        Period { start: year.start(), end: year.end() }
    }

    /// Whether a day falls within it; not where it is unknown.
    pub(crate) fn holds(&self, day: Option<Date>) -> bool {
        day.is_some_and(|day| self.start <= day && day <= self.end)
    }

    /// Whether a value stands there that is no day of this year: one outside it, or none at all.
    pub(crate) fn misses(&self, row: &Row<'_>, field: Field) -> bool {
        row.given(field) && !self.holds(row.day(field))
    }

    /// Whether a value stands there that is no day up to the reference date.
    pub(crate) fn ends_before(&self, row: &Row<'_>, field: Field) -> bool {
        row.given(field) && row.day(field).is_none_or(|day| day > self.end)
    }
}
