//! The Nance and Hosken plan as the samples of this area show it.

use crate::components::plan::{Action, Changeable, Outcome};
use crate::components::{Tag, Tone};

/// A changed value: words before, what changed, what it was.
pub(super) fn changed(before: &str, now: &str, after: &str, was: &str) -> Changeable {
    Changeable { before: before.into(), changed: now.into(), after: after.into(), was: was.into() }
}

/// An action as it was agreed.
pub(super) fn action(what: &str, who: &str, by: &str, known_by: &str, now: (Tone, &str, &str)) -> Action {
    Action {
        what: Changeable::same(what),
        who: Changeable::same(who),
        by: Changeable::same(by),
        known_by: Changeable::same(known_by),
        now: Tag::new(now.0, now.1),
        now_note: now.2.into(),
        hint: String::new(),
    }
}

/// An outcome with its actions.
pub(super) fn outcome(words: &str, whose: &str, actions: Vec<Action>) -> Outcome {
    Outcome { words: words.into(), whose: whose.into(), actions }
}
