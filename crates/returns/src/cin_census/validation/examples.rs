//! Every rule's examples, run through the whole check.
//!
//! An example is rows between semicolons: a word for the module and its values. `child` begins a child, `cin` a
//! referral; what follows is of it, and a `review` of the plan before. The first child is called `A` unless a row says
//! otherwise, and the header is that of the year.

use std::fmt::Write;

use calendar::ReportingYear;

use super::rule::Rule;
use super::table::Table;
use super::{rules, validate};
use crate::fault::Collected;

/// A file being written.
struct File {
    xml: String,
    /// The elements open at the end, innermost last.
    open: Vec<&'static str>,
}

impl File {
    /// Closes what is open until an element of one of these names is innermost.
    fn close_to(&mut self, names: &[&str]) {
        while let Some(name) = self.open.pop_if(|name| !names.contains(name)) {
            let _ = write!(self.xml, "</{name}>");
        }
        assert!(!self.open.is_empty(), "no {names:?} is open in {}", self.xml);
    }

    fn begin(&mut self, name: &'static str) {
        let _ = write!(self.xml, "\n<{name}>");
        self.open.push(name);
    }

    fn value(&mut self, table: Table, name: &str, text: &str) {
        assert!(table.fields().iter().any(|field| field.element() == name), "{name} in {}", table.name());
        let list = if name == "AssessmentFactors" {
            ["<FactorsIdentifiedAtAssessment>", "</FactorsIdentifiedAtAssessment>"]
        } else {
            [""; 2]
        };
        self.xml.push_str(list[0]);
        for text in text.split(',') {
            let _ = write!(self.xml, "<{name}>{text}</{name}>");
        }
        self.xml.push_str(list[1]);
    }

    /// Begins the element that a word stands for, in its place.
    fn row(&mut self, word: &str) -> Table {
        if word != "child" && !self.open.contains(&"Child") {
            self.child("A");
        }
        let (table, within, name) = match word {
            "characteristics" => (Table::ChildCharacteristics, "Child", "ChildCharacteristics"),
            "cin" => (Table::CinDetails, "Child", "CINdetails"),
            "assessment" => (Table::Assessments, "CINdetails", "Assessments"),
            "plan" => (Table::CinPlanDates, "CINdetails", "CINPlanDates"),
            "section47" => (Table::Section47, "CINdetails", "Section47"),
            "protection" => (Table::ChildProtectionPlans, "CINdetails", "ChildProtectionPlans"),
            "review" => (Table::Reviews, "ChildProtectionPlans", "Reviews"),
            _ => panic!("“{word}” is not a module"),
        };
        self.close_to(&[within]);
        self.begin(name);
        table
    }

    fn child(&mut self, id: &str) {
        self.close_to(&["Children"]);
        self.begin("Child");
        self.begin("ChildIdentifiers");
        if !id.is_empty() {
            self.value(Table::ChildIdentifiers, "LAchildID", id);
        }
    }

    fn disability(&mut self, code: &str) {
        if !self.open.contains(&"Disabilities") {
            if !self.open.contains(&"Child") {
                self.child("A");
            }
            self.close_to(&["Child"]);
            self.begin("ChildCharacteristics");
            self.begin("Disabilities");
        }
        self.value(Table::Disabilities, "Disability", code);
    }
}

/// The file that an example describes.
pub(super) fn census(example: &str, year: i16) -> String {
    let mut header = format!("<ReferenceDate>{year}-03-31</ReferenceDate>");
    let mut file = File { xml: String::new(), open: vec!["Message", "Children"] };
    for row in example.split(';').map(str::trim).filter(|row| !row.is_empty()) {
        let mut words = row.split_whitespace();
        let word = words.next().expect("a module");
        let mut values: Vec<(&str, &str)> =
            row.split_whitespace().filter_map(|word| word.split_once('=')).collect();
        let table = match word {
            "header" => {
                for (name, text) in values {
                    header = format!("<{name}>{text}</{name}>");
                }
                continue;
            }
            "disability" => {
                file.disability(words.next().expect("a code"));
                continue;
            }
            "child" => {
                let id =
                    values.iter().position(|(name, _)| *name == "LAchildID").map(|at| values.remove(at).1);
                file.child(id.unwrap_or("A"));
                Table::ChildIdentifiers
            }
            word => file.row(word),
        };
        for (name, text) in values {
            file.value(table, name, text);
        }
    }
    file.close_to(&["Message"]);
    format!(
        "<Message><Header><CollectionDetails><Collection>CIN</Collection>{header}</CollectionDetails></Header>\
         <Children>{}</Message>",
        file.xml
    )
}

fn faults(rule: &Rule, example: &str) -> usize {
    let year = rule.years.1.min(2026);
    let mut report = Collected::default();
    let census = census(example, year);
    let checked = validate(census.as_bytes(), ReportingYear::ending_in(year), None, &mut report);
    let summary = checked.unwrap_or_else(|fault| panic!("{}: {example}: {fault}", rule.code));
    assert!(summary.unread.is_none() && report.not_checked.is_empty(), "{} did not run: {census}", rule.code);
    let odd = report.notices.iter().find(|notice| !notice.contains("cannot be read"));
    assert_eq!(odd, None, "{}: {example}", rule.code);
    assert!(report.faults.iter().all(|fault| fault.severity.is_some()));
    report.faults.iter().filter(|fault| fault.rule == rule.code).count()
}

#[test]
fn every_rule_passes_and_fails_as_its_examples_say() {
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let (passes, fails) = rule.examples;
        let (from, to) = rule.years;
        if faults(rule, passes) > 0 {
            wrong.push(format!("{} ({from}-{to}) finds a fault in: {passes}", rule.code));
        }
        if faults(rule, fails) == 0 {
            wrong.push(format!("{} ({from}-{to}) finds no fault in: {fails}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
