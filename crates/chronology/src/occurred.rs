//! When something happened: a day, or a moment with its offset from Greenwich.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// When something happened, as far as it is known: always a day, sometimes a time.
///
/// The time keeps its offset from Greenwich, so the hour that comes twice when the clocks go back stays
/// two hours. Where no time was recorded none is assumed: a limit in hours then has no known start.
/// Days sort before the times of the same day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Occurred {
    date: Date,
    time: Option<(Time, Offset)>,
}

impl Occurred {
    /// A day whose time was not recorded.
    pub fn day(date: Date) -> Self {
        Self { date, time: None }
    }

    /// A moment on a day, with its offset from Greenwich. Fractions of a second, and of a minute of offset,
    /// are not kept: nobody writes them down, and what is kept must read back as it was.
    pub fn moment(date: Date, time: Time, offset: Offset) -> Self {
        let whole = time.with().subsec_nanosecond(0).build().unwrap_or(time);
        let offset = Offset::from_seconds(offset.seconds() / 60 * 60).unwrap_or(offset);
        Self { date, time: Some((whole, offset)) }
    }

    /// The day, by the clock on the wall.
    pub fn date(self) -> Date {
        self.date
    }

    /// The time by the clock on the wall, if it was recorded.
    pub fn time(self) -> Option<Time> {
        self.time.map(|(time, _)| time)
    }

    /// The moment, if the time was recorded.
    pub fn instant(self) -> Option<Timestamp> {
        let (time, offset) = self.time?;
        offset.to_timestamp(self.date.to_datetime(time)).ok()
    }
}

impl From<Date> for Occurred {
    fn from(date: Date) -> Self {
        Self::day(date)
    }
}

impl Ord for Occurred {
    fn cmp(&self, other: &Self) -> Ordering {
        self.date.cmp(&other.date).then_with(|| match (self.instant(), other.instant()) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            // The same instant by two clocks is told apart, so that equal means the same.
            (Some(mine), Some(theirs)) => mine.cmp(&theirs).then_with(|| self.time().cmp(&other.time())),
        })
    }
}

impl PartialOrd for Occurred {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Occurred {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        let Some((time, offset)) = self.time else { return Ok(()) };
        let minutes = offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
        if time.second() != 0 {
            write!(f, ":{:02}", time.second())?;
        }
        write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    }
}

impl FromStr for Occurred {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("“{text}” is not a day (2026-03-02) or a moment (2026-03-02T14:10+00:00)");
        let Some((day, rest)) = text.split_once('T') else {
            return text.parse().map(Self::day).map_err(|_| fault());
        };
        let date: Date = day.parse().map_err(|_| fault())?;
        let at = rest.rfind(['+', '-']).ok_or_else(fault)?;
        let time: Time = rest[..at].parse().map_err(|_| fault())?;
        let (hours, minutes) = rest[at + 1..].split_once(':').ok_or_else(fault)?;
        let number = |text: &str, max: i32| match text.parse::<i32>() {
            Ok(number) if text.len() == 2 && (0..=max).contains(&number) => Ok(number),
            _ => Err(fault()),
        };
        let (hours, minutes) = (number(hours, 23)?, number(minutes, 59)?);
        let seconds = (hours * 60 + minutes) * 60 * if rest[at..].starts_with('-') { -1 } else { 1 };
        let offset = Offset::from_seconds(seconds).map_err(|_| fault())?;
        Ok(Self::moment(date, time, offset))
    }
}

impl Serialize for Occurred {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Occurred {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trips() {
        for text in ["2026-03-02", "2026-03-02T14:10+00:00", "2026-10-25T01:30:05+01:00"] {
            assert_eq!(text.parse::<Occurred>().unwrap().to_string(), text);
        }
        for wrong in ["", "2026-02-30", "2026-03-02T14:10", "2026-03-02T25:00+00:00", "yesterday"] {
            assert!(wrong.parse::<Occurred>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_hour_that_comes_twice_is_two_hours() {
        let summer: Occurred = "2026-10-25T01:30+01:00".parse().unwrap();
        let winter: Occurred = "2026-10-25T01:10+00:00".parse().unwrap();
        assert!(summer < winter);
        assert!(Occurred::day(summer.date()) < summer);
    }
}
