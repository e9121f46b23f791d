//! A tag: always words, and a tone that always means the same.

use maud::{Markup, html};

/// What a tag's colour agrees with. The words carry the meaning alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Says what something is, no more.
    #[default]
    Plain,
    /// Done, in time, ready, known.
    Met,
    /// Due soon, or something missing.
    Soon,
    /// Past its day and still not done.
    Overdue,
    /// Done, but after its day.
    Late,
    /// The record is odd: a finding or a hint.
    Finding,
    /// Some people may not see this.
    Restricted,
    /// A standing, such as a plan or an order.
    Standing,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "on-tag",
            Self::Met => "on-tag on-tag--met",
            Self::Soon => "on-tag on-tag--soon",
            Self::Overdue => "on-tag on-tag--overdue",
            Self::Late => "on-tag on-tag--late",
            Self::Finding => "on-tag on-tag--finding",
            Self::Restricted => "on-tag on-tag--restricted",
            Self::Standing => "on-tag on-tag--sea",
        }
    }
}

/// A few words with a tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// What the words mean.
    pub tone: Tone,
    /// What is read.
    pub words: String,
}

impl Tag {
    /// A tag of this tone.
    #[must_use]
    pub fn new(tone: Tone, words: impl Into<String>) -> Self {
        Self { tone, words: words.into() }
    }
}

/// Draws a tag.
///
/// Accessibility: plain text in a `span`; nothing is known by colour alone.
#[must_use]
pub fn tag(shown: &Tag) -> Markup {
    html! { span class=(shown.tone.class()) { (shown.words) } }
}

/// Draws tags one after another with a space between, so that they are read apart.
#[must_use]
pub fn tags(shown: &[Tag]) -> Markup {
    html! { @for one in shown { (tag(one)) " " } }
}
