//! The strategy discussion, and the decision to make enquiries.

use super::{
    Action, Agency, Attendance, Choice, Flag, Knowledge, Many, Person, Rating, Several, Text, family,
};
use crate::choice::choices;

choices! {
    /// Whether enquiries are made, and by whom.
    EnquiryDecision {
        Joint = "joint" "Section 47 enquiry with the police", Single = "single" "Section 47 enquiry by social care alone", None = "none" "No enquiry"
    }
}

family! {
    /// Reasonable cause arose to suspect that this child suffers or is likely to suffer significant harm.
    "harm.suspected" "Significant harm suspected" HarmSuspected {
        /// What gave cause.
        what: Text,
        /// Whether the child is in danger now.
        immediate_danger: Flag,
    }

    /// Agencies discussed what to do about suspected significant harm.
    /// LAW: Working Together to Safeguard Children 2023, chapter 3, strategy discussion.
    "strategy_discussion.held" "Strategy discussion" StrategyDiscussionHeld {
        /// Who took part, and who did not.
        attendance: Many<Attendance>,
        /// What each agency knew.
        knew: Many<Knowledge>,
        /// What was discussed.
        notes: Text,
        /// Whether the child is in danger now.
        immediate_danger: Flag,
        /// Who chaired.
        chair: Person,
        /// Agencies asked for but not there.
        missing: Several<Agency>,
    }

    /// A manager decided, after a strategy discussion, whether enquiries are made about this child.
    "section_47_enquiry.decided" "Enquiry decided" EnquiryDecided {
        /// Whether, and by whom.
        decision: Choice<EnquiryDecision>,
        /// The risk.
        rating: Choice<Rating>,
        /// Why.
        reasons: Text,
        /// What is done if things get worse.
        contingency: Text,
        /// Who does what by when.
        actions: Many<Action>,
        /// How the child is kept safe meanwhile.
        safe_meanwhile: Text,
        /// Agencies that had to be at the discussion, and without which this was decided.
        went_without: Several<Agency>,
        /// Who decided.
        decided_by: Person,
    }
}
