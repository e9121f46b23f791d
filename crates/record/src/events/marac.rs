//! High-risk domestic abuse conferences, and offenders under management.

use super::{Action, Agency, Attendance, Choice, EntryRef, Flag, Many, Number, Person, Rating, Text, family};

family! {
    /// A case of high-risk domestic abuse was referred: about the victim, and about each child of the household.
    "marac.referred" "Referred to the high-risk conference" MaracReferred {
        /// The victim; left out in the victim's own entry.
        victim: Person,
        /// Who referred.
        referred_by: Text,
        /// Their agency.
        agency: Choice<Agency>,
        /// The checklist's score.
        score: Number,
        /// What happened.
        reason: Text,
        /// Whether the victim knows.
        victim_knows: Flag,
    }

    /// The high-risk conference heard the case.
    "marac.heard" "Heard at the high-risk conference" MaracHeard {
        /// The victim; left out in the victim's own entry.
        victim: Person,
        /// Who was there, and who was not.
        attendance: Many<Attendance>,
        /// The risk to this person.
        rating: Choice<Rating>,
        /// What the risk is, and why, for this person.
        analysis: Text,
        /// Who does what by when.
        actions: Many<Action>,
        /// The earlier hearing of the same victim, if this is a repeat.
        repeat_of: EntryRef,
    }

    /// Those who manage an offender told that the offender touches this child.
    "mappa.notified" "Managed offender" MappaNotified {
        /// The offender, if in the record.
        offender: Person,
        /// The offender, by name.
        name: Text,
        /// The level at which the offender is managed.
        level: Number,
        /// Who manages.
        manager: Text,
        /// What it means for the child.
        note: Text,
    }
}
