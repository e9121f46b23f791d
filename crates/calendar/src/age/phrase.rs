//! An age in words.

use super::{LeapDayBirthday, birthday, completed_years};
use crate::display::counted;
use crate::periods::add_months;
use jiff::civil::Date;

/// The age in words on a date.
///
/// Years and months from the first birthday; months from three; before that weeks, as health visitors speak; days in
/// the first week. A date before the birth says "not yet born", as an old entry in a sibling's chronology may need.
///
/// ```
/// use calendar::age::{LeapDayBirthday, age_phrase};
/// use jiff::civil::date;
///
/// let phrase = |on| age_phrase(date(2025, 11, 3), on, LeapDayBirthday::default());
/// assert_eq!(phrase(date(2025, 11, 26)), "3 weeks");
/// assert_eq!(phrase(date(2026, 3, 18)), "4 months");
/// assert_eq!(phrase(date(2027, 12, 3)), "2 years 1 month");
/// ```
pub fn age_phrase(born: Date, on: Date, leap_day: LeapDayBirthday) -> String {
    let Some((years, months)) = years_and_months(born, on, leap_day) else {
        return "not yet born".to_owned();
    };
    let days = (on.duration_since(born).as_hours() / 24).unsigned_abs() as u32;
    match (years, months, days) {
        (0, _, 0) => "born today".to_owned(),
        (0, _, 1..=6) => counted(days, "day"),
        (0, 0..=2, _) => counted(days / 7, "week"),
        (0, _, _) => counted(months.into(), "month"),
        _ => format!("{} {}", counted(years.into(), "year"), counted(months.into(), "month")),
    }
}

/// Completed years, and completed months since the last birthday (0 to 11). `None` before the birth.
pub fn years_and_months(born: Date, on: Date, leap_day: LeapDayBirthday) -> Option<(u16, u16)> {
    let years = completed_years(born, on, leap_day)?;
    let since_birthday = |months: u16| match months {
        0 => birthday(born, years, leap_day),
        _ => add_months(born, i32::from(years) * 12 + i32::from(months)),
    };
    let months = (0..12).rev().find(|&months| since_birthday(months) <= on).unwrap_or(0);
    Some((years, months))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::age::BirthDate;
    use jiff::civil::date;

    const SETTING: LeapDayBirthday = LeapDayBirthday::FirstOfMarch;

    #[test]
    fn phrases() {
        let born = date(2016, 11, 12);
        for (on, expected) in [
            (date(2016, 11, 11), "not yet born"),
            (date(2016, 11, 12), "born today"),
            (date(2016, 11, 13), "1 day"),
            (date(2016, 11, 18), "6 days"),
            (date(2016, 11, 19), "1 week"),
            (date(2016, 12, 4), "3 weeks"),
            (date(2017, 2, 11), "13 weeks"),
            (date(2017, 2, 12), "3 months"),
            (date(2017, 11, 11), "11 months"),
            (date(2017, 11, 12), "1 year 0 months"),
            (date(2026, 3, 18), "9 years 4 months"),
            (date(2026, 2, 18), "9 years 3 months"),
        ] {
            assert_eq!(age_phrase(born, on, SETTING), expected, "on {on}");
        }
    }

    #[test]
    fn the_day_before_a_leap_birthday_is_eleven_months_and_not_twelve() {
        let born = date(2008, 2, 29);
        assert_eq!(age_phrase(born, date(2026, 2, 28), SETTING), "17 years 11 months");
        assert_eq!(age_phrase(born, date(2026, 3, 1), SETTING), "18 years 0 months");
        let begins = LeapDayBirthday::TwentyEighthOfFebruary;
        assert_eq!(age_phrase(born, date(2026, 2, 28), begins), "18 years 0 months");
    }

    #[test]
    fn estimated_and_expected() {
        let on = date(2026, 3, 18);
        assert_eq!(BirthDate::Estimated(date(2016, 11, 12)).phrase(on, SETTING), "about 9 years 4 months");
        assert_eq!(BirthDate::Estimated(date(2026, 4, 1)).phrase(on, SETTING), "not yet born");
        assert_eq!(BirthDate::Expected(date(2026, 8, 4)).phrase(on, SETTING), "due 4 August 2026");
    }
}
