//! Morwenna on a protection plan, and a child about whom almost nothing is known.

use super::StoryPage;
use crate::components::card::Fact;
use crate::components::genogram::{Family, Figure, Member, samples::nance};
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::words::{Drawing, OwnWords};
use crate::components::{ChildHeader, ChildPage, Tag, Tone, Why};
use crate::pages::samples::morwenna;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, StoryPage)> {
    vec![("protection_plan", protection_plan()), ("just_named", just_named())]
}

fn just_named() -> StoryPage {
    let child = ChildHeader {
        name: "Denzil Carne".into(),
        forename: "Denzil".into(),
        facts: vec![("Age".into(), "4 years 9 months (11 Jun 2021)".into())],
        href: "/people/CAR-2".into(),
        here: Some(ChildPage::Story),
        may_record: true,
        ..ChildHeader::default()
    };
    StoryPage {
        child,
        initials: "D C".into(),
        where_heading: "Where he is".into(),
        where_facts: vec![Fact::new(
            "Home",
            Prose::new().quiet("Not known. ").link("/people/CAR-2/homes", "Add it"),
        )],
        words_heading: "In his own words".into(),
        words_missing: Prose::new()
            .text("Nobody has written what Denzil says. ")
            .link("/people/CAR-2/visits/new", "Add a note"),
        family_heading: "His family".into(),
        family: Family {
            id: "family".into(),
            title: "Family of Denzil Carne".into(),
            members: vec![Member {
                id: "denzil".into(),
                label: "Denzil, 4".into(),
                figure: Figure::Male,
                ..Member::default()
            }],
            focus: "denzil".into(),
            ..Family::default()
        },
        around_heading: "People around him".into(),
        ..StoryPage::default()
    }
}

fn protection_plan() -> StoryPage {
    StoryPage {
        child: morwenna(ChildPage::Story),
        initials: "M N".into(),
        printed: (
            "Morwenna Nance · 999 041 7736 · Official: sensitive, child’s record.".into(),
            "Printed 26 March 2026, 2:20pm, by Hannah Pascoe.".into(),
        ),
        where_heading: "Where she is".into(),
        where_facts: vec![
            Fact::new(
                "Home",
                "With her mum Kerra, Jory and Tegen. Joel has lived at his brother’s since 3 March, on bail not to come to the house.",
            ),
            Fact::new("School", "Porthavel Primary, Year 4. Attendance 91.2% this year, 97.5% since 9 March."),
            Fact::new("Status", "Child protection plan since 24 March 2026. Not in care. No court orders."),
        ],
        worries: vec![
            "She lies awake to listen for shouting, and goes down to stand by her mum.".into(),
            "Police have been called three times since 2021, last on 14 February.".into(),
            "Joel says he is no risk, and he may come home before anything has changed.".into(),
        ],
        working: vec![
            "Nan comes every Tuesday and Friday, and the children sleep well when she stays.".into(),
            "Kerra rang for help herself on 14 February, and sees Carys, her domestic abuse adviser, each week.".into(),
            "Breakfast club and swimming: Mr Ferris says Wenna is laughing again.".into(),
        ],
        plan: vec![
            Prose::new().strong("Quiet nights.").text(" Joel stays away; Nan and the police number are the plan if he comes."),
            Prose::new().strong("Someone for Wenna.").text(" Mr Ferris each Monday; Jess, her advocate, before each meeting."),
            Prose::new().strong("Change that lasts.").text(" Kerra with Carys; Joel to start his course by 20 April."),
        ],
        plan_note: Prose::new()
            .link("/people/NAN-1/plan", "Whole plan")
            .text(" · agreed Tue 24 March, next looked at Wed 8 April"),
        dates: vec![
            LogLine::new("2026-04-01", "1 Apr", Prose::new().text("Visit due, all four ").quiet("in 4 working days")),
            LogLine::new("2026-04-09", "9 Apr", Prose::new().text("First core group due ").quiet("booked Wed 8 April")),
            LogLine::new("2026-06-24", "24 Jun", Prose::new().text("Review conference due ").quiet("booked Tue 16 June")),
        ],
        dates_why: Some(Why::titled(
            "Why these dates?",
            "Visit: local standard 5.3, 10 working days after Wed 18 March. Core group: Working Together 2023, 10 working \
             days after the conference, Easter not counted. Review conference: within 3 months of Tue 24 March.",
        )),
        events: events(),
        words_heading: "In her own words".into(),
        words: Some(OwnWords {
            words: "I like it when it’s quiet and Nan is here. I want to go to sleep without listening.".into(),
            caption: "To Hannah, 18 March. She said we could show it.".into(),
            drawing: Some(Drawing {
                href: "assets/drawing.svg".into(),
                description: "Drawing by Morwenna: a house with a yellow window, two people holding hands and the sea.".into(),
            }),
        }),
        family_heading: "Her family".into(),
        family: nance(),
        around_heading: "People around her".into(),
        around: vec![
            Prose::new().strong("Tom Ferris").text(", school · ").strong("Jess Olver").text(", advocate"),
            Prose::new().strong("Bev Curnow").text(", health visitor · ").strong("Priya Nair").text(", midwife"),
            Prose::new().strong("Carys Bolitho").text(", Kerra’s domestic abuse adviser"),
            Prose::new()
                .tag(Tag::new(Tone::Restricted, "Restricted"))
                .text(" Joel must not be told where Carys meets Kerra."),
        ],
        ..StoryPage::default()
    }
}

fn events() -> Vec<LogLine> {
    let event = |date: &str, shown: &str, link: &str, after: &str| {
        LogLine::new(
            date,
            shown,
            Prose::new().link(format!("/people/NAN-1/timeline#e{date}"), link).text(after),
        )
    };
    vec![
        event("2026-03-24", "24 Mar", "Conference: protection plan", " for all four"),
        event("2026-03-20", "20 Mar", "Report read with Kerra", ", and with Joel by phone"),
        event("2026-03-18", "18 Mar", "Seen alone at home", ". She had slept better."),
        event("2026-03-16", "16 Mar", "Section 47 enquiry ended:", " concern borne out"),
        event("2026-03-03", "3 Mar", "Strategy discussion held", ", enquiry started"),
    ]
}
