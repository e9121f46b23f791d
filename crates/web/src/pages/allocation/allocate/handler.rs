//! Allocating, with each worker of the team and what these children would add.

use calendar::display;
use chronology::PersonId;
use maud::Markup;
use practice::Answer;
use views::Card;

use super::{AllocatePage, NeedsWorker, view};
use crate::components::crumbs::Crumb;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::forms::{About, Opened, sheet};
use crate::pages::known;
use crate::pages::work::team::workers_for;
use crate::problem::Problem;

/// The page on which a worker is named.
pub(crate) fn allocate(opened: &Opened) -> Result<Markup, Problem> {
    let due = known::duty_of(opened, &["allocated"]).and_then(|duty| duty.due_on);
    let names = known::children(opened);
    let workers = workers(opened)?;
    let mut asked = sheet(opened);
    if workers.is_empty() {
        // Nobody holds a post in the team: the plain list of workers stands with the other questions.
        asked.shared.questions.iter_mut().filter(|asked| asked.id() == "worker").for_each(|asked| {
            asked.hint = "Nobody holds a post in this team; anybody on record may be named.".to_owned();
        });
    }
    let page = AllocatePage {
        crumbs: vec![Crumb::new("My work", "/work"), Crumb::new(opened.form.title.clone(), "")],
        initials: known::initials(opened),
        question: format!("Who should work with {names}?"),
        summary: summary(opened),
        due: due.map(|on| known::due(opened, on, "a worker by")),
        children: opened.people.iter().map(|about| needs(opened, about)).collect(),
        options_heading: if opened.people.len() > 1 {
            "Worker for the children ticked".to_owned()
        } else {
            format!("Worker for {names}")
        },
        workers,
        sheet: asked,
        beside: known::beside(opened),
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

/// The team chosen, or the manager's own.
fn team(opened: &Opened) -> Option<PersonId> {
    match opened.answers.shared.get("team") {
        Some(Answer::One(team)) => PersonId::new(team).ok(),
        _ => opened.signed_in.who.team.clone(),
    }
}

fn summary(opened: &Opened) -> String {
    let team = team(opened).map(|team| opened.app.views.name(&team));
    let role = record::Choices::label(opened.signed_in.who.role).to_lowercase();
    let team = team.map(|team| format!("{team}. ")).unwrap_or_default();
    format!("{team}You decide as {role}. One person for the family, unless you say why not.")
}

/// The workers of the team with what these children would add; whoever is chosen already is among them.
fn workers(opened: &Opened) -> Result<Vec<Choosable>, Problem> {
    let Some(team) = team(opened) else { return Ok(Vec::new()) };
    let mut cards: Vec<Card> = Vec::new();
    for about in &opened.people {
        cards.extend(opened.app.views.card(&about.id)?);
    }
    let mut workers = workers_for(&opened.app, &team, &cards)?;
    let chosen = match opened.answers.shared.get("worker") {
        Some(Answer::One(worker)) => worker.as_str(),
        _ => "",
    };
    for worker in &mut workers {
        worker.chosen = worker.value == chosen;
    }
    let listed = workers.iter().any(|worker| worker.chosen);
    if let Ok(person) = PersonId::new(chosen)
        && !listed
    {
        workers.push(Choosable {
            value: chosen.to_owned(),
            words: opened.app.views.name(&person),
            beneath: "Holds no post in this team.".into(),
            chosen: true,
            ..Choosable::default()
        });
    }
    Ok(workers)
}

fn needs(opened: &Opened, about: &About) -> NeedsWorker {
    let timeline = &about.around.timeline;
    let stage = timeline.stage_on(opened.today).label();
    let seen = about.around.circle().sights().last().map(|sight| sight.on);
    let seen = seen
        .map_or_else(|| "not yet seen".to_owned(), |day| format!("last seen {}", display::full_date(day)));
    let before: Vec<String> = timeline
        .allocations
        .iter()
        .filter_map(|one| Some((one.worker.as_ref()?, one.span.from)))
        .map(|(worker, from)| format!("{} from {}", opened.app.views.name(worker), display::table_date(from)))
        .collect();
    let due = rules::timescales::duties(&about.around.circle()).into_iter().find(|duty| {
        duty.timescale.id == "allocated"
            && matches!(duty.state_on(opened.today), Some(rules::DutyState::Due | rules::DutyState::Overdue))
    });
    NeedsWorker {
        scope: about.id.to_string(),
        href: format!("/people/{}", about.id),
        needs: Prose::new().text(format!("{stage}; {seen}.")),
        before: if before.is_empty() { Prose::new().quiet("Nobody yet") } else { before.join("; ").into() },
        by: due.and_then(|duty| duty.due_on).map(|on| known::due(opened, on, "a worker by")),
    }
}
