//! `onen validate`: any supplier's return, checked by the rules of its year. No authority's folder is needed.

mod annex_a;
mod cin_census;
mod postcodes;
mod printed;
mod providers;
mod safeguarding_dataset;
mod ssda903;
mod watching;
mod workbook;

use std::path::{Path, PathBuf};

use calendar::ReportingYear;
use jiff::civil::Date;
use returns::fault::{Collected, Fault, NotChecked, Report};

use crate::failure::{Answer, Failure};
use printed::Printed;
use workbook::Written;

/// What to check, and by what.
#[derive(clap::Args)]
pub(crate) struct Asked {
    /// What it is: ssda903, cin-census, annex-a or safeguarding-dataset
    name: String,
    /// The return: the folder of its tables (ssda903, safeguarding-dataset), the XML file (cin-census), the workbook
    /// (annex-a)
    path: PathBuf,
    /// The collection year, by the calendar year in which it ends: 2026 is 2025-26 (ssda903, cin-census)
    #[arg(long)]
    year: Option<String>,
    /// The return of the year before (ssda903)
    #[arg(long, value_name = "PATH")]
    last: Option<PathBuf>,
    /// The authority whose return it is: its ONS code (E06000052) or its three digits (908) (ssda903, cin-census)
    #[arg(long, value_name = "CODE")]
    authority: Option<String>,
    /// The regulator's list of providers: CSV or XLSX (ssda903)
    #[arg(long, value_name = "FILE")]
    providers: Option<PathBuf>,
    /// The ONS Postcode Directory: its CSV, or the folder of them (ssda903)
    #[arg(long, value_name = "PATH")]
    postcodes: Option<PathBuf>,
    /// The day of the inspection (annex-a)
    #[arg(long, value_name = "DATE")]
    as_at: Option<Date>,
    /// Write the faults to this Excel workbook as well: a summary, and a sheet for each rule
    #[arg(long, value_name = "OUT.xlsx")]
    workbook: Option<PathBuf>,
    /// Check again whenever the files change, and say what changed; Ctrl-C ends it
    #[arg(long)]
    watch: bool,
}

/// What a check came to, whichever return it was of.
pub(crate) struct Outcome {
    /// What was checked, in the words of the summary: “2025-26: 500 children”.
    what: String,
    /// How many faults.
    faults: u64,
    /// How many rules ran over the whole.
    checked: u64,
    /// How many did not.
    not_checked: u64,
    /// What could not be read, where the rest could.
    unread: Option<String>,
}

pub(crate) fn run(asked: &Asked, json: bool) -> Result<Answer, Failure> {
    if asked.watch {
        return watching::run(asked, json);
    }
    let mut printed = Printed::new(json);
    let mut written = asked.workbook.as_ref().map(|_| Written::new());
    let outcome = match &mut written {
        Some(written) => check(asked, &mut Both(&mut printed, written))?,
        None => check(asked, &mut printed)?,
    };
    if let Some((written, path)) = written.zip(asked.workbook.as_deref()) {
        written.save(path, &outcome)?;
    }
    printed.end();
    eprintln!("{}", outcome.summary());
    match outcome.unread {
        Some(why) => Err(Failure(why)),
        None if outcome.faults == 0 => Ok(Answer::Done),
        None => Ok(Answer::No),
    }
}

/// Two places for the same answers.
struct Both<'r>(&'r mut dyn Report, &'r mut dyn Report);

impl Report for Both<'_> {
    fn fault(&mut self, fault: Fault) {
        self.0.fault(fault.clone());
        self.1.fault(fault);
    }

    fn not_checked(&mut self, not_checked: NotChecked) {
        self.0.not_checked(not_checked.clone());
        self.1.not_checked(not_checked);
    }

    fn notice(&mut self, sentence: String) {
        self.0.notice(sentence.clone());
        self.1.notice(sentence);
    }
}

/// Writes a report that was kept whole to the workbook asked for, if one was.
fn save(asked: &Asked, report: &Collected, outcome: &Outcome) -> Result<(), Failure> {
    let Some(path) = &asked.workbook else { return Ok(()) };
    let mut written = Written::new();
    report.faults.iter().for_each(|fault| written.fault(fault.clone()));
    report.not_checked.iter().for_each(|not| written.not_checked(not.clone()));
    report.notices.iter().for_each(|sentence| written.notice(sentence.clone()));
    written.save(path, outcome)
}

/// Checks one kind of return.
type Checker = fn(&Asked, &mut dyn Report) -> Result<Outcome, Failure>;

/// What can be checked, and the options that its rules ask for.
const KINDS: [(&str, Checker, &[&str]); 4] = [
    ("ssda903", ssda903::check, &["--year", "--last", "--authority", "--providers", "--postcodes"]),
    ("cin-census", cin_census::check, &["--year", "--authority"]),
    ("annex-a", annex_a::check, &["--as-at"]),
    ("safeguarding-dataset", safeguarding_dataset::check, &[]),
];

/// Checks what is asked for, whatever it is.
fn check(asked: &Asked, report: &mut dyn Report) -> Result<Outcome, Failure> {
    let Some((_, checker, options)) = KINDS.iter().find(|(name, ..)| *name == asked.name) else {
        let names = KINDS.map(|(name, ..)| name).join(", ");
        return Err(Failure(format!("“{}” cannot be checked: this release checks {names}", asked.name)));
    };
    let given = [
        ("--year", asked.year.is_some()),
        ("--last", asked.last.is_some()),
        ("--authority", asked.authority.is_some()),
        ("--providers", asked.providers.is_some()),
        ("--postcodes", asked.postcodes.is_some()),
        ("--as-at", asked.as_at.is_some()),
    ];
    for (option, _) in given.iter().filter(|(option, given)| *given && !options.contains(option)) {
        report.notice(format!("{option} is not needed: no rule of {} asks for it", asked.name));
    }
    checker(asked, report)
}

impl Outcome {
    /// The last line of a report.
    fn summary(&self) -> String {
        let Outcome { what, faults, checked, not_checked, .. } = self;
        format!("{what}, {faults} faults; {checked} rules checked, {not_checked} not checked")
    }
}

/// The collection year as people write it: 2026, or 2025-26.
fn year(text: Option<&str>, known: (i16, i16)) -> Result<ReportingYear, Failure> {
    let known_years =
        format!("the rules known here are of the collection years that end in {} to {}", known.0, known.1);
    let Some(text) = text else { return Err(Failure(format!("--year is not given: {known_years}"))) };
    let ends = match text.split_once('-') {
        None => text.parse::<i16>().ok(),
        Some((starts, _)) => starts
            .parse::<i16>()
            .ok()
            .map(ReportingYear::starting_in)
            .filter(|year| year.label() == text)
            .map(|year| year.end().year()),
    };
    match ends {
        Some(ends) if (known.0..=known.1).contains(&ends) => Ok(ReportingYear::ending_in(ends)),
        _ => Err(Failure(format!("--year {text}: {known_years}"))),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|fault| Failure(format!("{}: {fault}", path.display())))
}

/// The files of a folder whose names end so, by name; or the one file that the path is.
fn files(path: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let fault = |fault: std::io::Error| Failure(format!("{}: {fault}", path.display()));
    if !std::fs::metadata(path).map_err(fault)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(fault)? {
        let file = entry.map_err(fault)?.path();
        let ending =
            file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        if file.is_file() && endings.contains(&ending.as_str()) {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// The file itself, or the one file of a folder whose name ends so.
fn one_file(path: &Path, ending: &str, what: &str) -> Result<PathBuf, Failure> {
    match files(path, &[ending])?.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Failure(format!("{}: there is no {what} here", path.display()))),
        many => Err(Failure(format!(
            "{}: there are {} files here that end in .{ending}; name the one to check",
            path.display(),
            many.len()
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn a_year_is_written_in_two_ways() {
        for text in ["2026", "2025-26"] {
            let year = year(Some(text), (2023, 2027));
            assert_eq!(year.map(|year| year.label()).ok().as_deref(), Some("2025-26"));
        }
        for text in ["2022", "2028", "2025-27", "26", "soon"] {
            assert!(year(Some(text), (2023, 2027)).is_err(), "{text}");
        }
        assert!(year(None, (2023, 2027)).is_err());
    }
}
