//! Reading one row: each kind of value has one method, and each method lists what it cannot accept.

use jiff::civil::Date;

use super::codes::{Code, CodeSet};
use super::element::Element;
use super::ledger::{BadRow, Ledger, SourceRow};

/// A code as the file gives it, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The file's own text, without the space around it.
    pub raw: String,
    /// The code understood.
    pub code: &'static Code,
}

/// A row being read. Once a bad value is met the row is unsound, and the caller leaves it out.
pub(super) struct Row<'e, 'l> {
    pub(super) source: SourceRow,
    pub(super) child: Option<&'e str>,
    element: &'e Element,
    ledger: &'l mut Ledger,
    sound: bool,
}

impl<'e, 'l> Row<'e, 'l> {
    pub(super) fn open(
        ledger: &'l mut Ledger,
        element: &'e Element,
        table: &'static str,
        child: Option<&'e str>,
    ) -> Row<'e, 'l> {
        let source = ledger.next_row(table, element.line);
        Row { source, child, element, ledger, sound: true }
    }

    /// Lists the row when it is an element that should hold one value and is empty.
    pub(super) fn value_required(&mut self) {
        if self.element.value().is_none() {
            self.bad(self.element, format!("{} is empty.", self.element.name));
        }
    }

    /// Notes whatever the row holds besides `fields`; true when the row is sound.
    pub(super) fn close(self, fields: &[&str]) -> bool {
        let table = self.source.table;
        for unknown in self.element.children.iter().filter(|child| !fields.contains(&child.name.as_str())) {
            self.ledger.note_unknown(unknown.line, table, &unknown.name, self.child);
        }
        if !fields.is_empty()
            && let Some(text) = self.element.value()
        {
            self.ledger.note_stray(self.element.line, table, text, self.child);
        }
        self.sound
    }

    /// Free text; an empty element counts as none.
    pub(super) fn text(&mut self, field: &'static str) -> Option<&'e str> {
        self.field(field)?.value()
    }

    /// What a field says, listing nothing: to choose how it is to be read.
    pub(super) fn peek(&self, field: &'static str) -> Option<&'e str> {
        self.element.named(field).next()?.value()
    }

    /// A date, if there is one.
    pub(super) fn date(&mut self, field: &'static str) -> Option<Date> {
        let element = self.field(field)?;
        self.date_of(element)
    }

    /// A date without which the row means nothing.
    pub(super) fn date_required(&mut self, field: &'static str) -> Option<Date> {
        if self.peek(field).is_none() {
            self.missing(field);
            return None;
        }
        self.date(field)
    }

    /// The date that an element consists of.
    pub(super) fn date_of(&mut self, element: &'e Element) -> Option<Date> {
        let value = element.value()?;
        let date = date_from(value);
        if date.is_none() {
            self.bad(
                element,
                format!("\"{value}\" is not a date: a date is written 2023-03-31 and must exist."),
            );
        }
        date
    }

    /// A code of `set`, if there is one.
    pub(super) fn code(&mut self, field: &'static str, set: &'static CodeSet) -> Option<Coded> {
        let element = self.field(field)?;
        self.code_of(element, set)
    }

    /// The code that an element consists of.
    pub(super) fn code_of(&mut self, element: &'e Element, set: &'static CodeSet) -> Option<Coded> {
        let value = element.value()?;
        let Some(code) = set.find(value) else {
            self.bad(element, format!("\"{value}\" is not a code for {}.", set.meaning));
            return None;
        };
        if let Some(year) = self.ledger.year
            && !code.in_force(year)
        {
            self.note(
                element,
                format!("The code {} for {} is not of the {year} collection.", code.code, set.meaning),
            );
        }
        Some(Coded { raw: value.to_owned(), code })
    }

    /// Yes or no: 1, 0, true or false.
    pub(super) fn yes_no(&mut self, field: &'static str) -> Option<bool> {
        let element = self.field(field)?;
        let value = element.value()?;
        match value.to_ascii_lowercase().as_str() {
            "1" | "true" => Some(true),
            "0" | "false" => Some(false),
            _ => {
                self.bad(element, format!("\"{value}\" is neither yes nor no: write 1 or 0, true or false."));
                None
            }
        }
    }

    /// A count: a whole number, 0 or more.
    pub(super) fn count(&mut self, field: &'static str) -> Option<u32> {
        let element = self.field(field)?;
        let value = element.value()?;
        let count = value.parse().ok();
        if count.is_none() {
            self.bad(element, format!("\"{value}\" is not a whole number of 0 or more."));
        }
        count
    }

    /// Lists a value that is not there and must be.
    pub(super) fn missing(&mut self, field: &'static str) {
        self.sound = false;
        let row = self.entry(self.element, field, format!("{field} is missing."));
        self.ledger.bad(BadRow { value: String::new(), ..row });
    }

    /// Lists a value that leaves the row out.
    pub(super) fn bad(&mut self, element: &Element, message: String) {
        self.sound = false;
        let row = self.entry(element, &element.name, message);
        self.ledger.bad(row);
    }

    /// Lists something odd that leaves nothing out.
    pub(super) fn note(&mut self, element: &Element, message: String) {
        let row = self.entry(element, &element.name, message);
        self.ledger.note(row);
    }

    fn entry(&self, element: &Element, field: &str, message: String) -> BadRow {
        BadRow {
            line: element.line,
            table: self.source.table,
            field: field.to_owned(),
            child: self.child.map(str::to_owned),
            value: element.value().unwrap_or_default().to_owned(),
            message,
        }
    }

    /// The one element of a name. Said twice alike it is noted; said twice differently, nobody can tell which is true.
    fn field(&mut self, field: &'static str) -> Option<&'e Element> {
        let element = self.element;
        let mut named = element.named(field);
        let first = named.next()?;
        for again in named {
            if again.value() == first.value() {
                self.note(again, format!("{field} is given twice."));
            } else {
                self.bad(again, format!("{field} is given twice, with different values."));
            }
        }
        if let Some(entity) = first.unknown_entities.first() {
            self.bad(first, format!("{field} refers to \"&{entity};\", which the census does not have."));
            return None;
        }
        Some(first)
    }
}

/// `2023-03-31`, with the time zone that XML allows a date to carry passed over; nothing looser.
pub(super) fn date_from(value: &str) -> Option<Date> {
    let (day, zone) = (value.get(..10)?, value.get(10..)?);
    let zone_is_sound = match zone.as_bytes() {
        [] | [b'Z'] => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] => [h1, h2, m1, m2].into_iter().all(u8::is_ascii_digit),
        _ => false,
    };
    let digits = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    (zone_is_sound && digits).then(|| day.parse().ok()).flatten()
}
