//! The head of a report: the lines of comment above its SQL.

use super::parameter::{Parameter, read_parameter};
use crate::fault::mend_name;
use crate::source::Source;

/// What a head may say.
const KNOWN: [&str; 3] = ["title", "about", "parameter"];

/// What a head says.
#[derive(Default)]
pub(super) struct Head {
    pub(super) title: String,
    pub(super) about: Vec<String>,
    pub(super) parameters: Vec<Parameter>,
}

/// Reads the head. A comment in it that does not begin with one word and a colon is the author's own.
pub(super) fn read(source: &Source<'_>) -> Head {
    let mut head = Head::default();
    for (at, line) in source.text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let Some(said) = line.strip_prefix("--") else { break };
        let Some((name, value)) = said.trim().split_once(':') else { continue };
        let (name, value, number) = (name.trim(), value.trim(), at + 1);
        if name.is_empty() || name.contains(char::is_whitespace) {
            continue;
        }
        match name {
            "title" | "about" | "parameter" if value.is_empty() => source.fault(
                number,
                format!("“{name}” is empty"),
                "Write it, or take the line out".to_owned(),
            ),
            "title" if !head.title.is_empty() => source.fault(
                number,
                "The report has a second title".to_owned(),
                "Keep one of the two lines".to_owned(),
            ),
            "title" => head.title = value.to_owned(),
            "about" => head.about.push(value.to_owned()),
            "parameter" => parameter(source, number, value, &mut head.parameters),
            _ => source.fault(
                number,
                format!("“{name}” is not known here"),
                mend_name(name, KNOWN, "Use one of title, about, parameter; or leave out the colon"),
            ),
        }
    }
    head
}

fn parameter(source: &Source<'_>, line: usize, said: &str, parameters: &mut Vec<Parameter>) {
    match read_parameter(said, line) {
        Ok(read) if parameters.iter().any(|known| known.name == read.name) => source.fault(
            line,
            format!("A second parameter is named “{}”", read.name),
            "Give each parameter a name of its own".to_owned(),
        ),
        Ok(read) => parameters.push(read),
        Err((message, mend)) => source.fault(line, message, mend),
    }
}
