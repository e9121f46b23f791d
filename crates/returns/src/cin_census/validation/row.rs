//! A row of a module: its values as the file has them, and as days where they are days.

use jiff::civil::Date;

use super::field::Field;
use super::table::Table;
use crate::cin_census::codes::CodeSet;
use crate::cin_census::element::Element;
use crate::cin_census::row::date_from;

/// A row. A value that is not there, or blank, is empty; of a value given twice the first counts.
#[derive(Clone, Debug)]
pub(crate) struct Row<'e> {
    pub(crate) table: Table,
    /// From 0 within its table and file. A group of reviews without any has none.
    pub(crate) number: Option<u64>,
    /// From 1, of its start tag.
    pub(crate) line: u64,
    /// Which of the child's rows it is.
    pub(crate) ordinal: usize,
    cells: Vec<Cell<'e>>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'e> {
    pub(super) field: Field,
    pub(super) text: &'e str,
    pub(super) day: Option<Date>,
    pub(super) line: u64,
}

impl<'e> Cell<'e> {
    pub(super) fn new(field: Field, element: &'e Element) -> Option<Cell<'e>> {
        let text = element.value()?;
        let day = if field.is_day() { date_from(text) } else { None };
        Some(Cell { field, text, day, line: element.line })
    }

    /// Whether it should be a day and is none.
    pub(super) fn is_no_day(&self) -> bool {
        self.field.is_day() && self.day.is_none()
    }
}

impl<'e> Row<'e> {
    pub(super) fn new(table: Table, number: Option<u64>, line: u64, ordinal: usize) -> Row<'e> {
        Row { table, number, line, ordinal, cells: Vec::new() }
    }

    pub(super) fn hold(&mut self, cell: Cell<'e>) {
        self.cells.push(cell);
    }

    fn cell(&self, field: Field) -> Option<&Cell<'e>> {
        self.cells.iter().find(|cell| cell.field == field)
    }

    /// The line of a value, or of the row where there is none.
    pub(crate) fn line_of(&self, field: Field) -> u64 {
        self.cell(field).map_or(self.line, |cell| cell.line)
    }

    /// A value as it stands; empty where there is none.
    pub(crate) fn text(&self, field: Field) -> &'e str {
        self.cell(field).map_or("", |cell| cell.text)
    }

    /// Every value of an element that may be there more than once.
    pub(crate) fn texts(&self, field: Field) -> impl Iterator<Item = &'e str> {
        self.cells.iter().filter(move |cell| cell.field == field).map(|cell| cell.text)
    }

    /// A value as a day; none where there is none or it cannot be read as one.
    pub(crate) fn day(&self, field: Field) -> Option<Date> {
        self.cell(field)?.day
    }

    /// Whether something stands there, readable or not.
    pub(crate) fn given(&self, field: Field) -> bool {
        self.cell(field).is_some()
    }

    /// Whether nothing stands there.
    pub(crate) fn blank(&self, field: Field) -> bool {
        !self.given(field)
    }

    /// Whether no day that can be read stands there.
    pub(crate) fn undated(&self, field: Field) -> bool {
        self.day(field).is_none()
    }

    /// Whether a day is before another; not where either is unknown.
    pub(crate) fn before(&self, field: Field, other: impl Into<Option<Date>>) -> bool {
        matches!((self.day(field), other.into()), (Some(one), Some(other)) if one < other)
    }

    /// Whether a day is after another; not where either is unknown.
    pub(crate) fn after(&self, field: Field, other: impl Into<Option<Date>>) -> bool {
        matches!((self.day(field), other.into()), (Some(one), Some(other)) if one > other)
    }

    /// Whether the value is one of these.
    pub(crate) fn among(&self, field: Field, values: &[&str]) -> bool {
        values.contains(&self.text(field))
    }

    /// Whether the value is a code of a list, as the list writes it.
    pub(crate) fn is_code(&self, field: Field, set: &CodeSet) -> bool {
        is_code(self.text(field), set)
    }

    /// Whether it says yes: 1 or true.
    pub(crate) fn yes(&self, field: Field) -> bool {
        let text = self.text(field);
        text == "1" || text.eq_ignore_ascii_case("true")
    }

    /// Whether it says no: 0 or false.
    pub(crate) fn no(&self, field: Field) -> bool {
        let text = self.text(field);
        text == "0" || text.eq_ignore_ascii_case("false")
    }
}

/// Whether a value is a code of a list, as the list writes it.
pub(crate) fn is_code(text: &str, set: &CodeSet) -> bool {
    set.codes.iter().any(|code| code.code == text)
}
