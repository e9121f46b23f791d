//! A row of a table, read through its columns.

use jiff::civil::Date;

use super::columns::Field;
use super::day::day;
use super::file::TableFile;
use super::table::Table;

/// A row: its values trimmed and in capitals, a blank one empty.
#[derive(Clone, Debug)]
pub(crate) struct Row<'a> {
    file: &'a TableFile,
    /// From 0, the column names not counted.
    pub(crate) number: u64,
    /// From 1.
    pub(crate) line: u64,
    cells: Vec<Cell<'a>>,
}

#[derive(Clone, Copy, Debug)]
struct Cell<'a> {
    text: &'a str,
    day: Option<Date>,
}

/// What stands between the values of a row in a [`TableFile`].
pub(crate) const BETWEEN: char = '\u{1f}';

impl<'a> Row<'a> {
    pub(crate) fn new(file: &'a TableFile, number: u64, line: u64, values: &'a str) -> Row<'a> {
        let columns = file.table.columns();
        let cells = values.split(BETWEEN).zip(columns).map(|(text, column)| {
            let day = if column.is_date() && !text.is_empty() { day(text) } else { None };
            Cell { text, day }
        });
        Row { file, number, line, cells: cells.collect() }
    }

    fn cell(&self, field: Field) -> Cell<'a> {
        let blank = Cell { text: "", day: None };
        match self.file.place_of(field) {
            Some(at) => self.cells.get(at).copied().unwrap_or(blank),
            None => blank,
        }
    }

    /// The table it stands in.
    #[must_use]
    pub(crate) fn table(&self) -> Table {
        self.file.table
    }

    /// A value as it stands; empty if blank.
    pub(crate) fn text(&self, field: Field) -> &'a str {
        self.cell(field).text
    }

    /// A value to show; one of a column that the file lacks is not thereby asked for.
    pub(crate) fn shown(&self, field: Field) -> &'a str {
        let at = self.file.table.columns().iter().position(|column| *column == field);
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.text)
    }

    /// A value as a day; none if blank or not one.
    pub(crate) fn day(&self, field: Field) -> Option<Date> {
        self.cell(field).day
    }

    /// Whether nothing stands there.
    pub(crate) fn blank(&self, field: Field) -> bool {
        self.text(field).is_empty()
    }

    /// Whether something stands there.
    pub(crate) fn given(&self, field: Field) -> bool {
        !self.blank(field)
    }

    /// Whether any of these is given.
    pub(crate) fn any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.given(*field))
    }

    /// Whether each of these is given.
    pub(crate) fn all(&self, fields: &[Field]) -> bool {
        fields.iter().all(|field| self.given(*field))
    }

    /// Whether this very value stands there.
    pub(crate) fn is(&self, field: Field, value: &str) -> bool {
        self.text(field) == value
    }

    /// Whether one of these values stands there.
    pub(crate) fn among(&self, field: Field, values: &[&str]) -> bool {
        values.contains(&self.text(field))
    }

    /// Whether something stands there that is not a day.
    pub(crate) fn not_a_day(&self, field: Field) -> bool {
        let cell = self.cell(field);
        !cell.text.is_empty() && cell.day.is_none()
    }
}
