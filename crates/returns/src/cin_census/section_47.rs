//! A section 47 enquiry (Children Act 1989) and the conference it may lead to.

use jiff::civil::Date;

use super::element::Element;
use super::ledger::{Ledger, SourceRow};
use super::row::Row;

/// One enquiry.
#[derive(Debug, Clone, PartialEq)]
pub struct Section47 {
    /// Where it stands.
    pub source: SourceRow,
    /// When it began: the strategy discussion that decided on it.
    pub start_date: Date,
    /// The last day for the initial child protection conference, as the authority reckons it.
    pub initial_conference_target: Option<Date>,
    /// When that conference met.
    pub initial_conference_date: Option<Date>,
    /// Whether it was decided that none was needed.
    pub conference_not_required: Option<bool>,
}

impl Section47 {
    pub(super) fn read(ledger: &mut Ledger, element: &Element, child: Option<&str>) -> Option<Section47> {
        let mut row = Row::open(ledger, element, "Section47", child);
        let source = row.source;
        let start_date = row.date_required("S47ActualStartDate");
        let initial_conference_target = row.date("InitialCPCtarget");
        let initial_conference_date = row.date("DateOfInitialCPC");
        let conference_not_required = row.yes_no("ICPCnotRequired");
        let sound =
            row.close(&["S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"]);
        start_date.filter(|_| sound).map(|start_date| Section47 {
            source,
            start_date,
            initial_conference_target,
            initial_conference_date,
            conference_not_required,
        })
    }
}
