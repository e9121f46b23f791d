//! Where each row stands in the file, and the list of what could not be read.

use std::collections::BTreeMap;

/// Where a record came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceRow {
    /// Line of its start tag, from 1.
    pub line: u64,
    /// Its table, by the name the census guide's modules use: `ChildIdentifiers`, `CINdetails`, `Assessments` ...
    pub table: &'static str,
    /// Its number in that table within the file, from 0, counting rows left out.
    pub index: usize,
}

/// One value or row of the file that was not taken in, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Line of the value, or of the row when the value is missing; from 1.
    pub line: u64,
    /// The table of the row.
    pub table: &'static str,
    /// The element at fault; empty when the row as a whole is meant.
    pub field: String,
    /// The authority's identifier of the child, when it could be read.
    pub child: Option<String>,
    /// What the file says there, shortened to 200 characters.
    pub value: String,
    /// One plain sentence.
    pub message: String,
}

/// Longest piece of the file's own text repeated in a message.
const VALUE_CHARACTERS_MAX: usize = 200;

/// Everything learnt about the file that is not a record.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// The collection year, once the header is read: codes outside their years are noted against it.
    pub(super) year: Option<i16>,
    bad: Vec<BadRow>,
    noted: Vec<BadRow>,
    rows: BTreeMap<&'static str, usize>,
}

impl Ledger {
    /// Numbers the next row of a table.
    pub(super) fn next_row(&mut self, table: &'static str, line: u64) -> SourceRow {
        let next = self.rows.entry(table).or_insert(0);
        let index = *next;
        *next += 1;
        SourceRow { line, table, index }
    }

    /// Lists something for which a row is left out.
    pub(super) fn bad(&mut self, row: BadRow) {
        self.bad.push(shortened(row));
    }

    /// Lists something passed over.
    pub(super) fn note(&mut self, row: BadRow) {
        self.noted.push(shortened(row));
    }

    /// Lists rows that were sound but have nothing to hang on, because the row above them was left out.
    pub(super) fn leave_out_beneath(&mut self, above: SourceRow, child: Option<&str>, beneath: &[SourceRow]) {
        for row in beneath {
            self.bad(BadRow {
                line: row.line,
                table: row.table,
                field: String::new(),
                child: child.map(str::to_owned),
                value: String::new(),
                message: format!("Left out because the {} row of line {} was.", above.table, above.line),
            });
        }
    }

    /// Notes an element the schema does not have there.
    pub(super) fn note_unknown(&mut self, line: u64, table: &'static str, name: &str, child: Option<&str>) {
        self.note(BadRow {
            line,
            table,
            field: name.to_owned(),
            child: child.map(str::to_owned),
            value: String::new(),
            message: format!("The census has no <{name}> within {table}; it was passed over."),
        });
    }

    /// Notes text where only elements belong.
    pub(super) fn note_stray(&mut self, line: u64, table: &'static str, text: &str, child: Option<&str>) {
        self.note(BadRow {
            line,
            table,
            field: String::new(),
            child: child.map(str::to_owned),
            value: text.to_owned(),
            message: format!("Text stands between the elements of {table}; it was passed over."),
        });
    }

    /// What was left out and what was noted, each by line.
    pub(super) fn into_lists(self) -> (Vec<BadRow>, Vec<BadRow>) {
        let (mut bad, mut noted) = (self.bad, self.noted);
        bad.sort_by_key(|row| row.line);
        noted.sort_by_key(|row| row.line);
        (bad, noted)
    }
}

fn shortened(mut row: BadRow) -> BadRow {
    if let Some((end, _)) = row.value.char_indices().nth(VALUE_CHARACTERS_MAX) {
        row.value.truncate(end);
        row.value.push('…');
    }
    row
}
