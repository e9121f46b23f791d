//! Things to do: what, why it is here, when, and the next step.

use maud::{Markup, html};

use super::button::{Button, small_link_button};
use super::prose::Prose;
use super::table::{Column, Row, Table, linked, table};
use super::when::{When, when};
use super::why::{Why, why};

/// One thing to do.
#[derive(Clone, Debug)]
pub struct Task {
    /// "Visit Ellis at home".
    pub what: String,
    /// Where it leads.
    pub href: String,
    /// For whom: "Tremain, Ellis · 11 years 2 months".
    pub who: String,
    /// Why it is here.
    pub why_here: Prose,
    /// The rule and its arithmetic.
    pub why: Option<Why>,
    /// When.
    pub when: When,
    /// The next step.
    pub next: Button,
}

/// A group of things to do.
#[derive(Clone, Debug)]
pub struct TaskGroup {
    /// Its id in the page.
    pub id: String,
    /// "Now".
    pub heading: String,
    /// The head of the second column: "Why it is here".
    pub second: String,
    /// The head of the third: "Due".
    pub third: String,
    /// The rows.
    pub tasks: Vec<Task>,
    /// What is said when there are none.
    pub when_empty: String,
}

/// Draws a group with its count. An empty group says so.
///
/// Accessibility: the first column is the row's head and its link; every
/// button's words are finished, unseen, by the task's own.
#[must_use]
pub fn task_group(group: &TaskGroup) -> Markup {
    let rows = group.tasks.iter().map(|task| {
        Row::Cells(vec![
            linked(&task.what, &task.href, &task.who),
            html! { (task.why_here) @if let Some(because) = &task.why { (why(because)) } },
            when(&task.when),
            small_link_button(&task.next.clone().about(task.what.clone())),
        ])
    });
    let mut drawn = Table::new(
        group.heading.clone(),
        vec![
            Column::new("What").width(30),
            Column::new(group.second.clone()).short(group.second.trim_end_matches(" it is here")),
            Column::new(group.third.clone()).width(20),
            Column::act("Next").width(15),
        ],
    );
    drawn.rows = rows.collect();
    html! {
        section.on-section aria-labelledby=(group.id) {
            h2 id=(group.id) { (group.heading) " " span.on-count { (group.tasks.len()) } }
            @if group.tasks.is_empty() { p.on-quiet { (group.when_empty) } } @else { (table(&drawn)) }
        }
    }
}
