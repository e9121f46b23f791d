//! Two independent answers agree: the sector's own validator and ours, on one return with faults planted in it, in
//! every collection year, rule by rule and row by row. A rule on which they differ is in
//! `docs/returns/ssda903-differences.csv` with why.
//!
//! `ONEN_VALIDATORS` names a Python in which `csc-validator-be-903` and `pytest` are installed (3.11), `ONEN_SAMPLES`
//! the sample returns. Without them the test is passed over, unless `ONEN_REQUIRE_ALL` is 1.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

type Rows = BTreeMap<String, BTreeSet<(String, u64)>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The rules of the table of differences.
fn explained() -> BTreeSet<String> {
    let path = root().join("docs/returns/ssda903-differences.csv");
    let mut reader = csv::Reader::from_path(path).expect("the table");
    let mut rules = BTreeSet::new();
    for row in reader.records() {
        let row = row.expect("a row of four");
        assert!(row.iter().all(|text| !text.trim().is_empty()), "{row:?} leaves something out");
        assert!(rules.insert(row[0].to_owned()), "{} is there twice", &row[0]);
    }
    rules
}

fn theirs(path: &Path) -> (Rows, BTreeSet<String>) {
    let text = std::fs::read_to_string(path).expect("their answer");
    let found: Value = serde_json::from_str(&text).expect("JSON");
    let mut rows = Rows::new();
    for (rule, tables) in found["faults"].as_object().expect("rules") {
        for (table, numbers) in tables.as_object().expect("tables") {
            let numbers = numbers.as_array().expect("rows").iter().filter_map(Value::as_u64);
            rows.entry(rule.clone()).or_default().extend(numbers.map(|row| (table.clone(), row)));
        }
    }
    let crashed = found["crashed"].as_array().expect("rules").iter().filter_map(Value::as_str);
    (rows, crashed.map(str::to_owned).collect())
}

fn ours(sample: &Path, folder: &Path, year: i16) -> Rows {
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    let out = Command::new(env!("CARGO_BIN_EXE_onen"))
        .args(["validate", "ssda903", &text(folder.join("this")), "--year", &year.to_string(), "--json"])
        .args(["--last", &text(folder.join("last")), "--postcodes", &text(folder.join("postcodes.csv"))])
        .args(["--providers", &text(sample.join("scpch.xlsx")), "--authority", "E08000025"])
        .output()
        .expect("the program runs");
    assert_eq!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
    let mut rows = Rows::new();
    for line in String::from_utf8_lossy(&out.stdout).lines() {
        let fault: Value = serde_json::from_str(line).expect("a line of JSON");
        if let (Some(rule), Some(table), Some(row)) =
            (fault["rule"].as_str(), fault["table"].as_str(), fault["row"].as_u64())
        {
            rows.entry(rule.to_owned()).or_default().insert((table.to_owned(), row));
        }
    }
    rows
}

#[test]
fn the_table_of_differences_is_whole() {
    assert!(!explained().is_empty());
}

#[test]
fn each_rule_finds_the_rows_that_the_sectors_validator_finds() {
    let (Some(python), Some(samples)) =
        (std::env::var_os("ONEN_VALIDATORS"), std::env::var_os("ONEN_SAMPLES"))
    else {
        assert!(
            std::env::var("ONEN_REQUIRE_ALL").as_deref() != Ok("1"),
            "ONEN_VALIDATORS and ONEN_SAMPLES must be set"
        );
        return;
    };
    let sample = PathBuf::from(samples).join("ssda903/clean_500");
    let (explained, mut compared) = (explained(), 0);
    let mut differ = Vec::new();
    for (year, seed) in [(2023, 1), (2024, 2), (2025, 3), (2026, 4), (2027, 5)] {
        let folder = tempfile::tempdir().expect("a folder");
        let done = Command::new(&python)
            .arg(root().join("crates/cli/tests/ssda903_oracle/oracle.py"))
            .args([sample.as_path(), folder.path()])
            .args([year.to_string(), seed.to_string()])
            .output()
            .expect("Python runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let (theirs, crashed) = theirs(&folder.path().join("theirs.json"));
        let ours = ours(&sample, folder.path(), year);
        let rules: BTreeSet<&String> = theirs.keys().chain(ours.keys()).collect();
        for rule in rules.into_iter().filter(|rule| !explained.contains(*rule) && !crashed.contains(*rule)) {
            let none = BTreeSet::new();
            let (ours, theirs) = (ours.get(rule).unwrap_or(&none), theirs.get(rule).unwrap_or(&none));
            compared += theirs.len();
            if ours != theirs {
                let (more, less): (Vec<_>, Vec<_>) =
                    (ours.difference(theirs).collect(), theirs.difference(ours).collect());
                differ.push(format!("{year}, rule {rule}: only ours {more:?}, only theirs {less:?}"));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    assert!(compared > 1_000, "only {compared} rows were compared");
}
