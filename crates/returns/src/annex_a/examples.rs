//! Every rule's examples, run.
//!
//! An example is rows between semicolons: the number of the list, then values by the keys of `columns.tsv`, `_` for a
//! space. What is not given is as in [`usual`]; the child is `A`. The inspection is on 31 March 2026, and every list
//! is there.

use jiff::civil::date;

use super::check::Checking;
use super::columns::{Column, Kind, LISTS, List};
use super::row::{Cell, Row};
use super::rule::Rule;
use super::rules;
use crate::fault::Collected;

/// What stands in a column unless an example says otherwise.
fn usual(list: &List, column: &Column) -> String {
    let code = |short: &str| {
        let code = column.codes.iter().find(|code| code.short == short);
        code.unwrap_or_else(|| panic!("{short} is no code of {}", column.name)).text.to_owned()
    };
    match (list.number, column.key) {
        (9, "child") => "L".to_owned(),
        (9, "born") => "2006-05-01".to_owned(),
        (9, "age") => "19".to_owned(),
        (9, "in_touch") => code("b"),
        (9, "eligibility") => code("b"),
        (6, "status") => code("c"),
        (4, "seen") => code("a"),
        (10, "entered" | "decided") => "2025-06-01".to_owned(),
        (_, "child" | "adopter") => "A".to_owned(),
        (_, "born") => "2015-05-01".to_owned(),
        (_, "age") => "10".to_owned(),
        (8, "missing" | "absent") => "0".to_owned(),
        (8, "postcode") => "TR1 1AA".to_owned(),
        _ if !column.must => String::new(),
        (_, _) => match column.kind {
            Kind::Text => "words".to_owned(),
            Kind::Code => column.codes[0].text.to_owned(),
            Kind::Date => "2026-01-05".to_owned(),
            Kind::Number => "1".to_owned(),
        },
    }
}

fn cell(text: &str) -> Cell {
    Cell { text: text.to_owned(), day: crate::ssda903::day(text), dated: true, broken: text.starts_with('#') }
}

/// The lists that an example describes.
fn check(example: &str) -> Collected {
    let mut report = Collected::default();
    let mut check = Checking::new(Some(date(2026, 3, 31)), &mut report);
    let rows: Vec<Vec<&str>> = example
        .split(';')
        .map(|row| row.split_whitespace().collect())
        .filter(|row: &Vec<_>| !row.is_empty())
        .collect();
    for list in LISTS.iter() {
        check.list(list, &vec![true; list.columns.len()], 1);
        let of_list = rows.iter().filter(|row| row[0].parse() == Ok(list.number));
        for (number, row) in (0..).zip(of_list) {
            let mut cells: Vec<Cell> = list.columns.iter().map(|column| cell(&usual(list, column))).collect();
            for word in &row[1..] {
                let (key, value) = word.split_once('=').expect("a value");
                let at = list.place(key).unwrap_or_else(|| panic!("list {} has no {key}", list.number));
                cells[at] = cell(&value.replace('_', " "));
            }
            check.row(&Row {
                list,
                number,
                line: number + 2,
                cells: &cells,
                inspection: Some(date(2026, 3, 31)),
            });
        }
    }
    check.finish();
    report
}

fn faults(rule: &Rule, example: &str) -> usize {
    let report = check(example);
    assert!(report.not_checked.is_empty(), "{:?}", report.not_checked);
    report.faults.iter().filter(|fault| fault.rule == rule.code).count()
}

#[test]
fn every_rule_passes_and_fails_as_its_examples_say() {
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let (passes, fails) = rule.examples;
        if fails.is_empty() {
            continue;
        }
        if faults(rule, passes) > 0 {
            wrong.push(format!("{} finds a fault in: {passes}", rule.code));
        }
        if faults(rule, fails) == 0 {
            wrong.push(format!("{} finds no fault in: {fails}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_usual_rows_are_without_fault() {
    let report = check("1; 2; 3; 4; 5; 6 status=a)_Looked_after_child; 7; 8; 9; 10; 11");
    let faults: Vec<_> = report.faults.iter().map(|fault| (fault.rule, fault.field)).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn every_rule_names_columns_of_its_lists_and_no_code_twice() {
    let mut codes = super::codes();
    for rule in rules::all() {
        for list in LISTS.iter().filter(|list| rule.lists.contains(&list.number)) {
            for key in rule.columns {
                assert!(list.place(key).is_some(), "{}: list {} has no {key}", rule.code, list.number);
            }
        }
        assert!(rule.message.ends_with('.') && !rule.mend.is_empty(), "{}", rule.code);
        assert!(!rule.examples.1.is_empty() || matches!(rule.code, "A0001" | "A0002"), "{}", rule.code);
    }
    codes.sort_unstable();
    let all = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), all);
}
