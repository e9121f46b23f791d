//! The enquiry of March 2026 about the Nance and Hosken children, half decided.

use super::{Enquired, EnquiryOutcomePage};
use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::form::{Act, Answer, Kind, Question};
use crate::components::gates::Gate;
use crate::components::log::LogLine;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Nearness, When};
use crate::pages::form_samples::{YES_NO, column, crumbs, each, each_of, long, shared, sheet};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, EnquiryOutcomePage)> {
    vec![("two_of_four", two_of_four())]
}

fn two_of_four() -> EnquiryOutcomePage {
    let mut form = sheet("enquiry_outcome");
    form.action = "/people/NAN-1/start/enquiry_outcome".into();
    each(
        &mut form,
        Kind::LongText,
        "findings",
        "What we found, and how sure we are",
        [
            "Violence to her mother since at least June 2025, heard and twice seen. She wakes and listens. Her account, Kerra’s and the police’s agree.",
            "He knows more than he says: checks doors, draws two houses. No injury. He is afraid for his mother.",
            "",
            "",
        ],
    );
    for (part, rows) in form.children.iter_mut().zip([1, 1, 0, 0]) {
        let mut dangers =
            Question::new(Kind::Parts, format!("{}.dangers", part.scope), "What the child is in danger of")
                .hint("Who is worried, what may happen, to whom, and what harm would follow.");
        dangers.columns = vec![
            column(Kind::LongText, "statement", "Danger"),
            column(Kind::LongText, "safety_goal", "What must be seen, by whom, for how long"),
            column(Kind::Number, "scale", "0 to 10 now"),
        ];
        dangers.add_words = "Add a danger".into();
        for _ in 0..rows {
            dangers.rows.push(vec![
                Answer::words("Hannah, the school and Nan worry that Joel will hurt Kerra while the children listen, and that they will be hurt standing between."),
                Answer::words("For three months no call-out, and the children asleep on a school night, seen by Nan and school."),
                Answer::words("3"),
            ]);
        }
        part.questions.push(dangers);
    }
    each_of(&mut form, "conference_requested", "Ask for a conference?", &YES_NO, ["yes", "yes", "", ""]);
    shared(&mut form, vec![long("late_reason", "If the outcome is late, why", "", "").optional()]);
    form.acts = vec![
        Act::primary("submit", "Record for Morwenna and Jory"),
        Act::secondary("save", "Save, finish later"),
    ];
    form.saved_at = "3:12:40pm.".into();
    form.saved_note = "Tegen and the baby wait for what is listed.".into();
    EnquiryOutcomePage {
        crumbs: crumbs(&[("Nance and Hosken family", "/people/NAN-1/people"), ("Enquiry outcome", "")]),
        initials: "M N and others".into(),
        question: "What did the enquiry find for each child?".into(),
        summary: "Section 47 enquiry with the police, begun Tuesday 3 March 2026. Lead: Hannah Pascoe."
            .into(),
        due: Some(When::new(Nearness::Plain, "Tue 24 Mar", "conference by, if one is needed")),
        children: children(),
        sheet: form,
        beside: beside(),
    }
}

fn children() -> Vec<Enquired> {
    let one = |scope: &str, chosen: bool, facts: Vec<Prose>, said: Option<OwnWords>| Enquired {
        scope: scope.into(),
        facts,
        said,
        outcomes: outcomes(chosen),
    };
    let said = OwnWords {
        words: "I don’t sleep till it goes quiet.".into(),
        caption: "Morwenna to Hannah, Tuesday 3 March, alone, at school".into(),
        drawing: None,
    };
    vec![
        one(
            "NAN-1",
            true,
            vec![
                Prose::new()
                    .strong("Seen alone")
                    .text(" Tue 3 March at school, and Tue 10 March at home. Hannah Pascoe."),
                Prose::new()
                    .strong("Police, Fri 13 March:")
                    .text(" statement taken from Kerra; Joel on bail, not to come to Chapel Row."),
            ],
            Some(said),
        ),
        one(
            "NAN-2",
            true,
            vec![
                Prose::new()
                    .strong("Seen alone")
                    .text(" Tue 3 March at school, ten minutes; Tue 10 March at home, with building bricks."),
            ],
            None,
        ),
        one(
            "HOS-1",
            false,
            vec![
                Prose::new().strong("Seen").text(" Tue 3 March at home with her mother."),
                Prose::new()
                    .strong("Health, Thu 5 March:")
                    .text(" two missed checks. Bev Curnow has not yet seen her."),
            ],
            None,
        ),
        one(
            "HOS-2",
            false,
            vec![
                Prose::new()
                    .strong("Midwife, Thu 5 March:")
                    .text(" growth as expected, due 4 August. Kerra has kept every appointment."),
            ],
            None,
        ),
    ]
}

fn outcomes(chosen: bool) -> Vec<Choosable> {
    let one = |value: &str, words: &str, beneath: &str, follows: Prose, chosen: bool| Choosable {
        value: value.into(),
        words: words.into(),
        beneath: beneath.into(),
        follows,
        chosen,
    };
    vec![
        one(
            "substantiated_continuing_risk",
            "Borne out, and the child goes on being at risk",
            "A conference follows, unless a manager says why not.",
            Prose::new()
                .text("Conference by ")
                .strong("Tue 24 March")
                .text(", 15 working days after the discussion of 3 March."),
            chosen,
        ),
        one(
            "substantiated_no_continuing_risk",
            "Borne out, and the risk is over",
            "Say what has ended it, and who would see if it came back.",
            Prose::new().text("Assessment ends by ").strong("Thu 7 May").text("."),
            false,
        ),
        one(
            "not_substantiated",
            "Not borne out",
            "The child may still be in need.",
            Prose::new().text("Stops the conference’s date. Parents are told in writing."),
            false,
        ),
    ]
}

fn beside() -> Aside {
    Aside {
        label: "What is missing, and what came".into(),
        gates_heading: "Before you can record for all four".into(),
        gates: vec![
            Gate::missing("Tegen: say what was found", Prose::new().link("#HOS-1.outcome", "Choose it")),
            Gate::missing(
                "Tegen: see her apart from her mother, or say why not",
                "She has been seen once, for ten minutes.",
            ),
            Gate::missing("Baby: say what was found", Prose::new().link("#HOS-2.outcome", "Choose it")),
            Gate::met("Each child has been seen", "Morwenna and Jory alone."),
        ],
        panels: vec![SidePanel::new(
            "Since the discussion",
            Beside::Log(vec![
                LogLine::new("2026-03-03", "3 Mar", "All three children seen"),
                LogLine::new("2026-03-05", "5 Mar", "Midwife and health visitor heard"),
                LogLine::new("2026-03-10", "10 Mar", "Visit at home"),
                LogLine::new("2026-03-13", "13 Mar", "Police statement; bail"),
            ]),
        )],
        ..Aside::default()
    }
}
