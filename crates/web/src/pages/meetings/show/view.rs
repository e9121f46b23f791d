//! A meeting booked or held: what it is, who is asked, what was said and decided, the next step.

use maud::{Markup, html};

use crate::components::button::{Button, link_button};
use crate::components::card::{Fact, facts};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::panel::{Level, boxed, panel, section};
use crate::components::prose::Prose;
use crate::components::table::{Column, Row, Table, table};
use crate::components::title::{print_line, title};
use crate::components::words::{OwnWords, own_words};
use crate::components::{Frame, Place, Sheet, Tag, Title, tag::tags};

/// Somebody asked to the meeting.
#[derive(Clone, Debug)]
pub struct Came {
    /// "Bev Curnow".
    pub name: String,
    /// "Health visitor".
    pub capacity: String,
    /// "Health".
    pub agency: String,
    /// "Here"; "Invited".
    pub how: String,
    /// What was tried, when they were missing; their report.
    pub note: String,
}

/// One action of the outline plan.
#[derive(Clone, Debug)]
pub struct Agreed {
    /// What will be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// The agency that answers for it.
    pub agency: String,
    /// By when.
    pub by: String,
    /// What it changes for the child.
    pub outcome: String,
}

/// What the meeting said of one child.
#[derive(Clone, Debug, Default)]
pub struct OfChild {
    /// The child's id.
    pub scope: String,
    /// "Morwenna Nance, 9 years 4 months".
    pub heading: String,
    /// What the child said.
    pub words: Option<OwnWords>,
    /// Worries, strengths, decision, reason.
    pub facts: Vec<Fact>,
    /// Those who thought otherwise: who, and what they said.
    pub dissent: Vec<(String, String)>,
    /// What will be done.
    pub actions: Vec<Agreed>,
    /// Where the plan is. May be empty.
    pub plan: Prose,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct MeetingPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N and others".
    pub initials: String,
    /// "Initial child protection conference".
    pub heading: String,
    /// The children, when, where, who chairs.
    pub summary: String,
    /// Held in time, quorate.
    pub tags: Vec<Tag>,
    /// What can be done next, the most important first.
    pub acts: Vec<Button>,
    /// A line about children whose record may not be opened. May be empty.
    pub hidden: String,
    /// Who was asked, and who came.
    pub people: Vec<Came>,
    /// What each child's part says.
    pub children: Vec<OfChild>,
    /// Each agency's own list: words and address.
    pub lists: Vec<(String, String)>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &MeetingPage) -> Markup {
    let right = html! { div.on-row { (tags(&page.tags)) } };
    let main = html! {
        (print_line(&page.heading, &page.summary))
        (crumbs(&page.crumbs))
        (title(&page.heading, &page.summary, &right))
        @if !page.acts.is_empty() { div.on-actions { @for act in &page.acts { (link_button(act)) } } }
        @if !page.hidden.is_empty() { p.on-notice.on-notice--restricted { (page.hidden) } }
        (section("who", "Who was asked", Some(page.people.len()), &who(page)))
        @for child in &page.children { (of_child(child)) }
        @if !page.lists.is_empty() {
            (section("lists", "Each agency’s own list", None, &html! {
                p.on-small.on-quiet { "Only what that agency has to do, to print or send." }
                ul { @for (words, href) in &page.lists { li { a href=(href) { (words) } } } }
            }))
        }
    };
    let title = Title::about(&page.initials, page.heading.to_lowercase());
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Meetings), main, ..Sheet::default() },
    )
}

fn who(page: &MeetingPage) -> Markup {
    if page.people.is_empty() {
        return html! { p.on-quiet { "Nobody is recorded as invited." } };
    }
    let columns = vec![
        Column::new("Person").width(25),
        Column::new("Agency").width(20),
        Column::new("Here?").width(15),
        Column::new("What was tried, and their report").short("Note"),
    ];
    let rows = page.people.iter().map(|one| {
        vec![
            html! { (one.name) small { (one.capacity) } },
            html! { (one.agency) },
            html! { (one.how) },
            html! { (one.note) },
        ]
    });
    table(&Table::new("Who was asked, and who came", columns).rows(rows))
}

fn of_child(child: &OfChild) -> Markup {
    boxed(
        &format!("child-{}", child.scope),
        &child.heading,
        &html! {
            @if let Some(words) = &child.words { (own_words(words)) }
            (facts(&child.facts))
            @if !child.dissent.is_empty() {
                (panel(Level::Three, "Those who thought otherwise", &html! {
                    ul { @for (whose, said) in &child.dissent { li { strong { (whose) } ": " (said) } } }
                }))
            }
            @if !child.actions.is_empty() {
                (panel(Level::Three, "What will be done", &actions("What will be done", &child.actions, true)))
            }
            @if !child.plan.is_empty() { p.on-small { (child.plan) } }
        },
    )
}

/// Draws actions as a table, with the agency's column or without.
#[must_use]
pub fn actions(caption: &str, agreed: &[Agreed], by_agency: bool) -> Markup {
    let mut columns = vec![
        Column::new("What will be done").width(30),
        Column::new("Who").width(15),
        Column::new("By when").width(15),
        Column::new("What it changes for the child").short("Changes"),
    ];
    if by_agency {
        columns.insert(2, Column::new("Agency").width(15));
    }
    let mut drawn = Table::new(caption, columns);
    drawn.rows = agreed
        .iter()
        .map(|one| {
            let mut cells =
                vec![html! { (one.what) }, html! { (one.who) }, html! { (one.by) }, html! { (one.outcome) }];
            if by_agency {
                cells.insert(2, html! { (one.agency) });
            }
            Row::Plain(cells)
        })
        .collect();
    table(&drawn)
}
