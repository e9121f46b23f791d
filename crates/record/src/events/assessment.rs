//! Assessment: one a family, with a part for each child.

use super::{
    Agency, Choice, Day, FactorFound, Flag, Many, NeedFound, Number, Person, Several, SignificantAdult, Text,
    family,
};
use crate::choice::choices;
use crate::codes::AssessmentFactor;

choices! {
    /// What kind of assessment.
    AssessmentType { Single = "single" "Child and family assessment", Initial = "initial" "Initial assessment", Core = "core" "Core assessment" }
}

choices! {
    /// What an assessment led to for a child.
    AssessmentOutcome {
        NoFurtherAction = "no_further_action" "No further action", EarlyHelp = "early_help" "Early help", ChildInNeed = "child_in_need" "Child in need plan",
        StrategyDiscussion = "strategy_discussion" "Strategy discussion", Conference = "conference" "Initial child protection conference", LookedAfter = "looked_after" "Become looked after", Other = "other" "Other"
    }
}

choices! {
    /// A manager's grade of a piece of work.
    Grade { Outstanding = "outstanding" "Outstanding", Good = "good" "Good", RequiresImprovement = "requires_improvement" "Requires improvement", Inadequate = "inadequate" "Inadequate" }
}

family! {
    /// An assessment of this child began.
    "assessment.started" "Assessment started" AssessmentStarted {
        /// What kind; a child and family assessment, if left out.
        assessment_type: Choice<AssessmentType>,
        /// Why now.
        reason: Text,
        /// The worker who assesses.
        worker: Person,
        /// After how many working days the manager looks at it; ten, if left out.
        review_point_working_days: Number,
    }

    /// A manager looked at an assessment under way.
    "assessment.checkpoint_held" "Assessment checkpoint" AssessmentCheckpointHeld {
        /// The manager.
        manager: Person,
        /// What they saw and asked for.
        view: Text,
    }

    /// A factor in this child's life was noted.
    "factor.recorded" "Factor" FactorRecorded {
        /// The Department's code.
        factor: Choice<AssessmentFactor>,
        /// What it does to this child.
        effect: Text,
    }

    /// This child's part of the assessment was finished and sent for sign-off.
    "assessment.completed" "Assessment completed" AssessmentCompleted {
        /// The day the child was seen for it.
        child_seen_on: Day,
        /// Why the child was not seen.
        not_seen_reason: Text,
        /// The manager who agreed to that.
        not_seen_agreed_by: Person,
        /// The child's own words.
        views: Text,
        /// How the child's views were gained.
        views_how: Text,
        /// What difference they made.
        views_difference: Text,
        /// Why there are none.
        no_views_reason: Text,
        /// A day in the child's life.
        day_in_life: Text,
        /// What harms or may harm the child.
        risks: Text,
        /// What protects the child.
        protective: Text,
        /// The history, and what was learned from it.
        history: Text,
        /// What it all means for the child.
        analysis: Text,
        /// How safe the child is now, 0 (certain harm) to 10 (safe enough to close).
        scale: Number,
        /// What the child needs.
        needs: Many<NeedFound>,
        /// What the child's identity means for them, and what follows.
        identity_meaning: Text,
        /// Why no interpreter was used, where one is needed.
        no_interpreter_reason: Text,
        /// Factors found, each with what it does to this child.
        factors: Many<FactorFound>,
        /// Grown-ups who matter to the child.
        significant_adults: Many<SignificantAdult>,
        /// Agencies asked.
        agencies_consulted: Several<Agency>,
        /// What it leads to.
        outcome: Choice<AssessmentOutcome>,
        /// Whether the parents have read it.
        shared_with_parents: Flag,
        /// What they said.
        parents_said: Text,
        /// Why it took longer than the limit.
        reason_over_limit: Text,
    }

    /// A manager signed this child's part of the assessment off.
    "assessment.signed_off" "Assessment signed off" AssessmentSignedOff {
        /// The manager.
        decided_by: Person,
        /// What the manager thinks of it.
        comment: Text,
        /// The manager's grade.
        grade: Choice<Grade>,
        /// What happens next.
        outcome: Choice<AssessmentOutcome>,
    }

    /// A manager sent the assessment back.
    "assessment.returned" "Assessment returned" AssessmentReturned {
        /// The manager.
        decided_by: Person,
        /// What must be done.
        comment: Text,
    }
}
