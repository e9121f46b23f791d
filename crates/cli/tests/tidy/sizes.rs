//! A limit on everything: 400 lines a file, 70 lines a function.

use super::{files, none};

const FILE_LINES_MAX: usize = 400;
const FUNCTION_LINES_MAX: usize = 70;

/// What may be longer, and why. An ending of a path, or a path and a function.
const LONGER: &[(&str, &str)] = &[
    ("samples.rs", "the data that a page is drawn with, as one literal"),
    ("crates/views/src/matching/tests.rs pairs_that_are_one_person", "a table of pairs"),
    ("crates/cli/tests/browser/journey.rs", "one journey, clicked in order from the call to the plan"),
    ("crates/cli/tests/browser/journey.rs whole", "the same"),
];

fn may_be_longer(what: &str) -> bool {
    LONGER.iter().any(|(exception, _)| covers(exception, what))
}

/// Whether an exception is of a file or function; one of every `samples.rs` is of the functions in it.
fn covers(exception: &str, what: &str) -> bool {
    what == exception || what.split(' ').next().is_some_and(|path| path.ends_with(&format!("/{exception}")))
}

/// Every file and function over its limit: `path` or `path function`, with its length.
fn long() -> Vec<(String, usize)> {
    let mut long = Vec::new();
    for (path, text) in files("crates", ".rs") {
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() > FILE_LINES_MAX {
            long.push((path.clone(), lines.len()));
        }
        for (at, line) in lines.iter().enumerate() {
            let Some(name) = function(line) else { continue };
            let indent = &line[..line.len() - line.trim_start().len()];
            let closing = format!("{indent}}}");
            // A body in braces ends at the same depth; a declaration has none.
            let declared = lines[at..].iter().find(|later| later.ends_with(';') || later.ends_with('{'));
            let bodiless = declared.is_some_and(|line| line.ends_with(';'));
            let end = lines[at..].iter().position(|later| *later == closing).filter(|_| !bodiless);
            if let Some(length) = end.map(|end| end + 1).filter(|length| *length > FUNCTION_LINES_MAX) {
                long.push((format!("{path} {name}"), length));
            }
        }
    }
    long
}

#[test]
fn files_and_functions_are_short() {
    let over = long().into_iter().filter(|(what, _)| !may_be_longer(what));
    none(&over.map(|(what, length)| format!("{what}: {length} lines")).collect::<Vec<_>>());
}

/// The name of the function that a line begins.
fn function(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    for word in ["pub(crate) ", "pub(super) ", "pub ", "const ", "async "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let rest = rest.strip_prefix("fn ")?;
    rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()
}

#[test]
fn every_exception_is_still_needed() {
    let long = long();
    for (exception, why) in LONGER {
        let needed = long.iter().any(|(what, _)| covers(exception, what));
        assert!(needed && !why.is_empty(), "{exception} is not long any more");
    }
}

#[test]
fn nothing_is_left_for_later() {
    // Written apart, so that this file does not find itself.
    let left = [
        concat!("to", "do!"),
        concat!("unimpl", "emented!"),
        concat!("#[ig", "nore"),
        concat!("#[should_", "panic"),
    ];
    let mut faults = Vec::new();
    for (path, text) in files("crates", ".rs") {
        for (at, line) in text.lines().enumerate() {
            if left.iter().any(|word| line.contains(word)) && !line.trim_start().starts_with("//") {
                faults.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    none(&faults);
}
