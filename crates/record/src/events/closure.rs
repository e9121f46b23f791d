//! The end of the service's work with a child.

use super::{Choice, Day, Many, NeedAnswered, Person, Text, family};
use crate::codes::ClosureReason;

family! {
    /// A manager decided to close this child's case.
    "closure.decided" "Closed" ClosureDecided {
        /// Why, by the national code.
        closure_reason: Choice<ClosureReason>,
        /// Why, in words.
        reason: Text,
        /// The day the child was last seen.
        child_seen_on: Day,
        /// What the child's history and the risk today come to.
        analysis: Text,
        /// What changed for the child.
        outcome: Text,
        /// What became of each need.
        needs: Many<NeedAnswered>,
        /// What the child thinks.
        childs_views: Text,
        /// Who will help now.
        support_after: Text,
        /// Who was told.
        told: Text,
        /// Who decided.
        decided_by: Person,
    }

    /// A court made an adoption order for this child, who was in care.
    /// LAW: Adoption and Children Act 2002 s46.
    "adoption_order.made" "Adoption order" AdoptionOrderMade {
        /// The court.
        court: Text,
        /// The case number.
        reference: Text,
    }
}
