//! Who lives where, and how people are related.

use chronology::PersonId;

use super::{Choice, Day, Flag, Person, Text, YesNo, family};
use crate::choice::choices;

choices! {
    /// What the other person is to this one.
    Relation {
        Mother = "mother" "Mother", Father = "father" "Father", Parent = "parent" "Parent", StepParent = "step_parent" "Step-parent",
        Child = "child" "Child", Sibling = "sibling" "Brother or sister", HalfSibling = "half_sibling" "Half-brother or half-sister",
        StepSibling = "step_sibling" "Step-brother or step-sister", Twin = "twin" "Twin",
        Grandparent = "grandparent" "Grandparent", Grandchild = "grandchild" "Grandchild", AuntOrUncle = "aunt_or_uncle" "Aunt or uncle",
        NieceOrNephew = "niece_or_nephew" "Niece or nephew", Cousin = "cousin" "Cousin",
        Partner = "partner" "Partner", FormerPartner = "former_partner" "Former partner",
        Carer = "carer" "Carer", Friend = "friend" "Friend", School = "school" "School or nursery", Professional = "professional" "Professional", Other = "other" "Other"
    }
}

family! {
    /// Somebody came to live in a household.
    "household.joined" "Moved in" HouseholdJoined (
        /// The household.
        household: PersonId,
    ) {
        /// Where it is.
        address: Text,
        /// The postcode.
        postcode: Text,
        /// Whether the address must be kept from somebody.
        protected: Flag,
        /// From whom it must be kept, and why.
        protected_from: Text,
        /// What sort of home: with a parent, with a carer, shared.
        note: Text,
    }

    /// Somebody stopped living in a household.
    "household.left" "Moved out" HouseholdLeft (
        /// The household.
        household: PersonId,
    ) {
        /// Where they went, and why.
        reason: Text,
        /// The authority they moved to, if they left the area.
        to_authority: Text,
    }

    /// What another person is to this one.
    "relationship.recorded" "Relationship" RelationshipRecorded (
        /// The other person.
        to: PersonId,
        /// What the other person is to this one.
        relation: Relation,
    ) {
        /// Whether the other person has parental responsibility for this child.
        parental_responsibility: Choice<YesNo>,
        /// Whether the other person matters to the child's daily life.
        significant: Flag,
        /// Anything else.
        note: Text,
    }

    /// Two people stopped being to each other what they were.
    "relationship.ended" "Relationship ended" RelationshipEnded (
        /// The other person.
        to: PersonId,
    ) {
        /// What the other person was to this one; every relation to them, if left out.
        relation: Choice<Relation>,
        /// Why.
        reason: Text,
    }

    /// A grown-up who matters to the child has been spoken with.
    "adult.engaged" "Grown-up engaged" AdultEngaged (
        /// The grown-up.
        adult: PersonId,
    ) {
        /// How.
        how: Text,
    }

    /// It was agreed not to speak with a grown-up who matters to the child.
    "adult.not_engaged" "Grown-up not engaged" AdultNotEngaged (
        /// The grown-up.
        adult: PersonId,
    ) {
        /// Why not.
        reason: Text,
        /// The manager who agreed.
        agreed_by: Person,
    }

    /// Something that could hurt whoever calls, or whoever is told.
    "hazard.recorded" "Hazard" HazardRecorded {
        /// What it is.
        what: Text,
        /// Who must know before they act.
        for_whom: Text,
        /// When to look at it again.
        review_on: Day,
    }

    /// A hazard is over.
    "hazard.ended" "Hazard over" HazardEnded {
        /// Which.
        what: Text,
        /// Why.
        reason: Text,
    }
}
