//! How dates, times, due dates and numbers of things are written for people.
//!
//! One way each, everywhere: *3 March 2026* in a sentence, *3 Mar 2026* in a table, *Tue 24 March* beside something due
//! soon, *2:15pm* for a time. A due date is followed by how far off it is in working days, because that is what a
//! worker has to do it in.
//!
//! ```
//! use calendar::display;
//! use jiff::civil::date;
//!
//! let today = date(2026, 3, 18);
//! assert_eq!(display::full_date(date(2026, 3, 3)), "3 March 2026");
//! assert_eq!(display::weekday_date(date(2026, 3, 24)), "Tue 24 March");
//! assert_eq!(display::how_far_off(today, date(2026, 3, 24)), "in 4 working days");
//! assert_eq!(display::how_far_off(today, date(2026, 3, 16)), "2 working days overdue");
//! ```

use crate::london;
use crate::working_days::working_days_between;
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};

/// "3 March 2026": a date in a sentence.
pub fn full_date(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// “24 Mar”: as much of a day as a narrow column holds.
pub fn day_and_month(date: Date) -> String {
    let text = table_date(date);
    text.rsplit_once(' ').map_or(text.clone(), |(start, _)| start.to_owned())
}

/// "3 Mar 2026": a date in a table.
pub fn table_date(date: Date) -> String {
    format!("{} {} {}", date.day(), &month_name(date)[..3], date.year())
}

/// "Tue 24 March": a date within the year that everybody is thinking of.
pub fn weekday_date(date: Date) -> String {
    format!("{} {} {}", &weekday_name(date)[..3], date.day(), month_name(date))
}

/// "Tuesday 24 March 2026": a date in a letter or a heading.
pub fn long_date(date: Date) -> String {
    format!("{} {}", weekday_name(date), full_date(date))
}

/// "March 2026": a month in a chart or a heading.
pub fn month_and_year(date: Date) -> String {
    format!("{} {}", month_name(date), date.year())
}

/// "2:15pm". Noon is "midday" and the first minute of a day is "midnight", because 12:00pm and 12:00am are misread.
pub fn time(time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (hour, minute) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "midday".to_owned(),
        _ => {
            let half = if hour < 12 { "am" } else { "pm" };
            format!("{}:{minute:02}{half}", (hour + 11) % 12 + 1)
        }
    }
}

/// "3 March 2026 at 2:15pm", by a clock in England.
pub fn date_and_time(instant: Timestamp) -> String {
    let shown = london::wall_clock(instant);
    format!("{} at {}", full_date(shown.date()), time(shown.time()))
}

/// "1 working day", "4 working days".
pub fn working_days(count: u32) -> String {
    counted(count, "working day")
}

/// A number and its unit: "1 week", "4 weeks".
pub fn counted(count: u32, unit: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

/// How many there are, in a sentence: "no case", "1 case", "4 cases".
pub fn how_many(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => format!("no {one}"),
        1 => format!("1 {one}"),
        more => format!("{more} {many}"),
    }
}

/// The text with a capital at its start, as a sentence has: "Élodie’s family".
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// How far off a due date is: "today", "tomorrow", "in 4 working days", "2 working days overdue".
///
/// Where a weekend hides the difference, calendar days are given instead: on a Friday, something due on the Sunday is
/// due "in 2 days"; on a Saturday, something due on the Friday is "1 day overdue".
pub fn how_far_off(today: Date, due: Date) -> String {
    let days = (due.duration_since(today).as_hours() / 24).unsigned_abs() as u32;
    let worked = working_days_between(today, due).unsigned_abs();
    let distance = if worked == 0 { counted(days, "day") } else { working_days(worked) };
    match due.cmp(&today) {
        std::cmp::Ordering::Equal => "today".to_owned(),
        std::cmp::Ordering::Greater if days == 1 => "tomorrow".to_owned(),
        std::cmp::Ordering::Greater => format!("in {distance}"),
        std::cmp::Ordering::Less => format!("{distance} overdue"),
    }
}

/// How long ago something was: "today", "yesterday", "2 working days ago". For a date still to come, as
/// [`how_far_off`].
pub fn how_long_ago(today: Date, happened: Date) -> String {
    let days = today.duration_since(happened).as_hours() / 24;
    let worked = working_days_between(happened, today).unsigned_abs();
    match days {
        ..=0 => how_far_off(today, happened),
        1 => "yesterday".to_owned(),
        _ if worked == 0 => format!("{} ago", counted(days.unsigned_abs() as u32, "day")),
        _ => format!("{} ago", working_days(worked)),
    }
}

/// The name of the month: "March".
pub fn month_name(date: Date) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES[date.month().unsigned_abs() as usize - 1]
}

/// The name of the day of the week: "Tuesday".
pub fn weekday_name(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;
    use jiff::civil::date;

    #[test]
    fn dates() {
        let day = date(2026, 3, 3);
        assert_eq!(full_date(day), "3 March 2026");
        assert_eq!(table_date(day), "3 Mar 2026");
        assert_eq!(table_date(date(2011, 9, 10)), "10 Sep 2011");
        assert_eq!(weekday_date(date(2026, 3, 24)), "Tue 24 March");
        assert_eq!(long_date(date(2026, 12, 31)), "Thursday 31 December 2026");
        assert_eq!(month_and_year(date(2024, 1, 1)), "January 2024");
    }

    #[test]
    fn times() {
        for (hour, minute, expected) in [
            (0, 0, "midnight"),
            (0, 5, "12:05am"),
            (9, 7, "9:07am"),
            (11, 59, "11:59am"),
            (12, 0, "midday"),
            (12, 1, "12:01pm"),
            (14, 15, "2:15pm"),
            (23, 40, "11:40pm"),
        ] {
            assert_eq!(time(civil::time(hour, minute, 0, 0)), expected);
        }
        assert_eq!(date_and_time("2026-07-01T13:15:00Z".parse().unwrap()), "1 July 2026 at 2:15pm");
    }

    #[test]
    fn distances_from_today() {
        let wednesday = date(2026, 3, 18);
        for (today, due, expected) in [
            (wednesday, wednesday, "today"),
            (wednesday, date(2026, 3, 19), "tomorrow"),
            (wednesday, date(2026, 3, 20), "in 2 working days"),
            (wednesday, date(2026, 3, 24), "in 4 working days"),
            (wednesday, date(2026, 3, 17), "1 working day overdue"),
            (wednesday, date(2026, 3, 16), "2 working days overdue"),
            (date(2026, 3, 20), date(2026, 3, 21), "tomorrow"),
            (date(2026, 3, 20), date(2026, 3, 22), "in 2 days"),
            (date(2026, 3, 20), date(2026, 3, 23), "in 1 working day"),
            (date(2026, 3, 21), date(2026, 3, 20), "1 day overdue"),
            (date(2026, 3, 23), date(2026, 3, 22), "1 working day overdue"),
            (date(2026, 4, 2), date(2026, 4, 7), "in 1 working day"), // across Easter
        ] {
            assert_eq!(how_far_off(today, due), expected, "{due} seen on {today}");
        }
    }

    #[test]
    fn distances_back() {
        let wednesday = date(2026, 3, 18);
        assert_eq!(how_long_ago(wednesday, wednesday), "today");
        assert_eq!(how_long_ago(wednesday, date(2026, 3, 17)), "yesterday");
        assert_eq!(how_long_ago(wednesday, date(2026, 3, 16)), "2 working days ago");
        assert_eq!(how_long_ago(date(2026, 3, 22), date(2026, 3, 20)), "2 days ago");
        assert_eq!(how_long_ago(wednesday, date(2026, 3, 24)), "in 4 working days");
    }
}
