//! Days and the days beside them.

use calendar::periods;
use jiff::civil::Date;

/// The next day.
pub(crate) fn day_after(day: Date) -> Date {
    periods::add_calendar_days(day, 1)
}

/// The earliest of some days that may not come.
pub(crate) fn earliest(days: impl IntoIterator<Item = Option<Date>>) -> Option<Date> {
    days.into_iter().flatten().min()
}
