//! `onen init`: an empty authority.

use std::path::Path;

use store::desk::Desk;
use store::{Chronology, system_clock};

use crate::authority::{Named, load_practice};
use crate::failure::{Answer, Failure};

pub(crate) fn run(data: &Path, authority: &str, practice: &str) -> Result<Answer, Failure> {
    if authority.trim().is_empty() {
        return Err(Failure("Give the authority a name: --authority NAME".to_owned()));
    }
    load_practice(practice)?;
    // A folder is named from the root, so that the authority opens from wherever it is asked for.
    let practice = match practice::bundled(practice) {
        Some(_) => practice.to_owned(),
        None => std::fs::canonicalize(practice)?.to_string_lossy().into_owned(),
    };
    Chronology::create(data, system_clock())?;
    Desk::open(data, system_clock())?;
    Named { authority: authority.trim().to_owned(), practice, demonstration: false }.write(data)?;
    eprintln!(
        "{} is ready in {}: add the first account with onen account add",
        authority.trim(),
        data.display()
    );
    Ok(Answer::Done)
}
