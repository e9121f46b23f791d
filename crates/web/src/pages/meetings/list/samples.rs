//! The chair's meetings on 24 March 2026; and a day with none.

use super::{Meeting, MeetingGroup, MeetingsPage};
use crate::components::button::Button;
use crate::components::segments::Segment;
use crate::components::{Nearness, Tag, Tone, When, Why};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, MeetingsPage)> {
    let none = MeetingsPage {
        summary: "Saturday 28 March 2026.".into(),
        groups: vec![group("today", "Today", Vec::new()), group("coming", "To come", Vec::new())],
        ..MeetingsPage::default()
    };
    vec![("chair", chair()), ("none", none)]
}

fn group(id: &str, heading: &str, meetings: Vec<Meeting>) -> MeetingGroup {
    MeetingGroup { id: id.into(), heading: heading.into(), meetings, when_empty: "No meeting.".into() }
}

fn meeting(
    what: &str,
    children: &str,
    when: When,
    place: &str,
    part: &str,
    papers: Vec<Tag>,
    next: Button,
) -> Meeting {
    Meeting {
        what: what.into(),
        href: "/meetings/M-118".into(),
        children: children.into(),
        when,
        place: place.into(),
        part: part.into(),
        papers,
        why: None,
        next,
    }
}

fn chair() -> MeetingsPage {
    let tag = Tag::new;
    let mut today = meeting(
        "Child protection conference",
        "Nance and Hosken: Morwenna, Jory, Tegen and Baby Hosken",
        When::new(Nearness::Today, "Tue 24 Mar, 10:00am", "due today, the 15th working day"),
        "County Hall, room 4",
        "You chair",
        vec![tag(Tone::Met, "5 of 7 reports in on time"), tag(Tone::Overdue, "1 not received")],
        Button::primary("Open", "/meetings/M-118"),
    );
    today.why = Some(Why::new(
        "is the conference due today",
        "Working Together 2023: within 15 working days of the strategy discussion of Tuesday 3 March. Wed 4 March is day 1.",
    ));
    let coming = vec![
        meeting(
            "Review conference",
            "Carlyon: Petroc",
            When::new(Nearness::Soon, "Thu 26 Mar, 1:30pm", "due by Fri 3 April, 3 months"),
            "Camborne, room 2",
            "You chair",
            vec![tag(Tone::Soon, "2 of 4 reports in")],
            Button::secondary("Ask for reports", "/meetings/M-121"),
        ),
        meeting(
            "Core group",
            "Nance and Hosken, four children",
            When::new(Nearness::Plain, "Wed 8 Apr, 1:30pm", "due by Thu 9 April, 10 working days"),
            "Porthavel Primary",
            "Hannah Pascoe leads",
            vec![tag(Tone::Plain, "Booked as the conference ends")],
            Button::secondary("Open", "/meetings/M-130"),
        ),
    ];
    let held = vec![meeting(
        "Review conference",
        "Jenkin: two children",
        When::new(Nearness::Plain, "Fri 20 Mar", "in time"),
        "Truro",
        "You chaired",
        vec![tag(Tone::Soon, "Record not yet sent")],
        Button::secondary("Send the record", "/meetings/M-109"),
    )];
    let ways = [("Mine", true), ("My team’s", false), ("By family", false)];
    MeetingsPage {
        summary: "Tuesday 24 March 2026. One today; one report to ask for before Thursday.".into(),
        shown: ways.map(|(words, current)| Segment::new(words, "/meetings?show=mine", current)).into(),
        call: None,
        groups: vec![
            group("today", "Today", vec![today]),
            group("coming", "To come", coming),
            group("held", "Held, with something left to do", held),
        ],
    }
}
