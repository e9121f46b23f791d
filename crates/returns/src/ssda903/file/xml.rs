//! The return as one XML file: `EXPSSDA903`, a `CHILD` for each child, in it a `HEADER` and an `EPISODE` for each
//! episode of care.
//!
//! Source: the Department’s schema “Expanded SSDA903 Return” (2021, version 3.3.0). It has no place for social
//! workers’ episodes and none for deprivation of liberty, so those tables are not there.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::ssda903::columns::*;
use crate::ssda903::table::Table;

/// A row of a table, in the order of its columns, and the line on which it began.
pub(super) struct XmlRow {
    pub(super) table: Table,
    pub(super) line: u64,
    pub(super) values: Vec<String>,
}

/// What was read of a file.
#[derive(Default)]
pub(super) struct Read {
    /// Elements that the return does not have: how often, and the first line.
    pub(super) unknown: BTreeMap<String, (u64, u64)>,
    /// Why the file could not be read to its end.
    pub(super) broken: Option<String>,
    /// Whether it is this return at all.
    pub(super) is_return: bool,
}

/// An element with values: the header, an episode, or a group within the header.
#[derive(Default)]
struct Group {
    name: String,
    line: u64,
    values: Vec<(String, String)>,
}

/// The tables that the XML form has.
pub(super) const TABLES: [Table; 10] = [
    Table::Header,
    Table::Episodes,
    Table::Reviews,
    Table::Uasc,
    Table::Oc2,
    Table::Oc3,
    Table::Ad1,
    Table::PlacedAdoption,
    Table::PrevPerm,
    Table::Missing,
];

/// Groups within the header, and the table of each.
const GROUPS: [(&str, Table); 7] = [
    ("HEADER", Table::Header),
    ("EPISODE", Table::Episodes),
    ("AREVIEW", Table::Reviews),
    ("OC2", Table::Oc2),
    ("AD_PLACED", Table::PlacedAdoption),
    ("PERMANENCE", Table::PrevPerm),
    ("AMISSING", Table::Missing),
];

/// Reads a file, a child at a time.
pub(super) fn read(text: &str, take: &mut dyn FnMut(XmlRow)) -> Read {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut state = State::default();
    let (mut line, mut counted) = (1, 0);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        line += text.as_bytes()[counted..at].iter().filter(|byte| **byte == b'\n').count() as u64;
        counted = at;
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                let name = element.local_name().as_ref().to_uppercase();
                state.open(name, line);
            }
            Ok(Event::End(_)) => state.close(take),
            Ok(Event::Text(given)) => state.text.push_str(&given),
            Ok(Event::CData(given)) => state.text.push_str(&given),
            Ok(Event::GeneralRef(given)) => state.text.push_str(entity(&given)),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(fault) => {
                state.read.broken = Some(format!("line {line}: {fault}"));
                break;
            }
        }
    }
    if state.read.broken.is_none() && !state.open.is_empty() {
        state.read.broken = Some(format!("line {line}: it breaks off within <{}>", state.open.join("><")));
    }
    state.read
}

/// What XML’s own five entities stand for; any other stands for nothing.
fn entity(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
}

#[derive(Default)]
struct State {
    /// The names of the elements that are open.
    open: Vec<String>,
    lines: Vec<u64>,
    text: String,
    /// The groups of the child being read; those still open at the end.
    groups: Vec<Group>,
    /// Where in `groups` the open ones stand.
    within: Vec<usize>,
    read: Read,
}

impl State {
    fn open(&mut self, name: String, line: u64) {
        if self.open.is_empty() {
            self.read.is_return = name == "EXPSSDA903";
        }
        self.text.clear();
        if GROUPS.iter().any(|(group, _)| *group == name) {
            self.within.push(self.groups.len());
            self.groups.push(Group { name: name.clone(), line, values: Vec::new() });
        }
        self.open.push(name);
        self.lines.push(line);
    }

    fn close(&mut self, take: &mut dyn FnMut(XmlRow)) {
        let (Some(name), Some(line)) = (self.open.pop(), self.lines.pop()) else { return };
        let text = std::mem::take(&mut self.text);
        if GROUPS.iter().any(|(group, _)| *group == name) {
            self.within.pop();
        } else if name == "CHILD" && self.open.len() == 1 {
            self.child(take);
        } else if let Some(group) = self.within.last().and_then(|at| self.groups.get_mut(*at)) {
            let column = match name.as_str() {
                "CHILDID" => "CHILD",
                "PL" => "PLACE",
                other => other,
            };
            if Field::named(column).is_none() {
                let (times, _) = self.read.unknown.entry(name).or_insert((0, line));
                *times += 1;
            } else if group.values.iter().all(|(known, _)| known != column) {
                group.values.push((column.to_owned(), text.trim().to_owned()));
            }
        } else if !self.open.is_empty() {
            let (times, _) = self.read.unknown.entry(name).or_insert((0, line));
            *times += 1;
        }
    }

    /// Hands on the rows of a child.
    fn child(&mut self, take: &mut dyn FnMut(XmlRow)) {
        let groups = std::mem::take(&mut self.groups);
        let none = Group::default();
        let header = groups.iter().find(|group| group.name == "HEADER").unwrap_or(&none);
        let value = |group: &Group, column: Field| {
            let of = |group: &Group| {
                let named = group.values.iter().find(|(name, _)| name == column.name());
                named.map(|(_, value)| value.clone())
            };
            // Every table names the child, and most the date of birth; the XML form does so once.
            of(group).or_else(|| of(header)).unwrap_or_default()
        };
        let mut row = |table: Table, group: &Group| {
            let values = table.columns().iter().map(|column| value(group, *column)).collect();
            take(XmlRow { table, line: group.line, values });
        };
        for group in &groups {
            if let Some((_, table)) = GROUPS.iter().find(|(name, _)| *name == group.name) {
                row(*table, group);
            }
        }
        let given = |columns: &[Field]| columns.iter().any(|column| !value(header, *column).is_empty());
        for (table, own) in [
            (Table::Uasc, &[DUC][..]),
            (Table::Oc3, &[IN_TOUCH, ACTIV, ACCOM]),
            (Table::Ad1, &[DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR]),
        ] {
            if given(own) {
                row(table, header);
            }
        }
    }
}
