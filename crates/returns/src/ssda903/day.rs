//! Days as files write them.

use jiff::civil::Date;

/// A day written 31/03/2026, 2026-03-31 (with or without a time after it), 31-03-2026 or 31.03.2026.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let text = text.split([' ', 'T']).next()?;
    let mut parts = text.split(['/', '-', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || second.len() > 2 {
        return None;
    }
    let number =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i16>().ok());
    let (first, second, third, iso) = match (first.len(), third.len()) {
        (4, 1..=2) => (third, second, first, true),
        (1..=2, 4) => (first, second, third, false),
        _ => return None,
    };
    if iso && text.contains('/') {
        return None;
    }
    let (day, month, year) = (number(first)??, number(second)??, number(third)??);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Whether one day is earlier than another; not, where either is not known.
pub(crate) fn before(one: impl Into<Option<Date>>, other: impl Into<Option<Date>>) -> bool {
    matches!((one.into(), other.into()), (Some(one), Some(other)) if one < other)
}

/// Whether one day is the other or earlier; not, where either is not known.
pub(crate) fn by(one: impl Into<Option<Date>>, other: impl Into<Option<Date>>) -> bool {
    matches!((one.into(), other.into()), (Some(one), Some(other)) if one <= other)
}

/// Whether two known days are one.
pub(crate) fn same(one: impl Into<Option<Date>>, other: impl Into<Option<Date>>) -> bool {
    matches!((one.into(), other.into()), (Some(one), Some(other)) if one == other)
}

/// The day some years after one that is known. A child born on 29 February has birthdays on 28 February in other
/// years, as the Department's own checks count.
pub(crate) fn years_after(day: impl Into<Option<Date>>, years: i32) -> Option<Date> {
    day.into().map(|day| calendar::periods::add_years(day, years))
}

/// The day some days after one that is known.
pub(crate) fn days_after(day: impl Into<Option<Date>>, days: i32) -> Option<Date> {
    day.into().map(|day| calendar::periods::add_calendar_days(day, days))
}

/// How many days from one to the other; negative when the other is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map(|span| span.get_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::day;
    use jiff::civil::date;

    #[test]
    fn four_ways_of_writing_a_day() {
        for text in ["31/03/2026", "2026-03-31", "31-03-2026", "31.03.2026", "2026-03-31 00:00:00"] {
            assert_eq!(day(text), Some(date(2026, 3, 31)), "{text}");
        }
        for text in
            ["", "31/02/2026", "03/31/2026", "31/03/26", "2026/03/31", "zz/03/2026", "31/03", "1/1/1/2026"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
