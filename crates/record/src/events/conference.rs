//! Child protection conferences, and challenges.

use super::{
    Action, Agency, Attendance, Choice, Day, EntryRef, Flag, Many, Number, Person, Text, View, family,
};
use crate::choice::choices;
use crate::codes::AbuseCategory;

choices! {
    /// What kind of conference.
    ConferenceType { Initial = "initial" "Initial child protection conference", Review = "review" "Review child protection conference", TransferIn = "transfer_in" "Transfer-in conference", Receiving = "pre_birth" "Pre-birth conference" }
}

choices! {
    /// How far a plan has got since it was last looked at.
    Progress { Better = "better" "Better", Same = "same" "The same", Worse = "worse" "Worse" }
}

family! {
    /// Another authority told us that a child on its plan has moved here for good.
    "transfer_in.notified" "Transfer in notified" TransferInNotified {
        /// The other authority.
        authority: Text,
    }

    /// A conference about this child was booked.
    "conference.booked" "Conference booked" ConferenceBooked {
        /// What kind.
        conference_type: Choice<ConferenceType>,
        /// When it will be.
        on: Day,
        /// At what time.
        time: Text,
        /// Where.
        place: Text,
        /// Who will chair it.
        chair: Person,
    }

    /// Somebody was invited to a conference about this child.
    "conference_invitation.sent" "Invitation" ConferenceInvitationSent {
        /// Who.
        person: Person,
        /// Their name.
        name: Text,
        /// What they are to the child.
        capacity: Text,
        /// The agency they speak for.
        agency: Choice<Agency>,
    }

    /// A report for a conference was shared with the family.
    "conference_report.shared" "Report shared" ConferenceReportShared {
        /// Whose report.
        from: Text,
        /// The agency it is from.
        agency: Choice<Agency>,
        /// With whom.
        shared_with: Text,
        /// What they said.
        said: Text,
    }

    /// A conference about this child was held.
    /// LAW: Working Together to Safeguard Children 2023, chapter 3, child protection conferences.
    "conference.held" "Conference" ConferenceHeld {
        /// What kind.
        conference_type: Choice<ConferenceType>,
        /// Who chaired it.
        chair: Person,
        /// Who was there, and who was not.
        attendance: Many<Attendance>,
        /// Whether enough were there.
        quorate: Flag,
        /// The child's views, as heard there.
        childs_views: Text,
        /// Who spoke for the child: an advocate.
        advocate: Text,
        /// What is worrying.
        worries: Text,
        /// What is working.
        strengths: Text,
        /// How far the plan has got, at a review.
        progress: Choice<Progress>,
        /// Why it was held late.
        late_reason: Text,
        /// What is known of earlier plans.
        earlier_plans: Text,
    }

    /// The conference's chair decided, for this child, whether a protection plan is needed.
    "conference.decided" "Conference decision" ConferenceDecided {
        /// Whether a plan is needed (or goes on).
        plan_needed: Flag,
        /// The category.
        category: Choice<AbuseCategory>,
        /// Why.
        reason: Text,
        /// What everybody thought, those who differ among them.
        views: Many<View>,
        /// The outline plan: who does what by when, for which agency.
        actions: Many<Action>,
        /// What the child is in danger of.
        danger: Text,
        /// What will be different.
        safety_goal: Text,
        /// When the core group first meets.
        core_group_on: Day,
        /// When the next conference is.
        next_conference_on: Day,
        /// That this child took no part, and why, where that is so.
        without_childs_part: Text,
        /// Who decided.
        decided_by: Person,
    }

    /// The decision was sent out.
    "conference_decision.notified" "Decision sent" ConferenceDecisionNotified {
        /// To whom.
        to: Text,
        /// The agency whose own list of actions it is.
        agency: Choice<Agency>,
        /// How many people.
        people: Number,
    }

    /// The conference's record was sent out.
    "conference_record.issued" "Conference record issued" ConferenceRecordIssued {
        /// To whom.
        to: Text,
    }

    /// Somebody challenged a decision, or the lack of one.
    "challenge.raised" "Challenge" ChallengeRaised {
        /// Who challenges.
        raised_by: Person,
        /// Whom they challenge.
        to: Person,
        /// About what.
        about: Text,
        /// By when they want an answer.
        answer_by: Day,
    }

    /// A challenge was answered.
    "challenge.answered" "Challenge answered" ChallengeAnswered {
        /// The challenge.
        challenge: EntryRef,
        /// Who answers.
        answered_by: Person,
        /// The answer.
        answer: Text,
        /// Whether anything changed.
        changed: Flag,
    }
}
