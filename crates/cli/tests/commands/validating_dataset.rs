//! `onen validate safeguarding-dataset`: the standard safeguarding dataset.

use super::support::onen;

#[test]
fn faults_of_tables_come_as_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write("ssd_person.csv", "pers_person_id,pers_sex,pers_dob\nP1,F,2015-05-01\nP1,1,2015-05-01\n");
    write(
        "ssd_missing.csv",
        "miss_table_id,miss_person_id,miss_missing_episode_start_date\nM1,P2,2014-01-01\n",
    );
    let path = folder.path().to_string_lossy().into_owned();
    let answered = onen(&["validate", "safeguarding-dataset", &path, "--json"], "").no();
    let lines = answered.json();
    let found =
        |rule: &str| lines.iter().find(|line| line["rule"] == rule).unwrap_or_else(|| panic!("{rule}"));
    assert_eq!((&found("D009")["line"], &found("D009")["value"]), (&3.into(), &"P1".into()));
    assert_eq!((&found("D007")["field"], &found("D007")["value"]), (&"pers_sex".into(), &"1".into()));
    assert_eq!(found("D007")["mend"], "Give one of the codes: F, M, U.");
    assert_eq!(found("D011")["child"], "P2");
    let why = lines.iter().find(|line| line["rule"] == "D101").expect("not checked");
    assert_eq!(why["not_checked"], "There is no table ssd_address.");
    assert!(answered.err.contains("2 tables, 3 rows"), "{}", answered.err);
}

#[test]
fn a_folder_without_tables_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_string_lossy().into_owned();
    let refused = onen(&["validate", "safeguarding-dataset", &path], "");
    refused.refused(&[&path, "no table of the standard safeguarding dataset"]);
}
