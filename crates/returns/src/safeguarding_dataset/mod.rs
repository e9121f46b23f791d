//! The standard safeguarding dataset: 48 tables about children’s services, a file of CSV each.
//!
//! [`validate`] reads the files twice, a row at a time: first the fields that others refer to, then everything. What
//! is held are the sets of those keys, and of the one table that is being read its own.
//!
//! Source: Data to Insight, standard safeguarding dataset, data specification of 2026.

mod check;
mod reading;
mod rule;
mod rules;
mod tables;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;

use std::io::Read;

use crate::fault::Report;

/// A folder of files that can be opened by name, more than once.
pub trait Folder {
    /// The names of its files.
    fn names(&self) -> Vec<String>;
    /// A file from its beginning.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn open(&self, name: &str) -> std::io::Result<Box<dyn Read + '_>>;
}

/// What a check came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many tables.
    pub tables: u64,
    /// How many rows in all of them.
    pub rows: u64,
    /// How many faults.
    pub faults: u64,
    /// How many rules ran over every table they look at.
    pub checked: u64,
    /// How many did not.
    pub not_checked: u64,
}

/// The codes of the rules.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    rules::RULES.iter().map(|rule| rule.code).collect()
}

/// Runs every rule over a folder.
///
/// # Errors
/// A sentence, when none of its files holds a table.
pub fn validate(folder: &dyn Folder, report: &mut dyn Report) -> Result<Summary, String> {
    check::run(folder, report)
}
