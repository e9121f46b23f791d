//! Words in which cases give their reasons.

use calendar::display;
use jiff::civil::Date;

/// A day in a sentence: “3 March 2026”.
pub(super) fn day(date: Date) -> String {
    display::full_date(date)
}

/// Whether something was written: not left out, and not blank.
pub(super) fn said(text: &Option<String>) -> bool {
    text.as_ref().is_some_and(|text| !text.trim().is_empty())
}

/// The days from one day to another.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

/// A number of days in a sentence: “1 day”, “3 days”.
pub(super) fn days(number: i64) -> String {
    if number == 1 { "1 day".to_owned() } else { format!("{number} days") }
}

/// Names in a sentence: “Police”, “Police and Health”, “Police, Health and Housing”.
pub(super) fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
