//! Out of hours on one page.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::notice::{NoticeKind, notice};
use crate::components::panel::{Level, panel, section};
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Title, When, when};

/// A handover to the day team.
#[derive(Clone, Debug)]
pub struct HandoverLine {
    /// The child.
    pub name: String,
    /// Where the name leads.
    pub href: String,
    /// Who handed over.
    pub by: String,
    /// When.
    pub made: String,
    /// What was done.
    pub done: String,
    /// What is to do.
    pub to_do: String,
    /// By when it is taken up.
    pub until: When,
    /// Who took it up; empty: nobody yet.
    pub accepted: String,
    /// Where taking it up leads.
    pub accept_href: String,
}

/// One shift.
#[derive(Clone, Debug, Default)]
pub struct ShiftLine {
    /// When it begins.
    pub begins: String,
    /// How many hours it lasts.
    pub hours: u32,
    /// Who works it.
    pub workers: String,
    /// How many it lacks.
    pub gap: u32,
}

/// An hour for which more contacts come than workers are planned.
#[derive(Clone, Debug, Default)]
pub struct HourLine {
    /// “Friday 19:00”.
    pub when: String,
    /// Contacts a week.
    pub contacts: String,
    /// Workers planned.
    pub workers: usize,
}

/// The rota of one team.
#[derive(Clone, Debug, Default)]
pub struct Rota {
    /// The team.
    pub team: String,
    /// Where planning a shift leads.
    pub plan_href: String,
    /// Shifts that lack somebody.
    pub gaps: Vec<String>,
    /// Workers without rest.
    pub tired: Vec<String>,
    /// The shifts ahead.
    pub shifts: Vec<ShiftLine>,
    /// Hours that are short.
    pub short: Vec<HourLine>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct OutOfHoursPage {
    /// How many handovers wait, how many gaps.
    pub summary: String,
    /// Handovers not taken up.
    pub waiting: Vec<HandoverLine>,
    /// Each team's rota.
    pub rotas: Vec<Rota>,
    /// Handovers of the last weeks, for audit.
    pub sample: Vec<HandoverLine>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &OutOfHoursPage) -> Markup {
    let main = html! {
        (title("Out of hours", &page.summary, &html! {}))
        (section("waiting", "Handovers for the day team", Some(page.waiting.len()), &html! {
            @if page.waiting.is_empty() { p.on-quiet { "The day team has taken up everything." } }
            @else { (handovers("Handovers not taken up", &page.waiting)) }
        }))
        @if page.rotas.is_empty() {
            (section("rota", "Rota", None, &html! { p.on-quiet { "No shift is planned. Plan one from the team’s own page." } }))
        }
        @for (place, rota) in page.rotas.iter().enumerate() { (rota_of(place, rota)) }
        (section("sample", "For the audit sample: the last four weeks", Some(page.sample.len()), &html! {
            @if page.sample.is_empty() { p.on-quiet { "Nothing was handed over." } }
            @else { (handovers("Work done out of hours", &page.sample)) }
        }))
        p { a href="/front-door" { "Back to the front door" } }
    };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::page("Out of hours"),
            place: Some(Place::FrontDoor),
            main,
            ..Sheet::default()
        },
    )
}

fn handovers(caption: &str, lines: &[HandoverLine]) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("Done in the night").short("Done"),
        Column::new("To do"),
        Column::new("By").width(15),
        Column::act("Next").width(15),
    ];
    let rows = lines.iter().map(|one| {
        vec![
            linked(&one.name, &one.href, &format!("{}, {}", one.by, one.made)),
            html! { (one.done) },
            html! { (one.to_do) },
            when(&one.until),
            html! {
                @if !one.accepted.is_empty() { "Taken up by " (one.accepted) }
                @else if !one.accept_href.is_empty() {
                    (small_link_button(&Button::primary("Take up", one.accept_href.clone()).about(one.name.clone())))
                }
            },
        ]
    });
    table(&Table::new(caption, columns).rows(rows))
}

fn rota_of(place: usize, rota: &Rota) -> Markup {
    let columns =
        vec![Column::new("Begins"), Column::number("Hours"), Column::new("Who"), Column::number("Lacks")];
    let rows = rota.shifts.iter().map(|shift| {
        vec![
            html! { (shift.begins) },
            html! { (shift.hours) },
            html! { @if shift.workers.is_empty() { "Nobody" } @else { (shift.workers) } },
            html! { (shift.gap) },
        ]
    });
    section(
        &format!("rota-{place}"),
        &format!("Rota of {}", rota.team),
        None,
        &html! {
            @if !rota.gaps.is_empty() {
                (notice(NoticeKind::Mend, "Shifts that lack somebody", &rota.gaps.iter().map(|gap| gap.as_str().into()).collect::<Vec<_>>()))
            }
            @if !rota.tired.is_empty() {
                (panel(Level::Three, "Too little rest", &html! { ul { @for one in &rota.tired { li { (one) } } } }))
            }
            (panel(Level::Three, "Demand beside shifts", &html! {
                @if rota.short.is_empty() { p.on-quiet { "No hour of the coming week has more contacts than workers." } }
                @else { (short(rota)) }
            }))
            (table(&Table::new("Shifts ahead", columns).rows(rows)))
            p { a.on-btn.on-btn--2 href=(rota.plan_href) { "Plan a shift" } }
        },
    )
}

fn short(rota: &Rota) -> Markup {
    let columns = vec![Column::new("Hour"), Column::number("Contacts a week"), Column::number("Workers")];
    let rows = rota.short.iter().map(|hour| {
        vec![
            html! { (hour.when) " " strong { "short" } },
            html! { (hour.contacts) },
            html! { (hour.workers) },
        ]
    });
    table(&Table::new("Hours with more contacts than workers, over the last four weeks", columns).rows(rows))
}
