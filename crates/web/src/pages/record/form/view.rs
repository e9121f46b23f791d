//! Any practice form: its guidance, the shared part, each person's own, what is missing beside it.

use maud::{Markup, html};

use crate::components::aside::{Aside, aside};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, actions, form, form_page, part, picked, rail};
use crate::components::title::{print_line, title};
use crate::components::why::fold;
use crate::components::{Frame, Place, Title, When, when};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct FormPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N, J N".
    pub initials: String,
    /// The form's own title.
    pub heading: String,
    /// Whom it is about; more about the occasion.
    pub summary: String,
    /// When it is due, if it is.
    pub due: Option<When>,
    /// What good work looks like. May be empty.
    pub guidance: String,
    /// Said above the form.
    pub notice: Option<Markup>,
    /// The form.
    pub sheet: FormSheet,
    /// Gates, history, what follows. Left out when there is nothing in it.
    pub beside: Option<Aside>,
}

/// Draws the page. A form of one part has no list of parts.
#[must_use]
pub fn view(frame: &Frame, page: &FormPage) -> Markup {
    let right = html! { @if let Some(due) = &page.due { (when(due)) } };
    let inside = html! {
        @if !page.guidance.is_empty() { (fold("What good looks like in this form", &html! { p { (page.guidance) } })) }
        @if !page.sheet.pick.is_empty() {
            fieldset.on-field { legend { "Whom this is about" } (picked(&page.sheet)) }
        }
        @for shown in page.sheet.parts().filter(|shown| !shown.questions.is_empty()) { (part(shown)) }
        (actions(&page.sheet))
    };
    let drawn = form(frame, &page.sheet, "", &inside);
    let several = page.sheet.parts().filter(|shown| !shown.questions.is_empty()).count() > 2;
    let main = html! {
        (print_line(&page.heading, &page.summary))
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        @if let Some(notice) = &page.notice { div.on-notice role="alert" { (notice) } }
        (title(&page.heading, &page.summary, &right))
        @match &page.beside {
            Some(beside) => div.on-split { (drawn) (aside(beside)) },
            None if several => div.on-rail { (rail(&page.sheet, "Parts of this form")) (drawn) },
            None => (drawn),
        }
    };
    form_page(frame, &page.sheet, Title::about(&page.initials, &page.heading), Place::Work, main)
}
