//! Folders as they come.

use std::collections::BTreeMap;

use super::examples::{Files, folder};
use super::tables::TABLES;
use super::{codes, validate};
use crate::fault::Collected;

fn check(files: &[(&str, &[u8])]) -> Result<Collected, String> {
    let files: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    let mut report = Collected::default();
    validate(&Files(files), &mut report).map(|_| report)
}

#[test]
fn empty_tables_have_no_fault_and_every_rule_runs() {
    let mut report = Collected::default();
    let summary = validate(&folder(""), &mut report).expect("tables");
    assert_eq!(report, Collected::default());
    assert_eq!((summary.tables, summary.checked), (TABLES.len() as u64, codes().len() as u64));
}

#[test]
fn a_file_is_known_by_its_name_or_its_columns_in_any_order() {
    let report = check(&[
        ("SSD_Person.CSV", b"\xEF\xBB\xBFpers_person_id|pers_sex|mood\n1|X|fine\nJos\xe9|F|NULL\n"),
        ("extract 7.csv", b"disa_disability_code,disa_table_id,disa_person_id\nMOB,1,2\n"),
        ("notes.csv", b"a,b\n"),
    ])
    .expect("tables");
    let faults: Vec<_> = report
        .faults
        .iter()
        .filter(|fault| fault.rule != "D001")
        .map(|fault| {
            (fault.rule, fault.table, fault.field, fault.line, fault.child.as_str(), fault.value.as_str())
        })
        .collect();
    assert_eq!(
        faults,
        [
            ("D011", "ssd_disability", "disa_person_id", Some(2), "2", "2"),
            ("D007", "ssd_person", "pers_sex", Some(2), "1", "X"),
        ]
    );
    assert!(report.notices.contains(&"Files that are no table of the dataset: notes.csv.".to_owned()));
    assert!(
        report.notices.contains(&"SSD_Person.CSV has columns that ssd_person does not: mood.".to_owned())
    );
    assert!(
        report.notices.iter().any(|said| said.contains("read as Windows-1252 (1)")),
        "{:?}",
        report.notices
    );
    assert_eq!(report.faults.iter().filter(|fault| fault.rule == "D001").count(), 13);
    let why = |code| report.not_checked.iter().find(|not| not.rule == code).map(|not| not.why.as_str());
    assert_eq!(why("D101"), Some("There is no table ssd_address."));
    assert_eq!(why("D102"), Some("ssd_person has no column pers_dob."));
    assert!(why("D001").is_some_and(|why| why.starts_with("Tables are not there: ssd_address,")));
    assert!(
        why("D011").is_some_and(|why| why.starts_with("Tables that others refer to are not there: ssd_"))
    );
    assert_eq!(why("D009"), None, "it ran over what is there");
}

#[test]
fn a_column_that_others_refer_to_is_missed() {
    let mut whole = folder("ssd_contacts cont_person_id=Q");
    whole.0.insert("ssd_person.csv".to_owned(), b"pers_sex\nF\n".to_vec());
    let mut report = Collected::default();
    validate(&whole, &mut report).expect("tables");
    for code in ["D011", "D201"] {
        let not = report.not_checked.iter().find(|not| not.rule == code).expect("not checked");
        assert_eq!(not.why, "ssd_person has no column pers_person_id.");
    }
}

#[test]
fn rows_of_another_width_are_faults() {
    let report = check(&[(
        "ssd_disability.csv",
        b"disa_person_id,disa_table_id,disa_disability_code\n1,2,MOB,\n1,3\n",
    )]);
    let report = report.expect("tables");
    let widths: Vec<_> =
        report.faults.iter().filter(|fault| fault.rule == "D002").map(|fault| fault.line).collect();
    assert_eq!(widths, [Some(2), Some(3)]);
}

#[test]
fn a_folder_without_tables_is_refused_and_another_encoding_is_said() {
    assert_eq!(
        check(&[("a.csv", b"x,y\n")]),
        Err("there is no table of the standard safeguarding dataset here".to_owned())
    );
    let report = check(&[("ssd_family.csv", b"fami_table_id\n"), ("ssd_person.csv", b"\xFF\xFEp\0")])
        .expect("a table");
    assert!(report.notices.contains(&"ssd_person.csv is UTF-16; save it as UTF-8.".to_owned()));
}

mod whatever_comes {
    use proptest::prelude::{any, prop, proptest};

    use super::check;

    proptest! {
        #[test]
        fn no_bytes_stop_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = check(&[("ssd_person.csv", &bytes)]);
        }
    }
}

#[test]
fn a_line_is_counted_alike_however_lines_end() {
    for end in ["\n", "\r\n"] {
        let text = ["pers_person_id,pers_sex", "1,F", "2,NONSENSE", ""].join(end);
        let report = check(&[("ssd_person.csv", text.as_bytes())]).expect("tables");
        let fault = report.faults.iter().find(|fault| fault.value == "NONSENSE").expect("the fault");
        assert_eq!(fault.line, Some(3));
    }
}
