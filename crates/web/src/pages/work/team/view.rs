//! A team: who has nobody yet, what if, and the workers with their weight.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::fields::{Field, TextAnswer, textarea};
use crate::components::frame::form_token;
use crate::components::load::{Load, load};
use crate::components::log::{LogLine, log};
use crate::components::options::{Choosable, options};
use crate::components::panel::{Level, panel, section};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, When, Why, tag, when, why};

/// A child whom nobody has yet.
#[derive(Clone, Debug)]
pub struct Unallocated {
    /// "Carne, Elowen".
    pub name: String,
    /// "Elowen".
    pub forename: String,
    /// Where the name leads.
    pub href: String,
    /// "7 years 2 months".
    pub age: String,
    /// What the child needs.
    pub needs: String,
    /// A worker by when.
    pub by: When,
    /// When last seen, and by whom; a tag when never.
    pub seen: Seen,
    /// Where trying a worker leads.
    pub try_href: String,
}

/// When a child was last seen.
#[derive(Clone, Debug)]
pub enum Seen {
    /// The day, and by whom.
    On(String, String),
    /// Not by any of us.
    Never,
}

/// A worker of the team.
#[derive(Clone, Debug)]
pub struct Worker {
    /// "Sam Oyelaran".
    pub name: String,
    /// Her own list.
    pub href: String,
    /// "social worker".
    pub role: String,
    /// How many children.
    pub children: usize,
    /// "6 protection plan, 5 in care, 6 in need".
    pub standings: String,
    /// Weight carried.
    pub weight: u32,
    /// Most agreed.
    pub limit: u32,
    /// "9 due this week".
    pub visits: String,
    /// "2 overdue"; empty when none.
    pub visits_overdue: String,
    /// Last supervision.
    pub supervision: When,
}

/// Trying children with a worker before allocating them.
#[derive(Clone, Debug, Default)]
pub struct WhatIf {
    /// "What if the Carne children went to…".
    pub heading: String,
    /// What is kept together, and that nothing changes yet.
    pub note: String,
    /// "Worker for Elowen and Denzil Carne": the legend.
    pub legend: String,
    /// Where allocating is sent.
    pub action: String,
    /// The children's ids, sent with the choice.
    pub children: Vec<String>,
    /// Each worker and what would follow.
    pub workers: Vec<Choosable>,
    /// Why this worker, as typed so far.
    pub reason: String,
    /// "Allocate both to Grace": names whom it is for.
    pub button: String,
    /// Who is told.
    pub told: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct TeamPage {
    /// "West team".
    pub name: String,
    /// The day, how many children, how many with nobody.
    pub summary: String,
    /// Ways of showing.
    pub shown: Vec<Segment>,
    /// Children with nobody.
    pub unallocated: Vec<Unallocated>,
    /// Why their dates.
    pub unallocated_why: Option<Why>,
    /// Trying a worker, when asked for.
    pub what_if: Option<WhatIf>,
    /// The workers, heaviest first.
    pub workers: Vec<Worker>,
    /// How weight is counted.
    pub weight_why: Option<Why>,
    /// Children not seen for longest.
    pub unseen: Vec<LogLine>,
    /// What waits for the manager.
    pub waiting: Vec<Prose>,
    /// What to ask in supervision: heading and words.
    pub ask: Vec<(String, Prose)>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &TeamPage) -> Markup {
    let main = html! {
        (title(&page.name, &page.summary, &segments("How to show the team", &page.shown)))
        (section("unallocated", "Nobody’s yet", Some(page.unallocated.len()), &unallocated(page)))
        @if let Some(what_if) = &page.what_if { (what_if_section(frame, what_if)) }
        (section("workers", "Workers", Some(page.workers.len()), &workers(page)))
        div.on-cols {
            (panel(Level::Two, "Not seen for longest", &log(&page.unseen, "Everyone has been seen in time.")))
            (panel(Level::Two, "Waiting for you", &html! {
                @if page.waiting.is_empty() { p.on-quiet.on-small { "Nothing waits for you." } }
                ul.on-plain { @for one in &page.waiting { li { (one) } } }
            }))
            @for (heading, words) in &page.ask { (panel(Level::Two, heading, &html! { p { (words) } })) }
        }
    };
    let title = Title::page(page.name.clone());
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Team), main, ..Sheet::default() },
    )
}

fn unallocated(page: &TeamPage) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("What they need").short("Needs"),
        Column::new("A worker by").short("Worker by").width(20),
        Column::new("Last seen").width(20),
        Column::act("Next"),
    ];
    let rows = page.unallocated.iter().map(|child| {
        let next = Button::secondary("Try a worker", child.try_href.clone()).about(child.forename.clone());
        vec![
            linked(&child.name, &child.href, &child.age),
            html! { (child.needs) },
            when(&child.by),
            html! {
                @match &child.seen {
                    Seen::On(day, by) => { (day) small { (by) } },
                    Seen::Never => (tag(&Tag::new(crate::components::Tone::Overdue, "Not seen"))),
                }
            },
            small_link_button(&next),
        ]
    });
    html! {
        @if page.unallocated.is_empty() { p.on-quiet { "Every child in the team has a worker." } }
        @else { (table(&Table::new("Children with no worker", columns).rows(rows))) }
        @if let Some(because) = &page.unallocated_why { (why(because)) }
    }
}

fn what_if_section(frame: &Frame, shown: &WhatIf) -> Markup {
    html! {
        section.on-section #what-if aria-labelledby="what-if-heading" {
            h2 #what-if-heading { (shown.heading) }
            p.on-small.on-quiet { (shown.note) }
            form action=(shown.action) method="post" {
                (form_token(frame))
                @for child in &shown.children { input type="hidden" name="child" value=(child); }
                (options("worker", &shown.legend, false, &html! {}, &shown.workers))
                (textarea(&Field::new("reason", "Why this worker"), &TextAnswer::with(shown.reason.clone()).rows(2)))
                div.on-row { button.on-btn { (shown.button) } span.on-saved { (shown.told) } }
            }
        }
    }
}

fn workers(page: &TeamPage) -> Markup {
    let largest = page.workers.iter().map(|one| one.weight.max(one.limit)).max().unwrap_or(1);
    let columns = vec![
        Column::new("Worker").width(20),
        Column::new("Children").width(25),
        Column::new("Weight against limit").short("Weight"),
        Column::new("Visits"),
        Column::new("Last supervision").short("Supervision").width(20),
    ];
    let rows = page.workers.iter().map(|worker| {
        vec![
            linked(&worker.name, &worker.href, &worker.role),
            html! { b { (worker.children) } small { (worker.standings) } },
            load(&Load { weight: worker.weight, limit: worker.limit, largest }),
            html! {
                (worker.visits)
                @if !worker.visits_overdue.is_empty() { small.on-over { (worker.visits_overdue) } }
            },
            when(&worker.supervision),
        ]
    });
    html! {
        (table(&Table::new("Workers", columns).rows(rows)))
        @if let Some(because) = &page.weight_why { (why(because)) }
    }
}
