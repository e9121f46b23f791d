//! What a contact leads to, for each child: the question, the facts, the options with their dates.

use maud::{Markup, html};

use crate::components::aside::{Aside, aside};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, Part, actions, form, form_page, picked, rest};
use crate::components::options::{Choosable, options};
use crate::components::panel::{boxed, section};
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Place, Tag, Title, When, tag, when};

/// Questions that the page places itself.
const PLACED: [&str; 4] = ["outcome", "reason", "spoken_to", "decided_by"];

/// Each child's questions that stand in a table.
const PLACED_EACH: [&str; 2] = ["level_of_need", "history_weighed"];

/// What is known of one child, and whether a decision can be made.
#[derive(Clone, Debug)]
pub struct Known {
    /// The child's id, as the form's part has it.
    pub scope: String,
    /// "Morwenna Nance".
    pub name: String,
    /// Where the record is.
    pub href: String,
    /// "9 years 3 months".
    pub age: String,
    /// What we know of this child today, with the dates of the facts.
    pub facts: Prose,
    /// "Ready", "2 things missing".
    pub ready: Tag,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct DecisionPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N and others".
    pub initials: String,
    /// "What should happen for each of these four children?".
    pub question: String,
    /// "contact decision": for the browser's tab.
    pub tab: String,
    /// What came, when, and as whom you decide.
    pub summary: String,
    /// When it is due.
    pub due: Option<When>,
    /// What was said by the child.
    pub said: Vec<OwnWords>,
    /// Each child of the household, those left out among them.
    pub known: Vec<Known>,
    /// "Decision for the children ticked".
    pub options_heading: String,
    /// What may be decided, and the date each would start.
    pub options: Vec<Choosable>,
    /// The form.
    pub sheet: FormSheet,
    /// Said above the form. May be empty.
    pub notice: Option<Markup>,
    /// Gates, history, what this will also do.
    pub beside: Aside,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &DecisionPage) -> Markup {
    let right = html! { @if let Some(due) = &page.due { (when(due)) } };
    let inside = html! {
        @if !page.said.is_empty() {
            (section("said", "What was said", None, &html! { @for one in &page.said { (own_words(one)) } }))
        }
        (section("children", "The children of the household", None, &children(page)))
        @if page.options.is_empty() {
            @if !page.sheet.pick.is_empty() { p { "Decide for" } (picked(&page.sheet)) }
        } @else {
            (options("shared.outcome", &page.options_heading, true, &picked(&page.sheet), &page.options))
        }
        (page.sheet.shared.ask("reason"))
        (history(page))
        (page.sheet.shared.ask("spoken_to"))
        @for part in &page.sheet.children { (own(part)) }
        (rest(&page.sheet.shared, &PLACED))
        (page.sheet.shared.ask("decided_by"))
        (actions(&page.sheet))
    };
    let main = html! {
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        @if let Some(notice) = &page.notice { div.on-notice role="alert" { (notice) } }
        (title(&page.question, &page.summary, &right))
        div.on-split { (form(frame, &page.sheet, "", &inside)) (aside(&page.beside)) }
    };
    let tab = if page.tab.is_empty() { "contact decision" } else { &page.tab };
    form_page(frame, &page.sheet, Title::about(&page.initials, tab), Place::Work, main)
}

/// What else is asked of one child.
fn own(shown: &Part) -> Markup {
    let mine = shown.questions.iter().any(|asked| !PLACED_EACH.contains(&asked.id()));
    html! {
        @if mine { (boxed(&format!("part-{}", shown.scope), &shown.heading, &rest(shown, &PLACED_EACH))) }
    }
}

fn children(page: &DecisionPage) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("What we know of this child today").short("What we know"),
        Column::new("Level of need").width(20),
        Column::new("Ready to decide?").short("Ready?").width(15),
    ];
    let rows = page.known.iter().map(|known| {
        let part = page.sheet.children.iter().find(|part| part.scope == known.scope);
        vec![
            linked(&known.name, &known.href, &known.age),
            html! { (known.facts) },
            html! { @if let Some(part) = part { (part.cell("level_of_need")) } },
            tag(&known.ready),
        ]
    });
    table(&Table::new("Each child with the decision so far", columns).rows(rows))
}

/// What the history means for each child: asked of each, because one child's history is not another's.
fn history(page: &DecisionPage) -> Markup {
    if page.sheet.children.iter().all(|part| part.get("history_weighed").is_none()) {
        return html! {};
    }
    let columns =
        vec![Column::new("Child").width(15), Column::new("What their history means now").short("History")];
    let rows =
        page.sheet.children.iter().map(|part| vec![html! { (part.short) }, part.cell("history_weighed")]);
    section(
        "history",
        "History weighed",
        None,
        &html! {
            p.on-small.on-quiet { "Say what each child’s history means now, or that there is none." }
            (table(&Table::new("History weighed for each child", columns).rows(rows)))
        },
    )
}
