//! Rating a contact again without seeing what was decided: what was said and what came before, beside the form.

use maud::{Markup, html};

use super::review;
use crate::components::Title;
use crate::components::errors::error_summary;
use crate::components::form::{actions, form, form_page, part};
use crate::components::frame::Place;
use crate::forms::{Opened, initials, sheet};
use crate::problem::Problem;

/// The page on which a contact is rated again.
pub(crate) fn rate(opened: &Opened) -> Result<Markup, Problem> {
    let frame = opened.app.frame(Some(&opened.signed_in));
    let asked = sheet(opened);
    let about = opened.people.first();
    let name = about.map(|about| about.name.clone()).unwrap_or_default();
    let contact = about.and_then(|about| Some((about, review::drawn(opened, about)?.0)));
    let inside = html! {
        @if !asked.shared.questions.is_empty() { (part(&asked.shared)) }
        @for child in &asked.children { (part(child)) }
        (actions(&asked))
    };
    let main = html! {
        (error_summary(&asked.mistakes, &asked.mistakes_note))
        @if let Some(notice) = &opened.notice { div.on-notice role="alert" { (notice) } }
        div.on-title { div { h1 { (opened.form.title) } p.on-lead { (name) } } }
        @if let Some(guidance) = &opened.form.guidance { p.on-hint { (guidance) } }
        div.on-split {
            div { (form(&frame, &asked, "", &inside)) }
            aside aria-label="What was said" {
                @if let Some((about, contact)) = &contact { (review::told(contact)) (review::before(about, contact)) }
                @else { p.on-quiet { "No decision was chosen: open this form from the week’s sample." } }
            }
        }
    };
    let title = Title::about(initials(&name), opened.form.title.clone());
    Ok(form_page(&frame, &asked, title, Place::FrontDoor, main))
}
