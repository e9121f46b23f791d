//! One of several, some of several, one of many.

use maud::{Markup, html};

use super::Field;

/// One answer that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub words: String,
    /// True when chosen now.
    pub chosen: bool,
}

impl Choice {
    /// An answer not chosen.
    #[must_use]
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self { value: value.into(), words: words.into(), chosen: false }
    }

    /// The same, chosen when the test says so.
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }
}

/// One of several. `in_a_column` when the words are long.
///
/// Accessibility: a `fieldset` with the question as its `legend`; the first
/// radio has the field's own id, so that a link from the error summary lands on it.
#[must_use]
pub fn radios(field: &Field, choices: &[Choice], in_a_column: bool) -> Markup {
    field.group(&buttons(field, choices, "radio", in_a_column))
}

/// Some of several. Sent under one name, as often as there are ticks.
#[must_use]
pub fn checkboxes(field: &Field, choices: &[Choice], in_a_column: bool) -> Markup {
    field.group(&buttons(field, choices, "checkbox", in_a_column))
}

/// One of many, as a list that drops down. Prefer radios under eight.
#[must_use]
pub fn select(field: &Field, choices: &[Choice]) -> Markup {
    field.single(&html! {
        select.on-select id=(field.name) name=(field.name) aria-describedby=[field.described_by()] aria-invalid=[field.invalid()] {
            @for choice in choices { option value=(choice.value) selected[choice.chosen] { (choice.words) } }
        }
    })
}

/// A single tick that stands alone: "I have read what happens".
#[must_use]
pub fn tick(field: &Field, ticked: bool) -> Markup {
    html! {
        div.on-field.on-field--error[field.is_wrong()] {
            (field.beneath())
            label.on-check {
                input type="checkbox" id=(field.name) name=(field.name) value="yes" checked[ticked]
                    aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
                " " (field.words())
            }
        }
    }
}

fn buttons(field: &Field, choices: &[Choice], kind: &str, in_a_column: bool) -> Markup {
    html! {
        div class=(if in_a_column { "on-stackradios" } else { "on-radios" }) {
            @for (place, choice) in choices.iter().enumerate() {
                label.on-check {
                    @if place == 0 {
                        input type=(kind) id=(field.name) name=(field.name) value=(choice.value) checked[choice.chosen];
                    } @else {
                        input type=(kind) name=(field.name) value=(choice.value) checked[choice.chosen];
                    }
                    " " (choice.words)
                }
            }
        }
    }
}
