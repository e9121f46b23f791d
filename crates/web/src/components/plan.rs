//! A plan: what will happen so that a child can say it is so, with changes marked.

use maud::{Markup, html};

use super::tag::{Tag, tag};

/// A value that may have changed since the last time.
#[derive(Clone, Debug, Default)]
pub struct Changeable {
    /// Words before the part that changed.
    pub before: String,
    /// The part that changed; empty when nothing did.
    pub changed: String,
    /// Words after it.
    pub after: String,
    /// What stood there before; empty when it is new.
    pub was: String,
}

impl Changeable {
    /// As it was.
    #[must_use]
    pub fn same(words: impl Into<String>) -> Self {
        Self { before: words.into(), ..Self::default() }
    }

    /// New or other words, whole.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self { changed: words.into(), ..Self::default() }
    }
}

/// One action.
#[derive(Clone, Debug)]
pub struct Action {
    /// What will happen.
    pub what: Changeable,
    /// Who will do it.
    pub who: Changeable,
    /// By when.
    pub by: Changeable,
    /// How we will know.
    pub known_by: Changeable,
    /// How it stands now.
    pub now: Tag,
    /// More about how it stands. May be empty.
    pub now_note: String,
    /// A hint in the margin: advice, never a block. May be empty.
    pub hint: String,
}

/// What some actions are for.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// In somebody's own words.
    pub words: String,
    /// Whose words, and the worry beneath them.
    pub whose: String,
    /// What will be done.
    pub actions: Vec<Action>,
}

/// Draws the plan.
///
/// Accessibility: each outcome heads its own row group; a change is `ins` and
/// `del`, with "was:" in words, so it is heard and not only seen.
#[must_use]
pub fn plan(caption: &str, outcomes: &[Outcome], hints: bool) -> Markup {
    html! {
        table.on-table.on-plan.on-stack role="table" {
            caption.on-hidden { (caption) }
            thead role="rowgroup" {
                tr role="row" {
                    th.on-c-30 role="columnheader" scope="col" { "What will happen" }
                    th.on-c-10 role="columnheader" scope="col" { "Who" }
                    th.on-c-10 role="columnheader" scope="col" { "By when" }
                    th.on-c-20 role="columnheader" scope="col" { "How we will know" }
                    th.on-c-15 role="columnheader" scope="col" { "Now" }
                    @if hints { th.on-margin role="columnheader" scope="col" { "Hints" } }
                }
            }
            @for (place, outcome) in outcomes.iter().enumerate() {
                tbody role="rowgroup" {
                    tr role="row" {
                        th role="rowheader" scope="rowgroup" colspan="5" {
                            strong { (place + 1) "." } " " q { (outcome.words) } " "
                            span.on-small.on-quiet { (outcome.whose) }
                        }
                        @if hints { td.on-margin role="cell" {} }
                    }
                    @for action in &outcome.actions { (action_row(action, hints)) }
                }
            }
        }
    }
}

fn action_row(action: &Action, hints: bool) -> Markup {
    html! {
        tr role="row" {
            td role="cell" data-label="What will happen" { (changeable(&action.what)) }
            td role="cell" data-label="Who" { (changeable(&action.who)) }
            td role="cell" data-label="By when" { (changeable(&action.by)) }
            td role="cell" data-label="How we will know" { (changeable(&action.known_by)) }
            td role="cell" data-label="Now" {
                (tag(&action.now))
                @if !action.now_note.is_empty() { small { (action.now_note) } }
            }
            @if hints { td.on-margin role="cell" { @if !action.hint.is_empty() { p { (action.hint) } } } }
        }
    }
}

/// Draws a value with its change marked.
#[must_use]
pub fn changeable(shown: &Changeable) -> Markup {
    html! {
        (shown.before)
        @if !shown.changed.is_empty() { ins.on-changed { (shown.changed) } }
        (shown.after)
        @if !shown.was.is_empty() { span.on-was { "was: " del { (shown.was) } } }
    }
}
