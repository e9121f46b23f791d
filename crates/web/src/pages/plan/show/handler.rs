//! The plan in force, or the one written last; and every plan before it.

use axum::extract::{Path, State};
use calendar::display;
use chronology::{EntryId, Occurred};
use jiff::civil::Date;
use maud::Markup;
use record::events::{Danger, ProtectionPlanRevised, ViewsRecorded};
use record::timeline::{NeedPlan, ProtectionPlan};
use rules::early_help::episode_on;
use rules::timescales::Counting;
use rules::{Duty, DutyState};
use views::access::{action_for, may};

use super::super::marked;
use super::{DangerShown, InTheirWords, PlanPage, view};
use crate::App;
use crate::components::button::Button;
use crate::components::card::Fact;
use crate::components::child_header::ChildPage;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::words::OwnWords;
use crate::components::{Tag, Tone};
use crate::pages::people::reading::{Query, Reading, read};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Most versions named above the plan.
const VERSIONS_MOST: usize = 4;

/// Shows the plan of one person: `?version=18.0` for an earlier version.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    axum::extract::Query(query): Query,
) -> Result<Markup, Problem> {
    let reading = read(app, signed_in, &id, &query).await?;
    let wanted = query.get("version").and_then(|version| version.parse().ok());
    Ok(view(&reading.frame(), &page(&reading, wanted)))
}

/// A version of a plan: the entry, the day, what it says.
type Version<'a> = &'a (EntryId, Occurred, ProtectionPlanRevised);

fn page(reading: &Reading, wanted: Option<EntryId>) -> PlanPage {
    let timeline = reading.timeline();
    let base = PlanPage {
        child: reading.header(ChildPage::Plan),
        initials: reading.initials(),
        said: own_words(reading),
        safety: super::super::scales::safety(timeline, &reading.short_name()),
        next: next(reading),
        acts: acts(reading),
        ..PlanPage::default()
    };
    let running = timeline.protection_plan_on(reading.today);
    let need = timeline.need_plan_on(reading.today);
    let helped = episode_on(timeline, reading.today);
    match (running.or(timeline.protection_plans.last().filter(|_| helped.is_none())), need) {
        (Some(plan), _) if running.is_some() || need.is_none() => protection(reading, plan, wanted, base),
        (_, Some(plan)) => in_need(reading, plan, base),
        (None, None) if helped.is_some() => super::early_help::page(reading, helped.as_ref(), base),
        _ => PlanPage { heading: "Plan".to_owned(), facts: earlier(reading, None), ..base },
    }
}

/// Every version of a plan, the one written last first.
fn versions(plan: &ProtectionPlan) -> Vec<Version<'_>> {
    let mut versions: Vec<Version> = plan.versions.iter().collect();
    versions.sort_by_key(|(id, at, _)| std::cmp::Reverse((at.date(), *id)));
    versions
}

fn protection(reading: &Reading, plan: &ProtectionPlan, wanted: Option<EntryId>, base: PlanPage) -> PlanPage {
    let versions = versions(plan);
    let shown =
        wanted.and_then(|wanted| versions.iter().find(|(id, _, _)| *id == wanted)).or(versions.first());
    let approval =
        shown.and_then(|(id, _, _)| plan.approvals.iter().rev().find(|one| one.version == Some(*id)));
    let since = display::full_date(plan.span.from);
    let ended = plan.span.to.map(|to| format!(", ended {}", display::full_date(to))).unwrap_or_default();
    let mut summary = Prose::new().text(format!("Since {since}{ended}. "));
    if let Some((_, at, said)) = shown {
        let by =
            said.written_by.as_ref().map(|by| format!(" by {}", reading.name_of(by))).unwrap_or_default();
        summary = summary.text(format!("Written {}{by}. ", display::full_date(at.date())));
    }
    summary = match approval {
        Some(approval) => {
            let by = approval.decided_by.as_ref().map(|by| reading.name_of(by)).unwrap_or_default();
            summary.tag(Tag::new(
                Tone::Met,
                format!("Approved {} by {by}", display::full_date(approval.at.date())),
            ))
        }
        None => summary.tag(Tag::new(Tone::Finding, "Not approved")),
    };
    let said = shown.map(|(_, _, said)| said);
    let actions = said.map(|said| said.actions.as_slice()).unwrap_or_default();
    PlanPage {
        heading: "Child protection plan".to_owned(),
        summary,
        shown: segments(reading, &versions, shown.map(|(id, _, _)| *id)),
        mend: mend(reading, said, approval.is_some(), plan.span.open()),
        dangers: said.map(dangers).unwrap_or_default(),
        outcomes: marked::outcomes(
            actions,
            None,
            reading.timeline(),
            reading.today,
            &|id| reading.name_of(id),
            &|_| String::new(),
        ),
        their_words: said
            .and_then(|said| read_by_parents(said.parents_version.clone(), said.parents_read_on))
            .into_iter()
            .collect(),
        facts: facts(reading, plan, said),
        ..base
    }
}

fn segments(reading: &Reading, versions: &[Version], shown: Option<EntryId>) -> Vec<Segment> {
    if versions.len() < 2 {
        return Vec::new();
    }
    let segment = |(id, at, _): &Version| {
        let words = format!("{}, version {id}", display::table_date(at.date()));
        Segment::new(words, format!("{}/plan?version={id}", reading.href()), shown == Some(*id))
    };
    versions.iter().take(VERSIONS_MOST).map(segment).collect()
}

fn mend(
    reading: &Reading,
    said: Option<&ProtectionPlanRevised>,
    approved: bool,
    running: bool,
) -> Vec<Prose> {
    let mut mend = Vec::new();
    if !running || reading.moment.is_some() {
        return mend;
    }
    let Some(said) = said else {
        let link = Prose::new().text("Nobody has written what the plan says. ");
        return vec![link.link(reading.form("protection_plan", &[]), "Write it")];
    };
    if !approved {
        let words = Prose::new().text("No manager has approved this version. ");
        mend.push(words.link(reading.form("protection_plan_approval", &[]), "Approve it"));
    }
    if said.visit_every_working_days.is_none() {
        let words =
            Prose::new().text(format!("It does not say how often {} is seen. ", reading.short_name()));
        mend.push(words.link(reading.form("protection_plan", &[]), "Write it"));
    }
    if said.parents_read_on.is_none() {
        mend.push("No parent is recorded as having read it.".into());
    }
    mend
}

/// What the child was last said to be in danger of.
fn last_dangers(reading: &Reading) -> Vec<DangerShown> {
    let weighed = rules::risk::last_dangers(reading.timeline());
    weighed.iter().map(danger_shown).collect()
}

fn dangers(said: &ProtectionPlanRevised) -> Vec<DangerShown> {
    said.dangers.iter().map(danger_shown).collect()
}

fn danger_shown(danger: &Danger) -> DangerShown {
    DangerShown {
        statement: danger.statement.clone().unwrap_or_default(),
        goal: danger.safety_goal.clone().unwrap_or_default(),
        scale: danger.scale.map(|scale| format!("{scale} of 10")).unwrap_or_default(),
    }
}

fn read_by_parents(words: Option<String>, read_on: Option<Date>) -> Option<InTheirWords> {
    let read = read_on.map(|day| format!("Read by the parents on {}", display::full_date(day)));
    let whose = read.unwrap_or_else(|| "For the parents; not yet read".to_owned());
    Some(InTheirWords { whose, words: words? })
}

fn facts(reading: &Reading, plan: &ProtectionPlan, said: Option<&ProtectionPlanRevised>) -> Vec<Fact> {
    let mut facts = Vec::new();
    let categories: Vec<String> = plan
        .categories
        .iter()
        .filter_map(|(_, at, category)| {
            Some(format!("{} from {}", category.as_ref()?.label(), display::table_date(at.date())))
        })
        .collect();
    facts.push(Fact::new(
        "Category",
        if categories.is_empty() { "Not said".to_owned() } else { categories.join("; ") },
    ));
    if let Some(said) = said {
        let every = |count: Option<u32>, unit: &str| {
            count.map(|count| format!("At least every {}", display::counted(count, unit)))
        };
        let mut fact =
            |label: &str, words: Option<String>| facts.extend(words.map(|words| Fact::new(label, words)));
        fact("Visits", every(said.visit_every_working_days, "working day"));
        fact("Core groups", every(said.core_group_every_weeks, "week"));
        fact("What will be different", said.outcomes.clone());
        fact("If it fails", said.contingency.clone());
        fact("Bottom line", said.bottom_line.clone());
        fact(&format!("{}’s part", reading.short_name()), said.childs_part.clone());
    }
    facts.extend(earlier(reading, Some(plan)));
    facts
}

/// Plans before this one: a second plan says what the first one left.
fn earlier(reading: &Reading, shown: Option<&ProtectionPlan>) -> Vec<Fact> {
    let timeline = reading.timeline();
    let mut facts = Vec::new();
    for plan in timeline.protection_plans.iter().filter(|plan| shown.is_none_or(|shown| shown.by != plan.by))
    {
        let to = plan.span.to.map_or_else(|| "now".to_owned(), display::table_date);
        let why = plan.ended.as_ref().and_then(|(_, ended)| ended.reason.clone()).unwrap_or_default();
        let category = plan
            .category()
            .map(|category| format!(", {}", category.label().to_lowercase()))
            .unwrap_or_default();
        let words = format!("{} to {to}{category}. {why}", display::table_date(plan.span.from));
        facts.push(Fact::new("Earlier protection plan", words));
    }
    for plan in &timeline.need_plans {
        let to = plan.span.to.map_or_else(|| "now".to_owned(), display::table_date);
        facts.push(Fact::new(
            "Child in need plan",
            format!("{} to {to}", display::table_date(plan.span.from)),
        ));
    }
    facts
}

fn in_need(reading: &Reading, plan: &NeedPlan, base: PlanPage) -> PlanPage {
    let said = &plan.said;
    let every = said.visit_every_working_days;
    let mut facts = vec![Fact::new("What will be different", said.outcomes.clone().unwrap_or_default())];
    facts.extend(every.map(|days| {
        Fact::new("Visits", format!("At least every {}", display::counted(days, "working day")))
    }));
    facts.extend(said.contingency.clone().map(|words| Fact::new("If it fails", words)));
    let part = format!("{}’s part", reading.short_name());
    facts.extend(said.childs_part.clone().map(|words| Fact::new(&part, words)));
    facts.extend(said.review_on.map(|day| Fact::new("Reviewed on", display::full_date(day))));
    let read = plan.reviews.last().map(|(_, at, _)| display::full_date(at.date()));
    facts.push(Fact::new("Last looked at", read.unwrap_or_else(|| "not since it began".to_owned())));
    facts.extend(earlier(reading, None).into_iter().filter(|fact| fact.label == "Earlier protection plan"));
    PlanPage {
        heading: "Child in need plan".to_owned(),
        summary: format!("Since {}.", display::full_date(plan.span.from)).into(),
        dangers: last_dangers(reading),
        their_words: read_by_parents(said.parents_version.clone(), said.parents_read_on)
            .into_iter()
            .collect(),
        outcomes: marked::outcomes(
            &said.actions,
            None,
            reading.timeline(),
            reading.today,
            &|id| reading.name_of(id),
            &|_| String::new(),
        ),
        facts,
        ..base
    }
}

fn own_words(reading: &Reading) -> Vec<OwnWords> {
    let last = reading.timeline().of::<ViewsRecorded>().rfind(|(_, e)| e.words.is_some());
    let words = last.map(|(entry, e)| OwnWords {
        words: e.words.clone().unwrap_or_default().trim_matches(['“', '”', '"']).to_owned(),
        caption: format!("{}, {}", reading.short_name(), display::full_date(entry.day())).into(),
        drawing: None,
    });
    words.into_iter().collect()
}

/// What falls due under the plan.
pub(crate) fn next(reading: &Reading) -> Vec<LogLine> {
    if reading.moment.is_some() {
        return Vec::new();
    }
    const KINDS: [&str; 6] = [
        "visit.made",
        "core_group.held",
        "conference.held",
        "child_in_need_plan.reviewed",
        "team_around_family.met",
        "step_down.checked",
    ];
    let open = |duty: &Duty| {
        duty.timescale.counting == Counting::Deadline
            && KINDS.contains(&duty.timescale.stopped_by)
            && matches!(duty.state_on(reading.today), Some(DutyState::Due | DutyState::Overdue))
    };
    let mut duties: Vec<Duty> =
        rules::timescales::duties(&reading.around.circle()).into_iter().filter(open).collect();
    duties.sort_by_key(|duty| duty.due_on);
    duties.dedup_by_key(|duty| (duty.timescale.title, duty.due_on));
    let line = |duty: &Duty| {
        let due = duty.due_on?;
        let words = Prose::new()
            .text(format!("{} ", duty.timescale.title))
            .quiet(display::how_far_off(reading.today, due));
        Some(LogLine::new(due.to_string(), display::day_and_month(due), words))
    };
    duties.iter().filter_map(line).take(5).collect()
}

fn acts(reading: &Reading) -> Vec<Button> {
    let mut acts = Vec::new();
    let role = reading.signed_in.who.role;
    let running = reading.timeline().protection_plan_on(reading.today).is_some();
    let forms: &[(&str, &str)] = if running {
        &[
            ("protection_plan", "Write it again"),
            ("protection_plan_approval", "Approve"),
            ("core_group", "Core group"),
        ]
    } else if reading.timeline().need_plan_on(reading.today).is_some() {
        &[
            ("need_plan_review", "Review it"),
            ("need_plan", "Write it again"),
            ("step_down", "Step down"),
            ("need_plan_end", "End it"),
        ]
    } else if episode_on(reading.timeline(), reading.today).is_some() {
        &[
            ("team_around_family", "Team around the family"),
            ("early_help_plan", "Write it again"),
            ("step_up", "Step up"),
            ("early_help_end", "End it"),
        ]
    } else {
        &[("need_plan", "Start a child in need plan"), ("early_help_request", "Ask for early help")]
    };
    for (form, words) in forms {
        let known = reading.app.practice.form(form);
        let allowed = known.is_some_and(|form| may(role, action_for(form.event.kind)));
        if allowed && reading.moment.is_none() {
            let href = reading.form(form, &[]);
            acts.push(if acts.is_empty() {
                Button::primary(*words, href)
            } else {
                Button::secondary(*words, href)
            });
        }
    }
    acts
}
