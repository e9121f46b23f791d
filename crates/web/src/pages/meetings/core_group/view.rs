//! A core group: who is here, what the children say, how each action stands, what is new.

use maud::{Markup, html};

use super::super::agenda::{AgendaItem, agenda};
use crate::components::errors::error_summary;
use crate::components::fields::Choice;
use crate::components::form::{
    Attending, FormSheet, Part, actions, attending, form, form_page, happened, rest, whom,
};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::title::{print_line, title};
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Place, Tag, Title, tag::tags};

/// Shared questions that the page places itself.
const PLACED: [&str; 7] =
    ["occurred", "attendance", "actions", "new_actions", "progress", "notes", "next_on"];
/// Each child's questions that stand in a section shared with the others.
const PLACED_EACH: [&str; 4] = ["childs_views", "actions", "new_actions", "progress"];

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct CoreGroupPage {
    /// "M N and others".
    pub initials: String,
    /// The children, when, where, who leads.
    pub summary: String,
    /// Held in time; findings.
    pub tags: Vec<Tag>,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// The same meeting on the room's screen.
    pub projector_href: String,
    /// Who may not meet whom, and the keys.
    pub attendance_note: String,
    /// The members of the group.
    pub people: Vec<Attending>,
    /// Kinds of agency.
    pub agencies: Vec<Choice>,
    /// The children's own words since last time.
    pub words: Vec<OwnWords>,
    /// What stands before the plan: where the whole of it is.
    pub plan_note: Prose,
    /// The form.
    pub sheet: FormSheet,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &CoreGroupPage) -> Markup {
    let right = html! { div.on-row { (tags(&page.tags)) } };
    let shared = &page.sheet.shared;
    let inside = html! {
        (agenda(&page.agenda, &page.sheet.saved_at, &page.projector_href))
        div {
            (whom(&page.sheet))
            (happened(shared))
            (section("attend", "Who is here", None, &html! {
                p.on-small.on-quiet { (page.attendance_note) }
                (attending("Members of the core group", "Papers", &page.people, &page.agencies))
            }))
            (section("views", "What the children say", None, &html! {
                div.on-cols { @for words in &page.words { (own_words(words)) } }
                div.on-both { @for part in &page.sheet.children { (part.ask("childs_views")) } }
                @for part in &page.sheet.children { (rest(part, &PLACED_EACH)) }
            }))
            (section("actions", "How each action stands", None, &html! {
                @if !page.plan_note.is_empty() { p.on-small { (page.plan_note) } }
                (shared.ask("actions"))
                @for part in &page.sheet.children { (each(part, "actions")) }
            }))
            (section("new", "What we add", None, &html! {
                (shared.ask("new_actions"))
                @for part in &page.sheet.children { (each(part, "new_actions")) }
            }))
            (section("progress", "How far the plan has got", None, &html! {
                (shared.ask("progress"))
                div.on-both { @for part in &page.sheet.children { (each(part, "progress")) } }
                (shared.ask("notes"))
                (rest(shared, &PLACED))
            }))
            (section("next", "When we meet again", None, &shared.ask("next_on")))
            (actions(&page.sheet))
        }
    };
    let main = html! {
        (print_line("Core group", &page.summary))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        (title("Core group", &page.summary, &right))
        (form(frame, &page.sheet, "on-rail on-meeting", &inside))
    };
    form_page(frame, &page.sheet, Title::about(&page.initials, "core group"), Place::Meetings, main)
}

/// One child's question under the child's own name.
fn each(part: &Part, id: &str) -> Markup {
    html! { @if part.get(id).is_some() { div { h3 { (part.heading) } (part.ask(id)) } } }
}
