//! Decisions rated again by people who have not seen them, and one refusal of each reason read by several agencies.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::panel::section;
use crate::components::segments::{Segment, segments};
use crate::components::stats::{Stat, stats};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, tag};

/// One decision of the sample.
#[derive(Clone, Debug)]
pub struct SampleLine {
    /// The child.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// The day of the decision: nothing else of it is shown until it is rated.
    pub decided: String,
    /// Each rating: whether it agrees, and in whose words.
    pub ratings: Vec<(Tag, String)>,
    /// Rating it.
    pub next: Option<Button>,
}

/// One reason for which contacts led to nothing further.
#[derive(Clone, Debug)]
pub struct RefusalLine {
    /// The reason.
    pub reason: String,
    /// How many in the month.
    pub many: usize,
    /// The one drawn to be read by several agencies; none where there was no such refusal.
    pub drawn: Option<SampleLine>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct SamplePage {
    /// Which week, and when its sample closes.
    pub summary: String,
    /// The weeks before and after.
    pub weeks: Vec<Segment>,
    /// Agreement, and how many are rated.
    pub stats: Vec<Stat>,
    /// The week's sample.
    pub sample: Vec<SampleLine>,
    /// “March 2026”.
    pub month: String,
    /// Refusals of the month by reason.
    pub refusals: Vec<RefusalLine>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &SamplePage) -> Markup {
    let main = html! {
        (title("Decisions rated again", &page.summary, &segments("Week", &page.weeks)))
        (stats(&page.stats))
        (section("sample", "The week’s sample", Some(page.sample.len()), &html! {
            p.on-small.on-quiet { "Drawn by lot from all the week’s decisions. Two people rate each without seeing what was decided: a second rater of the service, and a partner." }
            @if page.sample.is_empty() { p.on-quiet { "No decision of this week was drawn." } }
            @else { (sample(&page.sample)) }
        }))
        (section("refusals", &format!("Nothing further in {}: one of each reason", page.month), None, &html! {
            p.on-small.on-quiet { "Each month one refusal of each reason is read by several agencies." }
            (refusals(&page.refusals))
        }))
    };
    let title = Title::page("Decisions rated again");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), main, ..Sheet::default() },
    )
}

fn sample(lines: &[SampleLine]) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("Decided").width(15),
        Column::new("Rated again"),
        Column::act("Next"),
    ];
    let rows = lines.iter().map(|line| {
        let next = html! { @if let Some(next) = &line.next { (small_link_button(next)) } };
        vec![linked(&line.name, &line.href, ""), html! { (line.decided) }, ratings(line), next]
    });
    table(&Table::new("The week’s sample", columns).rows(rows))
}

fn ratings(line: &SampleLine) -> Markup {
    html! {
        @if line.ratings.is_empty() { span.on-quiet { "Nobody has rated it yet." } }
        @for (state, words) in &line.ratings { p.on-small { (tag(state)) " " (words) } }
    }
}

fn refusals(lines: &[RefusalLine]) -> Markup {
    let columns = vec![
        Column::new("Reason").width(20),
        Column::number("Refusals").width(10),
        Column::new("Read by several agencies"),
        Column::act("Next"),
    ];
    let rows = lines.iter().map(|line| {
        let (read, next) = match &line.drawn {
            None => (html! { span.on-quiet { "None to read" } }, html! {}),
            Some(drawn) => (
                html! { a href=(drawn.href) { (drawn.name) } ", decided " (drawn.decided) ". " (ratings(drawn)) },
                html! { @if let Some(next) = &drawn.next { (small_link_button(next)) } },
            ),
        };
        vec![html! { (line.reason) }, html! { (line.many) }, read, next]
    });
    table(&Table::new("One refusal of each reason", columns).rows(rows))
}
