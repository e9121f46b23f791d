//! The demonstration's door, an authority's door, and a mistake.

use super::{Persona, SignInPage, TourStop};
use crate::components::errors::Mistake;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, SignInPage)> {
    let mistaken = SignInPage {
        email: "hannah.pascoe@".into(),
        mistakes: vec![
            Mistake::new("email", "Type the whole address, like name@council.gov.uk"),
            Mistake::new("password", "Type your password"),
        ],
        next: "/people/NAN-1".into(),
        message: "You were signed out after 30 quiet minutes. What you had typed is kept.".into(),
        ..SignInPage::default()
    };
    vec![("demonstration", demonstration()), ("authority", SignInPage::default()), ("mistaken", mistaken)]
}

fn demonstration() -> SignInPage {
    let personas = [
        ("hannah", "Hannah Pascoe", "Social worker, West team", "15 children, three things due now"),
        ("ruth", "Ruth Tregear", "Team manager", "Seven workers, two decisions waiting"),
        ("martin", "Martin Eddy", "Front-door manager", "A school contact about four children"),
        ("alan", "Alan Spargo", "Conference chair", "Today’s conference, and the dissent"),
        ("nina", "Nina Bolt", "Performance analyst", "Every figure, opened to the children in it"),
        ("helen", "Helen Marrack", "Director", "The county on one page"),
        ("tom", "Tom Ferris", "School, partner access", "Only what he is part of"),
        ("morwenna", "Morwenna’s view", "Young person", "Her plan, her words, who has looked"),
    ];
    let personas = personas.map(|(value, name, role, why)| Persona {
        value: value.into(),
        name: name.into(),
        role: role.into(),
        why: why.into(),
    });
    let tour = [
        (
            "A school rings",
            "/contacts/1/decision",
            "Four children, one decision each, and what is missing before it can be made.",
        ),
        (
            "What did we know?",
            "/people/NAN-1/timeline?known-at=2026-03-03T09:00",
            "The record as it stood at nine that morning.",
        ),
        ("The conference", "/meetings/1", "The children first; the plan written as it is agreed."),
        ("Wenna’s story", "/people/NAN-1", "One screen: who, where, worries, what works."),
        ("A visit, written once", "/people/NAN-1/visits/new", "Shared words once, each child’s part apart."),
        ("The figure", "/performance/conferences-in-time", "84.2%, and the 19 children behind it."),
    ];
    let tour = tour.map(|(words, href, beneath)| TourStop {
        words: words.into(),
        href: href.into(),
        beneath: beneath.into(),
    });
    SignInPage {
        personas: personas.into(),
        tour: tour.into(),
        tour_heading: "A tour in ten minutes".into(),
        invented: "A county of 40,000 people grown from a seed. Put nothing real in it.".into(),
        ..SignInPage::default()
    }
}
