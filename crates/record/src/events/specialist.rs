//! Concerns that have a route of their own: radicalisation, female genital mutilation, modern slavery and the like.

use super::{Agency, Choice, EntryRef, Flag, Person, Text, family};
use crate::choice::choices;

choices! {
    /// A kind of concern with a route, and a duty, of its own.
    SpecialistConcern {
        Radicalisation = "radicalisation" "Radicalisation", FemaleGenitalMutilation = "female_genital_mutilation" "Female genital mutilation",
        ModernSlavery = "modern_slavery" "Modern slavery or trafficking", ForcedMarriage = "forced_marriage" "Forced marriage",
        HonourBasedAbuse = "honour_based_abuse" "Honour-based abuse", CriminalExploitation = "criminal_exploitation" "Criminal exploitation",
        SexualExploitation = "sexual_exploitation" "Sexual exploitation", AbuseByFaithOrBelief = "faith_or_belief" "Abuse linked to faith or belief",
        Other = "other" "Another"
    }
}

family! {
    /// Somebody raised a concern about this child that has a route of its own.
    "specialist_concern.raised" "Specialist concern" SpecialistConcernRaised {
        /// Its kind.
        kind: Choice<SpecialistConcern>,
        /// What is feared, and on what grounds.
        what: Text,
        /// Of female genital mutilation: whether a girl told of it, or signs of it were seen on her.
        seen_or_told: Flag,
        /// What advice was given, and by whom.
        advice: Text,
        /// Who raised it, by name.
        raised_by_name: Text,
        /// Their agency.
        agency: Choice<Agency>,
    }

    /// A specialist concern was referred to the body whose work it is.
    "specialist_concern.referred_on" "Specialist concern referred" SpecialistConcernReferredOn {
        /// The concern; the latest unanswered one, if left out.
        concern: EntryRef,
        /// The body: the panel, the police, the national referral mechanism.
        body: Text,
        /// Its agency.
        agency: Choice<Agency>,
        /// Its reference.
        reference: Text,
        /// What was sent.
        sent: Text,
    }

    /// The answer to a specialist concern came, or it was decided that nobody need be asked.
    "specialist_concern.answered" "Specialist concern answered" SpecialistConcernAnswered {
        /// The concern; the latest unanswered one, if left out.
        concern: EntryRef,
        /// What the answer is, or why nobody was asked.
        answer: Text,
        /// What follows for the child.
        next: Text,
        /// Who decided what follows.
        decided_by: Person,
    }
}
