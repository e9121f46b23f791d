//! A duty: one running of one timescale for one child.

use calendar::{Within, london};
use chronology::{EntryId, Occurred, PersonId};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::timescales::Timescale;

/// A running of a timescale, as its own file finds it in the timeline: what started it, what stopped it.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// What started it, and when.
    pub started: (EntryId, Occurred),
    /// What stopped it, and when, if anything did.
    pub stopped: Option<(EntryId, Occurred)>,
    /// The day from which it no longer applies though nothing stopped it: the case closed, the child grew up.
    pub lapsed_on: Option<Date>,
    /// The limit, where the case sets its own (the plan's visits); the timescale's limit otherwise.
    pub within: Option<Within>,
    /// The day from which the limit counts, where it is not the day that it started: a report must be shared
    /// so long before the day of the conference, and the booking is what starts that.
    pub counted_from: Option<Date>,
    /// The day whose law governs it, where it is not the day that it started: an assessment follows the rule
    /// of the day on which it began, though its limit counts from the referral.
    pub governed_on: Option<Date>,
    /// What it is about, where one child may have several at once: “by Police”.
    pub about: Option<String>,
}

impl Run {
    /// A run started by an entry and not stopped.
    pub fn started(by: EntryId, at: Occurred) -> Self {
        Self {
            started: (by, at),
            stopped: None,
            lapsed_on: None,
            within: None,
            counted_from: None,
            governed_on: None,
            about: None,
        }
    }

    /// The same run, stopped.
    pub fn stopped(mut self, stopped: Option<(EntryId, Occurred)>) -> Self {
        self.stopped = stopped;
        self
    }

    /// The same run, no longer applying from a day.
    pub fn lapsed(mut self, on: Option<Date>) -> Self {
        self.lapsed_on = on;
        self
    }

    /// The same run, under a limit of its own.
    pub fn within(mut self, within: Option<Within>) -> Self {
        self.within = within;
        self
    }

    /// The same run, its limit counting from a day other than the day that it started.
    pub fn counted_from(mut self, day: Date) -> Self {
        self.counted_from = Some(day);
        self
    }

    /// The same run, under the law of a day other than the day that it started.
    pub fn governed_on(mut self, day: Date) -> Self {
        self.governed_on = Some(day);
        self
    }

    /// The same run, saying what it is about.
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = Some(about.into());
        self
    }

    /// The day from which its limit counts: day 0.
    pub fn counts_from(&self) -> Date {
        self.counted_from.unwrap_or(self.started.1.date())
    }
}

/// One running of one timescale for one child, with its due date and its reasons.
#[derive(Clone, Debug)]
pub struct Duty {
    /// The child.
    pub person: PersonId,
    /// The timescale.
    pub timescale: &'static Timescale,
    /// The running.
    pub run: Run,
    /// The limit that applied.
    pub within: Within,
    /// The day by which it was to be done. `None`: the limit is in hours and no time was recorded.
    pub due_on: Option<Date>,
    /// Whether it was done within the limit; `None` if it was not done, or nobody can tell.
    pub in_time: Option<bool>,
    /// Why it is due then, in words.
    pub because: String,
}

/// How a duty stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// Not done, and its day has passed.
    Overdue,
    /// Not done, and its day has not passed.
    Due,
    /// Done after its limit.
    Late,
    /// Done within its limit.
    Met,
    /// No longer applies, undone.
    Lapsed,
}

impl DutyState {
    /// The state as the command line prints it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Due => "due",
            Self::Late => "late",
            Self::Met => "met",
            Self::Lapsed => "lapsed",
        }
    }
}

impl Duty {
    /// Works out a running of a timescale.
    pub fn of(person: &PersonId, timescale: &'static Timescale, run: Run) -> Self {
        let within = run.within.unwrap_or(timescale.within);
        let (_, start) = run.started;
        let due_on = match within {
            Within::Hours(_) => start.instant().map(|at| london::date_of(within.due_instant(at))),
            _ => Some(within.due(run.counts_from())),
        };
        let in_time = run.stopped.and_then(|(_, stop)| match within {
            Within::Hours(_) => in_time_by_hours(within, start, stop),
            _ => within.in_time(run.counts_from(), stop.date()),
        });
        let because = timescale.because(&run, within, due_on);
        Self { person: person.clone(), timescale, run, within, due_on, in_time, because }
    }

    /// The day it started.
    pub fn started_on(&self) -> Date {
        self.run.started.1.date()
    }

    /// The day it was done.
    pub fn stopped_on(&self) -> Option<Date> {
        self.run.stopped.map(|(_, at)| at.date())
    }

    /// How it stood at the end of a day; `None` if it had not started.
    pub fn state_on(&self, day: Date) -> Option<DutyState> {
        if self.started_on() > day {
            return None;
        }
        if self.stopped_on().is_some_and(|stopped| stopped <= day) {
            return Some(match self.in_time {
                Some(false) if self.ceased_first() => DutyState::Lapsed,
                Some(false) => DutyState::Late,
                _ => DutyState::Met,
            });
        }
        if self.run.lapsed_on.is_some_and(|lapsed| lapsed <= day) {
            return Some(DutyState::Lapsed);
        }
        Some(if self.last_day() < day { DutyState::Overdue } else { DutyState::Due })
    }

    /// The moment by which it was to be done, where the limit is in hours and the time of its start is known.
    pub fn due_at(&self) -> Option<Timestamp> {
        let start = self.run.started.1.instant().filter(|_| self.within.needs_time())?;
        Some(self.within.due_instant(start))
    }

    /// The last day on which it can still be in time. Without the time of its start a limit in hours has no
    /// known due date, but a day after which it is certainly overdue.
    fn last_day(&self) -> Date {
        let latest = || london::date_of(self.within.due_instant(london::last_instant_of(self.started_on())));
        self.due_on.unwrap_or_else(latest)
    }

    /// Whether it ceased to apply while there was still time, and was done only after that: a child does not
    /// become late once out of scope.
    fn ceased_first(&self) -> bool {
        let done_after = |lapsed| self.stopped_on().is_none_or(|stopped| lapsed < stopped);
        self.run.lapsed_on.is_some_and(|lapsed| lapsed <= self.last_day() && done_after(lapsed))
    }
}

/// Whether a stop met a limit in hours, as far as the times recorded can tell. Where a time is missing the
/// moment lies somewhere in its day: the answer is given only if it is the same wherever in the day it lies.
fn in_time_by_hours(within: Within, start: Occurred, stop: Occurred) -> Option<bool> {
    let first = |at: Occurred| at.instant().unwrap_or_else(|| london::start_of(at.date()));
    let last = |at: Occurred| at.instant().unwrap_or_else(|| london::last_instant_of(at.date()));
    if within.in_time_at(first(start), last(stop)) {
        Some(true)
    } else if within.in_time_at(last(start), first(stop)) {
        None
    } else {
        Some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timescales::timescale;

    fn duty(id: &str, started: &str, stopped: Option<&str>, lapsed: Option<&str>) -> Duty {
        let at = |text: &str| text.parse::<Occurred>().unwrap();
        let run = Run::started(EntryId::new(1, 0), at(started))
            .stopped(stopped.map(|stopped| (EntryId::new(2, 0), at(stopped))))
            .lapsed(lapsed.map(|day| day.parse().unwrap()));
        Duty::of(&"child".parse().unwrap(), timescale(id).unwrap(), run)
    }

    #[test]
    fn hours_without_times_are_judged_only_where_the_times_could_not_matter() {
        let in_time = |started, stopped| duty("acute-medical", started, Some(stopped), None).in_time;
        assert_eq!(in_time("2026-03-07T10:00+00:00", "2026-03-08T10:00+00:00"), Some(true));
        assert_eq!(in_time("2026-03-07T10:00+00:00", "2026-03-08T10:01+00:00"), Some(false));
        assert_eq!(in_time("2026-03-07T10:00+00:00", "2026-03-08"), None);
        assert_eq!(in_time("2026-03-07", "2026-03-07"), Some(true));
        assert_eq!(in_time("2026-03-07", "2026-03-08"), None);
        assert_eq!(in_time("2026-03-07", "2026-03-09"), Some(false));
    }

    #[test]
    fn a_start_without_a_time_has_no_due_date_and_is_overdue_when_it_must_be() {
        let duty = duty("acute-medical", "2026-03-07", None, None);
        let on = |day: &str| duty.state_on(day.parse().unwrap());
        assert_eq!((duty.due_on, duty.due_at()), (None, None));
        assert_eq!([on("2026-03-06"), on("2026-03-08")], [None, Some(DutyState::Due)]);
        assert_eq!(on("2026-03-09"), Some(DutyState::Overdue));
    }

    #[test]
    fn what_ceased_in_time_and_was_done_later_is_not_late() {
        let on = "2026-12-31".parse().unwrap();
        let state = |stopped, lapsed| duty("icpc-15wd", "2026-03-03", Some(stopped), lapsed).state_on(on);
        // Due on 24 March.
        assert_eq!(state("2026-03-26", Some("2026-03-20")), Some(DutyState::Lapsed));
        assert_eq!(state("2026-03-26", Some("2026-03-25")), Some(DutyState::Late));
        assert_eq!(state("2026-03-26", None), Some(DutyState::Late));
        assert_eq!(state("2026-03-24", Some("2026-03-24")), Some(DutyState::Met));
    }
}
