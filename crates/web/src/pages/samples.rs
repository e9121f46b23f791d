//! What the samples of every page share: the frame, the workers, the child header.

use crate::components::frame::{Assets, NavigationItem};
use crate::components::{ChildHeader, ChildPage, Frame, Place, Prose, Tag, Tone, User};

/// The frame as this person sees it.
#[must_use]
pub fn frame(name: &str, role: &str) -> Frame {
    let places = [
        (Place::Work, "My work", "/work"),
        (Place::Search, "Search", "/search"),
        (Place::Meetings, "Meetings", "/meetings"),
        (Place::Team, "Team", "/teams/west"),
        (Place::Performance, "Performance", "/performance"),
        (Place::Quality, "Quality", "/quality"),
    ];
    let places =
        places.map(|(place, words, href)| NavigationItem { place, words: words.into(), href: href.into() });
    Frame {
        council: "Demonstration county".into(),
        user: Some(User { name: name.into(), role: role.into(), href: "/sign-in".into() }),
        places: places.into(),
        ..signed_out()
    }
}

/// The frame before anyone has signed in.
#[must_use]
pub fn signed_out() -> Frame {
    Frame {
        council: "Demonstration county".into(),
        assets: Assets {
            style: "assets/onen.css".into(),
            script: "assets/onen.js".into(),
            icon: "assets/onen.svg".into(),
        },
        form_token: "sample".into(),
        note: "Every person on these pages is invented.".into(),
        build: "2026.3.1".into(),
        ..Frame::default()
    }
}

/// The frame as the children's social worker sees it.
#[must_use]
pub fn hannah() -> Frame {
    frame("Hannah Pascoe", "Social worker, West team")
}

/// Morwenna Nance's header on 26 March 2026.
#[must_use]
pub fn morwenna(here: ChildPage) -> ChildHeader {
    ChildHeader {
        name: "Morwenna Nance".into(),
        forename: "Morwenna".into(),
        known_as: "likes to be called Wenna".into(),
        tags: vec![
            Tag::new(Tone::Standing, "Child protection plan"),
            Tag::new(Tone::Standing, "Emotional abuse"),
        ],
        facts: vec![
            ("Age".into(), "9 years 4 months (12 Nov 2016)".into()),
            ("NHS number".into(), Prose::new().unbroken("999 041 7736")),
            ("Lives at".into(), "14 Chapel Row, Porthavel".into()),
            ("Social worker".into(), "Hannah Pascoe, West team".into()),
        ],
        href: "/people/NAN-1".into(),
        here: Some(here),
        counts: vec![(ChildPage::Work, 4), (ChildPage::Documents, 2)],
        moment_query: String::new(),
        may_record: true,
    }
}

/// Morwenna's header as it stood on the morning of 3 March 2026.
#[must_use]
pub fn morwenna_on_3_march(here: ChildPage) -> ChildHeader {
    let mut header = morwenna(here);
    header.tags = vec![Tag::new(Tone::Standing, "Contact, no plan")];
    header.facts[0].1 = "9 years 3 months (12 Nov 2016)".into();
    header.facts[3].1 = "Front door, not yet allocated".into();
    header.counts.clear();
    header.moment_query = "?known-at=2026-03-03T09:00".into();
    header
}

/// Lamorna Rickard's header on 26 March 2026.
#[must_use]
pub fn lamorna(here: ChildPage) -> ChildHeader {
    ChildHeader {
        name: "Lamorna Rickard".into(),
        forename: "Lamorna".into(),
        known_as: String::new(),
        tags: vec![Tag::new(Tone::Standing, "In care"), Tag::new(Tone::Standing, "Care order")],
        facts: vec![
            ("Age".into(), "14 years 6 months (10 Sep 2011)".into()),
            ("NHS number".into(), Prose::new().unbroken("999 038 2214")),
            ("Lives at".into(), "3 Well Lane, St Erth, with her grandmother".into()),
            ("Social worker".into(), "Hannah Pascoe, West team".into()),
        ],
        href: "/people/RIC-1".into(),
        here: Some(here),
        counts: vec![(ChildPage::Work, 3), (ChildPage::Documents, 1)],
        moment_query: String::new(),
        may_record: true,
    }
}
