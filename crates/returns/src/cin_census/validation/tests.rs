//! Files as they come, and what is said of them.

use calendar::ReportingYear;

use super::examples::census;
use super::{FileFault, Summary, codes_of, rules, validate};
use crate::fault::{Collected, Fault};

fn check(xml: &[u8]) -> Result<(Collected, Summary), FileFault> {
    let mut report = Collected::default();
    let summary = validate(xml, ReportingYear::ending_in(2026), Some("908"), &mut report)?;
    assert_eq!(report.faults.len() as u64, summary.faults);
    assert_eq!(report.not_checked.len() as u64, summary.not_checked);
    Ok((report, summary))
}

fn checked(xml: &str) -> Collected {
    check(xml.as_bytes()).unwrap_or_else(|fault| panic!("{fault}")).0
}

fn of<'r>(report: &'r Collected, rule: &str) -> Vec<&'r Fault> {
    report.faults.iter().filter(|fault| fault.rule == rule).collect()
}

/// Where the faults of a rule are: table, row, field, child.
fn places<'r>(report: &'r Collected, rule: &str) -> Vec<(&'r str, Option<u64>, &'r str, &'r str)> {
    let place = |fault: &&'r Fault| (fault.table, fault.row, fault.field, fault.child.as_str());
    of(report, rule).iter().map(place).collect()
}

/// The rules of the Department's guide: severity, and the first and last collection year known here that has them.
const OF_THE_GUIDE: &str = include_str!("../rules/of_the_guide.csv");

#[test]
fn every_rule_of_each_years_guide_is_written() {
    for (year, count) in [(2023, 105), (2024, 105), (2025, 109), (2026, 109), (2027, 109)] {
        let mut guide = Vec::new();
        for line in OF_THE_GUIDE.lines().skip(1) {
            let [code, severity, from, to] = line.split(',').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let year_of = |text: &str| text.parse::<i16>().expect("a year");
            if (year_of(from)..=year_of(to)).contains(&year) {
                guide.push((code, severity.to_owned()));
            }
        }
        guide.sort_unstable();
        let severity = |rule: &super::Rule| format!("{:?}", rule.severity).to_lowercase();
        let mut written: Vec<_> = rules::of(year).map(|rule| (rule.code, severity(rule))).collect();
        written.sort_unstable();
        assert_eq!(written, guide, "the rules of {year}");
        assert_eq!(codes_of(year).len(), count);
    }
}

#[test]
fn rows_are_numbered_through_the_file_and_each_value_has_its_line() {
    let report = checked(&census(
        "child LAchildID=A; cin; section47; protection CPPendDate=2025-05-01; \
         child LAchildID=B; cin; cin; section47; section47 DateOfInitialCPC=2025-05-04; \
         protection CPPendDate=2024-01-01",
        2026,
    ));
    assert_eq!(places(&report, "8875"), [("Section47", Some(2), "DateOfInitialCPC", "B")]);
    assert_eq!(places(&report, "8930"), [("ChildProtectionPlans", Some(1), "CPPendDate", "B")]);
    assert_eq!(of(&report, "8930")[0].line, Some(13));
}

#[test]
fn a_group_of_reviews_has_one_number_and_an_empty_group_none() {
    let xml = census(
        "cin; protection CPPstartDate=2025-05-01; review; review CPPreviewDate=2025-06-01,2025-04-01",
        2026,
    );
    let report = checked(&xml);
    assert_eq!(places(&report, "8842Q"), [("Reviews", None, "CPPreviewDate", "A")]);
    let reviews = |fault: &(&str, Option<u64>, &str, &str)| fault.0 == "Reviews";
    let found: Vec<_> = places(&report, "8841").into_iter().filter(reviews).collect();
    assert_eq!(found, [("Reviews", Some(0), "CPPreviewDate", "A")], "the second date is looked at too");
}

#[test]
fn a_day_that_cannot_be_read_is_a_fault_of_its_own_and_silences_no_rule() {
    let report = checked(&census(
        "child LAchildID=A PersonBirthDate=soon; cin CINreferralDate=2025-02-30 CINclosureDate=01/05/2025; \
         child LAchildID=B; cin CINreferralDate=2025-05-02 CINclosureDate=2025-05-01",
        2026,
    ));
    for rule in ["8520", "8600", "8620"] {
        assert_eq!(of(&report, rule).first().map(|fault| fault.child.as_str()), Some("A"), "{rule}");
    }
    assert_eq!(of(&report, "8630").len(), 2, "both days of B");
    assert!(report.notices.contains(
        &"The file has days in CINreferralDate that cannot be read (1, first on line 4).".to_owned()
    ));
}

#[test]
fn an_identifier_of_two_children_is_at_fault_in_each_once() {
    let report =
        checked(&census("child LAchildID=A UPN=X; child LAchildID=A UPN=Y; child LAchildID=A UPN=X", 2026));
    let rows = |rule| of(&report, rule).iter().filter_map(|fault| fault.row).collect::<Vec<_>>();
    assert_eq!((rows("8510"), rows("1520")), (vec![0, 1, 2], vec![0, 2]));
}

#[test]
fn a_file_that_ends_too_soon_is_checked_as_far_as_it_goes() {
    let whole =
        census("child LAchildID=A Sex=X; cin; child LAchildID=B Sex=Y; cin; child LAchildID=C Sex=Z", 2026);
    let (start, _) = whole.split_at(whole.find("C</LAchildID>").expect("the third"));
    let (report, summary) = check(start.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(of(&report, "4180").iter().map(|fault| fault.child.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!((summary.checked, summary.not_checked), (0, 109));
    assert_eq!(report.not_checked[0].why, "The file could be read only to line 9.");
    assert!(of(&report, "2887Q").is_empty(), "nothing is said of the whole");
    let stopped = summary.unread.expect("why");
    assert_eq!(stopped.message, "The file ends on line 9 before <LAchildID> of line 9 is closed.");
}

#[test]
fn a_child_that_is_not_well_formed_is_passed_over_and_said() {
    let whole = census(
        "child LAchildID=A Sex=X; cin; child LAchildID=B Sex=Y; cin; child LAchildID=C Sex=Z; cin",
        2026,
    );
    let children = |report: &Collected| -> String {
        of(report, "4180").iter().map(|fault| fault.child.as_str()).collect()
    };
    for (from, to, said) in [
        ("Y</Sex>", "Y</Gender>", "on line 6, </Gender> stands where </Sex> was expected"),
        ("Y</Sex>", "Y & X</Sex>", "on line 6, entity or character reference not closed"),
        (
            "Y</Sex></ChildIdentifiers>\n<CINdetails></CINdetails></Child>",
            "Y</Sex>",
            "<Child> stands before that of line 5 is closed",
        ),
        ("Y</Sex>", "Y</Sex></Child>", "on line 6, </Child> stands where </ChildIdentifiers> was expected"),
    ] {
        let (report, summary) =
            check(whole.replace(from, to).as_bytes()).unwrap_or_else(|fault| panic!("{to}: {fault}"));
        assert_eq!(children(&report), "AC", "{to}");
        let unread = summary.unread.expect("why");
        assert!(unread.message.contains(said), "{to}: {unread}");
        assert_eq!(report.notices, [format!("{unread} That child was passed over.")]);
        assert_eq!((summary.checked, summary.not_checked), (0, 109));
    }
    let last = whole.replace("Z</Sex></ChildIdentifiers>\n<CINdetails></CINdetails></Child>", "Z</Sex>");
    assert_eq!(children(&check(last.as_bytes()).unwrap_or_else(|fault| panic!("{fault}")).0), "AB");
}

#[test]
fn what_is_no_census_is_refused_with_its_line() {
    for (xml, said) in [
        ("", "holds no XML (it ends on line 1)"),
        ("\n\n<Message>", "ends on line 3 before <Message> of line 3"),
        ("<EXPSSDA903/>", "line 1 opens <EXPSSDA903>"),
        ("<Message/>", "no list of children"),
        ("<Message>\n<Children>\n<Child></Children>", "line 3"),
        (
            "<Message><Header><CollectionDetails><Collection>CLA</Collection></CollectionDetails></Header></Message>",
            "CLA",
        ),
        ("\u{0}<\u{0}M", "UTF-16"),
    ] {
        let fault = check(xml.as_bytes()).err().unwrap_or_else(|| panic!("{xml} was read"));
        assert!(fault.message.contains(said), "{xml}: {fault}");
    }
}

#[test]
fn entities_are_not_expanded() {
    let lol = "<!DOCTYPE Message [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let xml = format!("{lol}{}", census("child LAchildID=BOMB", 2026).replace("BOMB", "&b;"));
    assert_eq!(places(&checked(&xml), "1580"), [("ChildIdentifiers", Some(0), "LAchildID", "&b;")]);
    assert!(of(&checked(&census("child LAchildID=BOMB", 2026).replace("BOMB", "A&#49;")), "1580").is_empty());
}

#[test]
fn what_the_census_does_not_have_is_said_once_for_each_kind() {
    let xml = census("child LAchildID=A; cin; child LAchildID=B; cin", 2026)
        .replace("<CINdetails>", "<CINdetails>so<Mood>fine</Mood>")
        .replace("<Header>", "<Header><Source><LEA>909</LEA></Source>")
        .replace("<LAchildID>B", "<LAchildID>Bj\u{f6}rk</LAchildID><LAchildID>B");
    let bytes: Vec<u8> = xml.chars().map(|letter| u8::try_from(letter).expect("Latin-1")).collect();
    let (report, _) = check(&bytes).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(
        report.notices,
        [
            "Line 6 is not UTF-8; such letters were read as Windows-1252.",
            "The header names authority 909, not 908.",
            "The file has <LAchildID> a second time within ChildIdentifiers, of which the first counts (1, first on line 6).",
            "The file has <Mood> within CINdetails, which the census does not have there (2, first on line 4).",
            "The file has text between the elements of CINdetails, which was passed over (2, first on line 4).",
        ]
    );
    assert!(report.faults.iter().any(|fault| fault.child == "Björk"));
}

#[test]
fn a_file_without_a_header_fails_its_rule() {
    let xml = "<Message><Children><Child/></Children></Message>";
    let (report, summary) = check(xml.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(places(&report, "100"), [("Header", None, "ReferenceDate", "")]);
    assert_eq!((summary.children, summary.checked), (1, 109));
    assert_eq!(places(&report, "8500"), [("ChildIdentifiers", Some(0), "LAchildID", "")]);
}

mod whatever_comes {
    use proptest::prelude::{Strategy, any, prop, proptest};

    use super::super::table::Table;
    use super::check;

    const VALUES: &[&str] = &[
        "A",
        "",
        "2025-05-01",
        "9999-12-31",
        "-001-01-01",
        "0000-01-01",
        "2025-13-41",
        "M",
        "U",
        "NONE",
        "RC8",
        "21",
        "18A",
        "1",
        "0",
        "true",
        "UN1",
        "A123456789012",
        "é123456789012",
        "é12345678901",
        "&amp;",
        "&lol;",
        "-1",
        "\u{1f}",
        "2025-05-01Z",
    ];
    const GROUPS: &[(&str, Table)] = &[
        ("Assessments", Table::Assessments),
        ("CINPlanDates", Table::CinPlanDates),
        ("Section47", Table::Section47),
        ("ChildProtectionPlans", Table::ChildProtectionPlans),
        ("Reviews", Table::Reviews),
        ("FactorsIdentifiedAtAssessment", Table::Assessments),
    ];

    /// A row with some of its values.
    fn row(name: &'static str, table: Table) -> impl Strategy<Value = String> {
        let value = (prop::sample::select(table.fields()), prop::sample::select(VALUES));
        prop::collection::vec(value, 0..6).prop_map(move |values| {
            let written: String =
                values.iter().map(|(field, text)| format!("<{0}>{text}</{0}>", field.element())).collect();
            format!("<{name}>{written}</{name}>")
        })
    }

    fn child() -> impl Strategy<Value = String> {
        let group = prop::sample::select(GROUPS).prop_flat_map(|(name, table)| row(name, table));
        let details = (row("CINdetails", Table::CinDetails), prop::collection::vec(group, 0..6))
            .prop_map(|(row, groups)| row.replace("</CINdetails>", &(groups.concat() + "</CINdetails>")));
        let details = prop::collection::vec(details, 0..4);
        (row("ChildIdentifiers", Table::ChildIdentifiers), row("Disabilities", Table::Disabilities), details)
            .prop_map(|(row, list, details)| {
                format!(
                    "<Child>{row}<ChildCharacteristics>{list}</ChildCharacteristics>{}</Child>",
                    details.concat()
                )
            })
    }

    proptest! {
        #[test]
        fn no_bytes_stop_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = check(&bytes);
        }

        #[test]
        fn no_values_stop_a_rule(children in prop::collection::vec(child(), 0..4), cut in 0_usize..4_000) {
            let xml = format!("<Message><Children>{}</Children></Message>", children.concat());
            let (_, summary) = check(xml.as_bytes()).unwrap_or_else(|fault| panic!("{fault}"));
            assert_eq!(summary.children, children.len() as u64);
            let _ = check(&xml.as_bytes()[..cut.min(xml.len())]);
        }
    }
}
