//! An assessment: a task list, the shared part, each child's own section, and what stops it.

use maud::{Markup, html};

use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::form::{FormSheet, Part, actions, form, form_page, part};
use crate::components::gates::{Gate, gates};
use crate::components::log::{LogLine, log};
use crate::components::panel::{Level, boxed, panel, section};
use crate::components::prose::Prose;
use crate::components::title::{print_line, title};
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Place, Tag, Title, When, Why, tag, when, why};

/// One section of the task list.
#[derive(Clone, Debug)]
pub struct Task {
    /// "Jory".
    pub words: String,
    /// Where it leads: the part's place in this page, or the page that holds it.
    pub href: String,
    /// "Completed", "In progress", "Not started", "Cannot start yet".
    pub state: Tag,
    /// Why it cannot start yet. May be empty.
    pub why: String,
}

/// What stands at the head of one child's section.
#[derive(Clone, Debug, Default)]
pub struct ChildSoFar {
    /// The child's id.
    pub scope: String,
    /// What the child said.
    pub said: Option<OwnWords>,
    /// When seen, alone or not.
    pub seen: Vec<LogLine>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct AssessmentPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N and others".
    pub initials: String,
    /// "Assessment of four children".
    pub heading: String,
    /// When it began, why, who assesses.
    pub summary: String,
    /// When it ends.
    pub due: Option<When>,
    /// Why then.
    pub due_why: Option<Why>,
    /// Set when a manager sent it back: what must be done.
    pub returned: Option<Prose>,
    /// The sections.
    pub tasks: Vec<Task>,
    /// What is known of each child already.
    pub so_far: Vec<ChildSoFar>,
    /// The form.
    pub sheet: FormSheet,
    /// What must be there before it can be sent: the law's, or the county's.
    pub blocking: Vec<Gate>,
    /// What would make it better. It never stops.
    pub advice: Vec<Prose>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &AssessmentPage) -> Markup {
    let right = html! {
        @if let Some(due) = &page.due { div { (when(due)) @if let Some(because) = &page.due_why { (why(because)) } } }
    };
    let inside = html! {
        @if !page.sheet.shared.questions.is_empty() { (part(&page.sheet.shared)) }
        @for child in &page.sheet.children { (child_section(page, child)) }
        (submit(page))
    };
    let main = html! {
        (print_line(&page.heading, &page.summary))
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        (title(&page.heading, &page.summary, &right))
        @if let Some(words) = &page.returned {
            section.on-notice.on-notice--mend { h2 { "Sent back to you" } p { (words) } }
        }
        div.on-rail { (tasks(page)) (form(frame, &page.sheet, "", &inside)) }
    };
    form_page(frame, &page.sheet, Title::about(&page.initials, "assessment"), Place::Work, main)
}

fn tasks(page: &AssessmentPage) -> Markup {
    let done = page.tasks.iter().filter(|task| task.state.words == "Completed").count();
    html! {
        nav aria-label="Sections" {
            p.on-small.on-quiet { (done) " of " (page.tasks.len()) " sections completed" }
            ul.on-tasks {
                @for task in &page.tasks {
                    li {
                        @if task.href.is_empty() { span { (task.words) } } @else { a href=(task.href) { (task.words) } }
                        (tag(&task.state))
                        @if !task.why.is_empty() { span.on-small.on-quiet { (task.why) } }
                    }
                }
            }
        }
    }
}

fn child_section(page: &AssessmentPage, child: &Part) -> Markup {
    let id = format!("part-{}", child.scope);
    let so_far = page.so_far.iter().find(|one| one.scope == child.scope);
    let questions = html! {
        @if !child.lead.is_empty() { p.on-hint { (child.lead) } }
        @for asked in &child.questions { (crate::components::form::question(asked)) }
    };
    boxed(
        &id,
        &child.heading,
        &html! {
            @if let Some(so_far) = so_far {
                @if let Some(said) = &so_far.said { (own_words(said)) }
                @if !so_far.seen.is_empty() { (panel(Level::Three, "Seen", &log(&so_far.seen, "Not yet seen."))) }
            }
            (questions)
        },
    )
}

/// The end of the form: what blocks and what only advises, each under its own heading.
fn submit(page: &AssessmentPage) -> Markup {
    section(
        "send",
        "Send it to your manager",
        None,
        &html! {
            div.on-both {
                section.on-box aria-labelledby="blocking" {
                    h3 #blocking { "Needed before you send it" }
                    @if page.blocking.is_empty() { p { "Nothing is missing." } } @else { (gates(&page.blocking)) }
                }
                (panel(Level::Three, "Would make it better; does not stop you", &html! {
                    @if page.advice.is_empty() { p.on-quiet { "No hints." } }
                    ul.on-plain { @for words in &page.advice { li { (words) } } }
                }))
            }
            (actions(&page.sheet))
        },
    )
}
