//! How long a limit is, in the unit the law gives it.

use super::{add_calendar_days, add_months, add_weeks, add_years};
use crate::{hours, london, working_days};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How long a limit is, in the unit the law gives it. A negative number is a limit *before* the event: a report shared
/// "3 working days before" a conference is `WorkingDays(-3)`.
///
/// In files and on the wire it is written as people say it:
///
/// ```
/// use calendar::Within;
///
/// let within: Within = "15 working days".parse()?;
/// assert_eq!(within, Within::WorkingDays(15));
/// assert_eq!(Within::WorkingDays(-3).describe(), "3 working days before");
/// assert_eq!(Within::Months(1).describe(), "1 month");
/// # Ok::<(), calendar::periods::NotALimit>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Within {
    /// Working days after day 0, bank holidays and weekends left out.
    WorkingDays(i32),
    /// Days of any sort, not counting the first.
    CalendarDays(i32),
    /// The same weekday so many weeks on.
    Weeks(i32),
    /// The same date so many months on, or the last day of a short month.
    Months(i32),
    /// The same date so many years on.
    Years(i32),
    /// Elapsed hours from a recorded time. Only an instant can start this limit: see [`Within::due_instant`].
    Hours(i32),
}

impl Within {
    /// The date on which the limit falls due when it starts on `start`.
    ///
    /// For hours a date is not enough to know. The answer is then only the last date that a start at some time on that
    /// date would ordinarily lead to (72 hours: three days on), for sorting and display beside the words "time not
    /// recorded".
    pub fn due(self, start: Date) -> Date {
        match self {
            Within::WorkingDays(days) => working_days::add_working_days(start, days),
            Within::CalendarDays(days) => add_calendar_days(start, days),
            Within::Weeks(weeks) => add_weeks(start, weeks),
            Within::Months(months) => add_months(start, months),
            Within::Years(years) => add_years(start, years),
            Within::Hours(hours) => {
                add_calendar_days(start, hours.div_euclid(24) + i32::from(hours.rem_euclid(24) > 0))
            }
        }
    }

    /// The instant at which the limit runs out when it starts at `start`.
    ///
    /// For hours this is exact to the second. For every other unit it is the end of the due date in England, whatever
    /// the time of day it started: national guidance has no cut-off for days.
    ///
    /// ```
    /// use calendar::Within;
    /// use jiff::Timestamp;
    ///
    /// let friday_evening: Timestamp = "2026-03-06T18:00:00Z".parse()?;
    /// assert_eq!(Within::WorkingDays(1).due_instant(friday_evening).to_string(), "2026-03-10T00:00:00Z");
    /// assert_eq!(Within::Hours(72).due_instant(friday_evening).to_string(), "2026-03-09T18:00:00Z");
    /// # Ok::<(), jiff::Error>(())
    /// ```
    pub fn due_instant(self, start: Timestamp) -> Timestamp {
        match self {
            Within::Hours(hours) => hours::add_hours(start, hours),
            _ => london::end_of(self.due(london::date_of(start))),
        }
    }

    /// Whether something done on `end` was in time, or `None` for a limit in hours, which dates alone cannot tell.
    ///
    /// A limit in working days is met by an act on the weekend after its due date.
    pub fn in_time(self, start: Date, end: Date) -> Option<bool> {
        match self {
            Within::WorkingDays(days) => Some(working_days::in_time(start, end, days)),
            Within::Hours(_) => None,
            _ => Some(end <= self.due(start)),
        }
    }

    /// Whether something done at the instant `end` was in time.
    pub fn in_time_at(self, start: Timestamp, end: Timestamp) -> bool {
        self.in_time(london::date_of(start), london::date_of(end))
            .unwrap_or_else(|| end <= self.due_instant(start))
    }

    /// Whether the limit needs the time it started and not only the date.
    pub fn needs_time(self) -> bool {
        matches!(self, Within::Hours(_))
    }

    /// The number, without its unit.
    pub fn amount(self) -> i32 {
        match self {
            Within::WorkingDays(amount)
            | Within::CalendarDays(amount)
            | Within::Weeks(amount)
            | Within::Months(amount)
            | Within::Years(amount)
            | Within::Hours(amount) => amount,
        }
    }

    /// The limit in plain English: "15 working days", "1 week", "3 working days before".
    pub fn describe(self) -> String {
        self.to_string()
    }

    fn unit(self) -> &'static str {
        match self {
            Within::WorkingDays(_) => "working day",
            Within::CalendarDays(_) => "day",
            Within::Weeks(_) => "week",
            Within::Months(_) => "month",
            Within::Years(_) => "year",
            Within::Hours(_) => "hour",
        }
    }
}

impl fmt::Display for Within {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = self.amount().unsigned_abs();
        let plural = if amount == 1 { "" } else { "s" };
        let before = if self.amount() < 0 { " before" } else { "" };
        write!(out, "{amount} {}{plural}{before}", self.unit())
    }
}

/// Text that should have been a limit and is not. Displays as one sentence for whoever wrote the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotALimit {
    text: String,
}

impl fmt::Display for NotALimit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "\"{}\" is not a limit: write a whole number and hours, days, working days, weeks, months or years, such as \
             \"15 working days\" or \"3 working days before\"",
            self.text
        )
    }
}

impl std::error::Error for NotALimit {}

impl FromStr for Within {
    type Err = NotALimit;

    /// Reads what [`Within::describe`] writes; also "calendar days" for days, and either number with either plural.
    fn from_str(text: &str) -> Result<Within, NotALimit> {
        let fault = || NotALimit { text: text.to_owned() };
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let before = words.last() == Some(&"before");
        if before {
            words.pop();
        }
        let (number, unit) = words.split_first().ok_or_else(fault)?;
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(fault());
        }
        let number: i32 = number.parse().map_err(|_| fault())?;
        let number = if before { -number } else { number };
        match unit {
            ["working", "day" | "days"] => Ok(Within::WorkingDays(number)),
            ["day" | "days"] | ["calendar", "day" | "days"] => Ok(Within::CalendarDays(number)),
            ["week" | "weeks"] => Ok(Within::Weeks(number)),
            ["month" | "months"] => Ok(Within::Months(number)),
            ["year" | "years"] => Ok(Within::Years(number)),
            ["hour" | "hours"] => Ok(Within::Hours(number)),
            _ => Err(fault()),
        }
    }
}

impl TryFrom<String> for Within {
    type Error = NotALimit;

    fn try_from(text: String) -> Result<Within, NotALimit> {
        text.parse()
    }
}

impl From<Within> for String {
    fn from(within: Within) -> String {
        within.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn test_vectors() {
        for (within, start, due) in [
            (Within::WorkingDays(20), date(2026, 3, 27), date(2026, 4, 28)), // first looked after review
            (Within::Months(3), date(2026, 4, 20), date(2026, 7, 20)),       // second, from the first as held
            (Within::WorkingDays(15), date(2022, 5, 27), date(2022, 6, 21)), // conference
            (Within::Months(3), date(2024, 1, 31), date(2024, 4, 30)),       // review conference
            (Within::Weeks(1), date(2026, 3, 3), date(2026, 3, 10)),
            (Within::CalendarDays(7), date(2026, 5, 1), date(2026, 5, 8)),
            (Within::Years(1), date(2024, 2, 29), date(2025, 2, 28)),
            (Within::Hours(72), date(2026, 5, 1), date(2026, 5, 4)),
            (Within::Hours(36), date(2026, 5, 1), date(2026, 5, 3)),
            (Within::WorkingDays(-2), date(2026, 3, 23), date(2026, 3, 19)),
        ] {
            assert_eq!(within.due(start), due, "{within} from {start}");
        }
    }

    #[test]
    fn in_time_on_both_sides_of_the_limit() {
        assert_eq!(Within::Months(3).in_time(date(2026, 5, 10), date(2026, 8, 10)), Some(true));
        assert_eq!(Within::Months(3).in_time(date(2026, 5, 10), date(2026, 8, 11)), Some(false));
        // The weekend after: in time for working days, late for months.
        assert_eq!(Within::WorkingDays(15).in_time(date(2026, 3, 6), date(2026, 3, 28)), Some(true));
        assert_eq!(Within::Hours(72).in_time(date(2026, 3, 6), date(2026, 3, 6)), None);
    }

    #[test]
    fn instants_on_both_sides_of_the_limit() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let start = at("2026-03-27T20:00:00Z");
        assert!(Within::Hours(72).in_time_at(start, at("2026-03-30T20:00:00Z")));
        assert!(!Within::Hours(72).in_time_at(start, at("2026-03-30T20:00:01Z")));
        // Half past midnight in summer is the next day, though not in universal time.
        assert!(Within::CalendarDays(3).in_time_at(start, at("2026-03-30T22:30:00Z")));
        assert!(!Within::CalendarDays(3).in_time_at(start, at("2026-03-30T23:30:00Z")));
    }

    #[test]
    fn what_is_not_a_limit_is_refused_in_words() {
        for text in [
            "",
            "15",
            "days",
            "fifteen days",
            "15 wroking days",
            "-3 days",
            "+3 days",
            "99999999999 days",
            "before",
        ] {
            let fault = text.parse::<Within>().expect_err(text);
            assert!(fault.to_string().starts_with(&format!("\"{text}\" is not a limit")), "{fault}");
        }
        assert_eq!("10 calendar days".parse(), Ok(Within::CalendarDays(10)));
        assert_eq!("1  working day".parse(), Ok(Within::WorkingDays(1)));
    }

    #[test]
    fn files_and_messages_hold_a_limit_as_words() {
        use serde::de::IntoDeserializer;
        use serde::de::value::{Error, StrDeserializer};
        let read = |text: &'static str| {
            let words: StrDeserializer<'_, Error> = text.into_deserializer();
            Within::deserialize(words)
        };
        assert_eq!(read("10 working days"), Ok(Within::WorkingDays(10)));
        assert!(read("ten").unwrap_err().to_string().starts_with("\"ten\" is not a limit"));
        assert_eq!(String::from(Within::Hours(-1)), "1 hour before");
    }

    fn any_within() -> impl Strategy<Value = Within> {
        (0..6, -400..400).prop_map(|(unit, amount)| match unit {
            0 => Within::WorkingDays(amount),
            1 => Within::CalendarDays(amount),
            2 => Within::Weeks(amount),
            3 => Within::Months(amount),
            4 => Within::Years(amount),
            _ => Within::Hours(amount),
        })
    }

    proptest! {
        #[test]
        fn what_is_described_reads_back(within in any_within()) {
            prop_assert_eq!(within.describe().parse(), Ok(within));
        }

        #[test]
        fn the_due_date_is_in_time(within in any_within(), days in 0..14_000) {
            let start = add_calendar_days(date(1995, 1, 1), days);
            prop_assert_ne!(within.in_time(start, within.due(start)), Some(false));
        }

        #[test]
        fn a_start_with_a_time_has_the_due_date_of_its_date(within in any_within(), second in 900_000_000..1_900_000_000_i64) {
            prop_assume!(!within.needs_time());
            let start = Timestamp::from_second(second).unwrap();
            let due = within.due(london::date_of(start));
            prop_assert_eq!(london::date_of(within.due_instant(start)), due.tomorrow().unwrap());
        }
    }
}
