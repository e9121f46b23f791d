//! One contact about everyone in a household: nobody left out, nobody made twice.

use maud::{Markup, html};

use crate::components::aside::{Aside, aside};
use crate::components::crumbs::{Crumb, crumbs};
use crate::components::errors::error_summary;
use crate::components::fields::Choice;
use crate::components::form::{FormSheet, Kind, Question, actions, cell, form, form_page, rest};
use crate::components::options::{Choosable, options};
use crate::components::panel::section;
use crate::components::table::{Column, Row, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Tag, Title, When, tag, when};

/// Questions that this page places itself; any other follows the last of them.
const PLACED: [&str; 8] = [
    "referrer_name",
    "agency",
    "referrer_reach",
    "what_happened",
    "words",
    "nobody_else",
    "consent",
    "interpreter_language",
];

/// People who may be the one just named.
#[derive(Clone, Debug, Default)]
pub struct Likely {
    /// "Is this Jory someone we know? Two people are likely.".
    pub legend: String,
    /// Each, with what is alike and what is not; "neither" last. None is chosen for the worker.
    pub people: Vec<Choosable>,
    /// "The two records may be the same boy: ask the data team to look". Empty for no such tick.
    pub same_words: String,
    /// True when that is ticked.
    pub same: bool,
}

/// Someone of the household, already written down.
#[derive(Clone, Debug, Default)]
pub struct Member {
    /// "Jory Nance".
    pub name: String,
    /// "Jory".
    pub short: String,
    /// "about 6, school gave 30 June 2019".
    pub age: String,
    /// "Lives there. Brother.".
    pub part: String,
    /// "Known", "Choose below", "New record".
    pub record: Option<Tag>,
    /// What was matched by.
    pub record_note: String,
    /// Where changing these words leads.
    pub change_href: String,
    /// What the row sends unseen: field and value.
    pub sent: Vec<(String, String)>,
    /// Who it may be, while nobody has said.
    pub likely: Option<Likely>,
}

/// Children, or adults.
#[derive(Clone, Debug, Default)]
pub struct MemberGroup {
    /// "Children".
    pub heading: String,
    /// In order of age.
    pub members: Vec<Member>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ContactPage {
    /// The way here.
    pub crumbs: Vec<Crumb>,
    /// "M N and others".
    pub initials: String,
    /// "Contact from Porthavel Primary".
    pub heading: String,
    /// When and how, and that nothing needs its order.
    pub summary: String,
    /// When a manager's decision is due.
    pub due: Option<When>,
    /// Everyone in the household, numbered through all groups as rows of `shared.household`.
    pub household: Vec<MemberGroup>,
    /// The parts somebody may have in a family: value and words.
    pub parts: Vec<Choice>,
    /// The form: shared questions, and each child's own.
    pub sheet: FormSheet,
    /// Gates, history, what to say to the caller.
    pub beside: Aside,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ContactPage) -> Markup {
    let right = html! { @if let Some(due) = &page.due { (when(due)) } };
    let inside = html! {
        div {
            (section("who", "Who rang", None, &html! {
                div.on-cols {
                    (page.sheet.shared.ask("referrer_name"))
                    (page.sheet.shared.ask("agency"))
                    (page.sheet.shared.ask("referrer_reach"))
                }
            }))
            (section("worry", "What they are worried about", None, &html! {
                (page.sheet.shared.ask("what_happened"))
                (page.sheet.shared.ask("words"))
            }))
            (household(page))
            @if !page.sheet.children.is_empty() { (section("each", "The worry about each child", None, &each_child(page))) }
            (section("consent", "Who knows, and who agreed", None, &html! {
                (page.sheet.shared.ask("consent"))
                (page.sheet.shared.ask("interpreter_language"))
                (rest(&page.sheet.shared, &PLACED))
            }))
            (actions(&page.sheet))
        }
        (aside(&page.beside))
    };
    let main = html! {
        (crumbs(&page.crumbs))
        (error_summary(&page.sheet.mistakes, &page.sheet.mistakes_note))
        (title(&page.heading, &page.summary, &right))
        (form(frame, &page.sheet, "on-split", &inside))
    };
    form_page(frame, &page.sheet, Title::about(&page.initials, "new contact"), Place::Work, main)
}

fn household(page: &ContactPage) -> Markup {
    let count: usize = page.household.iter().map(|group| group.members.len()).sum();
    let columns = vec![
        Column::new("Person").width(30),
        Column::new("Part in the family").short("Part"),
        Column::new("Our record").width(20),
        Column { act: false, ..Column::act("Change") },
    ];
    let mut drawn = Table::new("Everyone in this family", columns);
    let mut place = 0;
    for group in &page.household {
        drawn.rows.push(Row::Group(group.heading.clone()));
        for member in &group.members {
            drawn.rows.push(Row::Cells(member_cells(member, place)));
            if let Some(likely) = &member.likely {
                drawn.rows.push(Row::Across(who_is_it(likely, place)));
            }
            place += 1;
        }
    }
    drawn.rows.push(Row::Group("Someone else".into()));
    drawn.rows.extend((place..place + 2).map(|place| Row::New(spare_cells(page, place))));
    section(
        "household",
        "Everyone in this family",
        Some(count),
        &html! {
            p.on-small.on-quiet {
                "Each child, born or not, each adult at home, and each parent who lives elsewhere. "
                "A child left out here is a child nobody decides about."
            }
            (table(&drawn))
            div.on-row {
                button.on-btn.on-btn--2 name="add" value="shared.household" { "Add, and look for them" }
                (page.sheet.shared.ask("nobody_else"))
            }
        },
    )
}

fn member_cells(member: &Member, place: usize) -> Vec<Markup> {
    vec![
        html! {
            (linked(&member.name, "", &member.age))
            @for (field, value) in &member.sent {
                input type="hidden" name={ "shared.household." (place) "." (field) } value=(value);
            }
        },
        html! { (member.part) },
        html! {
            @if let Some(record) = &member.record { (tag(record)) }
            @if !member.record_note.is_empty() { small { (member.record_note) } }
        },
        html! {
            @if !member.change_href.is_empty() {
                a href=(member.change_href) { "Change" span.on-hidden { " " (member.short) } }
            }
        },
    ]
}

fn who_is_it(likely: &Likely, place: usize) -> Markup {
    let name = format!("shared.household.{place}.person");
    html! {
        (options(&name, &likely.legend, false, &html! { p.on-row aria-hidden="true" { strong { (likely.legend) } } }, &likely.people))
        @if !likely.same_words.is_empty() {
            label.on-check {
                input type="checkbox" name={ "shared.household." (place) ".may_be_same" } value="yes" checked[likely.same];
                " " (likely.same_words)
            }
        }
    }
}

/// A row for someone not yet written down. Looking for them comes before making them.
fn spare_cells(page: &ContactPage, place: usize) -> Vec<Markup> {
    let named = |field: &str, kind: Kind, label: &str| {
        Question::new(
            kind,
            format!("shared.household.{place}.{field}"),
            format!("{label}, row {}", place + 1),
        )
    };
    let part = Question { choices: page.parts.clone(), ..named("part", Kind::Choice, "Part in the family") };
    vec![
        html! {
            small { "Name" }
            (cell(&named("name", Kind::Text, "Name")))
        },
        html! {
            small { "Part" }
            (cell(&part))
        },
        html! {
            small { "Born, or due" }
            (cell(&named("born", Kind::Day, "Born or due")))
        },
        html! {},
    ]
}

fn each_child(page: &ContactPage) -> Markup {
    let columns = vec![
        Column::new("Child").width(15),
        Column::new("What worries them about this child").short("Worry"),
        Column::new("Risk as first heard").short("Risk").width(20),
    ];
    let rows = page.sheet.children.iter().map(|part| {
        vec![
            linked(&part.short, "", &part.age),
            part.cell("worry"),
            html! { (part.cell("rating")) (part.cell("concern_of_harm")) },
        ]
    });
    html! {
        p.on-small.on-quiet { "A sister’s worry does not stand for her brother’s. If nothing was said of a child, say that." }
        (table(&Table::new("The worry about each child", columns).rows(rows)))
        @for part in &page.sheet.children { (rest(part, &["worry", "rating", "concern_of_harm"])) }
    }
}
