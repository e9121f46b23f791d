//! `onen validate cin-census`: a supplier's census file, without an authority's folder.

use super::support::{Answered, onen};

const CENSUS: &str = "<?xml version='1.0' encoding='utf-8'?>
<Message>
<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>908</LEA></Source></Header>
<Children>
<Child><ChildIdentifiers><LAchildID>A</LAchildID><PersonBirthDate>2015-02-30</PersonBirthDate><Sex>X</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2025-05-02</CINreferralDate>
<CINclosureDate>2025-05-01</CINclosureDate></CINdetails></Child>
<Child><ChildIdentifiers><LAchildID>B</LAchildID><PersonBirthDate>2016-05-01</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2025-05-02</CINreferralDate><ReferralNFA>0</ReferralNFA></CINdetails></Child>
</Children>
</Message>
";

/// A file, and the command over it.
struct Census(tempfile::TempDir);

impl Census {
    fn new(text: &str) -> Census {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("census.xml"), text).expect("written");
        Census(folder)
    }

    fn path(&self) -> String {
        self.0.path().join("census.xml").to_string_lossy().into_owned()
    }

    fn check(&self, more: &[&str]) -> Answered {
        onen(&[&["validate", "cin-census", &self.path(), "--year", "2025-26"], more].concat(), "")
    }
}

#[test]
fn faults_of_a_census_come_as_lines() {
    let answered = Census::new(CENSUS).check(&["--json", "--authority", "908"]).no();
    let lines = answered.json();
    let of = |rule: &str| {
        lines.iter().find(|line| line["rule"] == rule).unwrap_or_else(|| panic!("{rule}: {answered:#?}"))
    };
    let given = serde_json::json!({
        "rule": "4180", "severity": "error", "table": "ChildIdentifiers", "row": 0, "line": 6, "field": "Sex", "value": "X",
        "child": "A", "message": "The child’s sex is not given as M, F or U.",
    });
    assert_eq!(*of("4180"), given);
    assert_eq!(
        (&of("8520")["child"], &of("8630")["child"]),
        (&"A".into(), &"A".into()),
        "a bad day silences nothing"
    );
    assert_eq!((&of("8610")["row"], &of("8610")["child"]), (&1.into(), &"B".into()));
    assert_eq!(of("2887Q")["severity"], "query");
    let summary = answered.err.lines().last().unwrap_or_default();
    assert!(
        summary.starts_with("2025-26: 2 children, ") && summary.ends_with("109 rules checked, 0 not checked"),
        "{summary}"
    );
    assert!(
        answered.err.contains("days in PersonBirthDate that cannot be read (1, first on line 6)"),
        "{}",
        answered.err
    );
}

#[test]
fn a_census_that_breaks_off_is_checked_as_far_as_it_goes() {
    let (start, _) =
        CENSUS.split_at(CENSUS.find("<Child><ChildIdentifiers><LAchildID>B").expect("the second"));
    let answered = Census::new(start).check(&["--json"]);
    assert_eq!(answered.code, 2, "{answered:#?}");
    let lines = answered.json();
    assert!(lines.iter().any(|line| line["rule"] == "4180" && line["child"] == "A"));
    let not = lines.iter().find(|line| line["rule"] == "8520" && line.get("not_checked").is_some());
    assert_eq!(not.map(|line| &line["not_checked"]), Some(&"The file could be read only to line 10.".into()));
    assert!(
        answered.err.contains("ends on line 10 before <Children> of line 5 is closed"),
        "{}",
        answered.err
    );
}

#[test]
fn a_report_of_a_census_for_people_has_a_line_for_each_row() {
    let out = Census::new(CENSUS).check(&[]).no().out;
    let row = "8630  The case was closed before the child was referred.  (1)\n    A  CINdetails CINreferralDate, CINclosureDate, line 8\n";
    assert!(out.contains(row), "{out}");
    assert!(out.contains("\n    (the return)  Disabilities Disability\n"), "{out}");
}

#[test]
fn what_is_no_census_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_string_lossy().into_owned();
    let check = |path: &str, year: &str| onen(&["validate", "cin-census", path, "--year", year], "");
    check(&path, "2026").refused(&["no XML file"]);
    check("/no/such/file.xml", "2026").refused(&["/no/such/file.xml"]);
    check(&Census::new(CENSUS).path(), "2021").refused(&["--year 2021", "2023 to 2027"]);
    for (text, said) in [("", "holds no XML"), ("<Message>", "line 1"), ("<EXPSSDA903/>", "<EXPSSDA903>")] {
        check(&Census::new(text).path(), "2026").refused(&["census.xml", said]);
    }
    let one = Census::new(CENSUS);
    let of_folder = check(&one.0.path().to_string_lossy(), "2026").no();
    assert!(of_folder.err.contains("2 children"), "{}", of_folder.err);
    let other = one.check(&["--authority", "909", "--last", &path]).no();
    assert!(
        other.err.contains("names authority 908, not 909") && other.err.contains("--last is not needed"),
        "{}",
        other.err
    );
    let by_ons = one.check(&["--authority", "e08000025"]).no();
    assert!(by_ons.err.contains("names authority 908, not 330"), "{}", by_ons.err);
    let neither = one.check(&["--authority", "Kernow"]).no();
    assert!(neither.err.contains("“KERNOW” is neither three digits"), "{}", neither.err);
}

#[test]
fn the_sample_censuses_are_read() {
    let Some(samples) = std::env::var_os("ONEN_SAMPLES").map(std::path::PathBuf::from) else { return };
    let at = |name: &str| samples.join("cin").join(name).to_string_lossy().into_owned();
    let clean =
        onen(&["validate", "cin-census", &at("clean_500.xml"), "--year", "2026", "--json"], "").done();
    assert!(clean.out.is_empty() && clean.err.contains("500 children, 0 faults"), "{clean:#?}");
    let other =
        onen(&["validate", "cin-census", &at("fake_CIN_data.xml"), "--year", "2023", "--json"], "").no();
    assert!(other.json().len() > 1_000);
}
