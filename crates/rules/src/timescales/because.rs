//! Why something is due when it is, in words.

use calendar::{Within, display};
use jiff::civil::Date;

use super::Timescale;
use crate::Run;

impl Timescale {
    /// Why a running is due when it is: what must be done, the arithmetic, what would stop it, whose rule.
    pub(crate) fn because(&self, run: &Run, within: Within, due_on: Option<Date>) -> String {
        let about = run.about.as_ref().map(|about| format!(" ({about})")).unwrap_or_default();
        let counted = self.counted(run.counts_from(), within, due_on);
        let force = display::capital(self.law.force.label());
        format!(
            "{}{about}: {counted}. It stops when {}. {force}: {}.",
            self.title, self.stops, self.law.source
        )
    }

    fn counted(&self, from: Date, within: Within, due_on: Option<Date>) -> String {
        let start = format!("{}, {}", self.starts, display::long_date(from));
        if within.amount() == 0 {
            return format!("on the same day as {start}");
        }
        let by = match due_on {
            Some(due) => format!("so by {}", display::long_date(due)),
            None => "but no time was recorded, so nobody can say when that is".to_owned(),
        };
        if within.amount() < 0 {
            return format!("at least {} {start}, {by}", within.describe());
        }
        format!("within {} of {start}, {by}", within.describe())
    }
}

#[cfg(test)]
mod tests {
    use chronology::{EntryId, Occurred};
    use jiff::civil::date;

    use super::*;
    use crate::timescales::timescale;

    fn because(id: &str, run: Run, within: Within, due: Option<Date>) -> String {
        timescale(id).unwrap().because(&run, within, due)
    }

    #[test]
    fn a_limit_after_before_and_on_the_day_reads_as_english() {
        let run = Run::started(EntryId::new(1, 0), Occurred::day(date(2022, 5, 27)));
        let text = because("icpc-15wd", run, Within::WorkingDays(15), Some(date(2022, 6, 21)));
        assert!(
            text.starts_with(
                "Hold the initial child protection conference: within 15 working days of the strategy discussion \
                 that opened the enquiry, Friday 27 May 2022, so by Tuesday 21 June 2022. It stops when "
            ),
            "{text}"
        );
        let booked = Run::started(EntryId::new(1, 0), Occurred::day(date(2026, 3, 5)));
        let booked = booked.counted_from(date(2026, 3, 23));
        let text = because("cp-parent-report-icpc", booked, Within::WorkingDays(-2), Some(date(2026, 3, 19)));
        let says = "at least 2 working days before the initial conference, Monday 23 March 2026, so by \
                    Thursday 19 March 2026.";
        assert!(text.contains(says), "{text}");
        let run = Run::started(EntryId::new(1, 0), Occurred::day(date(2026, 3, 3)));
        let text = because("strategy-discussion-local", run, Within::CalendarDays(0), Some(date(2026, 3, 3)));
        assert!(text.contains(": on the same day as reasonable cause"), "{text}");
    }

    #[test]
    fn hours_without_a_time_say_that_nobody_can_tell() {
        let run = Run::started(EntryId::new(1, 0), Occurred::day(date(2026, 3, 3)));
        let text = because("mash-triage-red", run, Within::Hours(4), None);
        assert!(text.contains("within 4 hours of") && text.contains("nobody can say"), "{text}");
    }
}
