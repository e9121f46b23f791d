//! The present: the one place below the edges that reads it, and only when a caller hands it in.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// What tells the time to a store. The county simulator and tests hand in their own.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The clock of the machine, to the millisecond.
pub fn system_clock() -> Clock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the store's writer is an edge: recorded_at is the present"
    )]
    Arc::new(|| {
        let now = Timestamp::now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    })
}

/// The day in England at a moment.
pub fn england_day(moment: Timestamp) -> Date {
    // The database of time zones is bundled, so London is always known.
    let london = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    moment.to_zoned(london).date()
}
