//! Annex A: the eleven lists of children that an inspector of children’s services asks for, a workbook.
//!
//! [`validate`] reads a sheet a list, a row at a time, and runs every rule over it. Ofsted publishes headings and
//! codes, and no rules: ours follow from what it says of each list and column. What is kept from row to row is what
//! the rules across lists ask: which child stands in which list, and the date of birth, gender and ethnicity first
//! given.
//!
//! Source: Ofsted, “Inspecting local authority children’s services”, Annex A: child-level data (August 2019, and the
//! columns on care leavers added since).

mod check;
mod columns;
mod row;
mod rule;
mod rules;
mod workbook;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;

use std::io::{Read, Seek};

use jiff::civil::Date;

use crate::fault::Report;

/// What a check came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many rows on all lists.
    pub rows: u64,
    /// How many children on all lists.
    pub children: u64,
    /// How many faults.
    pub faults: u64,
    /// How many rules ran over every list they look at.
    pub checked: u64,
    /// How many did not.
    pub not_checked: u64,
}

/// The codes of the rules.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    rules::all().map(|rule| rule.code).collect()
}

/// Runs every rule over a workbook. `inspection` is the day of the inspection, by which the lists measure their
/// periods.
///
/// # Errors
/// A sentence, when the file is no workbook or holds none of the lists.
pub fn validate<F: Read + Seek>(
    file: F,
    inspection: Option<Date>,
    report: &mut dyn Report,
) -> Result<Summary, String> {
    let mut check = check::Checking::new(inspection, report);
    workbook::read(file, &mut check)?;
    Ok(check.finish())
}
