//! Days and times as people in England read them off the wall.

use calendar::london;
use chronology::Occurred;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, Offset};

/// Reads a day, or a day and a time: England's wall time unless an offset from Greenwich is given.
pub(super) fn occurred(day: &str, time: Option<&str>) -> Result<Occurred, String> {
    let (day, time) = match (day.split_once('T'), time) {
        (Some((day, time)), None) => (day, Some(time)),
        (Some(_), Some(_)) => return Err(format!("“{day}” already gives a time")),
        (None, time) => (day, time),
    };
    let date: Date = plain_date(day).ok_or_else(|| format!("“{day}” is not a day: write 2026-03-18"))?;
    let Some(written) = time else { return Ok(Occurred::day(date)) };
    let fault =
        || format!("“{written}” is not a time: write 15:30, or 15:30+00:00 with its offset from Greenwich");
    if let Some(time) = written.strip_suffix('Z') {
        return Ok(Occurred::moment(date, plain_time(time).ok_or_else(fault)?, Offset::UTC));
    }
    if let Some(at) = written.find(['+', '-']) {
        let time = plain_time(&written[..at]).ok_or_else(fault)?;
        return Ok(Occurred::moment(date, time, offset(&written[at..]).ok_or_else(fault)?));
    }
    let time = plain_time(written).ok_or_else(fault)?;
    match london::zone().to_ambiguous_timestamp(date.to_datetime(time)).offset() {
        AmbiguousOffset::Unambiguous { offset } => Ok(Occurred::moment(date, time, offset)),
        AmbiguousOffset::Gap { .. } => {
            Err(format!("{written} on {date} does not exist: the clocks went forward over it"))
        }
        AmbiguousOffset::Fold { .. } => Err(format!(
            "{written} came twice on {date}, when the clocks went back: write {written}+01:00 for the first, \
             {written}+00:00 for the second"
        )),
    }
}

/// Reads an instant: `2026-03-18T16:40Z`, or a day and a time as for [`occurred`].
pub(super) fn instant(day: &str, time: Option<&str>) -> Result<Timestamp, String> {
    if time.is_none()
        && let Ok(instant) = day.parse::<Timestamp>()
    {
        return Ok(instant);
    }
    let occurred = occurred(day, time)?;
    occurred.instant().ok_or_else(|| format!("“{day}” gives no time: write 2026-03-18 16:40"))
}

/// Writes a day or a moment: the time bare where a clock in England shows it once, else with its offset.
pub(super) fn written(occurred: Occurred) -> String {
    let date = occurred.date();
    let Some(time) = occurred.time() else { return date.to_string() };
    let full = occurred.to_string().replacen('T', " ", 1);
    let bare = || {
        let seconds = if time.second() == 0 { String::new() } else { format!(":{:02}", time.second()) };
        format!("{date} {:02}:{:02}{seconds}", time.hour(), time.minute())
    };
    match london::zone().to_ambiguous_timestamp(date.to_datetime(time)).offset() {
        AmbiguousOffset::Unambiguous { offset } if Occurred::moment(date, time, offset) == occurred => bare(),
        _ => full,
    }
}

fn plain_date(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|date| date.to_string() == text)
}

fn plain_time(text: &str) -> Option<Time> {
    let shape = |c: char| c.is_ascii_digit() || c == ':';
    let sized = matches!(text.len(), 5 | 8) && text.chars().all(shape);
    if sized { text.parse().ok() } else { None }
}

/// An offset from Greenwich, `+01:00`.
fn offset(text: &str) -> Option<Offset> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text[1..].split_once(':')?;
    let two_digits = |part: &str| part.len() == 2 && part.chars().all(|c| c.is_ascii_digit());
    if !two_digits(hours) || !two_digits(minutes) {
        return None;
    }
    let minutes = hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?;
    Offset::from_seconds(sign * minutes * 60).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wall_times_are_england_s() {
        let summer = occurred("2026-07-01", Some("00:30")).unwrap();
        assert_eq!(summer.to_string(), "2026-07-01T00:30+01:00");
        assert_eq!(written(summer), "2026-07-01 00:30");
        assert_eq!(instant("2026-07-01", Some("00:30")).unwrap().to_string(), "2026-06-30T23:30:00Z");
        assert_eq!(instant("2026-03-18T16:40Z", None).unwrap().to_string(), "2026-03-18T16:40:00Z");
    }

    #[test]
    fn the_hour_that_comes_twice_needs_its_offset() {
        assert!(occurred("2026-10-25", Some("01:30")).unwrap_err().contains("came twice"));
        for text in ["2026-10-25 01:30+01:00", "2026-10-25 01:30+00:00", "2026-10-25 01:30:05+00:00"] {
            let (day, time) = text.split_once(' ').unwrap();
            assert_eq!(written(occurred(day, Some(time)).unwrap()), text);
        }
    }

    #[test]
    fn the_hour_that_never_comes_is_refused() {
        assert!(occurred("2026-03-29", Some("01:30")).unwrap_err().contains("does not exist"));
        assert!(occurred("2026-03-29", Some("02:00")).is_ok());
    }

    #[test]
    fn elsewhere_keeps_its_offset() {
        let there = occurred("2026-03-18", Some("15:30+05:30")).unwrap();
        assert_eq!(written(there), "2026-03-18 15:30+05:30");
    }

    #[test]
    fn what_is_no_day_or_time_is_refused() {
        for (day, time) in [
            ("2026-02-30", None),
            ("18/03/2026", None),
            ("2026-03-18", Some("25:00")),
            ("2026-03-18", Some("3pm")),
            ("2026-03-18", Some("15:30+999999999:00")),
            ("2026-03-18", Some("15:30+é")),
            ("2026-03-18T15:30", Some("15:30")),
        ] {
            assert!(occurred(day, time).is_err(), "{day} {time:?}");
        }
        assert!(instant("2026-03-18", None).is_err());
    }
}
