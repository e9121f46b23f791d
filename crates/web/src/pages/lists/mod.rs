//! Lists that a manager works from: `/lists` and `/lists/NAME`, each as a page and as a file.

pub(crate) mod catalogue;
pub(crate) mod lines;
mod samples;
mod scope;
mod tally;
mod view;

pub use samples::{index_samples, samples};
pub use view::*;

use std::collections::{BTreeMap, HashMap};

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use calendar::display;
use jiff::civil::Date;
use maud::Markup;
use views::access::{Action, may};

use self::catalogue::{By, LISTS, List, Part, Tally, WAYS};
use self::lines::Line;
pub(crate) use self::scope::Scope;
use super::Sample;
use super::asked::{Asked, PeriodForm, period_words};
use super::form_samples::drawn;
use super::naming::Naming;
use crate::App;
use crate::components::button::Button;
use crate::components::chips::Chip;
use crate::components::pages::Pages;
use crate::components::segments::Segment;
use crate::components::table::Sorted;
use crate::components::{Nearness, Tag, Tone, When};
use crate::pages::work::mine;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Most lines on one page.
const LINES_MAX: usize = 50;

/// The addresses of this area.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/lists", get(index)).route("/lists/{name}", get(show))
}

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let ruth = super::samples::frame("Ruth Tregear", "Team manager, West team");
    let mut all = drawn("lists", &ruth, samples(), view);
    all.extend(drawn("lists/index", &ruth, index_samples(), index_view));
    all
}

/// Refuses whoever may not see a team's children.
pub(crate) fn may_see(signed_in: &SignedIn) -> Result<(), Problem> {
    if may(signed_in.who.role, Action::SeeTeam) {
        Ok(())
    } else {
        Err(Problem::NotAllowed(
            "Lists of children are seen by workers and managers of the service.".to_owned(),
        ))
    }
}

/// Shows the index.
async fn index(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    may_see(&signed_in)?;
    let asked = Asked::of(query);
    let today = app.today();
    let scope = Scope::of(&signed_in.who, &asked);
    let mut parts: BTreeMap<Part, Vec<IndexLine>> = BTreeMap::new();
    for list in LISTS {
        let lines = lines::lines(&app, list, asked.period(today)?, today)?;
        parts.entry(list.part).or_default().push(IndexLine {
            title: list.title.to_owned(),
            href: asked.href(&format!("/lists/{}", list.name), &[]),
            about: list.about.to_owned(),
            count: lines.iter().filter(|line| scope.holds(line)).count(),
        });
    }
    let page = IndexPage {
        summary: format!("{}. {}.", display::long_date(today), scope.words(&app)),
        scopes: scope.segments(&asked, "/lists"),
        parts: parts.into_iter().map(|(part, lists)| (part.label().to_owned(), lists)).collect(),
    };
    Ok(index_view(&app.frame(Some(&signed_in)), &page))
}

/// Shows a list, or gives it as a file.
async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(name): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    may_see(&signed_in)?;
    let list = List::named(&name).ok_or(Problem::NotFound)?;
    let asked = Asked::of(query);
    let naming = Naming::of(&app, &signed_in.who)?;
    let today = app.today();
    let scope = Scope::of(&signed_in.who, &asked);
    let mut lines = lines::lines(&app, list, asked.period(today)?, today)?;
    lines.retain(|line| scope.holds(line) && filtered(line, &asked));
    tally::sort(&mut lines, asked.get("sort"), asked.get("way") == Some("turned"), &naming);
    if asked.is_csv() {
        return Ok(export(list, &lines, &naming, today));
    }
    let page = page(&app, list, &lines, &asked, &scope, &naming)?;
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

/// Whether a line passes the filters that the address asks for. “none” asks for lines that belong to nobody.
fn filtered(line: &Line, asked: &Asked) -> bool {
    WAYS.iter().all(|(by, name, _)| {
        asked.get(name).is_none_or(|wanted| {
            let key = tally::key(line, *by);
            key == wanted || (wanted == "none" && key.is_empty())
        })
    })
}

fn page(
    app: &App,
    list: &List,
    all: &[Line],
    asked: &Asked,
    scope: &Scope,
    naming: &Naming,
) -> Result<ListPage, Problem> {
    let (path, today) = (format!("/lists/{}", list.name), app.today());
    let period = asked.period(today)?;
    let way = WAYS.iter().find(|(_, name, _)| asked.get("by") == Some(name));
    let (by, by_name, group_head) =
        way.or_else(|| WAYS.iter().find(|(by, ..)| *by == list.by)).copied().unwrap_or(WAYS[0]);
    let groups = tally::groups(list, all, by, naming);
    let group = |group: &tally::Group| {
        let key = if group.key.is_empty() { "none" } else { &group.key };
        ListGroup {
            name: group.name.clone(),
            href: asked.href(&path, &[(by_name, Some(key))]),
            figure: group.figure.clone(),
            of: group.of.clone(),
            kinds: group.kinds.clone(),
        }
    };
    let (total, of, here) = (all.len(), all.len().div_ceil(LINES_MAX).max(1), asked.page());
    let from = (here.min(of) - 1) * LINES_MAX;
    let several = all.iter().any(|line| line.kind != all[0].kind);
    let shown = all.iter().skip(from).take(LINES_MAX);
    let lines: Vec<ListLine> = shown.map(|line| list_line(app, list, line, several, naming, today)).collect();
    let every: Vec<&Line> = all.iter().collect();
    Ok(ListPage {
        title: list.title.to_owned(),
        summary: summary(app, list, &every, scope, period, today),
        about: list.about.to_owned(),
        scopes: scope.segments(asked, &path),
        period: list.has_period().then(|| PeriodForm::of(&path, asked, period)),
        filters: filters(asked, &path, naming),
        ways: ways(all, asked, &path, by),
        group_head: group_head.to_owned(),
        figure_head: figure_head(list).to_owned(),
        kinds: tally::kinds(list, all),
        groups: groups.iter().map(group).collect(),
        sorts: sorts(asked, &path),
        total,
        pages: Pages {
            here: here.min(of),
            of,
            href: asked.paging(&path),
            showing: format!("Showing {} to {} of {total}", (from + 1).min(total), (from + lines.len())),
            of_what: "lines".to_owned(),
        },
        lines,
        csv_href: asked.href(&path, &[("format", Some("csv"))]),
        empty: list.empty.to_owned(),
    })
}

fn figure_head(list: &List) -> &'static str {
    match list.tally {
        Tally::Lines | Tally::Kinds => "How many",
        Tally::Percent => "Share that meets it",
        Tally::MedianDays => "Median lag",
    }
}

fn summary(
    app: &App,
    list: &List,
    lines: &[&Line],
    scope: &Scope,
    period: (Date, Date),
    today: Date,
) -> String {
    let children: std::collections::BTreeSet<&str> = lines.iter().map(|line| line.person.as_str()).collect();
    let counted = match (lines.len(), children.len()) {
        (lines, children) if lines == children => {
            format!("{children} {}", if children == 1 { "child" } else { "children" })
        }
        (lines, 1) => format!("{lines} lines about 1 child"),
        (lines, children) => format!("{lines} lines about {children} children"),
    };
    let (_, figure, of) = tally::figure(list.tally, lines);
    let figure = if of.is_empty() { String::new() } else { format!(" {figure}, {of}.") };
    let day = if list.has_period() { period_words(period) } else { display::long_date(today) };
    format!("{day}. {}: {counted}.{figure}", scope.words(app))
}

fn filters(asked: &Asked, path: &str, naming: &Naming) -> Vec<Chip> {
    let chip = |(by, name, head): &(By, &str, &str)| {
        let wanted = asked.get(name)?;
        let wanted = if wanted == "none" { "" } else { wanted };
        let words = format!("{head}: {}", tally::group_name(naming, *by, wanted));
        Some(Chip::new(words, asked.href(path, &[(name, None)])))
    };
    WAYS.iter().filter_map(chip).collect()
}

fn ways(all: &[Line], asked: &Asked, path: &str, by: By) -> Vec<Segment> {
    let some = |way: &&(By, &str, &str)| way.0 == by || all.iter().any(|l| !tally::key(l, way.0).is_empty());
    let segment = |(way, name, head): &(By, &str, &str)| {
        Segment::new(*head, asked.href(path, &[("by", Some(name))]), *way == by)
    };
    WAYS.iter().filter(some).map(segment).collect()
}

fn sorts(asked: &Asked, path: &str) -> Vec<(String, Option<Sorted>)> {
    let (now, turned) = (asked.get("sort").unwrap_or("days"), asked.get("way") == Some("turned"));
    let sort = |name: &str| {
        let again = now == name && !turned;
        let href = asked.href(path, &[("sort", Some(name)), ("way", again.then_some("turned"))]);
        // The longest wait stands first, so days as they come are descending.
        let falls = (name == "days") != turned;
        let way = if falls { Sorted::Descending } else { Sorted::Ascending };
        (href, (now == name).then_some(way))
    };
    tally::SORTS.iter().map(|name| sort(name)).collect()
}

fn list_line(app: &App, list: &List, line: &Line, several: bool, naming: &Naming, today: Date) -> ListLine {
    let hidden = naming.hides(&line.person);
    let form = line.mend.as_deref().and_then(|kind| app.practice.forms_of_kind(kind).next());
    let next = form.map(|form| {
        Button::secondary(form.title.clone(), format!("/forms/{}?about={}", form.id, line.person))
    });
    let verdict = match (list.tally, line.met) {
        (Tally::Percent, Some(true)) => Some(Tag::new(Tone::Met, "In")),
        (Tally::Percent, Some(false)) => Some(Tag::new(Tone::Finding, "Out")),
        (Tally::MedianDays, Some(false)) => Some(Tag::new(Tone::Late, "Late")),
        _ => None,
    };
    ListLine {
        name: naming.child(&line.person, &line.name),
        href: naming.href(&line.person),
        kind: if several { line.kind.clone() } else { String::new() },
        because: if hidden { "Ask your manager.".to_owned() } else { line.because.clone() },
        verdict,
        when: when(line, today),
        worker: naming.worker_or(line.worker.as_deref().or(line.manager.as_deref()), "Nobody yet"),
        team: naming.worker_or(line.team.as_deref(), ""),
        next: next.filter(|_| !hidden),
    }
}

/// A wait is told in hours for a week, and then in days.
const HOURS_MOST: i64 = 168;

fn when(line: &Line, today: Date) -> When {
    if line.due.is_some() {
        return mine::due(today, line.due);
    }
    let Some(since) = line.since else { return When::new(Nearness::Plain, "", "") };
    let date = display::table_date(since);
    if let Some(hours) = line.hours.filter(|hours| *hours <= HOURS_MOST) {
        let unit = if hours == 1 { "hour" } else { "hours" };
        return When::new(Nearness::Plain, date, format!("{hours} {unit} waited"));
    }
    match (line.waited, line.value) {
        (Some(days), _) => When::new(
            Nearness::Plain,
            date,
            format!("{days} {} waited", if days == 1 { "day" } else { "days" }),
        ),
        (None, Some(lag)) => {
            When::new(Nearness::Plain, date, format!("{lag} {} on", if lag == 1 { "day" } else { "days" }))
        }
        (None, None) => When::new(Nearness::Plain, date, display::how_long_ago(today, since)),
    }
}

fn export(list: &List, lines: &[Line], naming: &Naming, today: Date) -> Response {
    let head = [
        "Person",
        "Name",
        "Kind",
        "Because",
        "Since",
        "Due",
        "Days waited",
        "Value in days",
        "Meets it",
        "Worker",
        "Team",
        "Manager",
        "Age",
    ];
    let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let row = |line: &Line| {
        let hidden = naming.hides(&line.person);
        let open = |words: &str| if hidden { String::new() } else { words.to_owned() };
        vec![
            open(&line.person),
            naming.child(&line.person, &line.name),
            line.kind.clone(),
            open(&line.because),
            text(line.since),
            text(line.due),
            number(line.waited),
            number(line.value),
            line.met.map(|met| if met { "yes" } else { "no" }.to_owned()).unwrap_or_default(),
            naming.worker_or(line.worker.as_deref(), ""),
            naming.worker_or(line.team.as_deref(), ""),
            naming.worker_or(line.manager.as_deref(), ""),
            line.age.unwrap_or_default().to_owned(),
        ]
    };
    super::csv::file(&format!("{}-{today}", list.name), &head, lines.iter().map(row))
}
