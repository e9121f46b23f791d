//! What is odd about a file without being any rule's fault: a sentence for each kind, however often it comes.

use std::collections::BTreeMap;

use super::child::Oddity;
use crate::fault::Report;

/// How many different sentences are kept; a file with more is another kind of file.
const KINDS_MAX: usize = 200;

/// The sentences to be said.
#[derive(Debug, Default)]
pub(super) struct Notices {
    /// The first line with a byte that is not UTF-8.
    pub(super) not_utf_8: Option<u64>,
    said: Vec<String>,
    /// How often, and first on which line.
    counted: BTreeMap<String, (u64, u64)>,
}

impl Notices {
    pub(super) fn say(&mut self, sentence: String) {
        self.said.push(sentence);
    }

    pub(super) fn odd(&mut self, odd: Oddity<'_>, line: u64) {
        let kind = match odd {
            Oddity::Text(within) => {
                format!("text between the elements of {within}, which was passed over")
            }
            Oddity::NoDay(element) => format!("days in {element} that cannot be read"),
            Oddity::Unknown(within, name) => {
                format!("<{}> within {within}, which the census does not have there", short(name))
            }
            Oddity::Again(within, name) => {
                format!("<{}> a second time within {within}, of which the first counts", short(name))
            }
        };
        self.count(kind, line);
    }

    pub(super) fn unknown(&mut self, within: &'static str, name: &str, line: u64) {
        self.odd(Oddity::Unknown(within, name), line);
    }

    pub(super) fn stray(&mut self, within: &'static str, line: u64) {
        self.odd(Oddity::Text(within), line);
    }

    fn count(&mut self, kind: String, line: u64) {
        if let Some((times, _)) = self.counted.get_mut(&kind) {
            *times += 1;
        } else if self.counted.len() < KINDS_MAX {
            self.counted.insert(kind, (1, line));
        }
    }

    /// Says them all.
    pub(super) fn tell(self, report: &mut dyn Report) {
        if let Some(line) = self.not_utf_8 {
            report.notice(format!("Line {line} is not UTF-8; such letters were read as Windows-1252."));
        }
        self.said.into_iter().for_each(|sentence| report.notice(sentence));
        for (kind, (times, line)) in self.counted {
            report.notice(format!("The file has {kind} ({times}, first on line {line})."));
        }
    }
}

fn short(name: &str) -> String {
    name.chars().take(60).collect()
}
