//! `onen backup` and `onen restore`: a consistent copy while running, and back from it.

use std::path::Path;

use serde_json::json;
use store::Kept;

use crate::authority::Named;
use crate::failure::{Answer, Failure};
use crate::output::say;

/// Copies the authority into a folder that holds none yet, and verifies the copy.
pub(crate) fn backup(data: &Path, to: &Path, json: bool) -> Result<Answer, Failure> {
    let named = Named::read(data)?;
    let kept = store::backup(data, to)?;
    named.write(to)?;
    copy_files(data, to)?;
    say(&kept, to, json);
    Ok(Answer::Done)
}

/// Makes an authority's folder from a backup, and verifies it.
pub(crate) fn restore(data: &Path, from: &Path, json: bool) -> Result<Answer, Failure> {
    let named = Named::read(from)?;
    let kept = store::restore(from, data)?;
    named.write(data)?;
    copy_files(from, data)?;
    say(&kept, data, json);
    Ok(Answer::Done)
}

/// Drawings, photographs and documents: named by what is in them, so a copy never needs to be changed.
fn copy_files(from: &Path, to: &Path) -> Result<(), Failure> {
    let source = from.join("files");
    if !source.is_dir() {
        return Ok(());
    }
    let target = to.join("files");
    std::fs::create_dir_all(&target)?;
    for entry in std::fs::read_dir(source)? {
        let path = entry?.path();
        if let Some(name) =
            path.file_name().filter(|_| path.extension().is_none_or(|ending| ending != "part"))
        {
            std::fs::copy(&path, target.join(name))?;
        }
    }
    Ok(())
}

fn say(kept: &Kept, folder: &Path, json: bool) {
    let (number, entries) = (kept.verified.head.number, kept.verified.entries);
    if json {
        say!(
            "{}",
            json!({ "folder": folder, "recordings": number, "entries": entries, "seal": kept.verified.head.seal })
        );
    } else {
        say!("{}: {number} recordings, {entries} entries, verified", folder.display());
    }
}
