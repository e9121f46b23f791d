//! A child of the census: who the child is, and everything the file says of that child.

use jiff::civil::Date;

use super::cin_details::CinDetails;
use super::codes::{DISABILITY, ETHNICITY, GENDER, SEX, UPN_UNKNOWN};
use super::element::Element;
use super::ledger::{Ledger, SourceRow};
use super::row::{Coded, Row};

/// One child, born or expected.
#[derive(Debug, Clone, PartialEq)]
pub struct CensusChild {
    /// The child's row of identifiers.
    pub source: SourceRow,
    /// The authority's own identifier (`LAchildID`).
    pub la_child_id: String,
    /// Unique pupil number, as given.
    pub upn: Option<String>,
    /// The pupil number before this one, as given.
    pub former_upn: Option<String>,
    /// Why there is no pupil number.
    pub upn_unknown: Option<Coded>,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Date on which the birth is, or was, expected.
    pub expected_birth_date: Option<Date>,
    /// Sex (from 2025) or gender (until 2024), as recorded.
    pub sex: Option<Coded>,
    /// Date of death.
    pub death_date: Option<Date>,
    /// Ethnicity; `None` when that row is missing or was left out.
    pub characteristics: Option<Characteristics>,
    /// Disabilities, `NONE` included as given.
    pub disabilities: Vec<Disability>,
    /// One for each referral.
    pub cin_details: Vec<CinDetails>,
}

/// The row of characteristics.
#[derive(Debug, Clone, PartialEq)]
pub struct Characteristics {
    /// Where it stands.
    pub source: SourceRow,
    /// Ethnicity.
    pub ethnicity: Option<Coded>,
}

/// One disability.
#[derive(Debug, Clone, PartialEq)]
pub struct Disability {
    /// Where it stands.
    pub source: SourceRow,
    /// Which.
    pub code: Coded,
}

/// Sex or gender, whichever of the two lists it was recorded in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SexRecorded {
    /// M, or 1 until 2024.
    Male,
    /// F, or 2 until 2024.
    Female,
    /// U, or 0 until 2024: not known, not recorded or not born yet.
    NotKnown,
    /// 9 until 2024; the list of 2025 has no such code.
    Indeterminate,
}

impl CensusChild {
    /// What the sex or gender code means; `None` when there is none.
    pub fn sex_recorded(&self) -> Option<SexRecorded> {
        Some(match self.sex.as_ref()?.code.code {
            "M" | "1" => SexRecorded::Male,
            "F" | "2" => SexRecorded::Female,
            "9" => SexRecorded::Indeterminate,
            _ => SexRecorded::NotKnown,
        })
    }

    /// Every row read beneath this child's own, in no promised order.
    pub fn rows_beneath(&self) -> Vec<SourceRow> {
        let mut rows: Vec<SourceRow> = self.characteristics.iter().map(|row| row.source).collect();
        rows.extend(self.disabilities.iter().map(|row| row.source));
        for details in &self.cin_details {
            rows.push(details.source);
            rows.extend(details.rows_beneath());
        }
        rows
    }

    /// Reads a child; `None` when the row of identifiers had to be left out, and then everything beneath it is too.
    pub(super) fn read(ledger: &mut Ledger, element: &Element) -> Option<CensusChild> {
        let empty = Element { line: element.line, ..Element::default() };
        let identifiers = element.named("ChildIdentifiers").next().unwrap_or(&empty);
        let mut row = Row::open(ledger, identifiers, "ChildIdentifiers", None);
        let id = row.text("LAchildID");
        row.child = id;
        if id.is_none() {
            row.missing("LAchildID");
        }
        for again in element.named("ChildIdentifiers").skip(1) {
            row.bad(again, "The child has a second set of identifiers.".to_owned());
        }
        let mut child = CensusChild {
            source: row.source,
            la_child_id: id.unwrap_or_default().to_owned(),
            upn: row.text("UPN").map(str::to_owned),
            former_upn: row.text("FormerUPN").map(str::to_owned),
            upn_unknown: row.code("UPNunknown", &UPN_UNKNOWN),
            birth_date: row.date("PersonBirthDate"),
            expected_birth_date: row.date("ExpectedPersonBirthDate"),
            sex: sex_of(&mut row),
            death_date: row.date("PersonDeathDate"),
            characteristics: None,
            disabilities: Vec::new(),
            cin_details: Vec::new(),
        };
        if row.peek("PersonBirthDate").is_none() && row.peek("ExpectedPersonBirthDate").is_none() {
            row.missing("PersonBirthDate");
        }
        let sound = row.close(IDENTIFIERS);
        child.read_beneath(ledger, element, id);
        if !sound {
            ledger.leave_out_beneath(child.source, id, &child.rows_beneath());
            return None;
        }
        Some(child)
    }

    fn read_beneath(&mut self, ledger: &mut Ledger, element: &Element, id: Option<&str>) {
        for part in &element.children {
            match part.name.as_str() {
                "ChildIdentifiers" => {}
                "ChildCharacteristics" => self.read_characteristics(ledger, part, id),
                "CINdetails" => self.cin_details.extend(CinDetails::read(ledger, part, id)),
                name => ledger.note_unknown(part.line, "Child", name, id),
            }
        }
        if let Some(text) = element.value() {
            ledger.note_stray(element.line, "Child", text, id);
        }
    }

    fn read_characteristics(&mut self, ledger: &mut Ledger, element: &Element, id: Option<&str>) {
        let mut row = Row::open(ledger, element, "ChildCharacteristics", id);
        let source = row.source;
        let ethnicity = row.code("Ethnicity", &ETHNICITY);
        if self.characteristics.is_some() {
            row.bad(element, "The child has a second set of characteristics.".to_owned());
        }
        if row.close(&["Ethnicity", "Disabilities"]) {
            self.characteristics = Some(Characteristics { source, ethnicity });
        }
        for list in element.named("Disabilities") {
            for entry in &list.children {
                if entry.name != "Disability" {
                    ledger.note_unknown(entry.line, "Disabilities", &entry.name, id);
                    continue;
                }
                let mut row = Row::open(ledger, entry, "Disabilities", id);
                let source = row.source;
                row.value_required();
                let code = row.code_of(entry, &DISABILITY);
                row.close(&[]);
                self.disabilities.extend(code.map(|code| Disability { source, code }));
            }
        }
    }
}

const IDENTIFIERS: &[&str] = &[
    "LAchildID",
    "UPN",
    "FormerUPN",
    "UPNunknown",
    "PersonBirthDate",
    "ExpectedPersonBirthDate",
    "Sex",
    "GenderCurrent",
    "PersonDeathDate",
];

/// Sex, or the gender of the years before. Suppliers put one list's code in the other's element: the meaning is plain,
/// so the child is kept and the code noted.
fn sex_of(row: &mut Row<'_, '_>) -> Option<Coded> {
    let given =
        if row.peek("Sex").is_some() { ("Sex", &SEX, &GENDER) } else { ("GenderCurrent", &GENDER, &SEX) };
    let (field, own, other) = given;
    let value = row.peek(field)?;
    if own.find(value).is_none() && other.find(value).is_some() {
        row.code(field, other)
    } else {
        row.code(field, own)
    }
}
