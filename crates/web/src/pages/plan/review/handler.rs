//! Writing a plan again with its changes marked, and approving the version written last.

use calendar::display;
use maud::Markup;
use record::Event;
use record::events::{Action, ProtectionPlanRevised};

use super::super::marked;
use super::super::show::next;
use super::{InTime, ReviewPage, view};
use crate::components::child_header::ChildPage;
use crate::components::crumbs::Crumb;
use crate::components::prose::Prose;
use crate::components::stats::Stat;
use crate::forms::{About, Opened, gates, latest_version, plain, sheet};
use crate::pages::people::reading::Reading;
use crate::problem::Problem;

/// Writing the plan, or writing it again.
pub(crate) fn write(opened: &Opened) -> Result<Markup, Problem> {
    let Some(about) = opened.people.first() else { return plain(opened) };
    let reading = reading(opened, about);
    let before = latest_version(&about.around.timeline);
    let now = so_far(opened);
    let named: Option<Vec<Action>> = before.map(|(_, plan)| named(&plan.actions, &reading));
    let earlier = named.as_deref();
    let hints = |place: usize| row_hints(opened, place);
    let outcomes = marked::outcomes(
        &now,
        earlier,
        &about.around.timeline,
        opened.today,
        &|id| reading.name_of(id),
        &hints,
    );
    let heading = if before.is_some() { "Plan, written again" } else { "Child protection plan" };
    let since =
        before.map(|(entry, _)| format!("Changes since {} are marked.", display::full_date(entry.day())));
    let page = ReviewPage {
        child: reading.header(ChildPage::Plan),
        crumbs: vec![Crumb::new("Plan", format!("/people/{}/plan", about.id)), Crumb::new(heading, "")],
        initials: reading.initials(),
        heading: heading.to_owned(),
        summary: since
            .unwrap_or_else(|| "Start from what must be seen, not from which service is offered.".to_owned())
            .into(),
        counts: counts(opened, about, &now, earlier),
        caption: format!("Plan of {} as it is being written", about.short),
        outcomes,
        hints: true,
        sheet: Some(sheet(opened)),
        next: next(&reading),
        ..ReviewPage::default()
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

/// Approving: the whole version is on the page, with what it lacks.
pub(crate) fn approve(opened: &Opened) -> Result<Markup, Problem> {
    let Some(about) = opened.people.first() else { return plain(opened) };
    let reading = reading(opened, about);
    let Some((entry, plan)) = latest_version(&about.around.timeline) else { return plain(opened) };
    let timeline = &about.around.timeline;
    let before = timeline
        .protection_plans
        .last()
        .and_then(|running| running.approved())
        .map(|(version, _)| version.actions.as_slice());
    let lacks = lacks(opened);
    let written = plan.written_by.as_ref().unwrap_or(entry.author());
    let page = ReviewPage {
        child: reading.header(ChildPage::Plan),
        crumbs: vec![Crumb::new("Plan", format!("/people/{}/plan", about.id)), Crumb::new("Approve", "")],
        initials: reading.initials(),
        heading: format!("Is this plan right for {}?", about.short),
        summary: Prose::new()
            .text(format!("Written {} by {}. ", display::full_date(entry.day()), reading.name_of(written)))
            .link(format!("/people/{}/plan?version={}", about.id, entry.id), "Read the whole of it"),
        counts: contents(plan),
        caption: format!("Plan of {} to be approved", about.short),
        outcomes: marked::outcomes(
            &plan.actions,
            before,
            timeline,
            opened.today,
            &|id| reading.name_of(id),
            &|_| String::new(),
        ),
        hints: false,
        sheet: Some(sheet(opened)),
        in_time: Some(InTime {
            met: lacks.is_empty(),
            heading: if lacks.is_empty() { "Nothing is missing" } else { "Before it can be approved" }
                .to_owned(),
            words: if lacks.is_empty() {
                "It says what an approved plan must say.".into()
            } else {
                Prose::new()
                    .text(format!("{} ", lacks.join(" ")))
                    .link(reading.form("protection_plan", &[]), "Write it again")
            },
        }),
        next: next(&reading),
        ..ReviewPage::default()
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

fn lacks(opened: &Opened) -> Vec<String> {
    gates(opened).into_iter().filter(|gate| !gate.met).map(|gate| gate.words).collect()
}

/// The child's record, as its own pages read it.
fn reading(opened: &Opened, about: &About) -> Reading {
    Reading {
        app: opened.app.clone(),
        signed_in: opened.signed_in.clone(),
        pass: about.pass.clone(),
        around: about.around.clone(),
        today: opened.today,
        moment: None,
    }
}

/// The actions as they are being written.
fn so_far(opened: &Opened) -> Vec<Action> {
    let bodies = practice::so_far(&opened.form, &opened.answers);
    let decoded = bodies.first().and_then(|(_, body)| record::decode(opened.form.event.kind, 1, body).ok());
    match decoded {
        Some(Event::ProtectionPlanRevised(plan)) => plan.actions.clone(),
        _ => Vec::new(),
    }
}

/// What the checks say of one action, in the margin of its row.
fn row_hints(opened: &Opened, place: usize) -> String {
    let lead = format!("Row {}: ", place + 1);
    let mine = opened.hints.iter().filter(|hint| hint.question == "actions");
    let words: Vec<&str> = mine.filter_map(|hint| hint.words.strip_prefix(lead.as_str())).collect();
    words.join(" ")
}

fn counts(opened: &Opened, about: &About, now: &[Action], earlier: Option<&[Action]>) -> Vec<Stat> {
    let given = &about.around.timeline.actions;
    let late = given.iter().filter(|action| action.overdue_on(opened.today)).count();
    let changed = earlier.map_or(now.len(), |earlier| marked::changed(now, earlier));
    vec![
        Stat::new("Actions", now.len().to_string(), ""),
        Stat::new("New or changed", changed.to_string(), ""),
        Stat::new("Past their day", late.to_string(), ""),
        Stat::new("Worth a second look", opened.hints.len().to_string(), "hints beside the questions"),
    ]
}

/// What a version says, in numbers.
fn contents(plan: &ProtectionPlanRevised) -> Vec<Stat> {
    let visits = plan.visit_every_working_days.map_or("not said".to_owned(), |days| days.to_string());
    vec![
        Stat::new("Actions", plan.actions.len().to_string(), ""),
        Stat::new("Dangers", plan.dangers.len().to_string(), ""),
        Stat::new("Working days between visits", visits, "at most"),
    ]
}

/// Actions with their owner's name written out, as the form writes it.
fn named(actions: &[Action], reading: &Reading) -> Vec<Action> {
    let whole = |action: &Action| Action {
        owner_name: action.owner_name.clone().or(action.owner.as_ref().map(|owner| reading.name_of(owner))),
        ..action.clone()
    };
    actions.iter().map(whole).collect()
}
