//! A stretch of days.

use jiff::civil::Date;

/// From a day, to a day or still running. It covers its first day and not its last: a plan that ended on
/// the 31st was not in force at the end of the 31st, as the returns count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The day it ended, if it has.
    pub to: Option<Date>,
}

impl Span {
    /// A span that is still running.
    pub fn since(from: Date) -> Self {
        Self { from, to: None }
    }

    /// Whether it was running at the end of the day.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }

    /// Whether it is still running.
    pub fn open(&self) -> bool {
        self.to.is_none()
    }

    /// Whether any of its days lie in the period, both ends included.
    pub fn touches(&self, first: Date, last: Date) -> bool {
        self.from <= last && self.to.is_none_or(|to| to >= first)
    }
}
