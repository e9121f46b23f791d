//! What is written about local reports is so: the views and their columns are those that exist, and whoever follows
//! the worked example has a report that answers what the guide shows.

#[expect(dead_code, reason = "these tests need only some of it")]
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use practice::{Files, Given, Practice, bundled};
use views::reports::{Limits, ROWS_MAX, SECONDS_MAX, STABLE_VIEWS, check};

const FILE: &str = "reports/waiting_contacts.sql";

fn guide() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/local-reports.md");
    std::fs::read_to_string(path).unwrap()
}

fn block(language: &str, number: usize) -> String {
    let text = guide();
    let fence = format!("```{language}\n");
    text.split(&fence).nth(number).unwrap().split("```").next().unwrap().to_owned()
}

/// The views as the guide must tell them.
fn told() -> String {
    let view = |view: &views::reports::StableView| {
        let row =
            |column: &views::reports::StableColumn| format!("| `{}` | {} |\n", column.name, column.about);
        let rows: String = view.columns.iter().map(row).collect();
        format!("### `{}`\n\nEach row is {}.\n\n| column | holds |\n|---|---|\n{rows}", view.name, view.about)
    };
    STABLE_VIEWS.iter().map(view).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_guide_names_every_view_and_column_that_exists_and_no_other() {
    let guide = guide();
    let at = guide.find("### `report_").unwrap_or(guide.len());
    assert!(guide[at..] == told(), "end docs/local-reports.md with this:\n\n{}", told());
    let named = guide.split('`').skip(1).step_by(2).filter(|word| word.starts_with("report_"));
    let unknown: Vec<&str> =
        named.filter(|word| !STABLE_VIEWS.iter().any(|view| view.name == *word)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(guide.contains(&format!("After {SECONDS_MAX} seconds")));
    assert!(guide.replace(',', "").contains(&format!("beyond {ROWS_MAX} rows")));
}

fn followed(sql: String) -> Practice {
    let ours = Files::from([(FILE.to_owned(), sql)]);
    let layers = [bundled("england").unwrap().remove(0), ours];
    Practice::load(&layers).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

const COUNTY: &str = "
recording by ruth as front_door_manager
  2026-01-05 tegen person.identified
    category: child
    forename: Tegen
    surname: Nance
  2026-01-05 jory person.identified
    category: child
    forename: Jory
    surname: Rowse
  2026-02-03 jory contact.received
    agency: school
  2026-02-09 jory contact.received
    agency: police
  2026-02-09 jory contact.decided
    outcome: advice_given
  2026-03-30 tegen contact.received
    agency: police
";

#[test]
fn whoever_follows_the_guide_has_a_report_that_answers_what_it_shows() {
    let practice = followed(block("sql", 1));
    assert_eq!(check(&practice).unwrap(), []);
    let report = practice.report("waiting_contacts").unwrap();
    let county = common::authority(COUNTY);
    let given = BTreeMap::from([("before".to_owned(), Given::Day(jiff::civil::date(2026, 4, 1)))]);
    let table = county.views.report(report, &given, &practice, &BTreeSet::new(), Limits::default()).unwrap();
    let shown = block("text", 2);
    let shown: Vec<Vec<&str>> = shown.lines().skip(1).map(cells).collect();
    assert_eq!(shown[0], table.columns);
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(shown[1..].to_vec(), rows);
}

/// The cells of a line of output, which stand two spaces apart.
fn cells(line: &str) -> Vec<&str> {
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn the_fault_it_shows_is_what_the_checker_says() {
    let faults = check(&followed(block("sql", 1).replace("agency_code", "agency_cod"))).unwrap();
    assert_eq!(faults.iter().map(|fault| format!("{fault}\n")).collect::<String>(), block("text", 1));
}
