//! The house's own rules, read from its files: which way the crates face, how long things may be, what must be
//! cited, and that what the documents name exists.

mod arrows;
mod coverage;
mod law;
mod named;
mod sizes;

use std::path::{Path, PathBuf};

/// The repository's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// Every file under a folder of the repository whose name ends so, by its path within it.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut waiting = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(next) = waiting.pop() {
        if next.is_file() {
            let name = next.strip_prefix(root()).expect("within it").to_string_lossy().replace('\\', "/");
            if name.ends_with(ending) {
                let bytes = std::fs::read(&next).expect("it reads");
                found.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        } else if next.is_dir() && next.file_name().is_none_or(|name| name != "target") {
            waiting.extend(
                std::fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path()),
            );
        }
    }
    found.sort();
    found
}

/// Fails with every fault, one a line.
#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
