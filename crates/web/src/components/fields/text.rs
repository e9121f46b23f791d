//! Words: one line or many.

use maud::{Markup, html};

use super::Field;

/// How wide a box is: a promise about how much is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// A number or a date.
    Short,
    /// A name or an address for mail.
    Middle,
    /// As wide as a line of reading.
    #[default]
    Line,
}

/// What is in the box, and what kind of words it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextAnswer {
    /// What is there now.
    pub value: String,
    /// `type` of a one-line box: `text`, `email`, `password`, `search`, `tel`.
    pub kind: &'static str,
    /// What the browser may fill in: `off`, `username`, `current-password`.
    pub autocomplete: &'static str,
    /// How wide.
    pub width: Width,
    /// Lines shown at first, for the many-line box. It grows as it is filled.
    pub rows: u8,
    /// True when these are a child's own words: they wear the serif.
    pub own_words: bool,
    /// The most characters that are kept, when there is a limit.
    pub most: Option<u32>,
}

impl Default for TextAnswer {
    fn default() -> Self {
        Self {
            value: String::new(),
            kind: "text",
            autocomplete: "off",
            width: Width::Line,
            rows: 3,
            own_words: false,
            most: None,
        }
    }
}

impl TextAnswer {
    /// Words already there.
    #[must_use]
    pub fn with(value: impl Into<String>) -> Self {
        Self { value: value.into(), ..Self::default() }
    }

    /// Lines shown at first.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }
}

/// One line.
///
/// Accessibility: a visible label joined by `for`; hint and error described.
#[must_use]
pub fn text(field: &Field, answer: &TextAnswer) -> Markup {
    let class = match answer.width {
        Width::Short => "on-input on-w-s",
        Width::Middle => "on-input on-w-m",
        Width::Line => "on-input",
    };
    let secret_or_code = matches!(answer.kind, "email" | "password");
    field.single(&html! {
        input class=(class) id=(field.name) name=(field.name) type=(answer.kind) value=(answer.value)
            autocomplete=(answer.autocomplete) spellcheck=[secret_or_code.then_some("false")]
            maxlength=[answer.most] aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
    })
}

/// Many lines.
#[must_use]
pub fn textarea(field: &Field, answer: &TextAnswer) -> Markup {
    field.single(&html! {
        textarea.on-text.on-text--words[answer.own_words] id=(field.name) name=(field.name) rows=(answer.rows)
            maxlength=[answer.most] aria-describedby=[field.described_by()] aria-invalid=[field.invalid()] {
            (answer.value)
        }
    })
}
