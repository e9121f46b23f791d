//! What partner agencies send: messages and police notices, read and acted on by the team that received them.
//!
//! They are recorded about the receiving team: whom they are about is known only when a worker has looked.

use chronology::Occurred;

use super::{Agency, Choice, EntryRef, Flag, Many, Number, Person, Rating, ReferredChild, Text, family};
use crate::choice::choices;

choices! {
    /// What was done about a child whom a partner wrote about.
    MessageOutcome {
        Contact = "contact" "Taken as a contact", OpenCase = "open_case" "Joined to the open case",
        NotForUs = "not_for_us" "Not for this service"
    }
}

family! {
    /// A partner agency or somebody of the public wrote to this team.
    "partner_message.received" "Message from a partner" PartnerMessageReceived {
        /// The reference that the sender was given.
        reference: Text,
        /// The kind of agency.
        agency: Choice<Agency>,
        /// The school, surgery, force or body.
        organisation: Text,
        /// Who sent it, if they have an account.
        sender: Person,
        /// Who sent it, by name.
        sender_name: Text,
        /// How to reach them.
        sender_reach: Text,
        /// The team it was addressed to, where that team was closed and this one answers for its work.
        addressed_to: Person,
        /// What happened, in their words.
        what_happened: Text,
        /// Whether the family knows.
        family_aware: Flag,
        /// Where the children live.
        address: Text,
        /// The postcode.
        postcode: Text,
        /// Each child.
        children: Many<ReferredChild>,
        /// A document, by the name under which it is kept.
        document: Text,
    }

    /// A worker of this team read a message or a notice.
    "partner_message.read" "Message read" PartnerMessageRead {
        /// The message or notice.
        message: EntryRef,
        /// Who read it.
        read_by: Person,
    }

    /// Something was done about one child of a message.
    "partner_message.actioned" "Message acted on" PartnerMessageActioned {
        /// The message.
        message: EntryRef,
        /// Which child of it, counted from 1; all that are left, if left out.
        child_number: Number,
        /// The child's record.
        child: Person,
        /// What was done.
        outcome: Choice<MessageOutcome>,
        /// Why, where it is not taken as a contact.
        reason: Text,
    }

    /// The police told this team of an incident at which children were, or which bears on them.
    "police_notification.received" "Police notice" PoliceNotificationReceived {
        /// The reference that the force was given.
        reference: Text,
        /// The force.
        force: Text,
        /// The force's number for the incident.
        incident_number: Text,
        /// The kind of incident: domestic abuse.
        incident_kind: Text,
        /// When the incident happened.
        incident_at: Option<Occurred>,
        /// When the force sent the notice.
        sent_at: Option<Occurred>,
        /// The officer.
        officer: Text,
        /// How to reach the officer.
        officer_reach: Text,
        /// The team it was addressed to, where that team was closed and this one answers for its work.
        addressed_to: Person,
        /// What the police found.
        what_happened: Text,
        /// The address of the household.
        address: Text,
        /// The postcode.
        postcode: Text,
        /// Each child of the household.
        children: Many<ReferredChild>,
    }

    /// A worker judged the risk that a police notice tells of.
    "police_notification.risk_graded" "Police notice graded" PoliceNotificationGraded {
        /// The notice.
        notice: EntryRef,
        /// The risk.
        rating: Choice<Rating>,
        /// Why.
        reason: Text,
        /// Who graded it.
        graded_by: Person,
    }

    /// Something was done about one child of a police notice.
    "police_notification.actioned" "Police notice acted on" PoliceNotificationActioned {
        /// The notice.
        notice: EntryRef,
        /// Which child of it, counted from 1; all that are left, if left out.
        child_number: Number,
        /// The child's record.
        child: Person,
        /// What was done.
        outcome: Choice<MessageOutcome>,
        /// Why, where it is not taken as a contact.
        reason: Text,
    }
}
