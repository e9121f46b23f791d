//! An assessment and the factors found at its end.

use jiff::civil::Date;

use super::codes::ASSESSMENT_FACTOR;
use super::element::Element;
use super::ledger::{Ledger, SourceRow};
use super::row::{Coded, Row};

/// One child and family assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Where it stands.
    pub source: SourceRow,
    /// When it began.
    pub start_date: Date,
    /// When its progress was to be reviewed.
    pub internal_review_date: Option<Date>,
    /// When it was authorised: `None` while under way.
    pub authorisation_date: Option<Date>,
    /// Factors identified.
    pub factors: Vec<Factor>,
}

/// One factor identified.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Where it stands.
    pub source: SourceRow,
    /// Which.
    pub code: Coded,
}

impl Assessment {
    pub(super) fn read(ledger: &mut Ledger, element: &Element, child: Option<&str>) -> Option<Assessment> {
        let mut row = Row::open(ledger, element, "Assessments", child);
        let source = row.source;
        let start_date = row.date_required("AssessmentActualStartDate");
        let internal_review_date = row.date("AssessmentInternalReviewDate");
        let authorisation_date = row.date("AssessmentAuthorisationDate");
        let sound = row.close(FIELDS);
        let factors = factors(ledger, element, child);
        let Some(start_date) = start_date.filter(|_| sound) else {
            let beneath: Vec<SourceRow> = factors.iter().map(|factor| factor.source).collect();
            ledger.leave_out_beneath(source, child, &beneath);
            return None;
        };
        Some(Assessment { source, start_date, internal_review_date, authorisation_date, factors })
    }
}

const FIELDS: &[&str] = &[
    "AssessmentActualStartDate",
    "AssessmentInternalReviewDate",
    "AssessmentAuthorisationDate",
    "FactorsIdentifiedAtAssessment",
    "AssessmentFactors",
];

/// Factors in either form: the schema's list within `FactorsIdentifiedAtAssessment`, its entries named
/// `AssessmentFactors` (or, by some suppliers, `AssessmentFactor`); or standing in the assessment itself.
fn factors(ledger: &mut Ledger, element: &Element, child: Option<&str>) -> Vec<Factor> {
    let mut factors = Vec::new();
    for part in &element.children {
        match part.name.as_str() {
            "FactorsIdentifiedAtAssessment" => {
                for entry in &part.children {
                    match entry.name.as_str() {
                        "AssessmentFactors" | "AssessmentFactor" => {
                            read_factor(ledger, entry, child, &mut factors)
                        }
                        name => ledger.note_unknown(entry.line, "FactorsIdentifiedAtAssessment", name, child),
                    }
                }
                if let Some(text) = part.value() {
                    ledger.note_stray(part.line, "FactorsIdentifiedAtAssessment", text, child);
                }
            }
            "AssessmentFactors" => read_factor(ledger, part, child, &mut factors),
            _ => {}
        }
    }
    factors
}

fn read_factor(ledger: &mut Ledger, entry: &Element, child: Option<&str>, factors: &mut Vec<Factor>) {
    // `<AssessmentFactors><AssessmentFactor>1A</AssessmentFactor>...`: a list where the schema has one value.
    if !entry.children.is_empty() {
        for inner in &entry.children {
            match inner.name.as_str() {
                "AssessmentFactor" | "AssessmentFactors" if inner.children.is_empty() => {
                    read_factor(ledger, inner, child, factors);
                }
                name => ledger.note_unknown(inner.line, "AssessmentFactors", name, child),
            }
        }
        return;
    }
    let mut row = Row::open(ledger, entry, "AssessmentFactors", child);
    let source = row.source;
    row.value_required();
    let code = row.code_of(entry, &ASSESSMENT_FACTOR);
    row.close(&[]);
    factors.extend(code.map(|code| Factor { source, code }));
}
