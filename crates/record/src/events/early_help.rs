//! Help below the statutory threshold: asked for, assessed, planned with the family, and stepped up or down.

use super::{
    Action, ActionReview, Agency, Attendance, Choice, Day, EntryRef, Flag, Many, NeedAnswered, NeedFound,
    Person, Progress, Text, family,
};
use crate::choice::choices;

choices! {
    /// Why early help ended.
    EarlyHelpEnd {
        Met = "met" "Needs met", MostlyMet = "mostly_met" "Needs mostly met", NotMet = "not_met" "Needs not met",
        SteppedUp = "stepped_up" "Stepped up to children’s social care", Moved = "moved" "Moved away", Withdrew = "withdrew" "The family withdrew consent"
    }
}

family! {
    /// Somebody asked for early help for this child.
    "early_help.requested" "Early help asked for" EarlyHelpRequested {
        /// The decision at the front door that asks for it, if one does.
        decision: EntryRef,
        /// Who asks.
        asked_by: Text,
        /// Their agency.
        agency: Choice<Agency>,
        /// Why.
        reason: Text,
        /// What the child needs.
        needs: Many<NeedFound>,
        /// Who in the family agreed, and to what.
        consent: Text,
    }

    /// A service took a request for early help on.
    "early_help.allocated" "Early help allocated" EarlyHelpAllocated {
        /// The request; the latest open one, if left out.
        request: EntryRef,
        /// The team that takes it on.
        team: Person,
        /// The service that takes it on, by name.
        service: Text,
        /// Who works with the family first.
        worker_name: Text,
        /// What they are to do first.
        note: Text,
    }

    /// The family did not want the early help that was asked for.
    "early_help.declined" "Early help declined" EarlyHelpDeclined {
        /// The request; the latest open one, if left out.
        request: EntryRef,
        /// Who declined, and why, in their words.
        reason: Text,
    }

    /// An early help assessment of the family began, with this child in it.
    "early_help_assessment.started" "Early help assessment started" EarlyHelpAssessmentStarted {
        /// The lead professional, if they are in the record.
        lead: Person,
        /// The lead professional, by name.
        lead_name: Text,
        /// Their agency.
        agency: Choice<Agency>,
        /// Who in the family agreed, and to what.
        consent: Text,
    }

    /// This child's part of an early help assessment was finished.
    "early_help_assessment.completed" "Early help assessment completed" EarlyHelpAssessmentCompleted {
        /// What is known of the whole family.
        family: Text,
        /// The facts about this child.
        facts: Text,
        /// What they mean for this child.
        meaning: Text,
        /// What the child says.
        views: Text,
        /// What works well.
        strengths: Text,
        /// What the child needs.
        needs: Many<NeedFound>,
        /// The lead professional, by name.
        lead_name: Text,
        /// Their agency.
        agency: Choice<Agency>,
    }

    /// An early help assessment was sent back.
    "early_help_assessment.returned" "Early help assessment returned" EarlyHelpAssessmentReturned {
        /// What must be done.
        reason: Text,
    }

    /// Early help for this child began.
    "early_help_episode.started" "Early help started" EarlyHelpEpisodeStarted {
        /// The request it answers.
        request: EntryRef,
        /// The lead professional, if they are in the record.
        lead: Person,
        /// The lead professional, by name.
        lead_name: Text,
        /// Their agency.
        agency: Choice<Agency>,
        /// Who in the family agreed, and to what.
        consent: Text,
    }

    /// The family's early help plan was agreed, with this child's part in it.
    "early_help_plan.agreed" "Early help plan" EarlyHelpPlanAgreed {
        /// What will be different for the child.
        outcomes: Text,
        /// Who does what by when.
        actions: Many<Action>,
        /// The lead professional, by name.
        lead_name: Text,
        /// When the team around the family next meets.
        review_on: Day,
        /// What is done if it does not help.
        contingency: Text,
    }

    /// The team around the family met.
    "team_around_family.met" "Team around the family" TeamAroundFamilyMet {
        /// Who was there, and who was not.
        attendance: Many<Attendance>,
        /// How each action stands.
        actions: Many<ActionReview>,
        /// New actions.
        new_actions: Many<Action>,
        /// How far the plan has got.
        progress: Choice<Progress>,
        /// What the child said.
        childs_views: Text,
        /// What was said.
        notes: Text,
        /// When it next meets.
        next_on: Day,
    }

    /// Early help for this child ended.
    "early_help_episode.ended" "Early help ended" EarlyHelpEpisodeEnded {
        /// Why.
        why: Choice<EarlyHelpEnd>,
        /// In words.
        reason: Text,
        /// What became of each need.
        needs: Many<NeedAnswered>,
        /// Who will help now.
        support_after: Text,
    }

    /// Somebody asked for this child to be stepped up from early help.
    "step_up.requested" "Step-up asked for" StepUpRequested {
        /// Why now.
        reason: Text,
        /// The team asked.
        to_team: Person,
        /// What the next worker must know.
        handover: Text,
    }

    /// The step-up was accepted: from now on the receiving team answers for the child.
    "step_up.accepted" "Step-up accepted" StepUpAccepted {
        /// The request; the latest open one, if left out.
        request: EntryRef,
        /// Who takes the child on.
        worker: Person,
        /// Anything to note.
        note: Text,
    }

    /// A manager decided that early help takes over from statutory work with this child.
    "step_down.decided" "Step-down decided" StepDownDecided {
        /// Why.
        reason: Text,
        /// What the plan is from now on.
        plan: Text,
        /// The lead professional, if they are in the record.
        lead: Person,
        /// The lead professional, by name.
        lead_name: Text,
        /// Why there is none.
        no_lead_reason: Text,
        /// The team that is to take over.
        to_team: Person,
        /// The service that is to take over, by name.
        to_service: Text,
        /// What the next worker must know.
        handover: Text,
        /// Who in the family agreed, and to what.
        consent: Text,
        /// Who decided.
        decided_by: Person,
    }

    /// Early help accepted the step-down.
    "step_down.accepted" "Step-down accepted" StepDownAccepted {
        /// The decision; the latest open one, if left out.
        decision: EntryRef,
        /// Who takes the child on, by name.
        lead_name: Text,
        /// Anything to note.
        note: Text,
    }

    /// Somebody looked, some months on, how this child is after a step-down.
    "step_down.checked" "Step-down checked" StepDownChecked {
        /// The decision; the latest unchecked one, if left out.
        decision: EntryRef,
        /// How the child is, and who says so.
        found: Text,
        /// Whether the plan still runs.
        plan_runs: Flag,
        /// What follows.
        next: Text,
    }
}
