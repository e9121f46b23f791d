//! Running rules over the children of a return, on several threads where that changes nothing.

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::ops::Range;

use super::child::{Child, Context};
use super::file::{Return, TableFile};
use super::rule::{Found, Rule};
use crate::fault::{Fault, Report};

/// So many children are one thread's share of a piece.
const SHARE: usize = 2_048;
/// More threads than this gain nothing.
const THREADS_MAX: usize = 8;

/// What is checked, and by which rules.
pub(super) struct Checking<'a> {
    pub(super) this: &'a Return,
    pub(super) last: Option<&'a Return>,
    pub(super) context: &'a Context<'a>,
    pub(super) repeated_upns: &'a HashSet<String>,
    pub(super) rules: &'a [&'static Rule],
    /// The children that only last year's return has.
    gone: Vec<u32>,
}

impl<'a> Checking<'a> {
    pub(super) fn new(
        this: &'a Return,
        last: Option<&'a Return>,
        context: &'a Context<'a>,
        repeated_upns: &'a HashSet<String>,
        rules: &'a [&'static Rule],
    ) -> Checking<'a> {
        let children = |last: &'a Return| (0..).zip(last.children());
        let gone = last.into_iter().flat_map(children).filter(|(_, id)| this.number_of(id).is_none());
        Checking { this, last, context, repeated_upns, rules, gone: gone.map(|(number, _)| number).collect() }
    }

    /// Runs every rule over every child; how many faults, and why some rules did not run.
    pub(super) fn run(&self, report: &mut dyn Report) -> (u64, HashMap<&'static str, String>) {
        let mut tables = self.this.tables().chain(self.last.into_iter().flat_map(Return::tables));
        // Which rule asked for a column that a file lacks is noted in the file, so one rule must run at a time.
        if tables.any(TableFile::lacks_a_column) { self.one_by_one(report) } else { self.together(report) }
    }

    fn together(&self, report: &mut dyn Report) -> (u64, HashMap<&'static str, String>) {
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get).min(THREADS_MAX);
        let all = self.this.children().len() + self.gone.len();
        let mut count = 0;
        for start in (0..all).step_by(SHARE * threads) {
            let share = |thread: usize| {
                let from = start + thread * SHARE;
                from.min(all)..(from + SHARE).min(all)
            };
            let found: Vec<Vec<Fault>> = std::thread::scope(|scope| {
                let others: Vec<_> =
                    (1..threads).map(|thread| scope.spawn(move || self.faults(share(thread)))).collect();
                let first = self.faults(share(0));
                let joined = others.into_iter().map(|other| match other.join() {
                    Ok(faults) => faults,
                    Err(panic) => std::panic::resume_unwind(panic),
                });
                std::iter::once(first).chain(joined).collect()
            });
            for fault in found.into_iter().flatten() {
                count += 1;
                report.fault(fault);
            }
        }
        (count, HashMap::new())
    }

    fn faults(&self, children: Range<usize>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for child in children.filter_map(|at| self.child(at)) {
            for rule in self.rules {
                let mut found = Found::new(rule, child.id);
                (rule.check)(&child, &mut found);
                faults.append(&mut found.faults);
            }
        }
        faults
    }

    fn one_by_one(&self, report: &mut dyn Report) -> (u64, HashMap<&'static str, String>) {
        let (mut count, mut idle) = (0, HashMap::new());
        let children = self.this.children().len() + self.gone.len();
        for child in (0..children).filter_map(|at| self.child(at)) {
            for rule in self.rules {
                let mut found = Found::new(rule, child.id);
                (rule.check)(&child, &mut found);
                if let Some(why) = asked_in_vain(self.this, self.last) {
                    idle.entry(rule.code).or_insert(why);
                    continue;
                }
                count += found.faults.len() as u64;
                found.faults.into_iter().for_each(|fault| report.fault(fault));
            }
        }
        (count, idle)
    }

    /// A child: those of this return in its order, then those that only last year's has.
    fn child(&self, at: usize) -> Option<Child<'a>> {
        let (context, upns) = (self.context, self.repeated_upns);
        if let Some(id) = self.this.children().get(at) {
            let number = u32::try_from(at).ok()?;
            let of =
                |last: &'a Return| last.number_of(id).map_or_else(Default::default, |at| last.rows_of(at));
            return Some(Child::new(id, context, upns, self.this.rows_of(number), self.last.map(of)));
        }
        let last = self.last?;
        let number = *self.gone.get(at - self.this.children().len())?;
        let id = last.children().get(number as usize)?;
        Some(Child::new(id, context, upns, Default::default(), Some(last.rows_of(number))))
    }
}

/// The column that the last rule asked for and that a file lacks.
pub(super) fn asked_in_vain(this: &Return, last: Option<&Return>) -> Option<String> {
    let lacks = |file: &TableFile, of: &str| {
        let column = file.take_asked_in_vain()?;
        Some(format!("The {} table{of} has no column {}.", file.table.name(), column.name()))
    };
    let mut why = None;
    for file in this.tables() {
        why = lacks(file, "").or(why);
    }
    for file in last.into_iter().flat_map(Return::tables) {
        why = lacks(file, " of the year before").or(why);
    }
    why
}
