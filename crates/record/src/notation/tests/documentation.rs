//! `docs/notation.md`: its examples are read, and its appendix is what the declarations say.

use std::path::PathBuf;

use crate::notation::{appendix, parse};

/// Everything after this line of the documentation is generated.
const MARK: &str = "<!-- Everything below is generated from the declarations; a test keeps it so. -->\n";

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/notation.md")
}

fn documentation() -> String {
    std::fs::read_to_string(path()).expect("docs/notation.md can be read")
}

/// The blocks of the documentation fenced with this word.
fn blocks(text: &str, word: &str) -> Vec<String> {
    let opening = format!("```{word}\n");
    text.split(&opening).skip(1).map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_example_is_read() {
    let text = documentation();
    let examples = blocks(&text, "onen");
    assert!(examples.len() >= 5, "the documentation has lost its examples");
    for example in examples {
        assert!(!parse(&example).unwrap_or_else(|faults| panic!("{faults:#?}\n{example}")).is_empty());
    }
}

#[test]
fn every_wrong_example_is_refused_as_it_says() {
    let text = documentation();
    let wrong = blocks(&text, "onen-wrong");
    assert!(!wrong.is_empty(), "the documentation has lost its wrong examples");
    for example in wrong {
        let said: Vec<String> =
            example.lines().filter_map(|line| line.strip_prefix("# ")).map(str::to_owned).collect();
        let faults: Vec<String> =
            parse(&example).expect_err("it is wrong").iter().map(ToString::to_string).collect();
        assert_eq!(faults, said, "{example}");
    }
}

/// Run with `ONEN_BLESS=1` to rewrite the appendix after an event was declared or changed.
#[test]
fn the_appendix_lists_every_kind_as_declared() {
    let text = documentation();
    let (prose, committed) = text.split_once(MARK).expect("the mark stands before the appendix");
    let declared = format!("\n{}", appendix());
    if std::env::var_os("ONEN_BLESS").is_some() {
        std::fs::write(path(), format!("{prose}{MARK}{declared}")).expect("docs/notation.md can be written");
        return;
    }
    let differs = committed.lines().zip(declared.lines()).find(|(committed, declared)| committed != declared);
    assert!(
        committed == declared,
        "docs/notation.md is out of date (run this test with ONEN_BLESS=1): first difference {differs:?}"
    );
}
