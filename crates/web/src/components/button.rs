//! Buttons and links that look like them.

use maud::{Markup, html};

/// A link or button with words that make sense out of their row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Button {
    /// What is shown: "Record visit".
    pub words: String,
    /// The rest, read out and not shown: "Visit Ellis at home". May be empty.
    pub about: String,
    /// Where it leads.
    pub href: String,
    /// Filled for the one act that matters most here; outlined for the rest.
    pub primary: bool,
}

impl Button {
    /// The one that matters most in its form or group of rows.
    #[must_use]
    pub fn primary(words: impl Into<String>, href: impl Into<String>) -> Self {
        Self { words: words.into(), href: href.into(), primary: true, about: String::new() }
    }

    /// Any other.
    #[must_use]
    pub fn secondary(words: impl Into<String>, href: impl Into<String>) -> Self {
        Self { primary: false, ..Self::primary(words, href) }
    }

    /// The same, with the words that are read out and not shown.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }
}

/// Draws a link as a button.
#[must_use]
pub fn link_button(shown: &Button) -> Markup {
    html! { a.on-btn.on-btn--2[!shown.primary] href=(shown.href) { (words(shown)) } }
}

/// The small size, for rows and headers.
#[must_use]
pub fn small_link_button(shown: &Button) -> Markup {
    html! { a.on-btn.on-btn--s.on-btn--2[!shown.primary] href=(shown.href) { (words(shown)) } }
}

/// A button that sends its form. `name` and `value` say which button it was.
#[must_use]
pub fn submit(words: &str, primary: bool, name_and_value: Option<(&str, &str)>) -> Markup {
    html! {
        button.on-btn.on-btn--2[!primary] name=[name_and_value.map(|(name, _)| name)]
            value=[name_and_value.map(|(_, value)| value)] { (words) }
    }
}

fn words(shown: &Button) -> Markup {
    html! {
        (shown.words)
        @if !shown.about.is_empty() { span.on-hidden { ": " (shown.about) } }
    }
}
