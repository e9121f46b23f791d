//! Local reports: what they answer, what they hide, what they are refused, and where they are stopped.

#[expect(dead_code, reason = "these tests need only some of it")]
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use common::{Authority, authority};
use practice::{Files, Given, Practice, bundled};
use views::reports::{Cell, Limits, ReportProblem, ReportTable, STABLE_VIEWS, check};

const COUNTY: &str = "
recording by ruth as team_manager
  2026-01-05 west team.opened
    name: West team
  2026-01-05 sam person.identified
    category: professional
    full_name: Sam Rowe
  2026-01-05 tegen person.identified
    category: child
    forename: Tegen
    surname: Nance
    date_of_birth: 2016-11-12
    sex: female
  2026-01-05 jory person.identified
    category: child
    forename: Jory
    surname: Rowse
    date_of_birth: 2014-02-03
    sex: male
  2026-01-05 merryn person.identified
    category: child
    forename: Merryn
    surname: Sleeman
  2026-01-05 merryn record.sealed
    successor: someone
recording by ruth as team_manager
  2026-01-06 tegen allocation.started
    worker: sam
    team: west
  2026-02-02 tegen contact.received
    agency: police
  2026-02-03 jory contact.received
    agency: school
  2026-02-09 jory contact.received
    agency: police
  2026-02-10 tegen child_in_need_plan.agreed
    review_on: 2026-04-20
  2026-02-12 jory conference.held
    conference_type: initial
  2026-02-12 jory child_protection_plan.started
    category: NEG
";

fn practice(sql: &str) -> Practice {
    let report = Files::from([("reports/ours.sql".to_owned(), format!("-- title: Ours\n{sql}"))]);
    Practice::load(&[bundled("england").unwrap().remove(0), report])
        .unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn ask(county: &Authority, sql: &str, hidden: &[&str]) -> Result<ReportTable, ReportProblem> {
    let practice = practice(sql);
    let hidden: BTreeSet<String> = hidden.iter().map(|id| (*id).to_owned()).collect();
    let report = practice.report("ours").unwrap();
    county.views.report(report, &BTreeMap::new(), &practice, &hidden, Limits::default())
}

fn lines(table: &ReportTable) -> Vec<String> {
    let line = |row: &Vec<Cell>| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
    table.rows.iter().map(line).collect()
}

#[test]
fn a_report_reads_children_contacts_and_plans_in_words_that_people_read() {
    let county = authority(COUNTY);
    let asked = |sql: &str| lines(&ask(&county, sql, &[]).unwrap());
    assert_eq!(
        asked("SELECT child, name, born, sex, worker, team, team_id FROM report_children ORDER BY child"),
        [
            "jory | Jory Rowse | 2014-02-03 | Male |  |  | ",
            "tegen | Tegen Nance | 2016-11-12 | Female | Sam Rowe | West team | west"
        ]
    );
    assert_eq!(
        asked("SELECT agency, agency_code, count(*) FROM report_contacts GROUP BY agency ORDER BY agency"),
        ["Police | police | 2", "School or nursery | school | 1"]
    );
    assert_eq!(
        asked("SELECT child, kind, category, started, ended, review_on FROM report_plans ORDER BY child"),
        [
            "jory | Child protection plan | Neglect | 2026-02-12 |  | 2026-05-12",
            "tegen | Child in need plan |  | 2026-02-10 |  | 2026-04-20"
        ]
    );
    let holds = asked("SELECT DISTINCT cleared FROM report_findings WHERE cleared > '9000-01-01'");
    assert!(holds.is_empty(), "a finding that holds has no day on which it is cleared: {holds:?}");
    assert!(!asked("SELECT what, because FROM report_due WHERE what IS NOT NULL").is_empty());
}

#[test]
fn parameters_are_bound_and_never_pasted() {
    let county = authority(COUNTY);
    let practice = practice(
        "-- parameter: agency text \"Agency\"\n-- parameter: from date \"From\"\nSELECT child FROM report_contacts \
         WHERE (:agency IS NULL OR agency_code = :agency) AND (:from IS NULL OR received >= :from) ORDER BY 1",
    );
    let asked = |given: &[(&str, Given)]| {
        let given = given.iter().map(|(name, given)| ((*name).to_owned(), given.clone())).collect();
        let report = practice.report("ours").unwrap();
        lines(&county.views.report(report, &given, &practice, &BTreeSet::new(), Limits::default()).unwrap())
    };
    assert_eq!(asked(&[]), ["jory", "jory", "tegen"]);
    assert_eq!(asked(&[("agency", Given::Words("police".to_owned()))]), ["jory", "tegen"]);
    assert_eq!(asked(&[("from", Given::Day(jiff::civil::date(2026, 2, 9)))]), ["jory"]);
    assert!(asked(&[("agency", Given::Words("' OR 1 --".to_owned()))]).is_empty());
}

#[test]
fn a_hidden_child_is_counted_and_nothing_says_who_it_is() {
    let county = authority(COUNTY);
    let asked = |sql: &str| lines(&ask(&county, sql, &["tegen"]).unwrap());
    assert_eq!(
        asked("SELECT child, name, born, sex FROM report_children ORDER BY child"),
        ["A restricted record (1) | A restricted record |  | ", "jory | Jory Rowse | 2014-02-03 | Male"]
    );
    for view in STABLE_VIEWS {
        let told = asked(&format!("SELECT * FROM {}", view.name)).join("\n");
        assert!(!told.contains("tegen") && !told.contains("Tegen"), "{}: {told}", view.name);
        let merryn = told.contains("merryn") || told.contains("Merryn");
        assert!(!merryn, "{} tells of a sealed record: {told}", view.name);
        let count = format!("SELECT count(*) FROM {}", view.name);
        assert_eq!(
            asked(&count),
            lines(&ask(&county, &count, &[]).unwrap()),
            "{} counts the same",
            view.name
        );
    }
    // Rows about one child still belong together.
    assert_eq!(
        asked(
            "SELECT c.child, p.review_on FROM report_contacts c JOIN report_plans p USING (child) ORDER BY 1 LIMIT 1"
        ),
        ["A restricted record (1) | 2026-04-20"]
    );
}

#[test]
fn the_tables_beneath_cannot_be_read_nor_covered() {
    let county = authority(COUNTY);
    for (sql, message) in [
        ("SELECT name FROM person", "No stable view is named “person”. Use one of report_children,"),
        ("SELECT name FROM main.person", "“person”"),
        ("SELECT count(*) FROM person_words", "“person_words"),
        ("SELECT child FROM temp.shown", "“shown”"),
        ("SELECT words FROM words", "“words”"),
        ("SELECT sql FROM sqlite_master", "No stable view"),
        ("SELECT name FROM pragma_table_list", "“pragma_table_list”"),
        ("SELECT child FROM report_children WHERE EXISTS (SELECT 1 FROM contact)", "“contact”"),
        ("SELECT child FROM report_contact", "Did you mean “report_contacts”"),
        ("SELECT load_extension('x')", "“load_extension” is not to be called"),
        ("SELECT recieved FROM report_contacts", "No column is named “recieved”. Did you mean “received”"),
        ("SELECT qqqqqq FROM report_matters", "child, ended, kind_code, name, started"),
        ("SELECT nosuch(1)", "no function “nosuch”"),
        ("SELECT child FROM report_children WHERE", "SQLite says: incomplete input"),
        ("WITH x AS (SELECT 1) DELETE FROM report_children", "does more than read"),
        ("WITH x AS (SELECT 1) INSERT INTO person SELECT * FROM x", "does more than read"),
    ] {
        match ask(&county, sql, &[]) {
            Err(ReportProblem::Failed(fault)) => {
                let said = fault.to_string();
                assert!(said.starts_with("reports/ours.sql:2:") && said.contains(message), "{sql}: {said}");
            }
            other => panic!("{sql}: {other:?}"),
        }
    }
    // Names that a report gives to questions of its own do not stand before the tables of a view.
    for cover in ["person(id, name)", "shown(child, name)"] {
        let sql =
            format!("WITH {cover} AS (SELECT 'x', 'y') SELECT child, name FROM report_children ORDER BY 1");
        let told = lines(&ask(&county, &sql, &["tegen"]).unwrap());
        assert_eq!(told, ["A restricted record (1) | A restricted record", "jory | Jory Rowse"], "{cover}");
    }
}

#[test]
fn a_report_that_never_ends_is_stopped() {
    let county = authority(COUNTY);
    let practice =
        practice("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n");
    let limits = Limits { time: Duration::from_millis(200), ..Limits::default() };
    let report = practice.report("ours").unwrap();
    let answer = county.views.report(report, &BTreeMap::new(), &practice, &BTreeSet::new(), limits);
    assert!(matches!(answer, Err(ReportProblem::OutOfTime(_))), "{answer:?}");
    let said = ReportProblem::OutOfTime(5).to_string();
    assert!(said.starts_with("The report ran for 5 seconds and was stopped."), "{said}");
    // The place it took is free again, and the views are as they were.
    for _ in 0..4 {
        assert!(ask(&county, "SELECT child FROM report_children", &[]).is_ok());
    }
}

#[test]
fn a_value_that_grows_without_end_is_refused() {
    let county = authority(COUNTY);
    let answer = ask(&county, "SELECT length(randomblob(2000000000))", &[]);
    assert!(
        matches!(&answer, Err(ReportProblem::Failed(fault)) if fault.message.contains("too big")),
        "{answer:?}"
    );
}

#[test]
fn rows_are_answered_up_to_a_limit_and_it_is_said() {
    let county = authority(COUNTY);
    let practice = practice("SELECT child FROM report_contacts");
    let report = practice.report("ours").unwrap();
    let limits = |rows: usize| Limits { rows, ..Limits::default() };
    let asked = |rows: usize| {
        let limits = limits(rows);
        county.views.report(report, &BTreeMap::new(), &practice, &BTreeSet::new(), limits).unwrap()
    };
    assert_eq!((asked(2).rows.len(), asked(2).more), (2, true));
    assert_eq!((asked(3).rows.len(), asked(3).more), (3, false));
}

#[test]
fn the_checker_prepares_each_report_against_views_without_a_row() {
    assert_eq!(check(&practice("SELECT child FROM report_children")).unwrap(), []);
    let faults = check(&practice("SELECT child,\n  nam\nFROM report_children")).unwrap();
    assert_eq!(
        faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["reports/ours.sql:3: No column is named “nam”. Did you mean “name”."]
    );
    // Every column of every view, alone: SQLite asks leave for each otherwise.
    let mut files = Files::new();
    for view in STABLE_VIEWS {
        for column in view.columns.iter().map(|column| column.name).chain(["count(*)", "*"]) {
            let name = format!("reports/r{}.sql", files.len());
            files.insert(name, format!("-- title: Ours\nSELECT {column} FROM {}", view.name));
        }
    }
    let practice = Practice::load(&[bundled("england").unwrap().remove(0), files]).unwrap();
    assert_eq!(check(&practice).unwrap(), []);
}

#[test]
fn the_reports_that_come_with_the_service_are_without_fault() {
    for county in ["england", "cornwall", "cambridgeshire"] {
        assert_eq!(check(&Practice::of_county(county).unwrap()).unwrap(), [], "{county}");
    }
}
