//! What a validator found, as a workbook to work through: a sheet a rule, and before them a summary that says what
//! was not checked.

use std::collections::BTreeMap;
use std::path::Path;

use returns::fault::{Fault, NotChecked, Report, Severity};
use rust_xlsxwriter::{Format, Url, Workbook, Worksheet, XlsxError};

use super::Outcome;
use crate::failure::Failure;

/// As many rows of a rule as a sheet takes: Excel’s own limit is 1,048,576.
const ROWS_MAX: u32 = 1_000_000;
/// The row of a rule’s sheet on which its headings stand.
const HEADINGS: u32 = 3;
const COLUMNS: [(&str, f64); 7] = [
    ("Child", 18.0),
    ("Table", 22.0),
    ("Field", 28.0),
    ("Value", 22.0),
    ("Row", 8.0),
    ("Line", 8.0),
    ("How to mend it", 70.0),
];

/// A workbook being written: the sheets of rules go to disk as they grow.
pub(super) struct Written {
    book: Workbook,
    sheets: BTreeMap<&'static str, Sheet>,
    not_checked: Vec<NotChecked>,
    notices: Vec<String>,
    failed: Option<XlsxError>,
}

struct Sheet {
    index: usize,
    faults: u64,
    severity: Option<Severity>,
    message: String,
}

impl Written {
    pub(super) fn new() -> Written {
        let mut book = Workbook::new();
        book.add_worksheet();
        Written { book, sheets: BTreeMap::new(), not_checked: Vec::new(), notices: Vec::new(), failed: None }
    }

    fn add(&mut self, fault: &Fault) -> Result<(), XlsxError> {
        if !self.sheets.contains_key(fault.rule) {
            let sheet = self.book.add_worksheet_with_constant_memory()?;
            begin(sheet, fault)?;
            let index = self.sheets.len() + 1;
            let message = fault.message.clone().into_owned();
            self.sheets.insert(fault.rule, Sheet { index, faults: 0, severity: fault.severity, message });
        }
        let Some(of_rule) = self.sheets.get_mut(fault.rule) else { return Ok(()) };
        let row = u32::try_from(of_rule.faults).unwrap_or(u32::MAX);
        of_rule.faults += 1;
        if row >= ROWS_MAX {
            return Ok(());
        }
        let sheet = self.book.worksheet_from_index(of_rule.index)?;
        let row = HEADINGS + 1 + row;
        for (column, text) in (0..).zip([&fault.child, fault.table, fault.field, &fault.value]) {
            sheet.write_string(row, column, shown(text))?;
        }
        for (column, number) in [(4, fault.row), (5, fault.line)] {
            if let Some(number) = number.and_then(|number| u32::try_from(number).ok()) {
                sheet.write_number(row, column, number)?;
            }
        }
        sheet.write_string(row, 6, shown(&mend(fault)))?;
        Ok(())
    }

    /// Writes the summary, puts the rules in order and saves the whole.
    pub(super) fn save(mut self, path: &Path, outcome: &Outcome) -> Result<(), Failure> {
        let failed = |fault: XlsxError| {
            Failure(format!("{}: the workbook cannot be written: {fault}", path.display()))
        };
        if let Some(fault) = self.failed.take() {
            return Err(failed(fault));
        }
        self.summary(outcome).map_err(failed)?;
        let order: Vec<String> = self.sheets.keys().map(|rule| sheet_name(rule)).collect();
        let place = |sheet: &Worksheet| order.iter().position(|name| *name == sheet.name());
        // The summary has no place among them, and so stays the first.
        self.book.worksheets_mut().sort_by_key(place);
        self.book.save(path).map_err(failed)
    }

    fn summary(&mut self, outcome: &Outcome) -> Result<(), XlsxError> {
        let Written { book, sheets, not_checked, notices, .. } = self;
        let bold = Format::new().set_bold();
        let wrapped = Format::new().set_text_wrap();
        let sheet = book.worksheet_from_index(0)?;
        sheet.set_name("Summary")?;
        for (column, width) in [(0, 12.0), (1, 10.0), (2, 12.0), (3, 110.0)] {
            sheet.set_column_width(column, width)?;
        }
        sheet.write_string_with_format(0, 0, outcome.summary(), &bold)?;
        let mut row = 2;
        if let Some(why) = &outcome.unread {
            sheet.write_string(row, 0, format!("Not read to its end: {why}"))?;
            row += 2;
        }
        headings(sheet, row, &["Rule", "Faults", "Severity", "What is wrong"], &bold)?;
        for (rule, of_rule) in sheets.iter() {
            row += 1;
            let link = Url::new(format!("internal:'{}'!A1", sheet_name(rule))).set_text(*rule);
            sheet.write_url(row, 0, link)?;
            #[expect(clippy::cast_precision_loss, reason = "a count of faults")]
            sheet.write_number(row, 1, of_rule.faults as f64)?;
            sheet.write_string(row, 2, severity(of_rule.severity))?;
            sheet.write_string_with_format(row, 3, &of_rule.message, &wrapped)?;
            if of_rule.faults > u64::from(ROWS_MAX) {
                sheet.write_string(row, 4, format!("Only the first {ROWS_MAX} are on its sheet."))?;
            }
        }
        row += 2;
        headings(sheet, row, &["Not checked", "", "", "Why"], &bold)?;
        let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for not in not_checked.iter() {
            reasons.entry(&not.why).or_default().push(not.rule);
        }
        if reasons.is_empty() {
            row += 1;
            sheet.write_string(row, 0, "Every rule was checked over the whole.")?;
        }
        for (why, rules) in reasons {
            for rule in rules {
                row += 1;
                sheet.write_string(row, 0, rule)?;
                sheet.write_string_with_format(row, 3, why, &wrapped)?;
            }
        }
        row += 2;
        headings(sheet, row, &["About the file"], &bold)?;
        for sentence in notices.iter() {
            row += 1;
            sheet.write_string(row, 0, shown(sentence))?;
        }
        Ok(())
    }
}

impl Report for Written {
    fn fault(&mut self, fault: Fault) {
        if self.failed.is_none() {
            self.failed = self.add(&fault).err();
        }
    }

    fn not_checked(&mut self, not_checked: NotChecked) {
        self.not_checked.push(not_checked);
    }

    fn notice(&mut self, sentence: String) {
        self.notices.push(sentence);
    }
}

/// The head of a rule’s sheet.
fn begin(sheet: &mut Worksheet, fault: &Fault) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(sheet_name(fault.rule))?;
    for (column, (_, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(HEADINGS + 1, 0)?;
    sheet.write_string_with_format(0, 0, format!("{}  {}", fault.rule, fault.message), &bold)?;
    sheet.write_string(1, 0, severity(fault.severity))?;
    headings(sheet, HEADINGS, &COLUMNS.map(|(name, _)| name), &bold)
}

fn headings(sheet: &mut Worksheet, row: u32, names: &[&str], bold: &Format) -> Result<(), XlsxError> {
    for (column, name) in (0..).zip(names) {
        sheet.write_string_with_format(row, column, *name, bold)?;
    }
    Ok(())
}

/// A sheet’s name: the rule’s code, without what Excel does not take.
fn sheet_name(rule: &str) -> String {
    format!("Rule {}", rule.replace(['[', ']', ':', '*', '?', '/', '\\'], " "))
}

fn severity(severity: Option<Severity>) -> &'static str {
    match severity {
        Some(Severity::Error) => "error",
        Some(Severity::Query) => "query",
        None => "",
    }
}

/// How to mend a fault: what its rule says, or where to look.
fn mend(fault: &Fault) -> String {
    if !fault.mend.is_empty() {
        return fault.mend.clone().into_owned();
    }
    let put = match (fault.row, fault.value.is_empty()) {
        (None, _) => format!("Put {} right in {}", fault.field, fault.table),
        (Some(_), true) => format!("Give {}, or put right what it is checked against", fault.field),
        (Some(_), false) => format!("Put {} right, or what it is checked against", fault.field),
    };
    match fault.severity {
        Some(Severity::Query) => format!("{put}; or give the reason for it."),
        _ => format!("{put}."),
    }
}

/// As much of a text as a cell takes.
fn shown(text: &str) -> &str {
    // Excel’s limit is 32,767 letters; no value that long can be read in a cell.
    const LONGEST: usize = 2_000;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}
