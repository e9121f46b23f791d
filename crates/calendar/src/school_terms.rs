//! School days and terms, from dates that somebody supplies.
//!
//! England has no national school calendar: each school sets its terms, and an authority's dates are only the usual
//! ones. So nothing is compiled in. A [`TermCalendar`] is made from dated terms and the closures within them (half
//! term, training days), for one authority or one school; attach it to the setting, never to the child. Easter moves,
//! so a term is a dated interval and never a third of a year.
//!
//! A *school day* is a Monday to Friday in a term, outside closures, and not a bank holiday. The calendar answers only
//! for the dates it was given: a count that runs past them is `None`, to be shown as "term dates not held".
//!
//! ```
//! use calendar::school_terms::{DateInterval, TermCalendar};
//! use jiff::civil::date;
//!
//! let interval = |name: &str, first, last| DateInterval { name: name.to_owned(), first, last };
//! let calendar = TermCalendar::new(
//!     &[interval("spring 2026", date(2026, 1, 5), date(2026, 3, 27)),
//!       interval("summer 2026", date(2026, 4, 13), date(2026, 7, 22))],
//!     &[interval("half term", date(2026, 2, 16), date(2026, 2, 20))],
//! )?;
//! assert!(!calendar.is_school_day(date(2026, 2, 18)));
//! // Excluded on the last Wednesday of term: the sixth school day is after Easter.
//! assert_eq!(calendar.add_school_days(date(2026, 3, 25), 6), Some(date(2026, 4, 16)));
//! # Ok::<(), calendar::school_terms::TermFault>(())
//! ```

use crate::display::full_date;
use crate::working_days::is_working_day;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A named run of dates, both ends included: a term, a half term, a training day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateInterval {
    /// What people call it: "spring 2026".
    pub name: String,
    /// The first day.
    pub first: Date,
    /// The last day, included.
    pub last: Date,
}

impl DateInterval {
    /// Whether the date falls in the interval.
    pub fn contains(&self, date: Date) -> bool {
        (self.first..=self.last).contains(&date)
    }
}

/// The terms of one authority or one school, in date order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermCalendar {
    terms: Vec<DateInterval>,
    school_days: Vec<Date>,
}

impl TermCalendar {
    /// Makes a calendar from terms and the closures within them, given in any order.
    ///
    /// # Errors
    ///
    /// No terms at all, an interval that ends before it starts or lasts over a year, or two terms that overlap.
    /// Closures may overlap each other and may reach outside a term.
    pub fn new(terms: &[DateInterval], closures: &[DateInterval]) -> Result<TermCalendar, TermFault> {
        let mut terms = terms.to_vec();
        terms.sort_by_key(|term| term.first);
        if terms.is_empty() {
            return Err(TermFault::NoTerms);
        }
        for interval in terms.iter().chain(closures) {
            if interval.last < interval.first {
                return Err(TermFault::EndsBeforeItStarts(interval.clone()));
            }
            if interval.last.duration_since(interval.first).as_hours() > 366 * 24 {
                return Err(TermFault::TooLong(interval.clone()));
            }
        }
        if let Some(pair) = terms.windows(2).find(|pair| pair[1].first <= pair[0].last) {
            return Err(TermFault::Overlap(pair[0].clone(), pair[1].clone()));
        }
        let closed = |date: Date| closures.iter().any(|closure| closure.contains(date));
        let school_days = terms
            .iter()
            .flat_map(|term| term.first.series(1.day()).take_while(|&date| date <= term.last))
            .filter(|&date| is_working_day(date) && !closed(date))
            .collect();
        Ok(TermCalendar { terms, school_days })
    }

    /// The terms in date order.
    pub fn terms(&self) -> &[DateInterval] {
        &self.terms
    }

    /// Whether the calendar has an answer for this date: from its first term's first day to its last term's last day.
    pub fn covers(&self, date: Date) -> bool {
        let (first, last) = (&self.terms[0], &self.terms[self.terms.len() - 1]);
        (first.first..=last.last).contains(&date)
    }

    /// Whether pupils are in school on this date. False too for dates that are not covered: see
    /// [`TermCalendar::covers`].
    pub fn is_school_day(&self, date: Date) -> bool {
        self.school_days.binary_search(&date).is_ok()
    }

    /// The date so many school days after `start`, which is day 0; before it when negative. `None` when the start is
    /// not covered or the count runs past the dates held.
    pub fn add_school_days(&self, start: Date, count: i32) -> Option<Date> {
        if !self.covers(start) {
            return None;
        }
        let steps = count.unsigned_abs() as usize;
        let at = match count {
            0 => return Some(start),
            1.. => self.school_days.partition_point(|&day| day <= start).checked_add(steps - 1)?,
            _ => self.school_days.partition_point(|&day| day < start).checked_sub(steps)?,
        };
        self.school_days.get(at).copied()
    }

    /// School days after `start` up to and including `end`, negative when `end` is earlier. `None` when either date is
    /// not covered.
    pub fn school_days_between(&self, start: Date, end: Date) -> Option<i32> {
        if !self.covers(start) || !self.covers(end) {
            return None;
        }
        let through = |date: Date| self.school_days.partition_point(|&day| day <= date) as i32;
        Some(through(end) - through(start))
    }

    /// The term that holds this date, or `None` in the holidays and outside the dates held.
    pub fn term_containing(&self, date: Date) -> Option<&DateInterval> {
        self.terms.iter().find(|term| term.contains(date))
    }

    /// The next term to begin after this date: "review each term" is due by its last day.
    pub fn next_term(&self, date: Date) -> Option<&DateInterval> {
        self.terms.iter().find(|term| term.first > date)
    }
}

/// Why a list of terms cannot be a calendar. Displays as one sentence for whoever wrote the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermFault {
    /// There is no term in the list.
    NoTerms,
    /// A term or closure ends before it starts.
    EndsBeforeItStarts(DateInterval),
    /// A term or closure lasts over a year, so one of its dates must be mistyped.
    TooLong(DateInterval),
    /// Two terms share a day.
    Overlap(DateInterval, DateInterval),
}

impl fmt::Display for TermFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TermFault::NoTerms => out.write_str("The list of terms is empty"),
            TermFault::EndsBeforeItStarts(DateInterval { name, first, last }) => {
                write!(
                    out,
                    "\"{name}\" ends on {}, before it starts on {}",
                    full_date(*last),
                    full_date(*first)
                )
            }
            TermFault::TooLong(DateInterval { name, first, last }) => {
                write!(
                    out,
                    "\"{name}\" lasts over a year, from {} to {}",
                    full_date(*first),
                    full_date(*last)
                )
            }
            TermFault::Overlap(earlier, later) => write!(
                out,
                "\"{}\" starts on {}, before \"{}\" is over on {}",
                later.name,
                full_date(later.first),
                earlier.name,
                full_date(earlier.last)
            ),
        }
    }
}

impl std::error::Error for TermFault {}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn interval(name: &str, first: Date, last: Date) -> DateInterval {
        DateInterval { name: name.to_owned(), first, last }
    }

    fn school_year() -> TermCalendar {
        TermCalendar::new(
            &[
                interval("summer 2026", date(2026, 4, 13), date(2026, 7, 22)),
                interval("autumn 2025", date(2025, 9, 3), date(2025, 12, 19)),
                interval("spring 2026", date(2026, 1, 5), date(2026, 3, 27)),
            ],
            &[
                interval("half term", date(2025, 10, 27), date(2025, 10, 31)),
                interval("half term", date(2026, 2, 16), date(2026, 2, 20)),
                interval("half term", date(2026, 5, 25), date(2026, 5, 29)),
                interval("training day", date(2026, 1, 5), date(2026, 1, 5)),
            ],
        )
        .unwrap()
    }

    #[test]
    fn school_days_leave_out_holidays_half_terms_and_bank_holidays() {
        let calendar = school_year();
        for (day, expected) in [
            (date(2025, 9, 3), true),
            (date(2025, 9, 6), false),   // Saturday
            (date(2025, 10, 29), false), // half term
            (date(2026, 1, 5), false),   // training day
            (date(2026, 1, 6), true),
            (date(2026, 4, 8), false), // Easter holidays
            (date(2026, 5, 4), false), // early May bank holiday
            (date(2026, 9, 3), false), // not held
        ] {
            assert_eq!(calendar.is_school_day(day), expected, "{day}");
        }
        assert!(!calendar.covers(date(2026, 9, 3)));
        assert!(calendar.covers(date(2026, 4, 8)));
    }

    #[test]
    fn counting_runs_across_holidays_and_stops_where_dates_are_not_held() {
        let calendar = school_year();
        assert_eq!(calendar.add_school_days(date(2025, 12, 19), 1), Some(date(2026, 1, 6)));
        assert_eq!(calendar.add_school_days(date(2026, 1, 6), -1), Some(date(2025, 12, 19)));
        assert_eq!(calendar.add_school_days(date(2026, 4, 8), 0), Some(date(2026, 4, 8)));
        assert_eq!(calendar.add_school_days(date(2026, 7, 20), 2), Some(date(2026, 7, 22)));
        assert_eq!(calendar.add_school_days(date(2026, 7, 20), 3), None);
        assert_eq!(calendar.add_school_days(date(2026, 8, 20), 1), None);
        assert_eq!(calendar.add_school_days(date(2025, 9, 3), -1), None);
        assert_eq!(calendar.school_days_between(date(2025, 12, 18), date(2026, 1, 7)), Some(3));
        assert_eq!(calendar.school_days_between(date(2025, 12, 18), date(2026, 8, 1)), None);
    }

    #[test]
    fn terms_by_date() {
        let calendar = school_year();
        assert_eq!(calendar.term_containing(date(2026, 2, 18)).unwrap().name, "spring 2026");
        assert!(calendar.term_containing(date(2026, 4, 8)).is_none());
        assert_eq!(calendar.next_term(date(2026, 2, 18)).unwrap().name, "summer 2026");
        assert!(calendar.next_term(date(2026, 5, 1)).is_none());
    }

    #[test]
    fn faults_are_said_in_words() {
        let spring = interval("spring", date(2026, 1, 5), date(2026, 3, 27));
        let early = interval("summer", date(2026, 3, 27), date(2026, 7, 22));
        let backwards = interval("autumn", date(2026, 12, 18), date(2026, 9, 2));
        let endless = interval("autumn", date(2025, 9, 2), date(2206, 12, 18));
        for (terms, sentence) in [
            (vec![], "The list of terms is empty"),
            (
                vec![spring, early],
                "\"summer\" starts on 27 March 2026, before \"spring\" is over on 27 March 2026",
            ),
            (vec![backwards], "\"autumn\" ends on 2 September 2026, before it starts on 18 December 2026"),
            (vec![endless], "\"autumn\" lasts over a year, from 2 September 2025 to 18 December 2206"),
        ] {
            assert_eq!(TermCalendar::new(&terms, &[]).unwrap_err().to_string(), sentence);
        }
    }

    proptest! {
        #[test]
        fn adding_then_counting_gives_the_number_back(offset in 0..320_i64, count in 0..120) {
            let calendar = school_year();
            let start = date(2025, 9, 3) + offset.days();
            if let Some(due) = calendar.add_school_days(start, count) {
                prop_assert_eq!(calendar.school_days_between(start, due), Some(count));
                prop_assert!(count == 0 || calendar.is_school_day(due));
            }
        }
    }
}
