//! The early help hub.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::State;
use calendar::{display, periods};
use jiff::civil::Date;
use maud::Markup;
use rules::indicators::indicator;
use views::access::{Action, may};
use views::{Figure, Matter, MatterLine, Stretch};

use crate::App;
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::stats::Stat;
use crate::components::{Nearness, When};
use crate::pages::naming::Naming;
use crate::pages::performance::reading;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Most lines of one list on the page.
const LINES_MOST: usize = 50;
/// A year back, in months.
const YEAR_MONTHS: i32 = 12;

/// Shows the page.
pub(crate) async fn show(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    if !may(signed_in.who.role, Action::SeeTeam) {
        return Err(Problem::NotAllowed(
            "The hub is seen by those who work with children and families.".to_owned(),
        ));
    }
    let naming = Naming::of(&app, &signed_in.who)?;
    let page = page(&app, &naming)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

/// A look back is near from so many days before it is due.
const NEAR_DAYS: i32 = 14;

/// A list of the hub: what, heading, what its words are, what stands there when it is empty, and the form of the next
/// step with its words.
type Kind = (Matter, &'static str, &'static str, &'static str, (&'static str, &'static str));

const LISTS: [Kind; 5] = [
    (
        Matter::Request,
        "Waiting for a service",
        "Why",
        "Every request has gone to a service, or the family said no.",
        ("early_help_allocation", "Allocate"),
    ),
    (Matter::StepUp, "Steps up not accepted", "Why", "No step up waits.", ("step_up_accepted", "Answer")),
    (
        Matter::StepDown,
        "Steps down not accepted",
        "To whom",
        "No step down waits.",
        ("step_down_accepted", "Answer"),
    ),
    (
        Matter::Check,
        "Looks back after a step down",
        "The plan then",
        "Every step down was looked back at.",
        ("step_down_check", "Look back"),
    ),
    (
        Matter::Episode,
        "Helped now",
        "Who leads",
        "No early help runs.",
        ("team_around_family", "Team around the family"),
    ),
];

fn page(app: &App, naming: &Naming) -> Result<HubPage, Problem> {
    let today = app.today();
    let mut lists = Vec::new();
    for kind in &LISTS {
        lists.push(list(app, naming, kind, today)?);
    }
    let waiting = lists.first().map_or(0, |list| list.lines.len() + list.more);
    Ok(HubPage {
        heading: app.practice.word("early_help").to_owned(),
        summary: match waiting {
            0 => "No request waits for a service.".to_owned(),
            1 => "1 request waits for a service.".to_owned(),
            many => format!("{many} requests wait for a service."),
        },
        stats: figures(app, today)?,
        lists,
        also: vec![
            Prose::new().link("/services", "Directory of services, and needs that none meets"),
            Prose::new().link("/lists/early-help", "Early help that stands still, line by line"),
        ],
    })
}

fn list(
    app: &App,
    naming: &Naming,
    (what, heading, words_head, empty, next): &Kind,
    today: Date,
) -> Result<HubList, Problem> {
    let all = app.views.matters_open(*what, today)?;
    // A look back is months ahead when it is set: those not near yet are folded away.
    let far = periods::add_calendar_days(today, NEAR_DAYS);
    let (near, later): (Vec<_>, Vec<_>) = all
        .iter()
        .partition(|one| *what != Matter::Check || due(app, *what, one).is_none_or(|due| due <= far));
    let lines = near.iter().take(LINES_MOST).map(|one| line(app, naming, *what, one, *next, today));
    let later = later.iter().take(LINES_MOST).map(|one| line(app, naming, *what, one, *next, today));
    Ok(HubList {
        id: heading.to_lowercase().replace(' ', "-"),
        heading: (*heading).to_owned(),
        words_head: (*words_head).to_owned(),
        empty: (*empty).to_owned(),
        lines: lines.collect(),
        more: near.len().saturating_sub(LINES_MOST),
        later: later.collect(),
    })
}

/// The day by which somebody should have answered, where there is one.
fn due(app: &App, what: Matter, one: &MatterLine) -> Option<Date> {
    let limit = |name: &str| app.views.settings().within(name);
    match what {
        Matter::Request => Some(limit("early_help_allocated_working_days").due(one.since)),
        Matter::StepUp | Matter::StepDown => Some(limit("step_accepted_working_days").due(one.since)),
        Matter::Check => Some(limit("step_down_check_months").due(one.since)),
        _ => None,
    }
}

fn line(
    app: &App,
    naming: &Naming,
    what: Matter,
    one: &MatterLine,
    (form, words): (&str, &str),
    today: Date,
) -> HubLine {
    let hidden = naming.hides(&one.person);
    let due = due(app, what, one);
    let since = display::table_date(one.since);
    let since = match due {
        Some(due) if due < today => When::new(Nearness::Overdue, since, display::how_far_off(today, due)),
        Some(due) => When::new(Nearness::Plain, since, format!("due {}", display::how_far_off(today, due))),
        None => When::new(Nearness::Plain, since, display::how_long_ago(today, one.since)),
    };
    let empty = if what == Matter::Episode { "Nobody is named" } else { "Not said" };
    HubLine {
        name: naming.child(&one.person, &one.name),
        href: naming.href(&one.person),
        words: match (hidden, one.words.is_empty()) {
            (true, _) => "Ask your manager.".to_owned(),
            (_, true) => empty.to_owned(),
            _ => one.words.clone(),
        },
        since: Some(since),
        worker: naming.worker_or(one.worker.as_deref(), ""),
        next: (!hidden).then(|| {
            Button::secondary(words, format!("/forms/{form}?about={}", one.person)).about(one.name.clone())
        }),
    }
}

/// Who is helped, with what effect, and who was later referred to social care.
fn figures(app: &App, today: Date) -> Result<Vec<Stat>, Problem> {
    let from = periods::add_months(today, -YEAR_MONTHS);
    let year = Stretch::Between(from, today);
    let mut all = Vec::new();
    let helped = app.views.matters_open(Matter::Episode, today)?.len();
    all.push(Stat::new("Helped now", helped.to_string(), "children with early help open today").large());
    for (id, label) in [
        ("early_help_closed_with_progress", "Ended with progress"),
        ("below_threshold_with_destination", "Below the threshold and taken on"),
    ] {
        let Some(indicator) = indicator(id) else { continue };
        let figure = Figure::of(indicator.measure, &app.views.cases(indicator, year)?);
        let beneath = Prose::new()
            .text(format!("{} ", reading::of_words(indicator.measure, &figure)))
            .link(format!("/performance/{id}"), "Open it");
        all.push(Stat::new(label, reading::figure_words(indicator.measure, &figure), beneath));
    }
    let (later, ended) = app.views.referred_after_help(from, today)?;
    let words = format!("of {ended} whose early help ended in twelve months");
    all.push(Stat::new("Later referred", later.to_string(), words));
    Ok(all)
}
