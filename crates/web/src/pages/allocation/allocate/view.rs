//! Who works with these children from now on: each choice with what it would mean.

use maud::{Markup, html};

use crate::components::aside::{Aside, aside};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, actions, form, form_page, picked, rest, whom};
use crate::components::options::{Choosable, options};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Title, When, when};

/// Questions that the page places itself.
const PLACED: [&str; 4] = ["worker", "reason", "override_reason", "override_by"];

/// One child who needs a worker.
#[derive(Clone, Debug)]
pub struct NeedsWorker {
    /// The child's id, as the form's part has it.
    pub scope: String,
    /// Where the record is.
    pub href: String,
    /// What the child needs, and when last seen.
    pub needs: Prose,
    /// Who has worked with the child before, and how long.
    pub before: Prose,
    /// A worker by when.
    pub by: Option<When>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct AllocatePage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N and others".
    pub initials: String,
    /// "Who should work with Morwenna, Jory, Tegen and the baby?".
    pub question: String,
    /// Which team, since when, as whom you decide.
    pub summary: String,
    /// The earliest day a worker is due.
    pub due: Option<When>,
    /// The children.
    pub children: Vec<NeedsWorker>,
    /// "Worker for the children ticked".
    pub options_heading: String,
    /// Each worker, her weight before and after, and the first day she could see them.
    pub workers: Vec<Choosable>,
    /// The form.
    pub sheet: FormSheet,
    /// Gates, and what this will also do.
    pub beside: Aside,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &AllocatePage) -> Markup {
    let right = html! { @if let Some(due) = &page.due { (when(due)) } };
    let shared = &page.sheet.shared;
    let inside = html! {
        (section("children", "The children", Some(page.sheet.children.len()), &children(page)))
        @if page.workers.is_empty() {
            (whom(&page.sheet))
            (shared.ask("worker"))
        } @else {
            (options("shared.worker", &page.options_heading, true, &picked(&page.sheet), &page.workers))
        }
        (shared.ask("reason"))
        (shared.ask("override_reason"))
        (shared.ask("override_by"))
        (rest(shared, &PLACED))
        (told(page))
        @for part in &page.sheet.children { (rest(part, &["child_told"])) }
        (actions(&page.sheet))
    };
    let main = html! {
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        (title(&page.question, &page.summary, &right))
        div.on-split { (form(frame, &page.sheet, "", &inside)) (aside(&page.beside)) }
    };
    form_page(frame, &page.sheet, Title::about(&page.initials, "allocation"), Place::Team, main)
}

fn children(page: &AllocatePage) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("What this child needs").short("Needs"),
        Column::new("Who came before").short("Before").width(25),
        Column::new("A worker by").short("Worker by").width(20),
    ];
    let rows = page.sheet.children.iter().map(|part| {
        let needs = page.children.iter().find(|one| one.scope == part.scope);
        vec![
            linked(&part.short, needs.map_or("", |one| one.href.as_str()), &part.age),
            html! { @if let Some(one) = needs { (one.needs) } },
            html! { @if let Some(one) = needs { (one.before) } },
            html! { @if let Some(by) = needs.and_then(|one| one.by.as_ref()) { (when(by)) } },
        ]
    });
    table(&Table::new("Each child who needs a worker", columns).rows(rows))
}

/// What each child is told, by whom: a child is told of a new worker before the worker comes.
fn told(page: &AllocatePage) -> Markup {
    let asked: Vec<_> = page.sheet.children.iter().filter(|part| part.get("child_told").is_some()).collect();
    if asked.is_empty() {
        return html! {};
    }
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("What the child is told, by whom, and when").short("Told"),
    ];
    let rows = asked.iter().map(|part| vec![html! { (part.short) }, part.cell("child_told")]);
    section(
        "told",
        "What each child is told",
        None,
        &table(&Table::new("What each child is told", columns).rows(rows)),
    )
}
