//! The visit of 30 March 2026 with two things to mend; the same finished; one not begun.

use super::VisitPage;
use crate::components::carried::CarriedAnswer;
use crate::components::errors::Mistake;
use crate::components::fields::{Choice, DateAnswer, QuickDay};
use crate::components::form::{Act, Answer, CarriedFrom, FormSheet, Kind, Question};
use crate::pages::form_samples::{IDS, crumbs, long, shared, sheet};

const ALONE: [(&str, &str); 3] =
    [("yes", "Yes"), ("no", "No"), ("not_appropriate", "Not right for this child")];

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, VisitPage)> {
    vec![("mending", mending()), ("blank", blank())]
}

fn carried(source: &str, value: &str, answer: CarriedAnswer) -> CarriedFrom {
    CarriedFrom { source: source.into(), value: value.into(), answer, now: "What is true now".into() }
}

fn page(form: FormSheet, summary: &str) -> VisitPage {
    VisitPage {
        crumbs: crumbs(&[("Visit, 30 March 2026", "")]),
        initials: "N and H children".into(),
        heading: "Visit to four children".into(),
        summary: summary.into(),
        sheet: form,
        ..VisitPage::default()
    }
}

fn blank() -> VisitPage {
    let mut form = sheet("visit");
    form.action = "/people/NAN-1/visits/new".into();
    form.pick = ["Morwenna", "Jory", "Tegen", "Baby Hosken"]
        .iter()
        .zip(IDS)
        .map(|(name, id)| Choice::new(id, *name).chosen(true))
        .collect();
    let mut day = Question::new(Kind::Day, "shared.occurred", "When did you visit?");
    day.answer.day = DateAnswer {
        quick: Some(QuickDay::None),
        today: "Mon 30 Mar".into(),
        yesterday: "Sun 29 Mar".into(),
        ..DateAnswer::default()
    };
    let time =
        Question::new(Kind::Time, "shared.occurred", "At what time?").optional().hint("Like 3:45pm or 15:45");
    shared(&mut form, vec![day, time, long("what", "What happened", "", "")]);
    for part in &mut form.children {
        let said = Question::new(Kind::Words, format!("{}.words", part.scope), "What was said and done")
            .hint("Own words first.");
        part.questions = vec![said];
    }
    form.acts = vec![Act::primary("submit", "Finish the note"), Act::secondary("save", "Leave as a draft")];
    page(form, "14 Chapel Row · due by Wed 1 April")
}

fn mending() -> VisitPage {
    let mut form = sheet("visit");
    form.action = "/people/NAN-1/visits/new".into();
    form.shared.state = "written once".into();
    form.shared.lead =
        "These words go on all four records. Put nothing here that belongs to one child.".into();
    shared(&mut form, for_everyone());
    let states = ["complete", "1 thing to mend", "1 thing to mend", "complete"];
    for (part, state) in form.children.iter_mut().zip(states) {
        part.state = state.into();
    }
    form.children[0].questions = morwenna();
    form.children[1].questions = vec![
        Question::new(Kind::Choice, "NAN-2.seen_alone", "Seen alone?").choices(&ALONE).error("Say whether Jory was seen alone"),
        Question::new(Kind::LongText, "NAN-2.words", "What he said and did").hint("His own words first.").words(
            "Built a lighthouse and told me who lived on each floor: “Joel has his own lighthouse now.” Ate well. Did not \
             look up when the post came.",
        ),
    ];
    form.children[2].questions = vec![
        Question::new(Kind::Choice, "HOS-1.seen", "Seen?")
            .choices(&[("yes", "Yes, with her mum"), ("apart", "Yes, apart"), ("no", "No")])
            .chosen(&["yes"]),
        Question::new(Kind::LongText, "HOS-1.presentation", "What you saw of her")
            .hint("Play, mood, how she is with the people caring for her.")
            .error("Write what you saw of Tegen, or why you could not"),
    ];
    form.children[3].questions = vec![Question::new(Kind::LongText, "HOS-2.presentation", "How the pregnancy is going").words(
        "Kerra is 21 weeks. Scan on Friday 27 March was as hoped. She has told Priya about the bail conditions and has a \
         word to use on the phone if she cannot talk.",
    )];
    form.mistakes = vec![
        Mistake::new("NAN-2.seen_alone", "Say whether Jory was seen alone"),
        Mistake::new("HOS-1.presentation", "Write what you saw of Tegen, or why you could not"),
    ];
    form.mistakes_note = "Your note is saved. Mend two things before you finish it.".into();
    form.acts = vec![Act::primary("submit", "Finish the note"), Act::secondary("save", "Leave as a draft")];
    form.saved_at = "5:41:07pm".into();
    form.saved_note = "here and on this computer. A draft never expires.".into();
    VisitPage {
        undo: Some(("/drafts/D-771/undo".into(), "go back to 5:32pm".into())),
        ..page(form, "14 Chapel Row, Monday 30 March 2026, 3:45pm to 5:05pm · planned · due by Wed 1 April")
    }
}

fn for_everyone() -> Vec<Question> {
    vec![
        long(
            "what",
            "What happened",
            "",
            "Kerra opened the door and had been baking with Tegen. Sue Nance was there until 4:15pm. The house was warm and \
             tidy; the stair gate is mended. Kerra said Joel has kept away and has phoned twice, at agreed times. She is \
             worried about Easter, when he usually takes the children to his mother’s.",
        )
        .lines(5),
        Question::new(Kind::People, "shared.others_seen", "Who was there")
            .choices(&[("NAN-3", "Kerra Nance"), ("NAN-4", "Sue Nance"), ("HOS-3", "Joel Hosken"), ("other", "Someone else")])
            .chosen(&["NAN-3", "NAN-4"]),
        Question::new(Kind::LongText, "shared.home", "Who lives here").carried(carried(
            "the visit of Wed 18 March",
            "Kerra, Morwenna, Jory and Tegen. Joel at his brother’s since 3 March.",
            CarriedAnswer::Keep,
        )),
        Question::new(Kind::LongText, "shared.safety", "Safety at night")
            .carried(carried(
                "the plan of Tue 24 March",
                "Nan stays Tuesday and Friday. Kerra will ring 999 if Joel comes.",
                CarriedAnswer::Change,
            ))
            .answer(Answer::words("Nan can also stay on Sundays from 12 April."))
            .lines(2),
    ]
}

fn morwenna() -> Vec<Question> {
    vec![
        Question::new(Kind::Choice, "NAN-1.seen_alone", "Seen alone?").choices(&ALONE).chosen(&["yes"]),
        Question::new(Kind::LongText, "NAN-1.words", "What she said and did").hint("Her own words first.").lines(4).words(
            "“I slept till the light came.” Showed me her chart: eight nights out of twelve. Asked whether Joel would be \
             cross that she told. I said telling was right, and that grown-ups will sort out the rest.",
        ),
        Question::new(Kind::LongText, "NAN-1.matters", "What matters most to her").carried(carried(
            "the visit of Wed 18 March",
            "Nan being there. Swimming on Saturdays.",
            CarriedAnswer::Keep,
        )),
    ]
}
