//! What each role may do: one table, reviewed as a snapshot (`crates/views/tests/roles.txt`).

use record::Choices;
use record::events::Role;

/// Something a role may or may not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Find people.
    Search,
    /// Open a person's record.
    OpenRecord,
    /// Record what happened.
    Record,
    /// Decide what a contact leads to.
    DecideContact,
    /// Decide the response to a referral.
    DecideReferral,
    /// Decide on enquiries, sign off, approve, allocate, close.
    Manage,
    /// Decide at a conference.
    Chair,
    /// Restrict a record, and lift that.
    Restrict,
    /// Open a restricted record with a reason.
    BreakGlass,
    /// See the front door's queue.
    FrontDoor,
    /// See a team's children.
    SeeTeam,
    /// See figures.
    SeePerformance,
    /// See agencies’ disagreements with decisions.
    SeeDisagreements,
    /// Set aims, publish figures, load values from outside.
    KeepFigures,
    /// Explain how a figure moved.
    ExplainFigures,
    /// Publish the threshold document.
    PublishThresholds,
    /// Change teams, posts and functions.
    Organise,
    /// Join, part, seal and dispose of records.
    KeepRecords,
    /// Manage accounts and settings.
    Administer,
}

/// Every action, in the order of the table.
pub const ACTIONS: &[(Action, &str)] = &[
    (Action::Search, "search"),
    (Action::OpenRecord, "open record"),
    (Action::Record, "record"),
    (Action::DecideContact, "decide contact"),
    (Action::DecideReferral, "decide referral"),
    (Action::Manage, "manage"),
    (Action::Chair, "chair"),
    (Action::Restrict, "restrict"),
    (Action::BreakGlass, "break glass"),
    (Action::FrontDoor, "front door"),
    (Action::SeeTeam, "see team"),
    (Action::SeePerformance, "see performance"),
    (Action::SeeDisagreements, "see disagreements"),
    (Action::KeepFigures, "keep figures"),
    (Action::ExplainFigures, "explain figures"),
    (Action::PublishThresholds, "publish thresholds"),
    (Action::Organise, "organise"),
    (Action::KeepRecords, "keep records"),
    (Action::Administer, "administer"),
];

/// Whether a role may do something.
pub fn may(role: Role, action: Action) -> bool {
    use Action as A;
    use Role as R;
    match action {
        A::Search => !matches!(role, R::Partner | R::Administrator | R::BoardChair),
        A::OpenRecord => role != R::Administrator,
        A::Record => {
            !matches!(role, R::Administrator | R::PerformanceAnalyst | R::Auditor | R::AdoptionRecords)
        }
        A::DecideContact => matches!(
            role,
            R::Screener | R::FrontDoorManager | R::TeamManager | R::HeadOfService | R::Director
        ),
        A::DecideReferral => {
            matches!(role, R::FrontDoorManager | R::TeamManager | R::HeadOfService | R::Director)
        }
        A::Manage => role.is_manager(),
        A::Chair => matches!(role, R::ConferenceChair | R::HeadOfService),
        A::Restrict => matches!(role, R::TeamManager | R::HeadOfService | R::Director | R::RecordsOfficer),
        A::BreakGlass => matches!(
            role,
            R::Screener
                | R::SocialWorker
                | R::FrontDoorManager
                | R::TeamManager
                | R::ConferenceChair
                | R::HeadOfService
                | R::Director
        ),
        A::FrontDoor => matches!(
            role,
            R::Screener | R::FrontDoorManager | R::TeamManager | R::HeadOfService | R::Director
        ),
        A::SeeTeam => !matches!(
            role,
            R::Partner | R::Administrator | R::AdoptionRecords | R::HealthLead | R::BoardChair
        ),
        A::SeePerformance => !matches!(
            role,
            R::Partner | R::Administrator | R::AdoptionRecords | R::HealthLead | R::BoardChair
        ),
        A::SeeDisagreements => {
            role.is_manager()
                || matches!(role, R::BoardChair | R::ConferenceChair | R::Auditor | R::HealthLead)
        }
        A::KeepFigures => matches!(role, R::PerformanceAnalyst | R::HeadOfService | R::Director),
        A::ExplainFigures => role.is_manager() || matches!(role, R::PerformanceAnalyst | R::ConferenceChair),
        A::PublishThresholds => matches!(role, R::HeadOfService | R::Director | R::BoardChair),
        A::Organise => matches!(role, R::HeadOfService | R::Director | R::RecordsOfficer | R::Administrator),
        A::KeepRecords => matches!(role, R::RecordsOfficer | R::AdoptionRecords),
        A::Administer => role == R::Administrator,
    }
}

/// The whole table as text, a line a role.
pub fn table() -> String {
    let mut lines = Vec::new();
    for (role, code, _) in Role::ALL {
        let allowed: Vec<&str> =
            ACTIONS.iter().filter(|(action, _)| may(*role, *action)).map(|(_, name)| *name).collect();
        lines.push(format!("{code}: {}", allowed.join(", ")));
    }
    lines.join("\n") + "\n"
}

/// What a role must be allowed before it may record an event of this kind.
pub fn action_for(kind: &str) -> Action {
    match kind {
        "contact.decided" => Action::DecideContact,
        "referral.decided" => Action::DecideReferral,
        "section_47_enquiry.decided"
        | "section_47_enquiry.completed"
        | "assessment.signed_off"
        | "assessment.returned"
        | "child_protection_plan.approved"
        | "allocation.started"
        | "allocation.ended"
        | "transfer.accepted"
        | "transfer.declined"
        | "step_down.decided"
        | "step_up.accepted"
        | "closure.decided"
        | "management_decision.made"
        | "assessment.checkpoint_held"
        | "post.vacated" => Action::Manage,
        "conference.decided" | "child_protection_plan.ended" => Action::Chair,
        "restriction.placed" | "restriction.lifted" => Action::Restrict,
        "identity.same_person" | "identity.not_same_person" | "record.sealed" | "entry.disposed" => {
            Action::KeepRecords
        }
        "threshold_document.published" => Action::PublishThresholds,
        "target.set" | "figure.published" | "reference_value.loaded" => Action::KeepFigures,
        "commentary.written" => Action::ExplainFigures,
        "disagreement.answered" => Action::SeeDisagreements,
        "team.opened"
        | "team.closed"
        | "post.created"
        | "post.filled"
        | "function.granted"
        | "function.withdrawn"
        | "registration.recorded" => Action::Organise,
        _ => Action::Record,
    }
}
