//! Plans of children: child protection, child in need and early help, each with when it is to be looked at again.

use chronology::EntryId;
use jiff::civil::Date;
use record::Timeline;
use rules::{Duty, early_help};
use rusqlite::{Connection, params};

use crate::ViewFault;

/// The timescale by which a protection plan is to be looked at again.
const REVIEW_CONFERENCE: &str = "cp-review-conference";

/// A plan of one child.
pub(crate) struct PlanRow {
    kind: &'static str,
    entry: EntryId,
    from: Date,
    to: Option<Date>,
    category: Option<&'static str>,
    review_on: Option<Date>,
}

/// Every plan of a person, past and present.
pub(crate) fn of(timeline: &Timeline, duties: &[Duty]) -> Vec<PlanRow> {
    let review = duties.iter().rfind(|duty| duty.timescale.id == REVIEW_CONFERENCE);
    let review = review.filter(|duty| duty.stopped_on().is_none());
    // Whoever turns 18 first, or whose plan ends first, is not looked at again.
    let review_conference = review
        .and_then(|duty| duty.due_on.filter(|due| duty.run.lapsed_on.is_none_or(|lapsed| *due < lapsed)));
    let protection = timeline.protection_plans.iter().map(|plan| PlanRow {
        kind: "child_protection",
        entry: plan.by,
        from: plan.span.from,
        to: plan.span.to,
        category: plan.category().map(|category| category.code()),
        review_on: review_conference.filter(|_| plan.span.open()),
    });
    let need = timeline.need_plans.iter().map(|plan| PlanRow {
        kind: "child_in_need",
        entry: plan.by,
        from: plan.span.from,
        to: plan.span.to,
        category: None,
        review_on: plan.looks().last().and_then(|(.., next)| *next).filter(|_| plan.span.open()),
    });
    let episodes = early_help::episodes(timeline);
    let early = episodes.iter().filter(|episode| episode.plan(timeline).is_some());
    let early = early.map(|episode| PlanRow {
        kind: "early_help",
        entry: episode.by,
        from: episode.span.from,
        to: episode.span.to,
        category: None,
        review_on: episode
            .looks(timeline)
            .last()
            .and_then(|(.., next)| *next)
            .filter(|_| episode.span.open()),
    });
    protection.chain(need).chain(early).collect()
}

/// Writes a person's plans.
pub(crate) fn write(plans: &[PlanRow], to: &Connection, key: i64) -> Result<(), ViewFault> {
    let mut put = to.prepare_cached("INSERT INTO plan VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for plan in plans {
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        let (from, end) = (plan.from.to_string(), text(plan.to));
        put.execute(params![
            key,
            plan.entry.to_string(),
            plan.kind,
            from,
            end,
            plan.category,
            text(plan.review_on)
        ])?;
    }
    Ok(())
}
