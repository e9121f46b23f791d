//! Counting working days as statute and guidance count them.
//!
//! A *working day* is a Monday to Friday that is not a bank holiday in England and Wales. Courts say *business day*
//! and mean the same set.
//!
//! **Day 0 is the day it starts.** The first working day after it is day 1, whether or not day 0 was itself worked:
//! a strategy discussion held on a Saturday and one held on the Friday before have the same conference date. A
//! limit of N working days is due on the Nth working day after day 0. What is done on the Saturday after that day is
//! still in time, because no further working day has gone by; so test with [`in_time`], and treat the due date as
//! display.
//!
//! ```
//! use calendar::working_days::{add_working_days, in_time};
//! use jiff::civil::date;
//!
//! // A strategy discussion on Tuesday 3 March 2026: the conference is due on Tuesday 24 March.
//! assert_eq!(add_working_days(date(2026, 3, 3), 15), date(2026, 3, 24));
//! // Guidance has no cut-off hour: a referral received on Friday at six is answered by the end of Monday.
//! assert!(in_time(date(2026, 3, 6), date(2026, 3, 9), 1));
//! ```
//!
//! Weekends and bank holidays do not pause a limit in hours, calendar days, weeks, months or years.
//! Outside 2000 to 2030 only weekends are taken off: [`bank_holidays_known`] says when that is so.
// LAW: Working Together to Safeguard Children 2010-2026 (limits in working days from a named event); Family Procedure
// Rules 2010 r2.3 ("business day"); Children Act 1989 Representations Procedure (England) Regulations 2006 reg 2.

use crate::bank_holidays;
pub use crate::bank_holidays::bank_holidays_known;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use std::sync::LazyLock;

/// Whether work is done on this day: Monday to Friday and not a bank holiday.
pub fn is_working_day(date: Date) -> bool {
    date.weekday().to_monday_zero_offset() < 5 && bank_holidays::bank_holiday_on(date).is_none()
}

/// The first working day after this date.
///
/// ```
/// use calendar::working_days::next_working_day;
/// use jiff::civil::date;
///
/// // Maundy Thursday 2013: the next working day is the Tuesday after Easter.
/// assert_eq!(next_working_day(date(2013, 3, 28)), date(2013, 4, 2));
/// ```
pub fn next_working_day(date: Date) -> Date {
    add_working_days(date, 1)
}

/// The last working day before this date.
pub fn previous_working_day(date: Date) -> Date {
    add_working_days(date, -1)
}

/// This date if it is worked, otherwise the next working day.
///
/// Only a few limits roll forward (a subject access request is one). By default a limit that ends on a weekend or a
/// bank holiday is *not* extended, so call this only where the law says so.
pub fn roll_forward(date: Date) -> Date {
    if is_working_day(date) { date } else { next_working_day(date) }
}

/// The date `count` working days after `start`, which is day 0. A negative `count` goes back: working days strictly
/// before `start`. Zero is `start` itself, worked or not. Dates stop at the ends of the year range −9999 to 9999.
///
/// ```
/// use calendar::working_days::add_working_days;
/// use jiff::civil::date;
///
/// // "At least two working days before" a meeting on a Monday is the Thursday or earlier.
/// assert_eq!(add_working_days(date(2026, 3, 23), -2), date(2026, 3, 19));
/// ```
pub fn add_working_days(start: Date, count: i32) -> Date {
    let start_number = day_number(start);
    let ordinal = match count {
        0 => return start,
        1.. => working_days_through(start_number) + i64::from(count),
        _ => working_days_through(start_number - 1) + 1 + i64::from(count),
    };
    date_numbered(nth_working_day(ordinal))
}

/// How many working days have gone by: those after `start` up to and including `end`. Negative when `end` is before
/// `start`, and then the same count the other way round.
///
/// ```
/// use calendar::working_days::working_days_between;
/// use jiff::civil::date;
///
/// // Held on a Saturday: the clock still says 15, not 16.
/// assert_eq!(working_days_between(date(2026, 3, 6), date(2026, 3, 28)), 15);
/// assert_eq!(working_days_between(date(2026, 3, 6), date(2026, 3, 6)), 0);
/// ```
pub fn working_days_between(start: Date, end: Date) -> i32 {
    let elapsed = working_days_through(day_number(end)) - working_days_through(day_number(start));
    i32::try_from(elapsed).expect("the whole range of dates holds under six million working days")
}

/// Whether something done on `end` met a limit of `count` working days from `start`.
///
/// For a limit after `start` this asks whether more than `count` working days have gone by, so an act on the weekend
/// after the due date is in time. For a limit *before* `start` (negative `count`) the act must fall on or before the
/// due date.
pub fn in_time(start: Date, end: Date, count: i32) -> bool {
    if count < 0 { end <= add_working_days(start, count) } else { working_days_between(start, end) <= count }
}

/// Days are numbered from a Monday, so that the weekdays up to a day are plain arithmetic.
const DAY_ZERO: Date = Date::constant(2000, 1, 3);

/// The cumulative table: for each bank holiday its day number, and how many working days there are up to it on the
/// scale of [`weekdays_through`]. Counting is then a subtraction and a search among 254 numbers, however long the
/// period.
struct Cumulative {
    holiday_numbers: Vec<i64>,
    working_days_through_holiday: Vec<i64>,
}

static CUMULATIVE: LazyLock<Cumulative> = LazyLock::new(|| {
    let holiday_numbers: Vec<i64> =
        bank_holidays::all().iter().map(|holiday| day_number(holiday.date)).collect();
    let working_days_through_holiday = holiday_numbers
        .iter()
        .zip(1..)
        .map(|(&number, holidays)| weekdays_through(number) - holidays)
        .collect();
    Cumulative { holiday_numbers, working_days_through_holiday }
});

fn day_number(date: Date) -> i64 {
    date.duration_since(DAY_ZERO).as_hours() / 24
}

fn date_numbered(number: i64) -> Date {
    let days: Result<Span, _> = Span::new().try_days(number);
    DAY_ZERO.saturating_add(
        days.unwrap_or_else(|_| if number < 0 { (-7_304_484).days() } else { 7_304_484.days() }),
    )
}

/// Mondays to Fridays up to and including this day, counted from day 0; negative before it.
fn weekdays_through(number: i64) -> i64 {
    number.div_euclid(7) * 5 + (number.rem_euclid(7) + 1).min(5)
}

fn working_days_through(number: i64) -> i64 {
    let holidays = CUMULATIVE.holiday_numbers.partition_point(|&holiday| holiday <= number);
    weekdays_through(number) - holidays as i64
}

/// The inverse of [`working_days_through`]: the day number of the working day with this ordinal.
fn nth_working_day(ordinal: i64) -> i64 {
    let holidays_before =
        CUMULATIVE.working_days_through_holiday.partition_point(|&through| through < ordinal);
    let weekday_ordinal = ordinal + holidays_before as i64 - 1;
    weekday_ordinal.div_euclid(5) * 7 + weekday_ordinal.rem_euclid(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn any_date() -> impl Strategy<Value = Date> {
        (-2000_i64..14_000).prop_map(date_numbered)
    }

    /// Day by day, as a person with a wall calendar would: slow, and obviously right.
    fn walked(start: Date, count: i32) -> Date {
        let mut day = start;
        for _ in 0..count.abs() {
            loop {
                day = if count > 0 { day.tomorrow().unwrap() } else { day.yesterday().unwrap() };
                if is_working_day(day) {
                    break;
                }
            }
        }
        day
    }

    #[test]
    fn worked_checks() {
        for (start, count, due) in [
            (date(2013, 3, 28), 1, date(2013, 4, 2)),
            (date(2011, 4, 15), 10, date(2011, 5, 5)),
            (date(2022, 5, 27), 15, date(2022, 6, 21)),
            (date(2026, 3, 2), 45, date(2026, 5, 7)),
            (date(2026, 4, 11), 1, date(2026, 4, 13)),
        ] {
            assert_eq!(add_working_days(start, count), due, "{start} and {count} working days");
            assert!(in_time(start, due, count));
            assert!(!in_time(start, next_working_day(due), count));
        }
    }

    #[test]
    fn a_conference_after_a_strategy_discussion() {
        assert_eq!(add_working_days(date(2022, 5, 27), 15), date(2022, 6, 21));
    }

    #[test]
    fn a_first_looked_after_review_is_due_in_20_working_days_across_easter() {
        assert_eq!(add_working_days(date(2026, 3, 27), 20), date(2026, 4, 28));
    }

    #[test]
    fn saturday_and_friday_starts_share_a_due_date() {
        assert_eq!(add_working_days(date(2026, 3, 7), 15), add_working_days(date(2026, 3, 6), 15));
    }

    #[test]
    fn the_weekend_after_the_due_date_is_in_time() {
        let (start, due) = (date(2026, 3, 6), date(2026, 3, 27));
        assert_eq!(add_working_days(start, 15), due);
        assert!(in_time(start, date(2026, 3, 28), 15));
        assert!(in_time(start, date(2026, 3, 29), 15));
        assert!(!in_time(start, date(2026, 3, 30), 15));
    }

    #[test]
    fn limits_before_an_event() {
        let monday = date(2026, 3, 23);
        assert!(in_time(monday, date(2026, 3, 19), -2));
        assert!(!in_time(monday, date(2026, 3, 20), -2));
        // From a Sunday the first working day before is the Friday.
        assert_eq!(add_working_days(date(2026, 3, 22), -1), date(2026, 3, 20));
        assert_eq!(previous_working_day(date(2026, 4, 7)), date(2026, 4, 2));
    }

    #[test]
    fn rolling_forward_moves_only_days_not_worked() {
        assert_eq!(roll_forward(date(2026, 4, 3)), date(2026, 4, 7));
        assert_eq!(roll_forward(date(2026, 4, 2)), date(2026, 4, 2));
    }

    #[test]
    fn days_outside_the_list_count_weekends_only_and_say_so() {
        // Christmas Day 2031, a Thursday, is not in the list.
        assert!(is_working_day(date(2031, 12, 25)));
        assert!(!bank_holidays_known(date(2031, 12, 25)));
        assert_eq!(add_working_days(date(1999, 12, 24), 1), date(1999, 12, 27));
    }

    #[test]
    fn impossible_counts_stop_at_the_ends_of_time() {
        assert_eq!(add_working_days(date(2026, 1, 1), i32::MAX), Date::MAX);
        assert_eq!(add_working_days(date(2026, 1, 1), i32::MIN), Date::MIN);
        assert_eq!(working_days_between(Date::MIN, Date::MAX), -working_days_between(Date::MAX, Date::MIN));
    }

    proptest! {
        #[test]
        fn counting_agrees_with_walking(start in any_date(), count in -300..300) {
            prop_assert_eq!(add_working_days(start, count), walked(start, count));
        }

        #[test]
        fn adding_then_counting_gives_the_number_back(start in any_date(), count in 0..5000) {
            prop_assert_eq!(working_days_between(start, add_working_days(start, count)), count);
        }

        #[test]
        fn due_dates_are_working_days(start in any_date(), count in -5000..5000) {
            prop_assume!(count != 0);
            prop_assert!(is_working_day(add_working_days(start, count)));
        }

        #[test]
        fn later_starts_and_longer_limits_are_never_due_sooner(
            start in any_date(), later in 0..400_i64, count in -500..500, more in 0..50,
        ) {
            let late_start = start + later.days();
            prop_assert!(add_working_days(start, count) <= add_working_days(late_start, count) || count == 0);
            prop_assert!(add_working_days(start, count) <= add_working_days(start, count + more));
        }

        #[test]
        fn counts_add_up(a in any_date(), b in any_date(), c in any_date()) {
            prop_assert_eq!(working_days_between(a, c), working_days_between(a, b) + working_days_between(b, c));
        }

        #[test]
        fn in_time_exactly_when_no_more_than_n_have_gone_by(start in any_date(), gap in 0..400_i64, count in 0..200) {
            let end = start + gap.days();
            prop_assert_eq!(in_time(start, end, count), working_days_between(start, end) <= count);
            // The due date is the last working day that is in time.
            prop_assert_eq!(in_time(start, end, count), end < next_working_day(add_working_days(start, count)));
        }
    }
}
