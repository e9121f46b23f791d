//! Every rule's examples, run.
//!
//! An example is rows between semicolons: a table and its values, `last` before the table for the year before's
//! return. All are of one child, `A`, unless a row says otherwise.

use std::collections::HashMap;

use calendar::ReportingYear;

use super::places::{Postcode, Postcodes};
use super::providers::{Provider, Providers};
use super::rule::{Need, Rule};
use super::{Context, Return, Table, rules, validate};
use crate::fault::Collected;

/// Three places: in the authority's area, 40 miles outside it, and in Wales.
pub(super) struct ThreePlaces;

impl Postcodes for ThreePlaces {
    fn find(&self, postcode: &str) -> Option<Postcode> {
        let (east, authority) = match postcode {
            "TR11AA" | "TR12BB" => (0.0, "E06000052"),
            "PL11AA" => (64_372.0, "E06000026"),
            "EH11AA" => (643_720.0, "S12000036"),
            "XX11AA" => (3_218_600.0, "E06000026"),
            "CF11AA" => (128_744.0, "W06000015"),
            _ => return None,
        };
        Some(Postcode { grid: Some((east, 0.0)), authority: Some(authority.to_owned()) })
    }
}

pub(super) fn list() -> Providers {
    let mut list = Providers::default();
    let home = Provider {
        places: vec!["K2".to_owned(), "K3".to_owned()],
        owners: vec!["PR1".to_owned(), "PR2".to_owned()],
        closed_on: None,
        postcode: Some("TR11AA".to_owned()),
    };
    list.add("SC100001", home.clone());
    list.add("SC100002", Provider { closed_on: Some(jiff::civil::date(2020, 1, 1)), ..home });
    list
}

fn table(word: &str) -> Table {
    match word {
        "header" => Table::Header,
        "episode" => Table::Episodes,
        "review" => Table::Reviews,
        "uasc" => Table::Uasc,
        "oc2" => Table::Oc2,
        "oc3" => Table::Oc3,
        "ad1" => Table::Ad1,
        "placed" => Table::PlacedAdoption,
        "permanence" => Table::PrevPerm,
        "missing" => Table::Missing,
        "worker" => Table::SwEpisodes,
        "dolo" => Table::DoLo,
        _ => panic!("“{word}” is not a table"),
    }
}

/// The returns of this year and last that an example describes, every table there.
pub(super) fn returns(example: &str) -> (Return, Return) {
    let mut files: HashMap<(bool, Table), String> = HashMap::new();
    for last in [false, true] {
        for table in Table::ALL {
            let names: Vec<&str> = table.columns().iter().map(|column| column.name()).collect();
            files.insert((last, table), names.join(",") + "\n");
        }
    }
    for row in example.split(';').map(str::trim).filter(|row| !row.is_empty()) {
        let last = row.starts_with("last ");
        let mut words = row.trim_start_matches("last ").split_whitespace();
        let table = table(words.next().expect("a table"));
        let values: HashMap<&str, &str> = words.filter_map(|word| word.split_once('=')).collect();
        for name in values.keys() {
            assert!(table.columns().iter().any(|column| column.name() == *name), "{name} in {example}");
        }
        let value = |name: &str| *values.get(name).unwrap_or(if name == "CHILD" { &"A" } else { &"" });
        let line: Vec<&str> = table.columns().iter().map(|column| value(column.name())).collect();
        let file = files.get_mut(&(last, table)).expect("a file");
        file.push_str(&(line.join(",") + "\n"));
    }
    let of = |year: bool| {
        let files = files.iter().filter(|((last, _), _)| *last == year);
        Return::read(files.map(|((_, table), text)| (table.name().to_owned(), text.clone().into_bytes())))
    };
    (of(false), of(true))
}

fn faults(rule: &Rule, example: &str) -> usize {
    let (this, last) = returns(example);
    let context = Context {
        year: ReportingYear::ending_in(rule.years.1.min(2026).max(rule.years.0)),
        authority: Some("E06000052".to_owned()),
        postcodes: Some(&ThreePlaces),
        providers: Some(list()),
    };
    let mut report = Collected::default();
    validate(&this, Some(&last), &context, &mut report);
    assert!(!report.not_checked.iter().any(|not| not.rule == rule.code), "{} did not run", rule.code);
    report.faults.iter().filter(|fault| fault.rule == rule.code).count()
}

#[test]
fn every_rule_passes_and_fails_as_its_examples_say() {
    let mut wrong = Vec::new();
    for rule in rules::all().filter(|rule| !rule.needs.contains(&Need::LocationInFile)) {
        let (passes, fails) = rule.examples;
        let (from, to) = rule.years;
        if faults(rule, passes) > 0 {
            wrong.push(format!("{} ({from}-{to}) finds a fault in: {passes}", rule.code));
        }
        if faults(rule, fails) == 0 {
            wrong.push(format!("{} ({from}-{to}) finds no fault in: {fails}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
