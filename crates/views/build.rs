//! Names the rules by which the views are made: a digest of every source file that decides what a row holds. Views
//! made by other rules are made anew when they are opened, so a new release never shows the rows of an old one.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

fn main() {
    let mut files = Vec::new();
    for folder in ["src", "../rules/src", "../record/src", "../calendar/src"] {
        println!("cargo:rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files);
    }
    files.sort();
    let mut digest = DefaultHasher::new();
    for file in files {
        digest.write(&std::fs::read(&file).unwrap_or_else(|fault| panic!("{}: {fault}", file.display())));
    }
    println!("cargo:rustc-env=ONEN_RULES={:016x}", digest.finish());
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let listed = std::fs::read_dir(folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    for entry in listed {
        let path = entry.expect("a folder's entry can be read").path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}
