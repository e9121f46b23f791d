//! Section 47 enquiries and medicals.

use super::{Choice, Danger, Day, EntryRef, Flag, Many, Person, Text, family};
use crate::choice::choices;

choices! {
    /// What enquiries found.
    EnquiryOutcome {
        NotSubstantiated = "not_substantiated" "Concerns not borne out", SubstantiatedNoContinuingRisk = "substantiated_no_continuing_risk" "Borne out, no continuing risk of significant harm",
        SubstantiatedContinuingRisk = "substantiated_continuing_risk" "Borne out, continuing risk of significant harm"
    }
}

choices! {
    /// What kind of medical.
    MedicalKind { Acute = "acute" "Acute: injuries may fade", NonAcute = "non_acute" "Not acute", Forensic = "forensic" "Forensic", Neglect = "neglect" "Neglect" }
}

family! {
    /// Enquiries about this child began.
    /// LAW: Children Act 1989 s47.
    "section_47_enquiry.started" "Section 47 enquiry started" EnquiryStarted {
        /// The worker who leads.
        lead: Person,
        /// The team that leads.
        team: Person,
        /// A worker of another team who leads with them.
        co_lead: Person,
        /// Whether the police enquire too.
        joint: Flag,
        /// Why work began before any strategy discussion, if it did.
        emergency_reason: Text,
    }

    /// Enquiries about this child came to an end; the outcome is still to be recorded.
    "section_47_enquiry.ended" "Section 47 enquiry ended" EnquiryEnded {
        /// Anything to note.
        note: Text,
    }

    /// What the enquiries found about this child.
    "section_47_enquiry.completed" "Section 47 enquiry outcome" EnquiryCompleted {
        /// The day enquiries ended, if before the outcome.
        ended_on: Day,
        /// What was found.
        outcome: Choice<EnquiryOutcome>,
        /// The findings in words.
        findings: Text,
        /// The day the child was seen.
        child_seen_on: Day,
        /// What the child is in danger of, with a safety goal and a scale.
        dangers: Many<Danger>,
        /// The harm that has been, or that none was found.
        past_harm: Text,
        /// What protects the child.
        protects: Text,
        /// What it all comes to, weighed.
        weighing: Text,
        /// Whether a conference is asked for.
        conference_requested: Flag,
        /// Why not, where risk continues.
        no_conference_reason: Text,
        /// Why the outcome is late.
        late_reason: Text,
        /// Who decided.
        decided_by: Person,
    }

    /// A medical of this child was asked for.
    "medical.requested" "Medical requested" MedicalRequested {
        /// What kind.
        medical_kind: Choice<MedicalKind>,
        /// Of whom.
        asked_of: Text,
        /// The health lead who answers for it.
        health_lead: Person,
    }

    /// A medical of this child was held.
    "medical.held" "Medical held" MedicalHeld {
        /// The request.
        request: EntryRef,
        /// What was found.
        result: Text,
        /// By whom.
        held_by: Text,
    }

    /// A medical that was asked for will not be held.
    "medical.declined" "Medical declined" MedicalDeclined {
        /// The request.
        request: EntryRef,
        /// Why, and who said so.
        reason: Text,
    }
}
