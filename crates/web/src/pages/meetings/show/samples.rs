//! The conference of 24 March 2026, booked and held.

use super::{Agreed, Came, MeetingPage, OfChild};
use crate::components::button::Button;
use crate::components::card::Fact;
use crate::components::crumbs::Crumb;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Tag, Tone};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, MeetingPage)> {
    vec![("booked", booked()), ("held", held())]
}

fn came(name: &str, capacity: &str, agency: &str, how: &str, note: &str) -> Came {
    Came {
        name: name.into(),
        capacity: capacity.into(),
        agency: agency.into(),
        how: how.into(),
        note: note.into(),
    }
}

fn booked() -> MeetingPage {
    MeetingPage {
        crumbs: vec![Crumb::new("Meetings", "/meetings"), Crumb::new("Conference", "")],
        initials: "M N and others".into(),
        heading: "Initial child protection conference".into(),
        summary: "Morwenna, Jory, Tegen and Baby Hosken · Tuesday 24 March 2026, 10:00am · County Hall, Truro · Chair: Alan Spargo".into(),
        tags: vec![Tag::new(Tone::Soon, "Due by Tue 24 March, tomorrow")],
        acts: vec![
            Button::primary("Run the conference for all four", "/forms/conference?about=nan-1,nan-2,hos-1,hos-2"),
            Button::secondary("Invite somebody", "/forms/conference_invitation?about=nan-1,nan-2,hos-1,hos-2"),
        ],
        people: vec![
            came("Kerra Nance", "Mother", "Family", "Invited", ""),
            came("Bev Curnow", "Health visitor", "Health", "Invited", ""),
        ],
        children: vec![OfChild {
            scope: "nan-1".into(),
            heading: "Morwenna Nance, 9 years 4 months".into(),
            facts: vec![Fact::new("Why", "Enquiries found that she goes on being at risk.")],
            ..OfChild::default()
        }],
        ..MeetingPage::default()
    }
}

fn held() -> MeetingPage {
    MeetingPage {
        tags: vec![Tag::new(Tone::Met, "Quorate")],
        acts: vec![Button::secondary("Show on the room’s screen", "/meetings/118/projector")],
        people: vec![
            came("Kerra Nance", "Mother", "Family", "Here", ""),
            came("Bev Curnow", "Health visitor", "Health", "Here", "Report came 23 Mar 2026"),
            came("Dr Femi Adeyemi", "Family doctor", "Health", "Apologies", "Rung twice; no report"),
        ],
        children: vec![OfChild {
            scope: "hos-1".into(),
            heading: "Tegen Hosken, 3 years 2 months".into(),
            words: Some(OwnWords {
                words: "Nan sings.".into(),
                caption: "Tegen, at the conference".into(),
                drawing: None,
            }),
            facts: vec![
                Fact::new("Worries", "Home all day, seen by nobody outside."),
                Fact::new("Decision", "A child protection plan: emotional abuse."),
            ],
            dissent: vec![(
                "Bev Curnow, health".into(),
                "Two missed checks tell me her needs come second.".into(),
            )],
            actions: vec![Agreed {
                what: "Dentist, and the missed two-year check".into(),
                who: "Bev Curnow".into(),
                agency: "Health".into(),
                by: "17 Apr 2026".into(),
                outcome: "Tegen is not in pain".into(),
            }],
            plan: Prose::new().link("/people/hos-1/plan", "Tegen’s plan"),
        }],
        lists: vec![("Health: 1 action".into(), "/meetings/118/agency/health".into())],
        ..booked()
    }
}
