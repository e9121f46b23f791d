//! A referral and its decision; the child's worker.

use super::{
    Agency, Choice, Day, EntryRef, Flag, LeftOut, LevelOfNeed, Many, Number, Person, Rating, Text, family,
};
use crate::choice::choices;
use crate::codes::{PrimaryNeed, ReferralSource};

choices! {
    /// What a referral led to.
    ReferralOutcome {
        NoFurtherAction = "no_further_action" "No further action", EarlyHelp = "early_help" "Early help", Assessment = "assessment" "Assessment",
        StrategyDiscussion = "strategy_discussion" "Strategy discussion", Services = "services" "Services without assessment", OtherAuthority = "other_authority" "Passed to another authority"
    }
}

family! {
    /// A request for services was accepted as a referral of this child.
    "referral.received" "Referral" ReferralReceived {
        /// The contact it came from.
        contact: EntryRef,
        /// Where it came from, by the national code.
        source: Choice<ReferralSource>,
        /// The kind of agency it came from.
        agency: Choice<Agency>,
        /// Why the child may be in need, by the national code.
        primary_need: Choice<PrimaryNeed>,
        /// The risk.
        rating: Choice<Rating>,
        /// What the referral says.
        reason: Text,
        /// Whether the referrer telephoned first.
        by_telephone: Flag,
        /// Whether a professional referred.
        from_professional: Flag,
    }

    /// A manager decided the response to a referral of this child.
    "referral.decided" "Referral decided" ReferralDecided {
        /// The referral; the latest undecided one, if left out.
        referral: EntryRef,
        /// What it leads to.
        outcome: Choice<ReferralOutcome>,
        /// The child's level of need.
        level_of_need: Choice<LevelOfNeed>,
        /// Why.
        reason: Text,
        /// What history was weighed, or that none was found.
        history_weighed: Text,
        /// Children of the household whom this decision leaves out, each with a reason and a manager.
        left_out: Many<LeftOut>,
        /// The risk.
        rating: Choice<Rating>,
        /// How many working days from the referral until a worker must first see the child.
        first_visit_working_days: Number,
        /// Who decided.
        decided_by: Person,
    }

    /// A referrer put a telephoned referral in writing.
    "referral.confirmed_in_writing" "Referral confirmed in writing" ReferralConfirmedInWriting {
        /// Who.
        referrer_name: Text,
    }

    /// A young person of 16 or 17 said that they are or may become homeless.
    "homeless_presentation.received" "Homeless presentation" HomelessPresentationReceived {
        /// What they said.
        what_happened: Text,
        /// Where they sleep tonight.
        tonight: Text,
    }

    /// A professional was told of, or saw signs of, female genital mutilation of a girl under 18.
    "fgm.identified" "Female genital mutilation identified" FgmIdentified {
        /// Who identified it.
        identified_by: Text,
    }

    /// Female genital mutilation was reported to the police.
    "fgm.reported_to_police" "Reported to the police" FgmReportedToPolice {
        /// Who reported it.
        reported_by: Text,
        /// The police reference.
        reference: Text,
    }

    /// A worker became this child's named worker.
    "allocation.started" "Allocated" AllocationStarted {
        /// The worker.
        worker: Person,
        /// The team.
        team: Person,
        /// What the child was told.
        child_told: Text,
        /// Why the worker takes a child above their limit or outside their protection, if so.
        override_reason: Text,
        /// The head of service who agreed to that.
        override_by: Person,
        /// Who allocated.
        decided_by: Person,
    }

    /// A worker stopped being this child's named worker.
    "allocation.ended" "Allocation ended" AllocationEnded {
        /// The worker; the present one, if left out.
        worker: Person,
        /// Why.
        reason: Text,
        /// What the next worker must know.
        handover: Text,
        /// What the child was told, and when.
        child_told: Text,
        /// The day of the last visit together.
        introduced_on: Day,
    }

    /// The child was told that their worker changes.
    "child.told_of_change" "Child told of change" ChildToldOfChange {
        /// What they were told.
        told: Text,
        /// What they said.
        said: Text,
    }
}
