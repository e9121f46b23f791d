//! Disagreements of agencies with decisions: who has each, and how they ended.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title, When, when};

/// One disagreement that waits for an answer.
#[derive(Clone, Debug, Default)]
pub struct OpenLine {
    /// The child.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// What is disputed, and by whom.
    pub disputed: Prose,
    /// Who has it.
    pub level: String,
    /// When the answer is due.
    pub due: Option<When>,
    /// Answering it, for whoever has it.
    pub next: Option<Button>,
}

/// How one agency's disagreements went.
#[derive(Clone, Debug, Default)]
pub struct AgencyLine {
    /// The agency.
    pub name: String,
    /// Raised in the last twelve months.
    pub raised: usize,
    /// The decision was changed, or changed in part.
    pub changed: usize,
    /// The decision stands.
    pub stands: usize,
    /// Still open.
    pub open: usize,
    /// The middle of the hours to the last answer.
    pub hours: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct DisagreementsPage {
    /// How many are open, and how many of them before the board's chair.
    pub summary: String,
    /// Open ones: those of the highest level first, then the longest waiting.
    pub open: Vec<OpenLine>,
    /// Those answered, that the agency has not yet accepted or taken further.
    pub answered: Vec<OpenLine>,
    /// By agency, over twelve months.
    pub agencies: Vec<AgencyLine>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &DisagreementsPage) -> Markup {
    let main = html! {
        (title("Disagreements", &page.summary, &html! {}))
        (section("open", "Waiting for an answer", Some(page.open.len()), &html! {
            @if page.open.is_empty() { p.on-quiet { "No agency waits for an answer." } }
            @else { (lines("Waiting for an answer", "Who has it", &page.open)) }
        }))
        (section("answered", "Answered in the last four weeks", Some(page.answered.len()), &html! {
            @if page.answered.is_empty() { p.on-quiet { "None." } }
            @else { (lines("Answered in the last four weeks", "What came of it", &page.answered)) }
        }))
        (section("agencies", "By agency, over twelve months", None, &agencies(page)))
    };
    let title = Title::page("Disagreements");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), main, ..Sheet::default() },
    )
}

fn lines(caption: &str, level: &str, lines: &[OpenLine]) -> Markup {
    let waits = lines.iter().any(|line| line.due.is_some());
    let mut columns = vec![
        Column::new("Child").width(15),
        Column::new("What is disputed, by whom"),
        Column::new(level).width(20),
    ];
    columns.extend(waits.then(|| Column::new("Answer due").width(15)));
    columns.extend(waits.then(|| Column::act("Next")));
    let rows = lines.iter().map(|line| {
        let mut cells =
            vec![linked(&line.name, &line.href, ""), html! { (line.disputed) }, html! { (line.level) }];
        cells.extend(waits.then(|| html! { @if let Some(due) = &line.due { (when(due)) } }));
        cells.extend(waits.then(|| html! { @if let Some(next) = &line.next { (small_link_button(next)) } }));
        cells
    });
    table(&Table::new(caption, columns).rows(rows))
}

fn agencies(page: &DisagreementsPage) -> Markup {
    if page.agencies.is_empty() {
        return html! { p.on-quiet { "No agency disagreed with a decision in the last twelve months." } };
    }
    let columns = vec![
        Column::new("Agency"),
        Column::number("Raised").width(10),
        Column::number("Changed").width(10),
        Column::number("Stands").width(10),
        Column::number("Open").width(10),
        Column::number("Middle of the hours").short("Hours").width(20),
    ];
    let rows = page.agencies.iter().map(|one| {
        vec![
            html! { (one.name) },
            html! { (one.raised) },
            html! { (one.changed) },
            html! { (one.stands) },
            html! { (one.open) },
            html! { (one.hours) },
        ]
    });
    table(&Table::new("Disagreements by agency", columns).rows(rows))
}
