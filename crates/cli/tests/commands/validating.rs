//! `onen validate`: a supplier's return, without an authority's folder.

use std::path::PathBuf;

use super::support::{Answered, onen};

const HEADER: &str = "child,sex,dob,ethnic,upn,mother,mc_dob\n\
    A,F,2010-05-01,WBRI,UN2,0,\n\
    B,X,01/05/2012,WBRI,UN2,,\n";
const EPISODES: &str = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n\
    A,01/05/2024,S,C2,N1,K2,PR1,,,,TR1 1AA,TR1 2BB,SC100001\n\
    A,nonsense,S,C2,N1,U4,PR1,,,,,,\n\
    B,01/06/2025,S,C2,N1,U4,PR4,01/05/2025,E4A,,TR1 1AA,PL1 1AA,SC100009\n";
const POSTCODES: &str = "pcds,oseast1m,osnrth1m,oslaua,oscty\n\
    TR1 1AA,182000,44000,E06000052,E99999999\n\
    TR1 2BB,183000,44000,E06000052,E99999999\n";
const PROVIDERS: &str = "URN,Placement code,Placement provider code,Deregistration date,Setting address postcode\n\
    SC100001,K2,PR1,,TR1 2BB\n";

/// A folder of files, and the command over it.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Folder {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("written");
        }
        Folder(folder)
    }

    fn path(&self) -> String {
        self.0.path().to_string_lossy().into_owned()
    }

    fn file(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    fn check(&self, more: &[&str]) -> Answered {
        let path = self.path();
        onen(&[&["validate", "ssda903", &path, "--year", "2026"], more].concat(), "")
    }
}

#[test]
fn faults_come_as_lines_and_what_was_not_checked_says_why() {
    let folder = Folder::new(&[("anything.csv", HEADER), ("more.csv", EPISODES)]);
    let answered = folder.check(&["--json"]).no();
    let lines = answered.json();
    let found =
        |rule: &str, child: &str| lines.iter().any(|line| line["rule"] == rule && line["child"] == child);
    assert!(found("101", "B") && !found("101", "A"), "{answered:#?}");
    assert!(found("141", "A") && found("356", "B"), "one bad day silences nobody: {answered:#?}");
    let sex = lines.iter().find(|line| line["rule"] == "101").expect("a line");
    assert_eq!((&sex["table"], &sex["row"], &sex["field"]), (&"Header".into(), &1.into(), &"SEX".into()));
    let why =
        |rule: &str| lines.iter().find(|line| line["rule"] == rule).map(|line| line["not_checked"].clone());
    assert_eq!(why("502"), Some("The return of the year before was not given.".into()));
    assert_eq!(why("392c"), Some("No directory of postcodes was given.".into()));
    assert_eq!(why("166"), Some("There is no Reviews table.".into()));
    let summary = answered.err.lines().last().unwrap_or_default();
    assert!(summary.starts_with("2025-26: 2 children, ") && summary.ends_with(" not checked"), "{summary}");
}

#[test]
fn directories_and_last_years_return_let_their_rules_run() {
    let last = Folder::new(&[("episodes.csv", EPISODES)]);
    let reference = Folder::new(&[("onspd.csv", POSTCODES), ("list.csv", PROVIDERS)]);
    let folder = Folder::new(&[("header.csv", HEADER), ("episodes.csv", EPISODES)]);
    let (postcodes, providers, last) = (reference.file("onspd.csv"), reference.file("list.csv"), last.path());
    let given = [
        "--json",
        "--last",
        &last,
        "--postcodes",
        &postcodes,
        "--providers",
        &providers,
        "--authority",
        "E06000052",
    ];
    let lines = folder.check(&given).no().json();
    let rows = |rule: &str| -> Vec<_> {
        let of = lines.iter().filter(|line| line["rule"] == rule && line.get("not_checked").is_none());
        of.map(|line| line["row"].clone()).collect()
    };
    assert_eq!(rows("392c"), [2], "the directory does not know PL1 1AA");
    assert_eq!(rows("1008"), [2], "the list does not know SC100009");
    assert!(rows("221").is_empty(), "SC100001 is at TR1 2BB");
    let digits = folder.check(&[&given[..8], &["908"]].concat()).no().json();
    assert_eq!(digits, lines, "three digits say the same as an ONS code");
    assert!(!lines.iter().any(|line| line["rule"] == "502" && line.get("not_checked").is_some()));
}

#[test]
fn without_json_a_report_by_rule_and_child() {
    let out = Folder::new(&[("header.csv", HEADER)]).check(&[]).no().out;
    assert!(out.contains("101  The child’s sex is not given, or not by a code of this year.  (1)\n    B  Header SEX, line 3\n"), "{out}");
    assert!(out.contains("not checked: "), "{out}");
}

#[test]
fn what_cannot_be_asked_is_refused_in_a_sentence() {
    let folder = Folder::new(&[("header.csv", HEADER)]);
    let path = folder.path();
    onen(&["validate", "tea-leaves", &path, "--year", "2026"], "").refused(&[
        "“tea-leaves”",
        "ssda903",
        "cin-census",
        "annex-a",
    ]);
    onen(&["validate", "ssda903", &path], "").refused(&["--year is not given", "2023 to 2027"]);
    onen(&["validate", "ssda903", &path, "--year", "2021"], "").refused(&["--year 2021", "2023 to 2027"]);
    onen(&["validate", "ssda903", "/no/such/folder", "--year", "2026"], "").refused(&["/no/such/folder"]);
    let empty = Folder::new(&[]).0;
    onen(&["validate", "ssda903", &empty.path().to_string_lossy(), "--year", "2026"], "")
        .refused(&["no CSV file"]);
    let list = folder.file("header.csv");
    folder.check(&["--providers", &list]).refused(&["a column URN"]);
    folder.check(&["--postcodes", &list]).refused(&["the directory has no column for the postcode"]);
}

#[test]
fn the_sample_returns_are_read() {
    let Some(samples) = std::env::var_os("ONEN_SAMPLES").map(PathBuf::from) else { return };
    let at = |name: &str| samples.join("ssda903").join(name).to_string_lossy().into_owned();
    let (this, last, list) = (at("clean_500/this"), at("clean_500/last"), at("clean_500/scpch.xlsx"));
    let clean = onen(&["validate", "ssda903", &this, "--year", "2026", "--last", &last, "--json"], "").done();
    assert!(clean.json().iter().all(|line| line.get("not_checked").is_some()), "{clean:#?}");
    let xml =
        onen(&["validate", "ssda903", &at("clean_500/this.xml"), "--year", "2026", "--json"], "").done();
    assert!(
        xml.err.contains("500 children, 0 faults") && !xml.out.contains("Header has no column"),
        "{xml:#?}"
    );
    let listed = onen(&["validate", "ssda903", &this, "--year", "2026", "--providers", &list], "").done();
    assert!(listed.err.contains("500 children, 0 faults"), "{listed:#?}");
    let dirty = onen(&["validate", "ssda903", &at("dirty_2675"), "--year", "2026", "--json"], "").no();
    assert!(dirty.err.contains("is a second PlacedAdoption table"), "{}", dirty.err);
    assert!(dirty.err.contains("the XML files were not read"), "{}", dirty.err);
    assert!(dirty.json().len() > 1_000);
}
