//! Words in which cases give their reasons.

use calendar::display;
use jiff::civil::Date;

/// A day in a sentence: “3 March 2026”.
pub(super) fn day(date: Date) -> String {
    display::full_date(date)
}

/// The days from one day to another.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

/// A number of days in a sentence: “1 day”, “3 days”.
pub(super) fn days(number: i64) -> String {
    if number == 1 { "1 day".to_owned() } else { format!("{number} days") }
}
