//! Risk and needs, counted line by line.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{AtDay, Line, OnDay, assessments, need_plan, open_since, protection_plan, worked_with_since};

fn weighs(line: &Line) -> bool {
    line.kind == "assessment.completed" && line.body.get("scale").is_some()
}

pub(crate) fn open_children_with_risk_assessment(lines: &[Line], day: Date) -> AtDay {
    let since = open_since(lines, day)?;
    assessments(lines).iter().find(|one| one.ended().is_some_and(|ended| since <= ended && ended <= day))?;
    let (mut weighed, mut waits) = (false, false);
    for line in lines.iter().filter(|line| since <= line.day && line.day <= day) {
        if weighs(line) {
            (weighed, waits) = (true, false);
        }
        waits |= line.kind == "risk.increased";
    }
    let planned = protection_plan(lines, day).is_some() || need_plan(lines, day);
    Some((weighed && !waits && planned, ""))
}

pub(crate) fn closures_with_better_outcomes(lines: &[Line]) -> Vec<OnDay> {
    let (mut start, mut all) = (None, Vec::new());
    for (place, line) in lines.iter().enumerate() {
        start = worked_with_since(&lines[..place], line.day).or(start);
        if line.kind != "closure.decided" {
            continue;
        }
        let from = start.unwrap_or(line.day);
        let said = lines[..=place].iter().filter(|one| one.kind == "outcome.rated" && one.day >= from);
        let mut last = std::collections::BTreeMap::new();
        for one in said {
            last.insert(one.says("need"), one.says("workers_rating"));
        }
        if !last.is_empty() {
            all.push((line.day, last.values().all(|rating| matches!(*rating, "met" | "better"))));
        }
    }
    all
}

/// Of a child's referrals, those within twelve months of an earlier one of the child's or, failing that, of the other
/// child of the home.
pub(crate) fn re_referrals_by_household(own: &[Line], other: &[Line]) -> Vec<OnDay> {
    let days = |lines: &[Line]| -> Vec<Date> {
        lines.iter().filter(|line| line.kind == "referral.received").map(|line| line.day).collect()
    };
    let (own, other) = (days(own), days(other));
    let recent = |before: &Date, on: Date| *before < on && before.checked_add(12.months()).unwrap() >= on;
    let again = |on: &Date| own.iter().chain(&other).any(|before| recent(before, *on));
    own.iter().map(|on| (*on, again(on))).collect()
}
