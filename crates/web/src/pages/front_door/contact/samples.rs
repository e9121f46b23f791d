//! The school's call of 2 March 2026, half written; and an empty form.

use super::{ContactPage, Likely, Member, MemberGroup};
use crate::components::aside::{Aside, Beside, SidePanel};
use crate::components::errors::Mistake;
use crate::components::fields::Choice;
use crate::components::form::{Act, Answer, FormSheet, Kind, Part, Question};
use crate::components::gates::Gate;
use crate::components::log::LogLine;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::components::{Nearness, Tag, Tone, When};
use crate::pages::form_samples::{column, crumbs, each, each_of, long, shared, sheet};

const KNOWS: [(&str, &str); 3] = [("not_asked", "Not asked yet"), ("yes", "Yes"), ("no", "No")];
const RATING: [(&str, &str); 3] =
    [("red", "Red: act today"), ("amber", "Amber: serious"), ("green", "Green: lower")];

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, ContactPage)> {
    let mut mistaken = written();
    mistaken.sheet.mistakes = vec![Mistake::new("shared.what_happened", "Write what was seen or heard")];
    mistaken.sheet.mistakes_note =
        "What you have written is saved. Mend one thing before you send it.".into();
    if let Some(asked) =
        mistaken.sheet.shared.questions.iter_mut().find(|asked| asked.id() == "what_happened")
    {
        asked.answer = Answer::default();
        asked.error = "Write what was seen or heard".into();
    }
    vec![("written", written()), ("mistaken", mistaken), ("empty", empty())]
}

fn empty() -> ContactPage {
    let mut blank = FormSheet { action: "/contacts".into(), ..sheet("contact") };
    blank.about.clear();
    blank.children.clear();
    shared(&mut blank, questions("", "", "", "", ""));
    blank.acts = acts();
    ContactPage {
        crumbs: crumbs(&[("Front door", "/front-door"), ("New contact", "")]),
        heading: "New contact".into(),
        summary: "Write while they talk; nothing needs its order. It is saved as you type.".into(),
        parts: parts(),
        sheet: blank,
        ..ContactPage::default()
    }
}

fn acts() -> Vec<Act> {
    vec![Act::primary("submit", "Send to the manager to decide"), Act::secondary("save", "Leave as a draft")]
}

fn questions(who: &str, from: &str, reach: &str, what: &str, own: &str) -> Vec<Question> {
    let text = |id: &str, label: &str, words: &str| {
        Question::new(Kind::Text, format!("shared.{id}"), label).words(words)
    };
    let nobody = Question::new(Kind::Several, "shared.nobody_else", "Asked who else there is");
    vec![
        text("referrer_name", "Name and job", who),
        text("agency", "From", from),
        text("referrer_reach", "Number to ring back", reach),
        Question { lines: 4, ..long("what_happened", "What was seen or heard, when, and by whom", "", what) },
        Question {
            lines: 2,
            ..Question::new(Kind::Words, "shared.words", "The child’s own words")
                .hint("As she said them. They lead every page about her.")
                .words(own)
        },
        Question {
            label_hidden: true,
            ..nobody.choices(&[("yes", "They know of nobody else who lives there or cares for them")])
        },
        consent(&[]),
        text("interpreter_language", "Does anyone need an interpreter?", "")
            .hint("Which language and for whom, or “none”."),
    ]
}

fn consent(rows: &[[&str; 4]]) -> Question {
    let mut asked = Question::new(Kind::Parts, "shared.consent", "Who knows, and who agreed");
    asked.label_hidden = true;
    asked.add_words = "Add a row".into();
    asked.columns = vec![
        column(Kind::Text, "who", "Person"),
        column(Kind::Choice, "knows", "Knows of this call?").choices(&KNOWS),
        column(Kind::Choice, "agreed", "Agreed to sharing?").choices(&KNOWS),
        column(Kind::LongText, "why", "If not, why we share all the same"),
    ];
    asked.rows = rows
        .iter()
        .map(|[who, knows, agreed, why]| {
            vec![Answer::words(*who), Answer::chosen(*knows), Answer::chosen(*agreed), Answer::words(*why)]
        })
        .collect();
    asked
}

fn written() -> ContactPage {
    let mut form = FormSheet { action: "/contacts".into(), ..sheet("contact") };
    let mut asked = questions(
        "Tom Ferris, safeguarding lead",
        "Porthavel Primary School",
        "01000 555 031",
        "Morwenna told Mr Ferris this morning that she sits on the stairs when Joel and her mum shout. On Saturday 28 \
         February she was awake until very late; Jory slept through. Tegen was at home. School has seen her tired on \
         Mondays since half term.",
        "I sit on the stairs so I can hear if Mum needs me.",
    );
    asked[6] = consent(&[
        ["Kerra", "yes", "yes", ""],
        ["Joel", "no", "not_asked", "Telling him now could put Kerra and the children at risk"],
        ["Ross Pender", "not_asked", "not_asked", ""],
        ["Morwenna", "yes", "yes", "She said Mr Ferris could ring. Agreement is her parents’ to give"],
    ]);
    shared(&mut form, asked);
    ages_then(&mut form.children);
    each(
        &mut form,
        Kind::LongText,
        "worry",
        "Worry",
        [
            "Listens on the stairs when there is shouting; awake very late on Saturday; tired on Mondays.",
            "Said to have slept through. School has not spoken to him.",
            "At home all day; nobody outside the family has seen her since half term.",
            "",
        ],
    );
    each_of(&mut form, "rating", "Risk as first heard", &RATING, ["red", "amber", "amber", ""]);
    form.acts = acts();
    form.saved_at = "10:31:44am".into();
    form.saved_note = "here and on this computer. A draft never expires.".into();
    ContactPage {
        crumbs: crumbs(&[("Front door, 2 March", "/front-door"), ("New contact", "")]),
        initials: "M N and others".into(),
        heading: "Contact from Porthavel Primary".into(),
        summary: "Monday 2 March 2026, 10:20am, by phone. You are writing while Mr Ferris talks; nothing needs its order.".into(),
        due: Some(When::new(Nearness::Soon, "Tue 3 Mar", "manager’s decision due, one working day")),
        household: household(),
        parts: parts(),
        sheet: form,
        beside: beside(),
    }
}

fn ages_then(children: &mut [Part]) {
    for (part, age) in
        children.iter_mut().zip(["9 years 3 months", "about 6", "3 years 1 month", "unborn, about 18 weeks"])
    {
        part.age = age.into();
    }
}

fn parts() -> Vec<Choice> {
    [
        ("child", "Child who lives there"),
        ("unborn", "Baby not born yet"),
        ("child_elsewhere", "Child who lives elsewhere"),
        ("adult", "Adult who lives there"),
        ("parent_elsewhere", "Parent who lives elsewhere"),
        ("other", "Someone else"),
    ]
    .map(|(value, words)| Choice::new(value, words))
    .into()
}

fn household() -> Vec<MemberGroup> {
    let known = || Some(Tag::new(Tone::Met, "Known"));
    let member =
        |name: &str, short: &str, age: &str, part: &str, record: Option<Tag>, note: &str, person: &str| {
            Member {
                name: name.into(),
                short: short.into(),
                age: age.into(),
                part: part.into(),
                record,
                record_note: note.into(),
                change_href: "/contacts/D-771/household".into(),
                sent: vec![("name".into(), name.into()), ("person".into(), person.into())],
                likely: None,
            }
        };
    let mut jory = member(
        "Jory Nance",
        "Jory",
        "about 6, school gave 30 June 2019",
        "Lives there. Brother.",
        Some(Tag::new(Tone::Soon, "Choose below")),
        "",
        "",
    );
    jory.sent.pop();
    jory.likely = Some(likely());
    let children = vec![
        member(
            "Morwenna Nance",
            "Morwenna",
            "9 years 3 months (12 Nov 2016)",
            "Lives there. The call is about her.",
            known(),
            "name, birth date, school",
            "NAN-1",
        ),
        jory,
        member(
            "Tegen Hosken",
            "Tegen",
            "3 years 1 month (14 Jan 2023)",
            "Lives there. Half-sister, at home all day.",
            known(),
            "name, birth date, mother",
            "HOS-1",
        ),
        member(
            "Baby Hosken, unborn",
            "the baby",
            "due date not known yet; Kerra says about 18 weeks",
            "Kerra’s baby. Joel is said to be the father.",
            Some(Tag::new(Tone::Plain, "New record")),
            "held under Kerra",
            "new",
        ),
    ];
    let adults = vec![
        member("Kerra Nance", "Kerra", "29", "Lives there. Mother of all four.", known(), "", "NAN-3"),
        member(
            "Joel Hosken",
            "Joel",
            "32",
            "Lives there. Father of Tegen and, it is said, of the baby.",
            known(),
            "",
            "HOS-3",
        ),
        member(
            "Ross Pender",
            "Ross",
            "33",
            "Lives elsewhere: Exeter. Father of Morwenna and Jory; has parental responsibility.",
            known(),
            "last spoken to Nov 2025",
            "PEN-1",
        ),
    ];
    vec![
        MemberGroup { heading: "Children".into(), members: children },
        MemberGroup { heading: "Adults".into(), members: adults },
    ]
}

fn likely() -> Likely {
    let choice = |value: &str, words: &str, beneath: &str, follows: Prose| Choosable {
        value: value.into(),
        words: words.into(),
        beneath: beneath.into(),
        follows,
        chosen: false,
    };
    Likely {
        legend: "Is this Jory someone we know? Two people are likely.".into(),
        people: vec![
            choice(
                "NAN-2",
                "Jory Nance, 6 years 8 months (30 Jun 2019)",
                "14 Chapel Row, Porthavel. Porthavel Primary, Year 2. Mother Kerra Nance. On a child in need plan in 2025, with Morwenna; Tom Bray was his worker.",
                Prose::new().strong("Same").text(" name, date of birth, address, school, mother and sister"),
            ),
            choice(
                "NAN-9",
                "Jorey Nance, 6 years 9 months (3 Jun 2019)",
                "2 Quay Street, Newlyn. School not known. Mother’s name not known. From one ambulance notification, July 2022.",
                Prose::new()
                    .strong("Alike:")
                    .text(" sounds the same, born the same month. ")
                    .strong("Not alike:")
                    .text(" address. Perhaps one child twice."),
            ),
            choice(
                "new",
                "Neither: make a new record for Jory",
                "We will keep that both were looked at and by whom.",
                "Can be joined later, and parted again.".into(),
            ),
        ],
        same_words: "The two records may be the same boy: ask the data team to look".into(),
        same: false,
    }
}

fn beside() -> Aside {
    let day = LogLine::new;
    Aside {
        label: "Before this is sent".into(),
        gates_heading: "Before you send it".into(),
        gates: vec![
            Gate::missing(
                "Jory: say which Jory",
                Prose::new()
                    .text("Until then his 2025 plan is not beside this call. ")
                    .link("#shared.household.1.person", "Choose"),
            ),
            Gate::missing(
                "Ask who else is at home",
                Prose::new()
                    .text("The 2024 contact named one child of three. ")
                    .link("#shared.nobody_else", "Ask, then tick"),
            ),
            Gate::missing(
                "The baby: say what worries them, or that nothing was said",
                Prose::new().link("#HOS-2.worry", "Write it"),
            ),
            Gate::met("All four children named", "With the baby."),
            Gate::met("Both fathers named", "Ross Pender was missing in 2024."),
        ],
        gates_note: "You may send it with gaps. The manager sees each one.".into(),
        panels: vec![
            SidePanel::new(
                "What came before",
                Beside::Log(vec![
                    day("2025-11", "Nov 25", "Child in need plan ended (Morwenna, Jory)"),
                    day("2025-06", "Jun 25", "Police at the house, 11:40pm"),
                    day("2024-11", "Nov 24", "School contact: no further action"),
                ]),
            )
            .beneath(
                Prose::new()
                    .text("Looked for in all seven names. ")
                    .link("/people/NAN-1/timeline?with=household", "Read the family’s timeline"),
            ),
            SidePanel::new(
                "Say to Mr Ferris",
                Beside::List(vec![
                    "Tegen and the baby are in this too.".into(),
                    "You will hear what was decided by Tuesday 3 March.".into(),
                    "If Morwenna says more today, ring at once.".into(),
                ]),
            ),
        ],
        ..Aside::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::form_samples::asha;

    #[test]
    fn nobody_is_chosen_for_the_worker_and_neither_is_last() {
        let drawn = super::super::view(&asha(), &written()).into_string();
        let matching = drawn.split("name=\"shared.household.1.person\"").collect::<Vec<_>>();
        assert_eq!(matching.len(), 4, "three ways to answer");
        assert!(matching[1..].iter().all(|after| !after[..60].contains("checked")));
        assert!(drawn.find("Neither:") > drawn.find("Jorey Nance"));
    }
}
