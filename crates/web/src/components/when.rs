//! A date with its meaning beneath it in words.

use maud::{Markup, html};

/// How near a date is. The bar's colour agrees with the words, and adds nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nearness {
    /// Not near, or nothing to do about it.
    #[default]
    Plain,
    /// Within a working day or two.
    Soon,
    /// Today.
    Today,
    /// Past and not done.
    Overdue,
}

/// A date and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// How near it is.
    pub nearness: Nearness,
    /// "Tue 24 Mar".
    pub date: String,
    /// "2 working days overdue".
    pub meaning: String,
}

impl When {
    /// A date with its meaning.
    #[must_use]
    pub fn new(nearness: Nearness, date: impl Into<String>, meaning: impl Into<String>) -> Self {
        Self { nearness, date: date.into(), meaning: meaning.into() }
    }
}

/// Draws a date with its meaning.
///
/// Accessibility: read as one phrase, date first.
#[must_use]
pub fn when(shown: &When) -> Markup {
    let class = match shown.nearness {
        Nearness::Plain => "on-when",
        Nearness::Soon => "on-when on-when--soon",
        Nearness::Today => "on-when on-when--today",
        Nearness::Overdue => "on-when on-when--overdue",
    };
    html! { span class=(class) { b { (shown.date) } " " small { (shown.meaning) } } }
}
