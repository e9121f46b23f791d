//! A manager reads an assessment and signs it off or sends it back. Never its author.

use maud::{Markup, html};

use crate::components::aside::{Aside, aside};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, actions, form, form_page, question, rest};
use crate::components::panel::{boxed, section};
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Place, Tag, Title, When, tag, when};

/// One answer as it was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// The question.
    pub label: String,
    /// The answer.
    pub words: String,
    /// True for the child's own words.
    pub own_words: bool,
    /// A hint from the rules. May be empty.
    pub hint: String,
}

/// One child's part as it was written.
#[derive(Clone, Debug)]
pub struct WrittenPart {
    /// The child's id; `shared` for everyone's.
    pub scope: String,
    /// "Morwenna, 9 years 4 months".
    pub heading: String,
    /// "Seen alone three times, last on 18 March".
    pub seen: Prose,
    /// How much was written: "612 words".
    pub length: Tag,
    /// The answers.
    pub answers: Vec<Written>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct SignOffPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N and others".
    pub initials: String,
    /// "Is this assessment ready for each child?".
    pub question: String,
    /// Who wrote it, when it came to you.
    pub summary: String,
    /// When it is due.
    pub due: Option<When>,
    /// What was written.
    pub written: Vec<WrittenPart>,
    /// The form: comment, grade, outcome.
    pub sheet: FormSheet,
    /// Gates and hints.
    pub beside: Aside,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &SignOffPage) -> Markup {
    let right = html! { @if let Some(due) = &page.due { (when(due)) } };
    let decision = html! {
        @for asked in &page.sheet.shared.questions { (question(asked)) }
        (each_child(page))
        (actions(&page.sheet))
    };
    let main = html! {
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        (title(&page.question, &page.summary, &right))
        div.on-split {
            div {
                @for part in &page.written { (written(part)) }
                (form(frame, &page.sheet, "", &boxed("decide", "What you think of it", &decision)))
            }
            (aside(&page.beside))
        }
    };
    form_page(frame, &page.sheet, Title::about(&page.initials, "assessment sign-off"), Place::Work, main)
}

fn written(shown: &WrittenPart) -> Markup {
    section(
        &format!("written-{}", shown.scope),
        &shown.heading,
        None,
        &html! {
            p { (shown.seen) " " (tag(&shown.length)) }
            @for answer in &shown.answers {
                div.on-ask {
                    div {
                        h3 { (answer.label) }
                        @if answer.own_words {
                            (own_words(&OwnWords { words: answer.words.clone(), ..OwnWords::default() }))
                        } @else { p { (answer.words) } }
                    }
                    @if !answer.hint.is_empty() { div.on-margin.on-ask-hints { p { span.on-hidden { "Hint: " } (answer.hint) } } }
                }
            }
        },
    )
}

/// What it leads to, asked of each child.
fn each_child(page: &SignOffPage) -> Markup {
    let asked: Vec<_> = page.sheet.children.iter().filter(|child| child.get("outcome").is_some()).collect();
    let columns = vec![Column::new("Child").width(30), Column::new("What it leads to").short("Leads to")];
    let rows = asked.iter().map(|child| vec![linked(&child.short, "", &child.age), child.cell("outcome")]);
    html! {
        @if !asked.is_empty() { (table(&Table::new("What it leads to for each child", columns).rows(rows))) }
        @for child in &page.sheet.children { (rest(child, &["outcome"])) }
    }
}
