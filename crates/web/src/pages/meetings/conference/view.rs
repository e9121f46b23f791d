//! A child protection conference: who is here, reports, the children first, a decision for each.

use maud::{Markup, html};

use super::super::agenda::{AgendaItem, agenda};
use crate::components::card::{Fact, card};
use crate::components::errors::error_summary;
use crate::components::fields::Choice;
use crate::components::form::{
    Act, Attending, FormSheet, Part, actions, attending, form, form_page, happened, rest, whom,
};
use crate::components::gates::{Gate, gates};
use crate::components::panel::{Level, boxed, panel, section};
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::{print_line, title};
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Place, Tag, Title, tag::tags};

/// Shared questions that the page places itself.
const PLACED: [&str; 15] = [
    "occurred",
    "attendance",
    "conference_type",
    "chair",
    "quorate",
    "inquorate_reason",
    "worries",
    "strengths",
    "earlier_plans",
    "reason",
    "views",
    "actions",
    "core_group_on",
    "next_conference_on",
    "late_reason",
];
/// Each child's questions that stand with the views and the worries, and those of the table.
const PLACED_EACH: [&str; 7] =
    ["plan_needed", "category", "childs_views", "advocate", "worries", "strengths", "earlier_plans"];
/// What the same answer may serve for brothers and sisters: the questions, and what the button says of them.
const COPIED: [(&str, &str); 4] = [
    ("reason", "the reason"),
    ("views", "what each person thought"),
    ("danger+safety_goal", "the danger and the goal"),
    ("actions+core_group_on+next_conference_on", "the outline plan and its dates"),
];

/// What each said of a decision for one child, in short.
#[derive(Clone, Debug)]
pub struct Said {
    /// The child's id.
    pub scope: String,
    /// "All five services agree. Kerra agrees."
    pub words: Prose,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ConferencePage {
    /// "M N and others".
    pub initials: String,
    /// "Child protection conference".
    pub heading: String,
    /// The children, when, who chairs.
    pub summary: String,
    /// Held in time, quorate.
    pub tags: Vec<Tag>,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// The same meeting on the room's screen.
    pub projector_href: String,
    /// Who may not meet whom, and the keys.
    pub attendance_note: String,
    /// Everyone asked.
    pub people: Vec<Attending>,
    /// Kinds of agency.
    pub agencies: Vec<Choice>,
    /// "Report, due Fri 20 March".
    pub report_head: String,
    /// What is said of the reports together.
    pub reports: Vec<Prose>,
    /// The children's own words.
    pub words: Vec<OwnWords>,
    /// What was seen of those who do not speak.
    pub seen: Vec<Prose>,
    /// What each said of the decision, child by child.
    pub said: Vec<Said>,
    /// What the decision still lacks. Shown above its button when there is anything.
    pub gates: Vec<Gate>,
    /// The chair's own button.
    pub confirm: Option<Act>,
    /// Dates and circulation as they stand.
    pub dates: Vec<Fact>,
    /// The form.
    pub sheet: FormSheet,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ConferencePage) -> Markup {
    let right = html! { div.on-row { (tags(&page.tags)) } };
    let shared = &page.sheet.shared;
    let children = &page.sheet.children;
    let asks = |id: &str| shared.get(id).is_some() || children.iter().any(|part| part.get(id).is_some());
    let inside = html! {
        (agenda(&page.agenda, &page.sheet.saved_at, &page.projector_href))
        div {
            (whom(&page.sheet))
            (happened(shared))
            @if !page.people.is_empty() || asks("attendance") { (section("attend", "Who is here", None, &html! {
                (shared.ask("conference_type")) (shared.ask("chair"))
                @if !page.attendance_note.is_empty() { p.on-small.on-quiet { (page.attendance_note) } }
                (attending("Attendance and reports", &page.report_head, &page.people, &page.agencies))
                (shared.ask("quorate")) (shared.ask("inquorate_reason"))
                @if !asks("plan_needed") { (shared.ask("late_reason")) }
            })) }
            @if !page.reports.is_empty() {
                (section("reports", "Reports shared", None, &html! { @for words in &page.reports { p { (words) } } }))
            }
            @if asks("childs_views") || !page.words.is_empty() {
                (section("views", "The children’s views, heard first", None, &views(page)))
            }
            @if asks("worries") { (section("worries", "Worries and strengths", None, &html! {
                div.on-both { (shared.ask("worries")) (shared.ask("strengths")) }
                (shared.ask("earlier_plans"))
                @for part in children { (worried(part)) }
            })) }
            @if asks("plan_needed") { (section("decide", "Decision", None, &decision(page))) }
            @if shared.get("actions").is_some() {
                section.on-section aria-labelledby="plan" {
                    h2 #plan { "Outline plan " span.on-small.on-quiet { "written as it is agreed, on the screen in the room" } }
                    (shared.ask("actions"))
                }
            }
            @for (place, part) in children.iter().enumerate() { (own(part, place == 0 && children.len() > 1)) }
            (dates(page))
            (rest(shared, &PLACED))
            @if !page.gates.is_empty() { (panel(Level::Two, "Before this can be confirmed", &gates(&page.gates))) }
            (actions(&page.sheet))
        }
    };
    let main = html! {
        (print_line(&page.heading, &page.summary))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        (title(&page.heading, &page.summary, &right))
        (form(frame, &page.sheet, "on-rail on-meeting", &inside))
    };
    let words = page.heading.to_lowercase();
    form_page(frame, &page.sheet, Title::about(&page.initials, words), Place::Meetings, main)
}

fn views(page: &ConferencePage) -> Markup {
    html! {
        div.on-cols {
            @for words in &page.words { (own_words(words)) }
            @if !page.seen.is_empty() { div { @for words in &page.seen { p { (words) } } } }
        }
        div.on-both {
            @for part in &page.sheet.children {
                @if part.get("childs_views").is_some() {
                    div { h3 { (part.short) } (part.ask("childs_views")) (part.ask("advocate")) }
                }
            }
        }
    }
}

/// What worries and what works, of one child.
fn worried(part: &Part) -> Markup {
    html! {
        @if part.get("worries").is_some() {
            h3 { (part.heading) }
            div.on-both { (part.ask("worries")) (part.ask("strengths")) }
            (part.ask("earlier_plans"))
        }
    }
}

/// What else is asked of one child, with buttons that give the others the same answer where they have none.
fn own(part: &Part, first: bool) -> Markup {
    let mine = part.questions.iter().filter(|asked| !PLACED_EACH.contains(&asked.id())).count();
    let copied = COPIED
        .iter()
        .filter(|(questions, _)| questions.split('+').any(|question| part.get(question).is_some()));
    let inside = html! {
        (rest(part, &PLACED_EACH))
        @if first && part.get("plan_needed").is_some() {
            p.on-small.on-quiet { "Where brothers and sisters have none yet, copy from " (part.short) ":" }
            div.on-row {
                @for (questions, words) in copied {
                    button.on-btn.on-btn--2.on-btn--s name="add" value={ "copy:" (part.scope) "." (questions) } { "Copy " (words) }
                }
            }
        }
    };
    html! { @if mine > 0 { (boxed(&format!("part-{}", part.scope), &part.heading, &inside)) } }
}

fn decision(page: &ConferencePage) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("Plan needed?").width(20),
        Column::new("Category").width(20),
        Column::new("What each said"),
    ];
    let rows = page.sheet.children.iter().map(|part| {
        let said = page.said.iter().find(|said| said.scope == part.scope);
        vec![
            linked(&part.short, "", &part.age),
            part.cell("plan_needed"),
            part.cell("category"),
            html! { @if let Some(said) = said { (said.words) } },
        ]
    });
    html! {
        (table(&Table::new("Decision for each child", columns).rows(rows)))
        (page.sheet.shared.ask("reason"))
        (page.sheet.shared.ask("views"))
        (page.sheet.shared.ask("late_reason"))
        @if let Some(act) = &page.confirm {
            div.on-row {
                button.on-btn name="do" value=(act.value) { (act.words) }
                span.on-saved { "Nothing is sent until the chair confirms." }
            }
        }
    }
}

fn dates(page: &ConferencePage) -> Markup {
    html! {
        div #dates {
            @if !page.dates.is_empty() { (card(Level::Two, "Dates and circulation", "", &page.dates)) }
            div.on-cols {
                (page.sheet.shared.ask("core_group_on"))
                (page.sheet.shared.ask("next_conference_on"))
            }
        }
    }
}
