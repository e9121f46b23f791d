//! The first core group, 8 April 2026.

use super::super::agenda::AgendaItem;
use super::CoreGroupPage;
use crate::components::fields::Choice;
use crate::components::form::{Act, Answer, Attending, Kind, Question};
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Tag, Tone};
use crate::pages::form_samples::{AGENCY, column, each, long, shared, sheet};

const STATE: [(&str, &str); 4] = [
    ("done", "Done"),
    ("underway", "Under way"),
    ("not_started", "Not started"),
    ("no_longer_needed", "No longer needed"),
];

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, CoreGroupPage)> {
    vec![("first", first())]
}

fn first() -> CoreGroupPage {
    let mut form = sheet("core_group");
    form.action = "/meetings/M-130".into();
    each(
        &mut form,
        Kind::Words,
        "childs_views",
        "Morwenna: her words since we met",
        ["I slept till the light came.", "", "", ""],
    );
    let labels = [
        "Morwenna: her words since we met",
        "Jory: his words since we met",
        "Tegen: what was seen of her",
        "Baby Hosken: how the pregnancy goes",
    ];
    for (part, label) in form.children.iter_mut().zip(labels) {
        part.questions[0].label = label.into();
        part.questions[0].lines = 2;
    }
    form.children[2].questions[0].kind = Kind::LongText;
    form.children[3].questions[0].kind = Kind::LongText;
    shared(
        &mut form,
        vec![
            reviewed(),
            added(),
            Question::new(Kind::Choice, "shared.progress", "Since the conference, are the children safer?")
                .choices(&[("better", "Better"), ("same", "The same"), ("worse", "Worse")])
                .chosen(&["better"]),
            long(
                "notes",
                "What has changed for the children since 24 March?",
                "Start with each child. What would Wenna say is different?",
                "Wenna slept through eleven nights of fifteen on her chart. Jory has stopped asking who is at the door.",
            ),
            Question::new(Kind::Day, "shared.next_on", "The core group meets next")
                .day("6", "5", "2026")
                .hint("At most every six weeks: by Wed 20 May."),
        ],
    );
    form.acts = vec![Act::primary("submit", "Finish the core group"), Act::secondary("save", "Save")];
    form.saved_at = "1:52:30pm".into();
    form.saved_note = "The plan’s own page shows what changed.".into();
    let item = AgendaItem::new;
    CoreGroupPage {
        initials: "M N and others".into(),
        summary: "Morwenna, Jory, Tegen and Baby Hosken · Wednesday 8 April 2026, 1:30pm, Porthavel Primary · Lead: Hannah Pascoe".into(),
        tags: vec![Tag::new(Tone::Met, "Met: on the 9th working day"), Tag::new(Tone::Finding, "Finding: Joel not heard")],
        agenda: vec![
            item("attend", "Who is here", "1:30", false), item("views", "What the children say", "1:35", false),
            item("actions", "How each action stands", "now", true), item("new", "What we add", "next", false),
            item("progress", "How far we have got", "", false), item("next", "When we meet again", "", false),
        ],
        projector_href: "/meetings/M-130/screen".into(),
        attendance_note: "Keys in a row: p here, r remote, a apologies, n not here.".into(),
        people: people(),
        agencies: AGENCY.map(|(value, words)| Choice::new(value, words)).into(),
        words: vec![OwnWords { words: "Mr Ferris asks me and then he waits.".into(), caption: "Morwenna to Hannah, Monday 30 March".into(), drawing: None }],
        plan_note: Prose::new().link("/people/NAN-1/plan/review", "See the whole plan with changes marked"),
        sheet: form,
    }
}

fn reviewed() -> Question {
    let mut asked = Question::new(Kind::Parts, "shared.actions", "How each action stands");
    asked.label_hidden = true;
    asked.add_words = "Add a row".into();
    asked.columns = vec![
        column(Kind::LongText, "what", "Action, as it was agreed"),
        column(Kind::Choice, "state", "How it stands").choices(&STATE),
        column(Kind::LongText, "note", "What shows it"),
    ];
    let row = |what: &str, state: &str, note: &str| {
        vec![Answer::words(what), Answer::chosen(state), Answer::words(note)]
    };
    asked.rows = vec![
        row(
            "Joel lives at his brother’s and does not come to Chapel Row",
            "underway",
            "Police and Kerra both say so",
        ),
        row(
            "Nan stays overnight Tuesday and Friday",
            "underway",
            "Sleep chart; school nights were the hard ones",
        ),
        row("A quarter of an hour with Mr Ferris each Monday", "underway", "Started 30 March"),
        row("Jess sees Wenna and Jory by Thu 2 April", "not_started", "Jess was ill"),
        row("Dentist, and the missed two-year check", "underway", "Check done 7 April; dentist 15 April"),
    ];
    asked
}

fn added() -> Question {
    let mut asked = Question::new(Kind::Parts, "shared.new_actions", "New actions");
    asked.label_hidden = true;
    asked.add_words = "Add an action".into();
    asked.columns = vec![
        column(Kind::LongText, "what", "What will happen"),
        column(Kind::Text, "owner_name", "Who (one name)"),
        column(Kind::LongText, "measure", "How we will know"),
        column(Kind::Day, "by", "By"),
    ];
    asked.rows = vec![vec![
        Answer::words("A plan for the birth: who is there, who has the children"),
        Answer::words("Priya Nair"),
        Answer::words("Written, and Kerra has a copy"),
        Answer::day("29", "5", "2026"),
    ]];
    asked
}

fn people() -> Vec<Attending> {
    let one = |name: &str, capacity: &str, agency: &str, presence: &str, report: &str| Attending {
        name: name.into(),
        capacity: capacity.into(),
        agency: agency.into(),
        presence: presence.into(),
        report: report.into(),
        ..Attending::default()
    };
    vec![
        one("Kerra Nance", "Mother", "family", "present", "Has the plan"),
        one(
            "Joel Hosken",
            "Father of Tegen and the baby",
            "family",
            "absent",
            "Posted 1 Apr; rang twice, no answer",
        ),
        one("Sue Nance", "Grandmother", "family", "present", "Has the plan"),
        one("Tom Ferris", "Porthavel Primary", "school", "present", ""),
        one("Bev Curnow", "Health visitor", "health", "present", ""),
        one("Priya Nair", "Midwife", "health", "remote", ""),
        one("Jess Olver", "Advocate", "advocacy", "apologies", "Wrote on 7 Apr"),
    ]
}
