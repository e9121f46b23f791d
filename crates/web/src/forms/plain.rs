//! The page of a form that has no arrangement of its own.

use maud::{Markup, html};

use super::{Opened, sheet};
use crate::components::errors::error_summary;
use crate::components::form::{actions, form, part, picked};
use crate::components::{Frame, Sheet, Title};
use crate::problem::Problem;

/// Draws any form: its guidance, what to mend, the shared part, each person's own part, the buttons.
pub fn show(opened: &Opened) -> Result<Markup, Problem> {
    let frame: Frame = opened.app.frame(Some(&opened.signed_in));
    let asked = sheet(opened);
    let names: Vec<&str> = opened.people.iter().map(|person| person.name.as_str()).collect();
    let inside = html! {
        @if !asked.pick.is_empty() { p { "This is about" } (picked(&asked)) }
        @if !asked.shared.questions.is_empty() { (part(&asked.shared)) }
        @for child in &asked.children { (part(child)) }
        (actions(&asked))
    };
    let main = html! {
        (error_summary(&asked.mistakes, &asked.mistakes_note))
        @if let Some(notice) = &opened.notice { div.on-notice role="alert" { (notice) } }
        div.on-title { div { h1 { (opened.form.title) } p.on-lead { (names.join(", ")) } } }
        @if let Some(guidance) = &opened.form.guidance { p.on-hint { (guidance) } }
        (form(&frame, &asked, "", &inside))
    };
    let initials: Vec<String> = opened.people.iter().map(|person| initials(&person.name)).collect();
    let title = Title {
        error: !asked.mistakes.is_empty(),
        ..Title::about(initials.join(", "), opened.form.title.clone())
    };
    Ok(crate::components::frame::page(&frame, &Sheet { title, main, ..Sheet::default() }))
}

/// “M N”: how somebody is known in the browser's tab.
pub fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .map(String::from)
        .collect::<Vec<_>>()
        .join(" ")
}
