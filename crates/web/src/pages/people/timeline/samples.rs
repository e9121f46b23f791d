//! Morwenna's record as it was known on the morning of 3 March, and filters that match nothing.

use super::{FilterGroup, TimelinePage};
use crate::components::as_at::{AsAtBanner, MomentForm};
use crate::components::chips::Chip;
use crate::components::fields::Choice;
use crate::components::pages::Pages;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::timeline::{Happening, Year};
use crate::components::{ChildPage, Tag, Tone, Why};
use crate::pages::samples::{morwenna, morwenna_on_3_march};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, TimelinePage)> {
    let nothing = TimelinePage {
        child: morwenna(ChildPage::Timeline),
        initials: "M N".into(),
        summary: "No entries shown of 41.".into(),
        filters: vec![Chip::new("From health, before 2020", "/people/NAN-1/timeline")],
        clear_href: "/people/NAN-1/timeline".into(),
        moment: MomentForm {
            action: "/people/NAN-1/timeline".into(),
            date: "31 Feb".into(),
            error: "There is no such day as 31 February".into(),
            ..MomentForm::default()
        },
        ..TimelinePage::default()
    };
    vec![("as_known", as_known()), ("nothing", nothing)]
}

fn as_known() -> TimelinePage {
    let here = "/people/NAN-1/timeline?known-at=2026-03-03T09:00";
    let whose = [("Morwenna", false), ("Brother and sister", true), ("Household", false)];
    let filters = ["From 2022", "Police, school, health, social care", "Show what we learned later"];
    TimelinePage {
        child: morwenna_on_3_march(ChildPage::Timeline),
        initials: "M N".into(),
        as_at: Some(AsAtBanner {
            moment: "9:00am on Tuesday 3 March 2026".into(),
            note: "an hour before the strategy discussion".into(),
            now_href: "/people/NAN-1/timeline".into(),
        }),
        moment_words: "as known on 3 March 2026".into(),
        printed: (
            "Morwenna Nance · 999 041 7736 · Official: sensitive, child’s record.".into(),
            "Chronology as known at 9:00am on 3 March 2026. Printed 26 March 2026, 2:20pm, by Hannah Pascoe for the \
             core group."
                .into(),
        ),
        summary: "8 entries, newest first. Filled marks are key events. Ages are Morwenna’s age then.".into(),
        whose: whose.map(|(words, current)| Segment::new(words, here, current)).into(),
        filters: filters.map(|words| Chip::new(words, here)).into(),
        clear_href: here.into(),
        years: years(),
        pages: Pages { here: 1, of: 1, showing: "Showing all 8 entries".into(), ..Pages::default() },
        other_order: (format!("{here}&order=oldest"), "Oldest first".into()),
        unknown_then: vec![
            "At 9:00am on 3 March, two things about this time had happened and had not reached us. They are dashed in \
             the list."
                .into(),
            Prose::new().link(format!("{here}&beside=now"), "Set then and now side by side"),
        ],
        moment: MomentForm {
            action: "/people/NAN-1/timeline".into(),
            date: "3 March 2026".into(),
            time: "9:00am".into(),
            keep: vec![("whose".into(), "siblings".into())],
            error: String::new(),
        },
        groups: vec![FilterGroup {
            name: "significance".into(),
            heading: "Significance".into(),
            choices: vec![
                Choice::new("key", "Key events (4)").chosen(true),
                Choice::new("other", "Everything else (4)").chosen(true),
            ],
        }],
        keep: vec![("known-at".into(), "2026-03-03T09:00".into()), ("whose".into(), "siblings".into())],
        words: String::new(),
        span: [("2022".into(), String::new()), (String::new(), String::new())],
        action: "/people/NAN-1/timeline".into(),
        take: vec![
            Prose::new().link("/people/NAN-1/chronologies/new", "Save this selection as a chronology"),
            Prose::new().link("/people/NAN-1/timeline.docx", "Print, or download as Word"),
        ],
    }
}

fn happening(date: &str, shown: &str, age: &str, heading: &str, words: &str, source: &str) -> Happening {
    Happening {
        id: format!("e{date}"),
        date: date.into(),
        shown: shown.into(),
        age_then: age.into(),
        heading: heading.into(),
        words: words.into(),
        source: source.into(),
        ..Happening::default()
    }
}

fn years() -> Vec<Year> {
    let year = |year: &str, happenings: Vec<Happening>| Year { year: year.into(), happenings };
    vec![
        year("2026", this_year()),
        year("2025", last_year()),
        year(
            "2024",
            vec![Happening {
                tags: vec![Tag::new(Tone::Finding, "Finding: sister and brother not considered")],
                ..happening(
                    "2024-11-19",
                    "19 Nov",
                    "8 y 0 m",
                    "Contact from school: tired and late",
                    "Advice given to school, no further action. Attendance 84.0% that half term.",
                    "About Morwenna · Mr Ferris, by email · recorded 20 Nov, 9:10am",
                )
            }],
        ),
        year(
            "2022",
            vec![happening(
                "2022-07-15",
                "15 Jul",
                "5 y 8 m",
                "Early help ended",
                "Family worker’s last visit. Kerra said she would ring if things got hard again.",
                "About Morwenna and Jory · Early Help Hub · recorded 15 Jul 2022, 3:20pm",
            )],
        ),
    ]
}

fn this_year() -> Vec<Happening> {
    vec![
        Happening {
            key: true,
            analysis: Some(
                Prose::new()
                    .text("Third account in nine months of Morwenna looking after the others, or her mother, when there is shouting. ")
                    .quiet("Martin Eddy, 2 Mar"),
            ),
            ..happening(
                "2026-03-02", "2 Mar", "9 y 3 m", "Contact from school: Morwenna is frightened at night",
                "Morwenna told Mr Ferris that she sits on the stairs when Joel and her mum shout, and that she was awake \
                 until very late on Saturday. Decided the same day: strategy discussion for all four children.",
                "About Morwenna, Jory, Tegen and the unborn baby · Tom Ferris, Porthavel Primary, by phone · recorded 2 Mar, 10:20am",
            )
        },
        Happening {
            key: true,
            not_known_then: true,
            why: Some(Why::titled(
                "Why was it not known?",
                "The police form was sent on Mon 16 February to a mailbox that closed in January. The finding is with the \
                 front-door manager. Nothing here is hidden from today’s record.",
            )),
            ..happening(
                "2026-02-14", "14 Feb", "9 y 3 m", "Police came to the house after Kerra rang 999",
                "We learned of this on 3 March at 10:40am, in the strategy discussion. It happened 17 days before. The \
                 children were in the house.",
                "About Kerra, Joel and the three children · Police notification · recorded 3 Mar, 10:52am",
            )
        },
        Happening {
            not_known_then: true,
            ..happening(
                "2026-01-26", "26 Jan", "9 y 2 m", "Booking appointment: baby due 4 August",
                "Kerra told her midwife, Priya Nair, that home was “up and down”. We learned of this on 5 March.",
                "About the unborn baby · Midwifery service · recorded 5 Mar, 3:15pm",
            )
        },
    ]
}

fn last_year() -> Vec<Happening> {
    vec![
        Happening {
            key: true,
            analysis: Some(
                Prose::new()
                    .text("Tegen, then 2, was never on the plan, and no reason is written. ")
                    .quiet("Finding opened 11 Nov"),
            ),
            ..happening(
                "2025-11-10",
                "10 Nov",
                "8 y 11 m",
                "Child in need plan ended",
                "Ended with agreement at the fourth meeting. Kerra and Joel had each finished their course, and there had \
                 been no call-outs since June.",
                "About Morwenna and Jory · Decision by Ruth Tregear · recorded 10 Nov, 4:30pm",
            )
        },
        happening(
            "2025-11-03",
            "3 Nov",
            "8 y 11 m",
            "Seen at school, alone",
            "“It is better mostly. When it is not better I look after Jory.”",
            "About Morwenna · Tom Bray, social worker · recorded 3 Nov, 5:05pm",
        ),
        Happening {
            key: true,
            ..happening(
                "2025-06-18",
                "18 Jun",
                "8 y 7 m",
                "Police came to the house; Joel arrested, no charge",
                "Neighbour rang 999 at 11:40pm. Morwenna had taken Jory and Tegen into her room. Assessment began on 20 \
                 June and led to a child in need plan.",
                "About Kerra, Joel and the three children · Police notification · recorded 19 Jun, 8:45am",
            )
        },
    ]
}
