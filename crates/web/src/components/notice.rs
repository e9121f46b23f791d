//! Something to know before reading on.

use maud::{Markup, html};

use super::prose::Prose;

/// What a notice is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// To know.
    #[default]
    Know,
    /// Something that does not add up.
    Mend,
    /// Something done and in time.
    Met,
    /// That something may not be seen, and whom to ask. The same words for everyone.
    Restricted,
}

/// Draws a notice with a heading. An empty heading gives a line alone.
///
/// Accessibility: in the reading order where it stands; nothing moves or fades.
#[must_use]
pub fn notice(kind: NoticeKind, heading: &str, paragraphs: &[Prose]) -> Markup {
    let class = match kind {
        NoticeKind::Know => "on-notice",
        NoticeKind::Mend => "on-notice on-notice--mend",
        NoticeKind::Met => "on-notice on-notice--met",
        NoticeKind::Restricted => "on-notice on-notice--restricted",
    };
    html! {
        section class=(class) {
            @if !heading.is_empty() { h2 { (heading) } }
            @for words in paragraphs { p { (words) } }
        }
    }
}
