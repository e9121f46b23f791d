//! A limit on everything: 400 lines a file, 70 lines a function.

use super::{files, none};

const FILE_LINES_MAX: usize = 400;
const FUNCTION_LINES_MAX: usize = 70;

/// What may be longer, and why. An ending of a path, or a path and a function.
const LONGER: &[(&str, &str)] = &[
    ("samples.rs", "the data that a page is drawn with, as one literal"),
    ("crates/views/src/matching/tests.rs pairs_that_are_one_person", "a table of pairs"),
    ("crates/county/src/personas.rs personas", "a table of people"),
    ("crates/web/tests/journey.rs", "one journey, told in order from the call to the plan"),
    ("crates/web/tests/management_pages.rs", "one county, told once, and what each page makes of it"),
    ("crates/cli/tests/browser/journey.rs", "one journey, clicked in order from the call to the plan"),
    ("crates/cli/tests/browser/journey.rs whole", "the same"),
];

fn may_be_longer(what: &str) -> bool {
    LONGER.iter().any(|(ending, _)| {
        what.ends_with(ending) || what.split(' ').next().is_some_and(|path| path.ends_with(ending))
    })
}

#[test]
fn files_and_functions_are_short() {
    let mut faults = Vec::new();
    for (path, text) in files("crates", ".rs") {
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() > FILE_LINES_MAX && !may_be_longer(&path) {
            faults.push(format!("{path}: {} lines", lines.len()));
        }
        for (at, line) in lines.iter().enumerate() {
            let Some(name) = function(line) else { continue };
            let indent = &line[..line.len() - line.trim_start().len()];
            let closing = format!("{indent}}}");
            // A body in braces ends at the same depth; a declaration has none.
            let ends =
                |(_, later): &(usize, &&str)| **later == closing || later.starts_with(&format!("{closing} "));
            let declared = lines[at..].iter().position(|later| later.ends_with(';') || later.ends_with('{'));
            let bodiless = declared.is_some_and(|step| lines[at + step].ends_with(';'));
            let Some((end, _)) = lines.iter().enumerate().skip(at).find(ends).filter(|_| !bodiless) else {
                continue;
            };
            let length = end - at + 1;
            let what = format!("{path} {name}");
            if length > FUNCTION_LINES_MAX && !may_be_longer(&what) {
                faults.push(format!("{path}:{}: {name} has {length} lines", at + 1));
            }
        }
    }
    none(&faults);
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
    let all = files("crates", ".rs");
    for (what, why) in LONGER {
        let path = what.split(' ').next().unwrap_or_default();
        let function = what.split(' ').nth(1);
        let there = |(name, text): &(String, String)| {
            name.ends_with(path) && function.is_none_or(|function| text.contains(&format!("fn {function}(")))
        };
        assert!(all.iter().any(there) && !why.is_empty(), "{what} is not there any more");
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
