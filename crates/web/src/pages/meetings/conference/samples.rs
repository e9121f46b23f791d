//! The conference of 24 March 2026, at the decision.

use super::super::agenda::AgendaItem;
use super::{ConferencePage, Said};
use crate::components::card::Fact;
use crate::components::fields::Choice;
use crate::components::form::{Act, Answer, Attending, Kind, Question};
use crate::components::gates::Gate;
use crate::components::prose::Prose;
use crate::components::words::OwnWords;
use crate::components::{Tag, Tone};
use crate::pages::form_samples::{AGENCY, YES_NO, column, each_of, long, shared, sheet};

const CATEGORY: [(&str, &str); 5] = [
    ("NEG", "Neglect"),
    ("PHY", "Physical abuse"),
    ("SAB", "Sexual abuse"),
    ("EMO", "Emotional abuse"),
    ("MUL", "Multiple"),
];

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, ConferencePage)> {
    let mut missing = deciding();
    missing.sheet.children[3].questions[1].answer = Answer::default();
    missing.confirm = Some(Act::primary("confirm", "Confirm for Morwenna, Jory and Tegen"));
    missing.gates = vec![
        Gate::missing("Baby Hosken: choose a category", Prose::new().link("#HOS-2.category", "Choose it")),
        Gate::met("Enough are here to decide", "Family and five services."),
    ];
    vec![("deciding", deciding()), ("missing", missing)]
}

fn deciding() -> ConferencePage {
    let mut form = sheet("conference,conference_decision");
    form.action = "/meetings/M-118".into();
    each_of(&mut form, "plan_needed", "Plan needed?", &YES_NO, ["yes", "yes", "yes", "yes"]);
    each_of(&mut form, "category", "Category", &CATEGORY, ["EMO", "EMO", "EMO", "EMO"]);
    shared(&mut form, questions());
    form.acts = vec![Act::secondary("save", "Save"), Act::secondary("submit", "Close the meeting")];
    form.saved_at = "11:04:12am".into();
    ConferencePage {
        initials: "M N and others".into(),
        heading: "Child protection conference".into(),
        summary: "Morwenna, Jory, Tegen and Baby Hosken · Tuesday 24 March 2026, 10:00am · Chair: Alan Spargo".into(),
        tags: vec![Tag::new(Tone::Met, "Met: held on the 15th working day"), Tag::new(Tone::Met, "Quorate: family and 5 services")],
        agenda: agenda(),
        projector_href: "/meetings/M-118/screen".into(),
        attendance_note: "Joel joins by phone for his own part only: bail conditions keep him apart from Kerra. Keys in a row: p here, r remote, a apologies, n not here.".into(),
        people: people(),
        agencies: AGENCY.map(|(value, words)| Choice::new(value, words)).into(),
        report_head: "Report, due Fri 20 March".into(),
        reports: vec!["Seven asked for, six received, five on time. The family read Hannah’s report two working days before. Dr Adeyemi’s is not in: Bev Curnow gave what the practice told her by phone, and the chair will ask again today.".into()],
        words: vec![
            OwnWords { words: "I want to go to sleep without listening. I don’t want everyone to be cross with Mum.".into(),
                caption: Prose::new().strong("Morwenna, 9,").text(" read by Jess, in Morwenna’s words"), drawing: None },
            OwnWords { words: "Nan does the voices. I like it when it’s Nan.".into(),
                caption: Prose::new().strong("Jory, 6,").text(" from three houses drawn with Jess"), drawing: None },
        ],
        seen: vec![
            Prose::new().strong("Tegen, 3,").text(" played beside Hannah and Bev. She stays close to Morwenna when a door bangs, and settles when Nan sings."),
            Prose::new().strong("The baby:").text(" Priya says growth is as expected and Kerra has kept every appointment."),
        ],
        said: said(),
        gates: Vec::new(),
        confirm: Some(Act::primary("confirm", "Confirm the decision for all four")),
        dates: dates(),
        sheet: form,
    }
}

fn agenda() -> Vec<AgendaItem> {
    let item = AgendaItem::new;
    vec![
        item("attend", "Who is here", "10:02", false),
        item("reports", "Reports shared", "10:10", false),
        item("views", "The children’s views", "10:20", false),
        item("worries", "Worries and strengths", "10:40", false),
        item("decide", "Decision", "now", true),
        item("plan", "Outline plan", "next", false),
        item("dates", "Dates and circulation", "", false),
    ]
}

fn questions() -> Vec<Question> {
    let mut views = Question::new(Kind::Parts, "shared.views", "Those who see it differently")
        .hint("In their own words. A view against is recorded whoever holds it.");
    views.columns = vec![
        column(Kind::Text, "who", "Who, and about which child"),
        column(Kind::YesNo, "agrees", "Agrees?").choices(&YES_NO),
        column(Kind::LongText, "said", "What they said"),
    ];
    views.add_words = "Add a view".into();
    let view = |who: &str, said: &str| vec![Answer::words(who), Answer::chosen("no"), Answer::words(said)];
    views.rows = vec![
        view(
            "Bev Curnow, on Tegen",
            "Two missed checks and her teeth tell me her needs come second. I would call that neglect.",
        ),
        view("Joel Hosken", "I was never a danger to the kids. I will do the course."),
    ];
    let mut plan = Question::new(Kind::Parts, "shared.actions", "Outline plan");
    plan.label_hidden = true;
    plan.add_words = "Add to plan".into();
    plan.columns = vec![
        column(Kind::LongText, "outcome", "So that"),
        column(Kind::LongText, "what", "We will"),
        column(Kind::Text, "owner_name", "Who"),
        column(Kind::Day, "by", "By"),
    ];
    let row = |so: &str, what: &str, who: &str, by: (&str, &str)| {
        vec![Answer::words(so), Answer::words(what), Answer::words(who), Answer::day(by.0, by.1, "2026")]
    };
    plan.rows = vec![
        row(
            "The children sleep without listening",
            "Joel stays at his brother’s; Nan stays Tuesdays and Fridays; 999 is the plan if he comes",
            "Kerra, Joel, Sue Nance",
            ("24", "3"),
        ),
        row(
            "Wenna has someone of her own",
            "A quarter of an hour with Mr Ferris each Monday; Jess before each meeting",
            "Tom Ferris, Jess Olver",
            ("30", "3"),
        ),
        row(
            "Tegen and the baby are well",
            "Dentist, and the missed two-year check",
            "Bev Curnow, Kerra",
            ("17", "4"),
        ),
        row(
            "Change lasts",
            "Joel starts his course; Kerra sees Carys weekly",
            "Joel, Carys Bolitho",
            ("20", "4"),
        ),
    ];
    vec![
        long(
            "worries",
            "What are we worried about?",
            "",
            "Joel’s violence to Kerra, heard by the children at night. Morwenna looks after everyone. Tegen’s health is behind.",
        ),
        long(
            "strengths",
            "What is working well?",
            "",
            "Kerra rang 999 and asked for help. Nan. School, where Morwenna told. Quiet since 3 March.",
        ),
        long(
            "reason",
            "Why",
            "",
            "All four are likely to go on being harmed by living with violence toward their mother. Quiet since 3 March shows what helps; it rests on Joel staying away, and he has not yet said that anything must change.",
        ),
        views,
        plan,
        Question::new(Kind::Day, "shared.core_group_on", "Core group first meets")
            .day("8", "4", "2026")
            .hint("Within 10 working days: by Thu 9 April."),
        Question::new(Kind::Day, "shared.next_conference_on", "Review conference")
            .day("16", "6", "2026")
            .hint("Within 3 months: by Wed 24 June."),
    ]
}

fn people() -> Vec<Attending> {
    let one = |name: &str, capacity: &str, agency: &str, presence: &str, report: Prose| Attending {
        name: name.into(),
        capacity: capacity.into(),
        agency: agency.into(),
        presence: presence.into(),
        report,
        ..Attending::default()
    };
    let on_time = |day: &str| Prose::new().tag(Tag::new(Tone::Met, "In on time")).text(" ").quiet(day);
    vec![
        one("Kerra Nance", "Mother", "family", "present", "Read with Hannah, 20 Mar".into()),
        one(
            "Joel Hosken",
            "Father of Tegen and the baby",
            "family",
            "remote",
            "Heard by phone, 20 Mar".into(),
        ),
        one("Ross Pender", "Father of Morwenna and Jory", "family", "apologies", "Posted 18 Mar".into()),
        one("Jess Olver", "Advocate for Morwenna and Jory", "advocacy", "present", on_time("19 Mar")),
        one("Hannah Pascoe", "Social worker", "social_care", "present", on_time("18 Mar")),
        one("Tom Ferris", "Porthavel Primary", "school", "present", on_time("19 Mar")),
        one(
            "Bev Curnow",
            "Health visitor",
            "health",
            "present",
            Prose::new().tag(Tag::new(Tone::Late, "Late: came 23 Mar")),
        ),
        one("Priya Nair", "Midwife", "health", "remote", on_time("20 Mar")),
        one("DC Lowenna Hicks", "Police", "police", "present", on_time("20 Mar")),
        one(
            "Dr Femi Adeyemi",
            "Family doctor",
            "health",
            "apologies",
            Prose::new().tag(Tag::new(Tone::Overdue, "Not received")),
        ),
    ]
}

fn said() -> Vec<Said> {
    let one = |scope: &str, words: Prose| Said { scope: scope.into(), words };
    let agreed = "All five services agree. Kerra agrees. Ross Pender sent apologies.";
    vec![
        one("NAN-1", agreed.into()),
        one("NAN-2", agreed.into()),
        one(
            "HOS-1",
            Prose::new()
                .text("Four services agree; Bev Curnow would use neglect. Kerra agrees, Joel does not. ")
                .tag(Tag::new(Tone::Finding, "Dissent recorded")),
        ),
        one("HOS-2", "All five services agree. Kerra agrees. Joel does not.".into()),
    ]
}

fn dates() -> Vec<Fact> {
    let met = |words: &str, tag: &str| Prose::new().text(words).tag(Tag::new(Tone::Met, tag));
    vec![
        Fact::new(
            "Core group",
            met("Wed 8 April, 1:30pm, at the school. Due by Thu 9 April ", "Within 10 working days"),
        ),
        Fact::new("Review conference", met("Tue 16 June, 10:00am. Due by Wed 24 June ", "Within 3 months")),
        Fact::new(
            "Decision sent",
            "Due by Wed 25 March, to ten people. Joel’s copy leaves out where Carys works: checked.",
        ),
    ]
}
