//! What a worker has to do.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use record::Choices;
use record::events::{Agency, Role};
use rules::timescales::{Counting, timescale};
use views::{Awaiting, DutyRow, FindingRow, OwnChild};

use crate::App;
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::task_table::{Task, TaskGroup};
use crate::components::{Nearness, When, Why};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Most rows of one group: what is most urgent comes first, and the child's own page has the rest.
const ROWS_MAX: u32 = 25;

/// How far ahead “this week” looks.
const WEEK_WORKING_DAYS: i32 = 5;

/// Shows the page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    // The chair of the safeguarding board has no children: what waits for the chair is what agencies dispute.
    if signed_in.who.role == Role::BoardChair {
        return Ok(Redirect::to("/disagreements").into_response());
    }
    let page = page(&app, &signed_in, query.get("by").map_or("date", String::as_str))?;
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

fn page(app: &App, signed_in: &SignedIn, by: &str) -> Result<WorkPage, Problem> {
    let (me, today) = (signed_in.who.person.as_str(), app.today());
    let children = app.views.own_children(me)?;
    let soon = calendar::working_days::add_working_days(today, WEEK_WORKING_DAYS);
    let duties = app.views.duties_due_by(me, today, soon)?;
    let (now, week) = near(&duties, by, today);
    let mut groups = due_groups(app, &now, &week, today);
    let waiting = awaiting_tasks(app, signed_in, today)?;
    if !waiting.is_empty() || signed_in.who.role.is_manager() {
        let empty = "Nothing waits for you to sign off.";
        groups.push(group("waiting", "Waiting for you", ["What it is", "Since"], empty, waiting));
    }
    // A health lead answers for health wherever it stayed away.
    let leads = (signed_in.who.role == Role::HealthLead).then(|| Agency::Health.code());
    let findings = app.views.findings_before(me, leads, today, ROWS_MAX)?;
    let noticed = findings.iter().map(|finding| finding_task(app, finding, today)).collect();
    let empty = "The rules have noticed nothing about the children you answer for.";
    groups.push(group("noticed", "Noticed", ["What was noticed", "Since"], empty, noticed));
    let drafts = draft_tasks(app, signed_in)?;
    if !drafts.is_empty() {
        groups.push(group("drafts", "Drafts", ["State", "Last saved"], "", drafts));
    }
    let ways = [("By date", "date"), ("By child", "child"), ("By kind", "kind")];
    Ok(WorkPage {
        summary: summary(today, now.len(), week.len()),
        grouped: ways.map(|(words, way)| Segment::new(words, format!("/work?by={way}"), way == by)).into(),
        groups,
        children: children.len(),
        families: families(&children, today),
        done: Vec::new(),
        cover: Prose::new(),
    })
}

/// What is due by today, and what falls due later in the week, each in the order asked for.
fn near<'a>(duties: &'a [DutyRow], by: &str, today: Date) -> (Vec<&'a DutyRow>, Vec<&'a DutyRow>) {
    let deadline =
        |duty: &&DutyRow| timescale(&duty.timescale).is_some_and(|t| t.counting == Counting::Deadline);
    let by_today = |duty: &&DutyRow| duty.due_on.is_some_and(|due| due <= today);
    let (mut now, mut week): (Vec<&DutyRow>, Vec<&DutyRow>) =
        duties.iter().filter(deadline).partition(by_today);
    sort(&mut now, by);
    sort(&mut week, by);
    (now, week)
}

fn due_groups(app: &App, now: &[&DutyRow], week: &[&DutyRow], today: Date) -> Vec<TaskGroup> {
    let tasks =
        |duties: &[&DutyRow]| together(duties).iter().map(|one| family_task(app, one, today)).collect();
    let heads = ["Why it is here", "Due"];
    vec![
        group("now", "Now", heads, "Nothing is due today, and nothing is late.", tasks(now)),
        group("week", "This week", heads, "Nothing falls due this week.", tasks(week)),
    ]
}

/// The same thing due on the same day for brothers and sisters is one row that names each of them.
fn together<'a>(duties: &[&'a DutyRow]) -> Vec<Vec<&'a DutyRow>> {
    let mut groups: Vec<Vec<&DutyRow>> = Vec::new();
    for duty in duties {
        let same = |group: &&mut Vec<&DutyRow>| {
            let first = group[0];
            first.timescale == duty.timescale
                && first.due_on == duty.due_on
                && first.worker == duty.worker
                && surname(&first.name) == surname(&duty.name)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(duty),
            None => groups.push(vec![duty]),
        }
    }
    groups
}

/// A duty for one child or several as a row of work: each child is named and counted.
fn family_task(app: &App, duties: &[&DutyRow], today: Date) -> Task {
    let mut task = duty_task(app, duties[0], today);
    if duties.len() > 1 {
        let names: Vec<&str> = duties.iter().map(|duty| duty.name.as_str()).collect();
        let ids: Vec<&str> = duties.iter().map(|duty| duty.person.as_str()).collect();
        task.who = format!("{} children: {}", names.len(), names.join(", "));
        task.next.href = task
            .next
            .href
            .replace(&format!("about={}", duties[0].person), &format!("about={}", ids.join(",")));
    }
    task
}

fn summary(today: Date, now: usize, week: usize) -> String {
    let things = |count: usize| match count {
        0 => "Nothing".to_owned(),
        1 => "One thing".to_owned(),
        many => format!("{many} things"),
    };
    let needs = if now > 1 { "need" } else { "needs" };
    let more = match week {
        0 => String::new(),
        1 => "; one more this week".to_owned(),
        many => format!("; {many} more this week"),
    };
    format!("{}. {} {needs} you now{more}.", display::long_date(today), things(now))
}

fn sort(duties: &mut [&DutyRow], by: &str) {
    match by {
        "child" => duties.sort_by(|a, b| a.name.cmp(&b.name).then(a.due_on.cmp(&b.due_on))),
        "kind" => duties.sort_by(|a, b| a.timescale.cmp(&b.timescale).then(a.due_on.cmp(&b.due_on))),
        _ => duties.sort_by(|a, b| a.due_on.cmp(&b.due_on).then(a.name.cmp(&b.name))),
    }
}

fn group(
    id: &str,
    heading: &str,
    [second, third]: [&str; 2],
    when_empty: &str,
    mut tasks: Vec<Task>,
) -> TaskGroup {
    tasks.truncate(ROWS_MAX as usize);
    TaskGroup {
        id: id.to_owned(),
        heading: heading.to_owned(),
        second: second.to_owned(),
        third: third.to_owned(),
        tasks,
        when_empty: when_empty.to_owned(),
    }
}

/// The date of a duty, with what it means today.
pub(crate) fn due(today: Date, due: Option<Date>) -> When {
    let Some(due) = due else {
        return When::new(Nearness::Plain, "Time not recorded", "nobody can say when it was due");
    };
    let nearness = match calendar::working_days::working_days_between(today, due) {
        _ if due < today => Nearness::Overdue,
        _ if due == today => Nearness::Today,
        ..=2 => Nearness::Soon,
        _ => Nearness::Plain,
    };
    // A day of another year says which.
    let date = if due.year() == today.year() { display::weekday_date(due) } else { display::table_date(due) };
    When::new(nearness, date, display::how_far_off(today, due))
}

/// A duty as a row of work: what, for whom, by when, why, and the form that does it.
pub(crate) fn duty_task(app: &App, duty: &DutyRow, today: Date) -> Task {
    let known = timescale(&duty.timescale);
    let title = known.map_or(duty.timescale.as_str(), |t| t.title);
    let person = format!("/people/{}", duty.person);
    let form = known.and_then(|t| app.practice.forms_of_kind(t.stopped_by).next());
    let next = match form {
        Some(form) => Button {
            primary: false,
            ..Button::primary(form.title.clone(), format!("/forms/{}?about={}", form.id, duty.person))
        },
        None => Button::secondary("Open", person.clone()),
    };
    Task {
        what: title.to_owned(),
        href: person,
        who: duty.name.clone(),
        why_here: known.map_or_else(Prose::new, |t| {
            format!("Counted from {}, {}.", t.starts, display::weekday_date(duty.started_on)).into()
        }),
        why: Some(Why::new(format!("is “{title}” due for {}", duty.name), duty.because.clone())),
        when: due(today, duty.due_on),
        next,
    }
}

/// A finding as a row of work: what was noticed and what would mend it.
pub(crate) fn finding_task(app: &App, finding: &FindingRow, today: Date) -> Task {
    let title =
        rules::findings::finding(&finding.finding).map_or(finding.finding.as_str(), |rule| rule.title);
    let person = format!("/people/{}", finding.person);
    let form = finding.mend.as_deref().and_then(|kind| app.practice.forms_of_kind(kind).next());
    let next = match form {
        Some(form) => {
            Button::secondary(form.title.clone(), format!("/forms/{}?about={}", form.id, finding.person))
        }
        None => Button::secondary("Open", person.clone()),
    };
    Task {
        what: title.to_owned(),
        href: person,
        who: finding.name.clone(),
        why_here: finding.because.clone().into(),
        why: None,
        when: When::new(
            Nearness::Plain,
            display::weekday_date(finding.since),
            display::how_long_ago(today, finding.since),
        ),
        next,
    }
}

fn awaiting_tasks(app: &App, signed_in: &SignedIn, today: Date) -> Result<Vec<Task>, Problem> {
    let who = &signed_in.who;
    let mut waiting: Vec<Awaiting> = app.views.returned_to(who.person.as_str())?;
    if matches!(who.role, Role::TeamManager | Role::FrontDoorManager) {
        let mine = app.views.awaiting(Some(who.person.as_str()))?;
        waiting.extend(
            mine.into_iter()
                .filter(|one| one.author != who.person.as_str() && one.what != "assessment.completed"),
        );
    }
    let mut seen = BTreeSet::new();
    waiting.retain(|one| seen.insert((one.person.clone(), one.what.clone())));
    let task = |one: &Awaiting| {
        let title = record::kind_info(&one.what).map_or(one.what.as_str(), |info| info.title);
        let form = app.practice.forms_of_kind(&one.what).next().map(|form| form.id.clone());
        let returned = one.what == "assessment.completed";
        let words = if returned { "Sent back to you" } else { "Waits for your decision" };
        let href = form.map_or_else(
            || format!("/people/{}", one.person),
            |form| format!("/forms/{form}?about={}", one.person),
        );
        let author = PersonId::new(&one.author).map(|id| app.views.name(&id)).unwrap_or_default();
        Task {
            what: if returned { "Mend the assessment".to_owned() } else { title.to_owned() },
            href: format!("/people/{}", one.person),
            who: one.name.clone(),
            why_here: format!("{words}. Written by {author}.").into(),
            why: None,
            when: When::new(
                Nearness::Plain,
                display::weekday_date(one.since),
                display::how_long_ago(today, one.since),
            ),
            next: Button::primary(if returned { "Open" } else { "Read and decide" }, href),
        }
    };
    Ok(waiting.iter().map(task).collect())
}

fn draft_tasks(app: &App, signed_in: &SignedIn) -> Result<Vec<Task>, Problem> {
    let drafts = app.desk.drafts_of(&signed_in.who.person)?;
    let task = |draft: &store::desk::SavedDraft| {
        let href = crate::forms::draft_address(draft);
        let about: Vec<String> = serde_json::from_value(draft.about.clone()).unwrap_or_default();
        let names: Vec<String> =
            about.iter().filter_map(|id| PersonId::new(id).ok()).map(|id| app.views.name(&id)).collect();
        let title = app.practice.form(&draft.form).map_or(draft.form.as_str(), |form| form.title.as_str());
        let local = calendar::london::wall_clock(draft.saved_at);
        Task {
            what: title.to_owned(),
            href: href.clone(),
            who: names.join(", "),
            why_here: "Not yet sent. Only you can see it.".into(),
            why: None,
            when: When::new(
                Nearness::Plain,
                display::weekday_date(local.date()),
                display::time(local.time()),
            ),
            next: Button::secondary("Go on", href),
        }
    };
    Ok(drafts.iter().map(task).collect())
}

/// The worker's children by family: the count is of children, the grouping a convenience.
fn families(children: &[OwnChild], today: Date) -> Vec<MyFamily> {
    let mut families: BTreeMap<String, Vec<&OwnChild>> = BTreeMap::new();
    for child in children {
        families.entry(child.household.clone().unwrap_or_else(|| child.id.clone())).or_default().push(child);
    }
    let family = |children: &Vec<&OwnChild>| {
        let mut names: Vec<String> = children.iter().map(|child| surname(&child.name)).collect();
        names.sort();
        names.dedup();
        let count =
            if children.len() == 1 { "1 child".to_owned() } else { format!("{} children", children.len()) };
        let last = children.iter().map(|child| child.last_seen).min().flatten();
        MyFamily {
            name: names.join(" and "),
            href: format!("/people/{}", children[0].id),
            standing: format!("{count}, {}", children[0].stage.to_lowercase()),
            last_seen: last.map_or_else(
                || "Never".to_owned(),
                |day| if day == today { "Today".to_owned() } else { display::table_date(day) },
            ),
        }
    };
    let mut all: Vec<MyFamily> = families.values().map(family).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn surname(name: &str) -> String {
    name.rsplit_once(' ').map_or(name, |(_, last)| last).to_owned()
}
