//! A form of every kind of question; and one about three children at once.

use super::FormPage;
use crate::components::aside::Aside;
use crate::components::carried::CarriedAnswer;
use crate::components::errors::Mistake;
use crate::components::fields::{DateAnswer, QuickDay};
use crate::components::form::{Act, Answer, CarriedFrom, Kind, Question};
use crate::components::gates::Gate;
use crate::components::prose::Prose;
use crate::components::{Nearness, When};
use crate::pages::form_samples::{AGENCY, YES_NO, column, crumbs, each, long, shared, sheet};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, FormPage)> {
    vec![("every_kind", every_kind()), ("several_children", several_children())]
}

fn every_kind() -> FormPage {
    let mut form = sheet("views");
    form.about = vec!["NAN-1".into()];
    form.action = "/people/NAN-1/start/views".into();
    form.children.clear();
    form.shared.heading = "Morwenna’s views".into();
    let asked = |kind: Kind, id: &str, label: &str| Question::new(kind, format!("shared.{id}"), label);
    let mut day = asked(Kind::Day, "occurred", "When did she say it?");
    day.answer.day = DateAnswer {
        quick: Some(QuickDay::Today),
        today: "Mon 30 Mar".into(),
        yesterday: "Sun 29 Mar".into(),
        ..DateAnswer::default()
    };
    let mut told = asked(Kind::Parts, "told", "Who else was told, and when");
    told.columns = vec![
        column(Kind::Text, "name", "Name"),
        column(Kind::Choice, "agency", "Agency").choices(&AGENCY),
        column(Kind::YesNo, "agreed", "She agreed?").choices(&YES_NO),
        column(Kind::Day, "on", "On"),
    ];
    let no_day = Answer { error: "Give a day, like 30 3 2026".into(), ..Answer::day("31", "2", "2026") };
    told.rows =
        vec![vec![Answer::words("Tom Ferris"), Answer::chosen("school"), Answer::chosen("yes"), no_day]];
    shared(
        &mut form,
        vec![
            day,
            asked(Kind::Time, "occurred", "At what time?").optional(),
            asked(Kind::Words, "words", "Her own words").words("I slept till the light came."),
            long("wish", "What she wants to happen", "As she would put it.", "")
                .margin("Her last wish, of 18 March, has had no answer yet."),
            asked(Kind::Choice, "how", "How were they gained?")
                .choices(&[
                    ("talk", "Talking"),
                    ("drawing", "Drawing"),
                    ("play", "Play"),
                    ("letter", "A letter or message"),
                ])
                .chosen(&["talk"]),
            asked(Kind::Person, "told_to", "Whom did she tell?")
                .choices(&[("PAS-1", "Hannah Pascoe"), ("FER-1", "Tom Ferris"), ("OLV-1", "Jess Olver")])
                .chosen(&["PAS-1"]),
            asked(Kind::Number, "nights", "Nights she slept through, of fourteen")
                .words("eleven")
                .error("Write a number, like 11"),
            asked(Kind::Text, "language", "Language spoken").carried(CarriedFrom {
                source: "her record of 2 March".into(),
                value: "English".into(),
                answer: CarriedAnswer::None,
                now: String::new(),
            }),
            asked(Kind::File, "media", "A drawing, photograph or sound").optional(),
            asked(Kind::Entry, "answers", "Follows")
                .words("E-4411")
                .choices(&[("E-4411", "Visit of Wed 18 March, by Hannah Pascoe")]),
            told,
        ],
    );
    form.mistakes = vec![
        Mistake::new("shared.nights", "Write a number, like 11"),
        Mistake::new("shared.told.0.on", "Give a day, like 30 3 2026"),
    ];
    form.mistakes_note = "What you wrote is saved. Mend two things before you record it.".into();
    form.acts = vec![Act::primary("submit", "Record for Morwenna"), Act::secondary("save", "Save for later")];
    form.saved_at = "5:02:11pm".into();
    FormPage {
        crumbs: crumbs(&[("Morwenna’s story", "/people/NAN-1"), ("Views", "")]),
        initials: "M N".into(),
        heading: "A child’s views".into(),
        summary: "Morwenna Nance".into(),
        guidance: "Her words, not yours about her. If she drew or played, say what she showed.".into(),
        sheet: form,
        ..FormPage::default()
    }
}

fn several_children() -> FormPage {
    let mut form = sheet("supervision");
    form.action = "/people/NAN-1/start/supervision".into();
    form.children.pop();
    form.about.pop();
    shared(
        &mut form,
        vec![
            long("reflection", "What we thought about", "", "Whether quiet is the same as safe."),
            long("direction", "What is to be done, by whom, by when", "", "").error("Say what is to be done"),
        ],
    );
    each(
        &mut form,
        Kind::LongText,
        "decision",
        "Decided for this child",
        ["Jess before the next core group.", "See him alone again before Easter.", "", ""],
    );
    form.mistakes = vec![Mistake::new("shared.direction", "Say what is to be done")];
    form.mistakes_note = "What you wrote is saved.".into();
    form.acts = vec![
        Act::primary("submit", "Record for Morwenna, Jory and Tegen"),
        Act::secondary("save", "Save for later"),
    ];
    FormPage {
        crumbs: crumbs(&[("Supervision", "")]),
        initials: "M N and others".into(),
        heading: "Supervision".into(),
        summary: "Hannah Pascoe and Ruth Tregear · Morwenna, Jory and Tegen".into(),
        due: Some(When::new(Nearness::Soon, "Fri 3 Apr", "in 2 working days")),
        sheet: form,
        beside: Some(Aside {
            label: "What is missing".into(),
            gates_heading: "Needed before you record it".into(),
            gates: vec![
                Gate::missing("Say what is to be done", Prose::new().link("#shared.direction", "Write it")),
                Gate::met("Each child was talked about", ""),
            ],
            ..Aside::default()
        }),
        ..FormPage::default()
    }
}
