//! What is written about the indicators is so: the worked example, the files named, the list of those done.

use std::path::{Path, PathBuf};

use rules::indicators::INDICATORS;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

#[test]
fn the_worked_example_is_the_file_itself() {
    let text = read("docs/adding-an-indicator.md");
    let shown = text.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let file = "crates/rules/src/indicators/decisions_with_reason_and_history.rs";
    assert!(text.contains(file));
    assert_eq!(shown, read(file), "copy {file} into docs/adding-an-indicator.md again");
}

#[test]
fn every_file_it_names_exists() {
    let text = read("docs/adding-an-indicator.md");
    let named = text.split('`').filter(|word| {
        !word.contains(char::is_whitespace) && (word.starts_with("crates/") || word.starts_with("docs/"))
    });
    let named: Vec<&str> = named.collect();
    assert!(named.len() > 10, "{named:?}");
    for path in named {
        assert!(root().join(path).exists(), "docs/adding-an-indicator.md names {path}");
    }
}

/// The list may hold figures made elsewhere too (of the workforce, of reference data); it holds every one made
/// here, each with a page, a command and a test that is there.
#[test]
fn every_indicator_is_on_the_list_of_measures_done() {
    let text = read("docs/coverage/measures.csv");
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    for indicator in INDICATORS {
        let mut mine = rows.iter().filter(|row| row[0] == indicator.id);
        let Some(row) = mine.next() else { panic!("{} is not in docs/coverage/measures.csv", indicator.id) };
        assert!(mine.next().is_none(), "{} is there twice", indicator.id);
        assert_eq!(row[1], format!("/performance/{}", indicator.id));
        assert_eq!(row[2], format!("onen indicator {}", indicator.id));
        let (file, test) =
            row[3].split_once("::").unwrap_or_else(|| panic!("{}: file and test", indicator.id));
        assert!(read(file).contains(&format!("fn {test}(")), "{}: {file} has no {test}", indicator.id);
    }
}
