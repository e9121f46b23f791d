//! The front door's live queue: by risk, then age, with the history already beside each call.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::log::{LogLine, log};
use crate::components::panel::{Level, panel, section};
use crate::components::prose::Prose;
use crate::components::segments::{Segment, segments};
use crate::components::stats::{Stat, stats};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, When, Why, tag, when, why};

/// A contact not yet decided.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// "Nance and Hosken, 4 children".
    pub household: String,
    /// Where it leads.
    pub href: String,
    /// "9, 6 and 3 years, and unborn".
    pub children: String,
    /// The risk, in words.
    pub risk: Tag,
    /// From whom, and what is said.
    pub said: Prose,
    /// Hours open against the limit: "3 h 41 m", "of 24 hours; decide by Tue 3 Mar, 5:00pm".
    pub open: When,
    /// For a contact past its limit: before whom it now stands. May be empty.
    pub raised: Prose,
    /// The household's history, newest first.
    pub history: Vec<LogLine>,
    /// "Ready", or what is missing.
    pub ready: Tag,
    /// The next step.
    pub next: Button,
}

/// Who leads the front door today. Both agencies' managers are named.
#[derive(Clone, Debug)]
pub struct OnToday {
    /// "Martin Eddy".
    pub name: String,
    /// "front-door manager, children’s social care".
    pub role: String,
    /// "here until 5:00pm", "01000 555 020".
    pub reach: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct QueuePage {
    /// The day, how many wait, how many are over the limit.
    pub summary: String,
    /// Ways of showing: waiting, screening, ready to decide.
    pub shown: Vec<Segment>,
    /// Managers on today.
    pub managers: Vec<OnToday>,
    /// Those waiting: by risk, then the longest open first.
    pub waiting: Vec<Waiting>,
    /// Why this order and this limit.
    pub order_why: Option<Why>,
    /// Yesterday in numbers.
    pub yesterday: Vec<Stat>,
    /// "Friday 27 February".
    pub yesterday_day: String,
    /// What yesterday left to look at.
    pub second_look: Vec<Prose>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &QueuePage) -> Markup {
    let main = html! {
        (title("Front door", &page.summary, &segments("Show", &page.shown)))
        div.on-row.on-section {
            a.on-btn href="/contacts/new" { "New contact" }
            p.on-small.on-plain {
                @for (place, one) in page.managers.iter().enumerate() {
                    @if place > 0 { " · " }
                    strong { (one.name) } ", " (one.role) @if !one.reach.is_empty() { span.on-quiet { ", " (one.reach) } }
                }
            }
        }
        (section("waiting", "Waiting for a decision", Some(page.waiting.len()), &html! {
            @if page.waiting.is_empty() { p.on-quiet { "Nothing waits. Every contact is decided." } }
            @else { (waiting(page)) }
            @if let Some(because) = &page.order_why { (why(because)) }
        }))
        p { a href="/front-door/messages" { "Messages from partners: unread, not graded, not yet taken up" } }
        p {
            a href="/out-of-hours" { "Out of hours: handovers, rota, demand" } " · "
            a href="/early-help" { "Early help hub" }
        }
        p { a href="/lists/decision-reviews" { "Decisions drawn for a second look" } " · " a href="/performance/no_further_action_overturned" { "How many are overturned" } }
        p {
            a href="/threshold" { "Threshold document" } " · "
            a href="/front-door/sample" { "Decisions rated again, unseen" } " · "
            a href="/disagreements" { "Agencies that disagree" } " · "
            a href="/lists/specialist-concerns" { "Specialist concerns without an answer" }
        }
        p { a href="/front-door/report" { "How the front door is doing: report by source agency" } }
        (section("yesterday", &format!("Yesterday, {}", page.yesterday_day), None, &html! {
            (stats(&page.yesterday))
            @if !page.second_look.is_empty() {
                (panel(Level::Three, "Worth a second look", &html! {
                    ul.on-plain { @for one in &page.second_look { li { (one) } } }
                }))
            }
        }))
    };
    let title = Title::page("Front door");
    crate::components::frame::page(
        frame,
        &Sheet { title, place: Some(Place::FrontDoor), main, ..Sheet::default() },
    )
}

fn waiting(page: &QueuePage) -> Markup {
    let columns = vec![
        Column::new("Household").width(20),
        Column::new("What is said").short("Said"),
        Column::new("Open").width(15),
        Column::new("What came before").short("Before").width(25),
        Column::act("Next").width(15),
    ];
    let rows = page.waiting.iter().map(|one| {
        vec![
            linked(&one.household, &one.href, &one.children),
            html! { (tag(&one.risk)) " " (one.said) },
            html! { (when(&one.open)) @if !one.raised.is_empty() { small { (one.raised) } } },
            log(&one.history, "None of these names is in the record."),
            html! {
                (small_link_button(&one.next.clone().about(one.household.clone())))
                small { (tag(&one.ready)) }
            },
        ]
    });
    table(&Table::new("Contacts waiting for a decision, most serious first", columns).rows(rows))
}
