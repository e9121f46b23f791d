//! Timescales: limits by which something must be done, one file each.
//!
//! A file declares its timescale as a constant: the law, the limit, which entries start and stop it, and
//! examples on both sides of the limit written in the notation, which are its documentation and its tests.

use calendar::{Within, display};
use jiff::civil::Date;

use crate::{Circle, Duty, Force, Law, Run};

mod single_assessment;

/// A limit, statutory or local, by which something must be done.
#[derive(Debug)]
pub struct Timescale {
    /// Its id, as in the domain tables and on the command line: `icpc-15wd`.
    pub id: &'static str,
    /// What must be done: “Hold the initial child protection conference”.
    pub title: &'static str,
    /// Where it comes from and when it is in force, judged on the day it starts.
    pub law: Law,
    /// The limit.
    pub within: Within,
    /// What sets it going, in words: “the strategy discussion that opened the enquiry”.
    pub starts: &'static str,
    /// What stops it, in words: “the conference is held”.
    pub stops: &'static str,
    /// The kind of event that stops it, so that a page can offer to record one.
    pub stopped_by: &'static str,
    /// Whether it is a deadline that a worker must meet, or only counted.
    pub counting: Counting,
    /// Finds its runnings in a child's timeline.
    pub runs: fn(&Circle) -> Vec<Run>,
    /// Both sides of the limit.
    pub examples: &'static [Example],
}

/// Whether missing the limit asks something of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// A deadline: it shows in My work.
    Deadline,
    /// A measure or a window: it is counted, and is nobody's task.
    Measure,
}

/// A chronology in the notation, and how the timescale's duties then stand.
#[derive(Debug)]
pub struct Example {
    /// What it shows.
    pub title: &'static str,
    /// The entries, in the notation, about the child `child` and whoever else is needed.
    pub notation: &'static str,
    /// The day on which to look.
    pub on: &'static str,
    /// Due date (`-` if it cannot be known) and state of each running, in order: `2026-05-07 overdue`.
    pub expect: &'static [&'static str],
}

/// Every timescale, in the order of a child's journey.
pub const TIMESCALES: &[&Timescale] = &[&single_assessment::SINGLE_ASSESSMENT];

/// The timescale of this id.
pub fn timescale(id: &str) -> Option<&'static Timescale> {
    TIMESCALES.iter().copied().find(|timescale| timescale.id == id)
}

/// Every duty of a person: each running of each timescale that was in force when it began and, where it is
/// local practice, that the authority keeps.
pub fn duties(circle: &Circle) -> Vec<Duty> {
    let kept =
        TIMESCALES.iter().filter(|t| t.law.force != Force::LocalPractice || circle.settings.is_on(t.id));
    let mut duties: Vec<Duty> = kept
        .flat_map(|timescale| {
            let runs = (timescale.runs)(circle).into_iter();
            let lawful = runs.filter(|run| timescale.law.in_force(run.started.1.date()));
            lawful.map(|run| Duty::of(circle.person, timescale, run))
        })
        .collect();
    duties.sort_by_key(|duty| (duty.started_on(), duty.timescale.id, duty.due_on));
    duties
}

impl Timescale {
    /// Why a running is due when it is, in words: rule, start, arithmetic, what would stop it.
    pub(crate) fn because(&self, run: &Run, within: Within, due_on: Option<Date>) -> String {
        let start = display::long_date(run.started.1.date());
        let by = match due_on {
            Some(due) => format!("so by {}", display::long_date(due)),
            None => "but no time was recorded, so nobody can say when that is".to_owned(),
        };
        let about = run.about.as_ref().map(|about| format!(" ({about})")).unwrap_or_default();
        format!(
            "{}{about}: within {} of {}, {start}, {by}. It stops when {}. {}: {}.",
            self.title,
            within.describe(),
            self.starts,
            self.stops,
            capital(self.law.force.label()),
            self.law.source
        )
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
