//! Every rule has a source, and no limit in days hides in the code.

use rules::findings::FINDINGS;
use rules::gates::GATES;
use rules::indicators::INDICATORS;
use rules::timescales::TIMESCALES;

use super::{files, none};

fn says_something(text: &str) -> bool {
    text.trim().len() >= 8
}

#[test]
fn every_rule_says_where_it_comes_from() {
    let mut faults = Vec::new();
    for timescale in TIMESCALES {
        if !says_something(timescale.law.source) {
            faults.push(format!("timescale {}: no source", timescale.id));
        }
    }
    for finding in FINDINGS.iter().filter(|finding| !says_something(finding.source)) {
        faults.push(format!("finding {}: no source", finding.id));
    }
    for indicator in INDICATORS.iter().filter(|indicator| !says_something(indicator.source)) {
        faults.push(format!("indicator {}: no source", indicator.id));
    }
    for gate in GATES.iter().filter(|gate| !says_something(gate.asks)) {
        faults.push(format!("gate {}: does not say what it asks", gate.kind));
    }
    none(&faults);
}

#[test]
fn every_timescale_cites_its_law_beside_the_number() {
    let mut faults = Vec::new();
    for (path, text) in files("crates/rules/src/timescales", ".rs") {
        let declares = text.contains(": Timescale = Timescale {");
        if declares && !text.contains("LAW:") && !text.contains("Force::LocalPractice") {
            faults.push(format!("{path}: a limit without its law"));
        }
    }
    none(&faults);
}

/// No notation can write what cannot be read: a test of its own proves it.
const WITHOUT_EXAMPLES: &[&str] = &["unreadable-entry"];

#[test]
fn every_rule_shows_both_sides_in_examples() {
    let mut faults = Vec::new();
    faults.extend(TIMESCALES.iter().filter(|rule| rule.examples.len() < 2).map(|rule| rule.id));
    faults.extend(FINDINGS.iter().filter(|rule| rule.examples.len() < 2).map(|rule| rule.id));
    faults.retain(|id| !WITHOUT_EXAMPLES.contains(id));
    let faults: Vec<String> = faults.iter().map(|id| format!("{id}: fewer than two examples")).collect();
    none(&faults);
}

/// Words that make a number a length of time.
const UNITS: &[&str] = &["day", "week", "month"];
/// Numbers that are no limit: none, the next one, and the age at which childhood ends.
const NO_LIMIT: &[&str] = &["0", "1", "18"];

#[test]
fn no_bare_number_of_days_stands_in_the_rules() {
    let mut faults = Vec::new();
    for (path, text) in files("crates/rules/src", ".rs") {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, line) in without_text(code).lines().enumerate() {
            let declared = ["Within::", "date(", "const "].iter().any(|word| line.contains(word));
            let of_time = UNITS.iter().any(|unit| line.contains(unit));
            if of_time && !declared && numbers(line).any(|number| !NO_LIMIT.contains(&number)) {
                faults.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    none(&faults);
}

/// Whole numbers written in a line, apart from those within names.
fn numbers(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '.');
    let begun = words.filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    begun.filter(|word| word.chars().all(|letter| letter.is_ascii_digit() || letter == '_'))
}

/// Code with its comments and the insides of its strings blanked out, line for line.
fn without_text(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut letters = code.chars().peekable();
    let mut within = false;
    while let Some(letter) = letters.next() {
        match (within, letter) {
            (true, '\\') => drop(letters.next_if(|next| *next != '\n')),
            (_, '"') => within = !within,
            (true, '\n') => out.push('\n'),
            (true, _) => {}
            (false, '\'') => {
                // A character such as '"', or a lifetime.
                let mut ahead = letters.clone();
                if ahead.next().is_some_and(|next| next != '\\') && ahead.next() == Some('\'') {
                    letters.nth(1);
                }
            }
            (false, '/') if letters.peek() == Some(&'/') => {
                while letters.next_if(|next| *next != '\n').is_some() {}
            }
            (false, other) => out.push(other),
        }
    }
    out
}

#[test]
fn text_and_comments_are_not_code() {
    let code =
        "let days = 3; // 14 days\nlet said = \"5 \\\"days\\\" 6\nweeks\"; let quote = '\"'; let week = 2;\n";
    assert_eq!(without_text(code), "let days = 3; \nlet said = \n; let quote = ; let week = 2;\n");
    assert_eq!(numbers("Within::WorkingDays(10) x1 2.5 7").collect::<Vec<_>>(), ["10", "7"]);
}
