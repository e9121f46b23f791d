//! `onen practice`: check practice files, or say what a county changed.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use practice::{Differences, Practice};
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
        /// The other, of which the differences are told
        to: String,
        /// With the file and the name in it that makes each difference, for whoever keeps the files
        #[arg(long)]
        files: bool,
    },
}

pub(crate) fn run(asked: &Asked, json: bool) -> Result<Answer, Failure> {
    match asked {
        Asked::Check { folder } => check(folder.as_deref(), json),
        Asked::Diff { from, to, files } => {
            let told = practice::diff(&load_practice(from)?, &load_practice(to)?);
            if json {
                diff_json(&told)
            } else {
                diff(&told, *files)
            }
            Ok(Answer::Done)
        }
    }
}

fn diff_json(told: &Differences) {
    for group in &told.groups {
        for one in &group.differences {
            say!(
                "{}",
                json!({ "about": group.heading, "form": one.form, "difference": one.says, "place": one.place })
            );
        }
    }
}

/// The summary on top, then group by group.
fn diff(told: &Differences, files: bool) {
    if told.groups.is_empty() {
        say!("{} does nothing otherwise than {}.", told.to, told.from);
        return;
    }
    for sentence in &told.summary {
        say!("{sentence}");
    }
    for group in &told.groups {
        say!("\n{}", group.heading);
        let mut form = "";
        for one in &group.differences {
            if one.form != form {
                form = &one.form;
                say!("  The form “{form}”");
            }
            let margin = if form.is_empty() { "  " } else { "    " };
            say!("{margin}{}", one.says);
            if files {
                say!("{margin}  ({})", one.place);
            }
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
