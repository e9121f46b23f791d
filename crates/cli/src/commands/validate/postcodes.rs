//! The ONS Postcode Directory: of its millions of postcodes, those that a return names.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use returns::ssda903::places::{Postcode, Postcodes};

use super::files;
use crate::failure::Failure;

/// The postcodes that were asked for and found.
pub(super) struct Directory(HashMap<String, Postcode>);

impl Postcodes for Directory {
    fn find(&self, postcode: &str) -> Option<Postcode> {
        self.0.get(postcode).cloned()
    }
}

/// Where the directory's columns stand; their names change with its editions.
struct Columns {
    postcode: usize,
    east: usize,
    north: usize,
    district: usize,
    county: usize,
}

pub(super) fn read(path: &Path, needed: &HashSet<String>) -> Result<Directory, Failure> {
    let files = files(path, &["csv"])?;
    if files.is_empty() {
        return Err(Failure(format!(
            "{}: there is no CSV file here; this release reads the CSV of the ONS Postcode Directory",
            path.display()
        )));
    }
    let mut found = HashMap::new();
    for file in files {
        one(&file, needed, &mut found)?;
    }
    Ok(Directory(found))
}

fn one(path: &Path, needed: &HashSet<String>, found: &mut HashMap<String, Postcode>) -> Result<(), Failure> {
    let fault = |fault: csv::Error| Failure(format!("{}: {fault}", path.display()));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path).map_err(fault)?;
    let columns = columns(reader.headers().map_err(fault)?).map_err(|lacking| {
        Failure(format!("{}: the directory has no column for {lacking}", path.display()))
    })?;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(fault)? {
        let postcode = record.get(columns.postcode).unwrap_or_default().replace(' ', "").to_uppercase();
        if needed.contains(&postcode) {
            found.insert(postcode, placed(&record, &columns));
        }
    }
    Ok(())
}

fn placed(record: &csv::StringRecord, columns: &Columns) -> Postcode {
    let text = |at: usize| record.get(at).map(str::trim).filter(|text| !text.is_empty());
    let number = |at: usize| text(at)?.parse::<f64>().ok();
    // A county where there is one; elsewhere the column holds a code of no place, which ends in nines.
    let county = text(columns.county).filter(|code| code.starts_with("E10"));
    Postcode {
        grid: number(columns.east).zip(number(columns.north)),
        authority: county.or(text(columns.district)).map(str::to_owned),
    }
}

fn columns(names: &csv::StringRecord) -> Result<Columns, &'static str> {
    let names: Vec<String> =
        names.iter().map(|name| name.trim().trim_start_matches('\u{feff}').to_lowercase()).collect();
    let at = |known: &[&str], stem: &str, what: &'static str| {
        let exact = names.iter().position(|name| known.contains(&name.as_str()));
        // The editions of late write the year into the name: lad25cd, cty25cd.
        let dated = |name: &String| {
            name.strip_prefix(stem).is_some_and(|rest| rest.len() == 4 && rest.ends_with("cd"))
        };
        exact.or_else(|| names.iter().position(dated)).ok_or(what)
    };
    Ok(Columns {
        postcode: at(&["pcds", "pcd", "pcd2", "pcd7", "pcd8", "postcode"], "-", "the postcode (pcds)")?,
        east: at(&["oseast1m", "east1m", "eastings", "easting"], "-", "metres east (oseast1m)")?,
        north: at(&["osnrth1m", "north1m", "northings", "northing"], "-", "metres north (osnrth1m)")?,
        district: at(&["oslaua", "laua", "ladcd"], "lad", "the local authority (oslaua)")?,
        county: at(
            &["oscty", "cty", "ctycd"],
            "cty",
            "the county (oscty), without which two tiers cannot be told",
        )?,
    })
}
