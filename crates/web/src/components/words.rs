//! A child's own words and drawings: the only serif type on a page.

use maud::{Markup, html};

use super::prose::Prose;

/// Something a child said, as she said it.
#[derive(Clone, Debug, Default)]
pub struct OwnWords {
    /// Her words, without quotation marks.
    pub words: String,
    /// To whom, when, and whether it may be shown.
    pub caption: Prose,
    /// What she drew, if she did.
    pub drawing: Option<Drawing>,
}

/// A picture a child made.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Where it is.
    pub href: String,
    /// What it shows, in words: never empty.
    pub description: String,
}

/// Draws a child's words with the drawing beside them.
///
/// Accessibility: a `figure` whose caption says who heard it; the quotation
/// marks are drawn by the style sheet; a drawing has words of its own.
#[must_use]
pub fn own_words(shown: &OwnWords) -> Markup {
    let inside = html! {
        blockquote { p { (shown.words) } }
        @if !shown.caption.is_empty() { figcaption { (shown.caption) } }
    };
    html! {
        @if let Some(drawing) = &shown.drawing {
            figure.on-words.on-words--drawn {
                div { blockquote { p { (shown.words) } } p.on-caption { (shown.caption) } }
                img.on-drawing src=(drawing.href) alt=(drawing.description) width="150" height="112";
            }
        } @else {
            figure.on-words { (inside) }
        }
    }
}
