//! Weeks, months and years, and the one type that says how long a limit is: [`Within`].
//!
//! A *month* is a calendar month to the same date, or to the last day when the month is too short: six months from 31
//! August end on 28 or 29 February. Months are added **once, from the anchor**; added one by one they would creep
//! (31 January and two months is 31 March, not the 28th). A review limited to "not more than three months after" 10 May
//! is in time on 10 August.
//!
//! Nothing here rolls forward: a limit in months that ends on a Sunday ends on that Sunday.
//!
//! ```
//! use calendar::periods::{Within, add_months};
//! use jiff::civil::date;
//!
//! assert_eq!(add_months(date(2025, 8, 31), 6), date(2026, 2, 28));
//! let conference = Within::WorkingDays(15);
//! assert_eq!(conference.due(date(2022, 5, 27)), date(2022, 6, 21));
//! assert_eq!(conference.describe(), "15 working days");
//! ```

mod within;

pub use within::{NotALimit, Within};

use jiff::Span;
use jiff::civil::Date;

/// The date this many calendar days after `start`: "within 7 days of" does not count the day it starts.
pub fn add_calendar_days(start: Date, days: i32) -> Date {
    saturating(start, Span::new().try_days(days), days)
}

/// The same weekday this many weeks on.
pub fn add_weeks(start: Date, weeks: i32) -> Date {
    saturating(start, Span::new().try_weeks(weeks), weeks)
}

/// The same date this many months on, or the last day of a month too short to have it.
pub fn add_months(anchor: Date, months: i32) -> Date {
    saturating(anchor, Span::new().try_months(months), months)
}

/// The same date this many years on. One year from 29 February is 28 February; for birthdays, where the choice
/// matters, use [`crate::age::birthday`].
pub fn add_years(anchor: Date, years: i32) -> Date {
    saturating(anchor, Span::new().try_years(years), years)
}

/// The last day of a period of so many days "beginning with" a day, which counts as the first.
///
/// ```
/// use calendar::periods::last_of_days_beginning_with;
/// use jiff::civil::date;
///
/// // An emergency protection order for eight days beginning with 1 May ends with 8 May.
/// assert_eq!(last_of_days_beginning_with(date(2026, 5, 1), 8), date(2026, 5, 8));
/// ```
pub fn last_of_days_beginning_with(first: Date, days: i32) -> Date {
    add_calendar_days(first, days.saturating_sub(1))
}

/// The first day that leaves so many *clear* days after `start`: neither end counts.
pub fn after_clear_days(start: Date, clear_days: i32) -> Date {
    add_calendar_days(start, clear_days.saturating_add(1))
}

/// `anchor` moved by the span, or the first or last date there is when that lies beyond it.
fn saturating(anchor: Date, span: Result<Span, jiff::Error>, amount: i32) -> Date {
    match span {
        Ok(span) => anchor.saturating_add(span),
        Err(_) if amount < 0 => Date::MIN,
        Err(_) => Date::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn any_date() -> impl Strategy<Value = Date> {
        (0..20_000).prop_map(|days| add_calendar_days(date(1990, 1, 1), days))
    }

    #[test]
    fn months_from_the_anchor() {
        for (anchor, months, expected) in [
            (date(2025, 8, 31), 6, date(2026, 2, 28)),
            (date(2023, 8, 31), 6, date(2024, 2, 29)),
            (date(2023, 11, 30), 3, date(2024, 2, 29)),
            (date(2026, 1, 31), 2, date(2026, 3, 31)),
            (date(2026, 5, 10), 3, date(2026, 8, 10)),
            (date(2026, 4, 20), 3, date(2026, 7, 20)),
            (date(2024, 1, 31), 3, date(2024, 4, 30)),
        ] {
            assert_eq!(add_months(anchor, months), expected, "{anchor} and {months} months");
        }
    }

    #[test]
    fn weeks_years_and_ways_of_counting_days() {
        assert_eq!(add_weeks(date(2026, 3, 3), 1), date(2026, 3, 10));
        assert_eq!(add_years(date(2024, 2, 29), 1), date(2025, 2, 28));
        assert_eq!(add_years(date(2024, 2, 29), 4), date(2028, 2, 29));
        assert_eq!(add_calendar_days(date(2026, 5, 1), 7), date(2026, 5, 8));
        assert_eq!(last_of_days_beginning_with(date(2026, 5, 1), 8), date(2026, 5, 8));
        assert_eq!(after_clear_days(date(2026, 5, 1), 2), date(2026, 5, 4));
    }

    #[test]
    fn impossible_lengths_stop_at_the_ends_of_time() {
        assert_eq!(add_months(date(2026, 1, 1), i32::MAX), Date::MAX);
        assert_eq!(add_weeks(date(2026, 1, 1), i32::MIN), Date::MIN);
        assert_eq!(after_clear_days(date(2026, 1, 1), i32::MAX), Date::MAX);
    }

    proptest! {
        #[test]
        fn months_keep_the_day_or_clamp_to_the_last(anchor in any_date(), months in -600..600) {
            let moved = add_months(anchor, months);
            let month_index = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
            prop_assert_eq!(month_index(moved) - month_index(anchor), months);
            prop_assert_eq!(moved.day(), anchor.day().min(moved.days_in_month()));
        }

        #[test]
        fn months_never_put_dates_out_of_order(a in any_date(), b in any_date(), months in -600..600) {
            let (earlier, later) = (a.min(b), a.max(b));
            prop_assert!(add_months(earlier, months) <= add_months(later, months));
        }

        #[test]
        fn weeks_keep_the_weekday(start in any_date(), weeks in -500..500) {
            prop_assert_eq!(add_weeks(start, weeks).weekday(), start.weekday());
        }
    }
}
