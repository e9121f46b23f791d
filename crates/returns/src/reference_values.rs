//! Values from outside, from a table of the analyst's: populations, and other areas' figures.
//!
//! A row becomes one recording about the authority, keyed by everything it says: the same file twice adds nothing, and a
//! value published anew stands beside the earlier one.

use chronology::{Draft, EntryDraft, PersonId, Source};
use jiff::civil::Date;
use record::Typed;
use record::events::ReferenceValueLoaded;
use rules::catalogue::{POPULATION, number};
use rules::indicators::indicator;
use rules::threshold::authority;

use crate::cin_census::digest;

/// The columns, in any order; the first five and the source must be there.
pub const COLUMNS: [&str; 8] =
    ["measure", "area", "year", "value", "source", "from_age", "to_age", "published_on"];
/// Those without which the file cannot be read.
const NEEDED: usize = 5;
/// In which role they are recorded.
const ROLE: &str = "performance_analyst";
/// The longest key that a recording takes, by its digest.
const KEY_CHARACTERS: usize = 32;

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its line in the file, from 1.
    pub line: u64,
    /// The column at fault.
    pub field: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
}

/// What a file's rows become.
#[derive(Clone, Debug, Default)]
pub struct ReferenceFile {
    /// One recording a row that could be read.
    pub drafts: Vec<Draft>,
    /// The rows that could not.
    pub left_out: Vec<LeftOut>,
}

/// Reads a file of comma-separated values. `today` is the day on which it is loaded.
///
/// # Errors
/// One sentence, if the file has no such columns: then nothing of it is read.
pub fn read(bytes: &[u8], today: Date) -> Result<ReferenceFile, String> {
    let text = String::from_utf8(bytes.to_vec())
        .map_err(|_| "the file is not UTF-8: save it as “CSV UTF-8”".to_owned())?;
    let late = crate::lines_late(text.as_bytes());
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().map_err(|fault| fault.to_string())?.clone();
    let place = |name: &str| head.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let places = COLUMNS.map(place);
    let missing: Vec<&str> = COLUMNS
        .iter()
        .zip(places)
        .take(NEEDED)
        .filter(|(_, place)| place.is_none())
        .map(|(name, _)| *name)
        .collect();
    if !missing.is_empty() {
        return Err(format!(
            "the file has no column {}: it needs {} (and may have {})",
            missing.join(", "),
            COLUMNS[..NEEDED].join(", "),
            COLUMNS[NEEDED..].join(", ")
        ));
    }
    let (source, mut file) = (digest(bytes), ReferenceFile::default());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(fault) => {
                let line = fault.position().map_or(0, csv::Position::line) + late;
                file.left_out.push(LeftOut { line, field: "measure", message: fault.to_string() });
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line) + late;
        let cell = |at: usize| {
            places[at].and_then(|place| record.get(place)).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        match value(cell) {
            Ok(said) => file.drafts.push(draft(&said, &source, line, today)),
            Err((field, message)) => file.left_out.push(LeftOut { line, field, message }),
        }
    }
    Ok(file)
}

fn value(cell: impl Fn(usize) -> Option<String>) -> Result<ReferenceValueLoaded, (&'static str, String)> {
    let needed = |at: usize| cell(at).ok_or_else(|| (COLUMNS[at], format!("{} is blank", COLUMNS[at])));
    let whole = |at: usize| {
        let read = |text: String| {
            text.parse::<u32>().map_err(|_| (COLUMNS[at], format!("“{text}” is not a whole number")))
        };
        cell(at).map(read).transpose()
    };
    let measure = needed(0)?;
    if measure != POPULATION && indicator(&measure).is_none() {
        return Err((
            COLUMNS[0],
            format!("“{measure}” is neither “{POPULATION}” nor a figure of the catalogue"),
        ));
    }
    let value = needed(3)?;
    if number(&Some(value.clone())).is_none() {
        return Err((COLUMNS[3], format!("“{value}” is not a number")));
    }
    needed(2)?;
    let day = |text: String| {
        let read = text.parse::<Date>().ok().or_else(|| Date::strptime("%d/%m/%Y", &text).ok());
        read.ok_or_else(|| {
            (COLUMNS[7], format!("“{text}” is not a day: write it as 2026-03-03 or 03/03/2026"))
        })
    };
    Ok(ReferenceValueLoaded {
        measure: Some(measure),
        area: Some(needed(1)?),
        year: whole(2)?,
        from_age: whole(5)?,
        to_age: whole(6)?,
        value: Some(value),
        source: Some(needed(4)?),
        published_on: cell(7).map(day).transpose()?,
    })
}

fn draft(said: &ReferenceValueLoaded, file: &str, line: u64, today: Date) -> Draft {
    let author = PersonId::new(crate::cin_census::AUTHOR).unwrap_or_else(|fault| unreachable!("{fault}"));
    let mut draft = Draft::by(author, ROLE);
    let body = said.body();
    let words = serde_json::Value::Object(body.clone()).to_string();
    draft.key = Some(format!("reference-{}", &digest(words.as_bytes())[..KEY_CHARACTERS]));
    draft.source = Some(Source { file: file.to_owned(), row: format!("line {line}") });
    let mut entry = EntryDraft::new(authority(), ReferenceValueLoaded::INFO.kind, today);
    entry.body = body;
    draft.entries.push(entry);
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 4, 1);

    #[test]
    fn good_rows_are_read_and_bad_ones_are_named_with_their_lines() {
        let file = "\u{feff}Area,Measure,Year,Value,Source,From_age,To_age,Published_on\r\n\
                    Test county,population,2025,\"107,400\",ONS,0,17,03/06/2025\r\n\
                    England,re_referrals,2025,22.4,DfE,,,2025-10-30\r\n\
                    England,nonsense,2025,22.4,DfE,,,\r\n\
                    England,re_referrals,2025,many,DfE,,,\r\n\
                    England,re_referrals,soon,22.4,DfE,,,\r\n\
                    England,re_referrals,2025,22.4,,,,\r\n\
                    England,re_referrals,2025,22.4,DfE,,,32/13/2025\r\n";
        let read = read(file.as_bytes(), TODAY).unwrap();
        assert_eq!(read.drafts.len(), 2);
        assert_eq!(read.drafts[0].entries[0].body["value"], "107,400");
        assert_eq!(read.drafts[0].entries[0].body["published_on"], "2025-06-03");
        let left: Vec<(u64, &str)> = read.left_out.iter().map(|one| (one.line, one.field)).collect();
        assert_eq!(left, [(4, "measure"), (5, "value"), (6, "year"), (7, "source"), (8, "published_on")]);
    }

    #[test]
    fn the_same_row_has_one_key_wherever_it_stands_and_a_new_value_another() {
        let row = |lead: &str, value: &str| {
            let text = format!("measure,area,year,value,source\n{lead}population,England,2025,{value},ONS\n");
            read(text.as_bytes(), TODAY).unwrap().drafts.pop().unwrap().key
        };
        assert_eq!(row("", "12"), row("population,Wales,2025,3,ONS\n", "12"));
        assert_ne!(row("", "12"), row("", "13"));
    }

    #[test]
    fn a_file_without_the_columns_is_refused_in_a_sentence() {
        let fault = read(b"measure,value\npopulation,3\n", TODAY).unwrap_err();
        assert!(fault.contains("no column area, year, source"), "{fault}");
        assert!(read(&[0xff, 0xfe, 0x41, 0], TODAY).unwrap_err().contains("UTF-8"));
    }
}
