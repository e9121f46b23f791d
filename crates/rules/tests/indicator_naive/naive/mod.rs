//! Figures computed again, as simply as can be: by walking the lines of a record from its first to its last,
//! with no timeline, no spans and no timescales.

mod channel;
mod early_help;
mod need;

pub(crate) use channel::*;
pub(crate) use early_help::*;
pub(crate) use need::*;

use calendar::working_days::is_working_day;
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

/// One line of a child's record.
pub(crate) struct Line {
    pub(crate) day: Date,
    pub(crate) kind: String,
    pub(crate) body: Value,
}

impl Line {
    fn says(&self, field: &str) -> &str {
        self.body.get(field).and_then(Value::as_str).unwrap_or_default()
    }
}

/// A case of a period: its day, whether it meets the condition.
pub(crate) type OnDay = (Date, bool);
/// How a child counts at the end of a day: whether the condition is met, and the group; `None`: not in.
pub(crate) type AtDay = Option<(bool, &'static str)>;

fn working_days_after(start: Date, end: Date) -> i32 {
    let mut day = start;
    let mut count = 0;
    while day < end {
        day = day.tomorrow().unwrap();
        count += i32::from(is_working_day(day));
    }
    count
}

fn grown_up(lines: &[Line], day: Date) -> bool {
    let born = lines.iter().map(|line| line.says("date_of_birth")).find(|text| !text.is_empty());
    let born: Option<Date> = born.map(|text| text.parse().unwrap());
    born.is_some_and(|born| {
        (born.year() + 18, born.month(), born.day()) <= (day.year(), day.month(), day.day())
    })
}

/// Since when the child has been open at the end of a day.
fn open_since(lines: &[Line], day: Date) -> Option<Date> {
    worked_with_since(lines, day).filter(|_| !grown_up(lines, day))
}

/// Since when the service has worked with somebody at the end of a day, child or not.
fn worked_with_since(lines: &[Line], day: Date) -> Option<Date> {
    let (mut open, mut undecided) = (None, 0);
    for line in lines.iter().filter(|line| line.day <= day) {
        let opens = match line.kind.as_str() {
            "referral.received" => {
                undecided += 1;
                false
            }
            "referral.decided" => {
                let answered = undecided > 0;
                undecided = (undecided - 1).max(0);
                answered && line.says("outcome") == "assessment"
            }
            "assessment.started"
            | "section_47_enquiry.started"
            | "child_protection_plan.started"
            | "child_in_need_plan.agreed" => true,
            _ => false,
        };
        if opens && open.is_none() {
            open = Some(line.day);
        }
        if line.kind == "closure.decided" {
            open = None;
        }
    }
    open
}

struct Plan {
    since: Date,
    category: &'static str,
}

fn category(code: &str) -> &'static str {
    match code {
        "NEG" => "Neglect",
        "EMO" => "Emotional abuse",
        "PHY" => "Physical abuse",
        _ => "",
    }
}

fn protection_plan(lines: &[Line], day: Date) -> Option<Plan> {
    let mut plan: Option<Plan> = None;
    for line in lines.iter().filter(|line| line.day <= day) {
        match line.kind.as_str() {
            "child_protection_plan.started" => {
                let since = plan.as_ref().map_or(line.day, |plan| plan.since);
                plan = Some(Plan { since, category: category(line.says("category")) });
            }
            "child_protection_plan.category_changed" => {
                if let Some(plan) = &mut plan {
                    plan.category = category(line.says("category"));
                }
            }
            "child_protection_plan.ended" => plan = None,
            _ => {}
        }
    }
    plan.filter(|_| !grown_up(lines, day))
}

fn need_plan(lines: &[Line], day: Date) -> bool {
    let mut on = false;
    for line in lines.iter().filter(|line| line.day <= day) {
        match line.kind.as_str() {
            "child_in_need_plan.agreed" => on = true,
            "child_in_need_plan.ended" | "child_protection_plan.started" | "closure.decided" => on = false,
            _ => {}
        }
    }
    on
}

#[derive(Clone)]
struct Assessment {
    started: Date,
    core: bool,
    completed: Option<Date>,
    signed: Option<Date>,
}

impl Assessment {
    fn ended(&self) -> Option<Date> {
        if self.core { self.completed } else { self.signed }
    }

    fn limit(&self) -> i32 {
        if self.core { 35 } else { 45 }
    }
}

/// Assessments, as known now: one completed again was completed on the later day. What is completed or signed
/// is the latest begun that is not signed yet.
fn assessments(lines: &[Line]) -> Vec<Assessment> {
    let mut all: Vec<Assessment> = Vec::new();
    for line in lines {
        if line.kind == "assessment.started" {
            let core = line.says("assessment_type") == "core";
            all.push(Assessment { started: line.day, core, completed: None, signed: None });
        }
        let Some(running) = all.iter_mut().rev().find(|one| one.signed.is_none()) else { continue };
        match line.kind.as_str() {
            "assessment.completed" => running.completed = Some(line.day),
            "assessment.signed_off" => running.signed = Some(line.day),
            _ => {}
        }
    }
    all
}

pub(crate) fn unallocated_children(lines: &[Line], day: Date) -> AtDay {
    let mut worker = false;
    for line in lines.iter().filter(|line| line.day <= day) {
        match line.kind.as_str() {
            "allocation.started" => worker = true,
            "allocation.ended" | "closure.decided" => worker = false,
            _ => {}
        }
    }
    open_since(lines, day).filter(|_| !worker).map(|_| (true, ""))
}

/// Who carries an open child: the last worker allocated and not taken off again.
pub(crate) fn carried_by(lines: &[Line], day: Date) -> AtDay {
    let mut worker = None;
    for line in lines.iter().filter(|line| line.day <= day) {
        match line.kind.as_str() {
            "allocation.started" => {
                worker = ["hannah", "sam"].into_iter().find(|name| *name == line.says("worker"))
            }
            "allocation.ended" | "closure.decided" => worker = None,
            _ => {}
        }
    }
    open_since(lines, day).and(worker).map(|worker| (true, worker))
}

pub(crate) fn children_in_need_at_date(lines: &[Line], day: Date) -> AtDay {
    open_since(lines, day).map(|_| (true, ""))
}

pub(crate) fn child_protection_plans_at_date(lines: &[Line], day: Date) -> AtDay {
    protection_plan(lines, day).map(|_| (true, ""))
}

pub(crate) fn child_protection_plans_by_category(lines: &[Line], day: Date) -> AtDay {
    protection_plan(lines, day).map(|plan| (true, plan.category))
}

pub(crate) fn long_child_protection_plans(lines: &[Line], day: Date) -> AtDay {
    let plan = protection_plan(lines, day)?;
    let older = |years: i16| {
        (plan.since.year() + years, plan.since.month(), plan.since.day())
            < (day.year(), day.month(), day.day())
    };
    if older(2) { Some((true, "Over 24 months")) } else { older(1).then_some((true, "Over 12 months")) }
}

pub(crate) fn assessments_overdue(lines: &[Line], day: Date) -> AtDay {
    let closed_since =
        |started| lines.iter().any(|l| l.kind == "closure.decided" && started < l.day && l.day <= day);
    let late = |one: &Assessment| {
        // Past the limit: the last working day it had is before the day.
        let mut due = one.started;
        let mut left = one.limit();
        while left > 0 {
            due = due.tomorrow().unwrap();
            left -= i32::from(is_working_day(due));
        }
        one.ended().is_none_or(|ended| ended > day) && due < day && !closed_since(one.started)
    };
    let late = assessments(lines).iter().any(late);
    (late && !grown_up(lines, day)).then_some((true, ""))
}

pub(crate) fn children_without_own_plan(lines: &[Line], day: Date) -> AtDay {
    let since = open_since(lines, day)?;
    let assessed =
        assessments(lines).iter().any(|one| one.ended().is_some_and(|ended| since <= ended && ended <= day));
    let planned = protection_plan(lines, day).is_some() || need_plan(lines, day);
    (assessed && !planned).then_some((true, ""))
}

pub(crate) fn chronology_reviewed(lines: &[Line], day: Date) -> AtDay {
    let since = open_since(lines, day)?;
    let reviews = lines.iter().filter(|line| line.kind == "chronology.reviewed" && line.day <= day);
    let last = reviews.map(|line| line.day).filter(|review| *review >= since).max().unwrap_or(since);
    Some((day <= last.checked_add(6.months()).unwrap(), ""))
}

pub(crate) fn contacts_decided_in_one_working_day(lines: &[Line]) -> Vec<OnDay> {
    decided_contacts(lines)
        .into_iter()
        .map(|(received, decided)| {
            let in_time = |line: &&Line| working_days_after(received, line.day) <= 1;
            (received, decided.as_ref().is_some_and(in_time))
        })
        .collect()
}

pub(crate) fn contact_to_referral_conversion(lines: &[Line]) -> Vec<OnDay> {
    let decided = decided_contacts(lines).into_iter().filter_map(|(_, decided)| decided);
    decided.map(|line| (line.day, line.says("outcome") == "referral")).collect()
}

/// Contacts with their decisions: a decision is about the latest contact that awaits one.
fn decided_contacts(lines: &[Line]) -> Vec<(Date, Option<&Line>)> {
    let mut contacts: Vec<(Date, Option<&Line>)> = Vec::new();
    for line in lines {
        match line.kind.as_str() {
            "contact.received" => contacts.push((line.day, None)),
            "contact.decided" => {
                if let Some(waiting) = contacts.iter_mut().rev().find(|(_, decided)| decided.is_none()) {
                    waiting.1 = Some(line);
                }
            }
            _ => {}
        }
    }
    contacts
}

pub(crate) fn decisions_with_reason_and_history(lines: &[Line]) -> Vec<OnDay> {
    let decisions = lines.iter().filter(|line| line.kind == "contact.decided");
    decisions
        .map(|l| (l.day, !l.says("reason").is_empty() && !l.says("history_weighed").is_empty()))
        .collect()
}

pub(crate) fn re_referrals(lines: &[Line]) -> Vec<OnDay> {
    let days: Vec<Date> = lines.iter().filter(|l| l.kind == "referral.received").map(|l| l.day).collect();
    let again =
        |day: &Date| days.iter().any(|other| other < day && other.checked_add(12.months()).unwrap() >= *day);
    days.iter().map(|day| (*day, again(day))).collect()
}

pub(crate) fn repeat_child_protection_plans(lines: &[Line]) -> Vec<OnDay> {
    let (mut running, mut earlier, mut all) = (false, false, Vec::new());
    for line in lines {
        match line.kind.as_str() {
            "child_protection_plan.started" if !running => {
                all.push((line.day, earlier));
                running = true;
            }
            "child_protection_plan.ended" if running => {
                running = false;
                earlier = true;
            }
            _ => {}
        }
    }
    all
}

pub(crate) fn assessments_in_45_working_days(lines: &[Line]) -> Vec<OnDay> {
    let done = assessments(lines).into_iter().filter_map(|one| {
        let completed = one.completed?;
        let ended = one.ended().unwrap_or(completed);
        Some((completed, working_days_after(one.started, ended) <= one.limit()))
    });
    done.collect()
}

pub(crate) fn assessments_returned(lines: &[Line]) -> Vec<OnDay> {
    let mut waiting = 0;
    let mut all = Vec::new();
    for line in lines {
        match line.kind.as_str() {
            "assessment.started" => waiting += 1,
            "assessment.signed_off" => waiting = (waiting - 1).max(0),
            "assessment.returned" if waiting > 0 => all.push((line.day, true)),
            _ => {}
        }
    }
    all
}

pub(crate) fn strategy_discussions_quorate(lines: &[Line]) -> Vec<OnDay> {
    let there = |line: &Line, agency: &str| {
        let list = line.body.get("attendance").and_then(Value::as_array).cloned().unwrap_or_default();
        list.iter().any(|one| {
            one["agency"] == agency && (one["presence"] == "present" || one["presence"] == "remote")
        })
    };
    let held = lines.iter().filter(|line| line.kind == "strategy_discussion.held");
    held.map(|l| (l.day, ["social_care", "police", "health"].iter().all(|agency| there(l, agency)))).collect()
}

/// Core groups due for the first time under a plan, where neither the case nor the plan was over by then: ten
/// working days from the conference before the plan, else from its start.
pub(crate) fn first_core_groups(lines: &[Line]) -> Vec<OnDay> {
    let mut all = Vec::new();
    let mut last_end = Date::MIN;
    for (start, _) in repeat_child_protection_plans(lines) {
        let after = |kind: &'static str, from: Date| {
            lines.iter().filter(move |line| line.kind == kind && line.day >= from).map(|line| line.day)
        };
        let opened = lines
            .iter()
            .filter(|l| l.kind == "conference.held" && l.says("conference_type") == "initial")
            .map(|line| line.day)
            .filter(|day| last_end <= *day && *day <= start)
            .max()
            .unwrap_or(start);
        let plan_over = after("child_protection_plan.ended", start).min();
        let over = after("closure.decided", start).chain(plan_over).chain(adult_on(lines)).min();
        let met =
            after("core_group.held", opened).min().filter(|day| plan_over.is_none_or(|end| *day <= end));
        let mut due = opened;
        while working_days_after(opened, due) < 10 {
            due = due.tomorrow().unwrap();
        }
        let in_time = met.is_some_and(|day| working_days_after(opened, day) <= 10);
        // What began after the child had come of age was never due.
        let begun = over.is_none_or(|over| opened <= over);
        if begun && (in_time || over.is_none_or(|over| over > due)) {
            all.push((due, in_time));
        }
        last_end = plan_over.unwrap_or(Date::MAX);
    }
    all
}

/// The eighteenth birthday, if the birth is known.
fn adult_on(lines: &[Line]) -> Option<Date> {
    let born = lines.iter().map(|line| line.says("date_of_birth")).find(|text| !text.is_empty())?;
    let born: Date = born.parse().unwrap();
    Some(jiff::civil::date(born.year() + 18, born.month(), born.day()))
}
