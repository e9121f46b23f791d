//! `onen rebuild`: the views anew from the chronology.

use std::path::Path;
use std::time::Instant;

use serde_json::json;
use views::Views;

use crate::authority::{Authority, threads};
use crate::failure::{Answer, Failure};
use crate::output::say;
use crate::progress::Progress;

pub(crate) fn run(data: &Path, json: bool) -> Result<Answer, Failure> {
    let authority = Authority::open(data)?;
    let began = Instant::now();
    let mut progress = Progress::of("folding people");
    let told = &mut |done, all| progress.told(done, all);
    let rebuilt =
        Views::rebuild(data, &authority.chronology, authority.practice.settings(), threads(), told)?;
    let seconds = began.elapsed().as_secs_f64();
    if json {
        say!("{}", json!({ "people": rebuilt.people, "entries": rebuilt.entries, "seconds": seconds }));
    } else {
        say!(
            "Rebuilt from {} entries about {} people in {seconds:.1} seconds",
            rebuilt.entries,
            rebuilt.people
        );
    }
    Ok(Answer::Done)
}
