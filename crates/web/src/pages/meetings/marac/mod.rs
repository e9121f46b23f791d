//! The agenda of the high-risk conference.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use axum::extract::State;
use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use maud::Markup;
use views::access::{Action, may};
use views::{Matter, MatterLine};

use crate::App;
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::{Nearness, Tag, Tone, When};
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Figures to open from the agenda: id and words.
const FIGURES: [(&str, &str); 4] = [
    ("marac_cases", "High-risk cases referred"),
    ("marac_children", "Children in their households"),
    ("marac_repeat", "Repeats within twelve months"),
    ("attendance_by_agency", "Who came, by agency"),
];

/// Shows the page.
pub(crate) async fn show(State(app): State<App>, signed_in: SignedIn) -> Result<Markup, Problem> {
    if !may(signed_in.who.role, Action::SeeTeam) {
        return Err(Problem::NotAllowed(
            "The agenda is seen by those who work with children and families.".to_owned(),
        ));
    }
    let naming = Naming::of(&app, &signed_in.who)?;
    let page = page(&app, &naming)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(app: &App, naming: &Naming) -> Result<MaracPage, Problem> {
    let today = app.today();
    let (mut overdue, mut running): (Vec<_>, Vec<_>) = app
        .views
        .matters_open(Matter::MaracAction, today)?
        .into_iter()
        .map(|one| (one.state.as_deref().and_then(|by| by.parse::<Date>().ok()), one))
        .partition(|(by, _)| by.is_some_and(|by| by < today));
    overdue.sort_by_key(|(by, _)| *by);
    running.sort_by_key(|(by, _)| *by);
    let children = app.views.matters_open(Matter::MaracChild, today)?;
    let waiting = app.views.matters_open(Matter::Marac, today)?;
    let cases: Vec<CaseLine> = waiting.iter().map(|one| case(naming, one, &children, today)).collect();
    let summary = format!(
        "{} to hear; {} overdue.",
        display::how_many(cases.len(), "case", "cases"),
        display::how_many(overdue.len(), "action", "actions")
    );
    let line = |(by, one): (Option<Date>, MatterLine)| action(naming, by, &one, today);
    Ok(MaracPage {
        summary: display::capital(&summary),
        overdue: overdue.into_iter().map(line).collect(),
        cases,
        running: running.into_iter().map(line).collect(),
        figures: FIGURES
            .map(|(id, words)| Prose::new().link(format!("/performance/{id}"), words))
            .into_iter()
            .collect(),
    })
}

fn action(naming: &Naming, by: Option<Date>, one: &MatterLine, today: Date) -> ActionLine {
    let hidden = naming.hides(&one.person);
    let due = by.map(|by| {
        let nearness = if by < today { Nearness::Overdue } else { Nearness::Plain };
        When::new(nearness, display::table_date(by), display::how_far_off(today, by))
    });
    ActionLine {
        name: naming.child(&one.person, &one.name),
        href: naming.href(&one.person),
        what: if hidden { "Ask your manager.".to_owned() } else { one.words.clone() },
        due,
        next: (!hidden).then(|| {
            Button::secondary("It was done", format!("/forms/action_done?about={}", one.person))
                .about(one.name.clone())
        }),
    }
}

fn case(naming: &Naming, one: &MatterLine, children: &[MatterLine], today: Date) -> CaseLine {
    let hidden = naming.hides(&one.person);
    let theirs: Vec<&MatterLine> = children.iter().filter(|child| child.words == one.person).collect();
    let names: Vec<String> = theirs.iter().map(|child| naming.child(&child.person, &child.name)).collect();
    let ids: Vec<&str> = theirs.iter().map(|child| child.person.as_str()).collect();
    let before = one.state.as_deref().and_then(|day| day.parse::<Date>().ok());
    let repeat = before.filter(|_| !hidden).map(|day| {
        let words = format!("Repeat: heard {}", display::table_date(day));
        (Tag::new(Tone::Finding, words), format!("/people/{}/timeline", one.person))
    });
    // With no child of the household on record the case is heard of the victim alone.
    let about = if ids.is_empty() { one.person.clone() } else { ids.join(",") };
    let victim = PersonId::new(&one.person).ok();
    CaseLine {
        name: naming.child(&one.person, &one.name),
        href: naming.href(&one.person),
        children: if names.is_empty() {
            "No child of the household is on record".to_owned()
        } else {
            names.join(", ")
        },
        reason: if hidden { "Ask your manager.".to_owned() } else { one.words.clone() },
        since: Some(When::new(
            Nearness::Plain,
            display::table_date(one.since),
            display::how_long_ago(today, one.since),
        )),
        repeat,
        next: victim.filter(|_| !hidden).map(|victim| {
            let href = format!("/forms/marac_case?about={about}&shared.victim={victim}");
            Button::primary("Hear it", href).about(one.name.clone())
        }),
    }
}
