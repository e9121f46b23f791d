//! A consistent copy while running, and back from it.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::{Chronology, OpenFault, Verified, schema};

/// What a backup or a restoration kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The chronology of the copy, as verified.
    pub verified: Verified,
    /// The files made.
    pub files: Vec<PathBuf>,
}

impl Chronology {
    /// As [`backup`], of this chronology's own folder.
    pub fn backup(&self, to: &Path) -> Result<Kept, OpenFault> {
        let folder = self.inner.path.parent().unwrap_or(Path::new("."));
        backup(folder, to)
    }
}

/// Copies an authority's files into the folder `to`, which must hold none yet, as they stand at one moment;
/// writing goes on meanwhile. The copy is then verified, and is not left behind if it fails.
pub fn backup(folder: &Path, to: &Path) -> Result<Kept, OpenFault> {
    copy_all(folder, to)
}

/// Makes the folder `into`, which must be empty or absent, from a backup (its folder, or the chronology's
/// file alone), and verifies what was made.
pub fn restore(from: &Path, into: &Path) -> Result<Kept, OpenFault> {
    if into.exists() && std::fs::read_dir(into)?.next().is_some() {
        let shown = into.display();
        return Err(OpenFault::Present(format!("{shown} is not empty: restore into a new folder")));
    }
    copy_all(from, into)
}

fn copy_all(from: &Path, to: &Path) -> Result<Kept, OpenFault> {
    let chronology = if from.is_file() { from.to_owned() } else { from.join(schema::FILE) };
    if !chronology.is_file() {
        return Err(OpenFault::Missing(format!("{} holds no record", from.display())));
    }
    let mut sources = vec![(chronology, schema::FILE)];
    let desk = from.join(crate::desk::FILE);
    if desk.is_file() {
        sources.push((desk, crate::desk::FILE));
    }
    std::fs::create_dir_all(to)?;
    for (_, name) in &sources {
        if to.join(name).exists() {
            return Err(OpenFault::Present(format!("{} already holds a record", to.display())));
        }
    }
    let mut files = Vec::new();
    for (source, name) in &sources {
        let partial = to.join(format!("{name}.partial"));
        copy(source, &partial)?;
        std::fs::rename(&partial, to.join(name))?;
        files.push(to.join(name));
    }
    File::open(to)?.sync_all()?;
    let verified = Chronology::open_for_reading(to)?.verify(&mut |_, _| ()).map_err(|unsound| {
        files.iter().for_each(|file| drop(std::fs::remove_file(file)));
        OpenFault::Fault(format!("the copy is not sound and was not kept: {unsound}"))
    })?;
    Ok(Kept { verified, files })
}

/// All pages in one step: SQLite then holds one snapshot for the whole copy, and nobody waits for it.
fn copy(from: &Path, to: &Path) -> Result<(), OpenFault> {
    let _ = std::fs::remove_file(to);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(from, flags)?;
    source.busy_timeout(std::time::Duration::from_secs(10))?;
    let mut target = Connection::open(to)?;
    let copying = rusqlite::backup::Backup::new(&source, &mut target)?;
    match copying.step(-1)? {
        rusqlite::backup::StepResult::Done => {}
        _ => return Err(OpenFault::Busy(format!("{} could not be read in one go", from.display()))),
    }
    drop(copying);
    drop(target);
    File::open(to)?.sync_all()?;
    Ok(())
}
