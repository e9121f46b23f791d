//! One visit note for several children: shared words once, then each child's own part.

use maud::{Markup, html};

use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, actions, form, form_page, part, picked, rail};
use crate::components::saved::saved;
use crate::components::title::{print_line, title};
use crate::components::{Frame, Place, Title};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct VisitPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "N and H children".
    pub initials: String,
    /// "Visit to four children".
    pub heading: String,
    /// Where, when, planned or not, due by.
    pub summary: String,
    /// An earlier draft to go back to: its address and "go back to 5:32pm".
    pub undo: Option<(String, String)>,
    /// Said above the note. May be empty.
    pub notice: Option<Markup>,
    /// The form.
    pub sheet: FormSheet,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &VisitPage) -> Markup {
    let right = html! {
        div.on-row {
            (saved(&page.sheet.saved_at, ""))
            @if let Some((href, words)) = &page.undo { a.on-small href=(href) { (words) } }
        }
    };
    let inside = html! {
        @if !page.sheet.pick.is_empty() {
            fieldset.on-field { legend { "Whom this note is about" } (picked(&page.sheet)) }
        }
        @for shown in page.sheet.parts() { (part(shown)) }
        (actions(&page.sheet))
    };
    let main = html! {
        (print_line(&page.heading, &page.summary))
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        @if let Some(notice) = &page.notice { div.on-notice role="alert" { (notice) } }
        (title(&page.heading, &page.summary, &right))
        div.on-rail { (rail(&page.sheet, "Parts of this note")) (form(frame, &page.sheet, "", &inside)) }
    };
    form_page(frame, &page.sheet, Title::about(&page.initials, "visit"), Place::Work, main)
}
