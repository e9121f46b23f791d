//! Local reports as files: what a head says, and every fault that the words alone show.

use jiff::civil::date;
use practice::{Fault, Files, Given, ParameterKind, Practice, bundled};

const FILE: &str = "reports/ours.sql";

const WHOLE: &str = "-- title: Contacts from an agency
-- about: Each contact,
-- about: and who took it.
-- written by us, for the board
-- parameter: from date \"From\" = start of year
-- parameter: to date \"To\" = today + 30 days
-- parameter: team team \"Team\"
-- parameter: most whole number \"At most\" = 3
-- parameter: agency text \"Agency\" = \"police\"

SELECT child -- :not_this
FROM report_contacts WHERE received BETWEEN :from AND :to AND agency_code = :agency
AND (:team IS NULL OR team_id = :team) AND ':nor this' <> '' LIMIT :most
";

fn load(text: &str) -> Result<Practice, Vec<Fault>> {
    let mut layers = bundled("england").unwrap();
    layers.push(Files::from([(FILE.to_owned(), text.to_owned())]));
    Practice::load(&layers)
}

#[test]
fn a_report_is_read_whole() {
    let practice = load(WHOLE).unwrap();
    let report = practice.report("ours").unwrap();
    assert_eq!((report.title.as_str(), report.layer), ("Contacts from an agency", 1));
    assert_eq!(report.about, "Each contact, and who took it.");
    let asked: Vec<_> = report.parameters.iter().map(|one| (one.name.as_str(), one.kind)).collect();
    use ParameterKind::{Date, Team, Text, WholeNumber};
    assert_eq!(
        asked,
        [("from", Date), ("to", Date), ("team", Team), ("most", WholeNumber), ("agency", Text)]
    );
    let today = date(2026, 3, 26);
    let usual: Vec<String> = report.parameters.iter().map(|one| one.usual_on(today).text()).collect();
    assert_eq!(usual, ["2025-04-01", "2026-04-25", "", "3", "police"]);
    assert_eq!(report.line_of_word("received"), 12);
}

#[test]
fn what_stands_there_to_begin_with_moves_with_the_day() {
    let day = |usual: &str| {
        let text = format!("-- title: T\n-- parameter: d date \"Day\" = {usual}\nSELECT :d AS child");
        load(&text).unwrap().report("ours").unwrap().parameters[0].usual_on(date(2026, 3, 26))
    };
    assert_eq!(day("today"), Given::Day(date(2026, 3, 26)));
    assert_eq!(day("today - 1 day"), Given::Day(date(2026, 3, 25)));
    assert_eq!(day("a year ago"), Given::Day(date(2025, 3, 27)));
    assert_eq!(day("start of month"), Given::Day(date(2026, 3, 1)));
    assert_eq!(day("2024-02-29"), Given::Day(date(2024, 2, 29)));
}

#[test]
fn what_somebody_writes_is_read_by_its_type_or_refused_in_a_sentence() {
    let practice = load(WHOLE).unwrap();
    let report = practice.report("ours").unwrap();
    let read = |name: &str, text: &str| report.parameter(name).unwrap().read(text);
    assert_eq!(read("from", " 2026-01-02 "), Ok(Given::Day(date(2026, 1, 2))));
    assert_eq!(read("from", ""), Ok(Given::Nothing));
    assert_eq!(read("most", "12"), Ok(Given::Number(12)));
    assert_eq!(
        read("from", "soon"),
        Err("“soon” for “From” cannot be read: write a day, as 2026-03-03".to_owned())
    );
    assert_eq!(
        read("most", "2.5"),
        Err("“2.5” for “At most” cannot be read: write a whole number, as 3".to_owned())
    );
}

#[track_caller]
fn check(text: &str, line: usize, message: &str, mend: &str) {
    let faults = load(text).err().unwrap_or_default();
    let met = faults.iter().any(|fault| {
        (fault.file.as_str(), fault.layer, fault.line) == (FILE, 1, line)
            && fault.message.contains(message)
            && fault.mend.contains(mend)
    });
    assert!(met, "line {line}, {message}, {mend}; but met {faults:#?}");
}

#[track_caller]
fn check_parameter(said: &str, message: &str, mend: &str) {
    check(&format!("-- title: T\n-- parameter: {said}\nSELECT 1"), 2, message, mend);
}

#[test]
fn a_head_at_fault() {
    check("SELECT 1", 1, "no title", "-- title:");
    check("-- title:\nSELECT 1", 1, "“title” is empty", "Write it");
    check("-- title: A\n-- title: B\nSELECT 1", 2, "second title", "one of the two");
    check("-- titel: A\nSELECT 1", 1, "“titel” is not known", "“title”");
}

#[test]
fn a_parameter_at_fault() {
    check_parameter("from date", "no label", "from date \"From\"");
    check_parameter("from date \"From", "does not end", "from date");
    check_parameter("From date \"From\"", "“From” cannot be the name", "small letters");
    check_parameter("page date \"Page\"", "“page”, which is used already", "another name");
    check_parameter("from dat \"From\"", "type “dat”", "“date”");
    check_parameter("from \"From\"", "type “”", "date, text, team, whole number");
    check_parameter("from date \"\"", "label is empty", "from date");
    check_parameter("from date \"From\" today", "“today” cannot be read here", "from date");
    check_parameter("from date \"From\" = tomorrow", "“tomorrow”", "today + 30 days");
    check_parameter("from date \"From\" = today + 999999999 days", "cannot be what stands there", "today");
    check_parameter("most whole number \"Most\" = few", "“few”", "a whole number");
    check(
        "-- title: T\n-- parameter: d date \"D\"\n-- parameter: d date \"E\"\nSELECT :d",
        3,
        "second parameter",
        "its own",
    );
}

#[test]
fn a_parameter_unknown_or_unused() {
    let head = "-- title: T\n-- parameter: from date \"From\"\n";
    check(&format!("{head}SELECT 1,\n:form, :from"), 4, "No parameter is named “form”", "“from”");
    check("-- title: T\nSELECT :when_seen", 2, "No parameter", "-- parameter: when_seen date");
    check(&format!("{head}SELECT 1"), 2, "“from” is never used", "as :from");
    check(&format!("{head}SELECT :from, ?1"), 3, "“?1” is not how", "Write a colon");
}

#[test]
fn anything_but_one_select() {
    check("-- title: T\n", 1, "asks nothing", "one SELECT");
    check("-- title: T\nDELETE FROM person", 2, "begins with “DELETE”", "only reads");
    check("-- title: T\nSELECT 1;\nDROP TABLE person", 3, "A second statement", "one SELECT");
}

#[test]
fn a_name_that_an_address_cannot_carry() {
    let files = Files::from([("reports/Our report.sql".to_owned(), "-- title: T\nSELECT 1".to_owned())]);
    let faults = Practice::load(&[bundled("england").unwrap().remove(0), files]).unwrap_err();
    assert!(faults[0].message.contains("“Our report” cannot be the name"), "{faults:?}");
}
