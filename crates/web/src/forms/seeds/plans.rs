//! A plan written again opens with what it said before, row by row.

use chronology::PersonId;
use practice::{Answer, Row};
use record::events::{ProtectionPlanRevised, SafetyGoalScaled};
use record::{Timeline, TimelineEntry};

use super::super::opening::Opened;
use super::{action_row, danger_row};

/// The dangers and actions of the last version, ready to be changed: a table is looked at row by row, so that
/// nothing is typed again and nothing stays unread.
pub(super) fn protection_plan(opened: &mut Opened) {
    let Some(about) = opened.people.first() else { return };
    let person = about.id.clone();
    let timeline = about.around.timeline.clone();
    let latest = latest_version(&timeline).map(|(_, plan)| plan.clone());
    let Some(plan) = latest.filter(|_| timeline.protection_plan_on(opened.today).is_some()) else { return };
    let scale = timeline.of::<SafetyGoalScaled>().last().and_then(|(_, scaled)| scaled.scale);
    let dangers: Vec<Row> =
        plan.dangers.iter().map(|danger| danger_row(danger, danger.scale.or(scale))).collect();
    let closed = |what: &Option<String>| {
        timeline.actions.iter().rev().any(|given| given.action.what == *what && given.ended().is_some())
    };
    let added: Vec<_> = timeline
        .actions
        .iter()
        .filter(|given| {
            given.ended().is_none() && !plan.actions.iter().any(|old| old.what == given.action.what)
        })
        .filter(|given| timeline.entry(given.by).is_some_and(|by| by.event.kind() == "core_group.held"))
        .map(|given| given.action.clone())
        .collect();
    let open = plan.actions.iter().filter(|action| !closed(&action.what)).chain(&added);
    let actions: Vec<Row> =
        open.map(|action| action_row(action, |owner: &PersonId| opened.name_of(owner))).collect();
    opened.seed(Some(&person), "dangers", Answer::Rows(dangers));
    opened.seed(Some(&person), "actions", Answer::Rows(actions));
    let me = opened.signed_in.who.person.to_string();
    opened.seed(Some(&person), "written_by", Answer::One(me));
}

/// The version to approve is the latest.
pub(super) fn approval(opened: &mut Opened) {
    let Some(about) = opened.people.first() else { return };
    let person = about.id.clone();
    let latest = latest_version(&about.around.timeline).map(|(entry, _)| entry.id.to_string());
    opened.seed(Some(&person), "revision", Answer::One(latest.unwrap_or_default()));
}

/// The version written last: of two written on one day at no known time, the one recorded later.
pub(crate) fn latest_version(timeline: &Timeline) -> Option<(&TimelineEntry, &ProtectionPlanRevised)> {
    timeline.of::<ProtectionPlanRevised>().max_by_key(|(entry, _)| (entry.day(), entry.id))
}
