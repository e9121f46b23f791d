//! A child's case moved from one team to another. Until it is accepted the sending team and worker answer for it.

use super::{Choice, Day, EntryRef, Flag, Person, Text, family};
use crate::choice::choices;

choices! {
    /// What a quality check of a case before its transfer found.
    TransferCheck { Ready = "ready" "Ready to transfer", NotReady = "not_ready" "Not ready yet" }
}

family! {
    /// A team asked another to take this child's case.
    "transfer.requested" "Transfer requested" TransferRequested {
        /// The team that has the case.
        from_team: Person,
        /// The team asked to take it.
        to_team: Person,
        /// Why, and why now.
        reason: Text,
        /// What the next worker must know about this child.
        handover: Text,
        /// The receiving team's manager.
        to_manager: Person,
        /// Who asks.
        requested_by: Person,
    }

    /// Somebody looked whether this child's record is fit to be handed over.
    "transfer.quality_checked" "Transfer checked" TransferQualityChecked {
        /// The request.
        transfer: EntryRef,
        /// What was found.
        found: Choice<TransferCheck>,
        /// Whether the plan is up to date.
        plan_current: Flag,
        /// Whether the chronology has been reviewed.
        chronology_current: Flag,
        /// Whether visits are up to date.
        visits_current: Flag,
        /// What is still to do before the case moves.
        to_do: Text,
        /// Who checked.
        checked_by: Person,
    }

    /// The receiving team took this child's case. A decision: from here on it answers for the child.
    "transfer.accepted" "Transfer accepted" TransferAccepted {
        /// The request.
        transfer: EntryRef,
        /// The worker who takes the child.
        worker: Person,
        /// When the two workers visited together.
        introduced_on: Day,
        /// What the child was told, and when.
        child_told: Text,
        /// If the worker is above their limit, why they take this child.
        override_reason: Text,
        /// The head of service who agreed.
        override_by: Person,
        /// Who decided.
        decided_by: Person,
    }

    /// The receiving team did not take this child's case. A decision: it stays where it is.
    "transfer.declined" "Transfer declined" TransferDeclined {
        /// The request.
        transfer: EntryRef,
        /// Why.
        reason: Text,
        /// What would have to change.
        needed: Text,
        /// Who decided.
        decided_by: Person,
    }
}
