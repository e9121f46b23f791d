//! A surname with many shapes, a name nobody has, and the box before anything is typed.

use super::{HouseholdFound, OtherFound, PersonFound, SearchPage};
use crate::components::pages::Pages;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::{Tag, Tone, Why};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, SearchPage)> {
    let nobody = SearchPage {
        query: "zzyzx <b>".into(),
        summary: "No matches for “zzyzx <b>”.".into(),
        new_href: "/people/new?q=zzyzx".into(),
        ..SearchPage::default()
    };
    vec![("nance", nance()), ("nobody", nobody), ("before", SearchPage::default())]
}

fn nance() -> SearchPage {
    let kinds = [("All 12", true), ("People 9", false), ("Families 1", false), ("Documents 2", false)];
    SearchPage {
        query: "nance".into(),
        summary: "12 matches for “nance”, and 1 that is restricted. Nearest first.".into(),
        kinds: kinds.map(|(words, current)| Segment::new(words, "/search?q=nance&kind=all", current)).into(),
        how: Some(Why::titled(
            "How names are matched",
            "Every name a person has had, in any order and with or without accents; what it sounds like in English and \
             Cornish; short forms and nicknames; the first two letters of a postcode. The whole county is searched, \
             open and closed. What you search for is kept with your name for two years.",
        )),
        households: vec![
            HouseholdFound { home: "14 Chapel Row, Porthavel".into(), people: chapel_row() },
            HouseholdFound { home: "Elsewhere".into(), people: elsewhere() },
        ],
        people_count: 9,
        pages: Pages {
            here: 1,
            of: 1,
            href: "/search?q=nance&page=".into(),
            showing: "Showing all 9 people".into(),
            of_what: "people".into(),
        },
        families: vec![OtherFound {
            name: "Nance and Hosken".into(),
            href: "/families/1".into(),
            beneath: "14 Chapel Row, Porthavel. Kerra Nance; Morwenna, 9; Jory, 6; Tegen, 3; a baby due 4 August. Joel \
                      Hosken and Ross Pender live elsewhere."
                .into(),
            note: "Child protection plans, all four · Hannah Pascoe · matched on surname".into(),
        }],
        documents: vec![
            OtherFound {
                name: "Conference report, Nance and Hosken".into(),
                href: "/documents/1".into(),
                beneath: Prose::new()
                    .text("Read with Kerra, 20 March 2026. “… Kerra ")
                    .strong("Nance")
                    .text(" rang for help herself …”"),
                note: String::new(),
            },
            OtherFound {
                name: "School chronology, Porthavel Primary".into(),
                href: "/documents/2".into(),
                beneath: Prose::new()
                    .text("Received 2 March 2026. “… Jory ")
                    .strong("Nance")
                    .text(", asleep in class on …”"),
                note: String::new(),
            },
        ],
        restricted: 1,
        ask: "the duty manager: 01000 555 010, day or night".into(),
        new_href: "/people/new?q=nance".into(),
        ..SearchPage::default()
    }
}

fn person(
    name: (&str, &str),
    place: (&str, &str),
    standing: Result<&str, &str>,
    worker: (&str, &str),
    matched: Result<&str, &str>,
    note: &str,
) -> PersonFound {
    PersonFound {
        name: name.0.into(),
        href: "/people/NAN-1".into(),
        age: name.1.into(),
        place: place.0.into(),
        with: place.1.into(),
        standing: standing.map(|words| Tag::new(Tone::Standing, words)).map_err(Into::into),
        worker: worker.0.into(),
        team: worker.1.into(),
        matched: matched.map(|words| Tag::new(Tone::Plain, words)).map_err(Into::into),
        matched_note: note.into(),
    }
}

fn chapel_row() -> Vec<PersonFound> {
    let plan = Ok("Child protection plan");
    let hannah = ("Hannah Pascoe", "West team");
    vec![
        person(
            ("Nance, Morwenna", "9 years 4 months (12 Nov 2016)"),
            ("Porthavel", "with Kerra, Jory, Tegen"),
            plan,
            hannah,
            Err("Surname"),
            "",
        ),
        person(
            ("Nance, Jory", "6 years 8 months (30 Jun 2019)"),
            ("Porthavel", "with Kerra, Morwenna, Tegen"),
            plan,
            hannah,
            Err("Surname"),
            "",
        ),
        person(
            ("Hosken, Tegen", "3 years 2 months (14 Jan 2023)"),
            ("Porthavel", "with Kerra, Morwenna, Jory"),
            plan,
            hannah,
            Ok("Former name"),
            "Tegen Nance until 2 Feb 2023",
        ),
        person(
            ("Baby Hosken, unborn", "due 4 Aug 2026"),
            ("Porthavel", "mother Kerra Nance"),
            plan,
            hannah,
            Err("Mother’s surname"),
            "",
        ),
        person(
            ("Nance, Kerra", "29 years 2 months (8 Jan 1997)"),
            ("Porthavel", "with her three children"),
            Err("Parent"),
            ("See her children", ""),
            Err("Surname"),
            "",
        ),
    ]
}

fn elsewhere() -> Vec<PersonFound> {
    vec![
        person(
            ("Trevail, Annis", "15 years 1 month (9 Feb 2011)"),
            ("St Austell", "with her aunt"),
            Ok("Child in need"),
            ("Jowan Pellow", "West team"),
            Ok("Nickname"),
            "known as “Nance” at school",
        ),
        person(
            ("Nants, Petroc", "12 years 6 months (3 Sep 2013)"),
            ("Camborne", "with both parents"),
            Err("Closed Jul 2024"),
            ("None now", "was Sam Oyelaran"),
            Ok("Sounds like"),
            "Nants, Nance",
        ),
        person(
            ("Collins, Jade", "20 years 7 months (11 Aug 2005)"),
            ("Truro", "own flat"),
            Ok("Care leaver"),
            ("Bela Moyle", "personal adviser"),
            Ok("Former name"),
            "Jade Nance until May 2021",
        ),
        person(
            ("Nance, Sue", "58 years 5 months (2 Oct 1967)"),
            ("Porthavel", "lives alone"),
            Err("Grandmother"),
            ("See her grandchildren", ""),
            Err("Surname"),
            "",
        ),
    ]
}
