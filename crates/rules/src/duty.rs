//! A duty: one running of one timescale for one child.

use calendar::Within;
use chronology::{EntryId, Occurred, PersonId};
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
    /// What it is about, where one child may have several at once: “by Police”.
    pub about: Option<String>,
}

impl Run {
    /// A run started by an entry and not stopped.
    pub fn started(by: EntryId, at: Occurred) -> Self {
        Self { started: (by, at), stopped: None, lapsed_on: None, within: None, about: None }
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
            Within::Hours(_) => start.instant().map(|at| calendar::london::date_of(within.due_instant(at))),
            _ => Some(within.due(start.date())),
        };
        let in_time = run.stopped.and_then(|(_, stop)| match within {
            Within::Hours(_) => match (start.instant(), stop.instant()) {
                (Some(from), Some(to)) => Some(within.in_time_at(from, to)),
                // Without a time, a day before the limit's own day is in time and a day after it is late.
                _ => due_on.filter(|due| stop.date() != *due).map(|due| stop.date() < due),
            },
            _ => within.in_time(start.date(), stop.date()),
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
            return Some(if self.in_time == Some(false) { DutyState::Late } else { DutyState::Met });
        }
        if self.run.lapsed_on.is_some_and(|lapsed| lapsed <= day) {
            return Some(DutyState::Lapsed);
        }
        Some(if self.due_on.is_some_and(|due| due < day) { DutyState::Overdue } else { DutyState::Due })
    }
}
