//! One run of prose: plain words with the few things a sentence may carry.

use maud::{Markup, Render, html};

use super::tag::{Tag, tag};

/// One stretch of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Run {
    Text(String),
    Strong(String),
    Quiet(String),
    Unbroken(String),
    /// Read out, not shown.
    Hidden(String),
    Link {
        href: String,
        words: String,
        strong: bool,
    },
    Tag(Tag),
}

/// A sentence or two, built from stretches so that nothing a worker typed can
/// become markup. A `&str` or `String` turns into one by `into()`.
///
/// Accessibility: a link's words must make sense alone; finish them with
/// [`Prose::hidden`] inside no link, or write longer words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(Vec<Run>);

impl Prose {
    /// Nothing yet; add stretches to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// True when there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Plain words.
    #[must_use]
    pub fn text(self, words: impl Into<String>) -> Self {
        self.and(Run::Text(words.into()))
    }

    /// Words that matter most in the sentence.
    #[must_use]
    pub fn strong(self, words: impl Into<String>) -> Self {
        self.and(Run::Strong(words.into()))
    }

    /// Words said more softly: who wrote it, when.
    #[must_use]
    pub fn quiet(self, words: impl Into<String>) -> Self {
        self.and(Run::Quiet(words.into()))
    }

    /// Words that may not be broken over two lines, such as a telephone number.
    #[must_use]
    pub fn unbroken(self, words: impl Into<String>) -> Self {
        self.and(Run::Unbroken(words.into()))
    }

    /// Words read out by a screen reader and not shown.
    #[must_use]
    pub fn hidden(self, words: impl Into<String>) -> Self {
        self.and(Run::Hidden(words.into()))
    }

    /// A link.
    #[must_use]
    pub fn link(self, href: impl Into<String>, words: impl Into<String>) -> Self {
        self.and(Run::Link { href: href.into(), words: words.into(), strong: false })
    }

    /// A link that heads its paragraph.
    #[must_use]
    pub fn strong_link(self, href: impl Into<String>, words: impl Into<String>) -> Self {
        self.and(Run::Link { href: href.into(), words: words.into(), strong: true })
    }

    /// A tag inside the sentence.
    #[must_use]
    pub fn tag(self, shown: Tag) -> Self {
        self.and(Run::Tag(shown))
    }

    /// This, then that.
    #[must_use]
    pub fn append(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    fn and(mut self, run: Run) -> Self {
        self.0.push(run);
        self
    }
}

impl From<&str> for Prose {
    fn from(words: &str) -> Self {
        Self::new().text(words)
    }
}

impl From<String> for Prose {
    fn from(words: String) -> Self {
        Self::new().text(words)
    }
}

impl Render for Prose {
    fn render(&self) -> Markup {
        html! {
            @for run in &self.0 {
                @match run {
                    Run::Text(words) => (words),
                    Run::Strong(words) => strong { (words) },
                    Run::Quiet(words) => span.on-quiet { (words) },
                    Run::Unbroken(words) => span.on-nowrap { (words) },
                    Run::Hidden(words) => span.on-hidden { (words) },
                    Run::Link { href, words, strong: true } => a href=(href) { strong { (words) } },
                    Run::Link { href, words, strong: false } => a href=(href) { (words) },
                    Run::Tag(shown) => (tag(shown)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_worker_typed_never_becomes_markup() {
        let drawn = Prose::from("<b>&\"").link("/x?a=1&b=\"2", "<i>").render();
        assert_eq!(drawn.into_string(), "&lt;b&gt;&amp;&quot;<a href=\"/x?a=1&amp;b=&quot;2\">&lt;i&gt;</a>");
    }
}
