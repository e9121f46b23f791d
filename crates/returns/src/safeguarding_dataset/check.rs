//! Running the rules over the files of a folder.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use super::reading::{File, Rows, identify};
use super::rule::{Check, Rule};
use super::rules::RULES;
use super::tables::{Field, REFERRED_TO, TABLES, Table};
use super::{Folder, Summary};
use crate::fault::{Fault, NotChecked, Report};
use crate::ssda903::day;

/// The values of a field that others refer to; in the table of persons with the date of birth.
type Keys = HashMap<Box<str>, Option<Date>>;

/// A check under way.
struct Checking<'r> {
    report: &'r mut dyn Report,
    summary: Summary,
    keys: HashMap<(&'static str, &'static str), Keys>,
    idle: BTreeMap<&'static str, String>,
}

pub(super) fn run(folder: &dyn Folder, report: &mut dyn Report) -> Result<Summary, String> {
    let mut check =
        Checking { report, summary: Summary::default(), keys: HashMap::new(), idle: BTreeMap::new() };
    let files = check.files(folder);
    if files.is_empty() {
        return Err("there is no table of the standard safeguarding dataset here".to_owned());
    }
    for file in &files {
        check.collect(folder, file);
    }
    for file in &files {
        check.columns(file);
        check.table(folder, file);
    }
    Ok(check.finish(&files))
}

/// A row as the rules see it.
struct Row<'v> {
    table: &'static Table,
    number: u64,
    line: u64,
    values: &'v [Cow<'v, str>],
}

impl Checking<'_> {
    /// The files that hold tables, in the order of the specification.
    fn files(&mut self, folder: &dyn Folder) -> Vec<File> {
        let mut files: Vec<File> = Vec::new();
        let mut others = Vec::new();
        for name in folder.names() {
            match identify(folder, &name) {
                Ok(Some(file)) => match files.iter().find(|known| known.table.name == file.table.name) {
                    Some(first) => self.report.notice(format!(
                        "{name} is a second {}; {} was read and this was not.",
                        file.table.name, first.name
                    )),
                    None => files.push(file),
                },
                Ok(None) => others.push(name),
                Err(why) => self.report.notice(format!("{why}.")),
            }
        }
        if !others.is_empty() {
            self.report.notice(format!("Files that are no table of the dataset: {}.", others.join(", ")));
        }
        let missing: Vec<&str> = TABLES
            .iter()
            .map(|table| table.name)
            .filter(|name| !files.iter().any(|file| file.table.name == *name))
            .collect();
        if !missing.is_empty() && !files.is_empty() {
            self.report.notice(format!("There is no file of {}.", missing.join(", ")));
            self.missing(&missing);
        }
        files.sort_by_key(|file| TABLES.iter().position(|table| table.name == file.table.name));
        files
    }

    /// The rules that cannot run over the whole for want of a table. Those about rows and values run over the tables
    /// that are there.
    fn missing(&mut self, missing: &[&str]) {
        let referred_to: Vec<&str> =
            missing.iter().copied().filter(|name| REFERRED_TO.contains_key(name)).collect();
        for rule in RULES {
            let why = match rule.check {
                Check::Columns => Some(format!("Tables are not there: {}.", missing.join(", "))),
                Check::Refers { .. } if !referred_to.is_empty() => {
                    Some(format!("Tables that others refer to are not there: {}.", referred_to.join(", ")))
                }
                Check::Order(table, ..) | Check::Born(table, _) if missing.contains(&table) => {
                    Some(format!("There is no table {table}."))
                }
                _ => None,
            };
            if let Some(why) = why {
                self.idle.insert(rule.code, why);
            }
        }
    }

    /// The values that others refer to.
    fn collect(&mut self, folder: &dyn Folder, file: &File) {
        let Some(fields) = REFERRED_TO.get(file.table.name) else { return };
        let mut places: Vec<Option<usize>> =
            fields.iter().map(|field| file.table.place(field).and_then(|at| file.places[at])).collect();
        // A file that lacks the column cannot say what refers to nothing.
        let there: Vec<bool> = places.iter().map(Option::is_some).collect();
        places.push(file.table.place("pers_dob").and_then(|at| file.places[at]));
        let Ok(mut rows) = Rows::open(folder, &file.name) else { return };
        let mut sets: Vec<Keys> = fields.iter().map(|_| Keys::new()).collect();
        while let Ok(Some(_)) = rows.next() {
            let values = rows.values(&places);
            let born = values.last().and_then(|text| day(text));
            for (set, value) in sets.iter_mut().zip(&values) {
                if !value.is_empty() && !set.contains_key(value.as_ref()) {
                    set.insert(value.as_ref().into(), born);
                }
            }
        }
        for ((field, set), _) in fields.iter().zip(sets).zip(there).filter(|(_, there)| *there) {
            self.keys.insert((file.table.name, field), set);
        }
    }

    /// Says what is odd about the columns.
    fn columns(&mut self, file: &File) {
        let File { name, table, extra, .. } = file;
        if !extra.is_empty() {
            self.report.notice(format!(
                "{name} has columns that {} does not: {}.",
                table.name,
                extra.join(", ")
            ));
        }
        let lacking: Vec<&Field> = table
            .fields
            .iter()
            .zip(&file.places)
            .filter(|(_, at)| at.is_none())
            .map(|(field, _)| field)
            .collect();
        for rule in RULES {
            match rule.check {
                Check::Columns => {
                    for field in &lacking {
                        let fault = Fault { line: Some(1), ..fault(rule, table, field, "") };
                        self.tell(fault);
                    }
                }
                Check::Order(of, first, second) if of == table.name => {
                    self.lacks(rule, table, &lacking, &[first, second])
                }
                Check::Born(of, first) if of == table.name => {
                    let person = table.person.map_or("", |at| table.fields[at].name);
                    self.lacks(rule, table, &lacking, &[first, person]);
                }
                Check::Born(..) if table.name == "ssd_person" => {
                    self.lacks(rule, table, &lacking, &["pers_person_id", "pers_dob"]);
                }
                Check::Refers { .. } => {
                    let asked = REFERRED_TO.get(table.name).map_or(&[][..], Vec::as_slice);
                    self.lacks(rule, table, &lacking, asked);
                }
                _ => {}
            }
        }
    }

    fn lacks(&mut self, rule: &Rule, table: &Table, lacking: &[&Field], asked: &[&str]) {
        if let Some(field) = lacking.iter().find(|field| asked.contains(&field.name)) {
            self.idle
                .entry(rule.code)
                .or_insert_with(|| format!("{} has no column {}.", table.name, field.name));
        }
    }

    fn table(&mut self, folder: &dyn Folder, file: &File) {
        let table = file.table;
        self.summary.tables += 1;
        let mut rows = match Rows::open(folder, &file.name) {
            Ok(rows) => rows,
            Err(why) => return self.stopped(&why),
        };
        let mut seen: Vec<HashSet<Box<str>>> = table.fields.iter().map(|_| HashSet::new()).collect();
        loop {
            let (number, line) = match rows.next() {
                Ok(Some(at)) => at,
                Ok(None) => break,
                Err(why) => {
                    self.stopped(&format!("{} cannot be read to its end: {why}", file.name));
                    break;
                }
            };
            self.summary.rows += 1;
            let whole = rows.width() == file.width;
            let values = rows.values(&file.places);
            let row = Row { table, number, line, values: &values };
            if !whole {
                self.of_kind(&row, |check| matches!(check, Check::Width), 0);
            }
            for (at, seen) in seen.iter_mut().enumerate().filter(|(at, _)| file.places[*at].is_some()) {
                self.value(&row, at, seen);
            }
            self.days(&row);
        }
        for (count, what) in [
            (rows.nothings, "values NULL or PLACEHOLDER_DATA, which were read as blank"),
            (rows.not_utf_8, "values that are not UTF-8, which were read as Windows-1252"),
        ] {
            if count > 0 {
                self.report.notice(format!("{} has {what} ({count}).", file.name));
            }
        }
    }

    /// A file that cannot be read to its end leaves every rule unfinished.
    fn stopped(&mut self, why: &str) {
        self.report.notice(format!("{why}."));
        for rule in RULES {
            self.idle.insert(rule.code, format!("{why}."));
        }
    }

    fn of_kind(&mut self, row: &Row<'_>, kind: fn(&Check) -> bool, at: usize) {
        for rule in RULES.iter().filter(|rule| kind(&rule.check)) {
            self.tell(of_value(rule, row, at));
        }
    }

    /// The rules about one value.
    fn value(&mut self, row: &Row<'_>, at: usize, seen: &mut HashSet<Box<str>>) {
        let field = &row.table.fields[at];
        let value = row.values[at].as_ref();
        for rule in RULES {
            if let Check::Value(wrong) = rule.check
                && wrong(field, value)
            {
                self.tell(of_value(rule, row, at));
            }
        }
        if value.is_empty() {
            return;
        }
        if field.key || field.once {
            if seen.contains(value) {
                let kind: fn(&Check) -> bool = if field.key {
                    |check| matches!(check, Check::Key)
                } else {
                    |check| matches!(check, Check::Once)
                };
                self.of_kind(row, kind, at);
            } else {
                seen.insert(value.into());
            }
        }
        let Some(keys) = field.refers_to.and_then(|target| self.keys.get(&target)) else { return };
        if !keys.contains_key(value) {
            let kind: fn(&Check) -> bool = if field.implied {
                |check| matches!(check, Check::Refers { implied: true })
            } else {
                |check| matches!(check, Check::Refers { implied: false })
            };
            self.of_kind(row, kind, at);
        }
    }

    /// The rules about the order of days.
    fn days(&mut self, row: &Row<'_>) {
        let of = |name: &str| {
            let at = row.table.place(name)?;
            day(&row.values[at]).map(|day| (at, day))
        };
        for rule in RULES {
            let wrong = match rule.check {
                Check::Order(table, first, second) if table == row.table.name => of(first)
                    .zip(of(second))
                    .filter(|((_, first), (_, second))| first > second)
                    .map(|(_, (at, _))| at),
                Check::Born(table, name) if table == row.table.name => {
                    let person = row.table.person.map_or("", |at| row.values[at].as_ref());
                    let persons = self.keys.get(&("ssd_person", "pers_person_id"));
                    let born = persons.and_then(|persons| persons.get(person).copied().flatten());
                    of(name).zip(born).filter(|((_, day), born)| day < born).map(|((at, _), _)| at)
                }
                _ => None,
            };
            if let Some(at) = wrong {
                self.tell(of_value(rule, row, at));
            }
        }
    }

    fn tell(&mut self, fault: Fault) {
        self.summary.faults += 1;
        self.report.fault(fault);
    }

    fn finish(mut self, files: &[File]) -> Summary {
        let persons = files
            .iter()
            .any(|file| file.table.name == "ssd_person" && file.places.iter().any(Option::is_some));
        for rule in RULES {
            if let Check::Born(..) = rule.check
                && !persons
            {
                self.idle.entry(rule.code).or_insert_with(|| "There is no table ssd_person.".to_owned());
            }
            match self.idle.remove(rule.code) {
                Some(why) => {
                    self.summary.not_checked += 1;
                    self.report.not_checked(NotChecked { rule: rule.code, why });
                }
                None => self.summary.checked += 1,
            }
        }
        self.summary
    }
}

/// A fault of a field.
fn fault(rule: &'static Rule, table: &'static Table, field: &'static Field, value: &str) -> Fault {
    let mend = if rule.code == "D007" {
        Cow::Owned(format!("{}: {}.", rule.mend, field.codes.join(", ")))
    } else {
        Cow::Borrowed(rule.mend)
    };
    Fault {
        rule: rule.code,
        severity: Some(rule.severity),
        table: table.name,
        row: None,
        line: None,
        field: field.name,
        child: String::new(),
        value: value.to_owned(),
        message: Cow::Borrowed(rule.message),
        mend,
    }
}

/// A fault of a value of a row.
fn of_value(rule: &'static Rule, row: &Row<'_>, at: usize) -> Fault {
    let person = row.table.person.map_or("", |at| row.values[at].as_ref());
    Fault {
        row: Some(row.number),
        line: Some(row.line),
        child: person.to_owned(),
        ..fault(rule, row.table, &row.table.fields[at], &row.values[at])
    }
}
