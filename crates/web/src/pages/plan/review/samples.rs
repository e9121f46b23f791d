//! The plan at the first core group, 8 April 2026, with changes marked; and clean, to read.

use super::super::shown_actions::{action, changed, outcome};
use super::{InTime, ReviewPage};
use crate::components::crumbs::Crumb;
use crate::components::form::Act;
use crate::components::log::LogLine;
use crate::components::plan::{Action, Changeable, Outcome};
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::stats::Stat;
use crate::components::{ChildPage, Tag, Tone};
use crate::pages::form_samples::{long, shared, sheet};
use crate::pages::samples::morwenna;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, ReviewPage)> {
    let clean = ReviewPage { sheet: None, hints: false, counts: Vec::new(), shown: shown(1), ..marked() };
    vec![("marked", marked()), ("clean", clean)]
}

fn shown(here: usize) -> Vec<Segment> {
    let ways = ["Changes marked", "Clean", "As agreed 24 March"];
    ways.iter()
        .enumerate()
        .map(|(place, words)| Segment::new(*words, "/people/NAN-1/plan/review?show=marked", place == here))
        .collect()
}

fn marked() -> ReviewPage {
    let mut form = sheet("core_group");
    form.action = "/people/NAN-1/plan/review".into();
    shared(&mut form, vec![
        long(
            "notes",
            "What has changed for the children since 24 March?",
            "Start with each child. What would Wenna say is different?",
            "Wenna slept through eleven nights of fifteen on her chart, among them every night Nan was there. Jory has \
             stopped asking who is at the door. Tegen had her check and is well. It is quieter because Joel is away; the \
             work that makes it last has still to start.",
        )
        .lines(4),
    ]);
    form.acts = vec![Act::primary("submit", "Finish review"), Act::secondary("save", "Save")];
    form.saved_at = "2:31:08pm.".into();
    form.saved_note = "Hints do not stop you finishing.".into();
    ReviewPage {
        child: morwenna(ChildPage::Plan),
        crumbs: vec![
            Crumb::new("Morwenna’s story", "/people/NAN-1"),
            Crumb::new("Plan", "/people/NAN-1/plan"),
            Crumb::new("Review, 8 April 2026", ""),
        ],
        initials: "M N".into(),
        heading: "Plan, reviewed at the first core group".into(),
        summary: Prose::new()
            .text("Wednesday 8 April 2026 · for Morwenna, Jory, Tegen and Baby Hosken · ")
            .link("/people/NAN-1/plan?show=plain", "the family’s copy, in plain words"),
        shown: shown(0),
        counts: vec![
            Stat::new("Since the conference", "3 changed, 1 new", "4 carried on as they were"),
            Stat::new("Under way", "4 of 8 actions", "the rest are new, late or not yet due"),
            Stat::new("Late", "1 action", "Jess’s first visit, 2 working days"),
            Stat::new("Worth a second look", "3 hints", "advice only; nothing is blocked"),
        ],
        caption: "Plan with changes since 24 March 2026".into(),
        outcomes: outcomes(),
        hints: true,
        sheet: Some(form),
        in_time: Some(InTime {
            met: true,
            heading: "Held in time".into(),
            words: "On the 9th working day after the conference. It was due by Thu 9 April.".into(),
        }),
        next: vec![
            LogLine::new("2026-05-06", "6 May", "Core group, 1:30pm, the school"),
            LogLine::new("2026-06-16", "16 Jun", "Review conference, due by 24 June"),
        ],
    }
}

fn hint(words: &str, shown: Action) -> Action {
    Action { hint: words.into(), ..shown }
}

fn outcomes() -> Vec<Outcome> {
    vec![
        outcome(
            "I want to go to sleep without listening.",
            "Morwenna. Worry: shouting and violence at night",
            at_night(),
        ),
        outcome(
            "Mr Ferris asks me and then he waits.",
            "Morwenna. Worry: she carries it alone",
            vec![
                action(
                    "A quarter of an hour with Mr Ferris each Monday",
                    "Tom Ferris",
                    "from 30 Mar",
                    "Wenna says whether it helps",
                    (Tone::Met, "Started 30 Mar", "unchanged"),
                ),
                hint(
                    "The new date is after the next visit. Is someone else asking them before then?",
                    Action {
                        what: changed(
                            "Jess sees Wenna and Jory ",
                            "in the first week of term",
                            "",
                            "by Thu 2 April",
                        ),
                        by: Changeable::new("Tue 21 Apr"),
                        ..action(
                            "",
                            "Jess Olver",
                            "",
                            "They tell Jess what to say for them",
                            (Tone::Late, "Late: 2 working days", "Jess was ill"),
                        )
                    },
                ),
            ],
        ),
        outcome(
            "Tegen stays by Morwenna when a door bangs.",
            "Seen by Bev and Hannah. Worry: Tegen and the baby come second",
            vec![
                action(
                    "Dentist, and the missed two-year check",
                    "Bev Curnow, Kerra",
                    "Fri 17 Apr",
                    "Both done and written up",
                    (Tone::Met, "Check done 7 Apr", "dentist booked 15 April"),
                ),
                Action {
                    what: Changeable::new("A plan for the birth: who is there, who has the children"),
                    who: Changeable::new("Priya Nair"),
                    by: Changeable::new("Fri 29 May"),
                    known_by: Changeable::new("Written, and Kerra has a copy"),
                    now: Tag::new(Tone::Standing, "New"),
                    now_note: String::new(),
                    hint: String::new(),
                },
            ],
        ),
        outcome(
            "I will do the course.",
            "Joel. Worry: nothing has changed yet",
            vec![hint(
                "Two people, two actions: each could stand on its own line.",
                Action {
                    what: changed("Joel starts the ", "26-week", " course; Kerra sees Carys weekly", ""),
                    known_by: Changeable::new("Tutor’s note each month to the core group"),
                    ..action(
                        "",
                        "Joel, Carys Bolitho",
                        "Mon 20 Apr",
                        "",
                        (Tone::Standing, "Changed", "place confirmed 2 April"),
                    )
                },
            )],
        ),
    ]
}

fn at_night() -> Vec<Action> {
    vec![
        action(
            "Joel lives at his brother’s and does not come to Chapel Row",
            "Joel",
            "from 24 Mar",
            "No call-outs; Wenna’s sleep chart",
            (Tone::Met, "Kept to", "unchanged; police and Kerra both say so"),
        ),
        Action {
            what: changed("Nan stays overnight ", "Tuesday, Friday and Sunday", "", "Tuesday and Friday"),
            by: Changeable::new("from 12 Apr"),
            ..action(
                "",
                "Sue Nance",
                "",
                "Sleep chart, seven nights a week",
                (Tone::Standing, "Changed", "school nights were the hard ones"),
            )
        },
        hint(
            "“Monitor” does not say what anyone will do. No date, and no way to know it worked.",
            action(
                "Monitor contact between Joel and the children",
                "Hannah",
                "–",
                "–",
                (Tone::Plain, "Unchanged", "carried from 24 March"),
            ),
        ),
    ]
}
