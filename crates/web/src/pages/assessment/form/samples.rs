//! The assessment of the four children on 20 March 2026, with one child's section begun; and sent back.

use super::{AssessmentPage, ChildSoFar, Task};
use crate::components::carried::CarriedAnswer;
use crate::components::errors::Mistake;
use crate::components::form::{Act, Answer, CarriedFrom, Kind, Question};
use crate::components::gates::Gate;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Nearness, Tag, Tone, When, Why};
use crate::pages::form_samples::{AGENCY, YES_NO, column, crumbs, long, shared, sheet};

const OUTCOME: [(&str, &str); 7] = [
    ("no_further_action", "No further action"),
    ("early_help", "Early help"),
    ("child_in_need", "Child in need plan"),
    ("strategy_discussion", "Strategy discussion"),
    ("conference", "Initial child protection conference"),
    ("looked_after", "Become looked after"),
    ("other", "Other"),
];

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, AssessmentPage)> {
    let mut returned = under_way();
    returned.returned = Some("Ruth Tregear, Tuesday 7 April: Tegen has two lines and Morwenna two pages. See Tegen with Bev, and say what her day is like.".into());
    let mut mistaken = under_way();
    mistaken.sheet.children[1].questions[0].error = "Write what Jory said, or why there are no views".into();
    mistaken.sheet.mistakes =
        vec![Mistake::new("NAN-2.views", "Write what Jory said, or why there are no views")];
    mistaken.sheet.mistakes_note = "Your assessment is saved. Mend one thing before you send it.".into();
    vec![("under_way", under_way()), ("returned", returned), ("mistaken", mistaken)]
}

fn under_way() -> AssessmentPage {
    let mut form = sheet("assessment");
    form.action = "/people/NAN-1/start/assessment".into();
    form.shared.lead =
        "These words go on all four records. Put nothing here that belongs to one child.".into();
    shared(&mut form, together());
    let ids = ["views", "day_in_life", "identity_meaning", "risks", "protective", "analysis"];
    for place in 0..form.children.len() {
        let scope = form.children[place].scope.clone();
        let short = form.children[place].short.clone();
        form.children[place].questions = if place == 0 {
            morwenna()
        } else {
            ids.iter().take(if place == 1 { 6 } else { 3 }).map(|id| own(&scope, &short, id)).collect()
        };
    }
    form.acts = vec![
        Act::primary("submit", "Send all four to Ruth Tregear"),
        Act::secondary("save", "Leave as a draft"),
    ];
    form.saved_at = "4:18:09pm".into();
    form.saved_note = "A draft never expires.".into();
    AssessmentPage {
        crumbs: crumbs(&[("Nance and Hosken family", "/people/NAN-1/people"), ("Assessment", "")]),
        initials: "M N and others".into(),
        heading: "Assessment of four children".into(),
        summary: "Begun Tuesday 3 March 2026, after a school’s call. Hannah Pascoe.".into(),
        due: Some(When::new(Nearness::Plain, "Thu 7 May", "45 working days; 32 left")),
        due_why: Some(Why {
            about: "for the assessment".into(),
            ..Why::titled(
                "Why this date?",
                "Working Together 2023: no longer than 45 working days from the referral of Monday 2 March. Good Friday, Easter Monday and the first Monday of May do not count. Finishing for each child stops it for that child.",
            )
        }),
        returned: None,
        tasks: tasks(),
        so_far: vec![
            ChildSoFar {
                scope: "NAN-1".into(),
                seen: vec![
                    LogLine::new("2026-03-18", "18 Mar", "At home, alone, Hannah"),
                    LogLine::new("2026-03-10", "10 Mar", "At home, alone, Hannah"),
                    LogLine::new("2026-03-03", "3 Mar", "At school, alone, Hannah and DC Hicks"),
                ],
                said: Some(OwnWords {
                    words: "I sit on the stairs so I can hear if Mum needs me.".into(),
                    caption: "Morwenna to Tom Ferris, Monday 2 March".into(),
                    drawing: None,
                }),
            },
            ChildSoFar {
                scope: "HOS-1".into(),
                seen: vec![LogLine::new("2026-03-18", "18 Mar", "At home, with her mother, ten minutes")],
                said: None,
            },
        ],
        sheet: form,
        blocking: vec![
            Gate::missing(
                "Jory: his views, or why there are none",
                Prose::new()
                    .text("An assessment that has not heard a child is not of that child. ")
                    .link("#NAN-2.views", "Write them"),
            ),
            Gate::missing("Tegen: what her day is like", Prose::new().link("#HOS-1.day_in_life", "Write it")),
            Gate::missing(
                "Ross Pender: heard, or why not",
                Prose::new()
                    .text("He has parental responsibility for Morwenna and Jory. ")
                    .link("#shared.significant_adults", "Say so"),
            ),
            Gate::met("Each child has been seen", "Baby Hosken through Priya Nair, midwife."),
        ],
        advice: vec![
            Prose::new()
                .strong("Jory")
                .text(" has the same analysis as Morwenna, word for word. What is different for him?"),
            Prose::new().strong("Strengths").text(" name Kerra and Nan. What does Tom Ferris do that helps?"),
        ],
    }
}

fn tasks() -> Vec<Task> {
    let task = |words: &str, href: &str, tone: Tone, state: &str, why: &str| Task {
        words: words.into(),
        href: href.into(),
        state: Tag::new(tone, state),
        why: why.into(),
    };
    vec![
        task("For everyone", "#part-shared", Tone::Met, "Completed", ""),
        task("Morwenna", "#part-NAN-1", Tone::Met, "Completed", ""),
        task("Jory", "#part-NAN-2", Tone::Soon, "In progress", ""),
        task("Tegen", "#part-HOS-1", Tone::Soon, "In progress", ""),
        task("Baby Hosken", "#part-HOS-2", Tone::Plain, "Not started", ""),
        task(
            "Shared with the parents",
            "",
            Tone::Plain,
            "Cannot start yet",
            "after your manager has read it",
        ),
    ]
}

fn together() -> Vec<Question> {
    let mut adults = Question::new(
        Kind::Parts,
        "shared.significant_adults",
        "Grown-ups who matter, and whether we heard them",
    );
    adults.columns = vec![
        column(Kind::Text, "adult", "Who"),
        column(Kind::YesNo, "engaged", "Heard?").choices(&YES_NO),
        column(Kind::LongText, "said", "What they said, or why not"),
    ];
    let row = |who: &str, heard: &str, said: &str| {
        vec![
            Answer::words(who),
            if heard.is_empty() { Answer::default() } else { Answer::chosen(heard) },
            Answer::words(said),
        ]
    };
    adults.rows = vec![
        row(
            "Kerra Nance",
            "yes",
            "She is frightened of Easter. She wants help that does not make him angrier.",
        ),
        row("Joel Hosken", "yes", "It was shouting, no more. He will do the course."),
        row("Ross Pender", "", ""),
    ];
    adults.add_words = "Add someone".into();
    vec![
        long("history", "The history, and what we learn from it", "", "Four contacts since 2021, each answered by itself. Together they are one story: nights, shouting, a girl who listens.")
            .guidance("Say the pattern, not the list. What was tried, did it last, and for which of the children? A child left out before is named here.")
            .margin("Says nothing of the early help in 2022. Did it help?"),
        adults,
        Question::new(Kind::Several, "shared.agencies_consulted", "Agencies asked").choices(&AGENCY).chosen(&["police", "health", "school"]),
    ]
}

fn morwenna() -> Vec<Question> {
    let asked = |kind: Kind, id: &str, label: &str| Question::new(kind, format!("NAN-1.{id}"), label);
    let mut factors = asked(Kind::Parts, "factors", "Factors, and what each does to Morwenna");
    factors.columns = vec![
        column(Kind::Choice, "factor", "Factor").choices(&[
            ("3B", "Domestic violence: adult victim"),
            ("18B", "Emotional abuse"),
            ("20A", "Young carer"),
        ]),
        column(Kind::LongText, "effect", "What it does to her"),
    ];
    factors.rows = vec![
        vec![Answer::chosen("3B"), Answer::words("Lies awake listening; stands between them")],
        vec![Answer::chosen("20A"), Answer::words("Gets the others up and fed on bad mornings")],
    ];
    factors.add_words = "Add a factor".into();
    vec![
        asked(Kind::Words, "views", "What she says and wants").hint("Her own words first.").words("I want to go to sleep without listening. I want Mum to have someone who isn’t me."),
        asked(Kind::LongText, "day_in_life", "A day in her life").lines(4)
            .words("Up at six to see who is home. Gets Jory’s bag. School is quiet; she sits by the window. At night she listens from the stairs until it stops.")
            .guidance("From waking to sleeping, as she would tell it. Who is there? What does she do for others? Where is it safe?"),
        asked(Kind::LongText, "identity_meaning", "What matters to her about who she is").words("Nan being there. Swimming on Saturdays. Likes to be called Wenna.")
            .carried(CarriedFrom { source: "the visit of Wed 18 March".into(), value: "Nan being there. Swimming on Saturdays. Likes to be called Wenna.".into(), answer: CarriedAnswer::Keep, now: String::new() }),
        asked(Kind::LongText, "analysis", "What it all means for her").lines(4)
            .words("She is being harmed now, by what she hears and by what she carries. What would change it is quiet nights that do not depend on her.")
            .margin("Says what harms her. Who must do what, by when, so that she would notice?"),
        factors,
        asked(Kind::Choice, "outcome", "What it leads to").choices(&OUTCOME).chosen(&["conference"]),
    ]
}

fn own(scope: &str, short: &str, id: &str) -> Question {
    let (kind, label) = match id {
        "views" => (Kind::Words, format!("What {short} says and wants")),
        "day_in_life" => (Kind::LongText, format!("A day in {short}’s life")),
        "identity_meaning" => (Kind::LongText, format!("What matters to {short}")),
        "risks" => (Kind::LongText, "What harms or may harm".to_owned()),
        "protective" => (Kind::LongText, "What protects".to_owned()),
        _ => (Kind::LongText, format!("What it all means for {short}")),
    };
    Question::new(kind, format!("{scope}.{id}"), label)
}
