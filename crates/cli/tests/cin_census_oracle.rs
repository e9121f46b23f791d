//! Two independent answers agree: the sector's own validator of the census and ours, on invented children with faults
//! planted in them, in every collection year, rule by rule and row by row. A rule on which they differ is in
//! `docs/returns/cin-census-differences.csv` with why, and with which of the two finds more: the one that does must
//! still find all that the other finds.
//!
//! `ONEN_VALIDATORS` names a Python in which `csc-validator-be-cin` is installed (3.11). Without it the test says so
//! and is passed over, unless `ONEN_REQUIRE_ALL` is 1.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Where a rule found faults: table and row. A fault of no row is row 0 of the table "".
type Places = BTreeSet<(String, u64)>;

/// How the answers on a rule compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compared {
    /// They are the same.
    Same,
    /// Ours has all of theirs, and may have more.
    More,
    /// Ours has nothing but what theirs has.
    Fewer,
    /// Each may have what the other has not.
    Other,
}

impl Compared {
    fn agree(self, ours: &Places, theirs: &Places) -> bool {
        match self {
            Compared::Same => ours == theirs,
            Compared::More => ours.is_superset(theirs),
            Compared::Fewer => ours.is_subset(theirs),
            Compared::Other => true,
        }
    }
}

/// What is compared of each file; of the small ones only what they were made for.
const FILES: &[(&str, Option<&[&str]>)] = &[
    ("clean", None),
    ("faults", None),
    ("twice", Some(&["1520", "8510"])),
    ("whole", Some(&["100", "2883", "2888Q", "8500"])),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The rules of the table of differences.
fn explained() -> BTreeMap<String, Compared> {
    let path = root().join("docs/returns/cin-census-differences.csv");
    let mut reader = csv::Reader::from_path(path).expect("the table");
    let mut rules = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row of five");
        assert!(row.iter().all(|text| !text.trim().is_empty()), "{row:?} leaves something out");
        let compared = match &row[1] {
            "more" => Compared::More,
            "fewer" => Compared::Fewer,
            "other" => Compared::Other,
            other => panic!("{other} in {row:?}"),
        };
        assert!(rules.insert(row[0].to_owned(), compared).is_none(), "{} is there twice", &row[0]);
    }
    rules
}

fn theirs(found: &Value) -> (BTreeMap<String, Places>, BTreeSet<String>) {
    let mut rules = BTreeMap::new();
    for (rule, tables) in found["faults"].as_object().expect("rules") {
        let places: &mut Places = rules.entry(rule.clone()).or_default();
        for (table, rows) in tables.as_object().expect("tables") {
            let rows = rows.as_array().expect("rows").iter().filter_map(Value::as_u64);
            places.extend(rows.map(|row| (table.clone(), row)));
        }
    }
    let crashed = found["crashed"].as_array().expect("rules").iter().filter_map(Value::as_str);
    (rules, crashed.map(str::to_owned).collect())
}

fn ours(file: &Path, year: i16) -> BTreeMap<String, Places> {
    let out = Command::new(env!("CARGO_BIN_EXE_onen"))
        .args(["validate", "cin-census", &file.to_string_lossy(), "--year", &year.to_string(), "--json"])
        .output()
        .expect("the program runs");
    assert!(out.status.code() < Some(2), "{}", String::from_utf8_lossy(&out.stderr));
    let mut rules: BTreeMap<String, Places> = BTreeMap::new();
    for line in String::from_utf8_lossy(&out.stdout).lines() {
        let fault: Value = serde_json::from_str(line).expect("a line of JSON");
        let rule = fault["rule"].as_str().expect("a rule");
        let table = fault["table"].as_str().unwrap_or_else(|| panic!("not checked: {line}"));
        let place = fault["row"].as_u64().map_or((String::new(), 0), |row| (table.to_owned(), row));
        rules.entry(rule.to_owned()).or_default().insert(place);
    }
    rules
}

/// A year's files in a folder, with what the sector's validator finds in each.
fn made(python: &Path, folder: &Path, year: i16, seed: u32) -> Value {
    let done = Command::new(python)
        .arg(root().join("crates/cli/tests/cin_census_oracle/oracle.py"))
        .arg(folder)
        .args([year.to_string(), seed.to_string()])
        .output()
        .expect("Python runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = std::fs::read_to_string(folder.join("theirs.json")).expect("their answer");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn the_table_of_differences_is_whole() {
    assert!(!explained().is_empty());
}

#[test]
fn each_rule_finds_the_rows_that_the_sectors_validator_finds() {
    let Some(python) = std::env::var_os("ONEN_VALIDATORS").map(PathBuf::from) else {
        assert!(std::env::var("ONEN_REQUIRE_ALL").as_deref() != Ok("1"), "ONEN_VALIDATORS must be set");
        eprintln!("passed over: ONEN_VALIDATORS names no Python with csc-validator-be-cin");
        return;
    };
    let explained = explained();
    let (mut differ, mut compared, mut agreeing) = (Vec::new(), 0, BTreeSet::new());
    for (year, seed) in [(2023, 1), (2024, 2), (2025, 3), (2026, 4), (2027, 5)] {
        let folder = tempfile::tempdir().expect("a folder");
        let found = made(&python, folder.path(), year, seed);
        for (name, only) in FILES {
            let (theirs, crashed) = theirs(&found[*name]);
            let ours = ours(&folder.path().join(format!("{name}.xml")), year);
            assert!(*name != "clean" || ours.keys().all(|rule| rule == "2887Q"), "{year}: {ours:?}");
            let rules: BTreeSet<&String> = theirs.keys().chain(ours.keys()).chain(&crashed).collect();
            for rule in rules.into_iter().filter(|rule| only.is_none_or(|only| only.contains(&rule.as_str())))
            {
                let how = explained.get(rule).copied().unwrap_or(Compared::Same);
                if crashed.contains(rule) && how == Compared::Same {
                    differ.push(format!("{year}, rule {rule} crashes there, and the table does not say so"));
                }
                let none = Places::new();
                let (ours, theirs) = (ours.get(rule).unwrap_or(&none), theirs.get(rule).unwrap_or(&none));
                if !how.agree(ours, theirs) && !crashed.contains(rule) {
                    let (more, less): (Vec<_>, Vec<_>) =
                        (ours.difference(theirs).collect(), theirs.difference(ours).collect());
                    differ.push(format!(
                        "{year}, {name}, rule {rule}: only ours {more:?}, only theirs {less:?}"
                    ));
                }
                if how == Compared::Same && !theirs.is_empty() {
                    compared += theirs.len();
                    agreeing.insert(rule.clone());
                }
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    eprintln!("{compared} rows of {} rules are the same", agreeing.len());
    assert!(compared > 3_000 && agreeing.len() > 50, "only {compared} rows of {} rules", agreeing.len());
}
