//! Pre-proceedings and family group decision making: a block some files carry from the collection of 2026 on. The
//! schemas of 2021 to 2026 do not define it, so its codes are kept as given and never leave a row out.

use jiff::civil::Date;

use super::element::Element;
use super::ledger::{Ledger, SourceRow};
use super::row::Row;

/// One set of pre-proceedings.
#[derive(Debug, Clone, PartialEq)]
pub struct PreProceedings {
    /// Where it stands.
    pub source: SourceRow,
    /// Start.
    pub start_date: Date,
    /// When the letter before proceedings was sent.
    pub letter_before_proceedings_date: Option<Date>,
    /// Whether a family group decision-making meeting was offered, as given.
    pub family_meeting_offered: Option<String>,
    /// Whether that meeting was facilitated, as given.
    pub family_meeting_facilitated: Option<String>,
    /// The first pre-proceedings meeting.
    pub initial_meeting_date: Option<Date>,
    /// How many review meetings were held.
    pub review_meetings_count: Option<u32>,
    /// When it was decided to step up or down.
    pub step_decision_date: Option<Date>,
    /// Outcome, as given.
    pub outcome: Option<String>,
    /// When the application went to court.
    pub court_application_date: Option<Date>,
    /// Date of the letter that begins care proceedings.
    pub initial_care_proceedings_letter_date: Option<Date>,
}

impl PreProceedings {
    pub(super) fn read(
        ledger: &mut Ledger,
        element: &Element,
        child: Option<&str>,
    ) -> Option<PreProceedings> {
        let mut row = Row::open(ledger, element, "PreProceedingsandFGDM", child);
        let start_date = row.date_required("PPStartDate");
        let read = PreProceedings {
            source: row.source,
            start_date: start_date.unwrap_or_default(),
            letter_before_proceedings_date: row.date("LBPSentDate"),
            family_meeting_offered: row.text("FGDMMeetingOffer").map(str::to_owned),
            family_meeting_facilitated: row.text("FGDMMeetingFac").map(str::to_owned),
            initial_meeting_date: row.date("InitialPPMeetingDate"),
            review_meetings_count: row.count("ReviewMeetingsCount"),
            step_decision_date: row.date("StepDecisionDate"),
            outcome: row.text("PPOutcome").map(str::to_owned),
            court_application_date: row.date("CourtAppDate"),
            initial_care_proceedings_letter_date: row.date("LetterInitCPDate"),
        };
        row.close(FIELDS).then_some(read)
    }
}

const FIELDS: &[&str] = &[
    "PPStartDate",
    "LBPSentDate",
    "FGDMMeetingOffer",
    "FGDMMeetingFac",
    "InitialPPMeetingDate",
    "ReviewMeetingsCount",
    "StepDecisionDate",
    "PPOutcome",
    "CourtAppDate",
    "LetterInitCPDate",
];
