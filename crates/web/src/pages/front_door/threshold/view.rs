//! The threshold document: what is looked for, who has acknowledged it, what is made of it.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::frame::form_token;
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, tag};

/// A sign to look for.
#[derive(Clone, Debug, Default)]
pub struct SignLine {
    /// Its code.
    pub code: String,
    /// The level of need it stands for.
    pub level: String,
    /// What is seen or heard.
    pub words: String,
    /// How many decisions of the last twelve months cite it.
    pub cited: usize,
}

/// An agency that must acknowledge the version.
#[derive(Clone, Debug)]
pub struct AgencyLine {
    /// The agency.
    pub name: String,
    /// When it did, or that it has not.
    pub state: Tag,
    /// Recording that it did.
    pub next: Option<Button>,
}

/// A version of the document.
#[derive(Clone, Debug, Default)]
pub struct VersionLine {
    /// Its name.
    pub name: String,
    /// In force from and to.
    pub dates: String,
    /// Which board approved it, and when.
    pub approved: String,
    /// What changed.
    pub changes: String,
}

/// How often each step was taken in one team.
#[derive(Clone, Debug, Default)]
pub struct TeamLine {
    /// The team.
    pub name: String,
    /// Each step: “9 of 10”, with where its decisions are.
    pub steps: Vec<Prose>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ThresholdPage {
    /// What the document is called here.
    pub heading: String,
    /// Which version is in force, and since when.
    pub summary: String,
    /// Whether this reader may publish a version, and whether the authority stands in the record yet.
    pub publish: Option<Button>,
    /// Whether the authority must be put in the record first.
    pub start: bool,
    /// The signs of the version in force, level by level.
    pub signs: Vec<SignLine>,
    /// Agencies of the latest version.
    pub agencies: Vec<AgencyLine>,
    /// Every version, the latest first.
    pub versions: Vec<VersionLine>,
    /// Decisions of the last twelve months by level of need: words and how many.
    pub levels: Vec<(String, usize)>,
    /// The steps of deciding a contact.
    pub steps: Vec<String>,
    /// How often each was taken, team by team.
    pub teams: Vec<TeamLine>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ThresholdPage) -> Markup {
    let act = html! {
        @if let Some(publish) = &page.publish { (small_link_button(publish)) }
        @if page.start {
            form action="/threshold" method="post" { (form_token(frame)) button.on-btn { "Publish the first version" } }
        }
    };
    let main = html! {
        (title(&page.heading, &page.summary, &act))
        (section("signs", "What is looked for", Some(page.signs.len()), &signs(page)))
        @if !page.agencies.is_empty() { (section("agencies", "Agencies that must acknowledge it", Some(page.agencies.len()), &agencies(page))) }
        (section("steps", "Steps taken in the last twelve months", None, &steps(page)))
        (section("levels", "Decisions of the last twelve months by level of need", None, &levels(page)))
        @if !page.versions.is_empty() { (section("versions", "Every version", Some(page.versions.len()), &versions(page))) }
    };
    let title = Title::page(page.heading.clone());
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), main, ..Sheet::default() },
    )
}

fn signs(page: &ThresholdPage) -> Markup {
    if page.signs.is_empty() {
        return html! { p.on-quiet { "No version is in force. Until one is, decisions cite no indicators." } };
    }
    let columns = vec![
        Column::new("Level of need").width(20),
        Column::new("Code").width(10),
        Column::new("What is seen or heard"),
        Column::number("Decisions citing it").short("Cited").width(15),
    ];
    let rows = page.signs.iter().map(|one| {
        vec![html! { (one.level) }, html! { (one.code) }, html! { (one.words) }, html! { (one.cited) }]
    });
    table(&Table::new("What is looked for", columns).rows(rows))
}

fn agencies(page: &ThresholdPage) -> Markup {
    let columns = vec![Column::new("Agency"), Column::new("Acknowledged").width(30), Column::act("Next")];
    let rows = page.agencies.iter().map(|one| {
        let next = html! { @if let Some(next) = &one.next { (small_link_button(next)) } };
        vec![html! { (one.name) }, tag(&one.state), next]
    });
    table(&Table::new("Agencies that must acknowledge it", columns).rows(rows))
}

fn versions(page: &ThresholdPage) -> Markup {
    let columns = vec![
        Column::new("Version").width(10),
        Column::new("In force").width(25),
        Column::new("Approved by").width(25),
        Column::new("What changed"),
    ];
    let rows = page.versions.iter().map(|one| {
        vec![html! { (one.name) }, html! { (one.dates) }, html! { (one.approved) }, html! { (one.changes) }]
    });
    table(&Table::new("Every version", columns).rows(rows))
}

fn steps(page: &ThresholdPage) -> Markup {
    if page.teams.is_empty() {
        return html! { p.on-quiet { "No contact was decided in the last twelve months." } };
    }
    let mut columns = vec![Column::new("Decided by").width(20)];
    columns.extend(page.steps.iter().map(|step| Column::number(step.clone())));
    let rows = page.teams.iter().map(|team| {
        let mut cells = vec![html! { (team.name) }];
        cells.extend(team.steps.iter().map(|step| html! { (step) }));
        cells
    });
    html! {
        p.on-small.on-quiet { "How often each step was taken, of the decisions for which it is set. Each figure opens to its children." }
        (table(&Table::new("Steps taken, team by team", columns).rows(rows)))
    }
}

fn levels(page: &ThresholdPage) -> Markup {
    if page.levels.is_empty() {
        return html! { p.on-quiet { "No contact was decided in the last twelve months." } };
    }
    let columns = vec![Column::new("Level of need"), Column::number("Decisions").width(20)];
    let rows = page.levels.iter().map(|(level, many)| vec![html! { (level) }, html! { (many) }]);
    table(&Table::new("Decisions by level of need", columns).rows(rows))
}
