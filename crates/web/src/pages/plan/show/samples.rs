//! Morwenna's plan on 26 March 2026; and a plan that nobody has written yet.

use super::super::shown_actions::{action, outcome};
use super::{DangerShown, InTheirWords, PlanPage};
use crate::components::button::Button;
use crate::components::card::Fact;
use crate::components::log::LogLine;
use crate::components::plan::Outcome;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::words::OwnWords;
use crate::components::{ChildPage, Tone};
use crate::pages::samples::morwenna;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, PlanPage)> {
    let none = PlanPage {
        child: morwenna(ChildPage::Plan),
        initials: "M N".into(),
        heading: "Child protection plan".into(),
        summary: "Since Tuesday 24 March 2026.".into(),
        mend: vec![
            Prose::new()
                .text("The plan has no actions yet. ")
                .link("/people/NAN-1/start/plan", "Write it")
                .text(" by the core group of Thu 9 April."),
        ],
        ..PlanPage::default()
    };
    vec![("agreed", agreed()), ("not_written", none)]
}

fn agreed() -> PlanPage {
    let ways = [("As agreed 24 March", true), ("Changes marked", false), ("Plain words", false)];
    PlanPage {
        safety: None,
        child: morwenna(ChildPage::Plan),
        initials: "M N".into(),
        heading: "Child protection plan".into(),
        summary: Prose::new().text("Since Tuesday 24 March 2026 · for Morwenna, Jory, Tegen and Baby Hosken · written by Hannah Pascoe, approved by Ruth Tregear on 25 March"),
        shown: ways.map(|(words, current)| Segment::new(words, "/people/NAN-1/plan?show=agreed", current)).into(),
        mend: vec![Prose::new().text("Joel Hosken has not read it. ").link("/people/NAN-1/start/plan_shared", "Record when he has").text(".")],
        said: vec![OwnWords {
            words: "I want to go to sleep without listening. I don’t want everyone to be cross with Mum.".into(),
            caption: "Morwenna, for the conference, read by Jess Olver".into(),
            drawing: None,
        }],
        dangers: vec![
            DangerShown {
                statement: "Hannah, the school and Nan worry that Joel will hurt Kerra at night while the children listen, and that Morwenna will be hurt standing between them.".into(),
                goal: "For three months no call-out, and the children asleep on school nights, seen by Nan, school and Wenna’s own chart.".into(),
                scale: "4 of 10, Kerra; 3 of 10, Hannah".into(),
            },
            DangerShown {
                statement: "Bev worries that Tegen’s health will go on coming second, and that nobody outside sees her.".into(),
                goal: "Checks and dentist done; Tegen seen by Bev each month until she is in nursery.".into(),
                scale: String::new(),
            },
        ],
        outcomes: outcomes(),
        their_words: vec![
            InTheirWords {
                words: "Joel doesn’t come here. If he does I ring 999, I don’t talk to him at the door. Mum stays Tuesdays and Fridays so the kids sleep. I go to Carys. If I can’t manage it I say so and nobody takes that against me.".into(),
                whose: "Kerra Nance, read with Hannah on Wed 25 March".into(),
            },
            InTheirWords {
                words: "Tell me before the meetings, not after. I can have them at half term.".into(),
                whose: "Ross Pender, by phone, Thu 26 March".into(),
            },
        ],
        facts: vec![
            Fact::new("Category", "Emotional abuse"),
            Fact::new("Visits", "At most 10 working days apart; last Wed 18 March"),
            Fact::new("If it fails", "Joel at the house, or a night with a call-out: Kerra rings 999, the night team sees the children within the hour, Ruth Tregear calls legal advice the next morning."),
            Fact::new("Always", "The children are seen, alone, by someone they know."),
            Fact::new("Her part", "Wenna keeps her sleep chart. She may stop when she likes."),
        ],
        next: vec![
            LogLine::new("2026-04-01", "1 Apr", "Visit, due"),
            LogLine::new("2026-04-08", "8 Apr", "First core group, 1:30pm, the school"),
            LogLine::new("2026-06-16", "16 Jun", "Review conference, due by 24 June"),
        ],
        acts: vec![
            Button::primary("Review the plan", "/people/NAN-1/plan/review"),
            Button::secondary("The family’s copy, in plain words", "/people/NAN-1/plan?show=plain"),
        ],
    }
}

fn outcomes() -> Vec<Outcome> {
    let todo = |note: &'static str| (Tone::Plain, "To do", note);
    vec![
        outcome(
            "I want to go to sleep without listening.",
            "Morwenna. Worry: shouting and violence at night",
            vec![
                action(
                    "Joel lives at his brother’s and does not come to Chapel Row",
                    "Joel",
                    "from 24 Mar",
                    "No call-outs; Wenna’s sleep chart",
                    (Tone::Met, "Kept to", ""),
                ),
                action(
                    "Nan stays overnight Tuesday and Friday",
                    "Sue Nance",
                    "from 24 Mar",
                    "Sleep chart",
                    (Tone::Met, "Begun", ""),
                ),
            ],
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
                    todo(""),
                ),
                action(
                    "Jess sees Wenna and Jory",
                    "Jess Olver",
                    "Thu 2 Apr",
                    "They tell Jess what to say for them",
                    (Tone::Soon, "Due soon", "in 5 working days"),
                ),
            ],
        ),
        outcome(
            "Tegen stays by Morwenna when a door bangs.",
            "Seen by Bev and Hannah. Worry: Tegen and the baby come second",
            vec![action(
                "Dentist, and the missed two-year check",
                "Bev Curnow, Kerra",
                "Fri 17 Apr",
                "Both done and written up",
                todo(""),
            )],
        ),
        outcome(
            "I will do the course.",
            "Joel. Worry: nothing has changed yet",
            vec![action(
                "Joel starts the course; Kerra sees Carys weekly",
                "Joel, Carys Bolitho",
                "Mon 20 Apr",
                "Tutor’s note",
                todo(""),
            )],
        ),
    ]
}
