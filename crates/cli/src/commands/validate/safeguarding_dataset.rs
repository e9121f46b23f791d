//! `onen validate safeguarding-dataset`: the standard safeguarding dataset.

use std::io::Read;
use std::path::PathBuf;

use returns::fault::Report;
use returns::safeguarding_dataset::{Folder, validate};

use super::{Asked, Outcome, files};
use crate::failure::Failure;

/// The files of a folder, by name.
struct Files(Vec<(String, PathBuf)>);

impl Folder for Files {
    fn names(&self) -> Vec<String> {
        self.0.iter().map(|(name, _)| name.clone()).collect()
    }

    fn open(&self, name: &str) -> std::io::Result<Box<dyn Read + '_>> {
        let path = self.0.iter().find(|(known, _)| known == name).map(|(_, path)| path);
        let path = path.ok_or(std::io::ErrorKind::NotFound)?;
        Ok(Box::new(std::fs::File::open(path)?))
    }
}

pub(super) fn check(asked: &Asked, report: &mut dyn Report) -> Result<Outcome, Failure> {
    let found = files(&asked.path, &["csv", "txt"])?;
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let folder = Files(found.into_iter().filter_map(|path| Some((name(&path)?, path))).collect());
    let summary =
        validate(&folder, report).map_err(|why| Failure(format!("{}: {why}", asked.path.display())))?;
    Ok(Outcome {
        what: format!("standard safeguarding dataset: {} tables, {} rows", summary.tables, summary.rows),
        faults: summary.faults,
        checked: summary.checked,
        not_checked: summary.not_checked,
        unread: None,
    })
}
