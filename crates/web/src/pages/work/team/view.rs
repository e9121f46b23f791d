//! A team: who has nobody yet, what if, and the workers with their weight.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::load::{Load, load};
use crate::components::log::{LogLine, log};
use crate::components::notice::{NoticeKind, notice};
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
    /// Weight carried: how hard the children's stages weigh together.
    pub weight: u32,
    /// The most children they may have.
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
    /// The form that allocates.
    pub action: String,
    /// What goes with the choice: the children, the team.
    pub sent: Vec<(String, String)>,
    /// Each worker and what would follow.
    pub workers: Vec<Choosable>,
    /// "Allocate both": opens the form with the choice made.
    pub button: String,
    /// What the form will still ask.
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
    /// For a team that has closed: when, and who answers for its work.
    pub closed: Option<Prose>,
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
    /// What the rules notice about the team's children, kind by kind: title, list, how many.
    pub noticed: Vec<(String, String, usize)>,
    /// What to ask in supervision: heading and words.
    pub ask: Vec<(String, Prose)>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &TeamPage) -> Markup {
    let main = html! {
        (title(&page.name, &page.summary, &segments("How to show the team", &page.shown)))
        @if let Some(closed) = &page.closed { (notice(NoticeKind::Know, "This team is closed", std::slice::from_ref(closed))) }
        (section("unallocated", "Nobody’s yet", Some(page.unallocated.len()), &unallocated(page)))
        @if let Some(what_if) = &page.what_if { (what_if_section(what_if)) }
        (section("workers", "Workers", Some(page.workers.len()), &workers(page)))
        p {
            a href="/caseload" { "Caseloads of every worker, reconciled child by child" } " · "
            a href="/early-help" { "Early help hub" } " · "
            a href="/services" { "Directory of services" } " · "
            a href="/transfers" { "Transfers waiting, to and from this team and others" }
        }
        div.on-cols {
            (panel(Level::Two, "Not seen for longest", &log(&page.unseen, "Everyone has been seen in time.")))
            (panel(Level::Two, "Waiting for you", &html! {
                @if page.waiting.is_empty() { p.on-quiet.on-small { "Nothing waits for you." } }
                ul.on-plain { @for one in &page.waiting { li { (one) } } }
            }))
            (panel(Level::Two, "Noticed", &noticed(page)))
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

fn what_if_section(shown: &WhatIf) -> Markup {
    html! {
        section.on-section #what-if aria-labelledby="what-if-heading" {
            h2 #what-if-heading { (shown.heading) }
            p.on-small.on-quiet { (shown.note) }
            form action=(shown.action) method="get" {
                @for (name, value) in &shown.sent { input type="hidden" name=(name) value=(value); }
                (options("shared.worker", &shown.legend, false, &html! {}, &shown.workers))
                div.on-row { button.on-btn { (shown.button) } span.on-saved { (shown.told) } }
            }
        }
    }
}

fn noticed(page: &TeamPage) -> Markup {
    let columns = vec![Column::new("What"), Column::number("How many")];
    let rows =
        page.noticed.iter().map(|(title, href, count)| vec![linked(title, href, ""), html! { (count) }]);
    html! {
        @if page.noticed.is_empty() { p.on-quiet.on-small { "The rules have noticed nothing about these children." } }
        @else { (table(&Table::small("What the rules notice", columns).rows(rows))) }
    }
}

fn workers(page: &TeamPage) -> Markup {
    let count = |children: usize| u32::try_from(children).unwrap_or(u32::MAX);
    let largest = page.workers.iter().map(|one| count(one.children).max(one.limit)).max().unwrap_or(1);
    let columns = vec![
        Column::new("Worker").width(20),
        Column::new("Children against limit").short("Children").width(20),
        Column::new("Weight").width(20),
        Column::new("Visits"),
        Column::new("Last supervision").short("Supervision").width(20),
    ];
    let rows = page.workers.iter().map(|worker| {
        vec![
            linked(&worker.name, &worker.href, &worker.role),
            load(&Load { weight: count(worker.children), limit: worker.limit, largest }),
            html! { b { (worker.weight) } small { (worker.standings) } },
            html! {
                (worker.visits)
                @if !worker.visits_overdue.is_empty() { small.on-over { (worker.visits_overdue) } }
            },
            when(&worker.supervision),
        ]
    });
    html! {
        @if page.workers.is_empty() { p.on-quiet { "Nobody holds a post in this team." } }
        @else {
            (table(&Table::new("Workers", columns).rows(rows)))
            @if let Some(because) = &page.weight_why { (why(because)) }
        }
    }
}
