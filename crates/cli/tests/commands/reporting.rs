//! `onen report`, and the reports of `onen practice check`.

use super::support::{Place, onen, text_of};

/// An authority with a child, under a practice folder that holds this report.
fn with_report(sql: &str) -> Place {
    let place = Place::empty();
    place.file("practice/reports/ours.sql", sql);
    let practice = text_of(&place.path("practice"));
    place.run(&["init", "--authority", "Kernow", "--practice", &practice]).done();
    place.record_history(CHILD);
    place
}

const CHILD: &str = "
recording by martin as front_door_manager at 2026-03-02 10:00
  2026-03-02 kerra person.identified
    category: child
    forename: Kerra
    surname: Angove
    date_of_birth: 2018-05-01
  2026-03-02 kerra contact.received
    agency: police
";

const OURS: &str = "-- title: Contacts of an agency
-- parameter: from date \"From\" = 2026-01-01
-- parameter: agency text \"Agency\"
SELECT child, name, agency, received, 2 AS two FROM report_contacts
WHERE received >= :from AND (:agency IS NULL OR agency_code = :agency)
";

#[test]
fn a_report_is_listed_and_run_with_what_is_asked() {
    let place = with_report(OURS);
    let listed = place.run(&["report"]).done().out;
    assert!(listed.contains("ours  Contacts of an agency  --from DATE --agency WORDS"), "{listed}");
    assert!(listed.contains("third_contacts"), "England's stand beside it: {listed}");
    let told = place.run(&["report", "ours"]).done().out;
    assert_eq!(
        told,
        "child  name          agency  received    two\nkerra  Kerra Angove  Police  2026-03-02  2\n"
    );
    for none in [["--from", "2026-03-03"], ["--agency", "school"]] {
        let told = place.run(&["report", "ours", none[0], none[1]]).done().out;
        assert_eq!(told.lines().count(), 1, "{none:?}: {told}");
    }
    for way in [&["report", "ours", "--agency=police", "--json"][..], &["--json", "report", "ours"]] {
        let told = place.run(way).done().json().remove(0);
        assert_eq!((&told["rows"][0]["child"], &told["rows"][0]["two"]), (&"kerra".into(), &2.into()));
        assert_eq!((&told["more"], &told["asked"]["from"]), (&false.into(), &"2026-01-01".into()));
    }
    let data = text_of(&place.data());
    assert!(onen(&["report", "ours", "--data", &data], "").done().out.contains("Kerra Angove"));
}

#[test]
fn a_report_asked_wrongly_says_what_it_asks_for() {
    let place = with_report(OURS);
    place.run(&["report", "our"]).refused(&["“our” is not a report", "ours"]);
    place.run(&["report", "ours", "--form", "2026-03-03"]).refused(&["--form", "--from, --agency"]);
    place.run(&["report", "ours", "--from", "soon"]).refused(&["“soon” for “From”", "2026-03-03"]);
    place.run(&["report", "ours", "--from"]).refused(&["--from has no value"]);
    place.run(&["report", "ours", "soon"]).refused(&["“soon” stands alone"]);
}

#[test]
fn a_report_that_cannot_be_run_names_its_file_and_line() {
    let place = with_report("-- title: Ours\nSELECT child, nam\nFROM report_children");
    place.run(&["report", "ours"]).refused(&["reports/ours.sql:2: No column is named “nam”", "“name”"]);
}

#[test]
fn the_checker_names_every_fault_of_a_report_with_a_way_to_mend_it() {
    let place = Place::empty();
    let folder = text_of(&place.path("practice"));
    let checked = |sql: &str| {
        place.file("practice/reports/ours.sql", sql);
        let faults = onen(&["practice", "check", &folder, "--json"], "").no().json();
        faults.iter().filter_map(|fault| fault["fault"].as_str()).collect::<Vec<_>>().join("\n")
    };
    for (sql, fault) in [
        ("SELECT child FROM report_children", "ours.sql:1: The report has no title. Begin the file"),
        ("-- title: T\nSELECT :from", "ours.sql:2: No parameter is named “from”. Add a line"),
        ("-- title: T\n-- parameter: d date \"D\"\nSELECT 1", "ours.sql:2: The parameter “d” is never used."),
        ("-- title: T\nSELECT 1;\nSELECT 2", "ours.sql:3: A second statement begins here."),
        ("-- title: T\nDROP VIEW report_children", "ours.sql:2: The report begins with “DROP”."),
        ("-- title: T\nSELECT 1\nFROM person", "ours.sql:3: No stable view is named “person”. Use one of"),
        (
            "-- title: T\nSELECT\n  agncy FROM report_contacts",
            "ours.sql:3: No column is named “agncy”. Did you mean “agency”.",
        ),
    ] {
        let said = checked(sql);
        assert!(said.contains(fault), "{sql}: {said}");
    }
    place.file("practice/reports/ours.sql", OURS);
    onen(&["practice", "check", &folder], "").done();
}
