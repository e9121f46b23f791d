//! Children between two teams, by the team that is asked to take them.

use maud::{Markup, html};

use crate::components::button::{Button, small_link_button};
use crate::components::panel::section;
use crate::components::table::{Column, Table, linked, table};
use crate::components::title::title;
use crate::components::{Frame, Place, Sheet, Tag, Title, When, tag, when};

/// A child whose transfer waits.
#[derive(Clone, Debug)]
pub struct WaitingChild {
    /// The name.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// The sending team.
    pub from: String,
    /// The worker who still answers for the child.
    pub answers: String,
    /// The receiving team's manager.
    pub manager: String,
    /// How long it waits.
    pub waits: When,
    /// Whether the record was checked.
    pub check: Tag,
    /// Where accepting leads; empty where the record is restricted.
    pub accept_href: String,
    /// Whether the limit has passed.
    pub overdue: bool,
}

/// A team that is asked to take children.
#[derive(Clone, Debug, Default)]
pub struct ReceivingTeam {
    /// Its name.
    pub name: String,
    /// Its children beside the most it may have.
    pub capacity: String,
    /// Who waits, the longest first.
    pub children: Vec<WaitingChild>,
}

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct TransfersPage {
    /// How many wait, how many past the limit.
    pub summary: String,
    /// Each receiving team, the most blocked first.
    pub teams: Vec<ReceivingTeam>,
}

/// Draws the page.
#[must_use]
pub fn view(frame: &Frame, page: &TransfersPage) -> Markup {
    let main = html! {
        (title("Transfers waiting", &page.summary, &html! {}))
        @if page.teams.is_empty() { p.on-quiet { "No child waits between two teams." } }
        @for (place, team) in page.teams.iter().enumerate() {
            (section(&format!("team-{place}"), &format!("To {}", team.name), Some(team.children.len()), &html! {
                @if !team.capacity.is_empty() { p { (team.capacity) } }
                (children(team))
            }))
        }
    };
    crate::components::frame::page(
        frame,
        &Sheet {
            title: Title::page("Transfers waiting"),
            place: Some(Place::Team),
            main,
            ..Sheet::default()
        },
    )
}

fn children(team: &ReceivingTeam) -> Markup {
    let columns = vec![
        Column::new("Child").width(20),
        Column::new("Waits").width(20),
        Column::new("Still answers").short("Answers"),
        Column::new("Asked to accept").short("Asked"),
        Column::new("Check"),
        Column::act("Next").width(15),
    ];
    let rows = team.children.iter().map(|one| {
        vec![
            linked(&one.name, &one.href, &format!("From {}", one.from)),
            when(&one.waits),
            html! { (one.answers) },
            html! { (one.manager) },
            tag(&one.check),
            html! {
                @if !one.accept_href.is_empty() {
                    (small_link_button(&Button::primary("Answer", one.accept_href.clone()).about(one.name.clone())))
                }
            },
        ]
    });
    table(
        &Table::new(format!("Children whom {} is asked to take, the longest wait first", team.name), columns)
            .rows(rows),
    )
}
