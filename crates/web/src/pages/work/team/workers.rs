//! The workers of a team: their children one by one, weight, limit, visits, supervision.

use std::collections::BTreeMap;

use calendar::{display, periods, working_days};
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{PersonCategory, PostFilled};
use record::timeline::Stage;
use rules::timescales::timescale;
use views::{Card, ChildOnList, DutyRow};

use super::Worker;
use super::weights::weight;
use crate::App;
use crate::components::{Nearness, When};
use crate::problem::Problem;

/// Somebody who holds a post in the team today.
pub(crate) struct Member {
    pub(super) card: Card,
    pub(crate) post: PostFilled,
    pub(super) registered: bool,
    pub(crate) children: Vec<ChildOnList>,
}

/// Everybody who holds a post in the team, with their children.
pub(crate) fn members(app: &App, team: &PersonId, today: Date) -> Result<Vec<Member>, Problem> {
    let mut members = Vec::new();
    for card in app.views.of_category(PersonCategory::Professional)? {
        let Ok(id) = PersonId::new(&card.id) else { continue };
        let timeline = app.views.folder().timeline(&id)?;
        let Some(post) = timeline.organisation.post_on(today) else { continue };
        if post.said.team.as_ref() != Some(team) {
            continue;
        }
        members.push(Member {
            post: post.said.clone(),
            registered: timeline.organisation.qualified_on(today),
            children: app.views.caseload(&card.id, today)?,
            card,
        });
    }
    members.sort_by(|a, b| b.weight().cmp(&a.weight()).then_with(|| a.card.name.cmp(&b.card.name)));
    Ok(members)
}

impl Member {
    /// The weight of their children together.
    pub(super) fn weight(&self) -> u32 {
        self.children.iter().map(|child| weight(&child.card.stage)).sum()
    }

    /// The most children they may have: the post's own limit, or the authority's by their hours.
    pub(crate) fn limit(&self, app: &App) -> u32 {
        let protected = self.post.protected_caseload == Some(true);
        let name = if protected { "caseload_protected_children" } else { "caseload_children" };
        let full = app.views.settings().limit(name);
        self.post
            .caseload_limit
            .unwrap_or_else(|| full.saturating_mul(self.post.full_time_percent.unwrap_or(100)) / 100)
    }

    /// “newly qualified, three fifths of full time”.
    pub(super) fn role(&self, app: &App) -> String {
        let role =
            self.post.role.map(|role| app.practice.label("Role", record::Choices::code(role)).to_owned());
        let mut words = vec![self.post.title.clone().or(role).or(self.card.job.clone()).unwrap_or_default()];
        if self.post.protected_caseload == Some(true) {
            words.push("protected caseload".to_owned());
        }
        if let Some(part) = self.post.full_time_percent.filter(|part| *part < 100) {
            words.push(format!("{part}% of full time"));
        }
        words.retain(|word| !word.is_empty());
        words.join(", ")
    }
}

/// The rows of the table.
pub(super) fn rows(
    app: &App,
    members: &[Member],
    duties: &[DutyRow],
    today: Date,
) -> Result<Vec<Worker>, Problem> {
    let supervised = app.views.last_supervisions()?;
    let soon = working_days::add_working_days(today, 5);
    let visit =
        |duty: &&DutyRow| timescale(&duty.timescale).is_some_and(|rule| rule.stopped_by == "visit.made");
    let row = |member: &Member| {
        let id = member.card.id.as_str();
        let mine: Vec<&DutyRow> =
            duties.iter().filter(visit).filter(|duty| duty.worker.as_deref() == Some(id)).collect();
        let due = mine.iter().filter(|d| d.due_on.is_some_and(|due| today <= due && due <= soon)).count();
        let overdue = mine.iter().filter(|d| d.due_on.is_some_and(|due| due < today)).count();
        Worker {
            name: member.card.name.clone(),
            href: format!("/duties?worker={id}"),
            role: member.role(app),
            children: member.children.len(),
            standings: standings(&member.children),
            weight: member.weight(),
            limit: member.limit(app),
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
