//! The authority itself: teams, posts, who holds them, what they may lead.

use chronology::PersonId;

use super::{Choice, Day, Flag, Handover, Many, Number, Person, Text, family};
use crate::choice::choices;

choices! {
    /// Work that only some teams may lead.
    Function {
        FrontDoor = "front_door" "Front door", Assessment = "assessment" "Assessment", Section47Enquiry = "section_47_enquiry" "Section 47 enquiry",
        ChildProtection = "child_protection" "Child protection", ChildInNeed = "child_in_need" "Child in need",
        Conference = "conference" "Conferences", EarlyHelp = "early_help" "Early help", Disability = "disability" "Disabled children",
        LookedAfter = "looked_after" "Looked-after children", LeavingCare = "leaving_care" "Leaving care", FamilyPlacement = "family_placement" "Family placement",
        Adoption = "adoption" "Adoption", FamilySupport = "family_support" "Family support", Quality = "quality" "Quality and performance"
    }
}

choices! {
    /// A role in the service: it decides what a worker may open and decide.
    Role {
        Screener = "screener" "Screener", SocialWorker = "social_worker" "Social worker", FamilySupportWorker = "family_support_worker" "Family support worker",
        EarlyHelpWorker = "early_help_worker" "Early help worker",
        FrontDoorManager = "front_door_manager" "Front-door manager", TeamManager = "team_manager" "Team manager",
        ConferenceChair = "conference_chair" "Conference chair", BoardChair = "board_chair" "Chair of the safeguarding board", HeadOfService = "head_of_service" "Head of service",
        Director = "director" "Director", HealthLead = "health_lead" "Health lead", Partner = "partner" "Partner agency",
        PerformanceAnalyst = "performance_analyst" "Performance analyst", Auditor = "auditor" "Auditor",
        RecordsOfficer = "records_officer" "Records officer", AdoptionRecords = "adoption_records" "Adoption records", Administrator = "administrator" "Administrator"
    }
}

impl Role {
    /// Whether the role may make decisions that need a manager.
    pub fn is_manager(self) -> bool {
        matches!(self, Self::FrontDoorManager | Self::TeamManager | Self::HeadOfService | Self::Director)
    }
}

family! {
    /// A team was opened.
    "team.opened" "Team opened" TeamOpened {
        /// Its name.
        name: Text,
        /// The team or service above it.
        within: Person,
    }

    /// A team was closed.
    "team.closed" "Team closed" TeamClosed {
        /// The team that answers for its work now.
        successor: Person,
        /// Why.
        reason: Text,
    }

    /// A post was created.
    "post.created" "Post created" PostCreated {
        /// Its name.
        title: Text,
        /// Its team.
        team: Person,
        /// Its role.
        role: Choice<Role>,
    }

    /// This professional took a post. It is recorded about the professional.
    "post.filled" "Took a post" PostFilled {
        /// The post, if it is in the record.
        post: Person,
        /// The post's name.
        title: Text,
        /// The team.
        team: Person,
        /// The role.
        role: Choice<Role>,
        /// Hundredths of a full-time post.
        full_time_percent: Number,
        /// Whether newly qualified, with a protected caseload.
        protected_caseload: Flag,
        /// The most children they may have.
        caseload_limit: Number,
        /// Their manager.
        manager: Person,
    }

    /// This professional left a post. A decision: every child they had must be handed over.
    "post.vacated" "Left a post" PostVacated {
        /// The post, if it is in the record.
        post: Person,
        /// The team left.
        team: Person,
        /// Why.
        reason: Text,
        /// Each child's handover.
        handovers: Many<Handover>,
        /// Who decided.
        decided_by: Person,
    }

    /// A worker's caseload was looked at with their manager. It is recorded about the professional.
    "caseload.reviewed" "Caseload reviewed" CaseloadReviewed {
        /// The manager who looked at it.
        reviewed_by: Person,
        /// Hours of a week that the worker spends with children and families.
        direct_contact_hours: Number,
        /// Hours of a week that the worker spends travelling.
        travel_hours: Number,
        /// What presses on the worker.
        pressures: Text,
        /// What was agreed.
        agreed: Text,
        /// When it is looked at next.
        next_on: Day,
    }

    /// This professional is on a professional register.
    "registration.recorded" "Registration" RegistrationRecorded {
        /// The register: Social Work England.
        register: Text,
        /// Their number on it.
        number: Text,
        /// When it must be renewed.
        until: Day,
    }

    /// A team may lead a kind of work.
    "function.granted" "Function granted" FunctionGranted (
        /// The kind of work.
        function: Function,
    ) {
        /// Who granted it.
        granted_by: Person,
    }

    /// A team may no longer lead a kind of work.
    "function.withdrawn" "Function withdrawn" FunctionWithdrawn (
        /// The kind of work.
        function: Function,
    ) {
        /// Why.
        reason: Text,
    }
}

/// The household, team or agency that a body's id stands for is an ordinary [`PersonId`].
pub type TeamId = PersonId;
