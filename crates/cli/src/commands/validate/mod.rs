//! `onen validate`: any supplier's return, checked by the rules of its year. No authority's folder is needed.

mod cin_census;
mod postcodes;
mod printed;
mod providers;
mod ssda903;

use std::path::{Path, PathBuf};

use calendar::ReportingYear;

use crate::failure::{Answer, Failure};

/// What to check, and by what.
#[derive(clap::Args)]
pub(crate) struct Asked {
    /// What it is: ssda903 or cin-census
    name: String,
    /// The return: for ssda903 the folder of its tables, for cin-census the XML file
    path: PathBuf,
    /// The collection year, by the calendar year in which it ends: 2026 is 2025-26
    #[arg(long)]
    year: String,
    /// The return of the year before (ssda903)
    #[arg(long, value_name = "PATH")]
    last: Option<PathBuf>,
    /// The authority whose return it is: its ONS code for ssda903 (E06000052), its three digits for cin-census (908)
    #[arg(long, value_name = "CODE")]
    authority: Option<String>,
    /// The regulator's list of providers: CSV or XLSX (ssda903)
    #[arg(long, value_name = "FILE")]
    providers: Option<PathBuf>,
    /// The ONS Postcode Directory: its CSV, or the folder of them (ssda903)
    #[arg(long, value_name = "PATH")]
    postcodes: Option<PathBuf>,
}

pub(crate) fn run(asked: &Asked, json: bool) -> Result<Answer, Failure> {
    match asked.name.as_str() {
        "cin-census" => cin_census::run(asked, json),
        "ssda903" => ssda903::run(asked, json),
        other => {
            Err(Failure(format!("“{other}” cannot be checked: this release checks ssda903 and cin-census")))
        }
    }
}

/// The collection year as people write it: 2026, or 2025-26.
fn year(text: &str, known: (i16, i16)) -> Result<ReportingYear, Failure> {
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
        _ => Err(Failure(format!(
            "--year {text}: the rules known here are of the collection years that end in {} to {}",
            known.0, known.1
        ))),
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

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn a_year_is_written_in_two_ways() {
        for text in ["2026", "2025-26"] {
            assert_eq!(year(text, (2023, 2027)).map(|year| year.label()).ok().as_deref(), Some("2025-26"));
        }
        for text in ["2022", "2028", "2025-27", "26", "soon"] {
            assert!(year(text, (2023, 2027)).is_err(), "{text}");
        }
    }
}
