//! How a child is at risk: what is feared, what has been, what protects, and how safe the child is now.

use super::{Danger, Many, Number, Text, family};

family! {
    /// Somebody weighed what this child is at risk of.
    /// LAW: Working Together to Safeguard Children 2023, chapter 3, the purpose of assessment.
    "risk_assessment.completed" "Risk assessment" RiskAssessmentCompleted {
        /// The harm that is feared, each with a safety goal and a scale.
        dangers: Many<Danger>,
        /// The harm that has been, or that none was found.
        past_harm: Text,
        /// What protects the child.
        protects: Text,
        /// What makes it harder to keep the child safe.
        complicates: Text,
        /// What it all comes to, weighed.
        weighing: Text,
    }

    /// Risk to this child rose, while a worker was already at work.
    "risk.increased" "Risk increased" RiskIncreased {
        /// What happened, or what is feared now.
        what: Text,
        /// Who noticed.
        noticed_by: Text,
        /// How the child is kept safe meanwhile.
        safe_meanwhile: Text,
    }

    /// What this child is in danger of.
    "danger_statement.recorded" "Danger statement" DangerStatementRecorded {
        /// Who is worried, what may happen, to whom, and what harm would follow.
        statement: Text,
        /// What must be seen, by whom, for how long.
        safety_goal: Text,
    }

    /// Somebody said how safe the child is, from 0 to 10.
    "safety_goal.scaled" "Safety scale" SafetyGoalScaled {
        /// How safe, 0 (certain harm) to 10 (safe enough to close).
        scale: Number,
        /// Who says so.
        scored_by: Text,
        /// Why.
        reason: Text,
        /// What 0 means here.
        zero_means: Text,
        /// What 10 means here.
        ten_means: Text,
    }
}
