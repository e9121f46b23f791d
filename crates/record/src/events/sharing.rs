//! What other agencies were asked about a child, what they answered, and who agreed to the asking.

use super::{Agency, Choice, EntryRef, Person, Several, Text, family};

family! {
    /// An agency was asked what it holds about this child.
    "information.requested" "Information asked for" InformationRequested {
        /// The agency.
        agency: Choice<Agency>,
        /// Who was asked, by name.
        who: Text,
        /// What was asked.
        asked: Text,
    }

    /// An agency told what it holds about this child, or that it holds nothing.
    "information.shared" "Information shared" InformationShared {
        /// The request it answers; every open one of that agency, if left out.
        request: EntryRef,
        /// The agency.
        agency: Choice<Agency>,
        /// Who told it, by name.
        who: Text,
        /// What the agency holds, or that it holds nothing.
        held: Text,
    }

    /// An agency answered that it does not share what it holds about this child.
    "information.withheld" "Information withheld" InformationWithheld {
        /// The request it answers; every open one of that agency, if left out.
        request: EntryRef,
        /// The agency.
        agency: Choice<Agency>,
        /// Who answered, by name.
        who: Text,
        /// Why it does not share.
        reason: Text,
    }

    /// A worker did not ask an agency about this child.
    "information.not_requested" "Agency not asked" InformationNotRequested {
        /// The agency.
        agency: Choice<Agency>,
        /// Why it was not asked.
        reason: Text,
    }

    /// Somebody was asked to agree that information about this child is shared.
    "consent.sought" "Consent sought" ConsentSought {
        /// Whose consent.
        person: Person,
        /// Whose consent, by name.
        name: Text,
        /// What it is for.
        purpose: Text,
        /// The agencies it would cover.
        agencies: Several<Agency>,
    }

    /// Somebody agreed that information about this child is shared.
    "consent.given" "Consent given" ConsentGiven {
        /// Whose consent.
        person: Person,
        /// Whose consent, by name.
        name: Text,
        /// What it is for.
        purpose: Text,
        /// The agencies it covers.
        agencies: Several<Agency>,
    }

    /// Somebody did not agree that information about this child is shared.
    "consent.refused" "Consent refused" ConsentRefused {
        /// Whose consent.
        person: Person,
        /// Whose consent, by name.
        name: Text,
        /// What it was for.
        purpose: Text,
        /// What they said.
        reason: Text,
    }

    /// Somebody took back their consent.
    "consent.withdrawn" "Consent withdrawn" ConsentWithdrawn {
        /// Whose consent.
        person: Person,
        /// Whose consent, by name.
        name: Text,
        /// What it was for.
        purpose: Text,
        /// What they said.
        reason: Text,
    }

    /// A worker went on without consent.
    "consent.dispensed_with" "Gone on without consent" ConsentDispensedWith {
        /// Whose consent.
        person: Person,
        /// Whose consent, by name.
        name: Text,
        /// What for.
        purpose: Text,
        /// Why consent was not asked, or not followed: the risk in asking, or in waiting.
        reason: Text,
        /// Who decided.
        decided_by: Person,
    }
}
