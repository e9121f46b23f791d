//! The SSDA903: the yearly return on children looked after, twelve tables of CSV.
//!
//! [`Return::read`] takes files of any name, column order, case and encoding; [`validate`] runs every rule of the
//! collection year over it, child by child. A rule that cannot run says so; a value that cannot be read silences
//! nothing but what would have been asked of that value.
//!
//! The rules stand in [`rules`], a file for each family of them: a rule is its code, its message, the years in which
//! it was in force, a function over one child's rows of this year and last, and examples of both sides.

pub mod columns;
pub mod places;
pub mod providers;

mod checking;
mod child;
mod codes;
mod day;
mod file;
mod row;
mod rule;
mod rules;
mod table;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

pub use child::Context;
pub use day::day;
pub use file::{Return, TableFile};
pub use table::Table;

use crate::fault::{NotChecked, Report};
use checking::{Checking, asked_in_vain};
use columns::{UASC, UPN};
use rule::{Need, Rule};

/// What a check came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many children.
    pub children: u64,
    /// How many faults.
    pub faults: u64,
    /// How many of the year's rules ran over the whole return.
    pub checked: u64,
    /// How many did not.
    pub not_checked: u64,
}

/// The first and the last collection year whose rules are known, by the calendar year in which it ends.
#[must_use]
pub const fn years() -> (i16, i16) {
    rule::YEARS
}

/// The codes of the rules in force in a collection year.
#[must_use]
pub fn codes_of(year: i16) -> Vec<&'static str> {
    rules::of(year).map(|rule| rule.code).collect()
}

/// Whether three digits are those of an English authority, now or before, or letters those of a nation.
#[cfg(test)]
pub(crate) fn is_authority(text: &str) -> bool {
    codes::authority(text)
}

/// Runs every rule of the year over a return, with the year before's if it is given.
pub fn validate(
    this: &Return,
    last: Option<&Return>,
    context: &Context<'_>,
    report: &mut dyn Report,
) -> Summary {
    let year = context.year.end().year();
    let mut summary = Summary::default();
    let (mut running, mut idle) = (Vec::new(), HashMap::new());
    for rule in rules::of(year) {
        match why_not(rule, this, last, context) {
            Some(why) => {
                idle.insert(rule.code, why);
            }
            None => running.push(rule),
        }
    }
    let repeated = repeated_upns(this);
    let (faults, in_vain) = Checking::new(this, last, context, &repeated, &running).run(report);
    summary.faults = faults;
    idle.extend(in_vain);
    summary.children = this.children().len() as u64;
    for rule in rules::of(year) {
        match idle.remove(rule.code) {
            Some(why) => {
                summary.not_checked += 1;
                report.not_checked(NotChecked { rule: rule.code, why });
            }
            None => summary.checked += 1,
        }
    }
    summary
}

/// Why a rule cannot run at all.
fn why_not(rule: &Rule, this: &Return, last: Option<&Return>, context: &Context<'_>) -> Option<String> {
    if let Some(table) = rule.tables.iter().find(|table| this.table(**table).is_none()) {
        return Some(format!("There is no {} table.", table.name()));
    }
    rule.needs.iter().find_map(|need| {
        let why = match need {
            Need::LastYear => match last {
                None => "The return of the year before was not given.".to_owned(),
                Some(last) => {
                    let table = rule.tables.iter().find(|table| last.table(**table).is_none())?;
                    format!("The return of the year before has no {} table.", table.name())
                }
            },
            Need::Postcodes if context.postcodes.is_none() => {
                "No directory of postcodes was given.".to_owned()
            }
            Need::Authority if context.authority.is_none() => {
                "It was not said by its ONS code whose return this is.".to_owned()
            }
            Need::Providers if context.providers.is_none() => {
                "The regulator’s list of providers was not given.".to_owned()
            }
            Need::AsylumInHeader if !this.table(Table::Header)?.has(UASC) => {
                "The Header has no column UASC, which the CSV form leaves out.".to_owned()
            }
            Need::LocationInFile => {
                "The CSV form has no column PL_LOCATION; it is told from the postcode, and cannot disagree."
                    .to_owned()
            }
            _ => return None,
        };
        Some(why)
    })
}

/// Pupil numbers that stand in more than one row of the Header.
fn repeated_upns(this: &Return) -> HashSet<String> {
    let (mut once, mut twice) = (HashSet::new(), HashSet::new());
    for row in this.table(Table::Header).into_iter().flat_map(TableFile::every_row) {
        let upn = row.text(UPN);
        if !upn.is_empty() && !upn.starts_with("UN") && !once.insert(upn.to_owned()) {
            twice.insert(upn.to_owned());
        }
    }
    asked_in_vain(this, None);
    twice
}
