//! Finding the lists in a workbook, and reading their rows as they stand.
//!
//! A sheet is known by its name, its title or its headings. What is odd about it is said, and the rest is read:
//! rows above the headings, headings out of order, columns that no list has, merged cells, blank rows.

use std::io::{Read, Seek};

use calamine::{DataRef, Reader, Xlsx};
use jiff::civil::Date;

use super::check::Checking;
use super::columns::{Kind, LISTS, List, heading};
use super::row::{Cell, Row};

mod head;

use head::Head;

/// How far down the headings may stand.
const HEADINGS_WITHIN: u32 = 30;
/// No list has as many columns; what stands further right is said and not read.
const COLUMNS_MAX: u32 = 512;

/// Reads every list into a check.
pub(super) fn read<F: Read + Seek>(file: F, check: &mut Checking<'_>) -> Result<(), String> {
    let mut book =
        Xlsx::new(file).map_err(|fault| format!("the file is not an Excel workbook (.xlsx): {fault}"))?;
    let names = book.sheet_names();
    let mut found: Vec<(&'static List, String)> = Vec::new();
    let mut others = Vec::new();
    for name in names {
        match which(&mut book, &name)? {
            Some(list) => match found.iter().find(|(known, _)| known.number == list.number) {
                Some((_, first)) => check.report.notice(format!(
                    "The sheet “{name}” is a second list {}; “{first}” was read and this was not.",
                    list.number
                )),
                None => found.push((list, name)),
            },
            None => others.push(format!("“{name}”")),
        }
    }
    if found.is_empty() {
        return Err("the workbook holds none of the eleven lists of Annex A".to_owned());
    }
    if !others.is_empty() {
        check
            .report
            .notice(format!("Sheets that are none of the lists were passed over: {}.", others.join(", ")));
    }
    if !found.is_sorted_by_key(|(list, _)| list.number) {
        check.report.notice("The lists are not in the order of the template.".to_owned());
    }
    found.sort_by_key(|(list, _)| list.number);
    for (list, name) in found {
        sheet(&mut book, list, &name, check)?;
    }
    debug_assert!(check.has_lists());
    Ok(())
}

/// Which list a sheet is.
fn which<F: Read + Seek>(book: &mut Xlsx<F>, name: &str) -> Result<Option<&'static List>, String> {
    if let Some(list) = named(name) {
        return Ok(Some(list));
    }
    let mut rows = Rows::new(book, name)?;
    let mut best: Option<(usize, &'static List)> = None;
    while let Some((number, cells)) = rows.next()? {
        if number >= HEADINGS_WITHIN {
            break;
        }
        let filled: Vec<&str> =
            cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
        if let [title] = filled[..]
            && let Some(list) = named(title)
        {
            return Ok(Some(list));
        }
        for list in LISTS.iter() {
            let known = Head::known(list, &cells);
            // Lists share their first columns: a sheet is a list’s only by nearly all of them.
            if known * 5 >= list.columns.len() * 4 && best.is_none_or(|(most, _)| known > most) {
                best = Some((known, list));
            }
        }
    }
    Ok(best.map(|(_, list)| list))
}

/// The list of a name such as “List_3”, “List 3: Referral” or “Referral”.
fn named(name: &str) -> Option<&'static List> {
    let plain = heading(name);
    if let Some(rest) = plain.strip_prefix("list") {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if let Ok(number) = digits.parse::<u8>() {
            return LISTS.iter().find(|list| list.number == number);
        }
    }
    LISTS.iter().find(|list| heading(list.name) == plain)
}

fn sheet<F: Read + Seek>(
    book: &mut Xlsx<F>,
    list: &'static List,
    name: &str,
    check: &mut Checking<'_>,
) -> Result<(), String> {
    let merged = merged(book, name);
    let mut rows = Rows::new(book, name)?;
    let mut above = 0_u64;
    let mut head = None;
    while let Some((number, cells)) = rows.next()? {
        if Head::known(list, &cells) >= 3.min(list.columns.len()) {
            head = Some((number, Head::new(list, &cells)));
            break;
        }
        if number >= HEADINGS_WITHIN {
            break;
        }
        above += u64::from(cells.iter().any(|cell| !cell.blank()));
    }
    let Some((at, head)) = head else {
        check
            .report
            .notice(format!("The sheet “{name}” has no row of headings that list {} has.", list.number));
        check.list(list, &vec![false; list.columns.len()], 1);
        return Ok(());
    };
    if above > 1 {
        check.report.notice(format!(
            "The headings of “{name}” stand on row {}; {above} rows above them were passed over.",
            at + 1
        ));
    }
    let under = merged.iter().filter(|last| **last > at).count();
    if under > 0 {
        check.report.notice(format!(
            "“{name}” has merged cells under its headings ({under}): only the first row and \
             column of each holds its value."
        ));
    }
    head.say(name, check);
    check.list(list, head.has(), u64::from(at) + 1);
    let mut odd = Odd::default();
    body(&mut rows, list, &head, at, &mut odd, check)?;
    odd.say(name, check);
    Ok(())
}

/// What is odd about the rows of a sheet, counted.
#[derive(Default)]
struct Odd {
    /// Rows without a value in any column of the list, but in another.
    elsewhere: u64,
    blank: u64,
    days_as_text: u64,
}

impl Odd {
    fn say(&self, name: &str, check: &mut Checking<'_>) {
        let Odd { elsewhere, blank, days_as_text } = self;
        if *blank > 0 {
            check
                .report
                .notice(format!("“{name}” has blank rows between others ({blank}), which were passed over."));
        }
        if *elsewhere > 0 {
            check.report.notice(format!(
                "“{name}” has rows with values only in columns that the list does not have ({elsewhere})."
            ));
        }
        if *days_as_text > 0 {
            check.report.notice(format!(
                "“{name}” has days that are written as text ({days_as_text}); they were read."
            ));
        }
    }
}

fn body<F: Read + Seek>(
    rows: &mut Rows<'_, F>,
    list: &'static List,
    head: &Head,
    at: u32,
    odd: &mut Odd,
    check: &mut Checking<'_>,
) -> Result<(), String> {
    let mut next = at + 1;
    while let Some((number, given)) = rows.next()? {
        let cells = head.pick(&given);
        if cells.iter().all(Cell::blank) {
            odd.elsewhere += u64::from(given.iter().any(|cell| !cell.blank()));
            continue;
        }
        odd.blank += u64::from(number.saturating_sub(next));
        next = number + 1;
        let texts = list.columns.iter().zip(&cells);
        let as_text =
            texts.filter(|(column, cell)| column.kind == Kind::Date && cell.day.is_some() && !cell.dated);
        odd.days_as_text += as_text.count() as u64;
        let row = Row {
            list,
            number: u64::from(number - at - 1),
            line: u64::from(number) + 1,
            cells: &cells,
            inspection: check.inspection,
        };
        check.row(&row);
    }
    Ok(())
}

/// The last row of each merged region.
fn merged<F: Read + Seek>(book: &mut Xlsx<F>, name: &str) -> Vec<u32> {
    let regions = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    regions.iter().map(|region| region.end.0).collect()
}

/// The rows of a sheet that hold anything, one at a time.
struct Rows<'b, F: Read + Seek> {
    cells: calamine::XlsxCellReader<'b, F>,
    /// The first cell of the row to come.
    ahead: Option<(u32, u32, Cell)>,
    ended: bool,
    name: String,
}

impl<'b, F: Read + Seek> Rows<'b, F> {
    fn new(book: &'b mut Xlsx<F>, name: &str) -> Result<Rows<'b, F>, String> {
        let cells = book.worksheet_cells_reader(name).map_err(|fault| cannot(name, &fault))?;
        Ok(Rows { cells, ahead: None, ended: false, name: name.to_owned() })
    }

    /// The next row: its number, from 0, and its values from the first column on.
    fn next(&mut self) -> Result<Option<(u32, Vec<Cell>)>, String> {
        let mut row: Option<(u32, Vec<Cell>)> = None;
        loop {
            let next = match self.ahead.take() {
                Some(cell) => Some(cell),
                None if self.ended => None,
                None => match self.cells.next_cell().map_err(|fault| cannot(&self.name, &fault))? {
                    Some(cell) => {
                        let (number, column) = cell.get_position();
                        Some((number, column, read_cell(cell.get_value())))
                    }
                    None => None,
                },
            };
            let Some((number, column, cell)) = next else {
                self.ended = true;
                return Ok(row);
            };
            if cell.blank() || column >= COLUMNS_MAX {
                continue;
            }
            let (current, cells) = row.get_or_insert_with(|| (number, Vec::new()));
            if *current != number {
                self.ahead = Some((number, column, cell));
                return Ok(row);
            }
            let column = column as usize;
            if cells.len() <= column {
                cells.resize(column + 1, Cell::default());
            }
            cells[column] = cell;
        }
    }
}

fn cannot(name: &str, fault: &calamine::XlsxError) -> String {
    format!("the sheet “{name}” cannot be read: {fault}")
}

/// A cell as people read it.
fn read_cell(value: &DataRef<'_>) -> Cell {
    let text = |text: &str| {
        let text = text.trim();
        Cell { text: text.to_owned(), day: crate::ssda903::day(text), ..Cell::default() }
    };
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::String(given) => text(given),
        DataRef::SharedString(given) => text(given),
        DataRef::DateTimeIso(given) => Cell { dated: true, ..text(given) },
        DataRef::DurationIso(given) => text(given),
        DataRef::Bool(yes) => text(if *yes { "Yes" } else { "No" }),
        DataRef::Int(number) => text(&number.to_string()),
        // A whole number is written without its decimal point.
        DataRef::Float(number) => text(&number.to_string()),
        DataRef::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            let day = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
            let day = day.and_then(|((year, month), day)| Date::new(year, month, day).ok());
            let day = day.filter(|_| at.is_datetime());
            let text =
                day.map_or_else(|| at.as_f64().to_string(), |day| day.strftime("%d/%m/%Y").to_string());
            Cell { text, day, dated: true, broken: false }
        }
        DataRef::Error(fault) => Cell { text: fault.to_string(), broken: true, ..Cell::default() },
    }
}
