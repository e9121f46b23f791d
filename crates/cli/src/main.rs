//! The `onen` command: one file a command. Exit 0: done; 1: the answer is no; 2: the command or its input
//! was wrong, and nothing was written.

mod authority;
mod commands;
mod failure;
mod looking;
mod mistyped;
mod output;
mod progress;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jiff::Timestamp;
use jiff::civil::Date;

use failure::{Answer, Failure};

/// Pages and foldings are many short strings; this allocator hands them out and takes them back in half the
/// time of the system's: see `docs/performance.md`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// One record for each child: an English county's services for children who need help, protection or care.
#[derive(Parser)]
#[command(name = "onen", version, disable_help_subcommand = true)]
struct Onen {
    /// The authority's folder
    #[arg(long, global = true, value_name = "DIR", default_value = "onen-data")]
    data: PathBuf,
    /// A PostgreSQL chronology in place of a folder (not in this release)
    #[arg(long, global = true, value_name = "ADDRESS")]
    database: Option<String>,
    /// Print JSON on standard output and nothing else there
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Invent a county if the folder has none, and serve it on this computer
    Demo {
        /// The port; another is taken if it is in use
        #[arg(long)]
        port: Option<u16>,
        /// About how many children come to be known
        #[arg(long, default_value_t = 3_000)]
        children: usize,
        /// Where the invention begins
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Make an empty authority
    Init {
        /// Its name
        #[arg(long)]
        authority: String,
        /// Its practice: england, cornwall, cambridgeshire, or a folder of practice files
        #[arg(long, value_name = "DIR", default_value = "england")]
        practice: String,
    },
    /// Serve the web service
    Serve {
        /// Where to listen
        #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
        listen: String,
        /// The service is reached over TLS only: send session cookies over nothing else
        #[arg(long)]
        secure: bool,
    },
    /// Append recordings written in the notation, whole or not at all
    Record {
        /// The file
        file: PathBuf,
        /// The decisions in it were made elsewhere: record them as they were, without their gates
        #[arg(long)]
        as_history: bool,
    },
    /// Show a person's chronology, timeline, due dates and findings
    Show {
        /// The person's id
        person: String,
        /// How things stood at the end of this day
        #[arg(long, value_name = "DATE")]
        as_at: Option<Date>,
        /// As they were known at this moment
        #[arg(long, value_name = "INSTANT")]
        known_at: Option<String>,
    },
    /// List every duty and how it stood
    Due {
        /// At the end of this day; today, if left out
        #[arg(long, value_name = "DATE")]
        as_at: Option<Date>,
    },
    /// List every finding that held
    Findings {
        /// At the end of this day; today, if left out
        #[arg(long, value_name = "DATE")]
        as_at: Option<Date>,
    },
    /// A figure, with its base and its cases
    Indicator(commands::indicator::Asked),
    /// Run a report of the council's own, or list them: see docs/local-reports.md
    Report(commands::report::Asked),
    /// Bring a file's children into the chronology
    Import {
        /// What the file is: cin-census, or reference-values (populations and other areas’ figures, as CSV)
        name: String,
        /// The file
        path: PathBuf,
    },
    /// Check any supplier's return by the rules of its year
    Validate(commands::validate::Asked),
    /// For each row of a file, the people it may mean
    Match {
        /// The file: forename, surname, date_of_birth, sex, postcode, nhs_number, upn
        file: PathBuf,
    },
    /// Check every seal and invariant, and the views against a rebuild
    Verify,
    /// Make the views anew from the chronology
    Rebuild,
    /// Make a consistent copy while running, and verify it
    Backup {
        /// A folder that holds none yet
        path: PathBuf,
    },
    /// Make an authority's folder from a backup, and verify it
    Restore {
        /// The backup
        path: PathBuf,
    },
    /// Check practice files, or say what a county changed
    #[command(subcommand)]
    Practice(commands::practice::Asked),
    /// Add, list and disable accounts
    #[command(subcommand)]
    Account(commands::account::Asked),
    /// Issue, list and revoke tokens for the JSON API
    #[command(subcommand)]
    Token(commands::token::Asked),
    /// Measure, each figure beside its own floor
    Bench(commands::bench::Options),
}

fn main() -> ExitCode {
    let onen = match Onen::try_parse() {
        Ok(onen) => onen,
        Err(fault) if fault.use_stderr() => {
            eprintln!("onen: {}", mistyped::sentence(&fault));
            return ExitCode::from(2);
        }
        Err(help) => {
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    match run(onen) {
        Ok(Answer::Done) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        Err(Failure(message)) => {
            eprintln!("onen: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(onen: Onen) -> Result<Answer, Failure> {
    if let Some(database) = &onen.database {
        return Err(Failure(format!(
            "{database}: this release keeps its chronology in a folder; PostgreSQL is not in it yet"
        )));
    }
    let (data, json) = (onen.data.as_path(), onen.json);
    match onen.command {
        Command::Demo { port, children, seed } => commands::demo::run(data, port, children, seed),
        Command::Init { authority, practice } => commands::init::run(data, &authority, &practice),
        Command::Serve { listen, secure } => commands::serve::run(data, &listen, secure),
        Command::Record { file, as_history } => commands::record::run(data, &file, as_history, json),
        Command::Show { person, as_at, known_at } => {
            commands::show::run(data, &person, as_at, instant(known_at)?, json)
        }
        Command::Due { as_at } => commands::due::run(data, as_at, json),
        Command::Findings { as_at } => commands::findings::run(data, as_at, json),
        Command::Indicator(asked) => commands::indicator::run(data, &asked, json),
        Command::Report(asked) => commands::report::run(data, &asked, json),
        Command::Import { name, path } => commands::import::run(data, &name, &path, json),
        Command::Validate(asked) => commands::validate::run(&asked, json),
        Command::Match { file } => commands::matching::run(data, &file, json),
        Command::Verify => commands::verify::run(data, json),
        Command::Rebuild => commands::rebuild::run(data, json),
        Command::Backup { path } => commands::backup::backup(data, &path, json),
        Command::Restore { path } => commands::backup::restore(data, &path, json),
        Command::Practice(asked) => commands::practice::run(&asked, json),
        Command::Account(asked) => commands::account::run(data, &asked, json),
        Command::Token(asked) => commands::token::run(data, &asked, json),
        Command::Bench(options) => commands::bench::command(&options),
    }
}

/// A moment as people write it: with its offset, or as the clock on England's walls shows it.
pub(crate) fn instant(text: Option<String>) -> Result<Option<Timestamp>, Failure> {
    let Some(text) = text else { return Ok(None) };
    // A day without a time is the whole of it; a parser of moments would take its first instant.
    if text.len() == "2026-03-03".len()
        && let Ok(day) = text.parse::<Date>()
    {
        return Ok(Some(calendar::london::last_instant_of(day)));
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(Some(at));
    }
    if let Ok(local) = text.replace(' ', "T").parse::<jiff::civil::DateTime>() {
        return Ok(Some(calendar::london::instant_at(local.date(), local.time())));
    }
    Err(Failure(format!(
        "“{text}” is not a moment: write 2026-03-03T09:00 (England’s clock) or 2026-03-03T09:00:00Z"
    )))
}
