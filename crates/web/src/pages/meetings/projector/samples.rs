//! The conference's decision on the room's screen; and the children's words alone.

use super::super::agenda::AgendaItem;
use super::{OnScreen, ProjectorPage};
use crate::components::words::OwnWords;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, ProjectorPage)> {
    let views = ProjectorPage {
        progress: "3 of 7".into(),
        question: "What do the children say?".into(),
        on_screen: OnScreen::Words,
        words: vec![
            words(
                "I want to go to sleep without listening. I don’t want everyone to be cross with Mum.",
                "Morwenna, read by Jess",
            ),
            words("Nan does the voices. I like it when it’s Nan.", "Jory, from his drawing"),
        ],
        next: Some(("4".into(), "Next: worries and strengths".into())),
        back: Some("2".into()),
        agenda: agenda(3),
        ..decision()
    };
    vec![("decision", decision()), ("views", views)]
}

fn words(said: &str, caption: &str) -> OwnWords {
    OwnWords { words: said.into(), caption: caption.into(), drawing: None }
}

fn agenda(now: usize) -> Vec<AgendaItem> {
    [
        "Who is here",
        "Reports shared",
        "The children’s views",
        "Worries and strengths",
        "Decision",
        "Outline plan",
        "Dates",
    ]
    .into_iter()
    .enumerate()
    .map(|(place, words)| AgendaItem::new((place + 1).to_string(), words, "", place + 1 == now))
    .collect()
}

fn decision() -> ProjectorPage {
    let heads = [("Child", 15), ("Plan?", 20), ("Because of", 25), ("What each said", 0)];
    let rows = [
        ["Morwenna", "Yes", "Emotional abuse", "All agree. Mum agrees."],
        ["Jory", "Yes", "Emotional abuse", "All agree. Mum agrees."],
        [
            "Tegen",
            "Yes",
            "Emotional abuse",
            "Four of five services. Bev would say neglect. Mum agrees, Joel does not.",
        ],
        ["The baby", "Yes, from before birth", "Emotional abuse", "All agree. Mum agrees, Joel does not."],
    ];
    ProjectorPage {
        meeting: "Conference, Tuesday 24 March 2026".into(),
        leave_href: "/meetings/M-118".into(),
        action: "/meetings/M-118/screen".into(),
        progress: "5 of 7".into(),
        question: "Does each child need a protection plan?".into(),
        on_screen: OnScreen::Table(
            "Decision for each child".into(),
            heads.map(|(head, width)| (head.to_owned(), width)).into(),
            rows.map(|row| row.map(str::to_owned).into()).into(),
        ),
        words: vec![words("I want to go to sleep without listening.", "Morwenna, read by Jess")],
        next: Some(("6".into(), "Next: outline plan".into())),
        back: Some("4".into()),
        saved_at: "11:04:12am.".into(),
        saved_note: "Alan is writing; this screen follows him.".into(),
        agenda: agenda(5),
    }
}
