//! What `docs/coverage/` claims is proven by tests that exist.

use std::collections::BTreeSet;

use super::{files, none, root};

#[test]
fn every_test_named_in_the_coverage_exists() {
    let mut faults = Vec::new();
    let tables = files("docs/coverage", ".csv");
    assert!(tables.len() >= 4, "systems, failings, measures and timescales");
    for (path, text) in &tables {
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let headers = rows.headers().expect("headers").clone();
        let column = headers.iter().position(|name| name == "test").expect("a column for tests");
        for (at, row) in rows.records().enumerate() {
            let row = row.expect("a row");
            let line = at + 2;
            if row.iter().any(|cell| cell.trim().is_empty()) {
                faults.push(format!("{path}:{line}: an empty cell"));
            }
            for test in row[column].split_whitespace() {
                if !there(test) {
                    faults.push(format!("{path}:{line}: there is no test {test}"));
                }
            }
        }
    }
    none(&faults);
}

/// Whether `FILE::NAME` names a test that is run.
fn there(test: &str) -> bool {
    let Some((file, name)) = test.rsplit_once("::") else { return false };
    let text = std::fs::read_to_string(root().join(file)).unwrap_or_default();
    let Some(before) = text.split(&format!("fn {name}(")).next().filter(|before| before.len() < text.len())
    else {
        return false;
    };
    let attributes = before.lines().rev().take(6).collect::<Vec<_>>().join("\n");
    attributes.contains("#[test]") || attributes.contains("::test]")
}

#[test]
fn a_failing_is_proven_by_tests_that_carry_its_number() {
    let mut faults = Vec::new();
    for row in table("docs/coverage/failings.csv") {
        let number = row["id"].to_lowercase();
        if !row["test"]
            .split_whitespace()
            .all(|test| test.contains(&format!("::{number}_")) || test.contains(&format!("_{number}_")))
        {
            faults.push(format!("{}: {}", row["id"], row["test"]));
        }
    }
    none(&faults);
}

#[test]
fn rows_are_told_apart() {
    for (path, text) in files("docs/coverage", ".csv") {
        let mut seen = BTreeSet::new();
        for id in text.lines().skip(1).filter_map(|line| line.split(',').next()) {
            assert!(seen.insert(id), "{path}: {id} twice");
        }
    }
}

fn table(path: &str) -> Vec<std::collections::HashMap<String, String>> {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn every_page_and_command_named_in_the_coverage_exists() {
    let sources = files("crates/web/src", ".rs");
    let routed = |path: &str| sources.iter().any(|(_, text)| text.contains(&format!("\"{path}\"")));
    let forms = files("practice", ".toml");
    let commands = files("crates/cli/src/main.rs", ".rs").remove(0).1;
    let mut faults = Vec::new();
    for table_of in ["systems", "failings"] {
        for row in table(&format!("docs/coverage/{table_of}.csv")) {
            let (id, page, command) = (&row["id"], row["page"].as_str(), row["command"].as_str());
            let there = match page.rsplit_once('/').unwrap_or_default() {
                ("/forms", form) => {
                    forms.iter().any(|(path, _)| path.ends_with(&format!("/forms/{form}.toml")))
                }
                ("/lists", name) => routed(name),
                ("/performance", indicator) => rules::indicators::indicator(indicator).is_some(),
                _ => routed(page),
            };
            if !there {
                faults.push(format!("{id}: there is no page {page}"));
            }
            let mut words = command.split(' ').skip(1);
            let name = words.next().unwrap_or_default();
            let known = commands.contains(&format!("commands::{name}::"));
            let figure = name != "indicator" || words.next().and_then(rules::indicators::indicator).is_some();
            if !known || !figure {
                faults.push(format!("{id}: there is no command {command}"));
            }
        }
    }
    none(&faults);
}
