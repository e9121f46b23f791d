//! `onen validate --workbook` and `--watch`: what was found, to work through and to follow.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use calamine::{Reader, open_workbook_auto};

use super::support::onen;

const HEADER: &str =
    "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA,F,01/05/2010,WBRI,UN2,0,\n=B,X,01/05/2012,WBRI,UN2,,\n";

#[test]
fn a_workbook_has_a_summary_and_a_sheet_for_each_rule() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("header.csv"), HEADER).expect("written");
    let (path, out) = (folder.path().to_string_lossy(), folder.path().join("faults.xlsx"));
    onen(&["validate", "ssda903", &path, "--year", "2026", "--workbook", &out.to_string_lossy()], "").no();
    let mut book = open_workbook_auto(&out).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!(names[0], "Summary");
    assert!(names.contains(&"Rule 101".to_owned()) && names[1..].is_sorted(), "{names:?}");
    let rows = |range: calamine::Range<calamine::Data>| -> Vec<Vec<String>> {
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let summary = rows(book.worksheet_range("Summary").expect("the summary"));
    let said = |text: &str| summary.iter().flatten().any(|cell| cell.contains(text));
    assert!(said("2025-26: 2 children") && said("There is no Episodes table.") && said("101"), "{summary:?}");
    let rule = rows(book.worksheet_range("Rule 101").expect("the rule"));
    assert!(rule[0][0].starts_with("101  The child’s sex is not given"), "{rule:?}");
    assert_eq!(rule[3][..4], ["Child", "Table", "Field", "Value"]);
    assert_eq!(rule[4][..6], ["=B", "Header", "SEX", "X", "1", "3"], "a value is no formula");
    assert!(!rule[4][6].is_empty());
    let nowhere = folder.path().join("no/such/folder/faults.xlsx");
    onen(&["validate", "ssda903", &path, "--year", "2026", "--workbook", &nowhere.to_string_lossy()], "")
        .refused(&["faults.xlsx", "cannot be written"]);
}

#[test]
fn a_watched_folder_says_what_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let header = folder.path().join("header.csv");
    std::fs::write(&header, HEADER).expect("written");
    let mut child = Command::new(env!("CARGO_BIN_EXE_onen"))
        .args(["--json", "validate", "ssda903"])
        .arg(folder.path())
        .args(["--year", "2026", "--watch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut next = || -> serde_json::Value {
        serde_json::from_str(&lines.next().expect("a line").expect("read")).expect("JSON")
    };
    let first = next();
    assert_eq!((&first["gone"], &first["new"]), (&serde_json::json!([]), &serde_json::json!([])));
    std::fs::write(&header, HEADER.replace(",X,", ",M,").replace("WBRI,UN2,0", "NONE,UN2,0"))
        .expect("written");
    let change = next();
    child.kill().expect("ended");
    child.wait().expect("ended");
    let rules = |list: &str| -> Vec<_> {
        change[list].as_array().expect("a list").iter().map(|fault| fault["rule"].clone()).collect()
    };
    assert_eq!(rules("gone"), ["101"], "{change}");
    assert_eq!(rules("new"), ["103"], "{change}");
}
