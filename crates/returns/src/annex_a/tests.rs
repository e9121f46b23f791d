//! Workbooks as they come.

use std::io::Cursor;

use jiff::civil::date;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::columns::LISTS;
use super::{Summary, codes, validate};
use crate::fault::Collected;

/// A workbook of every list, its title above its headings as in the template of 2019.
struct Book(Workbook);

impl Book {
    fn whole() -> Book {
        let mut book = Workbook::new();
        for list in LISTS.iter() {
            let sheet = book.add_worksheet();
            let _ = sheet.set_name(format!("List_{}", list.number));
            let title = format!("List {}: {}", list.number, list.name);
            let last = u16::try_from(list.columns.len() - 1).expect("a column");
            let _ = sheet.merge_range(0, 0, 0, last, &title, &Format::new());
            for (at, column) in (0..).zip(&list.columns) {
                let _ = sheet.write(1, at, column.name);
            }
        }
        Book(book)
    }

    fn sheet(&mut self, number: usize) -> &mut Worksheet {
        self.0.worksheet_from_index(number - 1).expect("a sheet")
    }

    fn check(mut self) -> (Collected, Summary) {
        let bytes = self.0.save_to_buffer().expect("a workbook");
        let mut report = Collected::default();
        let summary = validate(Cursor::new(bytes), Some(date(2026, 3, 31)), &mut report);
        (report, summary.unwrap_or_else(|fault| panic!("{fault}")))
    }
}

fn day(text: &str) -> (ExcelDateTime, Format) {
    (ExcelDateTime::parse_from_str(text).expect("a day"), Format::new().set_num_format("dd/mm/yyyy"))
}

/// A contact without a fault, on a row of list 1.
fn contact(sheet: &mut Worksheet, row: u32, child: f64) {
    let _ = sheet.write(row, 0, child);
    for (at, text) in [(1, "a) Male"), (2, "q) CHNE"), (6, "q) 6: Police")] {
        let _ = sheet.write(row, at, text);
    }
    for (at, text) in [(3, "2015-05-01"), (5, "2026-01-05")] {
        let (day, format) = day(text);
        let _ = sheet.write_with_format(row, at, &day, &format);
    }
    let _ = sheet.write(row, 4, 10);
}

#[test]
fn an_empty_template_has_no_fault_and_every_rule_runs() {
    let (report, summary) = Book::whole().check();
    assert_eq!((report.faults, report.not_checked, report.notices), (vec![], vec![], vec![]));
    assert_eq!(summary, Summary { checked: codes().len() as u64, ..Summary::default() });
}

#[test]
fn a_row_is_read_as_people_see_it() {
    let mut book = Book::whole();
    contact(book.sheet(1), 2, 1001.0);
    contact(book.sheet(1), 4, 1002.0);
    let _ = book.sheet(1).write(4, 5, "31/02/2026");
    let (report, summary) = book.check();
    let [fault] = &report.faults[..] else { panic!("{:?}", report.faults) };
    assert_eq!((fault.rule, fault.child.as_str(), fault.value.as_str()), ("A0006", "1002", "31/02/2026"));
    assert_eq!((fault.table, fault.field), ("Contacts", "Date of Contact"));
    assert_eq!((fault.row, fault.line), (Some(2), Some(5)));
    assert_eq!((summary.rows, summary.children), (2, 2));
    assert_eq!(report.notices, ["“List_1” has blank rows between others (1), which were passed over."]);
}

#[test]
fn a_day_as_a_number_and_the_error_of_a_formula_are_faults() {
    let mut book = Book::whole();
    contact(book.sheet(1), 2, 1001.0);
    let _ = book.sheet(1).write(2, 5, 46_000);
    let formula = rust_xlsxwriter::Formula::new("=NOSUCH()").set_result("#NAME?");
    let _ = book.sheet(1).write_formula(2, 6, formula);
    let (report, _) = book.check();
    let rules: Vec<_> = report.faults.iter().map(|fault| (fault.rule, fault.field)).collect();
    assert!(rules.contains(&("A0006", "Date of Contact")), "{rules:?}");
    assert!(
        rules.iter().any(|(rule, field)| ["A0004", "A0008"].contains(rule) && *field == "Contact Source"),
        "{rules:?}"
    );
}

#[test]
fn sheets_are_known_by_name_title_or_headings_and_what_is_odd_is_said() {
    let mut book = Workbook::new();
    let _ = book.add_worksheet().set_name("Guidance");
    let referrals = book.add_worksheet();
    let _ = referrals.set_name("refs");
    let _ = referrals.write(0, 0, "List 3: Referral");
    let _ = referrals.write(1, 0, "Drawn on Monday");
    let mut at = 1;
    for column in LISTS[2].columns.iter().rev().filter(|column| column.key != "team") {
        let _ = referrals.write(3, at, column.name);
        at += 1;
    }
    let _ = referrals.write(3, at + 1, "Mood");
    let contacts = book.add_worksheet();
    let _ = contacts.set_name("first");
    for (at, column) in (0..).zip(&LISTS[0].columns) {
        let name = if column.key == "age" { "AGE of child (years)" } else { column.name };
        let _ = contacts.write(0, at, name);
    }
    let (report, summary) = Book(book).check();
    assert_eq!(
        report.notices,
        [
            "Sheets that are none of the lists were passed over: “Guidance”.",
            "The lists are not in the order of the template.",
            "The headings of “refs” stand on row 4; 2 rows above them were passed over.",
            "“refs” has no column “Allocated Team”.",
            "“refs” has columns that the list does not: “Mood”.",
            "“refs” has columns without a heading (2), which were passed over.",
            "The columns of “refs” are not in the order of the template.",
        ]
    );
    let missing = report.faults.iter().filter(|fault| fault.rule == "A0001").count();
    let columns: Vec<_> = report.faults.iter().filter(|fault| fault.rule == "A0002").collect();
    assert_eq!((missing, columns.len(), columns[0].line), (9, 1, Some(4)));
    assert!(
        report
            .not_checked
            .iter()
            .any(|not| not.rule == "A0701" && not.why == "There is no list 7 in the workbook.")
    );
    assert_eq!(summary.checked + summary.not_checked, codes().len() as u64);
}

#[test]
fn without_the_day_of_the_inspection_its_rules_say_so() {
    let bytes = Book::whole().0.save_to_buffer().expect("a workbook");
    let mut report = Collected::default();
    let summary = validate(Cursor::new(bytes), None, &mut report).expect("a workbook");
    let not = report.not_checked.iter().find(|not| not.rule == "A0101").expect("not checked");
    assert_eq!(not.why, "The day of the inspection was not given.");
    assert_eq!(summary.not_checked, report.not_checked.len() as u64);
}

#[test]
fn merged_cells_under_the_headings_are_said() {
    let mut book = Book::whole();
    contact(book.sheet(1), 2, 1001.0);
    contact(book.sheet(1), 3, 1001.0);
    let _ = book.sheet(1).merge_range(4, 0, 5, 0, "1003", &Format::new());
    let (report, _) = book.check();
    assert!(
        report.notices.iter().any(|notice| notice.contains("merged cells under its headings (1)")),
        "{report:?}"
    );
}

#[test]
fn what_is_no_workbook_or_none_of_the_lists_is_refused() {
    let refusal =
        |bytes: Vec<u8>| validate(Cursor::new(bytes), None, &mut Collected::default()).expect_err("refused");
    assert!(refusal(b"Child Unique ID,Gender".to_vec()).starts_with("the file is not an Excel workbook"));
    let mut other = Workbook::new();
    let _ = other.add_worksheet().write(0, 0, "a shopping list");
    let bytes = other.save_to_buffer().expect("a workbook");
    assert_eq!(refusal(bytes), "the workbook holds none of the eleven lists of Annex A");
}

mod whatever_comes {
    use std::io::Cursor;

    use proptest::prelude::{any, prop, proptest};

    use super::{Collected, validate};

    proptest! {
        #[test]
        fn no_bytes_stop_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = validate(Cursor::new(bytes), None, &mut Collected::default());
        }
    }
}
