//! Every sample census file reads, and what was read and what was left out add up to what the file holds.

use std::path::PathBuf;

use jiff::civil::date;
use returns::cin_census::{self, CensusFile};

/// Element in the file, and the table its rows are listed under.
const TABLES: &[(&str, &str)] = &[
    ("ChildIdentifiers", "ChildIdentifiers"),
    ("ChildCharacteristics", "ChildCharacteristics"),
    ("Disability", "Disabilities"),
    ("CINdetails", "CINdetails"),
    ("Assessments", "Assessments"),
    ("AssessmentFactors", "AssessmentFactors"),
    ("CINPlanDates", "CINplanDates"),
    ("Section47", "Section47"),
    ("ChildProtectionPlans", "ChildProtectionPlans"),
    ("CPPreviewDate", "Reviews"),
    ("PreProceedingsandFGDM", "PreProceedingsandFGDM"),
];

#[test]
fn every_sample_reads_and_every_row_is_accounted_for() {
    let Some(folder) = samples() else { return };
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).expect("the folder of samples can be listed") {
        let path = entry.expect("its entries can be read").path();
        if path.extension().is_none_or(|extension| extension != "xml") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("the sample can be read");
        let file =
            cin_census::read(text.as_bytes()).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        assert!(!file.children.is_empty(), "{}: no child was read", path.display());
        assert!(
            file.collection_year().is_some() && file.lea().is_some(),
            "{}: {:?}",
            path.display(),
            file.header
        );
        for (element, table) in TABLES {
            let in_text = text.matches(&format!("<{element}>")).count();
            let read = rows_read(&file, table);
            let mut left_out: Vec<u64> =
                file.bad.iter().filter(|row| row.table == *table).map(|row| row.line).collect();
            left_out.dedup();
            assert_eq!(read + left_out.len(), in_text, "{}: rows of {table}; {:?}", path.display(), file.bad);
        }
        let values = values_accounted_for(&file);
        assert!(values > 0 && values <= text.matches("</").count(), "{}: {values} values", path.display());
        files += 1;
    }
    assert!(files > 0, "{} holds no samples", folder.display());
}

#[test]
fn the_made_up_clean_file_has_nothing_bad() {
    let Some(folder) = samples() else { return };
    let xml = std::fs::read(folder.join("clean_500.xml")).expect("the clean sample is there");
    let file = cin_census::read(&xml).expect("it reads");
    assert_eq!(file.bad, []);
    assert_eq!(file.noted, []);
    assert_eq!(file.collection_year(), Some(2026));
}

#[test]
fn every_sample_makes_recordings_that_may_be_appended_and_read() {
    let Some(folder) = samples() else { return };
    let today = date(2026, 11, 25);
    let now = calendar::london::last_instant_of(today);
    for entry in std::fs::read_dir(&folder).expect("the folder of samples can be listed") {
        let path = entry.expect("its entries can be read").path();
        if path.extension().is_none_or(|extension| extension != "xml") {
            continue;
        }
        let bytes = std::fs::read(&path).expect("the sample can be read");
        let file = cin_census::read(&bytes).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        let imported = cin_census::recordings(&file, &cin_census::digest(&bytes), today);
        let mut keys = std::collections::BTreeSet::new();
        for draft in &imported.drafts {
            draft.check(now, today).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
            assert!(keys.insert(draft.key.clone()), "{}: {:?} twice", path.display(), draft.key);
            for entry in &draft.entries {
                let event = record::decode(&entry.kind, entry.version, &entry.body)
                    .unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
                assert!(!matches!(event, record::Event::Unrecognised { .. }), "{}", entry.kind);
            }
        }
        let people: std::collections::BTreeSet<_> =
            file.children.iter().map(|child| cin_census::person_id(&child.la_child_id)).collect();
        let identified = imported.drafts.iter().flat_map(|draft| &draft.entries);
        let identified = identified.filter(|entry| entry.kind == "person.identified").count();
        assert_eq!(identified, people.len(), "{}: one record begun for each child", path.display());
    }
}

fn rows_read(file: &CensusFile, table: &str) -> usize {
    let identifiers = file.children.iter().map(|child| child.source);
    let beneath = file.children.iter().flat_map(|child| child.rows_beneath());
    identifiers.chain(beneath).filter(|row| row.table == table).count()
}

/// A rough second count of what was read: dates and codes of the referrals.
fn values_accounted_for(file: &CensusFile) -> usize {
    let details = file.children.iter().flat_map(|child| &child.cin_details);
    details
        .map(|row| 1 + usize::from(row.referral_source.is_some()) + usize::from(row.closure_date.is_some()))
        .sum()
}

/// The folder of sample census files, or `None` (said aloud) when this machine has none.
fn samples() -> Option<PathBuf> {
    match std::env::var_os("ONEN_SAMPLES") {
        Some(folder) => Some(PathBuf::from(folder).join("cin")),
        None => {
            assert!(
                std::env::var("ONEN_REQUIRE_ALL").as_deref() != Ok("1"),
                "ONEN_SAMPLES does not name the folder of sample files, and nothing may be skipped"
            );
            eprintln!("skipped: ONEN_SAMPLES does not name the folder of sample files");
            None
        }
    }
}
