//! Who has looked at Morwenna's record, with one opening in an emergency.

use super::{AccessPage, MaySee, Seen};
use crate::components::button::Button;
use crate::components::pages::Pages;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::{ChildPage, Tag, Tone, Why};
use crate::pages::samples::morwenna;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, AccessPage)> {
    let unseen = AccessPage {
        child: morwenna(ChildPage::Access),
        initials: "M N".into(),
        summary: "Nobody has opened it this week.".into(),
        ..AccessPage::default()
    };
    vec![("opened", opened()), ("unseen", unseen)]
}

fn opened() -> AccessPage {
    let shown = [("This month", true), ("Since it began", false), ("Only what left", false)];
    AccessPage {
        child: morwenna(ChildPage::Access),
        initials: "M N".into(),
        summary: "Opened 64 times by 9 people in March 2026. Morwenna may ask to read this page.".into(),
        shown: shown
            .map(|(words, current)| Segment::new(words, "/people/NAN-1/access?span=month", current))
            .into(),
        may: may(),
        may_why: Some(Why::titled(
            "How is this worked out?",
            "From who is allocated, who manages them, which meetings she is part of, and restrictions. It is worked out \
             again each time somebody opens the record; nobody keeps access because they once had it.",
        )),
        seen: seen(),
        pages: Pages {
            here: 1,
            of: 13,
            href: "/people/NAN-1/access?page=".into(),
            showing: "Showing 1 to 5 of 64".into(),
            of_what: "openings".into(),
        },
        restrictions: vec![],
        must_not_know: vec![
            Prose::new()
                .tag(Tag::new(Tone::Restricted, "Restricted"))
                .text(" Joel must not be told where Carys meets Kerra."),
        ],
        acts: vec![
            Button::secondary("Give somebody access", "/people/NAN-1/access/give"),
            Button::secondary("Restrict this record", "/people/NAN-1/access/restrict"),
        ],
    }
}

fn may() -> Vec<MaySee> {
    let people = [
        ("Hannah Pascoe", "social worker", "Everything", "Allocated since 3 March 2026"),
        ("Ruth Tregear", "team manager", "Everything", "Manages Hannah"),
        ("Alan Spargo", "conference chair", "Everything but supervision", "Chairs her conference"),
        ("Tom Ferris", "Porthavel Primary", "Her plan, her meetings, what he wrote", "In her core group"),
        ("The duty team", "out of hours", "Story, timeline, plan", "By role, when she is spoken of on duty"),
    ];
    people
        .map(|(who, part, what, because)| MaySee {
            who: who.into(),
            part: part.into(),
            what: what.into(),
            because: because.into(),
        })
        .into()
}

fn seen() -> Vec<Seen> {
    let seen = |when: &str, who: &str, role: &str, did: &str, because: &str, tags: Vec<Tag>| Seen {
        when: when.into(),
        who: who.into(),
        role: role.into(),
        did: did.into(),
        because: because.into(),
        tags,
    };
    vec![
        seen(
            "Thu 26 Mar, 2:20pm",
            "Hannah Pascoe",
            "Social worker, West team",
            "Printed the timeline",
            "Allocated",
            vec![Tag::new(Tone::Plain, "Printed")],
        ),
        seen(
            "Thu 26 Mar, 9:41am",
            "Ruth Tregear",
            "Team manager",
            "Read the story and the plan",
            "Manages her worker",
            vec![],
        ),
        seen(
            "Tue 24 Mar, 10:02am",
            "Alan Spargo",
            "Conference chair",
            "Recorded the conference",
            "Chairs her conference",
            vec![],
        ),
        Seen {
            because: Prose::new()
                .text("“Hospital asking, child brought in with mother.” ")
                .link("/access/openings/1", "Looked at by Helen Marrack, 16 March: rightly opened"),
            ..seen(
                "Sat 14 Mar, 11:48pm",
                "Imran Sheikh",
                "Out-of-hours duty",
                "Opened for 60 minutes; read the story",
                "",
                vec![Tag::new(Tone::Soon, "Opened in an emergency")],
            )
        },
        seen(
            "Tue 3 Mar, 10:52am",
            "Martin Eddy",
            "Front-door manager",
            "Recorded the strategy discussion",
            "Decides at the front door",
            vec![],
        ),
    ]
}
