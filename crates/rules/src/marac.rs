//! The high-risk domestic abuse conference: referrals, hearings, repeats.

use calendar::periods::add_months;
use jiff::civil::Date;
use record::events::{MaracHeard, MaracReferred};
use record::{Event, Timeline, TimelineEntry};

use crate::asked::{Asked, asked};

/// LAW: none; the definition is SafeLives': the same victim again within twelve months.
const REPEAT_MONTHS: i32 = 12;

/// Every referral on a person's record, the victim's or a child's, with the hearing.
pub fn referrals(timeline: &Timeline) -> Vec<Asked<'_, MaracReferred>> {
    asked(timeline, |_, event| matches!(event, Event::MaracHeard(_)).then_some(None))
}

/// The last hearing of a victim within twelve months before a day: a referral on that day is a repeat.
pub fn heard_before(timeline: &Timeline, on: Date) -> Option<&TimelineEntry> {
    let recent = |day: Date| day < on && add_months(day, REPEAT_MONTHS) >= on;
    timeline.of::<MaracHeard>().map(|(entry, _)| entry).rfind(|entry| recent(entry.day()))
}
