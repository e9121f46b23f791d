//! Managers' decisions, supervision, and the chronology's own upkeep.

use chronology::EntryId;

use super::{ActionReview, Choice, EntryRef, Flag, Many, Person, Text, family};
use crate::choice::choices;

choices! {
    /// How much an entry matters to the child's story.
    Significance { Key = "key" "Key event", Harm = "harm" "Adds to harm", Protective = "protective" "Protects", Background = "background" "Background" }
}

family! {
    /// A manager decided something about this child.
    "management_decision.made" "Management decision" ManagementDecisionMade {
        /// What.
        decision: Text,
        /// Why.
        reason: Text,
        /// What the manager questioned.
        challenge: Text,
        /// Who decided.
        decided_by: Person,
        /// The concern, discussion or meeting that it answers.
        in_answer_to: EntryRef,
    }

    /// A worker and their manager talked this child's case over.
    "supervision.held" "Supervision" SupervisionHeld {
        /// The manager.
        manager: Person,
        /// What was thought.
        reflection: Text,
        /// What is to be done.
        direction: Text,
        /// How earlier directions stand.
        actions: Many<ActionReview>,
    }

    /// A step was left out or done otherwise than practice says.
    "deviation.recorded" "Deviation" DeviationRecorded {
        /// Which step.
        step: Text,
        /// Why.
        reason: Text,
        /// The manager who agreed.
        approved_by: Person,
    }

    /// A worker said how much an earlier entry matters, and what it meant for the child.
    "entry.marked_significant" "Significance" EntryMarkedSignificant (
        /// The entry.
        entry: EntryId,
    ) {
        /// How much it matters.
        significance: Choice<Significance>,
        /// What it meant for the child.
        meaning: Text,
    }

    /// A worker read this child's chronology through and said what it shows.
    "chronology.reviewed" "Chronology reviewed" ChronologyReviewed {
        /// Who read it.
        reviewed_by: Person,
        /// What pattern it shows.
        pattern: Text,
        /// Whether harm is building.
        harm_building: Flag,
    }
}
