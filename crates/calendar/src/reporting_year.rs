//! The years that figures are counted in.
//!
//! A *reporting year* runs from 1 April to 31 March, both included. Its *snapshot* is the position at the **end** of 31
//! March: a child whose involvement starts and ends on 31 March counts in the year and not in the snapshot. Education
//! results are counted by *academic year*, 1 September to 31 August. Both are named by both their calendar years,
//! "2025-26", because "2026" alone means one year to the census and another to finance.
//!
//! ```
//! use calendar::ReportingYear;
//! use jiff::civil::date;
//!
//! let year = ReportingYear::containing(date(2026, 3, 31));
//! assert_eq!(year.label(), "2025-26");
//! assert_eq!(year.snapshot(), date(2026, 3, 31));
//! assert_eq!(year.next().start(), date(2026, 4, 1));
//! assert_eq!("2025-26".parse(), Ok(year));
//! ```

use crate::london;
use crate::periods::{add_calendar_days, add_months};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A year from 1 April to 31 March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ReportingYear {
    starts_in: i16,
}

impl ReportingYear {
    /// The year that starts on 1 April of this calendar year. Years are kept to 1000 to 9997, so that each has a
    /// label and a next.
    pub fn starting_in(calendar_year: i16) -> ReportingYear {
        ReportingYear { starts_in: calendar_year.clamp(1000, 9997) }
    }

    /// The year that ends on 31 March of this calendar year: the "2026 census" is `ending_in(2026)`.
    pub fn ending_in(calendar_year: i16) -> ReportingYear {
        ReportingYear::starting_in(calendar_year.saturating_sub(1))
    }

    /// The year that holds this date.
    pub fn containing(date: Date) -> ReportingYear {
        ReportingYear::starting_in(if date.month() < 4 { date.year() - 1 } else { date.year() })
    }

    /// 1 April.
    pub fn start(self) -> Date {
        Date::constant(self.starts_in, 4, 1)
    }

    /// 31 March, the last day that counts.
    pub fn end(self) -> Date {
        Date::constant(self.starts_in + 1, 3, 31)
    }

    /// The date whose end is the snapshot: 31 March.
    pub fn snapshot(self) -> Date {
        self.end()
    }

    /// The instant of the snapshot: 31 March is over.
    pub fn snapshot_instant(self) -> Timestamp {
        london::end_of(self.end())
    }

    /// Whether the date falls in the year.
    pub fn contains(self, date: Date) -> bool {
        (self.start()..=self.end()).contains(&date)
    }

    /// "2025-26".
    pub fn label(self) -> String {
        label(self.starts_in)
    }

    /// The year before.
    pub fn previous(self) -> ReportingYear {
        ReportingYear::starting_in(self.starts_in - 1)
    }

    /// The year after.
    pub fn next(self) -> ReportingYear {
        ReportingYear::starting_in(self.starts_in + 1)
    }

    /// The four quarters, April to June first.
    pub fn quarters(self) -> [Quarter; 4] {
        [1, 2, 3, 4].map(|number| Quarter { year: self, number })
    }
}

/// Three months of a reporting year: quarter 1 is April to June.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: ReportingYear,
    number: u8,
}

impl Quarter {
    /// The quarter that holds this date.
    pub fn containing(date: Date) -> Quarter {
        let number = (date.month().unsigned_abs() + 8) % 12 / 3 + 1;
        Quarter { year: ReportingYear::containing(date), number }
    }

    /// The reporting year that it belongs to.
    pub fn year(self) -> ReportingYear {
        self.year
    }

    /// 1 to 4.
    pub fn number(self) -> u8 {
        self.number
    }

    /// The first day.
    pub fn start(self) -> Date {
        add_months(self.year.start(), (i32::from(self.number) - 1) * 3)
    }

    /// The last day that counts.
    pub fn end(self) -> Date {
        add_calendar_days(add_months(self.start(), 3), -1)
    }

    /// Whether the date falls in the quarter.
    pub fn contains(self, date: Date) -> bool {
        (self.start()..=self.end()).contains(&date)
    }

    /// "Q1 2025-26".
    pub fn label(self) -> String {
        format!("Q{} {}", self.number, self.year)
    }
}

/// A school year from 1 September to 31 August.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AcademicYear {
    starts_in: i16,
}

impl AcademicYear {
    /// The year that starts on 1 September of this calendar year (kept to 1000 to 9997).
    pub fn starting_in(calendar_year: i16) -> AcademicYear {
        AcademicYear { starts_in: calendar_year.clamp(1000, 9997) }
    }

    /// The year that holds this date.
    pub fn containing(date: Date) -> AcademicYear {
        AcademicYear::starting_in(if date.month() < 9 { date.year() - 1 } else { date.year() })
    }

    /// 1 September.
    pub fn start(self) -> Date {
        Date::constant(self.starts_in, 9, 1)
    }

    /// 31 August, the last day that counts.
    pub fn end(self) -> Date {
        Date::constant(self.starts_in + 1, 8, 31)
    }

    /// Whether the date falls in the year.
    pub fn contains(self, date: Date) -> bool {
        (self.start()..=self.end()).contains(&date)
    }

    /// "2025-26".
    pub fn label(self) -> String {
        label(self.starts_in)
    }
}

/// Whether something was open at the end of a date: started on or before it, and not ended on or before it.
///
/// ```
/// use calendar::reporting_year::open_at_end_of;
/// use jiff::civil::date;
///
/// let snapshot = date(2026, 3, 31);
/// assert!(open_at_end_of(snapshot, snapshot, None));
/// assert!(!open_at_end_of(snapshot, snapshot, Some(snapshot)));
/// ```
pub fn open_at_end_of(date: Date, started: Date, ended: Option<Date>) -> bool {
    started <= date && ended.is_none_or(|ended| ended > date)
}

/// The first and last days of the twelve months that end with this date's month.
pub fn rolling_twelve_months(date: Date) -> (Date, Date) {
    (add_months(date.first_of_month(), -11), date.last_of_month())
}

fn label(starts_in: i16) -> String {
    format!("{starts_in}-{:02}", (starts_in + 1) % 100)
}

/// Text that should have named a reporting year and does not. Displays as one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAYear {
    text: String,
}

impl fmt::Display for NotAYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        write!(
            out,
            "\"{text}\" is not a reporting year: write the two calendar years that it spans, such as \"2025-26\""
        )
    }
}

impl std::error::Error for NotAYear {}

impl FromStr for ReportingYear {
    type Err = NotAYear;

    /// Reads "2025-26", "2025/26" and "2025-2026". A single year is refused: it could mean either.
    fn from_str(text: &str) -> Result<ReportingYear, NotAYear> {
        let fault = || NotAYear { text: text.to_owned() };
        let (first, second) = text.trim().split_once(['-', '/']).ok_or_else(fault)?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if first.len() != 4 || !digits(first) || !digits(second) {
            return Err(fault());
        }
        let starts_in: i16 = first.parse().map_err(|_| fault())?;
        let year = ReportingYear::starting_in(starts_in);
        let ends_in = (starts_in + 1).to_string();
        let consecutive = second == ends_in || second == &ends_in[ends_in.len().saturating_sub(2)..];
        if consecutive && year.starts_in == starts_in { Ok(year) } else { Err(fault()) }
    }
}

impl TryFrom<String> for ReportingYear {
    type Error = NotAYear;

    fn try_from(text: String) -> Result<ReportingYear, NotAYear> {
        text.parse()
    }
}

impl From<ReportingYear> for String {
    fn from(year: ReportingYear) -> String {
        year.label()
    }
}

impl fmt::Display for ReportingYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.label())
    }
}

impl fmt::Display for AcademicYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_year_turns_on_1_april() {
        assert_eq!(ReportingYear::containing(date(2026, 3, 31)).label(), "2025-26");
        assert_eq!(ReportingYear::containing(date(2026, 4, 1)).label(), "2026-27");
        assert_eq!(ReportingYear::ending_in(2026), ReportingYear::starting_in(2025));
        assert_eq!(ReportingYear::starting_in(1999).label(), "1999-00");
    }

    #[test]
    fn the_snapshot_is_the_end_of_31_march() {
        let year = ReportingYear::starting_in(2025);
        let day = year.snapshot();
        // Summer time has begun by then, so the day is over at 11pm in universal time.
        assert_eq!(year.snapshot_instant().to_string(), "2026-03-31T23:00:00Z");
        assert!(
            year.contains(day) && !open_at_end_of(day, day, Some(day)),
            "in the year and not in the snapshot"
        );
        assert!(open_at_end_of(day, date(2026, 3, 1), Some(date(2026, 4, 1))));
        assert!(!open_at_end_of(day, date(2026, 4, 1), None));
    }

    #[test]
    fn quarters_and_rolling_years() {
        let [first, second, third, fourth] = ReportingYear::starting_in(2025).quarters();
        assert_eq!((first.start(), first.end()), (date(2025, 4, 1), date(2025, 6, 30)));
        assert_eq!((second.start(), third.end()), (date(2025, 7, 1), date(2025, 12, 31)));
        assert_eq!((fourth.start(), fourth.end()), (date(2026, 1, 1), date(2026, 3, 31)));
        assert_eq!(fourth.label(), "Q4 2025-26");
        assert_eq!(rolling_twelve_months(date(2024, 2, 10)), (date(2023, 3, 1), date(2024, 2, 29)));
    }

    #[test]
    fn academic_years() {
        assert_eq!(AcademicYear::containing(date(2026, 8, 31)).label(), "2025-26");
        assert_eq!(AcademicYear::containing(date(2026, 9, 1)).to_string(), "2026-27");
    }

    #[test]
    fn names_of_years() {
        let year = ReportingYear::starting_in(2025);
        for text in ["2025-26", "2025/26", "2025-2026", " 2025-26 "] {
            assert_eq!(text.parse(), Ok(year), "{text}");
        }
        assert_eq!("1999-00".parse(), Ok(ReportingYear::starting_in(1999)));
        for text in [
            "2026",
            "2025-27",
            "25-26",
            "2025-",
            "2025-6",
            "-2025-26",
            "twenty",
            "0099-00",
            "9999-00",
            "２０２５-26",
        ] {
            let fault = text.parse::<ReportingYear>().expect_err(text);
            assert!(fault.to_string().contains("is not a reporting year"), "{fault}");
        }
    }

    proptest! {
        #[test]
        fn every_date_is_in_its_own_year_and_quarter_and_no_other(days in 0..20_000) {
            let day = add_calendar_days(date(1990, 1, 1), days);
            let year = ReportingYear::containing(day);
            prop_assert!(year.contains(day) && !year.next().contains(day) && !year.previous().contains(day));
            let holding: Vec<Quarter> = year.quarters().into_iter().filter(|quarter| quarter.contains(day)).collect();
            prop_assert_eq!(holding, vec![Quarter::containing(day)]);
            prop_assert!(AcademicYear::containing(day).contains(day));
            prop_assert_eq!(year.label().parse(), Ok(year));
        }
    }
}
