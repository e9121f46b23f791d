//! `onen practice`: check practice files, or say what a county changed.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use practice::Practice;
use serde_json::json;

use crate::authority::{layers, load_practice, shipped};
use crate::failure::{Answer, Failure};
use crate::output::say;

/// What to do with practice files.
#[derive(Subcommand)]
pub(crate) enum Asked {
    /// List every fault, with file, line and a way to mend it
    Check {
        /// A folder of practice files, or the name of one that ships with Onen; all that ship, if left out
        folder: Option<PathBuf>,
    },
    /// Say what a county changed, for a manager to read
    Diff {
        /// One practice
        from: String,
        /// The other
        to: String,
    },
}

pub(crate) fn run(asked: &Asked, json: bool) -> Result<Answer, Failure> {
    match asked {
        Asked::Check { folder } => check(folder.as_deref(), json),
        Asked::Diff { from, to } => {
            for line in practice::diff(&load_practice(from)?, &load_practice(to)?) {
                say!("{}", if json { json!({ "difference": line }).to_string() } else { line });
            }
            Ok(Answer::Done)
        }
    }
}

fn check(folder: Option<&Path>, json: bool) -> Result<Answer, Failure> {
    let names = match folder {
        Some(folder) => vec![folder.to_string_lossy().into_owned()],
        None => shipped().into_iter().map(str::to_owned).collect(),
    };
    let mut faulty = false;
    for name in names {
        let faults = match Practice::load(&layers(&name)?) {
            Err(faults) => faults,
            // Words alone do not show whether a report can be run: it is prepared against views without a row.
            Ok(practice) => views::reports::check(&practice)?,
        };
        if !faults.is_empty() {
            faulty = true;
            for fault in faults {
                say!(
                    "{}",
                    if json {
                        json!({ "practice": name, "fault": fault.to_string() }).to_string()
                    } else {
                        format!("{name}: {fault}")
                    }
                );
            }
        } else if !json {
            say!("{name}: no faults");
        }
    }
    Ok(if faulty { Answer::No } else { Answer::Done })
}
