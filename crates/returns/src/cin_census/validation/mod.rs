//! Checking a census by every rule of its year, one child at a time.
//!
//! What is kept from child to child are counts, and the identifiers that no two children may share. Values are
//! looked at as the file has them: one that cannot be read is a fault of the rule that asks for it, and keeps no other
//! rule from running. The rules stand in [`super::rules`].

pub(super) mod child;
pub(super) mod field;
pub(super) mod period;
pub(super) mod row;
pub(super) mod rule;
pub(super) mod table;
pub(super) mod whole;

mod notices;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::io::Read;

use calendar::ReportingYear;

use super::header::Header;
use super::ledger::Ledger;
use super::stream::{self, Piece};
use super::{FileFault, element::Element, rules};
use crate::fault::{Fault, NotChecked, Report};
use child::{Child, Reading};
use field::Field;
use notices::Notices;
use period::Period;
use rule::{Check, Found, Rule};
use table::Table;
use whole::Whole;

/// What a check came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many children.
    pub children: u64,
    /// How many faults.
    pub faults: u64,
    /// How many of the year's rules ran over the whole return.
    pub checked: u64,
    /// How many did not.
    pub not_checked: u64,
    /// The first thing in the file that could not be read.
    pub unread: Option<FileFault>,
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

/// Runs every rule of the year over a census file as it is read. A child that is not well-formed XML is passed over;
/// where the file cannot be read to its end, the children before that are checked. Then every rule is reported as not
/// having run over the whole.
///
/// `authority` is the three-digit code of the authority whose return it should be, if that is known.
///
/// # Errors
/// [`FileFault`] when no child could be read: the file is no XML, or not this census.
pub fn validate(
    file: impl Read,
    year: ReportingYear,
    authority: Option<&str>,
    report: &mut dyn Report,
) -> Result<Summary, FileFault> {
    let mut check = Checking::new(year, authority, report);
    let read = stream::walk(file, &mut |piece| check.take(piece));
    match read {
        Ok(_) if !check.seen_children => {
            return Err(FileFault { line: 1, message: NO_CHILDREN.to_owned() });
        }
        Ok(line) => check.notices.not_utf_8 = line,
        Err(fault) if check.whole.children == 0 => return Err(check.unread.unwrap_or(fault)),
        Err(fault) => {
            check.why_unread.get_or_insert(format!("The file could be read only to line {}.", fault.line));
            check.unread.get_or_insert(fault);
        }
    }
    Ok(check.finish())
}

/// The sentence for XML that is not this census.
pub(super) const NO_CHILDREN: &str =
    "The file is not a Children in Need census: from line 1 on it holds no list of children.";

/// Where an identifier stood first, until it is said to be at fault.
pub(super) struct First {
    pub(super) row: Option<u64>,
    pub(super) line: u64,
    pub(super) child: Box<str>,
}

/// A check under way.
struct Checking<'r> {
    year: i16,
    period: Period,
    authority: Option<&'r str>,
    rules: Vec<&'static Rule>,
    report: &'r mut dyn Report,
    next: [u64; Table::COUNT],
    whole: Whole,
    /// Who was the first with an identifier, by rule.
    first: HashMap<&'static str, HashMap<Box<str>, Option<First>>>,
    notices: Notices,
    seen_header: bool,
    seen_children: bool,
    /// Faults of the header, until a child shows that the file is a census.
    of_header: Vec<Fault>,
    unread: Option<FileFault>,
    why_unread: Option<String>,
    faults: u64,
}

impl<'r> Checking<'r> {
    fn new(year: ReportingYear, authority: Option<&'r str>, report: &'r mut dyn Report) -> Checking<'r> {
        let period = Period::of(year);
        let year = period.end.year();
        Checking {
            year,
            period,
            authority,
            rules: rules::of(year).collect(),
            report,
            next: [0; Table::COUNT],
            whole: Whole::default(),
            first: HashMap::new(),
            notices: Notices::default(),
            seen_header: false,
            seen_children: false,
            of_header: Vec::new(),
            unread: None,
            why_unread: None,
            faults: 0,
        }
    }

    fn take(&mut self, piece: Piece) -> Result<(), FileFault> {
        match piece {
            Piece::Header(element) => self.header(&element)?,
            Piece::ChildrenOpened => self.seen_children = true,
            Piece::Child(element) => self.child(&element),
            Piece::Broken { line, message } => {
                self.notices.say(format!("{message} That child was passed over."));
                self.why_unread.get_or_insert(format!("The child around line {line} could not be read."));
                self.unread.get_or_insert(FileFault { line, message });
            }
            Piece::Unknown { line, within, name } => self.notices.unknown(within, &name, line),
            Piece::StrayText { line, within, .. } => self.notices.stray(within, line),
        }
        Ok(())
    }

    fn header(&mut self, element: &Element) -> Result<(), FileFault> {
        let header = Header::read(&mut Ledger::default(), element)?;
        if self.seen_header {
            self.notices
                .say(format!("There is a second <Header> on line {}; the first counts.", element.line));
            return Ok(());
        }
        self.seen_header = true;
        if let Some(other) = header.collection_year().filter(|other| *other != self.year) {
            let asked = self.year;
            self.notices.say(format!(
                "The header is of the collection of {other}; the file was checked as that of {asked}."
            ));
        }
        if let Some((asked, given)) = self.authority.zip(header.lea.as_deref()).filter(|(a, b)| a != b) {
            self.notices.say(format!("The header names authority {given}, not {asked}."));
        }
        let none = Element::default();
        let details = element.named("CollectionDetails").next().unwrap_or(&none);
        let (notices, next) = (&mut self.notices, self.next);
        let mut odd = |odd: child::Oddity<'_>, line| notices.odd(odd, line);
        let mut reading = Reading::new(self.period, next, &mut odd);
        let row = reading.row(details, Table::Header, &["Collection", "Year"]);
        self.next = reading.next();
        for rule in &self.rules {
            if let Check::Header(check) = rule.check {
                let mut found = Found::new(rule, "");
                check(&row, &self.period, &mut found);
                self.of_header.extend(found.faults);
            }
        }
        Ok(())
    }

    fn child(&mut self, element: &Element) {
        let of_header = std::mem::take(&mut self.of_header);
        self.tell(of_header);
        let (notices, next) = (&mut self.notices, self.next);
        let mut odd = |odd: child::Oddity<'_>, line| notices.odd(odd, line);
        let mut reading = Reading::new(self.period, next, &mut odd);
        let child = reading.child(element);
        self.next = reading.next();
        self.whole.add(&child);
        for at in 0..self.rules.len() {
            let rule = self.rules[at];
            let mut found = Found::new(rule, child.id());
            match rule.check {
                Check::Child(check) => check(&child, &mut found),
                Check::Unique(field) => self.unique(&child, field, &mut found),
                Check::Header(_) | Check::Whole(..) => {}
            }
            self.tell(found.faults);
        }
    }

    fn tell(&mut self, faults: Vec<Fault>) {
        self.faults += faults.len() as u64;
        faults.into_iter().for_each(|fault| self.report.fault(fault));
    }

    /// An identifier that an earlier child has too is at fault in both, the earlier once.
    fn unique(&mut self, child: &Child<'_>, field: Field, found: &mut Found<'_>) {
        let identifier = child.identifiers.text(field);
        if identifier.is_empty() {
            return;
        }
        let row = &child.identifiers;
        let firsts = self.first.entry(found.code()).or_default();
        let Some(first) = firsts.get_mut(identifier) else {
            let first = First { row: row.number, line: row.line_of(field), child: child.id().into() };
            firsts.insert(identifier.into(), Some(first));
            return;
        };
        if let Some(first) = first.take() {
            found.add_earlier(row, field, first);
        }
        found.add(row, &[field]);
    }

    fn finish(mut self) -> Summary {
        let whole = self.unread.is_none();
        let mut faults = std::mem::take(&mut self.of_header);
        for rule in &self.rules {
            let fault = match rule.check {
                Check::Whole(check, table, field) if whole && check(&self.whole) => rule.fault(table, field),
                Check::Header(_) if whole && !self.seen_header => {
                    rule.fault(Table::Header, Field::ReferenceDate)
                }
                _ => continue,
            };
            faults.push(fault);
        }
        self.tell(faults);
        self.notices.tell(self.report);
        let rules = self.rules.len() as u64;
        if let Some(why) = self.why_unread {
            for rule in &self.rules {
                self.report.not_checked(NotChecked { rule: rule.code, why: why.clone() });
            }
        }
        Summary {
            children: self.whole.children,
            faults: self.faults,
            checked: if whole { rules } else { 0 },
            not_checked: if whole { 0 } else { rules },
            unread: self.unread,
        }
    }
}
