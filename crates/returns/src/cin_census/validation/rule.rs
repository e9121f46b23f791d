//! What a rule is, and where it puts the faults it finds.

use std::borrow::Cow;

use jiff::civil::Date;

use super::First;
use super::child::Child;
use super::field::Field;
use super::period::Period;
use super::row::Row;
use super::table::Table;
use super::whole::Whole;
use crate::fault::{Fault, Severity};

/// A rule of the Department's guide to the census.
pub(crate) struct Rule {
    /// Its code in the guide.
    pub(crate) code: &'static str,
    /// What is wrong when it fails, for the person who mends it.
    pub(crate) message: &'static str,
    /// Whether the return is refused for it, or a reason may be given.
    pub(crate) severity: Severity,
    /// The first and last collection year in which it was in force, each by the calendar year in which it ends.
    pub(crate) years: (i16, i16),
    /// The rule itself.
    pub(crate) check: Check,
    /// Rows that pass and rows that fail, in the notation of the tests.
    #[cfg_attr(not(test), expect(dead_code, reason = "run by the tests and read by people"))]
    pub(crate) examples: (&'static str, &'static str),
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// The header.
    Header(fn(&Row<'_>, &Period, &mut Found<'_>)),
    /// One child.
    Child(fn(&Child<'_>, &mut Found<'_>)),
    /// A child's identifier, which no other child may have.
    Unique(Field),
    /// The return as a whole: whether it fails, and what to mend.
    Whole(fn(&Whole) -> bool, Table, Field),
}

/// The first and the last collection year whose rules are known here.
pub(crate) const YEARS: (i16, i16) = (2023, 2027);

/// A rule about a child for which the Department refuses the return, in force in every year.
pub(crate) const fn error(
    code: &'static str,
    message: &'static str,
    check: fn(&Child<'_>, &mut Found<'_>),
    examples: (&'static str, &'static str),
) -> Rule {
    Rule { code, message, severity: Severity::Error, years: YEARS, check: Check::Child(check), examples }
}

/// A rule about a child that asks for a reason, in force in every year.
pub(crate) const fn query(
    code: &'static str,
    message: &'static str,
    check: fn(&Child<'_>, &mut Found<'_>),
    examples: (&'static str, &'static str),
) -> Rule {
    let mut rule = error(code, message, check, examples);
    rule.severity = Severity::Query;
    rule
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

    /// Whether it was in force in a collection year.
    pub(crate) fn in_force(&self, year: i16) -> bool {
        (self.years.0..=self.years.1).contains(&year)
    }

    /// A fault of no row.
    pub(crate) fn fault(&self, table: Table, field: Field) -> Fault {
        Fault {
            rule: self.code,
            severity: Some(self.severity),
            table: table.name(),
            row: None,
            line: None,
            field: field.element(),
            child: String::new(),
            value: String::new(),
            message: Cow::Borrowed(self.message),
            mend: Cow::Borrowed(""),
        }
    }
}

/// The faults that one rule found in one child or in the header; each value at most once.
pub(crate) struct Found<'a> {
    rule: &'a Rule,
    child: &'a str,
    seen: Vec<(usize, Field)>,
    pub(crate) faults: Vec<Fault>,
}

impl<'a> Found<'a> {
    pub(crate) fn new(rule: &'a Rule, child: &'a str) -> Found<'a> {
        Found { rule, child, seen: Vec::new(), faults: Vec::new() }
    }

    /// The code of the rule.
    pub(super) fn code(&self) -> &'static str {
        self.rule.code
    }

    /// These values of a row are at fault.
    pub(crate) fn add(&mut self, row: &Row<'_>, fields: &[Field]) {
        for field in fields {
            if !self.seen.contains(&(row.ordinal, *field)) {
                self.seen.push((row.ordinal, *field));
                self.faults.push(Fault {
                    row: row.number,
                    line: Some(row.line_of(*field)),
                    child: self.child.to_owned(),
                    value: row.text(*field).to_owned(),
                    ..self.rule.fault(row.table, *field)
                });
            }
        }
    }

    /// The value of a row is at fault in an earlier child that has the same.
    pub(super) fn add_earlier(&mut self, row: &Row<'_>, field: Field, earlier: First) {
        self.faults.push(Fault {
            row: earlier.row,
            line: Some(earlier.line),
            child: earlier.child.into(),
            value: row.text(field).to_owned(),
            ..self.rule.fault(row.table, field)
        });
    }

    /// These values are at fault in every row that is so.
    pub(crate) fn each<'r, 'e: 'r>(
        &mut self,
        rows: impl IntoIterator<Item = &'r Row<'e>>,
        fields: &[Field],
        wrong: impl Fn(&Row<'e>) -> bool,
    ) {
        for row in rows.into_iter().filter(|row| wrong(row)) {
            self.add(row, fields);
        }
    }

    /// Rows that began on or after another, and not after it ended: each at fault in its beginning, the other in both.
    pub(crate) fn overlaps<'r, 'e: 'r>(
        &mut self,
        rows: &[&'r Row<'e>],
        [start, end]: [Field; 2],
        ends: impl Fn(&Row<'e>) -> Option<Date>,
    ) {
        for (at, one) in rows.iter().enumerate() {
            for (_, other) in rows.iter().enumerate().filter(|(other, _)| *other != at) {
                let began = one.day(start).zip(other.day(start)).is_some_and(|(day, first)| day >= first);
                let within = one.day(start).zip(ends(other)).is_some_and(|(day, last)| day <= last);
                if began && within {
                    self.add(one, &[start]);
                    self.add(other, &[start, end]);
                }
            }
        }
    }
}
