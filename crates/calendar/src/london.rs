//! The time of day in England: between an instant and the date on the wall.
//!
//! A recording carries the *instant* it was made; a worker, a court and a return speak of the *date* in
//! Europe/London. In summer the two part: half past midnight on 1 July is still 30 June in universal time. Every
//! question asked *as at* or *known at* a date passes through here.
//!
//! The clock changes are those compiled into the program, so an answer never depends on the machine it runs on.
//!
//! ```
//! use calendar::london;
//! use jiff::{Timestamp, civil::date};
//!
//! let just_after_midnight: Timestamp = "2026-06-30T23:30:00Z".parse()?;
//! assert_eq!(london::date_of(just_after_midnight), date(2026, 7, 1));
//! # Ok::<(), jiff::Error>(())
//! ```

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp, Zoned};
use std::sync::LazyLock;

/// The date in England at this instant.
pub fn date_of(instant: Timestamp) -> Date {
    wall_clock(instant).date()
}

/// The date and time on a clock in England at this instant.
pub fn wall_clock(instant: Timestamp) -> DateTime {
    zone().to_datetime(instant)
}

/// This instant with England's offset, as it is stored and printed: `2026-07-01T00:30:00+01:00[Europe/London]`.
pub fn zoned(instant: Timestamp) -> Zoned {
    instant.to_zoned(zone().clone())
}

/// The instant at which this date begins in England.
pub fn start_of(date: Date) -> Timestamp {
    instant_at(date, Time::midnight())
}

/// The instant at which this date is over in England: the first instant of the next day, not part of this one.
///
/// "The position at the end of 31 March" is everything that happened *before* `end_of` 31 March.
///
/// ```
/// use calendar::london;
/// use jiff::civil::date;
///
/// let day = date(2026, 3, 29); // the clocks go forward: 23 hours
/// assert_eq!(london::end_of(day).duration_since(london::start_of(day)).as_hours(), 23);
/// ```
pub fn end_of(date: Date) -> Timestamp {
    date.tomorrow().map_or(Timestamp::MAX, start_of)
}

/// The last instant of this date in England, for questions asked with "at or before": one nanosecond short of
/// [`end_of`].
pub fn last_instant_of(date: Date) -> Timestamp {
    end_of(date)
        .saturating_sub(SignedDuration::from_nanos(1))
        .expect("a signed duration is always of a fixed length")
}

/// The instant when a clock in England shows this date and time.
///
/// In the hour that happens twice in October it is the first of the two; in the hour that never happens in March, the
/// time an hour later. Dates at the very ends of the calendar give the first or last instant there is.
pub fn instant_at(date: Date, time: Time) -> Timestamp {
    let end_of_time = if date.year() < 0 { Timestamp::MIN } else { Timestamp::MAX };
    zone().to_timestamp(date.to_datetime(time)).unwrap_or(end_of_time)
}

/// The Europe/London time zone.
pub fn zone() -> &'static TimeZone {
    static LONDON: LazyLock<TimeZone> = LazyLock::new(|| {
        TimeZoneDatabase::bundled().get("Europe/London").expect("Europe/London is compiled into the program")
    });
    &LONDON
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    #[test]
    fn summer_and_winter_midnights() {
        assert_eq!(start_of(date(2026, 1, 15)).to_string(), "2026-01-15T00:00:00Z");
        assert_eq!(start_of(date(2026, 7, 1)).to_string(), "2026-06-30T23:00:00Z");
        assert_eq!(zoned(start_of(date(2026, 7, 1))).to_string(), "2026-07-01T00:00:00+01:00[Europe/London]");
    }

    #[test]
    fn days_of_23_and_25_hours() {
        for (day, hours) in [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 10, 26), 24)] {
            assert_eq!(end_of(day).duration_since(start_of(day)).as_hours(), hours, "{day}");
        }
    }

    #[test]
    fn the_hour_that_never_happens_and_the_hour_that_happens_twice() {
        assert_eq!(instant_at(date(2026, 3, 29), time(1, 30, 0, 0)).to_string(), "2026-03-29T01:30:00Z");
        assert_eq!(instant_at(date(2026, 10, 25), time(1, 30, 0, 0)).to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        assert_eq!(end_of(Date::MAX), Timestamp::MAX);
        assert!(start_of(Date::MIN) < start_of(date(2000, 1, 1)));
    }

    proptest! {
        #[test]
        fn a_date_holds_exactly_its_own_instants(seconds in 0..2_500_000_000_i64) {
            let instant = Timestamp::from_second(seconds).unwrap();
            let day = date_of(instant);
            prop_assert!(start_of(day) <= instant && instant < end_of(day));
            prop_assert_eq!(date_of(last_instant_of(day)), day);
            prop_assert_eq!(date_of(end_of(day)), day.tomorrow().unwrap());
        }
    }
}
