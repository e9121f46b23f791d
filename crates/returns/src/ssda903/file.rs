//! Reading the files of a return: whichever order, case and encoding they come in.

mod text;
mod xml;

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::columns::{CHILD, Field, HOME_POST, NAMES, PL_POST, UASC};
use super::day::day;
use super::row::{BETWEEN, Row};
use super::table::Table;

/// A table as its file gave it: every row as one string of its values, beside where it stood.
#[derive(Debug)]
pub struct TableFile {
    pub(crate) table: Table,
    /// The file's name, for sentences about it.
    name: String,
    values: String,
    rows: Vec<Place>,
    /// Rows by child, each child's in the order of the file.
    by_child: Vec<(u32, u32)>,
    /// Where each of all columns stands in a row.
    places: [Option<u8>; NAMES.len()],
    lacking: Vec<Field>,
    /// The number of the column that a rule asked for and that the file does not have; past them all for none.
    asked_in_vain: AtomicUsize,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    start: u64,
    number: u32,
    line: u32,
}

impl TableFile {
    /// A file that has those columns of its table of which it is known where they stand.
    fn new(table: Table, name: String, sources: &[Option<usize>]) -> TableFile {
        let columns = table.columns();
        let mut places = [None; NAMES.len()];
        for (at, column) in columns.iter().enumerate() {
            places[column.number()] = u8::try_from(at).ok();
        }
        if sources.last() == Some(&None) && table == Table::Header {
            places[UASC.number()] = None;
        }
        let lacking =
            columns.iter().zip(sources).filter(|(column, source)| source.is_none() && **column != UASC);
        TableFile {
            table,
            name,
            values: String::new(),
            rows: Vec::new(),
            by_child: Vec::new(),
            places,
            lacking: lacking.map(|(column, _)| *column).collect(),
            asked_in_vain: AtomicUsize::new(usize::MAX),
        }
    }

    /// Where a column stands in a row; a column that the file lacks is remembered as asked for in vain.
    pub(crate) fn place_of(&self, field: Field) -> Option<usize> {
        if !self.lacking.is_empty() && self.lacking.contains(&field) {
            self.asked_in_vain.store(field.number(), Ordering::Relaxed);
        }
        self.places[field.number()].map(usize::from)
    }

    /// The column asked for in vain since this was last called.
    pub(crate) fn take_asked_in_vain(&self) -> Option<Field> {
        let number = self.asked_in_vain.swap(usize::MAX, Ordering::Relaxed);
        self.lacking.iter().copied().find(|field| field.number() == number)
    }

    /// Whether the file lacks any column of its table.
    pub(crate) fn lacks_a_column(&self) -> bool {
        !self.lacking.is_empty()
    }

    /// Whether the file has a column.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.places[field.number()].is_some() && !self.lacking.contains(&field)
    }

    fn row(&self, at: u32) -> Row<'_> {
        let place = self.rows[at as usize];
        let start = usize::try_from(place.start).unwrap_or(usize::MAX);
        let end = self
            .rows
            .get(at as usize + 1)
            .map_or(self.values.len(), |next| usize::try_from(next.start).unwrap_or(usize::MAX));
        Row::new(self, u64::from(place.number), u64::from(place.line), &self.values[start..end])
    }

    fn rows_of(&self, child: u32) -> Vec<Row<'_>> {
        let start = self.by_child.partition_point(|(other, _)| *other < child);
        self.by_child[start..]
            .iter()
            .take_while(|(other, _)| *other == child)
            .map(|(_, row)| self.row(*row))
            .collect()
    }

    /// Every row, in the order of the file.
    pub(crate) fn every_row(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).filter_map(|at| Some(self.row(u32::try_from(at).ok()?)))
    }
}

/// A return: the tables found among the files given.
#[derive(Debug, Default)]
pub struct Return {
    tables: HashMap<Table, TableFile>,
    children: Vec<String>,
    numbers: HashMap<String, u32>,
    /// What was odd about the files, a sentence each.
    pub notices: Vec<String>,
}

impl Return {
    /// Reads files, each with the name to call it by. Nothing makes it fail: what cannot be read is said in
    /// [`Return::notices`], and the rest is read.
    #[must_use]
    pub fn read(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Return {
        let mut whole = Return::default();
        for (name, bytes) in files {
            whole.add(name, &bytes);
        }
        for table in whole.tables.values_mut() {
            table.by_child.sort_unstable();
        }
        whole
    }

    fn add(&mut self, name: String, bytes: &[u8]) {
        let (text, said) = text::of(bytes);
        if let Some(said) = said {
            self.notices.push(format!("{name} {said}"));
        }
        if text.trim_start().starts_with('<') {
            return self.xml(&name, &text);
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let names: Vec<String> = match reader.headers() {
            Ok(names) => names.iter().map(|name| name.trim().to_uppercase()).collect(),
            Err(fault) => return self.notices.push(format!("{name} cannot be read: {fault}.")),
        };
        if names.iter().all(String::is_empty) {
            return self.notices.push(format!("{name} is empty."));
        }
        let Some(table) = Table::with_columns(&names) else {
            return self.notices.push(format!(
                "{name} is not a table of this return: its columns are {}.",
                names.join(", ")
            ));
        };
        if let Some(first) = self.tables.get(&table) {
            let first = &first.name;
            return self.notices.push(format!(
                "{name} is a second {} table; {first} was read and this was not.",
                table.name()
            ));
        }
        let file = self.rows(table, name, &names, &text, reader);
        self.tables.insert(table, file);
    }

    fn rows(
        &mut self,
        table: Table,
        name: String,
        names: &[String],
        text: &str,
        mut reader: csv::Reader<&[u8]>,
    ) -> TableFile {
        let columns = table.columns();
        let sources: Vec<Option<usize>> =
            columns.iter().map(|column| names.iter().position(|name| name == column.name())).collect();
        self.say_of_columns(table, &name, names, &sources);
        let mut file = TableFile::new(table, name, &sources);
        // As much as the file can need at most, so that nothing is moved as it grows.
        let lines = text.bytes().filter(|byte| *byte == b'\n').count() + 1;
        file.values.reserve(text.len());
        file.rows.reserve(lines);
        file.by_child.reserve(lines);
        let (mut record, mut number) = (csv::StringRecord::new(), 0);
        let (mut blank, mut nobody, mut other_days) = (0, 0, 0);
        let late = crate::lines_late(text.as_bytes());
        let days: Vec<usize> =
            columns.iter().zip(&sources).filter_map(|(column, at)| at.filter(|_| column.is_date())).collect();
        loop {
            match reader.read_record(&mut record) {
                Ok(true) if record.iter().all(|value| value.trim().is_empty()) => blank += 1,
                Ok(true) => {
                    if late > 0
                        && let Some(mut at) = record.position().cloned()
                    {
                        at.set_line(at.line() + late);
                        record.set_position(Some(at));
                    }
                    nobody += usize::from(self.row(&mut file, number, &record, &sources));
                    let given = days.iter().filter_map(|at| record.get(*at)).map(str::trim);
                    other_days += given.filter(|text| !text.contains('/') && day(text).is_some()).count();
                }
                Ok(false) => break,
                Err(fault) => {
                    self.notices.push(format!("{} cannot be read to its end: {fault}.", file.name));
                    break;
                }
            }
            number += 1;
        }
        file.values.shrink_to_fit();
        file.rows.shrink_to_fit();
        file.by_child.shrink_to_fit();
        self.say_of_rows(&file.name, blank, nobody, other_days);
        file
    }

    /// Takes in the tables of a return that is one XML file.
    fn xml(&mut self, name: &str, text: &str) {
        let mut files: Vec<TableFile> = Vec::new();
        for table in xml::TABLES {
            let sources: Vec<Option<usize>> = (0..table.columns().len()).map(Some).collect();
            files.push(TableFile::new(table, name.to_owned(), &sources));
        }
        let read = xml::read(text, &mut |row| {
            let Some(file) = files.iter_mut().find(|file| file.table == row.table) else { return };
            let mut record = csv::StringRecord::from(row.values);
            let mut position = csv::Position::new();
            position.set_line(row.line);
            record.set_position(Some(position));
            let sources: Vec<Option<usize>> = (0..record.len()).map(Some).collect();
            let number = u32::try_from(file.rows.len()).unwrap_or(u32::MAX);
            self.row(file, number, &record, &sources);
        });
        if !read.is_return {
            return self.notices.push(format!("{name} is XML, and not an SSDA903 (EXPSSDA903)."));
        }
        if let Some(why) = read.broken {
            self.notices.push(format!("{name} cannot be read to its end: {why}."));
        }
        for (element, (times, line)) in read.unknown {
            self.notices.push(format!(
                "{name} has <{element}>, which the return does not have there ({times}, first on line {line})."
            ));
        }
        for file in files {
            match self.tables.get(&file.table) {
                Some(first) => self.notices.push(format!(
                    "{name} has a second {} table; {} was read and this was not.",
                    file.table.name(),
                    first.name
                )),
                None => {
                    self.tables.insert(file.table, file);
                }
            }
        }
    }

    /// Takes a row in; says whether it had no child.
    fn row(
        &mut self,
        file: &mut TableFile,
        number: u32,
        record: &csv::StringRecord,
        sources: &[Option<usize>],
    ) -> bool {
        let line = record.position().map_or(0, csv::Position::line);
        let start = file.values.len();
        let mut first = start;
        file.rows.push(Place { start: start as u64, number, line: u32::try_from(line).unwrap_or(u32::MAX) });
        for (at, source) in sources.iter().enumerate() {
            if at > 0 {
                file.values.push(BETWEEN);
            }
            let value = source.and_then(|source| record.get(source)).unwrap_or_default();
            push(&mut file.values, value.trim());
            if at == 0 {
                first = file.values.len();
            }
        }
        let child = &file.values[start..first];
        let next = u32::try_from(self.children.len()).unwrap_or(u32::MAX);
        let known = if child.is_empty() { None } else { self.numbers.get(child).copied() };
        let nobody = child.is_empty();
        let child = known.unwrap_or_else(|| {
            if !nobody {
                self.numbers.insert(child.to_owned(), next);
            }
            self.children.push(child.to_owned());
            next
        });
        file.by_child.push((child, u32::try_from(file.rows.len() - 1).unwrap_or(u32::MAX)));
        nobody
    }

    fn say_of_rows(&mut self, name: &str, blank: usize, nobody: usize, other_days: usize) {
        if blank > 0 {
            self.notices.push(format!("{name} has blank rows ({blank}), which were passed over."));
        }
        if nobody > 0 {
            self.notices.push(format!(
                "{name} has rows without a CHILD ({nobody}); each was checked as a child of its own."
            ));
        }
        if other_days > 0 {
            self.notices.push(format!(
                "{name} has days that are not written 31/03/2026 ({other_days}); they were read, but the Department wants that form."
            ));
        }
    }

    fn say_of_columns(&mut self, table: Table, name: &str, names: &[String], sources: &[Option<usize>]) {
        let lacking = table
            .columns()
            .iter()
            .zip(sources)
            .filter(|(column, source)| source.is_none() && **column != UASC);
        let lacking: Vec<&str> = lacking.map(|(column, _)| column.name()).collect();
        if !lacking.is_empty() {
            let lacking = lacking.join(", ");
            self.notices.push(format!("{name} ({}) has no column {lacking}.", table.name()));
        }
        let extra = names.iter().filter(|name| {
            !name.is_empty() && !table.columns().iter().any(|column| column.name() == name.as_str())
        });
        let extra: Vec<&str> = extra.map(String::as_str).collect();
        if !extra.is_empty() {
            let extra = extra.join(", ");
            self.notices.push(format!("{name} ({}) has columns that it need not: {extra}.", table.name()));
        }
    }

    /// The file of a table, if there was one.
    #[must_use]
    pub fn table(&self, table: Table) -> Option<&TableFile> {
        self.tables.get(&table)
    }

    /// Every table's file.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &TableFile> {
        self.tables.values()
    }

    /// Every postcode of an episode, in capitals without its space.
    #[must_use]
    pub fn postcodes(&self) -> HashSet<String> {
        let episodes = self.table(Table::Episodes).into_iter().flat_map(TableFile::every_row);
        let given = episodes.flat_map(|row| [row.text(HOME_POST), row.text(PL_POST)]);
        let given: HashSet<String> = given.map(|text| text.replace(' ', "")).collect();
        for file in self.tables() {
            let _ = file.take_asked_in_vain();
        }
        given
    }

    /// Every child, in the order in which the files name them.
    #[must_use]
    pub fn children(&self) -> &[String] {
        &self.children
    }

    /// The number of a child named in this return.
    pub(crate) fn number_of(&self, child: &str) -> Option<u32> {
        self.numbers.get(child).copied()
    }

    /// A child's rows in each table, in the order of [`Table::ALL`].
    pub(crate) fn rows_of(&self, child: u32) -> [Vec<Row<'_>>; 12] {
        Table::ALL.map(|table| self.tables.get(&table).map_or_else(Vec::new, |file| file.rows_of(child)))
    }
}

/// Adds a value in capitals, without what stands between values.
fn push(values: &mut String, value: &str) {
    if value.is_ascii() && !value.contains(BETWEEN) {
        let start = values.len();
        values.push_str(value);
        values[start..].make_ascii_uppercase();
    } else {
        values.extend(value.chars().filter(|letter| *letter != BETWEEN).flat_map(char::to_uppercase));
    }
}

/// The column that says whose row it is stands first in every table.
const _: () = assert!(matches!(Table::Header.columns(), [first, ..] if first.number() == CHILD.number()));
