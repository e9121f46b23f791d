//! Reading the files of a folder, a row at a time.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use csv::ByteRecord;

use super::Folder;
use super::tables::{TABLES, Table};
use crate::windows_1252::windows_1252;

/// What extracts write in place of nothing.
const NOTHING: [&str; 2] = ["NULL", "PLACEHOLDER_DATA"];

/// A file of the folder that holds a table.
pub(super) struct File {
    pub(super) name: String,
    pub(super) table: &'static Table,
    /// The file’s column for each of the table’s.
    pub(super) places: Vec<Option<usize>>,
    /// How many columns the file has.
    pub(super) width: usize,
    /// Columns that the table does not have.
    pub(super) extra: Vec<String>,
}

/// The rows of a file.
pub(super) struct Rows<'f> {
    reader: csv::Reader<Box<dyn Read + 'f>>,
    record: ByteRecord,
    number: u64,
    /// See [`crate::lines_late`].
    late: u64,
    /// Values that stood for nothing.
    pub(super) nothings: u64,
    /// Values that are not UTF-8.
    pub(super) not_utf_8: u64,
}

/// Opens a file and finds out which table it holds, by its name or by its columns. Nothing where it holds none.
pub(super) fn identify(folder: &dyn Folder, name: &str) -> Result<Option<File>, String> {
    let mut rows = Rows::open(folder, name)?;
    let heads: Vec<String> = rows.heads(name)?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    let is = |table: &&Table| stem == table.name || table.name.strip_prefix("ssd_") == Some(stem.as_str());
    let known = |table: &Table| {
        table.fields.iter().filter(|field| heads.iter().any(|head| head == field.name)).count()
    };
    let by_columns = || TABLES.iter().find(|table| known(table) * 5 >= table.fields.len() * 4);
    let Some(table) = TABLES.iter().find(is).or_else(by_columns) else { return Ok(None) };
    let place = |name: &str| heads.iter().position(|head| head == name);
    let extra =
        heads.iter().filter(|head| !head.is_empty() && table.place(head).is_none()).cloned().collect();
    Ok(Some(File {
        name: name.to_owned(),
        table,
        places: table.fields.iter().map(|field| place(field.name)).collect(),
        width: heads.len(),
        extra,
    }))
}

impl<'f> Rows<'f> {
    /// The rows under the column names.
    pub(super) fn open(folder: &'f dyn Folder, name: &str) -> Result<Rows<'f>, String> {
        let fault = |fault: std::io::Error| format!("{name} cannot be read: {fault}");
        let mut file = BufReader::with_capacity(1 << 16, folder.open(name).map_err(fault)?);
        let ahead = file.fill_buf().map_err(fault)?;
        if ahead.starts_with(&[0xFF, 0xFE]) || ahead.starts_with(&[0xFE, 0xFF]) {
            return Err(format!("{name} is UTF-16; save it as UTF-8"));
        }
        let mark = if ahead.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
        let first = ahead[mark..].split(|byte| *byte == b'\n').next().unwrap_or_default();
        // Whichever of these there are most of in the first line stands between values.
        let count = |between: u8| first.iter().filter(|byte| **byte == between).count();
        let between =
            [b',', b'|', b'\t', b';'].into_iter().rev().max_by_key(|byte| count(*byte)).unwrap_or(b',');
        let late = crate::lines_late(&ahead[mark..]);
        file.consume(mark);
        let file: Box<dyn Read + 'f> = Box::new(file);
        let reader = csv::ReaderBuilder::new().flexible(true).delimiter(between).from_reader(file);
        Ok(Rows { reader, record: ByteRecord::new(), number: 0, late, nothings: 0, not_utf_8: 0 })
    }

    fn heads(&mut self, name: &str) -> Result<Vec<String>, String> {
        let heads = self.reader.byte_headers().map_err(|fault| format!("{name} cannot be read: {fault}"))?;
        Ok(heads.iter().map(|head| String::from_utf8_lossy(head).trim().to_lowercase()).collect())
    }

    /// Goes to the next row: its number from 0 and its line from 1.
    pub(super) fn next(&mut self) -> Result<Option<(u64, u64)>, String> {
        if !self.reader.read_byte_record(&mut self.record).map_err(|fault| fault.to_string())? {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some((self.number - 1, self.record.position().map_or(0, csv::Position::line) + self.late)))
    }

    /// How many values the row has.
    pub(super) fn width(&self) -> usize {
        self.record.len()
    }

    /// The row’s values at these places; empty where there is none.
    pub(super) fn values(&mut self, places: &[Option<usize>]) -> Vec<Cow<'_, str>> {
        let Rows { record, nothings, not_utf_8, .. } = self;
        let value = |place: &Option<usize>| {
            let bytes = place.and_then(|place| record.get(place)).unwrap_or_default();
            match std::str::from_utf8(bytes).map(str::trim) {
                Ok(text) if NOTHING.contains(&text) => {
                    *nothings += 1;
                    Cow::Borrowed("")
                }
                Ok(text) => Cow::Borrowed(text),
                Err(_) => {
                    *not_utf_8 += 1;
                    let text: String = bytes.iter().map(|byte| windows_1252(*byte)).collect();
                    Cow::Owned(text.trim().to_owned())
                }
            }
        };
        places.iter().map(value).collect()
    }
}
