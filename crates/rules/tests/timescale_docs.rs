//! The documentation of timescales says what the code says.

use std::path::{Path, PathBuf};

use rules::timescales::TIMESCALES;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

#[test]
fn the_worked_example_of_adding_one_is_the_real_file() {
    let page = read("docs/adding-a-timescale.md");
    let (_, block) = page.split_once("```rust\n").expect("a block of code");
    let (block, _) = block.split_once("```\n").expect("the end of the block");
    let file = read("crates/rules/src/timescales/chronology_review.rs");
    assert_eq!(block, file, "copy chronology_review.rs into docs/adding-a-timescale.md");
}

#[test]
fn what_the_page_names_exists() {
    let page = read("docs/adding-a-timescale.md");
    let named = page.split('`').skip(1).step_by(2).filter(|word| word.contains('/') && !word.contains('\n'));
    let missing: Vec<&str> = named.filter(|path| !root().join(path).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_coverage_list_has_a_row_and_a_real_test_for_every_timescale() {
    let list = read("docs/coverage/timescales.csv");
    let mut rows = list.lines();
    assert_eq!(rows.next(), Some("id,title,command,test"));
    let rows: Vec<Vec<String>> = rows.map(cells).collect();
    let listed: Vec<(&str, &str)> = rows.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    let declared: Vec<(&str, &str)> = TIMESCALES.iter().map(|t| (t.id, t.title)).collect();
    assert_eq!(listed, declared);
    for row in &rows {
        assert_eq!((row.len(), row[2].as_str()), (4, "onen due"), "{row:?}");
        let (file, test) = row[3].split_once("::").expect("path::name");
        assert!(read(file).contains(&format!("fn {test}(")), "{} names a test that is not there", row[0]);
    }
}

/// The cells of a line, some of them in quotation marks.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().expect("there is always a cell").push(letter),
        }
    }
    cells
}
