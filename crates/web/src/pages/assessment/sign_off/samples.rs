//! Ruth Tregear reads the assessment of the four children, April 2026.

use super::{SignOffPage, Written, WrittenPart};
use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::errors::Mistake;
use crate::components::form::{Act, Kind, Question};
use crate::components::gates::Gate;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::{Nearness, Tag, Tone, When};
use crate::pages::form_samples::{crumbs, each_of, long, shared, sheet};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, SignOffPage)> {
    let mut mistaken = reading();
    mistaken.sheet.shared.questions[0].error = "Say what must be done before you send it back".into();
    mistaken.sheet.mistakes =
        vec![Mistake::new("shared.comment", "Say what must be done before you send it back")];
    mistaken.sheet.mistakes_note = "Nothing has been sent.".into();
    vec![("reading", reading()), ("mistaken", mistaken)]
}

fn reading() -> SignOffPage {
    let mut form = sheet("assessment_sign_off");
    form.action = "/people/NAN-1/start/assessment_sign_off".into();
    shared(
        &mut form,
        vec![
            long(
                "comment",
                "Your comment",
                "What is good, what you questioned, what must be done. Hannah reads it; so may the family.",
                "",
            )
            .guidance("Name the child. “Tegen’s day is missing” helps; “more analysis” does not."),
            Question::new(Kind::Choice, "shared.grade", "How good is it?").choices(&[
                ("outstanding", "Outstanding"),
                ("good", "Good"),
                ("requires_improvement", "Requires improvement"),
                ("inadequate", "Inadequate"),
            ]),
        ],
    );
    let outcome = [
        ("child_in_need", "Child in need plan"),
        ("conference", "Conference"),
        ("early_help", "Early help"),
        ("no_further_action", "No further action"),
    ];
    each_of(
        &mut form,
        "outcome",
        "What it leads to",
        &outcome,
        ["conference", "conference", "", "conference"],
    );
    form.acts = vec![
        Act::primary("confirm", "Sign off for Morwenna, Jory and the baby"),
        Act::secondary("return", "Send back to Hannah"),
        Act::secondary("save", "Save, decide later"),
    ];
    form.saved_at = "9:41:12am.".into();
    form.saved_note = "Tegen waits for what is listed.".into();
    SignOffPage {
        crumbs: crumbs(&[("West team", "/teams/west"), ("Assessment sign-off", "")]),
        initials: "M N and others".into(),
        question: "Is this assessment ready for each child?".into(),
        summary:
            "Written by Hannah Pascoe, sent to you on Monday 6 April 2026. You are deciding as team manager."
                .into(),
        due: Some(When::new(Nearness::Plain, "Thu 7 May", "45th working day")),
        written: written(),
        sheet: form,
        beside: Aside {
            label: "What is missing".into(),
            gates_heading: "Before you can sign off all four".into(),
            gates: vec![
                Gate::missing(
                    "Tegen: choose what it leads to",
                    Prose::new().link("#HOS-1.outcome", "Choose it"),
                ),
                Gate::missing(
                    "Write your comment",
                    Prose::new()
                        .text("A signature alone tells nobody what you thought. ")
                        .link("#shared.comment", "Write it"),
                ),
                Gate::met("You did not write it", "Hannah Pascoe did."),
                Gate::met("Each child has been seen", "Tegen twice."),
            ],
            advice_heading: "Worth asking Hannah".into(),
            advice: vec![
                Prose::new().strong("Jory").text(" has Morwenna’s analysis, word for word."),
                Prose::new().strong("Tegen").text(" has 88 words; Morwenna 612."),
            ],
            panels: vec![SidePanel::new(
                "How it was written",
                Beside::Log(vec![
                    LogLine::new("2026-03-03", "3 Mar", "Begun"),
                    LogLine::new("2026-03-17", "17 Mar", "You looked at it, on the 10th working day"),
                    LogLine::new("2026-04-06", "6 Apr", "Sent to you"),
                ]),
            )],
            ..Aside::default()
        },
    }
}

fn written() -> Vec<WrittenPart> {
    let answer = |label: &str, words: &str, own_words: bool, hint: &str| Written {
        label: label.into(),
        words: words.into(),
        own_words,
        hint: hint.into(),
    };
    vec![
        WrittenPart {
            scope: "NAN-1".into(),
            heading: "Morwenna, 9 years 4 months".into(),
            seen: "Seen alone three times, last on Wed 18 March.".into(),
            length: Tag::new(Tone::Plain, "612 words"),
            answers: vec![
                answer(
                    "What she says and wants",
                    "I want to go to sleep without listening. I want Mum to have someone who isn’t me.",
                    true,
                    "",
                ),
                answer(
                    "What it all means for her",
                    "She is being harmed now, by what she hears and by what she carries. What would change it is quiet nights that do not depend on her.",
                    false,
                    "Who must do what, by when?",
                ),
            ],
        },
        WrittenPart {
            scope: "HOS-1".into(),
            heading: "Tegen, 3 years 2 months".into(),
            seen: "Seen twice, with her mother, last on Wed 18 March.".into(),
            length: Tag::new(Tone::Soon, "88 words"),
            answers: vec![
                answer(
                    "A day in her life",
                    "At home with Mum. Plays by Morwenna when she can.",
                    false,
                    "Two lines. Ask Bev what she has seen.",
                ),
                answer(
                    "What it all means for her",
                    "As for Morwenna.",
                    false,
                    "One child’s analysis does not stand for another’s.",
                ),
            ],
        },
    ]
}
