//! The assessment as it is being written, for every child at once.

use calendar::display;
use maud::Markup;
use record::events::{SeenAlone, VisitMade, YesNo};

use super::{AssessmentPage, ChildSoFar, Task, view};
use crate::components::crumbs::Crumb;
use crate::components::gates::Gate;
use crate::components::log::LogLine;
use crate::components::prose::Prose;
use crate::components::{Tag, Tone, Why};
use crate::forms::{About, Opened, sheet};
use crate::pages::known;
use crate::problem::Problem;

/// What a child's section must say before a manager may sign it off, by the form's questions.
const NEEDED: [(&str, &str); 4] = [
    ("views", "write what {} says, or why not"),
    ("day_in_life", "write a day in {}’s life"),
    ("analysis", "say what it all means for {}"),
    ("outcome", "say what it leads to for {}"),
];

/// The page on which an assessment is written.
pub(crate) fn write(opened: &Opened) -> Result<Markup, Problem> {
    let due = known::duty_of(
        opened,
        &["single-assessment-45wd", "initial-assessment-10wd", "core-assessment-35wd"],
    );
    let mut asked = sheet(opened);
    // Every child of the assessment has a section here; none is ticked away by mistake.
    asked.pick = Vec::new();
    let page = AssessmentPage {
        crumbs: vec![Crumb::new("My work", "/work"), Crumb::new(opened.form.title.clone(), "")],
        initials: known::initials(opened),
        heading: format!("Assessment of {}", known::children(opened)),
        summary: summary(opened),
        due: due.as_ref().and_then(|duty| duty.due_on).map(|on| known::due(opened, on, "ends by")),
        due_why: due.map(|duty| Why {
            about: "for the assessment".to_owned(),
            ..Why::titled("Why this date?", duty.because)
        }),
        returned: returned(opened),
        tasks: tasks(opened),
        so_far: opened.people.iter().map(|about| so_far(opened, about)).collect(),
        blocking: blocking(opened),
        advice: advice(opened),
        sheet: asked,
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

fn summary(opened: &Opened) -> String {
    let running = opened.people.iter().find_map(|about| about.around.timeline.assessments.last());
    let Some(running) = running else { return "No assessment is recorded as begun.".to_owned() };
    let worker = running.said.worker.as_ref().map(|worker| opened.app.views.name(worker));
    let worker = worker.map(|worker| format!(", by {worker}")).unwrap_or_default();
    let reason = running.said.reason.clone().map(|reason| format!(". {reason}")).unwrap_or_default();
    format!("Begun {}{worker}{reason}", display::long_date(running.started.date()))
}

/// What a manager asked for when it was sent back.
fn returned(opened: &Opened) -> Option<Prose> {
    let running = opened.people.iter().find_map(|about| about.around.timeline.assessments.last())?;
    let last = running.returned.last().filter(|_| running.signed_off.is_none())?;
    let by = last.decided_by.as_ref().map(|by| opened.app.views.name(by)).unwrap_or_default();
    let words = Prose::new().text(last.comment.clone().unwrap_or_default());
    Some(words.quiet(format!(" {by}, {}", display::full_date(last.at.date()))))
}

/// Each section with how far it has got.
fn tasks(opened: &Opened) -> Vec<Task> {
    let shared = opened.form.shared().filter(|question| !question.optional).count();
    let done =
        opened.form.shared().filter(|q| !q.optional && opened.answers.shared.get(&q.id).is_some()).count();
    let mut tasks = Vec::new();
    if shared > 0 {
        tasks.push(Task {
            words: "For everyone".to_owned(),
            href: "#part-shared".to_owned(),
            state: state(done, shared),
            why: String::new(),
        });
    }
    for about in &opened.people {
        let asked: Vec<_> = opened.form.own().filter(|question| !question.optional).collect();
        let part = opened.answers.children.get(&about.id);
        let done =
            asked.iter().filter(|question| part.is_some_and(|part| part.get(&question.id).is_some())).count();
        tasks.push(Task {
            words: about.short.clone(),
            href: format!("#part-{}", about.id),
            state: state(done, asked.len()),
            why: String::new(),
        });
    }
    tasks
}

fn state(done: usize, all: usize) -> Tag {
    match done {
        0 => Tag::new(Tone::Plain, "Not started"),
        done if done >= all => Tag::new(Tone::Met, "Completed"),
        _ => Tag::new(Tone::Soon, "In progress"),
    }
}

/// What is known of one child already: own words, and each time seen since it began.
fn so_far(opened: &Opened, about: &About) -> ChildSoFar {
    let timeline = &about.around.timeline;
    let since = timeline.assessments.last().map(|running| running.started.date());
    let visits =
        timeline.of::<VisitMade>().filter(|(entry, _)| since.is_none_or(|since| since <= entry.day()));
    let seen = visits.map(|(entry, visit)| {
        let how = match (visit.seen, visit.seen_alone) {
            (Some(YesNo::Yes), Some(SeenAlone::Yes)) => "Seen alone",
            (Some(YesNo::Yes), _) => "Seen, not alone",
            _ => "Not seen",
        };
        let said = visit.analysis.clone().map(|text| format!(": {text}")).unwrap_or_default();
        LogLine::new(entry.day().to_string(), display::day_and_month(entry.day()), format!("{how}{said}"))
    });
    ChildSoFar { scope: about.id.to_string(), said: known::words_of(opened, about), seen: seen.collect() }
}

/// What a manager will not sign off without. It may be sent with gaps; the manager sees each.
fn blocking(opened: &Opened) -> Vec<Gate> {
    let mut gates = Vec::new();
    for about in &opened.people {
        let part = opened.answers.children.get(&about.id);
        let has = |question: &str| part.is_some_and(|part| part.get(question).is_some());
        let link = |question: &str| Prose::new().link(format!("#{}.{question}", about.id), "Go to it");
        if !has("child_seen_on") && !has("not_seen_reason") {
            let words = format!(
                "{}: say when {} was seen, or why not and which manager agreed",
                about.short, about.short
            );
            gates.push(Gate::missing(words, link("child_seen_on")));
        }
        for (question, words) in NEEDED {
            let instead = question == "views" && has("no_views_reason");
            if opened.form.question(question).is_some() && !has(question) && !instead {
                let words = words.replace("{}", &about.short);
                gates.push(Gate::missing(format!("{}: {words}", about.short), link(question)));
            }
        }
    }
    for hint in opened.hints.iter().filter(|hint| hint.blocks) {
        gates.push(Gate::missing(whose(opened, hint), Prose::new()));
    }
    gates
}

fn advice(opened: &Opened) -> Vec<Prose> {
    let hints = opened.hints.iter().filter(|hint| !hint.blocks);
    hints.map(|hint| Prose::from(whose(opened, hint))).take(12).collect()
}

fn whose(opened: &Opened, hint: &crate::forms::Advice) -> String {
    let about = hint.person.as_ref().and_then(|id| opened.people.iter().find(|about| about.id == *id));
    about.map_or_else(|| hint.words.clone(), |about| format!("{}: {}", about.short, hint.words))
}
