//! `onen bench`: the figures of `docs/performance.md`, each beside its own floor measured in the same run.
//!
//! A figure alone says as much of the machine as of the program. Beside a floor (the same rows inserted by
//! hand, the same bytes sent by the same server) it says what Onen adds, on any machine.

mod growth;
mod load;
mod memory;
mod pages;
mod rebuilding;
mod recording;
mod report;
mod searching;
mod served;
mod validating;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;

use crate::failure::{Answer, Failure};

use report::Report;

/// What to measure.
#[derive(Args)]
pub(crate) struct Options {
    /// Where the counties are made and kept; a temporary folder if none is given
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// A tenth of everything, to see that it works
    #[arg(long)]
    quick: bool,
    /// Only these parts: recording, search, validate, county, county-10
    #[arg(long, value_name = "PART")]
    only: Vec<String>,
    /// Write the report here as well
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Serve a folder for a load, as the benchmark's own second process
    #[arg(long, hide = true, value_name = "DIR")]
    serve: Option<PathBuf>,
    /// The moment at which it is served
    #[arg(long, hide = true, value_name = "INSTANT")]
    at: Option<Timestamp>,
}

/// Measures, or serves for a measurement.
pub(crate) fn command(options: &Options) -> Result<Answer, Failure> {
    match (&options.serve, options.at) {
        (Some(folder), Some(at)) => served::serve(folder, at)?,
        _ => run(options)?,
    }
    Ok(Answer::Done)
}

/// The parts, in the order they are measured.
const PARTS: [&str; 5] = ["recording", "search", "validate", "county", "county-10"];

/// Measures and reports.
fn run(asked: &Options) -> Result<()> {
    for part in &asked.only {
        anyhow::ensure!(
            PARTS.contains(&part.as_str()),
            "“{part}” is not a part of the benchmark: choose from {}",
            PARTS.join(", ")
        );
    }
    let temporary = tempfile::tempdir()?;
    let folder = asked.folder.clone().unwrap_or_else(|| temporary.path().to_owned());
    std::fs::create_dir_all(&folder)?;
    let wanted = |part: &str| asked.only.is_empty() || asked.only.iter().any(|only| only == part);
    let mut report = Report::new(asked.quick);
    if wanted("recording") {
        recording::measure(&folder, asked.quick, &mut report)?;
    }
    if wanted("search") {
        searching::measure(&folder, asked.quick, &mut report)?;
    }
    if wanted("validate") {
        validating::measure(&folder, asked.quick, &mut report)?;
    }
    let mut sizes = Vec::new();
    for (part, times) in [("county", 1), ("county-10", 10)] {
        if wanted(part) {
            sizes.push(growth::measure(&folder, times, asked.quick, &mut report)?);
        }
    }
    growth::compare(&sizes, &mut report);
    let text = report.text();
    println!("{text}");
    if let Some(out) = &asked.out {
        std::fs::write(out, text)?;
    }
    Ok(())
}
