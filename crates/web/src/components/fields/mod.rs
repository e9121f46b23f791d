//! The closed set of question kinds. A form is made of these and nothing else.
//!
//! Every kind shares a [`Field`]: its label, its hint, what is wrong with it.
//! An error stands beside the field in the same words as the summary at the
//! top, and the field's description joins hint and error for a screen reader.
//! Nothing is marked with an asterisk: what may be left out says "(optional)".

pub mod choice;
pub mod date;
pub mod file;
pub mod text;

pub use choice::{Choice, checkboxes, radios, select, tick};
pub use date::{DateAnswer, QuickDay, date};
pub use file::{FileAnswer, file};
pub use text::{TextAnswer, Width, text, textarea};

use maud::{Markup, html};

/// What every question has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The name its answer is sent under; also its id in the page, so it must be used once.
    pub name: String,
    /// The question, said to the worker.
    pub label: String,
    /// Why we ask, or what good looks like. May be empty.
    pub hint: String,
    /// What to mend, as an instruction: "Say whether Jory was seen alone". Empty when nothing is wrong.
    pub error: String,
    /// True when it may be left out.
    pub optional: bool,
    /// True when the label is read out but not shown, as in a table's cell.
    pub label_hidden: bool,
}

impl Field {
    /// A question that must be answered.
    #[must_use]
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), ..Self::default() }
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With what to mend.
    #[must_use]
    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = error.into();
        self
    }

    /// May be left out.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// With a label that is read out and not shown.
    #[must_use]
    pub fn label_hidden(mut self) -> Self {
        self.label_hidden = true;
        self
    }

    /// True when there is something to mend.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !self.error.is_empty()
    }

    /// The ids that describe this field, in the order they are read.
    fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let error = self.is_wrong().then(|| format!("{}-error", self.name));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (one, other) => one.or(other),
        }
    }

    /// `aria-invalid`, given only when something is wrong.
    fn invalid(&self) -> Option<&'static str> {
        self.is_wrong().then_some("true")
    }

    /// The label's words.
    fn words(&self) -> Markup {
        html! { (self.label) @if self.optional { " " span.on-quiet { "(optional)" } } }
    }

    /// Hint, then error.
    fn beneath(&self) -> Markup {
        html! {
            @if !self.hint.is_empty() { p.on-hint id={ (self.name) "-hint" } { (self.hint) } }
            @if self.is_wrong() {
                p.on-error id={ (self.name) "-error" } { span.on-hidden { "Error: " } (self.error) }
            }
        }
    }

    /// One control with its label.
    fn single(&self, control: &Markup) -> Markup {
        html! {
            div.on-field.on-field--error[self.is_wrong()] {
                label class=[self.label_hidden.then_some("on-hidden")] for=(self.name) { (self.words()) }
                (self.beneath())
                (control)
            }
        }
    }

    /// Several controls under one question.
    fn group(&self, controls: &Markup) -> Markup {
        html! {
            fieldset.on-field.on-field--error[self.is_wrong()] aria-describedby=[self.described_by()] {
                legend class=[self.label_hidden.then_some("on-hidden")] { (self.words()) }
                (self.beneath())
                (controls)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_and_a_hint_both_describe_the_field() {
        let field = Field::new("seen", "What you saw").hint("Play, mood").error("Write what you saw");
        let drawn = textarea(&field, &TextAnswer::default()).into_string();
        assert!(drawn.contains("aria-describedby=\"seen-hint seen-error\""));
        assert!(drawn.contains("aria-invalid=\"true\""));
        assert!(drawn.contains("<label for=\"seen\">"));
    }

    #[test]
    fn what_may_be_left_out_says_so_and_nothing_wears_an_asterisk() {
        let drawn = text(&Field::new("phone", "Number to ring back").optional(), &TextAnswer::default());
        let drawn = drawn.into_string();
        assert!(drawn.contains("(optional)") && !drawn.contains('*'));
    }
}
