//! Limits as findings count them: the day from which one is missed, and the sum in words.

use calendar::{Within, display, london};
use chronology::{EntryId, Occurred};
use jiff::civil::Date;
use record::TimelineEntry;
use record::timeline::Involvement;

use crate::days::{day_after, earliest};
use crate::{Circle, Found};

/// The first day at whose end a limit has been missed: the day after its last day or, for a limit in hours,
/// the day on which the hours run out.
pub(crate) fn missed_on(within: Within, start: Occurred) -> Date {
    match within {
        Within::Hours(_) => start
            .instant()
            .map_or_else(|| within.due(start.date()), |instant| london::date_of(within.due_instant(instant))),
        _ => day_after(within.due(start.date())),
    }
}

/// “3 working days from 4 March 2026 ended on 9 March 2026”.
pub(crate) fn sum(within: Within, start: Occurred) -> String {
    let from = moment(start);
    let end = match (within, start.instant()) {
        (Within::Hours(_), Some(instant)) => display::date_and_time(within.due_instant(instant)),
        _ => display::full_date(within.due(start.date())),
    };
    format!("{} from {from} ended on {end}", within.describe())
}

/// A day, or a day and a time, in words.
pub(crate) fn moment(at: Occurred) -> String {
    let day = display::full_date(at.date());
    at.time().map_or(day.clone(), |time| format!("{day} at {}", display::time(time)))
}

/// A number of the authority's settings as a limit in working days.
pub(crate) fn working_days(number: u32) -> Within {
    Within::WorkingDays(signed(number))
}

/// A number of the authority's settings as a limit in weeks.
pub(crate) fn weeks(number: u32) -> Within {
    Within::Weeks(signed(number))
}

/// A number of the authority's settings as a limit in months.
pub(crate) fn months(number: u32) -> Within {
    Within::Months(signed(number))
}

/// A number of the authority's settings as a limit in hours.
pub(crate) fn hours(number: u32) -> Within {
    Within::Hours(signed(number))
}

/// What is found once an asking has gone unanswered for longer than a limit: these words, and the sum.
pub(crate) fn unanswered(
    entry: &TimelineEntry,
    answer: Option<&TimelineEntry>,
    within: Within,
    words: &str,
    mend: &'static str,
) -> Found {
    let because = format!("{words}: {}.", sum(within, entry.occurred));
    Found::since(missed_on(within, entry.occurred), because)
        .cleared(answer.map(TimelineEntry::day))
        .from([entry.id])
        .mended_by(mend)
        .waited_from(entry.day())
}

/// What is found of a plan on which it was agreed when to look at it again, each time the day passed and nobody had:
/// these words about the day. `looks`: the entries that looked, with the day each set; `to`: when the plan ended.
pub(crate) fn looks_missed(
    looks: &[(EntryId, Date, Option<Date>)],
    to: Option<Date>,
    words: impl Fn(Date) -> String,
    mend: &'static str,
) -> Vec<Found> {
    let found = |(place, (by, on, next)): (usize, &(EntryId, Date, Option<Date>))| {
        let next = (*next)?;
        let then = looks.get(place + 1).map(|(_, on, _)| *on);
        let one = Found::since(day_after(next.max(*on)), words(next)).cleared(earliest([then, to]));
        Some(one.from([*by]).mended_by(mend).waited_from(next))
    };
    looks.iter().enumerate().filter_map(found).collect()
}

fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The involvement that was running on a day, or that began after it first.
pub(crate) fn involvement_from<'t>(circle: &Circle<'t>, day: Date) -> Option<&'t Involvement> {
    circle.timeline.involvements.iter().find(|one| one.span.to.is_none_or(|to| day < to))
}

/// The part of a finding that lies within an involvement: a finding about the work with a child holds only
/// while there is work.
pub(crate) fn while_open(found: Found, involvement: &Involvement) -> Found {
    let since = found.since.max(involvement.span.from);
    let cleared_on = earliest([found.cleared_on, involvement.span.to]);
    Found { since, cleared_on, ..found }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_limit_in_days_is_missed_the_day_after_its_last() {
        // Friday 6 March 2026 and one working day: Monday, so missed on Tuesday.
        assert_eq!(missed_on(working_days(1), Occurred::day(date(2026, 3, 6))), date(2026, 3, 10));
        assert_eq!(
            sum(weeks(4), Occurred::day(date(2026, 3, 6))),
            "4 weeks from 6 March 2026 ended on 3 April 2026"
        );
    }

    #[test]
    fn a_limit_in_hours_is_missed_the_day_they_run_out() {
        let morning: Occurred = "2026-03-06T09:00+00:00".parse().unwrap();
        let night: Occurred = "2026-03-06T20:00+00:00".parse().unwrap();
        assert_eq!(missed_on(hours(8), morning), date(2026, 3, 6));
        assert_eq!(missed_on(hours(8), night), date(2026, 3, 7));
        assert_eq!(missed_on(hours(8), Occurred::day(date(2026, 3, 6))), date(2026, 3, 7));
    }
}
