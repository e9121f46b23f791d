//! Every rule's examples, run.
//!
//! An example is rows between semicolons: a table, then values by field, `_` for a space. A field that must be given
//! and is not holds a value of its own; every table is there.

use std::collections::BTreeMap;
use std::io::Read;

use super::rules::RULES;
use super::tables::TABLES;
use super::{Folder, validate};
use crate::fault::Collected;

/// Files in memory.
pub(super) struct Files(pub(super) BTreeMap<String, Vec<u8>>);

impl Folder for Files {
    fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    fn open(&self, name: &str) -> std::io::Result<Box<dyn Read + '_>> {
        self.0
            .get(name)
            .map(|bytes| Box::new(bytes.as_slice()) as Box<dyn Read>)
            .ok_or(std::io::ErrorKind::NotFound.into())
    }
}

/// The folder that an example describes.
pub(super) fn folder(example: &str) -> Files {
    let mut files = BTreeMap::new();
    for table in TABLES.iter() {
        let names: Vec<&str> = table.fields.iter().map(|field| field.name).collect();
        files.insert(table.name, names.join(",") + "\n");
    }
    for (number, row) in example.split(';').map(str::trim).filter(|row| !row.is_empty()).enumerate() {
        let mut words = row.split_whitespace();
        let name = words.next().expect("a table");
        let table =
            TABLES.iter().find(|table| table.name == name).unwrap_or_else(|| panic!("{name} is no table"));
        let mut values: Vec<String> = table
            .fields
            .iter()
            .map(|field| if field.must { number.to_string() } else { String::new() })
            .collect();
        for (field, value) in words.filter_map(|word| word.split_once('=')) {
            let at = table.place(field).unwrap_or_else(|| panic!("{name} has no {field}"));
            values[at] = value.replace('_', " ");
        }
        *files.get_mut(name).expect("a file") += &(values.join(",") + "\n");
    }
    Files(files.into_iter().map(|(name, text)| (format!("{name}.csv"), text.into_bytes())).collect())
}

#[test]
fn every_rule_passes_and_fails_as_its_examples_say() {
    let mut wrong = Vec::new();
    for rule in RULES.iter().filter(|rule| !rule.examples.1.is_empty()) {
        let faults = |example: &str| {
            let mut report = Collected::default();
            validate(&folder(example), &mut report).expect("tables");
            assert!(report.not_checked.is_empty(), "{:?}", report.not_checked);
            report.faults.iter().filter(|fault| fault.rule == rule.code).count()
        };
        let (passes, fails) = rule.examples;
        if faults(passes) > 0 {
            wrong.push(format!("{} finds a fault in: {passes}", rule.code));
        }
        if faults(fails) == 0 {
            wrong.push(format!("{} finds no fault in: {fails}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
