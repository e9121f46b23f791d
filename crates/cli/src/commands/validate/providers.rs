//! The regulator's list of providers: CSV, or a workbook of which every sheet with a column URN is read.

use std::path::Path;

use calamine::{Data, Reader};
use returns::ssda903::day;
use returns::ssda903::providers::{Provider, Providers};

use crate::failure::Failure;

pub(super) fn read(path: &Path) -> Result<Providers, Failure> {
    let mut list = Providers::default();
    let workbook = path.extension().is_some_and(|ending| !ending.eq_ignore_ascii_case("csv"));
    for rows in if workbook { sheets(path)? } else { vec![comma_separated(path)?] } {
        take(&mut list, &rows);
    }
    if list.is_empty() {
        return Err(Failure(format!("{}: there is no list with a column URN here", path.display())));
    }
    Ok(list)
}

fn comma_separated(path: &Path) -> Result<Vec<Vec<String>>, Failure> {
    let fault = |fault: csv::Error| Failure(format!("{}: {fault}", path.display()));
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_path(path).map_err(fault)?;
    reader.records().map(|row| Ok(row.map_err(fault)?.iter().map(str::to_owned).collect())).collect()
}

fn sheets(path: &Path) -> Result<Vec<Vec<Vec<String>>>, Failure> {
    let fault = |fault: calamine::Error| Failure(format!("{}: {fault}", path.display()));
    let mut workbook = calamine::open_workbook_auto(path).map_err(fault)?;
    let sheets = workbook.worksheets();
    let rows =
        |range: &calamine::Range<Data>| range.rows().map(|row| row.iter().map(text).collect()).collect();
    Ok(sheets.iter().map(|(_, range)| rows(range)).collect())
}

/// A cell as people read it: a whole number without its decimal point, a day as 2026-03-31.
fn text(cell: &Data) -> String {
    match cell {
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

/// Takes in the providers of a sheet whose first row names its columns.
fn take(list: &mut Providers, rows: &[Vec<String>]) {
    let Some(names) = rows.iter().find(|row| row.iter().any(|name| name.trim() == "URN")) else { return };
    let names: Vec<String> = names.iter().map(|name| name.trim().to_lowercase()).collect();
    let at = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
    let urn = at(&["urn"]);
    let places = at(&["placement code", "provider placement code"]);
    let owners = at(&["placement provider code", "provider code"]);
    let closed = at(&["deregistration date", "closed date"]);
    let postcode = at(&["setting address postcode", "setting postcode", "provider postcode"]);
    for row in rows {
        let value =
            |at: Option<usize>| at.and_then(|at| row.get(at)).map(|text| text.trim()).unwrap_or_default();
        let codes = |at| value(at).split(',').map(|code| code.trim().to_uppercase()).collect();
        if value(urn).is_empty() || value(urn) == "URN" {
            continue;
        }
        let postcode = value(postcode).replace(' ', "").to_uppercase();
        let provider = Provider {
            places: codes(places),
            owners: codes(owners),
            closed_on: day(value(closed)),
            postcode: (!postcode.is_empty()).then_some(postcode),
        };
        list.add(value(urn), provider);
    }
}
