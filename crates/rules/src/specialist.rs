//! Concerns with a route of their own: which duty applies, to whom they go, and what answers them.

use record::events::{SpecialistConcern, SpecialistConcernRaised, SpecialistConcernReferredOn};
use record::{Event, Timeline, TimelineEntry};

use crate::asked::{Asked, asked};

/// The duty that applies to a kind of concern, and where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// What must be done, in a sentence.
    pub duty: &'static str,
    /// To whom.
    pub body: &'static str,
    /// Where it says so.
    pub source: &'static str,
}

/// The route of a kind of concern.
// LAW: as each row says; the duties of the acts are in force since 1 July 2015 (Prevent), 31 October 2015 (female genital
// mutilation), 1 November 2015 (modern slavery).
pub fn route(kind: SpecialistConcern) -> Route {
    use SpecialistConcern as S;
    let (duty, body, source) = match kind {
        S::Radicalisation => (
            "Ask the police for the gateway assessment; the panel decides on support, and consent is sought before it.",
            "the Channel panel, through the police",
            "Counter-Terrorism and Security Act 2015, sections 26 and 36; Channel duty guidance",
        ),
        S::FemaleGenitalMutilation => (
            "Whoever was told by a girl under 18, or saw signs on her, reports to the police in person (101), by the close \
             of the next working day.",
            "the police",
            "Female Genital Mutilation Act 2003, section 5B",
        ),
        S::ModernSlavery | S::CriminalExploitation => (
            "The council, as a first responder, refers a child it believes may be trafficked or exploited; a child’s \
             consent is not needed.",
            "the national referral mechanism",
            "Modern Slavery Act 2015, section 52",
        ),
        S::ForcedMarriage => (
            "Never speak to the family first. Ask for advice, and consider a protection order at once.",
            "the Forced Marriage Unit, and the police",
            "Family Law Act 1996, Part 4A; statutory guidance on forced marriage",
        ),
        S::HonourBasedAbuse => (
            "Never speak to the family first. The police and social care decide together how the child is seen.",
            "the police",
            "Working Together to Safeguard Children 2023, chapter 3",
        ),
        S::SexualExploitation => (
            "Hold a strategy discussion where significant harm is suspected; refer a trafficked child as well.",
            "the police",
            "Working Together to Safeguard Children 2023, chapter 3; Modern Slavery Act 2015, section 52",
        ),
        S::AbuseByFaithOrBelief | S::Other => (
            "Ask for specialist advice, and record it.",
            "the body whose work it is",
            "Working Together to Safeguard Children 2023, chapter 3",
        ),
    };
    Route { duty, body, source }
}

/// Every specialist concern, with its answer.
pub fn concerns(timeline: &Timeline) -> Vec<Asked<'_, SpecialistConcernRaised>> {
    asked(timeline, |_, event| match event {
        Event::SpecialistConcernAnswered(e) => Some(e.concern),
        _ => None,
    })
}

/// The first referral of a concern to the body whose work it is.
pub fn referred<'a>(
    timeline: &'a Timeline,
    concern: &TimelineEntry,
) -> Option<(&'a TimelineEntry, &'a SpecialistConcernReferredOn)> {
    timeline.after(concern.id).find_map(|entry| match &entry.event {
        Event::SpecialistConcernReferredOn(e) if e.concern.is_none_or(|named| named == concern.id) => {
            Some((entry, &**e))
        }
        _ => None,
    })
}
