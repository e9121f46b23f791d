//! Running the rules over rows as they come.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::Summary;
use super::columns::{Column, Kind, LISTS, List};
use super::row::{Cell, Row};
use super::rule::{Check, Rule, ways};
use super::rules;
use crate::fault::{Fault, NotChecked, Report};

/// A child whose standing in another list can be told only when all are read.
struct Waiting {
    rule: usize,
    fault: Fault,
}

/// A check under way.
pub(super) struct Checking<'r> {
    pub(super) inspection: Option<Date>,
    rules: Vec<&'static Rule>,
    pub(super) report: &'r mut dyn Report,
    /// Why a rule does not run over every list.
    idle: Vec<Option<String>>,
    /// The rules that run over the list being read.
    running: Vec<usize>,
    /// The ways in which each child stands in the lists.
    children: HashMap<String, u32>,
    /// What a rule found in a child’s first row.
    first: HashMap<(usize, String), String>,
    seen: HashSet<String>,
    waiting: Vec<Waiting>,
    lists: HashSet<u8>,
    /// Whether the sheet lacks a column that came after the template of 2019.
    new_lacking: bool,
    summary: Summary,
}

impl<'r> Checking<'r> {
    pub(super) fn new(inspection: Option<Date>, report: &'r mut dyn Report) -> Checking<'r> {
        let rules: Vec<&'static Rule> = rules::all().collect();
        let why = |rule: &&Rule| {
            let undated = rule.dated && inspection.is_none();
            undated.then(|| "The day of the inspection was not given.".to_owned())
        };
        Checking {
            inspection,
            report,
            idle: rules.iter().map(why).collect(),
            rules,
            running: Vec::new(),
            children: HashMap::new(),
            first: HashMap::new(),
            seen: HashSet::new(),
            waiting: Vec::new(),
            lists: HashSet::new(),
            new_lacking: false,
            summary: Summary::default(),
        }
    }

    /// A list begins: `has` says which of its columns the sheet has, `line` where its headings stand.
    pub(super) fn list(&mut self, list: &'static List, has: &[bool], line: u64) {
        self.lists.insert(list.number);
        self.seen.clear();
        self.running.clear();
        let lacks = |key: &&&str| list.place(key).is_some_and(|at| has.get(at) != Some(&true));
        for at in 0..self.rules.len() {
            let rule = self.rules[at];
            if !rule.lists.contains(&list.number) || rule.dated && self.inspection.is_none() {
                continue;
            }
            if let Some(key) = rule.columns.iter().find(lacks) {
                let name = list.place(key).map_or(*key, |at| list.columns[at].name);
                self.idle[at].get_or_insert(format!("List {} has no column “{name}”.", list.number));
                continue;
            }
            match rule.check {
                Check::Columns => {
                    let lacking = list.columns.iter().zip(has).filter(|(column, has)| !**has && !column.new);
                    for (column, _) in lacking {
                        let fault = fault(rule, list, column, &Cell::default());
                        self.tell(Fault { line: Some(line), ..fault });
                    }
                }
                Check::Sheet => {}
                _ => self.running.push(at),
            }
        }
        // A column that came later is not asked for where the sheet is of the older template.
        self.new_lacking = list.columns.iter().zip(has).any(|(column, has)| column.new && !has);
    }

    /// A row of the list.
    pub(super) fn row(&mut self, row: &Row<'_>) {
        self.summary.rows += 1;
        let child = row.child();
        if row.list.number != 11 && !child.is_empty() {
            *self.children.entry(child.to_owned()).or_default() |= ways(row);
        }
        let again = !child.is_empty() && !self.seen.insert(child.to_owned());
        for at in 0..self.running.len() {
            let at = self.running[at];
            let rule = self.rules[at];
            match rule.check {
                Check::Value(wrong) => self.values(rule, row, wrong),
                Check::Row(wrong) if wrong(row) => self.tell(of_row(rule, row)),
                Check::Once if again => self.tell(of_row(rule, row)),
                Check::Same(value) => {
                    if let Some(value) = value(row).filter(|_| !child.is_empty()) {
                        let first = self.first.entry((at, child.to_owned())).or_insert_with(|| value.clone());
                        if *first != value {
                            self.tell(of_row(rule, row));
                        }
                    }
                }
                Check::Among(so, _) | Check::NotAmong(so, _) if so(row) && !child.is_empty() => {
                    self.waiting.push(Waiting { rule: at, fault: of_row(rule, row) });
                }
                _ => {}
            }
        }
    }

    fn values(&mut self, rule: &'static Rule, row: &Row<'_>, wrong: fn(&Row<'_>, &Column, &Cell) -> bool) {
        for (column, cell) in row.each() {
            if wrong(row, column, cell) && !(self.new_lacking && column.new && cell.blank()) {
                let fault = fault(rule, row.list, column, cell);
                self.tell(at(fault, row));
            }
        }
    }

    fn tell(&mut self, fault: Fault) {
        self.summary.faults += 1;
        self.report.fault(fault);
    }

    /// Whether any list was read.
    pub(super) fn has_lists(&self) -> bool {
        !self.lists.is_empty()
    }

    pub(super) fn finish(mut self) -> Summary {
        for waiting in std::mem::take(&mut self.waiting) {
            let standing = self.children.get(&waiting.fault.child).copied().unwrap_or_default();
            let wrong = match self.rules[waiting.rule].check {
                Check::Among(_, ways) => self.has_list_of(ways) && standing & ways == 0,
                Check::NotAmong(_, ways) => standing & ways != 0,
                _ => false,
            };
            if wrong {
                self.tell(waiting.fault);
            }
        }
        for at in 0..self.rules.len() {
            let rule = self.rules[at];
            let missing = rule.lists.iter().copied().find(|number| !self.lists.contains(number));
            let other = match rule.check {
                Check::Among(_, ways) if !self.has_list_of(ways) => Some(list_of(ways)),
                Check::NotAmong(_, ways) if !self.has_list_of(ways) => Some(list_of(ways)),
                _ => None,
            };
            if let Check::Sheet = rule.check {
                for list in LISTS.iter().filter(|list| !self.lists.contains(&list.number)) {
                    self.summary.faults += 1;
                    self.report.fault(fault(rule, list, &list.columns[0], &Cell::default()));
                }
            } else if let Some(number) = missing.or(other) {
                self.idle[at].get_or_insert(format!("There is no list {number} in the workbook."));
            }
        }
        for (rule, why) in self.rules.iter().zip(std::mem::take(&mut self.idle)) {
            match why {
                Some(why) => {
                    self.summary.not_checked += 1;
                    self.report.not_checked(NotChecked { rule: rule.code, why });
                }
                None => self.summary.checked += 1,
            }
        }
        self.summary.children = self.children.len() as u64;
        self.summary
    }

    /// Whether every list is there in which a child could stand in one of these ways.
    fn has_list_of(&self, ways: u32) -> bool {
        lists_of(ways).all(|number| self.lists.contains(&number))
    }
}

/// The lists in which a child stands in these ways.
fn lists_of(ways: u32) -> impl Iterator<Item = u8> {
    let open = [(12, 4), (13, 6), (14, 7), (15, 8)];
    let open = open.into_iter().filter(move |(bit, _)| ways & (1 << bit) != 0).map(|(_, list)| list);
    (1..=11).filter(move |number| ways & (1 << number) != 0).chain(open)
}

fn list_of(ways: u32) -> u8 {
    lists_of(ways).next().unwrap_or_default()
}

/// A fault of a value.
fn fault(rule: &'static Rule, list: &'static List, column: &'static Column, cell: &Cell) -> Fault {
    let codes = column.kind == Kind::Code && matches!(rule.code, "A0004" | "A0005");
    let mend = if codes {
        let codes: Vec<&str> = column.codes.iter().map(|code| code.text).collect();
        Cow::Owned(format!("{}: {}.", rule.mend, codes.join("; ")))
    } else {
        Cow::Borrowed(rule.mend)
    };
    Fault {
        rule: rule.code,
        severity: Some(rule.severity),
        table: list.name,
        row: None,
        line: None,
        field: column.name,
        child: String::new(),
        value: cell.text.clone(),
        message: Cow::Borrowed(rule.message),
        mend,
    }
}

fn of_row(rule: &'static Rule, row: &Row<'_>) -> Fault {
    let column = rule.columns.first().and_then(|key| row.list.place(key)).unwrap_or_default();
    let cell = row.cells.get(column).cloned().unwrap_or_default();
    at(fault(rule, row.list, &row.list.columns[column], &cell), row)
}

fn at(fault: Fault, row: &Row<'_>) -> Fault {
    Fault { row: Some(row.number), line: Some(row.line), child: row.child().to_owned(), ..fault }
}
