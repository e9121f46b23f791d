//! A value carried from an earlier record: keep it, change it, or say it is no longer true.

use maud::{Markup, html};

/// What the worker says of a carried value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CarriedAnswer {
    /// Nothing said yet.
    #[default]
    None,
    /// Still so.
    Keep,
    /// So, but otherwise: the new value is asked for beneath.
    Change,
    /// Not so any more.
    NoLongerTrue,
}

/// A carried value.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    /// The name its answer is sent under (`keep`, `change` or `drop`); used once in the page.
    pub name: String,
    /// "Who lives here".
    pub what: String,
    /// "the visit of Wed 18 March".
    pub source: String,
    /// The value as it was.
    pub value: String,
    /// The answer so far.
    pub answer: CarriedAnswer,
    /// What to mend; empty when nothing is wrong.
    pub error: String,
}

/// Draws the question.
///
/// Accessibility: one `fieldset`; the legend says what it is and where it came from.
#[must_use]
pub fn carried(shown: &Carried) -> Markup {
    let error = (!shown.error.is_empty()).then(|| format!("{}-error", shown.name));
    let choice = |value: &str, words: &str, is: CarriedAnswer, first: bool| {
        html! {
            label.on-check {
                input type="radio" id=[first.then_some(&shown.name)] name=(shown.name) value=(value) checked[shown.answer == is];
                " " (words)
            }
        }
    };
    html! {
        fieldset.on-carried aria-describedby=[error.as_ref()] {
            legend { (shown.what) ", from " (shown.source) }
            p { (shown.value) }
            @if let Some(id) = &error { p.on-error id=(id) { span.on-hidden { "Error: " } (shown.error) } }
            div.on-radios {
                (choice("keep", "Keep", CarriedAnswer::Keep, true))
                (choice("change", "Change", CarriedAnswer::Change, false))
                (choice("drop", "No longer true", CarriedAnswer::NoLongerTrue, false))
            }
        }
    }
}
