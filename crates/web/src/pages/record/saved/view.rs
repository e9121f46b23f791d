//! What was recorded, for whom, and what it started and stopped.

use maud::{Markup, html};

use crate::components::button::{Button, link_button};
use crate::components::notice::{NoticeKind, notice};
use crate::components::panel::{Level, panel, section};
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table};
use crate::components::task_table::{Task, TaskGroup, task_group};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, tag::tags};

/// One entry: a line about one person.
#[derive(Clone, Debug)]
pub struct Entered {
    /// "Morwenna Nance".
    pub name: String,
    /// Her record.
    pub href: String,
    /// "9 years 3 months".
    pub age: String,
    /// "Contact decided: strategy discussion".
    pub what: Prose,
    /// In time, late, a finding.
    pub tags: Vec<Tag>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct SavedPage {
    /// "M N and others".
    pub initials: String,
    /// "Recorded for Morwenna and Tegen".
    pub heading: String,
    /// By whom, when, and the recording's number.
    pub summary: String,
    /// One line a person.
    pub entries: Vec<Entered>,
    /// What it started: next steps with their dates.
    pub started: Vec<Task>,
    /// What it stopped: dates that no longer run.
    pub stopped: Vec<Prose>,
    /// Findings it opened or closed.
    pub findings: Vec<Prose>,
    /// Who was told, and what waits.
    pub also: Vec<Prose>,
    /// Whom it left out and why that shows. May be empty.
    pub left_out: Vec<Prose>,
    /// Where to go from here, the likeliest first.
    pub next: Vec<Button>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &SavedPage) -> Markup {
    let columns = vec![
        Column::new("Person").width(30),
        Column::new("What is on the record"),
        Column::new("On").width(20),
    ];
    let rows = page.entries.iter().map(|entry| {
        vec![linked(&entry.name, &entry.href, &entry.age), html! { (entry.what) }, tags(&entry.tags)]
    });
    let recorded = table(&Table::new("What was recorded", columns).rows(rows));
    let started = TaskGroup {
        id: "started".into(),
        heading: "What this started".into(),
        second: "Why it is here".into(),
        third: "Due".into(),
        tasks: page.started.clone(),
        when_empty: "Nothing further is due because of this.".into(),
    };
    let main = html! {
        (title(&page.heading, &page.summary, &html! {}))
        @if !page.left_out.is_empty() { (notice(NoticeKind::Mend, "Not recorded yet", &page.left_out)) }
        (section("recorded", "What was recorded", Some(page.entries.len()), &recorded))
        (task_group(&started))
        div.on-cols {
            (points("What this stopped", &page.stopped))
            (points("Findings", &page.findings))
            (points("Also", &page.also))
        }
        p.on-row { @for button in &page.next { (link_button(button)) } }
    };
    let title = Title::about(&page.initials, "recorded");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Work), main, ..Sheet::default() },
    )
}

fn points(heading: &str, shown: &[Prose]) -> Markup {
    html! {
        @if !shown.is_empty() {
            (panel(Level::Two, heading, &html! { ul { @for words in shown { li { (words) } } } }))
        }
    }
}
