//! The document that says which need leads to which help: its versions, and who has acknowledged them.

use super::{Agency, Choice, Day, Many, Person, Several, Text, ThresholdIndicator, family};
use crate::choice::choices;

choices! {
    /// Why a contact led to nothing further.
    RefusalReason {
        BelowThreshold = "below_threshold" "Below the threshold", HelpInPlace = "help_in_place" "Help is in place already",
        NoConsent = "no_consent" "The family did not agree", NotEnoughKnown = "not_enough_known" "Not enough is known",
        SameMatter = "same_matter" "The same matter is dealt with already", PastOnly = "past_only" "In the past, with no risk now",
        ElsewhereLives = "lives_elsewhere" "The child lives elsewhere"
    }
}

family! {
    /// The authority's threshold document was published in a new version. It is recorded about the authority.
    "threshold_document.published" "Threshold document published" ThresholdDocumentPublished {
        /// What this version is called: 2026-1.
        version: Text,
        /// The first day on which decisions follow it.
        in_force_from: Day,
        /// The board that approved it, with the minute.
        approved_by: Text,
        /// When the board approved it.
        approved_on: Day,
        /// What changed, for those who knew the version before.
        changes: Text,
        /// What is to be looked for, level by level.
        indicators: Many<ThresholdIndicator>,
        /// The agencies that must acknowledge it.
        agencies: Several<Agency>,
        /// Who published it.
        decided_by: Person,
    }

    /// An agency acknowledged a version of the threshold document.
    "threshold_document.acknowledged" "Threshold document acknowledged" ThresholdDocumentAcknowledged {
        /// The version; the latest published, if left out.
        version: Text,
        /// The agency.
        agency: Choice<Agency>,
        /// Who acknowledged it for the agency.
        acknowledged_by_name: Text,
    }
}
