//! What a child needs: the help offered for it, and what came of it.

use super::{Agency, Choice, NeedRating, Text, family};

family! {
    /// Somebody offered help for a need of this child.
    "offer.made" "Help offered" OfferMade {
        /// The need.
        need: Text,
        /// The help.
        offer: Text,
        /// Who would give it.
        agency: Choice<Agency>,
    }

    /// Help that was offered for a need of this child was declined.
    "offer.declined" "Help declined" OfferDeclined {
        /// The need.
        need: Text,
        /// The help that was offered.
        offer: Text,
        /// Who declined it, and why, in their words.
        reason: Text,
    }

    /// Worker and family said what became of a need of this child.
    "outcome.rated" "Outcome rated" OutcomeRated {
        /// The need.
        need: Text,
        /// What changed for the child.
        outcome: Text,
        /// What the worker says.
        workers_rating: Choice<NeedRating>,
        /// What the family says.
        familys_rating: Choice<NeedRating>,
        /// Why the family says nothing.
        no_family_rating: Text,
    }
}
