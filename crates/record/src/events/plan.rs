//! Plans, their dangers, goals and actions, and the core group that carries them out.

use super::{
    Action, ActionReview, ActionState, Attendance, Choice, Danger, Day, EntryRef, Many, Number, Person,
    Progress, Text, family,
};
use crate::codes::AbuseCategory;

family! {
    /// This child became the subject of a child protection plan.
    "child_protection_plan.started" "Child protection plan started" ProtectionPlanStarted {
        /// The category.
        category: Choice<AbuseCategory>,
        /// The authority that made it, if the child came with it.
        from_authority: Text,
    }

    /// What the child protection plan says was written, or written anew.
    "child_protection_plan.revised" "Child protection plan revised" ProtectionPlanRevised {
        /// What the child is in danger of, each with a safety goal and a scale.
        dangers: Many<Danger>,
        /// What will be different for the child.
        outcomes: Text,
        /// Who does what by when.
        actions: Many<Action>,
        /// At most how many working days may pass between visits.
        visit_every_working_days: Number,
        /// At most how many weeks may pass between core groups.
        core_group_every_weeks: Number,
        /// What is done if the plan fails: what would show it, who acts, how soon.
        contingency: Text,
        /// What the authority requires whatever is agreed.
        bottom_line: Text,
        /// The child's own part in it.
        childs_part: Text,
        /// The words the parents have read.
        parents_version: Text,
        /// When the parents read them.
        parents_read_on: Day,
        /// Who wrote it.
        written_by: Person,
    }

    /// A manager approved what the child protection plan says.
    "child_protection_plan.approved" "Child protection plan approved" ProtectionPlanApproved {
        /// The version approved; the latest, if left out.
        revision: EntryRef,
        /// Who approved.
        decided_by: Person,
        /// What they think of it.
        comment: Text,
    }

    /// The category of the child protection plan changed.
    "child_protection_plan.category_changed" "Plan category changed" ProtectionPlanCategoryChanged {
        /// The new category.
        category: Choice<AbuseCategory>,
        /// Why.
        reason: Text,
    }

    /// The child protection plan ended.
    "child_protection_plan.ended" "Child protection plan ended" ProtectionPlanEnded {
        /// Why.
        reason: Text,
        /// What changed for the child.
        outcome: Text,
        /// What help follows.
        support_after: Text,
        /// Who decided.
        decided_by: Person,
    }

    /// A child in need plan began.
    "child_in_need_plan.agreed" "Child in need plan started" NeedPlanStarted {
        /// What will be different for the child.
        outcomes: Text,
        /// Who does what by when.
        actions: Many<Action>,
        /// At most how many working days may pass between visits.
        visit_every_working_days: Number,
        /// When it is next looked at.
        review_on: Day,
        /// What is done if the plan fails: what would show it, who acts, how soon.
        contingency: Text,
        /// The child's own part in it.
        childs_part: Text,
        /// The words the parents have read.
        parents_version: Text,
        /// When the parents read them.
        parents_read_on: Day,
    }

    /// A child in need plan was looked at again.
    "child_in_need_plan.reviewed" "Child in need plan reviewed" NeedPlanReviewed {
        /// How far it has got.
        progress: Choice<Progress>,
        /// What was found.
        note: Text,
        /// How each action stands.
        actions: Many<ActionReview>,
        /// When it is next looked at.
        review_on: Day,
    }

    /// A child in need plan ended.
    "child_in_need_plan.ended" "Child in need plan ended" NeedPlanEnded {
        /// Why.
        reason: Text,
        /// What changed for the child.
        outcome: Text,
    }

    /// Somebody was given something to do for this child.
    "action.assigned" "Action" ActionAssigned {
        /// What, by whom, by when.
        action: Option<Action>,
        /// The concern, discussion or meeting that it answers.
        in_answer_to: EntryRef,
    }

    /// An action was looked at again.
    "action.reviewed" "Action reviewed" ActionReviewed {
        /// The entry that set it.
        set_by: EntryRef,
        /// The action, in the words it was given.
        what: Text,
        /// How it stands.
        state: Choice<ActionState>,
        /// What was found.
        note: Text,
    }

    /// An action was done.
    "action.completed" "Action done" ActionCompleted {
        /// The entry that set it.
        set_by: EntryRef,
        /// The action, in the words it was given.
        what: Text,
        /// What shows that it was done.
        evidence: Text,
    }

    /// The core group met about this child.
    /// LAW: Working Together to Safeguard Children 2023, chapter 3, the core group.
    "core_group.held" "Core group" CoreGroupHeld {
        /// Who was there, and who was not.
        attendance: Many<Attendance>,
        /// How each action stands.
        actions: Many<ActionReview>,
        /// New actions.
        new_actions: Many<Action>,
        /// How far the plan has got.
        progress: Choice<Progress>,
        /// What was said.
        notes: Text,
        /// What the child said, or what was seen of a child too young to say.
        childs_views: Text,
        /// When it next meets.
        next_on: Day,
    }
}
