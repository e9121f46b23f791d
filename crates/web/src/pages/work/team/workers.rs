//! The workers of a team: their children one by one, weight, limit, visits, supervision.

use std::collections::BTreeMap;

use calendar::{display, periods, working_days};
use jiff::civil::Date;
use record::timeline::Stage;
use rules::timescales::timescale;
use views::{Caseload, ChildOnList, DutyRow};

use super::Worker;
use crate::App;
use crate::components::{Nearness, When};
use crate::problem::Problem;

/// “newly qualified, three fifths of full time”.
pub(crate) fn role(app: &App, member: &Caseload) -> String {
    let role =
        member.post.role.map(|role| app.practice.label("Role", record::Choices::code(role)).to_owned());
    let title = member.post.title.clone().or(role).or(member.worker.job.clone());
    let mut words = vec![title.unwrap_or_default()];
    if member.protected() {
        words.push("protected caseload".to_owned());
    }
    if let Some(part) = member.post.full_time_percent.filter(|part| *part < 100) {
        words.push(format!("{part}% of full time"));
    }
    words.retain(|word| !word.is_empty());
    words.join(", ")
}

/// Of some duties, those that a visit answers: how many of a worker's fall due within five working days, and how
/// many are overdue.
pub(crate) fn visits_due(worker: &str, duties: &[DutyRow], today: Date) -> (usize, usize) {
    let soon = working_days::add_working_days(today, 5);
    let visit =
        |duty: &DutyRow| timescale(&duty.timescale).is_some_and(|rule| rule.stopped_by == "visit.made");
    let theirs = duties.iter().filter(|duty| duty.worker.as_deref() == Some(worker) && visit(duty));
    let days: Vec<Date> = theirs.filter_map(|duty| duty.due_on).collect();
    let due = days.iter().filter(|due| today <= **due && **due <= soon).count();
    (due, days.iter().filter(|due| **due < today).count())
}

/// The rows of the table.
pub(super) fn rows(
    app: &App,
    members: &[Caseload],
    duties: &[DutyRow],
    today: Date,
) -> Result<Vec<Worker>, Problem> {
    let supervised = app.views.last_supervisions()?;
    let row = |member: &Caseload| {
        let id = member.worker.id.as_str();
        let (due, overdue) = visits_due(id, duties, today);
        Worker {
            name: member.worker.name.clone(),
            href: format!("/duties?worker={id}"),
            role: role(app, member),
            children: member.children.len(),
            standings: standings(&member.children),
            weight: member.weight(app.views.settings()),
            limit: member.limit(app.views.settings()),
            visits: if due == 0 { "None due this week".to_owned() } else { format!("{due} due this week") },
            visits_overdue: if overdue == 0 { String::new() } else { format!("{overdue} overdue") },
            supervision: supervision(app, supervised.get(id).copied(), member.children.is_empty(), today),
        }
    };
    Ok(members.iter().map(row).collect())
}

fn standings(children: &[ChildOnList]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for child in children {
        *counts.entry(child.card.stage.as_str()).or_default() += 1;
    }
    let order = [
        Stage::Protection,
        Stage::Enquiry,
        Stage::Assessment,
        Stage::InNeed,
        Stage::Referral,
        Stage::Contact,
    ];
    let words = order.iter().filter_map(|stage| {
        let count = counts.get(stage.label())?;
        Some(format!("{count} {}", stage.label().to_lowercase()))
    });
    words.collect::<Vec<_>>().join(", ")
}

fn supervision(app: &App, last: Option<Date>, no_children: bool, today: Date) -> When {
    let weeks = i32::try_from(app.views.settings().oversight_weeks(false)).unwrap_or(i32::MAX);
    match last {
        None if no_children => When::new(Nearness::Plain, "No children", ""),
        None => When::new(Nearness::Soon, "None", "no supervision is on any child’s record"),
        Some(day) => {
            let late = periods::add_weeks(day, weeks) < today;
            let nearness = if late { Nearness::Overdue } else { Nearness::Plain };
            When::new(nearness, display::table_date(day), display::how_long_ago(today, day))
        }
    }
}
