//! What to mend before this can be finished.

use maud::{Markup, html};

/// One thing to mend.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// The field's name, which is also its id.
    pub field: String,
    /// The same words as beside the field.
    pub words: String,
}

impl Mistake {
    /// One thing to mend.
    #[must_use]
    pub fn new(field: impl Into<String>, words: impl Into<String>) -> Self {
        Self { field: field.into(), words: words.into() }
    }
}

/// Draws the summary, first in `main`. Nothing at all when there is nothing to mend.
///
/// Accessibility: announced as an alert, focusable so that the script can move
/// focus to it, each line a link to its field. Set `Title::error` as well.
#[must_use]
pub fn error_summary(mistakes: &[Mistake], note: &str) -> Markup {
    html! {
        @if !mistakes.is_empty() {
            div.on-error-summary role="alert" tabindex="-1" aria-labelledby="error-summary" {
                h2 #error-summary { "There is a problem" }
                @if !note.is_empty() { p { (note) } }
                ul { @for mistake in mistakes { li { a href={ "#" (mistake.field) } { (mistake.words) } } } }
            }
        }
    }
}
