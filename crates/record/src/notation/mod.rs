//! The notation: recordings as plain text, read and written.
//!
//! The same lines are a fixture in a test, the input of `onen record`, the output of `onen show`, an example
//! in the documentation and a bug report. `docs/notation.md` describes it in full.
//!
//! ```
//! let noted = record::notation::parse("
//! recording by hannah-pascoe as social_worker
//!   2026-03-18 15:30 morwenna-nance visit.made
//!     seen: yes
//! ").unwrap();
//! assert_eq!(noted[0].draft.entries[0].kind, "visit.made");
//! ```

use chronology::{Body, Draft, EntryId, RecordingNumber};
use jiff::Timestamp;
use serde_json::Value;

mod appendix;
mod fixture;
mod heading;
mod lines;
mod moment;
mod parse;
mod read;
mod scalar;
mod shape;
mod tree;
mod values;
mod write;

#[cfg(test)]
mod tests;

pub use appendix::appendix;
pub use fixture::{fixture, fixture_of, fixture_recordings};
pub use parse::parse;
pub use write::{write, write_person};

/// A recording as it was noted in a file, ready to be appended.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    /// What to record. References by label are numbered as though the file's first recording were to become
    /// number 1 of the chronology; [`resolve`] gives them their real numbers.
    pub draft: Draft,
    /// When it was recorded, if the file says.
    pub at: Option<Timestamp>,
    /// The line it begins on, from 1.
    pub line: usize,
    /// The line that each entry begins on, from 1, for faults found after reading.
    pub entry_lines: Vec<usize>,
    references: Vec<Reference>,
}

/// A field that names an entry by its label.
#[derive(Clone, Debug, PartialEq)]
struct Reference {
    /// The place in the draft of the entry holding the field; `None`: the shared words.
    entry: Option<usize>,
    /// The way to the field in the body.
    path: Vec<String>,
    /// The place in the file of the recording named, from 0.
    recording: usize,
    /// The place in that recording of the entry named.
    index: u16,
}

/// What is wrong with one line of the notation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The field at fault, if it is one field.
    pub field: Option<String>,
    /// What is wrong, in one plain sentence.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for Fault {}

impl Noted {
    /// The draft with its references by label resolved, given the number that the recording at each place
    /// in the file (from 0, this one included) has or will have in the chronology.
    pub fn numbered(&self, number_of: impl Fn(usize) -> RecordingNumber) -> Draft {
        let mut draft = self.draft.clone();
        for reference in &self.references {
            let id = EntryId { recording: number_of(reference.recording), index: reference.index };
            let body = match reference.entry {
                Some(entry) => &mut draft.entries[entry].body,
                None => &mut draft.shared,
            };
            if let Some(value) = at_path(body, &reference.path) {
                *value = Value::String(id.to_string());
            }
        }
        draft
    }
}

/// The drafts of a file that is appended whole, in order: its first recording becomes number `first`.
pub fn resolve(noted: &[Noted], first: RecordingNumber) -> Vec<Draft> {
    noted.iter().map(|one| one.numbered(|place| RecordingNumber(first.0 + place as u64))).collect()
}

fn at_path<'a>(body: &'a mut Body, path: &[String]) -> Option<&'a mut Value> {
    let (first, rest) = path.split_first()?;
    rest.iter().try_fold(body.get_mut(first)?, |value, step| match value {
        Value::Object(map) => map.get_mut(step),
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    })
}
