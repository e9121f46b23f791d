//! Reports of the authority's own: SQL from its practice files over views that stay, read-only and for a limited time.

mod fault;
mod guard;
mod stable;

pub use fault::check;
pub use stable::{RESTRICTED, STABLE_VIEWS, StableColumn, StableView};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use practice::{Fault, Given, Practice, Report};
use rusqlite::types::ValueRef;
use rusqlite::{ErrorCode, Statement};

use self::guard::Guarded;
use crate::{ViewFault, Views};

/// The seconds after which a report is stopped.
pub const SECONDS_MAX: u64 = 5;
/// The most rows that a report answers.
pub const ROWS_MAX: usize = 5_000;
/// The most reports that run at once, so that pages are never kept waiting for them.
const RUNNING_MAX: usize = 2;

/// How far a report may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long it may run.
    pub time: Duration,
    /// How many rows it may answer.
    pub rows: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(SECONDS_MAX), rows: ROWS_MAX }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Real(f64),
    /// Words, or a day as 2026-03-03.
    Words(String),
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Whole(number) => number.fmt(f),
            Self::Real(number) => write!(f, "{}", (number * 100.0).round() / 100.0),
            Self::Words(words) => f.write_str(words),
        }
    }
}

/// What a report answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportTable {
    /// The names of its columns, as its SQL says them.
    pub columns: Vec<String>,
    /// Its rows, in the order of its SQL.
    pub rows: Vec<Vec<Cell>>,
    /// Whether there are more rows than it may answer.
    pub more: bool,
}

/// Why a report answers nothing.
#[derive(Debug)]
pub enum ReportProblem {
    /// Its SQL is at fault.
    Failed(Fault),
    /// It ran for so many seconds and was stopped.
    OutOfTime(u64),
    /// Too many reports are running already.
    Busy,
    /// The views could not be read.
    Views(ViewFault),
}

impl fmt::Display for ReportProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(fault) => write!(f, "The report cannot be run. {fault}"),
            Self::OutOfTime(seconds) => write!(
                f,
                "The report ran for {seconds} seconds and was stopped. Ask for a shorter time or one team; if it is \
                 always slow, its SQL asks for too much"
            ),
            Self::Busy => f.write_str("Other reports are running already. Try again in a few seconds"),
            Self::Views(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for ReportProblem {}

impl Views {
    /// Runs a report with what is given for its parameters, for a reader from whom these people are hidden.
    ///
    /// # Errors
    /// If its SQL is at fault, if it runs for too long, or if others are running.
    pub fn report(
        &self,
        report: &Report,
        given: &BTreeMap<String, Given>,
        practice: &Practice,
        hidden: &BTreeSet<String>,
        limits: Limits,
    ) -> Result<ReportTable, ReportProblem> {
        let _place = self.inner.reports.take().ok_or(ReportProblem::Busy)?;
        let opened = guard::open(Some(&self.inner.path), practice, hidden);
        let mut guarded = opened.map_err(|fault| ReportProblem::Views(fault.into()))?;
        guarded.stop_after(limits.time).map_err(|fault| ReportProblem::Views(fault.into()))?;
        run(&guarded, report, given, limits.rows).map_err(|error| {
            if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) {
                ReportProblem::OutOfTime(limits.time.as_secs())
            } else {
                ReportProblem::Failed(fault::explain(report, &error, guarded.refused()))
            }
        })
    }
}

fn run(
    guarded: &Guarded,
    report: &Report,
    given: &BTreeMap<String, Given>,
    rows_max: usize,
) -> rusqlite::Result<ReportTable> {
    let mut statement = guarded.connection.prepare(&report.sql)?;
    bind(&mut statement, given)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut table = ReportTable { columns, ..ReportTable::default() };
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        if table.rows.len() == rows_max {
            table.more = true;
            break;
        }
        let cells = (0..table.columns.len()).map(|at| row.get_ref(at).map(cell));
        table.rows.push(cells.collect::<rusqlite::Result<_>>()?);
    }
    Ok(table)
}

fn bind(statement: &mut Statement<'_>, given: &BTreeMap<String, Given>) -> rusqlite::Result<()> {
    for at in 1..=statement.parameter_count() {
        let name = statement.parameter_name(at).unwrap_or_default().trim_start_matches(':').to_owned();
        match given.get(&name).unwrap_or(&Given::Nothing) {
            Given::Nothing => statement.raw_bind_parameter(at, rusqlite::types::Null)?,
            Given::Day(day) => statement.raw_bind_parameter(at, day.to_string())?,
            Given::Words(words) => statement.raw_bind_parameter(at, words)?,
            Given::Number(number) => statement.raw_bind_parameter(at, number)?,
        }
    }
    Ok(())
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Empty,
        ValueRef::Integer(number) => Cell::Whole(number),
        ValueRef::Real(number) => Cell::Real(number),
        ValueRef::Text(text) => Cell::Words(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Cell::Words(format!("{} bytes", bytes.len())),
    }
}

/// How many reports run.
#[derive(Default)]
pub(crate) struct Running(AtomicUsize);

struct Taken<'a>(&'a AtomicUsize);

impl Running {
    fn take(&self) -> Option<Taken<'_>> {
        let taken = Taken(&self.0);
        // Dropping what was taken gives it back, whether or not there was room.
        (self.0.fetch_add(1, Ordering::AcqRel) < RUNNING_MAX).then_some(taken)
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_reports_run_at_once_and_a_third_is_asked_to_wait() {
        let running = Running::default();
        let (one, two) = (running.take(), running.take());
        assert!(one.is_some() && two.is_some() && running.take().is_none());
        drop(one);
        assert!(running.take().is_some(), "who was refused holds no place");
    }

    #[test]
    fn numbers_are_told_to_two_places() {
        assert_eq!(Cell::Real(100.0 / 3.0).to_string(), "33.33");
        assert_eq!(Cell::Real(2.0).to_string(), "2");
        assert_eq!(Cell::Empty.to_string(), "");
    }
}
