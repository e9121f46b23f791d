//! Hannah's Thursday, and a first day with nothing in it.

use super::{MyFamily, WorkPage};
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::task_table::{Task, TaskGroup};
use crate::components::{Nearness, When, Why};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, WorkPage)> {
    vec![("thursday", thursday()), ("first_day", first_day())]
}

fn group(id: &str, heading: &str, heads: (&str, &str), when_empty: &str, tasks: Vec<Task>) -> TaskGroup {
    TaskGroup {
        id: id.into(),
        heading: heading.into(),
        second: heads.0.into(),
        third: heads.1.into(),
        tasks,
        when_empty: when_empty.into(),
    }
}

fn task(what: &str, who: &str, why_here: &str, when: When, next: Button, why: Option<Why>) -> Task {
    Task {
        what: what.into(),
        href: next.href.clone(),
        who: who.into(),
        why_here: why_here.into(),
        why,
        when,
        next,
    }
}

fn first_day() -> WorkPage {
    WorkPage {
        summary: "Thursday 26 March 2026. Nothing needs you.".into(),
        groups: vec![
            group(
                "now",
                "Now",
                ("Why it is here", "Due"),
                "Nothing is due today, and nothing is late.",
                vec![],
            ),
            group("week", "This week", ("Why it is here", "Due"), "Nothing falls due this week.", vec![]),
        ],
        ..WorkPage::default()
    }
}

fn thursday() -> WorkPage {
    let ways = [("By date", true), ("By child", false), ("By family", false), ("By kind", false)];
    let families = [
        ("Hocking", "1 child, assessment", "20 Mar"),
        ("Kitto", "1 child, assessment", "19 Mar"),
        ("Nance and Hosken", "4 children, protection plan", "18 Mar"),
        ("Pender", "2 children, child in need", "12 Mar"),
        ("Rickard", "1 child, in care", "25 Mar"),
        ("Tremain", "1 child, child in need", "24 Feb"),
        ("Varcoe", "3 children, child in need", "11 Mar"),
        ("Warne", "2 children, assessment", "23 Mar"),
    ];
    let families = families.map(|(name, standing, last_seen)| MyFamily {
        name: name.into(),
        href: "/people/NAN-1".into(),
        standing: standing.into(),
        last_seen: last_seen.into(),
    });
    WorkPage {
        summary: "Thursday 26 March 2026. Three things need you now; four more before Easter.".into(),
        grouped: ways.map(|(words, current)| Segment::new(words, "/work?by=date", current)).into(),
        groups: vec![
            group("now", "Now", ("Why it is here", "Due"), "", now()),
            group("week", "This week", ("Why it is here", "Due"), "", week()),
            group("wait", "Waiting on others", ("Where it is", "Expected"), "", waiting()),
            group("draft", "Drafts", ("State", "Last saved"), "", drafts()),
        ],
        children: 15,
        families: families.into(),
        done: vec![
            "Conference for the Nance and Hosken children".into(),
            "Lamorna seen on Wednesday".into(),
            "Warne children’s assessment started".into(),
        ],
        cover: Prose::new()
            .text("You are covering for Tom Bray until Friday 27 March: 2 things are due in that time. ")
            .link("/work?for=tom-bray", "See Tom’s work"),
    }
}

fn now() -> Vec<Task> {
    vec![
        task(
            "Visit Ellis at home",
            "Tremain, Ellis · 11 years 2 months",
            "Nobody was home on Tuesday. Seen every 4 weeks while on a child in need plan.",
            When::new(Nearness::Overdue, "Tue 24 Mar", "2 working days overdue"),
            Button::primary("Record visit", "/people/TRE-1/visits/new"),
            Some(Why::new(
                "is the visit to Ellis due",
                "Local standard 3.2: a visit within 20 working days of the last. He was last seen on Tue 24 February, \
                 so it was due by Tue 24 March. The attempt on 24 March is recorded; an attempt does not count as a \
                 visit. Seeing Ellis stops this.",
            )),
        ),
        task(
            "Answer what Ruth asked about Piran’s plan",
            "Kitto, Piran · 13 years 0 months",
            "Returned by Ruth Tregear at 9:20am: two actions have no date. The assessment is on its 45th working day.",
            When::new(Nearness::Today, "Thu 26 Mar", "due today"),
            Button::primary("Open", "/people/KIT-1/plan"),
            Some(Why::new(
                "is Piran’s assessment due",
                "Working Together 2023: an assessment ends within 45 working days of the referral. Referral received \
                 Thu 22 January 2026; the 45th working day is Thu 26 March. Manager’s sign-off stops this.",
            )),
        ),
        task(
            "Confirm the first core group",
            "Nance and Hosken family · 4 children",
            "Conference on Tuesday made all four subjects of a plan. The group must meet by Thu 9 April.",
            When::new(Nearness::Today, "Thu 26 Mar", "due today"),
            Button::primary("Confirm", "/meetings/2"),
            Some(Why::new(
                "is the core group due",
                "Local standard 5.1: members and date confirmed within 2 working days of the conference (Tue 24 \
                 March). The meeting itself is due within 10 working days; Good Friday and Easter Monday are not \
                 counted.",
            )),
        ),
    ]
}

fn week() -> Vec<Task> {
    vec![
        task(
            "Supervision with Ruth Tregear",
            "You · 2:00pm, Porthavel office",
            "Six weeks since the last. Five children are on the list to talk about.",
            When::new(Nearness::Soon, "Fri 27 Mar", "tomorrow"),
            Button::secondary("Prepare", "/supervision/1"),
            None,
        ),
        task(
            "Report for Lamorna’s care review",
            "Rickard, Lamorna · 14 years 6 months",
            "Review is on Thu 2 April. The reviewing officer needs your report three working days before.",
            When::new(Nearness::Soon, "Mon 30 Mar", "in 2 working days"),
            Button::secondary("Continue", "/people/RIC-1/work"),
            Some(Why::new(
                "is the report due",
                "Local standard 7.4. Care Planning Regulations 2010 set the review; the local rule sets the report. \
                 Three working days before Thu 2 April is Mon 30 March.",
            )),
        ),
        task(
            "Lamorna’s personal education plan",
            "Rickard, Lamorna · 14 years 6 months",
            "Due once a term. School meeting is booked for Tuesday at 3:45pm.",
            When::new(Nearness::Plain, "Tue 31 Mar", "in 3 working days"),
            Button::secondary("Open", "/people/RIC-1/plan"),
            None,
        ),
        task(
            "Visit all four children",
            "Nance and Hosken family · 4 children",
            "Seen every 10 working days on a child protection plan. Last seen Wed 18 March.",
            When::new(Nearness::Plain, "Wed 1 Apr", "in 4 working days"),
            Button::secondary("Record visit", "/people/NAN-1/visits/new"),
            Some(Why::new(
                "is the visit due",
                "Local standard 5.3, tighter than the law. Ten working days after Wed 18 March is Wed 1 April. Each \
                 child is counted apart: a visit that misses one child leaves that child’s date standing.",
            )),
        ),
    ]
}

fn waiting() -> Vec<Task> {
    vec![
        task(
            "Signing off Zac’s assessment",
            "Hocking, Zac · 4 years 8 months",
            "With Ruth Tregear since Tue 24 March.",
            When::new(Nearness::Soon, "Mon 30 Mar", "45th working day"),
            Button::secondary("View", "/people/HOC-1/work"),
            None,
        ),
        task(
            "Health chronology for Tegen",
            "Hosken, Tegen · 3 years 2 months",
            "Asked of Bev Curnow, health visitor, on Fri 20 March. She replied that it will come this week.",
            When::new(Nearness::Plain, "Fri 27 Mar", "promised tomorrow"),
            Button::secondary("Remind", "/people/NAN-3/work"),
            None,
        ),
        task(
            "Joel’s bail conditions in writing",
            "Nance and Hosken family · 4 children",
            "Asked of DC Lowenna Hicks on Tue 24 March. No date promised.",
            When::new(Nearness::Plain, "Tue 24 Mar", "asked 2 working days ago"),
            Button::secondary("Remind", "/people/NAN-1/work"),
            None,
        ),
    ]
}

fn drafts() -> Vec<Task> {
    vec![
        task(
            "Letter to Kerra after the conference",
            "Nance and Hosken family · 4 children",
            "Half written. Nothing has been sent.",
            When::new(Nearness::Plain, "Today", "saved 9:12am"),
            Button::secondary("Continue", "/drafts/1"),
            None,
        ),
        task(
            "Visit to Lamorna at her placement",
            "Rickard, Lamorna · 14 years 6 months",
            "3 of 5 parts written. It stays here until you finish or throw it away.",
            When::new(Nearness::Plain, "Wed 25 Mar", "saved 4:40pm"),
            Button::secondary("Continue", "/drafts/2"),
            None,
        ),
    ]
}
