//! An agency that disputes a decision about a child, level by level until it is settled.

use super::{Agency, Choice, EntryRef, Person, Text, family};
use crate::choice::choices;

choices! {
    /// Who answers a disagreement: each level has it if the one before did not answer in time.
    DisagreementLevel {
        TeamManager = "team_manager" "Team manager", HeadOfService = "head_of_service" "Head of service",
        BoardChair = "board_chair" "Chair of the safeguarding board"
    }
}

choices! {
    /// What became of a decision that an agency disputed.
    DisagreementOutcome {
        Changed = "changed" "The decision was changed", Partly = "partly" "Changed in part", Stands = "stands" "The decision stands"
    }
}

family! {
    /// An agency disputes a decision about this child.
    "disagreement.raised" "Disagreement raised" DisagreementRaised {
        /// The decision, if it is one entry of the record.
        decision: EntryRef,
        /// What is disputed, in the agency's words.
        disputed: Text,
        /// Why: what the agency knows, and fears for the child.
        why: Text,
        /// What the agency asks for.
        asked_for: Text,
        /// The agency.
        agency: Choice<Agency>,
        /// Who raised it, if they are in the record.
        raised_by: Person,
        /// Who raised it, by name.
        raised_by_name: Text,
        /// How to reach them.
        reach: Text,
    }

    /// A disagreement was answered by whoever has it.
    "disagreement.answered" "Disagreement answered" DisagreementAnswered {
        /// The disagreement; the latest open one, if left out.
        disagreement: EntryRef,
        /// What became of the decision.
        outcome: Choice<DisagreementOutcome>,
        /// The answer, with its reasons.
        answer: Text,
        /// Who answered.
        decided_by: Person,
    }

    /// The agency was not content with the answer: the next level has it.
    "disagreement.escalated" "Disagreement taken further" DisagreementEscalated {
        /// The disagreement; the latest open one, if left out.
        disagreement: EntryRef,
        /// Why the answer was not enough.
        reason: Text,
        /// Who took it further, by name.
        escalated_by_name: Text,
    }

    /// A disagreement was settled: nobody takes it further.
    "disagreement.resolved" "Disagreement settled" DisagreementResolved {
        /// The disagreement; the latest open one, if left out.
        disagreement: EntryRef,
        /// What became of the decision.
        outcome: Choice<DisagreementOutcome>,
        /// How it was settled.
        how: Text,
        /// What the agency still holds against it, in its words.
        dissent: Text,
    }
}
