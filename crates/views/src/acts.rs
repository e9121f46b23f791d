//! What managers did on children's records: sign-offs, returns, decisions, supervision; and what waits for them.

use chronology::{EntryId, Occurred, PersonId};
use jiff::civil::Date;
use record::events::{ManagementDecisionMade, SupervisionHeld};
use record::{Choices, Timeline};
use rusqlite::{Connection, params};

use crate::ViewFault;

/// One act of a manager about one child.
pub(crate) struct Act {
    entry: EntryId,
    kind: &'static str,
    on: Date,
    by: Option<PersonId>,
    worker: Option<PersonId>,
    said: Option<String>,
    grade: Option<String>,
}

/// Every act on a person's record, in no particular order.
pub(crate) fn of(timeline: &Timeline) -> Vec<Act> {
    let author = |id: EntryId| timeline.entry(id).map(|entry| entry.author().clone());
    let worker = |day: Date| timeline.allocation_on(day).and_then(|a| a.worker.clone());
    let act = |entry: EntryId, kind: &'static str, on: Date, by: Option<PersonId>, said: Option<String>| {
        Act { entry, kind, on, by: by.or_else(|| author(entry)), worker: worker(on), said, grade: None }
    };
    let mut acts = Vec::new();
    for assessment in &timeline.assessments {
        if let Some(signed) = &assessment.signed_off {
            let grade = signed.grade.map(|grade| grade.label().to_owned());
            let (by, said) = (signed.decided_by.clone(), signed.comment.clone());
            acts.push(Act { grade, ..act(signed.by, "assessment.signed_off", signed.at.date(), by, said) });
        }
        acts.extend(assessment.returned.iter().map(|back| {
            act(back.by, "assessment.returned", back.at.date(), back.decided_by.clone(), back.comment.clone())
        }));
    }
    acts.extend(timeline.of::<ManagementDecisionMade>().map(|(entry, e)| {
        act(entry.id, "management_decision.made", entry.day(), e.decided_by.clone(), e.challenge.clone())
    }));
    acts.extend(timeline.of::<SupervisionHeld>().map(|(entry, e)| {
        act(entry.id, "supervision.held", entry.day(), e.manager.clone(), e.direction.clone())
    }));
    acts
}

/// What it waits for, since when, the entry that waits, and who wrote that.
pub(crate) type Waiting = (&'static str, Occurred, EntryId, PersonId);

/// Work that waits for a manager: an assessment for sign-off, a plan for approval.
pub(crate) fn awaiting(timeline: &Timeline) -> Vec<Waiting> {
    let author = |id: EntryId| timeline.entry(id).map(|entry| entry.author().clone());
    let mut awaiting = Vec::new();
    for assessment in timeline.assessments.iter().filter(|assessment| assessment.awaits_sign_off()) {
        if let Some((id, at, _)) = &assessment.completed
            && let Some(author) = author(*id)
        {
            awaiting.push(("assessment.signed_off", *at, *id, author));
        }
    }
    for assessment in &timeline.assessments {
        let returned = assessment
            .returned
            .last()
            .filter(|_| !assessment.awaits_sign_off() && assessment.signed_off.is_none());
        if let Some(returned) = returned
            && let Some((id, _, _)) = &assessment.completed
            && let Some(author) = author(*id)
        {
            awaiting.push(("assessment.completed", returned.at, returned.by, author));
        }
    }
    for plan in timeline.protection_plans.iter().filter(|plan| plan.span.open()) {
        if let Some((id, at, _)) = plan.versions.last()
            && plan.approvals.last().is_none_or(|approval| approval.version != Some(*id))
            && let Some(author) = author(*id)
        {
            awaiting.push(("child_protection_plan.approved", *at, *id, author));
        }
    }
    awaiting
}

/// Writes a person's acts.
pub(crate) fn write(acts: &[Act], to: &Connection, key: i64) -> Result<(), ViewFault> {
    let mut put = to.prepare_cached("INSERT INTO oversight VALUES (?1,?2,?3,?4,?5,?6,?7,?8)")?;
    for act in acts {
        put.execute(params![
            key,
            act.entry.to_string(),
            act.kind,
            act.on.to_string(),
            act.by.as_ref().map(PersonId::as_str),
            act.worker.as_ref().map(PersonId::as_str),
            act.said,
            act.grade
        ])?;
    }
    Ok(())
}
