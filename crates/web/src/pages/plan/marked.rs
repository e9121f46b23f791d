//! A plan's actions under what each is for, with how each stands and what changed since an earlier version.

use calendar::display;
use chronology::PersonId;
use record::Timeline;
use record::events::{Action as Agreed, ActionState};
use record::timeline::ActionGiven;

use crate::components::plan::{Action, Changeable, Outcome};
use crate::components::{Tag, Tone};

/// The actions of a plan, grouped under what each changes for the child. `earlier`: what it said before, to mark
/// what changed; none to mark nothing. `names`: says who a person is. `hints`: advice by the action's place.
pub(crate) fn outcomes(
    actions: &[Agreed],
    earlier: Option<&[Agreed]>,
    timeline: &Timeline,
    today: jiff::civil::Date,
    names: &dyn Fn(&PersonId) -> String,
    hints: &dyn Fn(usize) -> String,
) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (place, action) in actions.iter().enumerate() {
        let words =
            action.outcome.clone().unwrap_or_else(|| "What it changes for the child is not said".to_owned());
        let shown =
            Action { hint: hints(place), ..shown(action, earlier, given(timeline, action), today, names) };
        let need = action.need.as_ref().filter(|need| !need.trim().is_empty());
        let whose = need.map(|need| format!("Need: {need}")).unwrap_or_default();
        match outcomes.iter_mut().find(|outcome| outcome.words == words && outcome.whose == whose) {
            Some(outcome) => outcome.actions.push(shown),
            None => outcomes.push(Outcome { words, whose, actions: vec![shown] }),
        }
    }
    outcomes
}

/// How many of a plan's actions are new or changed since an earlier version.
pub(crate) fn changed(actions: &[Agreed], earlier: &[Agreed]) -> usize {
    actions.iter().filter(|action| !earlier.contains(action)).count()
}

fn given<'a>(timeline: &'a Timeline, action: &Agreed) -> Option<&'a ActionGiven> {
    timeline.actions.iter().rev().find(|given| given.action.what == action.what)
}

fn shown(
    action: &Agreed,
    earlier: Option<&[Agreed]>,
    given: Option<&ActionGiven>,
    today: jiff::civil::Date,
    names: &dyn Fn(&PersonId) -> String,
) -> Action {
    let before = earlier.map(|earlier| earlier.iter().find(|old| old.what == action.what));
    let cell = |text: &dyn Fn(&Agreed) -> String| {
        let now = text(action);
        match before {
            None => Changeable::same(now),
            Some(None) => Changeable::new(now),
            Some(Some(old)) if text(old) == now => Changeable::same(now),
            Some(Some(old)) => Changeable { changed: now, was: text(old), ..Changeable::default() },
        }
    };
    let (now, now_note) = standing(action, given, today);
    Action {
        what: cell(&|action: &Agreed| action.what.clone().unwrap_or_default()),
        who: cell(&|action: &Agreed| {
            action.owner_name.clone().or(action.owner.as_ref().map(names)).unwrap_or_default()
        }),
        by: cell(&|action: &Agreed| action.by.map(display::table_date).unwrap_or_default()),
        known_by: cell(&|action: &Agreed| action.measure.clone().unwrap_or_default()),
        now,
        now_note,
        hint: String::new(),
    }
}

/// How an action stands, by what was last said of it and by its day.
fn standing(action: &Agreed, given: Option<&ActionGiven>, today: jiff::civil::Date) -> (Tag, String) {
    let last = given.and_then(|given| given.readings.last());
    let note = last.and_then(|reading| reading.note.clone()).unwrap_or_default();
    let late = action.by.is_some_and(|by| by < today);
    let tag = match last.map(|reading| reading.state) {
        Some(ActionState::Done) => Tag::new(Tone::Met, "Done"),
        Some(ActionState::NoLongerNeeded) => Tag::new(Tone::Plain, "No longer needed"),
        _ if late => {
            Tag::new(Tone::Overdue, action.by.map(|by| display::how_far_off(today, by)).unwrap_or_default())
        }
        Some(ActionState::Underway) => Tag::new(Tone::Plain, "Under way"),
        Some(ActionState::NotStarted) => Tag::new(Tone::Soon, "Not started"),
        None => Tag::new(Tone::Plain, "Not yet looked at"),
    };
    (tag, note)
}
