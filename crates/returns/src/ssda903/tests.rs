//! Files as they come, and what is said of them.

use calendar::ReportingYear;

use super::{Context, Return, Summary, Table, codes_of, validate};
use crate::fault::Collected;

fn context() -> Context<'static> {
    Context { year: ReportingYear::ending_in(2026), authority: None, postcodes: None, providers: None }
}

fn read(files: &[(&str, &[u8])]) -> Return {
    Return::read(files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())))
}

fn check(whole: &Return) -> (Collected, Summary) {
    let mut report = Collected::default();
    let summary = validate(whole, None, &context(), &mut report);
    (report, summary)
}

const REVIEWS: &str = "CHILD,DOB,REVIEW,REVIEW_CODE\nA,01/01/2015,01/06/2025,PN1\nB,01/01/2015,no day,PN1\n";

#[test]
fn a_table_is_known_by_its_columns_whatever_its_name_order_and_case() {
    let whole = read(&[("x.csv", b"review_code,Review,dob,child,mood\nPN1,nonsense,01/01/2015,A,fine\n")]);
    assert!(whole.table(Table::Reviews).is_some());
    assert_eq!(whole.notices, ["x.csv (Reviews) has columns that it need not: MOOD."]);
    let (report, _) = check(&whole);
    let fault = report.faults.iter().find(|fault| fault.rule == "166").expect("the fault");
    assert_eq!((fault.row, fault.line, fault.child.as_str()), (Some(0), Some(2), "A"));
}

#[test]
fn a_line_is_counted_alike_however_lines_end() {
    for text in [REVIEWS.to_owned(), REVIEWS.replace('\n', "\r\n")] {
        let whole = read(&[("reviews.csv", text.as_bytes())]);
        let faults = check(&whole).0.faults;
        let fault = faults.iter().find(|fault| fault.rule == "166").expect("the fault");
        assert_eq!((fault.line, fault.child.as_str()), (Some(3), "B"));
    }
}

#[test]
fn other_encodings_are_read_and_said() {
    let utf_16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(REVIEWS.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let bom: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(REVIEWS.bytes()).collect();
    let windows = [REVIEWS.as_bytes(), b"Jos\xe9,,,\n"].concat();
    for (bytes, said) in [(utf_16, 1), (bom, 0), (windows, 1)] {
        let whole = read(&[("reviews.csv", &bytes)]);
        assert_eq!(whole.notices.len(), said, "{:?}", whole.notices);
        assert!(check(&whole).0.faults.iter().any(|fault| fault.rule == "166" && fault.child == "B"));
    }
}

#[test]
fn what_is_not_a_table_or_comes_twice_is_said() {
    let whole = read(&[
        ("a.csv", REVIEWS.as_bytes()),
        ("b.csv", REVIEWS.as_bytes()),
        ("c.csv", b"x,y\n"),
        ("d", b""),
    ]);
    assert_eq!(
        whole.notices,
        [
            "b.csv is a second Reviews table; a.csv was read and this was not.",
            "c.csv is not a table of this return: its columns are X, Y.",
            "d is empty."
        ]
    );
}

#[test]
fn blank_rows_rows_of_nobody_and_other_ways_of_writing_a_day_are_said() {
    let whole = read(&[("r.csv", b"CHILD,DOB,REVIEW,REVIEW_CODE\n,,,\n,2015-01-01,01/06/2025,PN1\n")]);
    assert_eq!(
        whole.notices,
        [
            "r.csv has blank rows (1), which were passed over.",
            "r.csv has rows without a CHILD (1); each was checked as a child of its own.",
            "r.csv has days that are not written 31/03/2026 (1); they were read, but the Department wants that form."
        ]
    );
}

#[test]
fn a_column_that_is_not_there_leaves_out_the_rules_that_look_at_it() {
    let whole = read(&[("r.csv", b"CHILD,DOB,REVIEW\nA,01/01/2015,nonsense\n")]);
    let (report, _) = check(&whole);
    let not = report.not_checked.iter().find(|not| not.rule == "167").expect("not checked");
    assert_eq!(not.why, "The Reviews table has no column REVIEW_CODE.");
    assert!(report.faults.iter().any(|fault| fault.rule == "166"));
    assert!(!report.faults.iter().any(|fault| fault.rule == "167"));
}

const XML: &str = "<?xml version=\"1.0\"?>\n<EXPSSDA903>\n<CHILD><HEADER><CHILDID>A</CHILDID><UPN>UN2</UPN><SEX>X</SEX>\
    <DOB>01/05/2015</DOB><ETHNIC>WBRI</ETHNIC><UASC>0</UASC>\n<AREVIEW><REVIEW>nonsense</REVIEW><REVIEW_CODE>PN1\
    </REVIEW_CODE></AREVIEW><MOOD>fine &amp; dry</MOOD></HEADER>\n<EPISODE><DECOM>01/05/2025</DECOM><RNE>S</RNE><LS>C2</LS>\
    <CIN>N1</CIN><PL>U4</PL><DEC /><REC /></EPISODE></CHILD>\n<CHILD><HEADER><CHILDID>B</CHILDID><DUC>01/05/2030</DUC>\
    </HEADER></CHILD></EXPSSDA903>";

#[test]
fn the_xml_form_is_the_same_return() {
    let whole = read(&[("return.xml", XML.as_bytes())]);
    let said = "return.xml has <MOOD>, which the return does not have there (1, first on line 4).";
    assert_eq!(whole.notices, [said]);
    assert_eq!(whole.children(), ["A", "B"]);
    let (report, _) = check(&whole);
    let at = |rule: &str| {
        let fault = report.faults.iter().find(|fault| fault.rule == rule && fault.child == "A");
        fault.map(|fault| (fault.table, fault.row, fault.line, fault.value.as_str()))
    };
    assert_eq!(at("101"), Some(("Header", Some(0), Some(3), "X")));
    assert_eq!(at("166"), Some(("Reviews", Some(0), Some(4), "NONSENSE")));
    assert!(at("143").is_none(), "the placement was read");
    let rows = |table| whole.table(table).map(|file| file.every_row().count());
    assert_eq!((rows(Table::Uasc), rows(Table::Episodes), rows(Table::Oc3)), (Some(1), Some(1), Some(0)));
    let why = |rule: &str| report.not_checked.iter().find(|not| not.rule == rule).map(|not| not.why.as_str());
    assert_eq!(why("105"), None, "the XML form has UASC");
    assert!(report.not_checked.iter().any(|not| not.why == "There is no SWEpisodes table."));
}

#[test]
fn xml_that_breaks_off_or_is_another_is_said() {
    let whole = read(&[("return.xml", &XML.as_bytes()[..XML.len() - 40])]);
    let notice = &whole.notices[0];
    assert!(notice.starts_with("return.xml cannot be read to its end: line 6:"), "{notice}");
    assert_eq!(whole.children(), ["A"]);
    let whole = read(&[("census.xml", b"<Message></Message>")]);
    assert_eq!(whole.notices, ["census.xml is XML, and not an SSDA903 (EXPSSDA903)."]);
}

#[test]
fn threads_find_the_same_in_the_same_order() {
    let mut text = REVIEWS.lines().next().map(|head| format!("{head}\n")).unwrap_or_default();
    for child in 0..20_000 {
        text +=
            &format!("C{child},01/01/2015,{},PN1\n", if child % 7 == 0 { "nonsense" } else { "01/06/2025" });
    }
    let (report, summary) = check(&read(&[("reviews.csv", text.as_bytes())]));
    let found: Vec<&str> =
        report.faults.iter().filter(|fault| fault.rule == "166").map(|fault| fault.child.as_str()).collect();
    let wanted: Vec<String> =
        (0..20_000).filter(|child| child % 7 == 0).map(|child| format!("C{child}")).collect();
    assert_eq!(found, wanted);
    assert_eq!(summary.faults, report.faults.len() as u64);
}

/// The rules of the Department's guide, with the first and last collection year known here that has them.
const OF_THE_GUIDE: &str = include_str!("rules/of_the_guide.csv");

#[test]
fn every_rule_of_each_years_guide_is_written() {
    for (year, count) in [(2023, 293), (2024, 312), (2025, 305), (2026, 316), (2027, 327)] {
        let mut guide: Vec<&str> = OF_THE_GUIDE
            .lines()
            .skip(1)
            .filter_map(|line| {
                let [code, from, to] = line.split(',').collect::<Vec<_>>()[..] else { return None };
                let years = from.parse::<i16>().ok()?..=to.parse::<i16>().ok()?;
                years.contains(&year).then_some(code)
            })
            .collect();
        guide.sort_unstable();
        let mut written = codes_of(year);
        written.sort_unstable();
        assert_eq!(written, guide, "the rules of {year}");
        assert_eq!(written.len(), count);
    }
}

#[test]
fn every_rule_of_the_year_is_checked_or_said_not_to_be() {
    let (report, summary) = check(&read(&[]));
    assert_eq!(summary.checked + summary.not_checked, 316);
    assert_eq!(report.not_checked.len() as u64, summary.not_checked);
    assert!(report.not_checked.iter().any(|not| not.rule == "101" && not.why == "There is no Header table."));
}

#[test]
fn a_day_that_cannot_be_read_silences_no_rule_for_anybody() {
    let episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n\
        BAD,nonsense,S,C2,N1,U4,PR1,,,,,,\n\
        B,01/05/2025,S,C2,N1,U4,PR1,30/04/2025,E4A,,,,\n";
    let (report, _) = check(&read(&[("episodes.csv", episodes.as_bytes())]));
    assert!(report.faults.iter().any(|fault| fault.rule == "141" && fault.child == "BAD"));
    assert!(report.faults.iter().any(|fault| fault.rule == "356" && fault.child == "B"));
}

mod whatever_comes {
    use proptest::prelude::{Strategy, any, prop, proptest};

    use super::{Table, check, read};

    /// A table of rows made of what such files hold, and of what they should not.
    fn table() -> impl Strategy<Value = Vec<u8>> {
        const VALUES: &[&str] = &[
            "A",
            "B",
            "",
            "01/05/2025",
            "31/12/9999",
            "01/01/0000",
            "2025-05-01",
            "S",
            "X1",
            "C2",
            "V3",
            "U4",
            "T1",
            "E11",
            "zz/zz/zzzz",
            "\"",
            "\u{1f}",
            "é",
            "-1",
            "999999999999999999999",
            "L2",
            "K2",
            "PR1",
            "F",
            "1",
        ];
        let row = prop::collection::vec(prop::sample::select(VALUES), 0..14);
        let rows = prop::collection::vec(row, 0..12);
        (prop::sample::select(&Table::ALL[..]), rows).prop_map(|(table, rows)| {
            let names: Vec<&str> = table.columns().iter().map(|column| column.name()).collect();
            let lines = rows.iter().map(|row| row.join(","));
            std::iter::once(names.join(",")).chain(lines).collect::<Vec<_>>().join("\n").into_bytes()
        })
    }

    proptest! {
        #[test]
        fn no_bytes_stop_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            check(&read(&[("a", &bytes)]));
        }

        #[test]
        fn no_values_stop_a_rule(tables in prop::collection::vec(table(), 1..6)) {
            let named: Vec<(&str, &[u8])> = tables.iter().map(|bytes| ("a", bytes.as_slice())).collect();
            let (report, summary) = check(&read(&named));
            assert_eq!(report.faults.len() as u64, summary.faults);
        }
    }
}
