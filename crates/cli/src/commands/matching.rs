//! `onen match`: for each row of a file, the people it may mean.

use std::path::Path;

use serde_json::json;
use views::matching::{Sex, Wanted};

use crate::authority::Authority;
use crate::failure::{Answer, Failure};
use crate::output::say;

/// A row of the file: any may be empty.
#[derive(serde::Deserialize)]
struct Row {
    #[serde(default)]
    forename: Option<String>,
    #[serde(default)]
    surname: Option<String>,
    #[serde(default)]
    date_of_birth: Option<String>,
    #[serde(default)]
    sex: Option<String>,
    #[serde(default)]
    postcode: Option<String>,
    #[serde(default)]
    nhs_number: Option<String>,
    #[serde(default)]
    upn: Option<String>,
}

const COLUMNS: [&str; 7] = ["forename", "surname", "date_of_birth", "sex", "postcode", "nhs_number", "upn"];

pub(crate) fn run(data: &Path, file: &Path, json: bool) -> Result<Answer, Failure> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(false)
        .from_path(file)
        .map_err(|fault| Failure(format!("{}: {fault}", file.display())))?;
    let headers = reader.headers().map_err(|fault| Failure(format!("{}: {fault}", file.display())))?.clone();
    if let Some(unknown) = headers.iter().find(|name| !COLUMNS.contains(&name.trim_start_matches('\u{feff}')))
    {
        return Err(Failure(format!(
            "{}, line 1: “{unknown}” is not a column: use {}",
            file.display(),
            COLUMNS.join(", ")
        )));
    }
    let mut wanted = Vec::new();
    for (at, row) in reader.deserialize::<Row>().enumerate() {
        let line = at + 2;
        let row = row.map_err(|fault| Failure(format!("{}, line {line}: {fault}", file.display())))?;
        wanted.push(read(row).map_err(|fault| Failure(format!("{}, line {line}, {fault}", file.display())))?);
    }
    let authority = Authority::open_for_reading(data)?;
    let views = authority.views(data)?;
    for (at, wanted) in wanted.iter().enumerate() {
        let hits = views.likely(wanted)?;
        if json {
            let people: Vec<_> = hits
                .iter()
                .map(|hit| {
                    let reasons: Vec<&str> =
                        hit.likeness.reasons.iter().map(|reason| reason.sentence.as_str()).collect();
                    json!({ "person": hit.card.id, "score": hit.likeness.score, "reasons": reasons })
                })
                .collect();
            say!("{}", json!({ "row": at, "people": people }));
        } else {
            say!("row {}:", at + 1);
            for hit in hits.iter().take(5) {
                say!("  {:>3}  {}  {}", hit.likeness.score, hit.card.id, hit.card.name);
            }
        }
    }
    Ok(Answer::Done)
}

fn read(row: Row) -> Result<Wanted, String> {
    let some = |text: Option<String>| text.filter(|text| !text.is_empty());
    let date = some(row.date_of_birth).map(|text| {
        let slashed = || {
            let mut parts = text.split('/').map(|part| part.parse::<i16>().ok());
            let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
            jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        };
        text.parse()
            .ok()
            .or_else(slashed)
            .ok_or_else(|| format!("date_of_birth: “{text}” is not a day: write 2016-11-12 or 12/11/2016"))
    });
    let sex = some(row.sex).map(|text| match text.to_lowercase().as_str() {
        "f" | "female" | "2" => Ok(Some(Sex::Female)),
        "m" | "male" | "1" => Ok(Some(Sex::Male)),
        "u" | "unknown" | "not known" | "0" | "9" | "i" => Ok(None),
        _ => Err(format!("sex: “{text}” is not female, male or not known")),
    });
    Ok(Wanted {
        forename: some(row.forename),
        surname: some(row.surname),
        date_of_birth: date.transpose()?,
        sex: sex.transpose()?.flatten(),
        postcode: some(row.postcode),
        nhs_number: some(row.nhs_number),
        upn: some(row.upn),
    })
}
