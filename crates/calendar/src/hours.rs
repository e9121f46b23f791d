//! Limits in hours: police protection, secure accommodation, return interviews, data breaches.
//!
//! An hour is 3,600 seconds and 72 hours are 259,200 of them, through weekends, bank holidays and clock changes. A
//! limit that crosses the change in March therefore ends an hour *later* by the wall clock than it began, and one that
//! crosses October's an hour *earlier*.
//!
//! A limit in hours needs the time it started. When only the date was recorded, show the limit as unknown and ask:
//! never assume midnight.
//!
//! ```
//! use calendar::{hours::add_hours, london};
//! use jiff::civil::{date, time};
//!
//! // Taken into police protection on the Friday evening before the clocks go forward.
//! let taken = london::instant_at(date(2026, 3, 27), time(20, 0, 0, 0));
//! let ends = add_hours(taken, 72);
//! assert_eq!(london::wall_clock(ends), date(2026, 3, 30).at(21, 0, 0, 0));
//! ```
// LAW: Children Act 1989 s46(6) (police protection: no longer than 72 hours); Children (Secure Accommodation)
// Regulations 1991 reg 10 (72 hours in any period of 28 consecutive days).

use jiff::{SignedDuration, Timestamp};

/// The instant `hours` after `start`; before it when negative. Stops at the first and last instants there are.
pub fn add_hours(start: Timestamp, hours: i32) -> Timestamp {
    let duration = SignedDuration::from_hours(i64::from(hours));
    start.saturating_add(duration).expect("a signed duration is always of a fixed length")
}

/// Whether something done at `end` met a limit of `hours` from `start`. The last instant is in time.
pub fn in_time(start: Timestamp, end: Timestamp, hours: i32) -> bool {
    end <= add_hours(start, hours)
}

/// One stay somewhere: from an instant, until an instant or still going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// When it began.
    pub from: Timestamp,
    /// When it ended, or `None` while it lasts.
    pub until: Option<Timestamp>,
}

/// How long somebody stayed in all between two instants, counting time covered by two stays once.
///
/// Secure accommodation without a court's order is limited by the *aggregate* of all stays in 28 consecutive days,
/// wherever they were: ask for the 28 days that end now.
///
/// ```
/// use calendar::hours::{Stay, time_stayed};
/// use jiff::Timestamp;
///
/// let at = |text: &str| text.parse::<Timestamp>().unwrap();
/// let stays = [
///     Stay { from: at("2026-03-02T10:00:00Z"), until: Some(at("2026-03-03T10:00:00Z")) },
///     Stay { from: at("2026-03-20T10:00:00Z"), until: None },
/// ];
/// let stayed = time_stayed(&stays, at("2026-02-21T22:00:00Z"), at("2026-03-21T22:00:00Z"));
/// assert_eq!(stayed.as_hours(), 24 + 36);
/// ```
pub fn time_stayed(stays: &[Stay], from: Timestamp, until: Timestamp) -> SignedDuration {
    let mut clipped: Vec<(Timestamp, Timestamp)> = stays
        .iter()
        .map(|stay| (stay.from.max(from), stay.until.unwrap_or(until).min(until)))
        .filter(|(began, ended)| began < ended)
        .collect();
    clipped.sort_unstable();
    let mut total = SignedDuration::ZERO;
    let mut counted_to = from;
    for (began, ended) in clipped {
        let began = began.max(counted_to);
        if began < ended {
            total += ended.duration_since(began);
            counted_to = ended;
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::london;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    #[test]
    fn seventy_two_hours_is_259_200_seconds() {
        let start = london::instant_at(date(2026, 5, 1), time(10, 0, 0, 0));
        assert_eq!(add_hours(start, 72).as_second() - start.as_second(), 259_200);
    }

    #[test]
    fn the_clock_changes_move_the_wall_clock_and_not_the_limit() {
        let march = london::instant_at(date(2026, 3, 27), time(20, 0, 0, 0));
        assert_eq!(london::wall_clock(add_hours(march, 72)), date(2026, 3, 30).at(21, 0, 0, 0));
        let october = london::instant_at(date(2026, 10, 23), time(20, 0, 0, 0));
        assert_eq!(london::wall_clock(add_hours(october, 72)), date(2026, 10, 26).at(19, 0, 0, 0));
    }

    #[test]
    fn the_last_second_is_in_time() {
        let start = london::instant_at(date(2026, 5, 1), time(10, 0, 0, 0));
        let end = add_hours(start, 72);
        assert!(in_time(start, end, 72));
        assert!(!in_time(start, end + SignedDuration::from_secs(1), 72));
    }

    #[test]
    fn overlapping_stays_count_once() {
        let hour = |hours: i64| Timestamp::from_second(hours * 3600).unwrap();
        let stay = |from, until: Option<i64>| Stay { from: hour(from), until: until.map(hour) };
        let stays =
            [stay(10, Some(20)), stay(15, Some(30)), stay(16, Some(17)), stay(-50, Some(2)), stay(90, None)];
        assert_eq!(time_stayed(&stays, hour(0), hour(100)).as_hours(), 20 + 2 + 10);
        assert_eq!(time_stayed(&stays, hour(40), hour(80)).as_hours(), 0);
    }

    proptest! {
        #[test]
        fn hours_are_exact_seconds(second in 0..4_000_000_000_i64, hours in -10_000..10_000) {
            let start = Timestamp::from_second(second).unwrap();
            prop_assert_eq!(add_hours(start, hours).as_second() - second, i64::from(hours) * 3600);
        }

        #[test]
        fn a_stay_is_never_longer_than_the_window(
            stays in proptest::collection::vec((0..1000_i64, 0..200_i64), 0..12), from in 0..500_i64, length in 1..500_i64,
        ) {
            let stays: Vec<Stay> = stays.iter().map(|&(began, lasted)| Stay {
                from: Timestamp::from_second(began).unwrap(),
                until: Some(Timestamp::from_second(began + lasted).unwrap()),
            }).collect();
            let seconds_covered = (from..from + length).filter(|&second| stays.iter().any(|stay| {
                stay.from.as_second() <= second && second < stay.until.unwrap().as_second()
            })).count();
            let window = (Timestamp::from_second(from).unwrap(), Timestamp::from_second(from + length).unwrap());
            prop_assert_eq!(time_stayed(&stays, window.0, window.1).as_secs(), seconds_covered as i64);
        }
    }
}
