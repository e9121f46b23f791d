//! The lines of a text, with their indentation; blank lines and comments skipped.

use super::Fault;

/// The deepest indentation that means anything, in spaces.
const INDENT_MAX: usize = 20;

/// Everything found wrong so far.
#[derive(Default)]
pub(super) struct Faults(pub(super) Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, line: usize, field: Option<&str>, message: impl Into<String>) {
        self.0.push(Fault { line, field: field.map(str::to_owned), message: message.into() });
    }
}

/// A line that says something.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// How many spaces it is indented.
    pub(super) indent: usize,
    /// What follows the indentation, without space at the end.
    pub(super) text: &'a str,
}

/// A place in a text.
pub(super) struct Lines<'a> {
    lines: Vec<&'a str>,
    at: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
        Self { lines, at: 0 }
    }

    /// The next line that says something, not yet taken. Lines whose indentation means nothing are faults
    /// and are passed over.
    pub(super) fn peek(&mut self, faults: &mut Faults) -> Option<Line<'a>> {
        while let Some(line) = self.lines.get(self.at) {
            let number = self.at + 1;
            let indent = indentation(line);
            let text = line[indent..].trim_end_matches([' ', '\t']);
            if text.trim().is_empty() || text.starts_with('#') {
                self.at += 1;
                continue;
            }
            let message = if text.starts_with('\t') {
                "This line is indented with a tab: use two spaces for each step".to_owned()
            } else if !indent.is_multiple_of(2) {
                format!("This line is indented by {indent} spaces: use two spaces for each step")
            } else if indent > INDENT_MAX {
                format!("This line is indented by {indent} spaces: nothing stands so deep")
            } else {
                return Some(Line { number, indent, text });
            };
            faults.add(number, None, message);
            self.at += 1;
        }
        None
    }

    /// Takes the line last peeked at.
    pub(super) fn take(&mut self) {
        self.at += 1;
    }

    /// Takes every line indented deeper than `indent`.
    pub(super) fn skip_deeper(&mut self, indent: usize) {
        while self.lines.get(self.at).is_some_and(|line| blank(line) || indentation(line) > indent) {
            self.at += 1;
        }
    }

    /// Takes a block of text whose lines are indented by `base` spaces: kept as they are, without blank
    /// lines at the end.
    pub(super) fn block(&mut self, base: usize) -> String {
        let mut kept: Vec<&str> = Vec::new();
        while let Some(line) = self.lines.get(self.at) {
            if indentation(line) >= base {
                kept.push(&line[base..]);
            } else if blank(line) {
                kept.push("");
            } else {
                break;
            }
            self.at += 1;
        }
        while kept.last().is_some_and(|line| line.trim().is_empty()) {
            kept.pop();
        }
        kept.join("\n")
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn blank(line: &str) -> bool {
    line.trim().is_empty()
}
