//! How old somebody is, as the law and the returns reckon it.
//!
//! A person attains an age at the *start* of the birthday. A birth date may be known, estimated, or, for an unborn
//! child, only expected; an expected date is for planning and never gives an age.
//!
//! ```
//! use calendar::age::{AgeBand, BirthDate, LeapDayBirthday};
//! use jiff::civil::date;
//!
//! let today = date(2026, 3, 18);
//! let setting = LeapDayBirthday::default();
//! let tegen = BirthDate::Known(date(2016, 11, 12));
//! assert_eq!(tegen.age_on(today, setting), Some(9));
//! assert_eq!(tegen.phrase(today, setting), "9 years 4 months");
//!
//! let unborn = BirthDate::Expected(date(2026, 8, 4));
//! assert_eq!(unborn.age_on(today, setting), None);
//! assert_eq!(unborn.phrase(today, setting), "due 4 August 2026");
//! assert_eq!(unborn.band(today, setting), AgeBand::Unborn);
//! ```
// LAW: Family Law Reform Act 1969 s9 (an age is attained at the commencement of the birthday).

mod phrase;

pub use phrase::{age_phrase, years_and_months};

use crate::display;
use crate::periods::{add_calendar_days, add_years};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// When somebody was born, and how surely we know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BirthDate {
    /// From a certificate, or told by someone who would know.
    Known(Date),
    /// The worker's best guess; the children in need census accepts one at referral.
    Estimated(Date),
    /// An unborn child's due date: for planning, never for a rule about age.
    Expected(Date),
}

impl BirthDate {
    /// The date itself, however surely it is known.
    pub fn date(self) -> Date {
        match self {
            BirthDate::Known(date) | BirthDate::Estimated(date) | BirthDate::Expected(date) => date,
        }
    }

    /// The date of birth, known or estimated; `None` for a child not yet born.
    pub fn born(self) -> Option<Date> {
        match self {
            BirthDate::Known(date) | BirthDate::Estimated(date) => Some(date),
            BirthDate::Expected(_) => None,
        }
    }

    /// Completed years of age on a date. `None` for an expected birth, however long past its date, and for any date
    /// before the birth.
    pub fn age_on(self, on: Date, leap_day: LeapDayBirthday) -> Option<u16> {
        completed_years(self.born()?, on, leap_day)
    }

    /// The date on which this person attains an age, or `None` for a child not yet born.
    pub fn attains(self, age: u16, leap_day: LeapDayBirthday) -> Option<Date> {
        self.born().map(|born| birthday(born, age, leap_day))
    }

    /// The age band used by the returns.
    pub fn band(self, on: Date, leap_day: LeapDayBirthday) -> AgeBand {
        self.age_on(on, leap_day).map_or(AgeBand::Unborn, AgeBand::of_age)
    }

    /// The age in words on a date: "9 years 4 months", "3 weeks", "about 9 years 4 months" when estimated, and
    /// "due 4 August 2026" for an unborn child.
    pub fn phrase(self, on: Date, leap_day: LeapDayBirthday) -> String {
        match self {
            BirthDate::Known(born) => age_phrase(born, on, leap_day),
            BirthDate::Estimated(born) if on < born => age_phrase(born, on, leap_day),
            BirthDate::Estimated(born) => format!("about {}", age_phrase(born, on, leap_day)),
            BirthDate::Expected(due) => format!("due {}", display::full_date(due)),
        }
    }
}

/// When a person born on 29 February has a birthday in a year without one. Statute does not say and practice differs,
/// so it is a setting.
///
/// Use 1 March for duties that *end* at an age, so that support is not cut a day early, and 28 February for duties that
/// *begin* at one, so that an assessment is not started a day late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeapDayBirthday {
    /// 1 March: the default, for duties that end at an age.
    #[default]
    FirstOfMarch,
    /// 28 February: for duties that begin at an age.
    TwentyEighthOfFebruary,
}

/// The birthday on which somebody born on `born` attains `age`.
pub fn birthday(born: Date, age: u16, leap_day: LeapDayBirthday) -> Date {
    let birthday = add_years(born, i32::from(age));
    let fell_short = birthday.day() < born.day() && birthday < Date::MAX;
    match leap_day {
        LeapDayBirthday::FirstOfMarch if fell_short => add_calendar_days(birthday, 1),
        _ => birthday,
    }
}

/// Completed years of age on a date, or `None` before the birth.
///
/// ```
/// use calendar::age::{LeapDayBirthday, completed_years};
/// use jiff::civil::date;
///
/// let (born, on) = (date(2008, 2, 29), date(2026, 2, 28));
/// assert_eq!(completed_years(born, on, LeapDayBirthday::FirstOfMarch), Some(17));
/// assert_eq!(completed_years(born, on, LeapDayBirthday::TwentyEighthOfFebruary), Some(18));
/// ```
pub fn completed_years(born: Date, on: Date, leap_day: LeapDayBirthday) -> Option<u16> {
    if on < born {
        return None;
    }
    let years = u16::try_from(i32::from(on.year()) - i32::from(born.year())).ok()?;
    let had_birthday = birthday(born, years, leap_day) <= on;
    Some(if had_birthday { years } else { years.saturating_sub(1) })
}

/// The age bands of the national returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Not yet born.
    Unborn,
    /// Under 1.
    UnderOne,
    /// 1 to 4.
    OneToFour,
    /// 5 to 9.
    FiveToNine,
    /// 10 to 15.
    TenToFifteen,
    /// 16 and over.
    SixteenAndOver,
}

impl AgeBand {
    /// Every band, youngest first.
    pub const ALL: [AgeBand; 6] = [
        AgeBand::Unborn,
        AgeBand::UnderOne,
        AgeBand::OneToFour,
        AgeBand::FiveToNine,
        AgeBand::TenToFifteen,
        AgeBand::SixteenAndOver,
    ];

    /// The band that holds this age in completed years.
    pub fn of_age(years: u16) -> AgeBand {
        match years {
            0 => AgeBand::UnderOne,
            1..=4 => AgeBand::OneToFour,
            5..=9 => AgeBand::FiveToNine,
            10..=15 => AgeBand::TenToFifteen,
            16.. => AgeBand::SixteenAndOver,
        }
    }

    /// The band as it is printed: "5 to 9".
    pub fn label(self) -> &'static str {
        match self {
            AgeBand::Unborn => "unborn",
            AgeBand::UnderOne => "under 1",
            AgeBand::OneToFour => "1 to 4",
            AgeBand::FiveToNine => "5 to 9",
            AgeBand::TenToFifteen => "10 to 15",
            AgeBand::SixteenAndOver => "16 and over",
        }
    }
}

impl fmt::Display for AgeBand {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::periods::add_months;
    use jiff::civil::date;
    use proptest::prelude::*;

    const END: LeapDayBirthday = LeapDayBirthday::FirstOfMarch;
    const BEGIN: LeapDayBirthday = LeapDayBirthday::TwentyEighthOfFebruary;

    #[test]
    fn an_age_is_attained_at_the_start_of_the_birthday() {
        let born = BirthDate::Known(date(2010, 5, 14));
        assert_eq!(born.age_on(date(2026, 5, 13), END), Some(15));
        assert_eq!(born.age_on(date(2026, 5, 14), END), Some(16));
        assert_eq!(born.attains(18, END), Some(date(2028, 5, 14)));
    }

    #[test]
    fn born_on_29_february() {
        let born = date(2008, 2, 29);
        assert_eq!(completed_years(born, date(2026, 2, 28), END), Some(17));
        assert_eq!(completed_years(born, date(2026, 3, 1), END), Some(18));
        assert_eq!(completed_years(born, date(2026, 2, 28), BEGIN), Some(18));
        assert_eq!(completed_years(born, date(2026, 2, 27), BEGIN), Some(17));
        // In a leap year there is no question.
        assert_eq!(birthday(born, 16, END), date(2024, 2, 29));
        assert_eq!(birthday(born, 16, BEGIN), date(2024, 2, 29));
    }

    #[test]
    fn an_expected_date_never_gives_an_age() {
        let unborn = BirthDate::Expected(date(2026, 8, 4));
        assert_eq!(unborn.age_on(date(2026, 9, 1), END), None);
        assert_eq!(unborn.attains(18, END), None);
        assert_eq!(unborn.band(date(2026, 9, 1), END), AgeBand::Unborn);
        assert_eq!(BirthDate::Known(date(2026, 8, 4)).age_on(date(2026, 8, 3), END), None);
    }

    #[test]
    fn bands_meet_without_gap() {
        let born = BirthDate::Known(date(2010, 6, 1));
        for (on, label) in [
            (date(2010, 5, 31), "unborn"),
            (date(2010, 6, 1), "under 1"),
            (date(2011, 5, 31), "under 1"),
            (date(2011, 6, 1), "1 to 4"),
            (date(2015, 5, 31), "1 to 4"),
            (date(2015, 6, 1), "5 to 9"),
            (date(2020, 5, 31), "5 to 9"),
            (date(2020, 6, 1), "10 to 15"),
            (date(2026, 5, 31), "10 to 15"),
            (date(2026, 6, 1), "16 and over"),
        ] {
            assert_eq!(born.band(on, END).to_string(), label, "{on}");
        }
        assert!(AgeBand::ALL.is_sorted());
    }

    #[test]
    fn a_health_review_takes_its_interval_from_the_age_at_the_due_date() {
        // Aged 4 at the assessment, but 5 by the six-monthly due date: so the interval is a year.
        let (born, assessed) = (date(2021, 6, 1), date(2026, 1, 10));
        assert_eq!(completed_years(born, date(2026, 2, 1), BEGIN), Some(4));
        let six_monthly = add_months(assessed, 6);
        assert_eq!(six_monthly, date(2026, 7, 10));
        assert_eq!(completed_years(born, six_monthly, BEGIN), Some(5));
        assert_eq!(add_months(assessed, 12), date(2027, 1, 10));
    }

    fn any_date() -> impl Strategy<Value = Date> {
        (0..25_000).prop_map(|days| add_calendar_days(date(1970, 1, 1), days))
    }

    proptest! {
        #[test]
        fn an_age_lasts_from_one_birthday_to_the_next(born in any_date(), on in any_date(), begin in any::<bool>()) {
            let setting = if begin { BEGIN } else { END };
            match completed_years(born, on, setting) {
                None => prop_assert!(on < born),
                Some(age) => {
                    prop_assert!(birthday(born, age, setting) <= on);
                    prop_assert!(on < birthday(born, age + 1, setting));
                }
            }
        }
    }
}
