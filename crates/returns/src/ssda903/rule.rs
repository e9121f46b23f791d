//! What a rule is, and where it puts the faults it finds.

use std::borrow::Cow;

use super::child::Child;
use super::columns::Field;
use super::row::Row;
use super::table::Table;
use crate::fault::Fault;

/// What a rule needs beside the tables it looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// The return of the year before.
    LastYear,
    /// A directory of postcodes.
    Postcodes,
    /// The ONS code of the authority whose return it is.
    Authority,
    /// The regulator's list of providers.
    Providers,
    /// The column UASC in the Header, which the CSV form leaves out.
    AsylumInHeader,
    /// The column PL_LOCATION, which the CSV form leaves out and which is told from the postcode.
    LocationInFile,
}

/// A rule of the Department's guide.
pub(crate) struct Rule {
    /// Its code in the guide.
    pub(crate) code: &'static str,
    /// What is wrong when it fails, for the person who mends it.
    pub(crate) message: &'static str,
    /// The first and last collection year in which it was in force, each by the calendar year in which it ends.
    pub(crate) years: (i16, i16),
    /// The tables without which it cannot run.
    pub(crate) tables: &'static [Table],
    /// What else it cannot run without.
    pub(crate) needs: &'static [Need],
    /// The rule itself, over one child.
    pub(crate) check: fn(&Child<'_>, &mut Found<'_>),
    /// A child's rows that pass and rows that fail, in the notation of the tests.
    #[cfg_attr(not(test), expect(dead_code, reason = "run by the tests and read by people"))]
    pub(crate) examples: (&'static str, &'static str),
}

/// The first and the last collection year whose rules are known here.
pub(crate) const YEARS: (i16, i16) = (2023, 2027);

/// A rule in force in every year.
pub(crate) const fn rule(
    code: &'static str,
    message: &'static str,
    tables: &'static [Table],
    check: fn(&Child<'_>, &mut Found<'_>),
    examples: (&'static str, &'static str),
) -> Rule {
    Rule { code, message, years: YEARS, tables, needs: &[], check, examples }
}

impl Rule {
    /// The same, from a year on.
    pub(crate) const fn from(mut self, year: i16) -> Rule {
        self.years.0 = year;
        self
    }

    /// The same, to the end of a year.
    pub(crate) const fn until(mut self, year: i16) -> Rule {
        self.years.1 = year;
        self
    }

    /// The same, that cannot run without something.
    pub(crate) const fn needs(mut self, needs: &'static [Need]) -> Rule {
        self.needs = needs;
        self
    }

    /// Whether it was in force in a collection year.
    pub(crate) fn in_force(&self, year: i16) -> bool {
        (self.years.0..=self.years.1).contains(&year)
    }
}

/// The faults that one rule found in one child's rows; each value at most once.
pub(crate) struct Found<'a> {
    rule: &'a Rule,
    child: &'a str,
    pub(crate) faults: Vec<Fault>,
}

impl<'a> Found<'a> {
    pub(crate) fn new(rule: &'a Rule, child: &'a str) -> Found<'a> {
        Found { rule, child, faults: Vec::new() }
    }

    /// A value is at fault.
    pub(crate) fn add(&mut self, row: &Row<'_>, field: Field) {
        let known = self.faults.iter().any(|fault| {
            fault.row == Some(row.number) && fault.table == row.table().name() && fault.field == field.name()
        });
        if !known {
            self.push(row.table(), Some((row.number, row.line)), field, row.shown(field));
        }
    }

    /// The child is at fault, and no row.
    pub(crate) fn child(&mut self, table: Table, field: Field) {
        self.push(table, None, field, "");
    }

    /// Every row that is so, is at fault.
    pub(crate) fn each<'r>(&mut self, rows: &[Row<'r>], field: Field, wrong: impl Fn(&Row<'r>) -> bool) {
        for row in rows.iter().filter(|row| wrong(row)) {
            self.add(row, field);
        }
    }

    fn push(&mut self, table: Table, at: Option<(u64, u64)>, field: Field, value: &str) {
        self.faults.push(Fault {
            rule: self.rule.code,
            severity: None,
            table: table.name(),
            row: at.map(|(row, _)| row),
            line: at.map(|(_, line)| line),
            field: field.name(),
            child: self.child.to_owned(),
            value: value.to_owned(),
            message: Cow::Borrowed(self.rule.message),
            mend: Cow::Borrowed(""),
        });
    }
}
