//! A local report: a county's own question in SQL, with a head that names it and what may be asked of it.
//!
//! The SQL is run elsewhere, by whoever holds the views that it reads; here its file is read and checked as far as
//! words alone show. `docs/local-reports.md` shows how one is written.

mod head;
mod parameter;
mod sql;

pub use parameter::{Given, Parameter, ParameterKind, Usual};

use std::collections::BTreeSet;

use crate::fault::mend_name;
use crate::source::Source;

/// A report of the authority's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its id: the file's name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it shows, and of whom, for those who read it.
    pub about: String,
    /// What may be asked of it, in the order of the file.
    pub parameters: Vec<Parameter>,
    /// The whole file, so that its lines are the file's.
    pub sql: String,
    /// The file it was read from, by its path within the layer.
    pub file: String,
    /// Which of the layers given to the loader the file is in, from 0.
    pub layer: usize,
}

impl Report {
    /// The parameter of this name.
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    /// The line on which the SQL first says this word outside comments and words in quotation marks; the SQL's first
    /// line if it never does.
    pub fn line_of_word(&self, word: &str) -> usize {
        let wanted = word.rsplit('.').next().unwrap_or(word);
        let words = sql::words(&self.sql);
        let same = |(name, _): &&(&str, usize)| name.eq_ignore_ascii_case(wanted);
        let at = words.iter().find(same).or(words.first()).map_or(0, |(_, at)| *at);
        self.line_at(at)
    }

    /// The line on which a byte of the file stands, from 1.
    pub fn line_at(&self, offset: usize) -> usize {
        let before = &self.sql.as_bytes()[..offset.min(self.sql.len())];
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

/// Reads a report from `reports/NAME.sql`, as far as it can be read.
pub(crate) fn read_report(source: &Source<'_>) -> Report {
    let id = source.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".sql").to_owned();
    if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        source.fault(
            1,
            format!("“{id}” cannot be the name of a report"),
            "Name the file with small letters, digits and low lines".to_owned(),
        );
    }
    let head = head::read(source);
    if head.title.is_empty() {
        source.fault(
            1,
            "The report has no title".to_owned(),
            "Begin the file with a line -- title: What it is called".to_owned(),
        );
    }
    uses(source, &head.parameters);
    Report {
        id,
        title: head.title,
        about: head.about.join(" "),
        parameters: head.parameters,
        sql: source.text.to_owned(),
        file: source.path.to_owned(),
        layer: source.layer,
    }
}

/// Faults between the head and the SQL: what is asked and never used, what is used and never asked.
fn uses(source: &Source<'_>, parameters: &[Parameter]) {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for mark in sql::marks(source.text) {
        let line = source.line(mark.at);
        match mark.name {
            None => source.fault(
                line,
                format!("“{}” is not how a report names a parameter", mark.said),
                "Write a colon and the parameter's name, as :from".to_owned(),
            ),
            Some(name) => {
                if used.insert(name) && !parameters.iter().any(|parameter| parameter.name == name) {
                    let known = parameters.iter().map(|parameter| parameter.name.as_str());
                    let otherwise = format!("Add a line -- parameter: {name} date \"What it is called\"");
                    source.fault(
                        line,
                        format!("No parameter is named “{name}”"),
                        mend_name(name, known, &otherwise),
                    );
                }
            }
        }
    }
    for parameter in parameters.iter().filter(|parameter| !used.contains(parameter.name.as_str())) {
        source.fault(
            parameter.line,
            format!("The parameter “{}” is never used", parameter.name),
            format!("Use it in the SQL as :{}, or take the line out", parameter.name),
        );
    }
    match sql::words(source.text).first() {
        None => source.fault(
            source.text.lines().count().max(1),
            "The report asks nothing".to_owned(),
            "Write one SELECT below the head".to_owned(),
        ),
        Some((first, at)) if !["select", "with"].contains(&first.to_lowercase().as_str()) => {
            source.fault(
                source.line(*at),
                format!("The report begins with “{first}”"),
                "Write one SELECT: a report only reads".to_owned(),
            );
        }
        Some(_) => {}
    }
    if let Some(at) = sql::second_statement(source.text) {
        source.fault(
            source.line(at),
            "A second statement begins here".to_owned(),
            "Keep one SELECT, and put the other in a report of its own".to_owned(),
        );
    }
}
