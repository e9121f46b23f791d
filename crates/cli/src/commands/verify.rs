//! `onen verify`: seals, invariants, and the views against a rebuild.

use std::path::Path;

use serde_json::json;
use views::Views;

use crate::authority::{Authority, threads};
use crate::failure::{Answer, Failure};
use crate::output::say;
use crate::progress::Progress;

pub(crate) fn run(data: &Path, json: bool) -> Result<Answer, Failure> {
    let authority = Authority::open_for_reading(data)?;
    let mut progress = Progress::of("checking recordings");
    let verified = match authority.chronology.verify(&mut |done, all| progress.told(done, all)) {
        Ok(verified) => verified,
        Err(unsound) => {
            if json {
                say!("{}", json!({ "sound": false, "because": unsound.to_string() }));
            } else {
                say!("{unsound}");
            }
            return Ok(Answer::No);
        }
    };
    let differs = views_differ(data, &authority)?;
    if json {
        say!(
            "{}",
            json!({ "sound": differs.is_none(), "recordings": verified.head.number, "entries": verified.entries, "disposed": verified.disposed,
                "seal": verified.head.seal, "because": differs })
        );
    } else if let Some(differs) = &differs {
        say!("{differs}");
    } else {
        say!(
            "Sound: {} recordings, {} entries, last seal {}",
            verified.head.number,
            verified.entries,
            verified.head.seal
        );
    }
    Ok(if differs.is_some() { Answer::No } else { Answer::Done })
}

/// Where the views differ from a rebuild, in a sentence naming the table; `None` if they are equal.
fn views_differ(data: &Path, authority: &Authority) -> Result<Option<String>, Failure> {
    let path = data.join("views.sqlite");
    if !path.exists() {
        return Ok(None);
    }
    authority.views(data)?;
    // Beside the record, and so under the same protection.
    let fresh = tempfile::tempdir_in(data)?;
    let mut progress = Progress::of("folding people to compare");
    let told = &mut |done, all| progress.told(done, all);
    Views::rebuild(fresh.path(), &authority.chronology, authority.practice.settings(), threads(), told)?;
    Ok(views::difference(&path, &fresh.path().join("views.sqlite"))?)
}
