//! A practice file being read: values with the line they stand on, and faults as they are met.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::fault::{Fault, mend_name};

/// One file of one layer.
pub(crate) struct Source<'t> {
    pub(crate) layer: usize,
    pub(crate) path: &'t str,
    pub(crate) text: &'t str,
    faults: RefCell<Vec<Fault>>,
}

impl<'t> Source<'t> {
    pub(crate) fn new(layer: usize, path: &'t str, text: &'t str) -> Self {
        Self { layer, path, text, faults: RefCell::default() }
    }

    /// The whole file as a table; what is not TOML becomes faults.
    pub(crate) fn parse(&self) -> Spanned<DeTable<'t>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let line = self.line(error.span().map_or(0, |span| span.start));
            let said = error.message().replace('\n', ", ");
            self.fault(line, format!("This is not TOML: {said}"), "Mend the line as TOML".to_owned());
        }
        table
    }

    pub(crate) fn line(&self, offset: usize) -> usize {
        self.text.as_bytes()[..offset.min(self.text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
    }

    pub(crate) fn fault(&self, line: usize, message: String, mend: String) {
        let file = self.path.to_owned();
        self.faults.borrow_mut().push(Fault { layer: self.layer, file, line, message, mend });
    }

    pub(crate) fn into_faults(self) -> Vec<Fault> {
        self.faults.into_inner()
    }
}

/// A table of a file.
pub(crate) struct Reader<'s, 't> {
    pub(crate) source: &'s Source<'t>,
    table: &'s DeTable<'t>,
    /// The line on which the table begins.
    pub(crate) line: usize,
}

impl<'s, 't> Reader<'s, 't> {
    /// Reads a table whose keys are all among `known`; each other key is a fault.
    pub(crate) fn new(
        source: &'s Source<'t>,
        table: &'s DeTable<'t>,
        span: Range<usize>,
        known: &[&str],
    ) -> Self {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let mend = mend_name(name, known.iter().copied(), &format!("Use one of {}", known.join(", ")));
            source.fault(source.line(key.span().start), format!("“{name}” is not known here"), mend);
        }
        Self { source, table, line: source.line(span.start) }
    }

    /// A table whose keys are names of the authority's own choosing.
    pub(crate) fn open(source: &'s Source<'t>, table: &'s DeTable<'t>, span: Range<usize>) -> Self {
        Self { source, table, line: source.line(span.start) }
    }

    /// The line of a key, or of the table if it has none.
    pub(crate) fn line_of(&self, key: &str) -> usize {
        self.get(key).map_or(self.line, |value| self.source.line(value.span().start))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn fault(&self, key: &str, message: impl Into<String>, mend: impl Into<String>) {
        self.source.fault(self.line_of(key), message.into(), mend.into());
    }

    pub(crate) fn text(&self, key: &str) -> Option<String> {
        let value = self.get(key)?;
        let text = value.get_ref().as_str().map(str::trim);
        match text {
            Some("") => {
                self.fault(key, format!("“{key}” is empty"), "Write it, or take the line out");
                None
            }
            Some(text) => Some(text.to_owned()),
            None => self.wrong(key, "words in quotation marks"),
        }
    }

    /// Words that must be there; empty, and a fault, if they are not.
    pub(crate) fn needed(&self, key: &str) -> String {
        if !self.has(key) {
            self.source.fault(
                self.line,
                format!("“{key}” is missing"),
                format!("Add a line {key} = \"...\""),
            );
        }
        self.text(key).unwrap_or_default()
    }

    pub(crate) fn flag(&self, key: &str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().or_else(|| self.wrong(key, "true or false")).unwrap_or(false)
    }

    pub(crate) fn number(&self, key: &str) -> Option<u32> {
        let value = self.get(key)?;
        let number = value.get_ref().as_integer().and_then(|integer| integer.as_str().parse().ok());
        number.or_else(|| self.wrong(key, "a whole number"))
    }

    /// A date written bare: 2013-04-15.
    pub(crate) fn date(&self, key: &str) -> Option<jiff::civil::Date> {
        let value = self.get(key)?;
        let date = value.get_ref().as_datetime().and_then(|date| date.to_string().parse().ok());
        date.or_else(|| self.wrong(key, "a date such as 2013-04-15"))
    }

    /// Words in a list, each with its line.
    pub(crate) fn list(&self, key: &str) -> Vec<(String, usize)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong::<()>(key, "a list: [\"one\", \"two\"]");
            return Vec::new();
        };
        let mut list = Vec::new();
        for item in array.iter() {
            match item.get_ref().as_str() {
                Some(text) => list.push((text.to_owned(), self.source.line(item.span().start))),
                None => drop(self.wrong::<()>(key, "a list of words in quotation marks")),
            }
        }
        list
    }

    pub(crate) fn names(&self, key: &str) -> Vec<String> {
        self.list(key).into_iter().map(|(name, _)| name).collect()
    }

    /// The tables of a list of tables: `[[key]]`, or `key = [{..}]`.
    pub(crate) fn tables(&self, key: &str, known: &[&str]) -> Vec<Reader<'s, 't>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong::<()>(key, &format!("a list of tables: [[{key}]]"));
            return Vec::new();
        };
        let mut readers = Vec::new();
        for item in array.iter() {
            match item.get_ref().as_table() {
                Some(table) => readers.push(Reader::new(self.source, table, item.span(), known)),
                None => drop(self.wrong::<()>(key, &format!("a list of tables: [[{key}]]"))),
            }
        }
        readers
    }

    /// One table: `[key]` or `key = {..}`.
    pub(crate) fn table(&self, key: &str) -> Option<Reader<'s, 't>> {
        let value = self.get(key)?;
        match value.get_ref().as_table() {
            Some(table) => Some(Reader::open(self.source, table, value.span())),
            None => self.wrong(key, &format!("a table: [{key}]")),
        }
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.table.keys().map(|key| key.get_ref().as_ref())
    }

    fn get(&self, key: &str) -> Option<&'s Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    fn wrong<T>(&self, key: &str, expected: &str) -> Option<T> {
        self.fault(key, format!("“{key}” cannot be read"), format!("Write {expected}"));
        None
    }
}
