//! A strategy discussion: who knew what, risk and decision for each child, who will do what.

use maud::{Markup, html};

use crate::components::aside::{Aside, aside};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::fields::Choice;
use crate::components::form::{Attending, FormSheet, actions, form, form_page, happened, rest, told, whom};
use crate::components::panel::{boxed, section};
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::{print_line, title};
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Place, Tag, Title, Why, tag::tags, why};

/// Shared questions that the page places itself.
const PLACED: [&str; 10] = [
    "occurred",
    "weighed",
    "chair",
    "attendance",
    "missing",
    "knew",
    "actions",
    "contingency",
    "safe_meanwhile",
    "notes",
];
/// Each child's questions that stand in the table.
const PLACED_EACH: [&str; 2] = ["reasons", "decision"];

/// An agency that is missing: a finding, never a stop.
#[derive(Clone, Debug)]
pub struct Missing {
    /// "Health is missing. You can go on.".
    pub heading: String,
    /// What is asked for, and what stays open.
    pub words: Prose,
    /// The rule, and what would close it.
    pub why: Option<Why>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct StrategyPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "Strategy discussion".
    pub heading: String,
    /// "M N and others".
    pub initials: String,
    /// The children, when, how, who chairs.
    pub summary: String,
    /// What is met, and findings.
    pub tags: Vec<Tag>,
    /// What the child said.
    pub said: Option<OwnWords>,
    /// Who took part, and who did not.
    pub people: Vec<Attending>,
    /// Kinds of agency.
    pub agencies: Vec<Choice>,
    /// Who is missing.
    pub missing: Vec<Missing>,
    /// The form.
    pub sheet: FormSheet,
    /// What this starts, gates, findings that do not stop it.
    pub beside: Aside,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &StrategyPage) -> Markup {
    let right = html! { div.on-row { (tags(&page.tags)) } };
    let shared = &page.sheet.shared;
    let decides = page.sheet.children.iter().any(|part| part.get("decision").is_some());
    let heading = if decides { "Risk and decision, child by child" } else { "What was said, child by child" };
    let inside = html! {
        div {
            (whom(&page.sheet))
            (happened(shared))
            @if let Some(said) = &page.said { div.on-section { (own_words(said)) } }
            @if !page.people.is_empty() || shared.get("attendance").is_some() {
                (section("who", "Who took part, and what each knew", None, &html! {
                    (shared.ask("chair"))
                    (told("Who took part, by agency, and what each knew", &page.people, &page.agencies))
                    (shared.ask("missing"))
                    @for missing in &page.missing { (missing_notice(missing)) }
                    (shared.ask("notes"))
                }))
            }
            (section("children", heading, None, &html! {
                (children(page))
                (shared.ask("weighed"))
            }))
            (section("actions", "Who will do what, by when", None, &html! {
                (shared.ask("actions"))
                (shared.ask("safe_meanwhile"))
                (shared.ask("contingency"))
                (rest(shared, &PLACED))
            }))
            (actions(&page.sheet))
        }
        (aside(&page.beside))
    };
    let main = html! {
        (print_line(&page.heading, &page.summary))
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        (title(&page.heading, &page.summary, &right))
        (form(frame, &page.sheet, "on-split", &inside))
    };
    form_page(
        frame,
        &page.sheet,
        Title::about(&page.initials, page.heading.to_lowercase()),
        Place::Meetings,
        main,
    )
}

fn missing_notice(missing: &Missing) -> Markup {
    html! {
        div.on-notice.on-notice--mend.on-gap {
            h3 { (missing.heading) }
            p { (missing.words) }
            @if let Some(because) = &missing.why { (why(because)) }
        }
    }
}

/// Risk and decision in one table, so that each child is seen beside the others; what else is asked beneath.
fn children(page: &StrategyPage) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("What may happen to this child, and why we think so").short("Risk"),
        Column::new("Decision").width(25),
    ];
    let decides = page.sheet.children.iter().any(|part| part.get("decision").is_some());
    let rows =
        page.sheet.children.iter().map(|part| {
            vec![linked(&part.short, "", &part.age), part.cell("reasons"), part.cell("decision")]
        });
    html! {
        @if decides { (table(&Table::new("Risk and decision for each child", columns).rows(rows))) }
        @for part in &page.sheet.children {
            @if part.questions.iter().any(|asked| !PLACED_EACH.contains(&asked.id())) {
                (boxed(&format!("part-{}", part.scope), &part.heading, &rest(part, &PLACED_EACH)))
            }
        }
    }
}
