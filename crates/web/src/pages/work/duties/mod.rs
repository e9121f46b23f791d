//! The duty grid: of a team, of the whole service, of one child.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::{BTreeMap, HashMap};

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use rules::DutyState;
use rules::timescales::{Counting, timescale};
use views::DutyRow;

use crate::App;
use crate::components::chips::Chip;
use crate::components::crumbs::Crumb;
use crate::components::pages::Pages;
use crate::components::segments::Segment;
use crate::components::stats::Stat;
use crate::components::{Place, Tag, Tone};
use crate::pages::asked::Asked;
use crate::pages::lists::may_see;
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Most children on one page.
const CHILDREN_MAX: usize = 40;

/// The kinds of duty, in the order of the columns.
const KINDS: [&str; 5] =
    ["Contact and referral", "Seeing the child", "Assessment and plan", "Protection", "Record and oversight"];

/// The column in which a duty stands, by the kind of event that does it.
fn column(stopped_by: &str) -> usize {
    let family = stopped_by.split('.').next().unwrap_or_default();
    match family {
        "contact" | "referral" | "referrer" => 0,
        "visit" => 1,
        "assessment" | "child_in_need_plan" => 2,
        "strategy_discussion"
        | "section_47_enquiry"
        | "medical"
        | "conference"
        | "conference_report"
        | "conference_record"
        | "conference_decision"
        | "core_group"
        | "child_protection_plan" => 3,
        _ => 4,
    }
}

/// Whose grid it is.
enum Whose {
    Child(PersonId),
    Team(PersonId),
    Service,
}

/// The duties of one child, with how each stands.
struct Kept {
    person: String,
    name: String,
    worker: Option<String>,
    duties: Vec<(DutyRow, DutyState)>,
    breaches: usize,
}

/// The grid of a team.
pub(crate) async fn of_team(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    may_see(&signed_in)?;
    let team = PersonId::new(&id).map_err(|_| Problem::NotFound)?;
    if app.views.folder().timeline(&team)?.organisation.team_name.is_none() {
        return Err(Problem::NotFound);
    }
    answer(&app, &signed_in, &Whose::Team(team), &Asked::of(query))
}

/// The grid of the whole service.
pub(crate) async fn of_service(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    may_see(&signed_in)?;
    answer(&app, &signed_in, &Whose::Service, &Asked::of(query))
}

/// The grid of one child.
pub(crate) async fn of_child(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let person = PersonId::new(&id).map_err(|_| Problem::NotFound)?;
    let pass = app.pass(&signed_in.who, &person).await?;
    answer(&app, &signed_in, &Whose::Child(pass.person().clone()), &Asked::of(query))
}

fn answer(app: &App, signed_in: &SignedIn, whose: &Whose, asked: &Asked) -> Result<Response, Problem> {
    let naming = Naming::of(app, &signed_in.who)?;
    let today = app.today();
    let rows = match whose {
        Whose::Child(person) => app.views.duties_latest(Some(person.as_str()), None, today)?,
        Whose::Team(team) => app.views.duties_latest(None, Some(team.as_str()), today)?,
        Whose::Service => app.views.duties_latest(None, None, today)?,
    };
    let mut children = kept(rows, today);
    if let Some(worker) = asked.get("worker") {
        children.retain(|child| child.worker.as_deref() == Some(worker));
    }
    if asked.get("show") == Some("breaches") {
        children.retain(|child| child.breaches > 0);
    }
    if asked.is_csv() {
        return Ok(export(&children, &naming, today));
    }
    let page = page(app, whose, &children, asked, &naming);
    Ok(view(&app.frame(Some(signed_in)), &page).into_response())
}

/// Each child's duties, the child with most breaches first. A breach is a duty overdue, or whose last running
/// was done late.
fn kept(rows: Vec<DutyRow>, today: Date) -> Vec<Kept> {
    let mut children: BTreeMap<String, Kept> = BTreeMap::new();
    let deadline =
        |row: &DutyRow| timescale(&row.timescale).is_some_and(|rule| rule.counting == Counting::Deadline);
    for row in rows.into_iter().filter(deadline) {
        let Some(state) = row.state_on(today) else { continue };
        let child = children.entry(row.person.clone()).or_insert_with(|| Kept {
            person: row.person.clone(),
            name: row.name.clone(),
            worker: row.worker.clone(),
            duties: Vec::new(),
            breaches: 0,
        });
        child.breaches += usize::from(matches!(state, DutyState::Overdue | DutyState::Late));
        child.duties.push((row, state));
    }
    let mut children: Vec<Kept> = children.into_values().collect();
    for child in &mut children {
        child.duties.sort_by_key(|(row, state)| (*state, row.due_on));
    }
    children.sort_by(|a, b| {
        let overdue = |child: &Kept| child.duties.iter().filter(|(_, s)| *s == DutyState::Overdue).count();
        b.breaches
            .cmp(&a.breaches)
            .then_with(|| overdue(b).cmp(&overdue(a)))
            .then_with(|| a.name.cmp(&b.name))
    });
    children
}

fn page(app: &App, whose: &Whose, children: &[Kept], asked: &Asked, naming: &Naming) -> DutiesPage {
    let today = app.today();
    let (path, heading, short, above) = named(app, whose);
    let total = children.len();
    let of = total.div_ceil(CHILDREN_MAX).max(1);
    let here = asked.page().min(of);
    let from = (here - 1) * CHILDREN_MAX;
    let shown: Vec<DutyChild> =
        children.iter().skip(from).take(CHILDREN_MAX).map(|child| drawn(child, naming, today)).collect();
    let breaches = asked.get("show") == Some("breaches");
    DutiesPage {
        heading,
        short,
        above,
        summary: format!(
            "{}. {} with duties, those with most breaches first.",
            display::long_date(today),
            if total == 1 { "1 child".to_owned() } else { format!("{total} children") }
        ),
        counts: counts(children),
        shown: vec![
            Segment::new("Every child", asked.href(&path, &[("show", None)]), !breaches),
            Segment::new("With a breach", asked.href(&path, &[("show", Some("breaches"))]), breaches),
        ],
        filters: asked
            .get("worker")
            .map(|worker| {
                Chip::new(
                    format!("Worker: {}", naming.worker(worker)),
                    asked.href(&path, &[("worker", None)]),
                )
            })
            .into_iter()
            .collect(),
        kinds: KINDS.map(str::to_owned).into(),
        pages: Pages {
            here,
            of,
            href: asked.paging(&path),
            showing: format!("Showing {} to {} of {total}", (from + 1).min(total), from + shown.len()),
            of_what: "children".to_owned(),
        },
        children: shown,
        csv_href: asked.href(&path, &[("format", Some("csv"))]),
        place: Some(Place::Team),
    }
}

/// The address, the heading, the words for the tab, and the steps above.
fn named(app: &App, whose: &Whose) -> (String, String, String, Vec<Crumb>) {
    match whose {
        Whose::Child(person) => {
            let name = app.views.name(person);
            let above = vec![Crumb::new(name.clone(), format!("/people/{person}")), Crumb::new("Duties", "")];
            (
                format!("/people/{person}/duties"),
                format!("Duties: {name}"),
                "Duties of a child".to_owned(),
                above,
            )
        }
        Whose::Team(team) => {
            let name = app.views.name(team);
            let above = vec![Crumb::new(name.clone(), format!("/teams/{team}")), Crumb::new("Duties", "")];
            (format!("/teams/{team}/duties"), format!("Duties: {name}"), "Duties of a team".to_owned(), above)
        }
        Whose::Service => {
            let heading = "Duties of every open child".to_owned();
            ("/duties".to_owned(), heading.clone(), heading, Vec::new())
        }
    }
}

fn counts(children: &[Kept]) -> Vec<Stat> {
    let of = |state: DutyState| {
        children.iter().flat_map(|child| &child.duties).filter(|(_, one)| *one == state).count()
    };
    let with = children.iter().filter(|child| child.breaches > 0).count();
    vec![
        Stat::new("Children with a breach", with.to_string(), format!("of {}", children.len())).large(),
        Stat::new("Overdue now", of(DutyState::Overdue).to_string(), "not done, and past the day"),
        Stat::new("Done late", of(DutyState::Late).to_string(), "the last time of each kind"),
        Stat::new("Due", of(DutyState::Due).to_string(), "not yet done, and in time"),
        Stat::new("Met", of(DutyState::Met).to_string(), "the last time of each kind"),
    ]
}

fn drawn(child: &Kept, naming: &Naming, today: Date) -> DutyChild {
    let hidden = naming.hides(&child.person);
    let mut cells: Vec<(Vec<DutyMark>, Vec<DutyMark>)> = vec![(Vec::new(), Vec::new()); KINDS.len()];
    for (row, state) in &child.duties {
        let stopped_by = timescale(&row.timescale).map_or("", |rule| rule.stopped_by);
        let cell = &mut cells[column(stopped_by)];
        let asks = matches!(state, DutyState::Overdue | DutyState::Due | DutyState::Late);
        let marks = if asks { &mut cell.0 } else { &mut cell.1 };
        marks.push(mark(row, *state, hidden, today));
    }
    let breaches = match child.breaches {
        0 => Tag::new(Tone::Met, "No breach"),
        1 => Tag::new(Tone::Overdue, "1 breach"),
        many => Tag::new(Tone::Overdue, format!("{many} breaches")),
    };
    DutyChild {
        name: naming.child(&child.person, &child.name),
        href: if hidden { String::new() } else { format!("/people/{}/duties", child.person) },
        worker: naming.worker_or(child.worker.as_deref(), "No worker"),
        breaches,
        cells,
    }
}

fn mark(row: &DutyRow, state: DutyState, hidden: bool, today: Date) -> DutyMark {
    let title = timescale(&row.timescale).map_or(row.timescale.as_str(), |rule| rule.title);
    let due = row.due_on.map(display::table_date);
    let (tone, word, when) = match state {
        DutyState::Overdue => {
            (Tone::Overdue, "Overdue", row.due_on.map(|due| display::how_far_off(today, due)))
        }
        DutyState::Due => (Tone::Soon, "Due", row.due_on.map(|due| display::how_far_off(today, due))),
        DutyState::Late => (Tone::Late, "Late", due.map(|due| format!("was due by {due}"))),
        DutyState::Met => (Tone::Met, "Met", row.stopped_on.map(display::table_date)),
        DutyState::Lapsed => (Tone::Plain, "Lapsed", row.lapsed_on.map(display::table_date)),
    };
    DutyMark {
        title: title.to_owned(),
        state: Tag::new(tone, word),
        when: when.unwrap_or_default(),
        because: if hidden { String::new() } else { row.because.clone() },
    }
}

fn export(children: &[Kept], naming: &Naming, today: Date) -> Response {
    let head = ["Person", "Name", "Worker", "Breaches", "Duty", "State", "Started", "Due", "Done", "Because"];
    let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let rows = children.iter().flat_map(|child| {
        let hidden = naming.hides(&child.person);
        child.duties.iter().map(move |(row, state)| {
            let open = |words: &str| if hidden { String::new() } else { words.to_owned() };
            let title = timescale(&row.timescale).map_or(row.timescale.as_str(), |rule| rule.title);
            vec![
                open(&child.person),
                naming.child(&child.person, &child.name),
                naming.worker_or(child.worker.as_deref(), ""),
                child.breaches.to_string(),
                title.to_owned(),
                state.code().to_owned(),
                row.started_on.to_string(),
                text(row.due_on),
                text(row.stopped_on),
                open(&row.because),
            ]
        })
    });
    crate::pages::csv::file(&format!("duties-{today}"), &head, rows)
}
