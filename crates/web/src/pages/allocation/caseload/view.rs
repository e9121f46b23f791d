//! Every worker's caseload, and one worker's.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::load::{Load, load};
use crate::components::panel::section;
use crate::components::table::{Column, Row, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title, Why, why};

/// A worker with what they carry.
#[derive(Clone, Debug)]
pub struct WorkerRow {
    /// The name.
    pub name: String,
    /// Where the name leads: the worker's children.
    pub href: String,
    /// Post and team.
    pub role: String,
    /// Children against the limit.
    pub load: Load,
    /// How many families the children make.
    pub families: usize,
    /// Brothers and sisters of whom there is no record.
    pub without_record: usize,
    /// The weight of the children together.
    pub weight: u32,
    /// Visits due.
    pub visits: String,
    /// Visits overdue; empty if none is.
    pub visits_overdue: String,
    /// How a week is spent, and when that was last looked at.
    pub week: (String, String),
}

/// How evenly children are spread in a team.
#[derive(Clone, Debug)]
pub struct Spread {
    /// The team.
    pub team: String,
    /// Its workers.
    pub workers: usize,
    /// Their children.
    pub children: usize,
    /// The fewest that one has.
    pub fewest: usize,
    /// The middle.
    pub middle: usize,
    /// The most that one has.
    pub most: usize,
}

/// A child given to a worker past a limit.
#[derive(Clone, Debug)]
pub struct Exception {
    /// The child.
    pub name: String,
    /// Where the name leads.
    pub href: String,
    /// The worker.
    pub worker: String,
    /// Since when.
    pub since: String,
    /// Why, and who agreed.
    pub because: String,
}

/// What the page of the service shows.
#[derive(Clone, Debug)]
pub struct CaseloadPage {
    /// The figure in a sentence.
    pub summary: String,
    /// The workers, heaviest first.
    pub workers: Vec<WorkerRow>,
    /// The spread in each team.
    pub spread: Vec<Spread>,
    /// Children given past a limit, the latest first.
    pub exceptions: Vec<Exception>,
    /// How weight is counted.
    pub weight_why: Why,
}

/// A child of a worker.
#[derive(Clone, Debug)]
pub struct OfFamily {
    /// The name.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// How far the work has come.
    pub stage: String,
    /// What the child weighs.
    pub weight: u32,
    /// Since when the worker has the child.
    pub since: String,
    /// When the child was last seen.
    pub seen: String,
}

/// A family of a worker.
#[derive(Clone, Debug)]
pub struct FamilyOfWorker {
    /// Its children with this worker.
    pub children: Vec<OfFamily>,
    /// Brothers and sisters of whom there is no record, by name as somebody wrote it.
    pub without_record: Vec<String>,
}

/// What the page of one worker shows.
#[derive(Clone, Debug)]
pub struct WorkerPage {
    /// The worker's name.
    pub name: String,
    /// The post.
    pub role: String,
    /// The figure in a sentence.
    pub summary: String,
    /// The same counted by family, by child, and with those who have no record.
    pub by_family: String,
    /// The families.
    pub families: Vec<FamilyOfWorker>,
    /// The last review: its day, and what was said.
    pub review: Option<(String, Vec<String>)>,
    /// Where a review is written.
    pub review_href: String,
}

/// Draws the page of the service.
#[must_use]
pub fn view(frame: &Frame, page: &CaseloadPage) -> Markup {
    let main = html! {
        (title("Caseloads", &page.summary, &html! {}))
        (section("workers", "Workers", Some(page.workers.len()), &workers(page)))
        (section("exceptions", "Past the limit, with the reason", Some(page.exceptions.len()), &exceptions(page)))
        (section("spread", "Spread in each team", None, &spread(page)))
        p { a href="/caseload?format=csv" { "Download every child of every worker as a spreadsheet (CSV)" } }
    };
    drawn(frame, "Caseloads", main)
}

fn drawn(frame: &Frame, name: &str, main: Markup) -> Markup {
    let sheet = Sheet { title: Title::page(name), place: Some(Place::Team), main, ..Sheet::default() };
    crate::components::frame::page(frame, &sheet)
}

fn workers(page: &CaseloadPage) -> Markup {
    let columns = vec![
        Column::new("Worker").width(20),
        Column::new("Children against limit").short("Children").width(20),
        Column::number("Families"),
        Column::number("Without a record").short("No record"),
        Column::number("Weight"),
        Column::new("Visits"),
        Column::new("Week").width(20),
    ];
    let rows = page.workers.iter().map(|one| {
        vec![
            linked(&one.name, &one.href, &one.role),
            load(&one.load),
            html! { (one.families) },
            html! { (one.without_record) },
            html! { (one.weight) },
            html! {
                (one.visits)
                @if !one.visits_overdue.is_empty() { small.on-over { (one.visits_overdue) } }
            },
            html! { (one.week.0) @if !one.week.1.is_empty() { small { (one.week.1) } } },
        ]
    });
    html! {
        @if page.workers.is_empty() { p.on-quiet { "Nobody holds a post that carries children." } }
        @else {
            (table(&Table::new("What each worker carries, the heaviest first", columns).rows(rows)))
            (why(&page.weight_why))
        }
    }
}

fn exceptions(page: &CaseloadPage) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("Worker").width(20),
        Column::new("Since"),
        Column::new("Why, and who agreed"),
    ];
    let rows = page.exceptions.iter().map(|one| {
        vec![
            linked(&one.name, &one.href, ""),
            html! { (one.worker) },
            html! { (one.since) },
            html! { (one.because) },
        ]
    });
    html! {
        @if page.exceptions.is_empty() { p.on-quiet { "No child is with a worker past that worker’s limit by agreement." } }
        @else { (table(&Table::new("Children given past a limit, the latest first", columns).rows(rows))) }
    }
}

fn spread(page: &CaseloadPage) -> Markup {
    let columns = vec![
        Column::new("Team"),
        Column::number("Workers"),
        Column::number("Children"),
        Column::number("Fewest"),
        Column::number("Middle"),
        Column::number("Most"),
    ];
    let rows = page.spread.iter().map(|one| {
        vec![
            html! { (one.team) },
            html! { (one.workers) },
            html! { (one.children) },
            html! { (one.fewest) },
            html! { (one.middle) },
            html! { (one.most) },
        ]
    });
    table(&Table::small("How evenly children are spread among the workers of each team", columns).rows(rows))
}

/// Draws the page of one worker.
#[must_use]
pub fn worker_view(frame: &Frame, page: &WorkerPage) -> Markup {
    let heading = format!("Caseload of {}", page.name);
    let review = Button::secondary("Review this caseload", page.review_href.clone()).about(page.name.clone());
    let main = html! {
        p.on-small { a href="/caseload" { "Every worker’s caseload" } }
        (title(&heading, &page.summary, &small_link_button(&review)))
        p.on-quiet { (page.role) }
        (section("reconciled", "Reconciled child by child", None, &html! {
            p { (page.by_family) }
            (families(page))
        }))
        (section("review", "Last review", None, &html! {
            @match &page.review {
                Some((day, words)) => {
                    p { (day) }
                    ul { @for one in words { li { (one) } } }
                },
                None => p.on-quiet { "Nobody has looked at this caseload with the worker and written it down." },
            }
        }))
    };
    drawn(frame, &heading, main)
}

fn families(page: &WorkerPage) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("Stage"),
        Column::number("Weight"),
        Column::new("With this worker since").short("Since"),
        Column::new("Last seen"),
    ];
    let mut shown = Table::new("The children, family by family", columns);
    for (place, family) in page.families.iter().enumerate() {
        let how_many = family.children.len();
        let counted = if how_many == 1 { "1 child".to_owned() } else { format!("{how_many} children") };
        shown.rows.push(Row::Group(format!("Family {}: {counted}", place + 1)));
        shown = shown.rows(family.children.iter().map(|child| {
            vec![
                linked(&child.name, &child.href, ""),
                html! { (child.stage) },
                html! { (child.weight) },
                html! { (child.since) },
                html! { (child.seen) },
            ]
        }));
        if !family.without_record.is_empty() {
            shown.rows.push(Row::Across(html! {
                "Without a record: " b { (family.without_record.join(", ")) }
                ". They are counted in no caseload until somebody records who they are."
            }));
        }
    }
    html! {
        @if page.families.is_empty() { p.on-quiet { "No child has this worker." } } @else { (table(&shown)) }
    }
}
