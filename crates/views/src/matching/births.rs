//! How well two dates of birth agree, and what mistake would make one of the other.

use calendar::display::full_date;
use jiff::civil::Date;

use super::{Birth, Evidence, Reason, Speaks};

/// Most points a date of birth can give.
pub(super) const MOST: f64 = 14.0;

/// Earliest and latest birth for an expected date, in days: 16 weeks before (24 weeks of pregnancy) and 4 weeks after.
const BORN_BEFORE_EXPECTED_DAYS_MAX: i64 = 112;
const BORN_AFTER_EXPECTED_DAYS_MAX: i64 = 28;

/// Compares the wanted date of birth with the one on record.
pub(super) fn compare_births(wanted: Date, known: Birth) -> Evidence {
    let both = || format!("{}, {}", full_date(wanted), full_date(known.date));
    let days = i64::from((wanted - known.date).get_days());
    if known.expected {
        return compare_expected(wanted, known.date, days);
    }
    if days == 0 {
        let qualifier = if known.estimated { " (an estimate on record)" } else { "" };
        let sentence = format!("Date of birth the same: {}{qualifier}", full_date(wanted));
        return Evidence::of(MOST, MOST, Speaks::For, sentence);
    }
    if known.estimated {
        let sentence = format!("Date of birth on record is an estimate: {}", both());
        return match days.abs() {
            0..=366 => Evidence::of(6.0, 8.0, Speaks::For, sentence),
            367..=731 => Evidence::of(1.0, 8.0, Speaks::Neither, sentence),
            _ => Evidence::of(
                -8.0,
                8.0,
                Speaks::Against,
                format!("Date of birth far from the estimate: {}", both()),
            ),
        };
    }
    match slip(wanted, known.date) {
        Some((points, slip)) => Evidence::of(points, MOST, Speaks::For, format!("{slip}: {}", both())),
        None => Evidence::of(-MOST, MOST, Speaks::Against, format!("Date of birth differs: {}", both())),
    }
}

fn compare_expected(wanted: Date, expected: Date, days: i64) -> Evidence {
    let (expected, born) = (full_date(expected), full_date(wanted));
    if (-BORN_BEFORE_EXPECTED_DAYS_MAX..=BORN_AFTER_EXPECTED_DAYS_MAX).contains(&days) {
        let sentence = format!("The record was made before birth, expected {expected}; born {born}");
        Evidence::of(if days.abs() <= 21 { 9.0 } else { 6.0 }, 11.0, Speaks::For, sentence)
    } else {
        let sentence = format!("Born {born}, too far from the birth expected {expected}");
        Evidence::of(-12.0, 12.0, Speaks::Against, sentence)
    }
}

/// The one slip of pen or key that makes one date of the other, with what agreement is left.
fn slip(one: Date, other: Date) -> Option<(f64, &'static str)> {
    let (year, month, day) =
        (one.year() == other.year(), one.month() == other.month(), one.day() == other.day());
    if year && one.month() == other.day() && one.day() == other.month() {
        return Some((11.0, "Day and month swapped"));
    }
    if month && day && (one.year() - other.year()).abs() == 1 {
        return Some((10.0, "Year of birth off by one"));
    }
    let (one_digits, other_digits) = (digits(one), digits(other));
    let differing: Vec<usize> = (0..8).filter(|at| one_digits[*at] != other_digits[*at]).collect();
    match differing[..] {
        [_] => return Some((10.0, "One digit of the date of birth differs")),
        [first, second]
            if second == first + 1
                && one_digits[first] == other_digits[second]
                && one_digits[second] == other_digits[first] =>
        {
            return Some((10.0, "Two digits of the date of birth swapped"));
        }
        _ => {}
    }
    if year && month && (one.day() - other.day()).abs() == 1 {
        return Some((9.0, "Day of birth off by one"));
    }
    if year && [one, other].iter().any(|date| date.month() == 1 && date.day() == 1) {
        return Some((5.0, "Same year of birth, and 1 January is often written when only the year is known"));
    }
    match (year, month, day) {
        (true, true, false) => Some((4.0, "Same month and year of birth")),
        (true, false, true) => Some((4.0, "Same day and year of birth, another month")),
        (false, true, true) => Some((3.0, "Same day and month of birth, another year")),
        _ => None,
    }
}

/// Day, month and year as they are keyed.
fn digits(date: Date) -> [u8; 8] {
    let text = format!("{:02}{:02}{:04}", date.day(), date.month(), date.year().unsigned_abs());
    let mut digits = [b'0'; 8];
    for (place, byte) in digits.iter_mut().zip(text.bytes()) {
        *place = byte;
    }
    digits
}

/// Adds a reason that is not worth points.
pub(super) fn not_compared(reasons: &mut Vec<Reason>, wanted: bool, known: bool) {
    if wanted && !known {
        reasons.push(Reason::new(Speaks::Neither, "No date of birth on record".to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn said(wanted: Date, known: Birth) -> (String, bool) {
        let evidence = compare_births(wanted, known);
        (evidence.reasons[0].sentence.split(':').next().unwrap_or_default().to_owned(), evidence.points > 0.0)
    }

    #[test]
    fn slips_are_named() {
        for (one, other, expected) in [
            (date(2015, 3, 27), date(2015, 3, 27), "Date of birth the same"),
            (date(2015, 3, 4), date(2015, 4, 3), "Day and month swapped"),
            (date(2015, 3, 27), date(2014, 3, 27), "Year of birth off by one"),
            (date(2020, 3, 27), date(2019, 3, 27), "Year of birth off by one"),
            (date(2015, 3, 27), date(2015, 3, 17), "One digit of the date of birth differs"),
            (date(2015, 3, 12), date(2015, 3, 21), "Two digits of the date of birth swapped"),
            (date(2015, 3, 30), date(2015, 3, 29), "Day of birth off by one"),
            (
                date(2015, 3, 27),
                date(2015, 1, 1),
                "Same year of birth, and 1 January is often written when only the year is known",
            ),
        ] {
            assert_eq!(said(one, Birth::exact(other)), (expected.to_owned(), true), "{one} {other}");
            assert_eq!(said(other, Birth::exact(one)).0, expected);
        }
        assert_eq!(
            said(date(2015, 3, 27), Birth::exact(date(2012, 8, 4))),
            ("Date of birth differs".to_owned(), false)
        );
    }

    #[test]
    fn estimates_and_expected_births() {
        assert!(said(date(2015, 3, 27), Birth::estimated(date(2014, 6, 1))).1);
        assert!(!said(date(2015, 3, 27), Birth::estimated(date(2010, 6, 1))).1);
        let expected = Birth::expected(date(2026, 5, 3));
        for (born, can_be) in [
            (date(2026, 1, 11), true),
            (date(2026, 1, 10), false),
            (date(2026, 5, 3), true),
            (date(2026, 5, 31), true),
            (date(2026, 6, 1), false),
        ] {
            assert_eq!(said(born, expected).1, can_be, "{born}");
        }
        let sentence = &compare_births(date(2026, 4, 24), expected).reasons[0].sentence;
        assert_eq!(sentence, "The record was made before birth, expected 3 May 2026; born 24 April 2026");
    }
}
