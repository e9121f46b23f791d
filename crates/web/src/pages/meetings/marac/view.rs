//! The agenda of the high-risk conference: what was to be done first, then the cases.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table, two_lines};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, When, tag, when};

/// An action that an earlier conference gave somebody.
#[derive(Clone, Debug, Default)]
pub struct ActionLine {
    /// The child or victim.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// What, by whom.
    pub what: String,
    /// By when.
    pub due: Option<When>,
    /// Saying that it was done.
    pub next: Option<Button>,
}

/// A case to be heard.
#[derive(Clone, Debug, Default)]
pub struct CaseLine {
    /// The victim.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// The children of the household.
    pub children: String,
    /// What happened.
    pub reason: String,
    /// Since when it waits.
    pub since: Option<When>,
    /// A hearing within twelve months before, and where its plan stands.
    pub repeat: Option<(Tag, String)>,
    /// Hearing it.
    pub next: Option<Button>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct MaracPage {
    /// How many of each.
    pub summary: String,
    /// Overdue actions, the longest first.
    pub overdue: Vec<ActionLine>,
    /// Cases to hear.
    pub cases: Vec<CaseLine>,
    /// Actions not yet due.
    pub running: Vec<ActionLine>,
    /// Figures to open.
    pub figures: Vec<Prose>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &MaracPage) -> Markup {
    let main = html! {
        (title("High-risk conference", &page.summary, &html! {}))
        (section("overdue", "Actions overdue", Some(page.overdue.len()), &html! {
            @if page.overdue.is_empty() { p.on-quiet { "Nothing that an earlier conference asked for is overdue." } }
            @else { (actions("Actions overdue", &page.overdue)) }
        }))
        (section("cases", "Cases to hear", Some(page.cases.len()), &html! {
            @if page.cases.is_empty() { p.on-quiet { "No case waits. A referral is written on the record of whoever was hurt." } }
            @else { (cases(&page.cases)) }
        }))
        (section("running", "Actions under way", Some(page.running.len()), &html! {
            @if page.running.is_empty() { p.on-quiet { "No action is under way." } }
            @else { (actions("Actions under way", &page.running)) }
        }))
        (section("figures", "Figures", None, &html! { ul { @for one in &page.figures { li { (one) } } } }))
    };
    let sheet = Sheet {
        title: Title::page("High-risk conference"),
        place: Some(Place::Meetings),
        main,
        ..Sheet::default()
    };
    crate::components::frame::page(frame, &sheet)
}

fn actions(caption: &str, lines: &[ActionLine]) -> Markup {
    let columns = vec![
        Column::new("For").width(20),
        Column::new("What, by whom").width(45),
        Column::new("By when").width(15),
        Column::act("Next"),
    ];
    let rows = lines.iter().map(|line| {
        vec![
            linked(&line.name, &line.href, ""),
            html! { (line.what) },
            html! { @if let Some(due) = &line.due { (when(due)) } },
            html! { @if let Some(next) = &line.next { (small_link_button(next)) } },
        ]
    });
    table(&Table::new(caption, columns).rows(rows))
}

fn cases(lines: &[CaseLine]) -> Markup {
    let columns = vec![
        Column::new("Victim").width(20),
        Column::new("Children, and what happened").short("Children").width(35),
        Column::new("Waits since").width(15),
        Column::new("Before").width(15),
        Column::act("Next"),
    ];
    let rows = lines.iter().map(|line| {
        vec![
            linked(&line.name, &line.href, ""),
            two_lines(&Prose::new().text(line.children.clone()), &line.reason),
            html! { @if let Some(since) = &line.since { (when(since)) } },
            html! { @if let Some((repeat, href)) = &line.repeat { (tag(repeat)) " " a href=(href) { "The earlier plan" } } },
            html! { @if let Some(next) = &line.next { (small_link_button(next)) } },
        ]
    });
    table(&Table::new("Cases to hear", columns).rows(rows))
}
