//! The front door: a contact, how it was screened, what was decided, who was told.

use chronology::EntryId;

use super::{
    Agency, Choice, Codes, Day, EntryRef, Flag, Number, Person, Rating, RefusalReason, Text, family,
};
use crate::choice::choices;
use crate::codes::ReferralSource;

choices! {
    /// How a contact came.
    ContactMethod { Telephone = "telephone" "Telephone", Email = "email" "Email", WebForm = "web_form" "Web form", InPerson = "in_person" "In person", Letter = "letter" "Letter", PoliceNotice = "police_notice" "Police notice", Other = "other" "Other" }
}

choices! {
    /// A level of need on the authority's threshold document.
    LevelOfNeed { Universal = "universal" "Universal services", EarlyHelp = "early_help" "Early help", InNeed = "in_need" "Child in need", Protection = "protection" "Protection" }
}

choices! {
    /// What a contact led to.
    ContactOutcome {
        NoFurtherAction = "no_further_action" "No further action", AdviceGiven = "advice_given" "Advice given", EarlyHelp = "early_help" "Early help",
        Referral = "referral" "Accepted as a referral", StrategyDiscussion = "strategy_discussion" "Strategy discussion at once", OpenCase = "open_case" "Passed to the open case’s worker", OtherAuthority = "other_authority" "Passed to another authority"
    }
}

choices! {
    /// What a second manager made of a decision.
    ReviewResult { Upheld = "upheld" "Upheld", Overturned = "overturned" "Overturned" }
}

family! {
    /// Somebody told the front door something about this child.
    "contact.received" "Contact" ContactReceived {
        /// Where it came from, by the national code.
        source: Choice<ReferralSource>,
        /// The kind of agency it came from.
        agency: Choice<Agency>,
        /// Who made contact, if they are in the record.
        referrer: Person,
        /// Who made contact, by name.
        referrer_name: Text,
        /// How to reach them.
        referrer_reach: Text,
        /// How it came.
        method: Choice<ContactMethod>,
        /// What they said, in their words.
        what_happened: Text,
        /// What worries them about this child.
        worry: Text,
        /// Whether it tells of possible harm.
        concern_of_harm: Flag,
        /// The risk as first heard.
        rating: Choice<Rating>,
        /// Whether the family knows that contact was made.
        family_aware: Flag,
        /// The language an interpreter is needed for, or “none”.
        interpreter_language: Text,
        /// Another need in communicating, or “none”.
        communication_need: Text,
        /// Why contact is about this child and no other of the household, where it is.
        only_this_child_because: Text,
    }

    /// The front door looked into a contact.
    "contact.screened" "Contact screened" ContactScreened {
        /// The contact.
        contact: EntryRef,
        /// The risk.
        rating: Choice<Rating>,
        /// What earlier history was found.
        history: Text,
        /// What partner agencies told.
        agencies_told: Text,
        /// The outcome the screener proposes; it makes the contact ready to decide.
        proposed: Choice<ContactOutcome>,
        /// Who screened.
        screened_by: Person,
    }

    /// Somebody entitled to decided what a contact leads to, for this child.
    "contact.decided" "Contact decided" ContactDecided {
        /// The contact; the latest undecided one, if left out.
        contact: EntryRef,
        /// The child's level of need.
        level_of_need: Choice<LevelOfNeed>,
        /// The version of the threshold document that the decision follows.
        threshold_version: Text,
        /// The indicators of that version that the child meets, by their codes.
        indicators: Codes,
        /// What it leads to.
        outcome: Choice<ContactOutcome>,
        /// Why it led to nothing further, where it did.
        refusal: Choice<RefusalReason>,
        /// Why.
        reason: Text,
        /// What history was weighed, or that none was found.
        history_weighed: Text,
        /// Whether the decider read this contact together with those of the year before it.
        pattern_read: Flag,
        /// Where early help comes from, where the need is below the threshold.
        early_help_destination: Text,
        /// Who in the family agreed to early help, and to what.
        early_help_consent: Text,
        /// Why there is no early help, where there is a need.
        no_early_help_reason: Text,
        /// Who decided.
        decided_by: Person,
    }

    /// A second manager looked again at a decision to end a contact.
    "decision.reviewed" "Decision reviewed" DecisionReviewed (
        /// The decision looked at.
        decision: EntryId,
    ) {
        /// What the reviewer made of it.
        result: Choice<ReviewResult>,
        /// Why.
        reason: Text,
        /// Who looked.
        reviewed_by: Person,
    }

    /// Somebody who had not seen the decision on a contact rated the same contact again.
    "decision.rerated" "Rated again, unseen" DecisionRerated (
        /// The decision.
        decision: EntryId,
    ) {
        /// The level of need, as they see it.
        level_of_need: Choice<LevelOfNeed>,
        /// What the contact should have led to.
        outcome: Choice<ContactOutcome>,
        /// Why.
        reason: Text,
        /// Who rated it again, if they are in the record.
        rated_by: Person,
        /// Who rated it again, by name.
        rated_by_name: Text,
        /// The agency they speak for.
        agency: Choice<Agency>,
    }

    /// A contact waits for a decision again, since the first was overturned.
    "contact.reopened" "Contact reopened" ContactReopened (
        /// The contact.
        contact: EntryId,
    ) {
        /// Why.
        reason: Text,
    }

    /// A professional was advised without a referral.
    "advice.given" "Advice given" AdviceGiven {
        /// To whom.
        to: Text,
        /// Their agency.
        agency: Choice<Agency>,
        /// What was advised.
        advice: Text,
    }

    /// A referrer was told what was decided.
    "referrer.informed" "Referrer told" ReferrerInformed {
        /// The contact.
        contact: EntryRef,
        /// Who was told.
        referrer_name: Text,
        /// The decision and its reason as told.
        told: Text,
        /// What happens next.
        next_step: Text,
        /// How they were told.
        how: Text,
    }

    /// A referrer was told that their referral arrived.
    "referrer.acknowledged" "Referral acknowledged" ReferrerAcknowledged {
        /// Who was told.
        referrer_name: Text,
        /// How.
        how: Text,
    }

    /// Somebody noted a sign of possible harm.
    "concern.recorded" "Concern" ConcernRecorded {
        /// What was noted.
        what: Text,
        /// Who noted it.
        noted_by: Text,
        /// The Department's word for the kind of harm: neglect, physical.
        kind_of_harm: Choice<crate::codes::AbuseCategory>,
        /// When the worker wants it looked at again.
        review_on: Day,
        /// How many times it has been noted before, if known.
        times_before: Number,
    }
}
