//! Signing off and sending back, with the assessment beside the decision.

use calendar::display;
use maud::Markup;
use practice::{Answer, Form, Question};
use record::events::AssessmentCompleted;
use record::{Event, TimelineEntry};

use super::{SignOffPage, Written, WrittenPart, view};
use crate::components::aside::{Beside, SidePanel};
use crate::components::crumbs::Crumb;
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};
use crate::forms::{About, Opened, sheet};
use crate::pages::known;
use crate::problem::Problem;

/// The form that writes what is signed off here.
const WRITTEN_BY: &str = "assessment";
/// Fewer words than this in a child's whole part are worth asking about.
const SHORT_WORDS: usize = 150;

/// Signing off.
pub(crate) fn sign_off(opened: &Opened) -> Result<Markup, Problem> {
    page(
        opened,
        format!("Is this assessment ready for {}?", known::each_of(opened)),
        "assessment_return",
        "Send it back instead",
    )
}

/// Sending back.
pub(crate) fn send_back(opened: &Opened) -> Result<Markup, Problem> {
    page(
        opened,
        format!("What must be done for {}?", known::each_of(opened)),
        "assessment_sign_off",
        "Sign it off instead",
    )
}

fn page(opened: &Opened, question: String, other: &str, words: &str) -> Result<Markup, Problem> {
    let due = known::duty_of(opened, &["single-assessment-45wd"]).and_then(|duty| duty.due_on);
    let ids: Vec<&str> = opened.people.iter().map(|about| about.id.as_str()).collect();
    let mut beside = known::beside(opened);
    let instead = Prose::new().link(format!("/forms/{other}?about={}", ids.join(",")), words);
    beside.panels.insert(0, SidePanel::new("Or", Beside::Words(vec![instead])));
    let mut asked = sheet(opened);
    // The page is about every child whose part stands beside it.
    asked.pick = Vec::new();
    let page = SignOffPage {
        crumbs: vec![Crumb::new("My work", "/work"), Crumb::new(opened.form.title.clone(), "")],
        initials: known::initials(opened),
        question,
        summary: summary(opened),
        due: due.map(|on| known::due(opened, on, "ends by")),
        written: opened.people.iter().map(|about| written(opened, about)).collect(),
        sheet: asked,
        beside,
    };
    Ok(view(&opened.app.frame(Some(&opened.signed_in)), &page))
}

fn completed(about: &About) -> Option<(&TimelineEntry, &AssessmentCompleted)> {
    about.around.timeline.of::<AssessmentCompleted>().last()
}

fn summary(opened: &Opened) -> String {
    match opened.people.iter().find_map(completed) {
        Some((entry, _)) => {
            let by = opened.app.views.name(entry.author());
            format!("Written by {by}, sent {}.", display::long_date(entry.recorded_on()))
        }
        None => "Nothing has been sent for sign-off.".to_owned(),
    }
}

/// One child's part as it was written, question by question.
fn written(opened: &Opened, about: &About) -> WrittenPart {
    let Some((entry, said)) = completed(about) else {
        return WrittenPart {
            scope: about.id.to_string(),
            heading: heading(about),
            seen: Prose::new().text(format!("No part of {}’s own has been written.", about.short)),
            length: Tag::new(Tone::Finding, "Nothing written"),
            answers: Vec::new(),
        };
    };
    let form = opened.app.practice.form(WRITTEN_BY);
    let body = entry.event.body();
    let answers = form.map(|form| answers(opened, form, about, &entry.event)).unwrap_or_default();
    let words: usize =
        body.values().filter_map(|value| value.as_str()).map(|text| text.split_whitespace().count()).sum();
    let tone = if words < SHORT_WORDS { Tone::Soon } else { Tone::Plain };
    let seen = match (said.child_seen_on, &said.not_seen_reason) {
        (Some(day), _) => {
            Prose::new().text(format!("{} was seen on {}.", about.short, display::long_date(day)))
        }
        (None, Some(reason)) => {
            Prose::new().tag(Tag::new(Tone::Finding, "Not seen")).text(format!(" {reason}"))
        }
        (None, None) => Prose::new().tag(Tag::new(Tone::Finding, "Nobody says when this child was seen")),
    };
    WrittenPart {
        scope: about.id.to_string(),
        heading: heading(about),
        seen,
        length: Tag::new(tone, format!("{words} words")),
        answers,
    }
}

fn heading(about: &About) -> String {
    if about.age.is_empty() { about.name.clone() } else { format!("{}, {}", about.name, about.age) }
}

fn answers(opened: &Opened, form: &Form, about: &About, event: &Event) -> Vec<Written> {
    let read = practice::unfill(form, &[(about.id.clone(), event.body())]).answers;
    let context = practice::quality::Context::of(&opened.app.practice);
    let hints = practice::quality::hints(event, &context);
    let mut written = Vec::new();
    for question in &form.questions {
        let Some(answer) = read.part(question, Some(&about.id)).and_then(|part| part.get(&question.id))
        else {
            continue;
        };
        let field = question.fill.map(|field| field.name).unwrap_or_default();
        let mine: Vec<&str> =
            hints.iter().filter(|hint| hint.field == field).map(|hint| hint.message.as_str()).collect();
        written.push(Written {
            label: question.label.replace("this child", &about.short).replace("the child", &about.short),
            words: words(opened, about, question, answer),
            own_words: field == "views",
            hint: mine.join(" "),
        });
    }
    written
}

/// An answer as people read it: labels for codes, names for people, a table's rows as lines.
fn words(opened: &Opened, about: &About, question: &Question, answer: &Answer) -> String {
    let one = |question: &Question, text: &str| {
        let option = question.options.iter().find(|option| option.code == text);
        if let Some(option) = option {
            return option.label.clone();
        }
        if let Ok(day) = text.parse() {
            return display::full_date(day);
        }
        match chronology::PersonId::new(text) {
            Ok(person) if text.contains('-') => {
                let name = about.around.circle().name_of(&person);
                if name == text { opened.app.views.name(&person) } else { name }
            }
            _ => text.to_owned(),
        }
    };
    match answer {
        Answer::One(text) => one(question, text).trim_matches(['“', '”']).to_owned(),
        Answer::Several(several) => {
            several.iter().map(|text| one(question, text)).collect::<Vec<_>>().join(", ")
        }
        Answer::Rows(rows) => {
            let row = |row: &practice::Row| {
                let cells =
                    question.columns.iter().filter_map(|column| Some(one(column, row.get(&column.id)?)));
                cells.collect::<Vec<_>>().join(": ")
            };
            rows.iter().map(row).collect::<Vec<_>>().join(". ")
        }
    }
}
