//! The directory: what there is, what was closed, needs that nothing meets, and whether signposts were followed.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::errors::{Mistake, error_summary};
use crate::components::fields::text::Width;
use crate::components::fields::{Field, TextAnswer, text};
use crate::components::frame::form_token;
use crate::components::panel::section;
use crate::components::prose::Prose;
use crate::components::table::{Column, Table, linked, table, two_lines};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title};

/// A service that families may be sent to.
#[derive(Clone, Debug, Default)]
pub struct ServiceLine {
    /// Its name.
    pub name: String,
    /// Where it leads: its own record.
    pub href: String,
    /// The needs it meets, and who may have it.
    pub meets: Prose,
    /// Who may have it.
    pub eligibility: String,
    /// Where, and how it is reached.
    pub place: String,
    /// How it is reached.
    pub contact: String,
    /// How many families it has beside how many it has room for.
    pub room: String,
    /// How many signposts were followed.
    pub uptake: String,
    /// Until when; or since when closed, and where its families go.
    pub dates: Prose,
    /// Listing it anew, withdrawing it.
    pub acts: Vec<Button>,
}

/// A need that no listed service meets.
#[derive(Clone, Debug, Default)]
pub struct Gap {
    /// The need.
    pub need: String,
    /// How many children have it.
    pub children: usize,
    /// In which teams.
    pub teams: String,
}

/// What the page shows. Everything typed is kept as it was typed.
#[derive(Clone, Debug, Default)]
pub struct ServicesPage {
    /// How many services, how many gaps.
    pub summary: String,
    /// Services offered.
    pub offered: Vec<ServiceLine>,
    /// Services withdrawn.
    pub withdrawn: Vec<ServiceLine>,
    /// Needs that nothing meets, the most children first.
    pub gaps: Vec<Gap>,
    /// Whether this worker may list a service.
    pub may_list: bool,
    /// What to mend.
    pub mistakes: Vec<Mistake>,
    /// What was typed, by field.
    pub typed: Vec<(&'static str, String)>,
}

/// The questions of a new listing: field, words, hint.
pub(super) const QUESTIONS: [(&str, &str, &str); 6] = [
    ("name", "What is it called?", ""),
    ("for_needs", "Which needs does it meet?", "Words that a family would use, with commas between"),
    ("eligibility", "Who may have it?", ""),
    ("area", "Where?", ""),
    ("capacity", "How many families has it room for?", "A number; leave it empty if there is no limit"),
    ("contact", "How is it reached?", ""),
];

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &ServicesPage) -> Markup {
    let main = html! {
        (error_summary(&page.mistakes, "Nothing has been recorded."))
        (title("Directory of services", &page.summary, &html! {}))
        (section("offered", "Offered now", Some(page.offered.len()), &html! {
            @if page.offered.is_empty() { p.on-quiet { "No service is listed yet. List one below." } }
            @else { (services("Offered now", &page.offered)) }
        }))
        (section("gaps", "Needs that no listed service meets", Some(page.gaps.len()), &html! {
            p.on-small.on-quiet { "Needs of children worked with today, not met and with no help offered. A need is met by a service that names it, in any of its words of four letters or more." }
            @if page.gaps.is_empty() { p.on-quiet { "Every open need is one that some listed service meets." } }
            @else { (gaps(&page.gaps)) }
        }))
        @if !page.withdrawn.is_empty() {
            (section("withdrawn", "Withdrawn", Some(page.withdrawn.len()), &services("Withdrawn", &page.withdrawn)))
        }
        @if page.may_list { (section("list", "List a service", None, &listing(frame, page))) }
    };
    let title = Title { error: !page.mistakes.is_empty(), ..Title::page("Directory of services") };
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::Team), main, ..Sheet::default() },
    )
}

fn services(caption: &str, lines: &[ServiceLine]) -> Markup {
    let columns = vec![
        Column::new("Service").width(20),
        Column::new("Meets, and for whom").short("Meets").width(25),
        Column::new("Where, and how reached").short("Where").width(20),
        Column::new("Room").width(10),
        Column::new("Signposts").width(10),
        Column::act("Next"),
    ];
    let rows = lines.iter().map(|line| {
        vec![
            html! { (linked(&line.name, &line.href, "")) small { (line.dates) } },
            two_lines(&line.meets, &line.eligibility),
            two_lines(&line.place.as_str().into(), &line.contact),
            html! { (line.room) },
            html! { (line.uptake) },
            html! { @for act in &line.acts { (small_link_button(act)) " " } },
        ]
    });
    table(&Table::new(caption, columns).rows(rows))
}

fn gaps(gaps: &[Gap]) -> Markup {
    let columns =
        vec![Column::new("Need").width(50), Column::number("Children"), Column::new("Teams").width(30)];
    let rows =
        gaps.iter().map(|gap| vec![html! { (gap.need) }, html! { (gap.children) }, html! { (gap.teams) }]);
    table(&Table::new("Needs that no listed service meets", columns).rows(rows))
}

fn listing(frame: &Frame, page: &ServicesPage) -> Markup {
    let typed = |field: &str| {
        page.typed.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let error = |field: &str| {
        let found = page.mistakes.iter().find(|mistake| mistake.field == field);
        found.map(|mistake| mistake.words.clone()).unwrap_or_default()
    };
    html! {
        form.on-narrow action="/services" method="post" {
            (form_token(frame))
            @for (name, label, hint) in QUESTIONS {
                @let asked = Field::new(name, label).error(error(name));
                @let asked = if hint.is_empty() { asked } else { asked.hint(hint) };
                @let asked = if name == "name" { asked } else { asked.optional() };
                (text(&asked, &TextAnswer { width: Width::Middle, ..TextAnswer::with(typed(name)) }))
            }
            div.on-actions { button.on-btn { "List it" } }
        }
    }
}
