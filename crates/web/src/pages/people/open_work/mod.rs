//! What is open about one person: steps, limits, what the rules notice, drafts.

mod view;

pub use view::*;

use axum::extract::{Path, State};
use calendar::display;
use chronology::EntryId;
use jiff::civil::Date;
use maud::Markup;
use practice::{Happened, OpenStep, Question, QuestionKind};
use rules::DutyState;
use rules::timescales::{Counting, timescale};
use store::desk::SavedDraft;
use views::FindingRow;
use views::access::{action_for, may};

use super::reading::{Query, Reading, read};
use crate::App;
use crate::components::button::Button;
use crate::components::child_header::ChildPage;
use crate::components::task_table::{Task, TaskGroup};
use crate::components::{Nearness, When, Why};
use crate::pages::work::mine::{duty_task, finding_task};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Shows the page. Work is of now: a past moment has none.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    axum::extract::Query(query): Query,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &query).await?;
    Ok(view(&reading.frame(), &page(&reading)?))
}

fn page(reading: &Reading) -> Result<WorkPage, Problem> {
    let groups = if reading.moment.is_some() { Vec::new() } else { groups(reading)? };
    let count = |id: &str| groups.iter().find(|group| group.id == id).map_or(0, |group| group.tasks.len());
    let summary = match reading.moment {
        Some(_) => "What is open is shown only as it is now.".to_owned(),
        None => format!(
            "{} open steps, {} limits running, {} things noticed.",
            count("steps"),
            count("limits"),
            count("noticed")
        ),
    };
    Ok(WorkPage {
        child: reading.header(ChildPage::Work),
        initials: reading.initials(),
        as_at: reading.banner(ChildPage::Work),
        summary,
        groups,
        act: reading
            .may_record()
            .then(|| Button::primary("Start something", format!("{}/start", reading.href()))),
    })
}

fn groups(reading: &Reading) -> Result<Vec<TaskGroup>, Problem> {
    let (app, today) = (&reading.app, reading.today);
    let noticed = noticed(reading);
    let mut limits: Vec<(Option<Date>, Task)> = Vec::new();
    for duty in app.views.duties_of(&reading.pass)? {
        let waits = matches!(duty.state_on(today), Some(DutyState::Due | DutyState::Overdue));
        let deadline = timescale(&duty.timescale).is_some_and(|t| t.counting == Counting::Deadline);
        if waits && deadline {
            limits.push((duty.due_on, duty_task(app, &duty, today)));
        }
    }
    limits.sort_by_key(|(due, _)| (due.is_none(), *due));
    let limits = limits.into_iter().map(|(_, task)| task).collect();
    let drafts: Vec<SavedDraft> = app.desk.drafts_of(&reading.signed_in.who.person)?;
    let about = |draft: &&SavedDraft| {
        draft
            .about
            .as_array()
            .is_some_and(|ids| ids.iter().any(|id| id.as_str() == Some(reading.person().as_str())))
    };
    let drafts: Vec<Task> = drafts.iter().filter(about).map(|draft| draft_task(reading, draft)).collect();
    let group =
        |id: &str, heading: &str, second: &str, third: &str, tasks: Vec<Task>, empty: &str| TaskGroup {
            id: id.to_owned(),
            heading: heading.to_owned(),
            second: second.to_owned(),
            third: third.to_owned(),
            tasks,
            when_empty: empty.to_owned(),
        };
    let mut groups = vec![
        group("limits", "Limits running", "Why it is here", "Due", limits, "No limit is running."),
        group("steps", "Open steps", "Opened by", "Since", steps(reading), "No step is open."),
        group("noticed", "Noticed", "What was noticed", "Since", noticed, "The rules have noticed nothing."),
    ];
    if !drafts.is_empty() {
        groups.push(group("drafts", "Your drafts", "State", "Last saved", drafts, ""));
    }
    for group in &mut groups {
        for task in &mut group.tasks {
            // Every row is about the person whose page it is.
            task.who.clear();
        }
    }
    Ok(groups)
}

/// What the rules notice, a row a rule, each with the form that mends it.
fn noticed(reading: &Reading) -> Vec<Task> {
    let mut rules: Vec<Vec<FindingRow>> = Vec::new();
    for finding in reading.findings() {
        match rules.iter_mut().find(|known| known[0].finding == finding.finding) {
            Some(known) => known.push(finding),
            None => rules.push(vec![finding]),
        }
    }
    let task = |found: &Vec<FindingRow>| {
        let one = finding_task(&reading.app, &found[0], reading.today);
        let entry = found[0].entries.first();
        let href = entry.map_or_else(String::new, |id| format!("{}/timeline#e{id}", reading.href()));
        let why = (found.len() > 1).then(|| {
            let mut why = Why::titled(format!("All {}", found.len()), String::new());
            why.because = found.iter().map(|finding| finding.because.clone().into()).collect();
            why
        });
        Task { href, why, next: mend(reading, &found[0]).unwrap_or(one.next.clone()), ..one }
    };
    rules.iter().map(task).collect()
}

/// The form that mends a finding, with the entry that it is about already named where the form asks for one.
fn mend(reading: &Reading, finding: &FindingRow) -> Option<Button> {
    let form = reading.app.practice.forms_of_kind(finding.mend.as_deref()?).next()?;
    let asks = form.questions.iter().find(|question| question.kind == QuestionKind::Entry);
    let fits = |id: &&EntryId, question: &Question| {
        question.id == "entry"
            || reading.timeline().entry(**id).is_some_and(|entry| entry.event.kind().contains(&question.id))
    };
    let answer = asks.and_then(|question| {
        let entry = finding.entries.iter().find(|id| fits(id, question))?;
        Some((question.id.as_str(), entry.to_string()))
    });
    let answers: Vec<(&str, String)> = answer.into_iter().collect();
    Some(Button::secondary(form.title.clone(), reading.form(&form.id, &answers)))
}

/// The practice's open steps, each with the form that closes it.
fn steps(reading: &Reading) -> Vec<Task> {
    let events = Happened::all(reading.timeline());
    let practice = &reading.app.practice;
    let task = |open: &OpenStep| {
        let form = practice.form(&open.step.form);
        let kind = events[open.opened_by].kind;
        let title = record::kind_info(kind).map_or(kind, |info| info.title);
        let roles: Vec<String> =
            open.step.who.iter().map(|role| practice.label("Role", role).to_lowercase()).collect();
        let mine = form.is_some_and(|form| may(reading.signed_in.who.role, action_for(form.event.kind)));
        let next = match form.filter(|_| mine && reading.may_record()) {
            Some(form) => Button::secondary(form.title.clone(), reading.form(&form.id, &[])),
            None => Button::secondary("See it", format!("{}/timeline", reading.href())),
        };
        Task {
            what: open.step.title.clone(),
            href: String::new(),
            who: String::new(),
            why_here: format!("{title}, {}. For: {}.", display::full_date(open.since), roles.join(", "))
                .into(),
            why: None,
            when: When::new(
                Nearness::Plain,
                display::table_date(open.since),
                display::how_long_ago(reading.today, open.since),
            ),
            next,
        }
    };
    practice.open_steps(&events).iter().map(task).collect()
}

fn draft_task(reading: &Reading, draft: &SavedDraft) -> Task {
    let form = reading.app.practice.form(&draft.form);
    let wall = calendar::london::wall_clock(draft.saved_at);
    let href = crate::forms::draft_address(draft);
    Task {
        what: form.map_or_else(|| draft.form.clone(), |form| form.title.clone()),
        href: href.clone(),
        who: String::new(),
        why_here: "Not yet sent. Only you can see it.".into(),
        why: None,
        when: When::new(Nearness::Plain, display::weekday_date(wall.date()), display::time(wall.time())),
        next: Button::secondary("Go on", href),
    }
}
