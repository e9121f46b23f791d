//! What enquiries found, for each child, and what follows from it.

use maud::{Markup, html};

use crate::components::aside::{Aside, aside};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, Part, actions, form, form_page, part, question, rest, whom};
use crate::components::options::{Choosable, options};
use crate::components::panel::{boxed, section};
use crate::components::prose::Prose;
use crate::components::title::title;
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Place, Title, When, when};

/// What is known of one child at the end of the enquiry.
#[derive(Clone, Debug, Default)]
pub struct Enquired {
    /// The child's id, as the form's part has it.
    pub scope: String,
    /// When seen, alone or not, by whom; what others found, with dates.
    pub facts: Vec<Prose>,
    /// What the child said.
    pub said: Option<OwnWords>,
    /// What may be found, and what each would start.
    pub outcomes: Vec<Choosable>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct EnquiryOutcomePage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N and others".
    pub initials: String,
    /// "What did the enquiry find for each child?".
    pub question: String,
    /// When it began, with whom.
    pub summary: String,
    /// When the conference would be due.
    pub due: Option<When>,
    /// Each child.
    pub children: Vec<Enquired>,
    /// The form: `outcome` of each child is drawn from `children`.
    pub sheet: FormSheet,
    /// Gates, findings, what follows.
    pub beside: Aside,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &EnquiryOutcomePage) -> Markup {
    let right = html! { @if let Some(due) = &page.due { (when(due)) } };
    let inside = html! {
        (whom(&page.sheet))
        @for shown in &page.sheet.children { (child(page, shown)) }
        @if !page.sheet.shared.questions.is_empty() {
            (section("together", "For all of them", None, &html! { @for asked in &page.sheet.shared.questions { (question(asked)) } }))
        }
        (actions(&page.sheet))
    };
    let main = html! {
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        (title(&page.question, &page.summary, &right))
        div.on-split { (form(frame, &page.sheet, "", &inside)) (aside(&page.beside)) }
    };
    form_page(frame, &page.sheet, Title::about(&page.initials, "enquiry outcome"), Place::Work, main)
}

fn child(page: &EnquiryOutcomePage, shown: &Part) -> Markup {
    let Some(enquired) = page.children.iter().find(|one| one.scope == shown.scope) else {
        return part(shown);
    };
    let legend = format!("What the enquiry found for {}", shown.short);
    let inside = html! {
        @if let Some(said) = &enquired.said { (own_words(said)) }
        @if !enquired.facts.is_empty() { ul { @for fact in &enquired.facts { li { (fact) } } } }
        (options(&format!("{}.outcome", shown.scope), &legend, false, &html! {}, &enquired.outcomes))
        (rest(shown, &["outcome"]))
    };
    boxed(&format!("part-{}", shown.scope), &shown.heading, &inside)
}
