//! The strategy discussion of 3 March 2026, while it goes on.

use super::{Missing, StrategyPage};
use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::fields::Choice;
use crate::components::form::{Act, Answer, Attending, Kind, Question};
use crate::components::gates::Gate;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Nearness, Tag, Tone, When, Why};
use crate::pages::form_samples::{AGENCY, column, crumbs, each, each_of, long, shared, sheet};

const DECISION: [(&str, &str); 4] = [
    ("joint", "Enquiry, with police"),
    ("single", "Enquiry, social care alone"),
    ("none_assessment", "No enquiry: assessment goes on"),
    ("none", "No enquiry: nothing further"),
];

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, StrategyPage)> {
    vec![("under_way", under_way())]
}

fn under_way() -> StrategyPage {
    let mut form = sheet("strategy_discussion,enquiry_decision");
    form.action = "/people/NAN-1/start/strategy_discussion".into();
    for (part, age) in form.children.iter_mut().zip([
        "9 years 3 months",
        "6 years 8 months",
        "3 years 1 month",
        "unborn, about 18 weeks",
    ]) {
        part.age = age.into();
    }
    each(
        &mut form,
        Kind::LongText,
        "reasons",
        "Risk",
        [
            "Likely to be harmed by hearing violence to her mother, and by standing between them. She carries the others.",
            "Checks doors at school. Likely to be harmed by the same; he has said less, which is not the same as knowing less.",
            "At home all day, seen by nobody outside since a missed two-year check. In the house on 14 February.",
            "",
        ],
    );
    each_of(&mut form, "decision", "Decision", &DECISION, ["joint", "joint", "joint", ""]);
    shared(
        &mut form,
        vec![
            long(
                "weighed",
                "Why this decision, and what was weighed against it",
                "",
                "Third account of fear at night in nine months, and now a call-out that we had not heard of. An assessment alone would wait for Joel’s agreement. Kerra has asked for help, which weighs the other way and shapes how we go.",
            ),
            todo(),
            long(
                "contingency",
                "What we do if things get worse",
                "Who acts, and how soon.",
                "If Joel comes to the house, Kerra rings 999; the night team sees the children within the hour.",
            ),
        ],
    );
    form.acts = vec![
        Act::primary("submit", "Decide for Morwenna, Jory and Tegen"),
        Act::secondary("save", "Save, decide later"),
    ];
    form.saved_at = "10:52:18am.".into();
    form.saved_note = "The baby waits for what is listed.".into();
    StrategyPage {
        crumbs: crumbs(&[("Nance and Hosken family", "/people/NAN-1/people"), ("Strategy discussion", "")]),
        heading: "Strategy discussion".into(),
        initials: "M N and others".into(),
        summary: "Morwenna, Jory, Tegen and Baby Hosken · Tuesday 3 March 2026, 10:30am, by video · Chair: Ruth Tregear".into(),
        tags: vec![Tag::new(Tone::Met, "Met: within one working day of the contact"), Tag::new(Tone::Finding, "Finding: no health professional")],
        said: Some(OwnWords { words: "I sit on the stairs so I can hear if Mum needs me.".into(), caption: "Morwenna to Tom Ferris, Monday 2 March".into(), drawing: None }),
        people: people(),
        agencies: AGENCY.map(|(value, words)| Choice::new(value, words)).into(),
        missing: vec![Missing {
            heading: "Health is missing. You can go on.".into(),
            words: "The law’s guidance asks for social care, health and the police at least. The discussion is recorded as it happened; a finding stays open until a health professional is heard.".into(),
            why: Some(Why::titled("Why is this a finding?", "Working Together 2023, chapter 3: a strategy discussion should involve social care, the police and health, and the referrer as fits. Hearing Priya Nair or Bev Curnow, and saying whether it changes the decision for any child, closes it. Waiting for them would have left four children unseen today.")),
        }],
        sheet: form,
        beside: beside(),
    }
}

fn todo() -> Question {
    let mut asked = Question::new(Kind::Parts, "shared.actions", "Actions");
    asked.label_hidden = true;
    asked.add_words = "Add an action".into();
    asked.columns = vec![
        column(Kind::LongText, "what", "Action"),
        column(Kind::Text, "owner_name", "Who (one name)"),
        column(Kind::Day, "by", "By"),
    ];
    let row = |what: &str, who: &str, day: &str| {
        vec![Answer::words(what), Answer::words(who), Answer::day(day, "3", "2026")]
    };
    asked.rows = vec![
        row("See Morwenna and Jory at school, alone, with DC Lowenna Hicks", "Hannah Pascoe", "3"),
        row("See Tegen, and talk with Kerra, away from Joel", "Hannah Pascoe", "3"),
        row("Speak to Joel; ask for bail conditions that keep him from the house", "DC Lowenna Hicks", "3"),
        row("Ask Priya Nair, midwife, and Bev Curnow what health knows", "Ruth Tregear", "5"),
        row("Tell Ross Pender what is happening for Morwenna and Jory", "Hannah Pascoe", "5"),
    ];
    asked
}

fn people() -> Vec<Attending> {
    let one = |name: &str, capacity: &str, agency: &str, presence: &str, knew: &str| Attending {
        name: name.into(),
        capacity: capacity.into(),
        agency: agency.into(),
        presence: presence.into(),
        knew: knew.into(),
        ..Attending::default()
    };
    let mut police = one(
        "DC Lowenna Hicks",
        "safeguarding unit",
        "police",
        "remote",
        "Three call-outs since 2021. On 14 February Kerra rang 999; all three children were in the house. Form sent 16 February.",
    );
    police.notes = vec![Tag::new(Tone::Finding, "Not known to us until now")];
    let mut health = one(
        "Bev Curnow",
        "health visitor",
        "health",
        "absent",
        "Not known. Health visitors are at training; no deputy is named. Midwife not yet asked.",
    );
    health.tried = "Asked 9:05am, message left".into();
    health.notes = vec![Tag::new(Tone::Soon, "Missing")];
    vec![
        one(
            "Ruth Tregear",
            "chair, team manager",
            "social_care",
            "remote",
            "Contacts in 2021, 2024 and 2025. Child in need plan June to November 2025, for Morwenna and Jory only. Nobody saw Tegen on it.",
        ),
        police,
        one(
            "Tom Ferris",
            "safeguarding lead",
            "school",
            "remote",
            "Morwenna’s words yesterday. Tired on Mondays. Jory copies her: he checks doors. Attendance 91%.",
        ),
        health,
    ]
}

fn beside() -> Aside {
    let because = "Working Together 2023: a conference within 15 working days of the strategy discussion at which the enquiry was decided. Counted from Tuesday 3 March: Wed 4 March is day 1, Tue 24 March is day 15. No bank holiday falls between. Ending the enquiry with the concern not borne out stops this. A later discussion does not move it.";
    let finding = || Prose::new().tag(Tag::new(Tone::Finding, "Finding"));
    Aside {
        label: "What this starts".into(),
        first: vec![SidePanel::new(
            "What this starts",
            Beside::Starts(
                "If an enquiry starts today:".into(),
                When::new(Nearness::Plain, "Tue 24 Mar", "conference by, 15 working days later"),
                Some(Why { about: "for the conference".into(), ..Why::titled("Why this date?", because) }),
            ),
        )],
        gates_heading: "Before you can decide for all four".into(),
        gates: vec![
            Gate::missing(
                "Baby: say what may happen to the baby",
                Prose::new()
                    .text("A mother’s risk does not stand for her baby’s. ")
                    .link("#HOS-2.reasons", "Write it"),
            ),
            Gate::missing("Baby: choose a decision", Prose::new().link("#HOS-2.decision", "Choose it")),
            Gate::met("You may decide this", "Team manager, with the police."),
            Gate::met("Every action has one owner and a date", ""),
        ],
        advice_heading: "Does not stop you".into(),
        advice: vec![
            finding().text(" Health not heard. Opens today, with you."),
            finding()
                .text(" The 14 February notification reached us after 17 days. With the front-door manager."),
        ],
        panels: vec![SidePanel::new(
            "This will also",
            Beside::List(vec![
                "send the record to each who took part".into(),
                "hold Tue 24 March, 10:00am, with the conference service".into(),
                "open an enquiry for each child decided, not for the family".into(),
            ]),
        )],
        ..Aside::default()
    }
}
