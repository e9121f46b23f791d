//! `onen validate annex-a`: the lists that an inspector asks for.

use std::path::PathBuf;

use super::support::onen;

/// The sample workbooks, where `ONEN_SAMPLES` names their folder.
fn samples() -> Option<PathBuf> {
    std::env::var_os("ONEN_SAMPLES").map(|folder| PathBuf::from(folder).join("annex-a"))
}

#[test]
fn what_is_no_workbook_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lists.xlsx");
    std::fs::write(&path, "Child Unique ID,Gender\n").expect("written");
    let path = path.to_string_lossy();
    onen(&["validate", "annex-a", &path], "").refused(&["lists.xlsx", "not an Excel workbook"]);
    onen(&["validate", "annex-a", "/no/such/file.xlsx"], "").refused(&["/no/such/file.xlsx"]);
    let empty = tempfile::tempdir().expect("a folder");
    onen(&["validate", "annex-a", &empty.path().to_string_lossy()], "").refused(&["no Excel workbook"]);
}

#[test]
fn the_sample_workbooks_are_read() {
    let Some(samples) = samples() else { return };
    let at = |name: &str| samples.join(name).to_string_lossy().into_owned();
    let headings = at("Annex_A_2024_Jan_headers_only.xlsx");
    let clean = onen(&["validate", "annex-a", &headings, "--as-at", "2024-01-31", "--json"], "").done();
    assert!(clean.out.is_empty(), "{clean:#?}");
    assert!(clean.err.contains("0 rows, 0 children, 0 faults") && clean.err.ends_with(" 0 not checked\n"));
    let old =
        onen(&["validate", "annex-a", &at("example-B-2004.xlsx"), "--as-at", "2020-06-30", "--json"], "")
            .no();
    let source =
        old.json().into_iter().find(|line| line["rule"] == "A0005").expect("a code of its own writing");
    assert_eq!((&source["value"], &source["line"]), (&"POLICE".into(), &3.into()));
    assert!(
        old.err.contains("“List_9” has no column “Unaccompanied Asylum Seeking Child (UASC), or formerly"),
        "{}",
        old.err
    );
    let undated = onen(&["validate", "annex-a", &headings, "--json"], "").done();
    let why = undated.json().into_iter().find(|line| line["rule"] == "A0101").expect("not checked");
    assert_eq!(why["not_checked"], "The day of the inspection was not given.");
}
