//! The Children in Need census: the yearly file in which an authority tells the Department for
//! Education of each child referred, assessed, enquired into, or on a plan (Children Act 1989, section 83).
//!
//! [`read`] takes any supplier's file of the collections of 2021 to 2026. It is generous about shape and strict about
//! values: rows that can be read load; a row holding a value that cannot be true or is in no list of codes is left
//! out, and every such value is listed with its line. Whether the rows make sense together is for validation.
//!
//! ```
//! let file = returns::cin_census::read(b"<Message><Children><Child>
//!   <ChildIdentifiers><LAchildID>C1</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers>
//!   <CINdetails><CINreferralDate>2023-02-30</CINreferralDate></CINdetails>
//! </Child></Children></Message>").unwrap();
//! assert_eq!(file.children.len(), 1);
//! assert_eq!(file.bad[0].line, 3);
//! assert_eq!(file.bad[0].field, "CINreferralDate");
//! ```

mod assessment;
mod child;
mod cin_details;
pub mod codes;
mod element;
mod header;
mod ledger;
mod pre_proceedings;
mod protection_plan;
mod recordings;
mod row;
mod rules;
mod section_47;
mod source;
mod stream;
#[cfg(test)]
mod tests;
mod validation;

pub use assessment::{Assessment, Factor};
pub use child::{CensusChild, Characteristics, Disability, SexRecorded};
pub use cin_details::{CinDetails, CinPlan};
pub use header::Header;
pub use ledger::{BadRow, SourceRow};
pub use pre_proceedings::PreProceedings;
pub use protection_plan::{ChildProtectionPlan, Review};
pub use recordings::{AUTHOR, Imported, ROLE, digest, person_id, recordings, says_otherwise};
pub use row::Coded;
pub use section_47::Section47;
pub use validation::{Summary, codes_of, validate, years};

use ledger::Ledger;
use stream::Piece;

/// One census file as read.
#[derive(Debug, Clone, PartialEq)]
pub struct CensusFile {
    /// What the file says of itself.
    pub header: Header,
    /// The children that could be read, in the order of the file.
    pub children: Vec<CensusChild>,
    /// Each value for which a row was left out, and each row left out because the row above it was; by line.
    pub bad: Vec<BadRow>,
    /// What was passed over without losing a row: unknown elements, stray text, codes outside their years; by line.
    pub noted: Vec<BadRow>,
}

impl CensusFile {
    /// The year in which the collection ends (2023 is 1 April 2022 to 31 March 2023): the header's, or the year of
    /// its reference date; `None` when neither could be read.
    pub fn collection_year(&self) -> Option<i16> {
        self.header.collection_year()
    }

    /// The authority's three-digit code, as the header gives it.
    pub fn lea(&self) -> Option<&str> {
        self.header.lea.as_deref()
    }
}

/// Why nothing of a file was read: it is not XML, or it is not this collection. One sentence for the person who sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    /// Line on which reading stopped, from 1.
    pub line: u64,
    /// One plain sentence, naming the line.
    pub message: String,
}

impl std::fmt::Display for FileFault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for FileFault {}

/// Reads a census file of any year from 2021 to 2026.
///
/// # Errors
/// [`FileFault`] when the bytes are not UTF-8, not well-formed XML, or another collection. Nothing else stops reading.
pub fn read(xml: &[u8]) -> Result<CensusFile, FileFault> {
    let text = stream::text_of(xml)?;
    let mut ledger = Ledger::default();
    let mut header = None;
    let mut children = Vec::new();
    let mut has_children = false;
    stream::walk(text.as_bytes(), &mut |piece| {
        match piece {
            Piece::Header(element) => {
                let read = Header::read(&mut ledger, &element)?;
                ledger.year = read.collection_year();
                header = Some(read);
            }
            Piece::ChildrenOpened => has_children = true,
            Piece::Child(element) => children.extend(CensusChild::read(&mut ledger, &element)),
            Piece::Broken { line, message } => return Err(FileFault { line, message }),
            Piece::Unknown { line, within, name } => ledger.note_unknown(line, within, &name, None),
            Piece::StrayText { line, within, text } => ledger.note_stray(line, within, &text, None),
        }
        Ok(())
    })?;
    if !has_children && header.as_ref().is_none_or(|header: &Header| header.collection.is_none()) {
        return Err(FileFault { line: 1, message: validation::NO_CHILDREN.to_owned() });
    }
    let (bad, noted) = ledger.into_lists();
    Ok(CensusFile { header: header.unwrap_or_default(), children, bad, noted })
}
