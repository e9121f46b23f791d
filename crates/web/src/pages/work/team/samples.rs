//! The West team on 26 March 2026.

use super::{Seen, TeamPage, Unallocated, WhatIf, Worker};
use crate::components::log::LogLine;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::{Nearness, When, Why};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, TeamPage)> {
    let settled = TeamPage {
        name: "North team".into(),
        summary: "Thursday 26 March 2026. 74 children, each with a worker.".into(),
        workers: workers(),
        ..TeamPage::default()
    };
    vec![("west", west()), ("settled", settled)]
}

fn west() -> TeamPage {
    let ways = [("By worker", true), ("By child", false), ("By what is due", false)];
    TeamPage {
        name: "West team".into(),
        closed: None,
        summary: "Thursday 26 March 2026. 91 children: 88 with seven workers, 3 with nobody yet.".into(),
        shown: ways.map(|(words, current)| Segment::new(words, "/teams/west?by=worker", current)).into(),
        unallocated: unallocated(),
        unallocated_why: Some(Why::titled(
            "Why these dates?",
            "Local standard 2.4: a worker named within one working day of the manager’s decision to assess. Elowen and \
             Denzil: decided Tue 24 March, so by Wed 25 March. Mabyn: the papers came from Devon on Wed 25 March. \
             Naming a worker stops this.",
        )),
        what_if: Some(what_if()),
        workers: workers(),
        weight_why: Some(Why::titled(
            "How weight is counted",
            "A child on a protection plan counts 3, under enquiry 3, being assessed 2, in need 1; each child counts, \
             brothers and sisters too. Weight helps you ask; it does not say whose work is hard.",
        )),
        unseen: vec![
            LogLine::new(
                "2026-02-24",
                "24 Feb",
                Prose::new().link("/people/TRE-1", "Ellis Tremain").text(", Hannah. Nobody home on Tuesday."),
            ),
            LogLine::new(
                "2026-02-25",
                "25 Feb",
                Prose::new()
                    .link("/people/JEN-1", "Two Jenkin children")
                    .text(", Sam. Overdue since yesterday."),
            ),
        ],
        waiting: vec![
            Prose::new()
                .link("/people/HOC-1/work", "Sign off Zac Hocking’s assessment")
                .text(", since Tuesday; 45th working day is Mon 30 March"),
            Prose::new()
                .link("/supervision/2", "Sam’s supervision")
                .text(": 33 working days. ")
                .link("/supervision/2/book", "Book it"),
        ],
        noticed: vec![
            ("Nothing done for the child".into(), "/lists/no-activity?team=west".into(), 3),
            ("No management entry".into(), "/lists/no-oversight?team=west".into(), 1),
        ],
        ask: vec![(
            "To ask Sam about".into(),
            Prose::new()
                .text("Seventeen children, nine visits this week. Two Jenkin plans could end by Easter: ")
                .link("/people/JEN-1/plan", "see what they lack")
                .text("."),
        )],
    }
}

fn unallocated() -> Vec<Unallocated> {
    let child = |name: &str, forename: &str, age: &str, needs: &str, by: When, seen: Seen| Unallocated {
        name: name.into(),
        forename: forename.into(),
        href: "/people/CAR-1".into(),
        age: age.into(),
        needs: needs.into(),
        by,
        seen,
        try_href: "#what-if".into(),
    };
    let late = || When::new(Nearness::Overdue, "Wed 25 Mar", "1 working day overdue");
    vec![
        child(
            "Carne, Elowen",
            "Elowen",
            "7 years 2 months",
            "Assessment. Father’s partner has been violent; school heard it first.",
            late(),
            Seen::On("Mon 23 Mar".into(), "by Bev Curnow, at home".into()),
        ),
        child(
            "Carne, Denzil",
            "Denzil",
            "4 years 9 months",
            "Assessment. Brother. Not yet seen by any of us.",
            late(),
            Seen::Never,
        ),
        child(
            "Rosevear, Mabyn",
            "Mabyn",
            "15 years 0 months",
            "Moved from Devon on a protection plan. Conference here by Fri 17 April.",
            When::new(Nearness::Today, "Thu 26 Mar", "due today"),
            Seen::On("Thu 19 Mar".into(), "by her Devon worker".into()),
        ),
    ]
}

fn what_if() -> WhatIf {
    let choice = |value: &str, words: &str, beneath: &str, strong: &str, rest: &str| Choosable {
        value: value.into(),
        words: words.into(),
        beneath: beneath.into(),
        follows: Prose::new().strong(strong).text(rest),
        chosen: value == "grace",
    };
    WhatIf {
        heading: "What if the Carne children went to…".into(),
        note: "Both, so that one person sees the family; you may part them and say why. Nothing changes until you \
               allocate."
            .into(),
        legend: "Worker for Elowen and Denzil Carne".into(),
        action: "/forms/allocation".into(),
        sent: vec![("about".into(), "CAR-1,CAR-2".into()), ("shared.team".into(), "west".into())],
        workers: vec![
            choice(
                "grace",
                "Grace Tonkin",
                "Three days a week: Mon, Tue, Wed. First day she could see them is Mon 30 March.",
                "8 → 10 of 12 children.",
                " Seen Mon 30 March: within 5 working days of Tue 24 March.",
            ),
            choice(
                "imran",
                "Imran Sheikh",
                "Was the Carnes’ worker in 2024; Elowen knows him. Two visits already due this week.",
                "13 → 15 of 20 children.",
                " Seen Fri 27 March if one other visit moves.",
            ),
            choice(
                "demelza",
                "Demelza Roskilly",
                "Newly qualified: may not hold an assessment of harm alone in her first year.",
                "10 → 12 of 14 children.",
                " Needs a second worker named.",
            ),
            choice(
                "sam",
                "Sam Oyelaran",
                "Near the limit.",
                "17 → 19 of 20 children.",
                " Two visits are overdue.",
            ),
        ],
        button: "Allocate both".into(),
        told: "The form then asks what each child was told, and for a reason where a limit is passed.".into(),
    }
}

fn workers() -> Vec<Worker> {
    let plain = |date: &str, meaning: &str| When::new(Nearness::Plain, date, meaning);
    let worker = |name: &str,
                  role: &str,
                  children: usize,
                  standings: &str,
                  weight: (u32, u32),
                  visits: (&str, &str),
                  supervision: When| {
        Worker {
            name: name.into(),
            href: "/work?for=worker".into(),
            role: role.into(),
            children,
            standings: standings.into(),
            weight: weight.0,
            limit: weight.1,
            visits: visits.0.into(),
            visits_overdue: visits.1.into(),
            supervision,
        }
    };
    vec![
        worker(
            "Sam Oyelaran",
            "social worker",
            17,
            "6 protection plan, 5 in care, 6 in need",
            (34, 20),
            ("9 due this week", "2 overdue"),
            When::new(Nearness::Overdue, "Mon 9 Feb", "33 working days ago, limit 30"),
        ),
        worker(
            "Hannah Pascoe",
            "social worker",
            15,
            "4 protection plan, 1 in care, 4 assessment, 6 in need",
            (28, 20),
            ("4 due by Wed", "1 overdue"),
            When::new(Nearness::Soon, "Fri 13 Feb", "next tomorrow"),
        ),
        worker(
            "Jowan Pellow",
            "social worker",
            14,
            "4 protection plan, 3 in care, 2 assessment, 5 in need",
            (27, 20),
            ("3 due this week", ""),
            plain("Thu 12 Mar", "10 working days ago"),
        ),
        worker(
            "Imran Sheikh",
            "social worker",
            13,
            "3 protection plan, 4 in care, 3 assessment, 3 in need",
            (26, 20),
            ("2 due this week", ""),
            plain("Tue 17 Mar", "7 working days ago"),
        ),
        worker(
            "Tom Bray",
            "away until Mon 30 March; Hannah covers",
            11,
            "3 protection plan, 4 in care, 1 assessment, 3 in need",
            (22, 20),
            ("2 due, both covered", ""),
            plain("Wed 4 Mar", "16 working days ago"),
        ),
        worker(
            "Demelza Roskilly",
            "newly qualified, first year",
            10,
            "1 protection plan, 3 in care, 3 assessment, 3 in need",
            (18, 14),
            ("1 due this week", ""),
            plain("Fri 20 Mar", "weekly at first"),
        ),
        worker(
            "Grace Tonkin",
            "three days a week",
            8,
            "1 protection plan, 2 in care, 1 assessment, 4 in need",
            (13, 12),
            ("None this week", ""),
            plain("Wed 18 Mar", "6 working days ago"),
        ),
    ]
}
