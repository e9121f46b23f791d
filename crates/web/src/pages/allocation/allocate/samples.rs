//! Ruth Tregear names a worker for the four children, 3 March 2026; and one above the limit.

use super::{AllocatePage, NeedsWorker};
use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::errors::Mistake;
use crate::components::fields::Choice;
use crate::components::form::{Act, Kind, Question};
use crate::components::gates::Gate;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::components::{Nearness, When};
use crate::pages::form_samples::{IDS, crumbs, each, long, shared, sheet};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, AllocatePage)> {
    let mut above = choosing("sam");
    above.sheet.shared.questions[0].answer.words =
        "The others have no afternoon free, and the children must be seen today.".into();
    let missing = "Say why Sam takes children above the agreed weight";
    above.sheet.shared.questions.push(
        long(
            "override_reason",
            "Why above the agreed weight",
            "The head of service agrees, and is named.",
            "",
        )
        .error(missing),
    );
    above.sheet.shared.questions.push(
        Question::new(Kind::Person, "shared.override_by", "Who agreed")
            .choices(&[("KIT-1", "Jenifer Kitto, head of service")]),
    );
    above.sheet.mistakes = vec![Mistake::new("shared.override_reason", missing)];
    above.sheet.mistakes_note = "Nobody is allocated yet. What you wrote is saved.".into();
    vec![("choosing", choosing("hannah")), ("above_limit", above)]
}

fn choosing(chosen: &str) -> AllocatePage {
    let mut form = sheet("allocation");
    form.action = "/people/NAN-1/start/allocation".into();
    for (part, age) in form.children.iter_mut().zip([
        "9 years 3 months",
        "6 years 8 months",
        "3 years 1 month",
        "unborn, due 4 Aug 2026",
    ]) {
        part.age = age.into();
    }
    form.pick = ["Morwenna", "Jory", "Tegen", "Baby Hosken"]
        .iter()
        .zip(IDS)
        .map(|(name, id)| Choice::new(id, *name).chosen(true))
        .collect();
    shared(&mut form, vec![
        long("reason", "Why this worker", "One person for the family, unless you say why not.", "Hannah can see all three today with DC Hicks, and knows the school. One worker, so that the children tell it once.").lines(2),
    ]);
    each(
        &mut form,
        Kind::LongText,
        "child_told",
        "Told",
        [
            "Mr Ferris tells her before lunch that Hannah will come, and that it is because she was listened to.",
            "With his sister, by Mr Ferris.",
            "Kerra tells her Hannah is coming to play.",
            "Kerra, by phone from Hannah, away from Joel.",
        ],
    );
    let whom = if chosen == "sam" { "Sam" } else { "Hannah" };
    form.acts = vec![
        Act::primary("confirm", format!("Allocate all four to {whom}")),
        Act::secondary("save", "Save, decide later"),
    ];
    form.saved_at = "11:20:05am.".into();
    form.saved_note = format!("{whom} is told at once; nothing changes until you allocate.");
    AllocatePage {
        crumbs: crumbs(&[("West team", "/teams/west"), ("Allocate", "")]),
        initials: "M N and others".into(),
        question: "Who should work with Morwenna, Jory, Tegen and the baby?".into(),
        summary: "With the West team since Monday 2 March 2026. You are deciding as team manager.".into(),
        due: Some(When::new(Nearness::Today, "Tue 3 Mar", "due today, one working day")),
        children: children(),
        options_heading: "Worker for the children ticked".into(),
        workers: workers(chosen),
        sheet: form,
        beside: Aside {
            label: "What is missing".into(),
            gates_heading: "Before you can allocate".into(),
            gates: vec![
                Gate::met("Each child is named", "The baby too, who is held under Kerra."),
                Gate::met("You may decide this", "Team manager."),
                Gate::met("Each child is told first", "By someone they know."),
            ],
            panels: vec![SidePanel::new(
                "This will also",
                Beside::List(vec![
                    "tell Mr Ferris, Bev Curnow and Priya Nair who the worker is".into(),
                    "put each child on Hannah’s list, not the family".into(),
                    Prose::new()
                        .text("start the first visit’s date: ")
                        .strong("today")
                        .text(", because an enquiry is open"),
                ]),
            )],
            ..Aside::default()
        },
    }
}

fn children() -> Vec<NeedsWorker> {
    let one = |scope: &str, needs: &str, before: &str| NeedsWorker {
        scope: scope.into(),
        href: format!("/people/{scope}"),
        needs: needs.into(),
        before: before.into(),
        by: Some(When::new(Nearness::Today, "Tue 3 Mar", "due today")),
    };
    vec![
        one("NAN-1", "Enquiry with the police. To be seen today, alone.", "Tom Bray, Jun to Nov 2025"),
        one("NAN-2", "Enquiry with the police. To be seen today, alone.", "Tom Bray, Jun to Nov 2025"),
        one("HOS-1", "Enquiry with the police. Not yet seen by any of us.", "Nobody"),
        one("HOS-2", "Decided when the midwife is heard.", "Nobody"),
    ]
}

fn workers(chosen: &str) -> Vec<Choosable> {
    let one = |value: &str, words: &str, beneath: &str, strong: &str, rest: &str| Choosable {
        value: value.into(),
        words: words.into(),
        beneath: beneath.into(),
        follows: Prose::new().strong(strong).text(rest),
        chosen: value == chosen,
    };
    vec![
        one(
            "hannah",
            "Hannah Pascoe",
            "At the school by 1:00pm today. Has worked with DC Hicks twice.",
            "16 → 28 of 30.",
            " All seen today.",
        ),
        one(
            "tom",
            "Tom Bray",
            "Was Morwenna’s and Jory’s worker in 2025; they know him. Away until Thursday.",
            "22 → 34 of 30, 4 over.",
            " First seen Thu 5 March: too late.",
        ),
        one(
            "sam",
            "Sam Oyelaran",
            "Free from 3:00pm today.",
            "34 → 46 of 30, 16 over.",
            " Needs a reason and the head of service.",
        ),
    ]
}
