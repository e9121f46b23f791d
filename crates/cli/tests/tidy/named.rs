//! What the documents name exists; and the repository stands by itself.

use super::{files, none, root};

fn documents() -> Vec<(String, String)> {
    let mut all = files("docs", ".md");
    all.extend(files("README.md", ".md"));
    all.extend(files("practice", ".md"));
    all
}

#[test]
fn the_documents_are_there() {
    let all = documents();
    for name in ["README.md", "docs/ARCHITECTURE.md", "docs/notation.md"] {
        assert!(all.iter().any(|(path, _)| path == name), "{name} is missing");
    }
    assert!(
        all.iter().any(|(path, _)| path.starts_with("docs/decisions/0001-")),
        "no decision is written down"
    );
}

#[test]
fn every_path_named_in_the_documents_exists() {
    let mut faults = Vec::new();
    for (path, text) in documents() {
        for (at, line) in text.lines().enumerate() {
            for name in paths(line) {
                let beside = root().join(&path).parent().is_some_and(|folder| folder.join(name).exists());
                if !beside && !root().join(name).exists() {
                    faults.push(format!("{path}:{}: there is no {name}", at + 1));
                }
            }
        }
    }
    none(&faults);
}

/// Paths in backticks that begin in one of the repository's folders, and the targets of links within it.
fn paths(line: &str) -> Vec<&str> {
    let begins = ["crates/", "docs/", "practice/", ".ci/"];
    let quoted =
        line.split('`').skip(1).step_by(2).filter(|text| begins.iter().any(|begin| text.starts_with(begin)));
    let linked = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let linked = linked.filter(|target| !target.contains("://") && !target.starts_with(['#', '<']));
    quoted
        .chain(linked)
        .map(|path| path.split('#').next().unwrap_or(path))
        .filter(|path| !path.contains(['{', '*', ' ', '<', '…']) && !path.contains("::") && !path.is_empty())
        .collect()
}

#[test]
fn decisions_are_numbered_without_gaps_and_dated() {
    let decisions = files("docs/decisions", ".md");
    for ((path, text), number) in decisions.iter().zip(1..) {
        assert!(path.starts_with(&format!("docs/decisions/{number:04}-")), "{path} is not number {number}");
        assert!(text.lines().take(5).any(|line| line.starts_with("Date: 20")), "{path} has no date");
    }
}

#[test]
fn nothing_depends_on_where_it_was_written() {
    // Written apart, so that this file does not find itself.
    let never = [concat!("/wo", "rk/"), concat!("helper ", "session")];
    let mut faults = Vec::new();
    let all = ["crates", "docs", "practice", "README.md", ".ci", "Cargo.toml"];
    for (path, text) in all.iter().flat_map(|folder| files(folder, "")) {
        for (at, line) in text.lines().enumerate() {
            if never.iter().any(|word| line.to_lowercase().contains(word)) && !is_an_address(line) {
                faults.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    none(&faults);
}

/// The service's own pages below My work have such addresses too.
fn is_an_address(line: &str) -> bool {
    line.contains(concat!("\"/wo", "rk/"))
}
