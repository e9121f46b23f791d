//! What the file says of itself.

use jiff::civil::Date;

use super::FileFault;
use super::codes::COLLECTION;
use super::element::Element;
use super::ledger::{Ledger, SourceRow};
use super::row::Row;

/// The header. Every part is optional: a file may come without one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    /// Where it stands; `None` when the file has no header.
    pub source: Option<SourceRow>,
    /// Always `CIN` when present.
    pub collection: Option<String>,
    /// The year in which the collection ends.
    pub year: Option<i16>,
    /// The day the collection is taken: 31 March.
    pub reference_date: Option<Date>,
    /// `L`: from an authority.
    pub source_level: Option<String>,
    /// The authority's three-digit code.
    pub lea: Option<String>,
    /// The program that wrote the file.
    pub software_code: Option<String>,
    /// That program's release.
    pub release: Option<String>,
    /// The file's serial number.
    pub serial_number: Option<String>,
    /// When the file was written, as given.
    pub date_time: Option<String>,
}

impl Header {
    /// The year given, or else that of the reference date.
    pub fn collection_year(&self) -> Option<i16> {
        self.year.or(self.reference_date.map(Date::year))
    }

    /// Reads the header; another collection's is a fault.
    pub(super) fn read(ledger: &mut Ledger, element: &Element) -> Result<Header, FileFault> {
        let empty = Element::default();
        let details = element.named("CollectionDetails").next().unwrap_or(&empty);
        let source = element.named("Source").next().unwrap_or(&empty);
        let mut header = Header::default();

        let mut row = Row::open(ledger, element, "Header", None);
        header.source = Some(row.source);
        for again in element.named("Source").skip(1) {
            row.note(again, "The header has a second <Source>; the first was used.".to_owned());
        }
        row.close(&["CollectionDetails", "Source"]);

        let mut row = Row::open(ledger, details, "CollectionDetails", None);
        if let Some(collection) = row.text("Collection") {
            if COLLECTION.find(collection).is_none() {
                let line = details.named("Collection").next().map_or(details.line, |field| field.line);
                let message = format!(
                    "The file is not a Children in Need census: line {line} names the collection \"{collection}\", not CIN."
                );
                return Err(FileFault { line, message });
            }
            header.collection = Some(collection.to_owned());
        }
        header.year = year_of(&mut row, details);
        header.reference_date = row.date("ReferenceDate");
        row.close(&["Collection", "Year", "ReferenceDate"]);

        let mut row = Row::open(ledger, source, "Source", None);
        let mut text = |field| row.text(field).map(str::to_owned);
        header.source_level = text("SourceLevel");
        header.lea = text("LEA");
        header.software_code = text("SoftwareCode");
        header.release = text("Release");
        header.serial_number = text("SerialNo");
        header.date_time = text("DateTime");
        row.close(&["SourceLevel", "LEA", "SoftwareCode", "Release", "SerialNo", "DateTime"]);
        Ok(header)
    }
}

fn year_of(row: &mut Row<'_, '_>, details: &Element) -> Option<i16> {
    let year = row.count("Year")?;
    if !(1900..=9999).contains(&year) {
        let element = details.named("Year").next().unwrap_or(details);
        row.bad(element, format!("\"{year}\" is not a year."));
        return None;
    }
    i16::try_from(year).ok()
}
