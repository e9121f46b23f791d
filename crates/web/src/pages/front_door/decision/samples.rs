//! The decision of 2 March 2026 about four children.

use super::{DecisionPage, Known};
use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::fields::Choice;
use crate::components::form::{Act, Kind, Question};
use crate::components::gates::Gate;
use crate::components::log::LogLine;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Nearness, Tag, Tone, When};
use crate::pages::form_samples::{IDS, LEVEL, crumbs, each, each_of, long, shared, sheet};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, DecisionPage)> {
    vec![("four_children", four_children())]
}

fn four_children() -> DecisionPage {
    let mut form = sheet("contact_decision");
    form.action = "/contacts/3320/decide".into();
    form.pick = ["Morwenna", "Jory", "Tegen", "Baby Hosken"]
        .iter()
        .zip(IDS)
        .map(|(name, id)| Choice::new(id, *name).chosen(true))
        .collect();
    shared(
        &mut form,
        vec![
            Question {
                lines: 5,
                ..long(
                    "reason",
                    "Why, and what in the history weighs most",
                    "Others will rely on this. Say what you think is happening to the children, not only what was reported.",
                    "This is the third time in nine months that we hear of Morwenna looking after the others, or her mother, when \
             there is shouting. The 2024 contact was answered as tiredness and lateness. The 2025 plan ended after five quiet \
             months and did not include Tegen. Kerra is now pregnant, which raises the risk to all four.",
                )
            },
            Question::new(Kind::Several, "shared.spoken_to", "Who have you spoken to?")
                .choices(&[
                    ("school", "School"),
                    ("police", "Police in the front door"),
                    ("health", "Health"),
                    ("parent", "Kerra Nance"),
                ])
                .chosen(&["school", "parent"]),
            Question::new(Kind::Person, "shared.decided_by", "Who decides")
                .choices(&[
                    ("EDD-1", "Martin Eddy, front-door manager (you)"),
                    ("ROW-1", "DS Alys Rowe, police manager"),
                    ("TRE-9", "Ruth Tregear, team manager"),
                ])
                .chosen(&["EDD-1"])
                .hint("A screener may not end a concern of harm."),
        ],
    );
    each_of(&mut form, "level_of_need", "Level of need", &LEVEL, ["protection", "", "protection", ""]);
    each(
        &mut form,
        Kind::LongText,
        "history_weighed",
        "History weighed",
        [
            "Three contacts and a plan, each about the same nights. Harm is building.",
            "",
            "None of her own is written down, because nobody looked. That is not the same as none.",
            "None yet. Her sister’s and brothers’ is the baby’s too.",
        ],
    );
    form.acts = vec![
        Act::primary("submit", "Decide for Morwenna and Tegen"),
        Act::secondary("save", "Save, decide later"),
    ];
    form.saved_at = "2:05:41pm.".into();
    form.saved_note = "Jory and the baby wait for what is listed.".into();
    DecisionPage {
        crumbs: crumbs(&[("Front door, 2 March", "/front-door"), ("Nance and Hosken household", "")]),
        initials: "K N household".into(),
        question: "What should happen for each of these four children?".into(),
        summary: "Contact from Porthavel Primary, Monday 2 March 2026, 10:20am. You are deciding as front-door manager.".into(),
        due: Some(When::new(Nearness::Soon, "Tue 3 Mar", "due tomorrow, one working day after the contact")),
        said: vec![OwnWords {
            words: "I sit on the stairs so I can hear if Mum needs me.".into(),
            caption: "Morwenna to Tom Ferris, safeguarding lead, this morning. She knows he has rung us. Kerra knows too; Joel does not.".into(),
            drawing: None,
        }],
        known: known(),
        options_heading: "Decision for the children ticked".into(),
        options: choices(),
        sheet: form,
        beside: beside(),
        ..DecisionPage::default()
    }
}

fn known() -> Vec<Known> {
    let one = |scope: &str, name: &str, age: &str, facts: &str, ready: Tag| Known {
        scope: scope.into(),
        name: name.into(),
        href: format!("/people/{scope}"),
        age: age.into(),
        facts: facts.into(),
        ready,
    };
    let ready = || Tag::new(Tone::Met, "Ready");
    vec![
        one(
            "NAN-1",
            "Morwenna Nance",
            "9 years 3 months",
            "Spoke to school today. Earlier contacts: Oct 2021, Nov 2024, Jun 2025. Child in need plan Jun to Nov 2025.",
            ready(),
        ),
        one(
            "NAN-2",
            "Jory Nance",
            "6 years 8 months",
            "Same school. Asleep on Saturday, Morwenna says. On the plan Jun to Nov 2025.",
            Tag::new(Tone::Soon, "2 things missing"),
        ),
        one(
            "HOS-1",
            "Tegen Hosken",
            "3 years 1 month",
            "At home on Saturday. Never on a plan, and no reason was written.",
            ready(),
        ),
        one(
            "HOS-2",
            "Baby Hosken, unborn",
            "due 4 Aug 2026",
            "Kerra told school she is about 18 weeks. Midwife not yet asked.",
            Tag::new(Tone::Soon, "1 thing missing"),
        ),
    ]
}

fn choices() -> Vec<Choosable> {
    let one = |value: &str, words: &str, beneath: &str, follows: Prose| Choosable {
        value: value.into(),
        words: words.into(),
        beneath: beneath.into(),
        follows,
        chosen: value == "strategy_discussion",
    };
    vec![
        one(
            "strategy_discussion",
            "Strategy discussion",
            "A child may be suffering, or likely to suffer, significant harm. Police and health are called together.",
            Prose::new()
                .strong("If held Tue 3 March:")
                .text(" conference by ")
                .strong("Tue 24 March")
                .text(", 15 working days later, if the enquiry finds it is needed."),
        ),
        one(
            "referral",
            "Social work assessment",
            "A child in need who is safe for now. A social worker sees each child within 5 working days.",
            Prose::new()
                .strong("From today:")
                .text(" children seen by ")
                .strong("Mon 9 March")
                .text("; assessment ends by ")
                .strong("Thu 7 May")
                .text(", 45 working days."),
        ),
        one(
            "early_help",
            "Early help",
            "The family agrees to help and no child is at risk of harm. Needs Kerra’s agreement.",
            Prose::new()
                .strong("From today:")
                .text(" family worker rings by ")
                .strong("Thu 5 March")
                .text(", 3 working days."),
        ),
        one(
            "no_further_action",
            "No further action",
            "A concern of harm needs a manager’s reason for each child. Every one goes into the weekly second look.",
            Prose::new().strong("Second look:").text(" drawn ").strong("Fri 6 March").text("."),
        ),
    ]
}

fn beside() -> Aside {
    let day = LogLine::new;
    Aside {
        label: "What is missing, and history".into(),
        gates_heading: "Before you can decide for all four".into(),
        gates: vec![
            Gate::missing("Jory: choose his level of need", Prose::new().text("A sister’s need does not stand for his. ").link("#NAN-2.level_of_need", "Choose it")),
            Gate::missing("Jory: weigh his history, or say there is none", Prose::new()
                .text("He was on the 2025 plan; nobody has said what it means for him now. ").link("#NAN-2.history_weighed", "Add it")),
            Gate::missing("Baby: ask the midwife", Prose::new()
                .text("A decision before birth rests on who is caring for the mother. Priya Nair, 01000 555 014. ").link("/people/HOS-2/start", "Record the call")),
            Gate::met("You may decide this", "Front-door manager. A screener may not end a concern of harm."),
            Gate::met("History looked for in all four names", "And in Kerra’s, Joel’s and Ross Pender’s."),
        ],
        panels: vec![
            SidePanel::new("What came before", Beside::Log(vec![
                day("2025-11-10", "Nov 25", "Child in need plan ended (Morwenna, Jory)".into()),
                day("2025-06-18", "Jun 25", "Police at the house, 11:40pm".into()),
                day("2024-11-19", "Nov 24", Prose::new().text("School contact: no further action ").tag(Tag::new(Tone::Finding, "Finding"))),
                day("2022-07-15", "Jul 22", "Early help ended".into()),
                day("2021-10-14", "Oct 21", "Police notification; early help began".into()),
            ])).beneath(Prose::new().link("/people/NAN-1/timeline?with=household", "Read the family’s timeline")),
            SidePanel::new("This will also", Beside::List(vec![
                "tell Mr Ferris the outcome by Tue 3 March".into(),
                "invite DC Lowenna Hicks, health and school".into(),
                "open a referral for each child, dated 2 March".into(),
            ])),
        ],
        ..Aside::default()
    }
}
