//! The team by worker: children and weight, visits, supervision, what waits, and what if.

mod samples;
mod view;
mod what_if;
pub(crate) mod workers;

pub use samples::samples;
pub use view::*;
pub(crate) use what_if::workers_for;

use std::collections::{BTreeMap, HashMap};

use axum::extract::{Path, Query, State};
use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use maud::Markup;
use record::timeline::Organisation;
use views::{Awaiting, ChildOnList, DutyRow, FindingRow};

use crate::App;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::{Nearness, When, Why};
use crate::pages::asked::log_day;
use crate::pages::lists::catalogue::List;
use crate::pages::lists::may_see;
use crate::pages::naming::Naming;
use crate::problem::Problem;
use crate::session::SignedIn;

/// Most children in the list of those not seen for longest.
const UNSEEN_MAX: usize = 8;
/// Most lines of what waits.
const WAITING_MAX: usize = 20;

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    may_see(&signed_in)?;
    let team = PersonId::new(&id).map_err(|_| Problem::NotFound)?;
    let timeline = app.views.folder().timeline(&team)?;
    if timeline.organisation.team_name.is_none() {
        return Err(Problem::NotFound);
    }
    let naming = Naming::of(&app, &signed_in.who)?;
    let tried = query.get("try").map(String::as_str).unwrap_or_default();
    let page = page(&app, &team, &timeline.organisation, tried, &naming)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(
    app: &App,
    team: &PersonId,
    organisation: &Organisation,
    tried: &str,
    naming: &Naming,
) -> Result<TeamPage, Problem> {
    let today = app.today();
    let name = organisation.team_name.clone().unwrap_or_default();
    let children = app.views.team_children(team.as_str(), today)?;
    let duties = app.views.duties_open(None, Some(team.as_str()), today)?;
    let members = app.views.caseloads(Some(team), today)?;
    let unallocated = unallocated(app, team, naming, today)?;
    let with_worker = children.iter().filter(|child| child.card.worker.is_some()).count();
    let waiting = app.views.awaiting(None)?;
    let findings = app.views.findings_on(None, Some(team.as_str()), today)?;
    Ok(TeamPage {
        summary: format!(
            "{}. {} with a worker of this team, each counted alone; {} with nobody yet.",
            display::long_date(today),
            counted(with_worker),
            unallocated.len()
        ),
        name,
        shown: vec![
            Segment::new("By worker", format!("/teams/{team}"), true),
            Segment::new("Duties of each child", format!("/teams/{team}/duties"), false),
            Segment::new("Lists", "/lists?scope=team", false),
        ],
        closed: closed(app, organisation, today),
        unallocated_why: (!unallocated.is_empty()).then(unallocated_why),
        unallocated,
        what_if: what_if::what_if(app, team, &members, tried, naming)?,
        workers: workers::rows(app, &members, &duties, today)?,
        weight_why: Some(Why::titled(
            "How weight is counted",
            rules::caseload::weight_in_words(app.views.settings()),
        )),
        unseen: unseen(&children, naming, today),
        waiting: waits(app, &waiting, team, naming, today),
        noticed: noticed(&findings, team),
        ask: Vec::new(),
    })
}

fn counted(children: usize) -> String {
    if children == 1 { "1 child".to_owned() } else { format!("{children} children") }
}

/// For a team that is closed: since when, and the team that answers for its work now.
fn closed(app: &App, organisation: &Organisation, today: Date) -> Option<Prose> {
    if organisation.open.iter().any(|span| span.covers(today)) {
        return None;
    }
    let ended = organisation.open.last().and_then(|span| span.to);
    let since = ended.map(|day| format!("Since {}. ", display::full_date(day))).unwrap_or_default();
    Some(match &organisation.successor {
        Some(successor) => Prose::new()
            .text(format!("{since}Its work went to "))
            .link(format!("/teams/{successor}"), app.views.name(successor))
            .text("."),
        None => Prose::new()
            .text(format!("{since}No team is recorded as its successor: somebody must answer for its work.")),
    })
}

fn unallocated_why() -> Why {
    Why::titled(
        "Why these dates?",
        "A child has a named worker within a working day of the case opening, and again within a working day of a \
         worker leaving. Each child is counted; giving one child a worker does not clear a brother or sister.",
    )
}

/// Open children without a worker, in this team or in none.
fn unallocated(
    app: &App,
    team: &PersonId,
    naming: &Naming,
    today: Date,
) -> Result<Vec<Unallocated>, Problem> {
    let everybody = app.views.duties_open(None, None, today)?;
    let duty = |person: &str| everybody.iter().find(|d| d.person == person && d.timescale == "allocated");
    let findings = app.views.findings_on(None, None, today)?;
    let late = |person: &str| findings.iter().find(|f| f.person == person && f.finding == "unallocated");
    let children = app.views.unallocated(today)?;
    let here =
        children.iter().filter(|child| child.card.team.as_deref().is_none_or(|id| id == team.as_str()));
    let one = |child: &ChildOnList| {
        let id = &child.card.id;
        let hidden = naming.hides(id);
        Unallocated {
            name: naming.child(id, &child.card.name),
            forename: naming.child(id, &child.card.short_name),
            href: naming.href(id),
            age: if hidden {
                String::new()
            } else {
                child.card.age(today, app.leap_day()).unwrap_or_default()
            },
            needs: child.card.stage.clone(),
            by: by_when(duty(id), late(id), child.opened, today),
            seen: child
                .last_seen
                .map_or(Seen::Never, |day| Seen::On(display::table_date(day), String::new())),
            try_href: format!("/teams/{team}?try={id}#what-if"),
        }
    };
    Ok(here.map(one).collect())
}

fn by_when(duty: Option<&DutyRow>, late: Option<&FindingRow>, opened: Option<Date>, today: Date) -> When {
    if let Some(duty) = duty {
        return super::mine::due(today, duty.due_on);
    }
    if let Some(late) = late {
        let from = late.waited_from.map_or(late.since, |from| from.date());
        return When::new(
            Nearness::Overdue,
            display::table_date(late.since),
            format!("waiting since {}", display::full_date(from)),
        );
    }
    opened.map_or_else(
        || When::new(Nearness::Plain, "", ""),
        |day| {
            When::new(
                Nearness::Soon,
                display::table_date(day),
                format!("opened {}", display::how_long_ago(today, day)),
            )
        },
    )
}

/// Open children whom nobody has seen for longest; a child never seen stands first.
fn unseen(children: &[ChildOnList], naming: &Naming, today: Date) -> Vec<LogLine> {
    let mut open: Vec<&ChildOnList> = children.iter().filter(|child| child.opened.is_some()).collect();
    open.sort_by_key(|child| (child.last_seen, child.opened));
    let line = |child: &&ChildOnList| {
        let id = &child.card.id;
        let (day, words) = match child.last_seen {
            Some(day) => (day, format!(", {}", display::how_long_ago(today, day))),
            None => (child.opened.unwrap_or(today), ", never seen since the case opened".to_owned()),
        };
        let name = naming.child(id, &child.card.name);
        let (shown, whole) = log_day(day, today);
        let who =
            if naming.hides(id) { Prose::new().text(name) } else { Prose::new().link(naming.href(id), name) };
        let worker = naming.worker_or(child.card.worker.as_deref(), "no worker");
        LogLine::new(
            day.to_string(),
            shown,
            who.text(format!("{words}. {whole}").trim_end().to_owned()).quiet(format!(" ({worker})")),
        )
    };
    open.iter().take(UNSEEN_MAX).map(line).collect()
}

/// What waits for the team's manager.
fn waits(app: &App, waiting: &[Awaiting], team: &PersonId, naming: &Naming, today: Date) -> Vec<Prose> {
    let here =
        |one: &&Awaiting| one.team.as_deref() == Some(team.as_str()) && one.what != "assessment.completed";
    let line = |one: &Awaiting| {
        let title = record::kind_info(&one.what).map_or(one.what.as_str(), |info| info.title);
        let name = naming.child(&one.person, &one.name);
        let form = app.practice.forms_of_kind(&one.what).next();
        let words = format!("{title}: {name}");
        let first = match form.filter(|_| !naming.hides(&one.person)) {
            Some(form) => Prose::new().link(format!("/forms/{}?about={}", form.id, one.person), words),
            None => Prose::new().text(words),
        };
        first
            .text(format!(", since {}", display::how_long_ago(today, one.since)))
            .quiet(format!(", written by {}", naming.worker(&one.author)))
    };
    waiting.iter().filter(here).take(WAITING_MAX).map(line).collect()
}

/// What the rules notice about the team's children, the commonest kind first.
fn noticed(findings: &[FindingRow], team: &PersonId) -> Vec<(String, String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    findings.iter().for_each(|finding| *counts.entry(finding.finding.as_str()).or_default() += 1);
    let mut kinds: Vec<(String, String, usize)> = counts
        .into_iter()
        .map(|(id, count)| {
            let title = rules::findings::finding(id).map_or(id, |rule| rule.title);
            let list = List::of_finding(id).map_or("everything-noticed", |list| list.name);
            let kind = if list == "everything-noticed" {
                format!("&kind={}", crate::problem::urlencode(title))
            } else {
                String::new()
            };
            (title.to_owned(), format!("/lists/{list}?scope=service&team={team}{kind}"), count)
        })
        .collect();
    kinds.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
    kinds
}
