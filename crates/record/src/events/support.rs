//! Services that support families: what is listed, who was sent there, and what came of it.

use super::{Choice, Day, EntryRef, Number, Person, Text, YesNo, family};
use crate::choice::choices;

choices! {
    /// How far a family takes a service up.
    Engagement { TakenUp = "taken_up" "Taken up", InPart = "in_part" "In part", NotTakenUp = "not_taken_up" "Not taken up" }
}

family! {
    /// A service that families may be sent to was listed, or listed anew.
    "service_offer.listed" "Service listed" ServiceOfferListed {
        /// Its name.
        name: Text,
        /// What it is for: the needs it meets, separated by commas.
        for_needs: Text,
        /// Who may have it.
        eligibility: Text,
        /// Where.
        area: Text,
        /// How many families it has room for.
        capacity: Number,
        /// How to reach it.
        contact: Text,
        /// The last day it is offered, if that is known.
        until: Day,
    }

    /// A service is no longer offered.
    "service_offer.withdrawn" "Service withdrawn" ServiceOfferWithdrawn {
        /// Why.
        reason: Text,
        /// The service or team to which its families go.
        successor: Person,
    }

    /// A family was told of a service for this child.
    "signpost.made" "Signpost" SignpostMade {
        /// The service, if it is listed.
        service: Person,
        /// The service, by name.
        service_name: Text,
        /// The need.
        need: Text,
        /// Who was told.
        told: Text,
    }

    /// Somebody looked whether a signpost was followed.
    "signpost.taken_up" "Signpost looked at" SignpostTakenUp {
        /// The signpost; the latest not looked at, if left out.
        signpost: EntryRef,
        /// Whether it was followed.
        taken_up: Choice<YesNo>,
        /// What came of it, or why not.
        note: Text,
    }

    /// A service was asked to support this child and family.
    "service.referred" "Service asked" ServiceReferred {
        /// The service, if it is listed.
        service: Person,
        /// The service, by name.
        service_name: Text,
        /// The need.
        need: Text,
        /// Who in the family agreed.
        consent: Text,
        /// How things are before it begins, 0 to 10.
        score: Number,
    }

    /// A service began to support this child and family.
    "service.started" "Service started" ServiceStarted {
        /// The request; the latest waiting one, if left out.
        referral: EntryRef,
        /// Who works with them.
        worker_name: Text,
    }

    /// A session was held.
    "service.session_held" "Session" ServiceSessionHeld {
        /// The service, by name.
        service_name: Text,
        /// What was done.
        what: Text,
        /// Whether the child was there.
        child_there: Choice<YesNo>,
        /// What the child said.
        words: Text,
        /// How things are now, 0 to 10.
        score: Number,
        /// What follows.
        next: Text,
    }

    /// Somebody said how far the family takes a service up.
    "service.engagement_recorded" "Engagement" ServiceEngagementRecorded {
        /// The service, by name.
        service_name: Text,
        /// How far.
        engagement: Choice<Engagement>,
        /// What they said.
        said: Text,
        /// When it is offered again, if it was not taken up.
        offer_again_on: Day,
    }

    /// A service ended.
    "service.ended" "Service ended" ServiceEnded {
        /// The service, by name.
        service_name: Text,
        /// Why.
        reason: Text,
        /// How things are, 0 to 10.
        score: Number,
        /// What changed for the child.
        outcome: Text,
    }
}
