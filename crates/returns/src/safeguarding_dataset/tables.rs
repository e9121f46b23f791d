//! The tables and their fields, read from `tables.tsv` and `codes.tsv`.
//!
//! Both hold the specification of the standard safeguarding dataset (Data to Insight, 2026: 48 tables, 359 fields).
//! Where it contradicts itself they hold what it must mean, and `docs/returns/safeguarding-dataset.md` says where.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Words, of at most so many characters where a number is given.
    Text(Option<usize>),
    /// A day, with or without a time.
    Day,
    /// A whole number.
    Whole,
    /// A number.
    Number,
}

/// A field of a table.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Whether it tells one row of the table from another.
    pub(crate) key: bool,
    /// Whether the specification says that no two rows share it.
    pub(crate) once: bool,
    /// Whether it may not be blank.
    pub(crate) must: bool,
    /// The table and the field in which its value stands too.
    pub(crate) refers_to: Option<(&'static str, &'static str)>,
    /// Whether only its name says so, and not the specification.
    pub(crate) implied: bool,
    /// Its codes; none where any words will do.
    pub(crate) codes: Vec<&'static str>,
}

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) fields: Vec<Field>,
    /// Where the field stands that says whose row it is.
    pub(crate) person: Option<usize>,
}

impl Table {
    /// Where a field stands.
    pub(crate) fn place(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|known| known.name == field)
    }
}

/// The tables, in the order of the specification.
pub(crate) static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let rows = include_str!("tables.tsv").lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let rows: Vec<Vec<&'static str>> = rows.collect();
    let of_table = rows.chunk_by(|one, other| one[0] == other[0]);
    let table = |rows: &[Vec<&'static str>]| {
        let fields: Vec<Field> = rows.iter().map(|row| field(row)).collect();
        let person = fields.iter().position(|field| field.name.ends_with("person_id"));
        Table { name: rows[0][0], fields, person }
    };
    of_table.map(table).collect()
});

/// The fields in which the values of others must stand, by table.
pub(crate) static REFERRED_TO: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut fields: HashMap<&'static str, Vec<&'static str>> = HashMap::new();
    for (table, field) in TABLES.iter().flat_map(|table| &table.fields).filter_map(|field| field.refers_to) {
        let known = fields.entry(table).or_default();
        if !known.contains(&field) {
            known.push(field);
        }
    }
    fields
});

fn field(row: &[&'static str]) -> Field {
    let [_, name, kind, size, flags, refers_to, set] = row[..] else {
        unreachable!("a test reads every line")
    };
    let codes = include_str!("codes.tsv").lines().filter_map(|line| line.split_once('\t'));
    let codes = codes.filter(|(of, _)| *of == set).flat_map(|(_, codes)| codes.split(' '));
    let flag = |flag: &str| flags.split(' ').any(|given| given == flag);
    Field {
        name,
        kind: match kind {
            "day" => Kind::Day,
            "whole" => Kind::Whole,
            "number" => Kind::Number,
            _ => Kind::Text(size.parse().ok()),
        },
        key: flag("key"),
        once: flag("once"),
        must: flag("must"),
        refers_to: refers_to.trim_start_matches('~').split_once('.'),
        implied: refers_to.starts_with('~'),
        codes: codes.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::TABLES;

    #[test]
    fn forty_eight_tables_of_359_fields_that_refer_to_one_another() {
        assert_eq!(TABLES.len(), 48);
        assert_eq!(TABLES.iter().map(|table| table.fields.len()).sum::<usize>(), 359);
        for field in TABLES.iter().flat_map(|table| &table.fields) {
            if let Some((table, name)) = field.refers_to {
                let table = TABLES.iter().find(|known| known.name == table).expect("a table");
                assert!(table.place(name).is_some(), "{} refers to {name}", field.name);
            }
        }
    }
}
