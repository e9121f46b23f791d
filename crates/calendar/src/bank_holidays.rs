//! The bank holidays of England and Wales, 2000 to 2030.
//!
//! A *bank holiday* here is any weekday on which the country as a whole does not work. Good Friday and Christmas Day
//! are strictly common-law holidays and the rest are made by statute or proclamation; for counting working days the
//! difference never matters, so the list holds them all. A day that an authority chooses to close is not here: it is
//! a working day in law.
//!
//! Days to the end of 2026 are [`Standing::Settled`]. Later days are [`Standing::Projected`] from the usual pattern,
//! and a proclamation may yet add or move one, as it did with nine days' notice in September 2022. That is why a due
//! date is always computed and never stored; whatever is issued on the strength of one should keep [`VERSION`].
//!
//! ```
//! use calendar::bank_holidays::{bank_holiday_on, Kind};
//! use jiff::civil::date;
//!
//! let funeral = bank_holiday_on(date(2022, 9, 19)).expect("the State Funeral was a bank holiday");
//! assert_eq!(funeral.kind, Kind::Additional);
//! // In 2022 the spring holiday moved to June, so its usual Monday was worked.
//! assert!(bank_holiday_on(date(2022, 5, 30)).is_none());
//! ```
// LAW: Banking and Financial Dealings Act 1971 s1 and sch 1 para 1 (England and Wales), and the Royal Proclamations
// made under s1(2) and s1(3).

mod table;

use jiff::civil::Date;
use serde::Serialize;
use std::fmt;

/// The edition of the list that this build counts with, to be kept beside any alert or return issued from it.
pub const VERSION: &str = "england-and-wales-2000-2030-settled-to-2026";

/// The first date about which the list knows anything.
pub const KNOWN_FROM: Date = Date::constant(2000, 1, 1);

/// The last date about which the list knows anything.
pub const KNOWN_TO: Date = Date::constant(2030, 12, 31);

/// The last date for which the list is fact and no longer a projection.
pub const SETTLED_TO: Date = Date::constant(2026, 12, 31);

/// One weekday on which England and Wales do not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BankHoliday {
    /// The day not worked: always a Monday to Friday.
    pub date: Date,
    /// What the holiday is called, without "(substitute day)": [`BankHoliday`] displays that itself.
    pub name: &'static str,
    /// How the holiday came to be on this date.
    pub kind: Kind,
    /// Whether the date is fact or expectation.
    pub standing: Standing,
}

/// How a holiday came to be on its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// On its usual date.
    Ordinary,
    /// The usual date fell on a weekend, so a later weekday is taken instead.
    Substitute,
    /// Moved for one year from its usual date, which was then worked.
    Moved,
    /// One day proclaimed for one occasion.
    Additional,
}

/// Whether a holiday's date is fact or expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The date is certain.
    Settled,
    /// The date follows the usual pattern and may yet be changed by proclamation.
    Projected,
}

/// The bank holiday on this date, if there is one.
pub fn bank_holiday_on(date: Date) -> Option<&'static BankHoliday> {
    table::TABLE.binary_search_by_key(&date, |holiday| holiday.date).ok().map(|at| &table::TABLE[at])
}

/// The bank holidays from `first` to `last`, both included: what a page names when it explains a due date.
///
/// ```
/// use calendar::bank_holidays::bank_holidays_in;
/// use jiff::civil::date;
///
/// let easter = bank_holidays_in(date(2026, 4, 1), date(2026, 4, 30));
/// let names: Vec<String> = easter.iter().map(|holiday| holiday.to_string()).collect();
/// assert_eq!(names, ["Good Friday", "Easter Monday"]);
/// ```
pub fn bank_holidays_in(first: Date, last: Date) -> &'static [BankHoliday] {
    let from = table::TABLE.partition_point(|holiday| holiday.date < first);
    let to = table::TABLE.partition_point(|holiday| holiday.date <= last);
    &table::TABLE[from..to.max(from)]
}

/// Every bank holiday in the list, in date order.
pub fn all() -> &'static [BankHoliday] {
    &table::TABLE
}

/// Whether the list covers this date. Where it does not, only weekends are taken off, and whoever shows a working day
/// counted across such a date should say so.
pub fn bank_holidays_known(date: Date) -> bool {
    (KNOWN_FROM..=KNOWN_TO).contains(&date)
}

/// Whether the list is certain on this date: known, and not a projection.
pub fn bank_holidays_settled(date: Date) -> bool {
    (KNOWN_FROM..=SETTLED_TO).contains(&date)
}

impl fmt::Display for BankHoliday {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Substitute => write!(out, "{} (substitute day)", self.name),
            Kind::Ordinary | Kind::Moved | Kind::Additional => out.write_str(self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::{Weekday, date};
    use std::collections::BTreeSet;

    /// Easter Sunday by the anonymous Gregorian computus: an answer that owes nothing to the table.
    fn easter_sunday(year: i16) -> Date {
        let y = i32::from(year);
        let (a, b, c) = (y % 19, y / 100, y % 100);
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let n = h + l - 7 * m + 114;
        date(year, i8::try_from(n / 31).unwrap(), i8::try_from(n % 31 + 1).unwrap())
    }

    /// The first weekday from `from` that is not already taken.
    fn first_free(from: Date, taken: &BTreeSet<Date>) -> Date {
        let weekend = [Weekday::Saturday, Weekday::Sunday];
        from.series(1.day()).find(|day| !weekend.contains(&day.weekday()) && !taken.contains(day)).unwrap()
    }

    fn by_pattern(year: i16) -> BTreeSet<Date> {
        let easter = easter_sunday(year);
        let mut days = BTreeSet::from([
            easter - 2.days(),
            easter + 1.day(),
            date(year, 5, 1).nth_weekday_of_month(1, Weekday::Monday).unwrap(),
            date(year, 5, 1).nth_weekday_of_month(-1, Weekday::Monday).unwrap(),
            date(year, 8, 1).nth_weekday_of_month(-1, Weekday::Monday).unwrap(),
        ]);
        days.insert(first_free(date(year, 1, 1), &days));
        // Whichever of Christmas Day and Boxing Day is on a weekday keeps it; the other takes the next free day.
        let christmas = [date(year, 12, 25), date(year, 12, 26)];
        let weekend = [Weekday::Saturday, Weekday::Sunday];
        let kept: Vec<Date> = christmas.into_iter().filter(|day| !weekend.contains(&day.weekday())).collect();
        days.extend(&kept);
        for _ in kept.len()..2 {
            days.insert(first_free(date(year, 12, 25), &days));
        }
        days
    }

    #[test]
    fn the_list_is_the_usual_pattern_and_the_proclamations() {
        let mut expected: BTreeSet<Date> = (2000..=2030).flat_map(by_pattern).collect();
        for moved in [date(2002, 5, 27), date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)] {
            assert!(expected.remove(&moved), "{moved} is a day of the pattern");
        }
        expected.extend([
            date(2002, 6, 3),
            date(2002, 6, 4),
            date(2011, 4, 29),
            date(2012, 6, 4),
            date(2012, 6, 5),
            date(2020, 5, 8),
            date(2022, 6, 2),
            date(2022, 6, 3),
            date(2022, 9, 19),
            date(2023, 5, 8),
        ]);
        let listed: BTreeSet<Date> = all().iter().map(|holiday| holiday.date).collect();
        assert_eq!(listed, expected);
        assert_eq!(all().len(), 254);
    }

    #[test]
    fn the_list_is_in_order_on_weekdays_and_says_what_is_settled() {
        assert!(all().is_sorted_by(|a, b| a.date < b.date));
        for holiday in all() {
            assert!(holiday.date.weekday().to_monday_zero_offset() < 5, "{} is on a weekend", holiday.date);
            assert_eq!(holiday.standing == Standing::Settled, holiday.date <= SETTLED_TO, "{}", holiday.date);
        }
    }

    #[test]
    fn substitute_days_follow_weekends() {
        // 25 December 2021 was a Saturday: 27 and 28 December off.
        assert_eq!(
            bank_holiday_on(date(2021, 12, 27)).unwrap().to_string(),
            "Christmas Day (substitute day)"
        );
        assert_eq!(bank_holiday_on(date(2021, 12, 28)).unwrap().to_string(), "Boxing Day (substitute day)");
        // 25 December 2022 was a Sunday: 26 and 27 December off.
        assert_eq!(bank_holiday_on(date(2022, 12, 26)).unwrap().to_string(), "Boxing Day");
        assert_eq!(
            bank_holiday_on(date(2022, 12, 27)).unwrap().to_string(),
            "Christmas Day (substitute day)"
        );
        // 26 December 2020 was a Saturday: 28 December off.
        assert_eq!(bank_holiday_on(date(2020, 12, 28)).unwrap().to_string(), "Boxing Day (substitute day)");
        assert_eq!(bank_holiday_on(date(2023, 1, 2)).unwrap().kind, Kind::Substitute);
    }

    #[test]
    fn what_is_not_known_is_said() {
        assert!(!bank_holidays_known(date(1999, 12, 31)));
        assert!(bank_holidays_known(date(2000, 1, 1)));
        assert!(bank_holidays_known(date(2030, 12, 31)));
        assert!(!bank_holidays_known(date(2031, 1, 1)));
        assert!(bank_holidays_settled(date(2026, 12, 31)));
        assert!(!bank_holidays_settled(date(2027, 1, 1)));
        assert!(bank_holidays_in(date(2026, 5, 1), date(2026, 4, 1)).is_empty());
    }
}
