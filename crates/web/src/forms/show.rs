//! A practice form, with what has been answered so far, as a page shows it.

use calendar::display;
use chronology::PersonId;
use practice::{Answer as Given, Answers, FieldFault, Offer, QuestionKind};

use super::Opened;
use crate::components::carried::CarriedAnswer;
use crate::components::errors::Mistake;
use crate::components::fields::{Choice, DateAnswer, QuickDay};
use crate::components::form::{Act, Answer, CarriedFrom, FormSheet, Kind, Part, Question};

/// The whole form as a page shows it.
pub fn sheet(opened: &Opened) -> FormSheet {
    let form = &opened.form;
    let mut shared = Part { scope: "shared".to_owned(), ..Part::default() };
    shared.questions.extend(when(opened));
    shared.questions.extend(form.shared().map(|question| asked(opened, None, question)));
    let alone = if opened.form.decision { "The decision" } else { "What happened" };
    shared.heading = if opened.people.len() > 1 { "For everyone" } else { alone }.to_owned();
    let children =
        opened.people.iter().filter(|_| form.own().next().is_some()).map(|person| child(opened, person));
    FormSheet {
        form: form.id.clone(),
        about: opened.people.iter().map(|person| person.id.to_string()).collect(),
        seen: opened.seen.to_string(),
        pick: picked(opened),
        draft: opened.draft.as_ref().map(|draft| draft.id.to_string()).unwrap_or_default(),
        action: format!("/forms/{}", form.id),
        draft_href: "/drafts".to_owned(),
        shared,
        children: children.collect(),
        mistakes: mistakes(opened),
        mistakes_note: opened
            .draft
            .as_ref()
            .map(|_| "What you typed is kept as a draft.".to_owned())
            .unwrap_or_default(),
        acts: vec![Act::primary("submit", opened.act_words()), Act::secondary("save", "Save for later")],
        saved_at: opened.draft.as_ref().map(|draft| saved_at(draft.saved_at)).unwrap_or_default(),
        ..FormSheet::default()
    }
}

/// Ticks that say whom it is about, where it may be about several.
fn picked(opened: &Opened) -> Vec<Choice> {
    let several = opened.form.several_children && opened.people.len() > 1;
    let tick = |person: &super::About| Choice::new(person.id.to_string(), person.name.clone()).chosen(true);
    opened.people.iter().filter(|_| several).map(tick).collect()
}

fn saved_at(moment: jiff::Timestamp) -> String {
    display::time(calendar::london::wall_clock(moment).time())
}

fn child(opened: &Opened, person: &super::opening::About) -> Part {
    let questions: Vec<Question> =
        opened.form.own().map(|question| asked(opened, Some(&person.id), question)).collect();
    let wrong = questions.iter().filter(|question| !question.error.is_empty()).count();
    let state = match wrong {
        0 => String::new(),
        1 => "1 thing to mend".to_owned(),
        many => format!("{many} things to mend"),
    };
    let heading =
        if person.age.is_empty() { person.name.clone() } else { format!("{}, {}", person.name, person.age) };
    Part {
        scope: person.id.to_string(),
        heading,
        short: person.short.clone(),
        age: person.age.clone(),
        state,
        lead: String::new(),
        questions,
    }
}

/// When it happened: asked of happenings; a decision is made when it is sent.
fn when(opened: &Opened) -> Vec<Question> {
    if opened.form.decision {
        return Vec::new();
    }
    let sent = &opened.sent;
    let part = |end: &str| sent.get(&format!("shared.occurred.{end}")).unwrap_or_default().to_owned();
    let quick = match sent.get("shared.occurred.quick") {
        Some("today") => QuickDay::Today,
        Some("yesterday") => QuickDay::Yesterday,
        Some("other") => QuickDay::Other,
        _ => QuickDay::None,
    };
    let yesterday = opened.today.yesterday().unwrap_or(opened.today);
    let mut day = Question::new(Kind::Day, "shared.occurred", "When did this happen?");
    day.answer.day = DateAnswer {
        day: part("day"),
        month: part("month"),
        year: part("year"),
        quick: Some(quick),
        today: display::weekday_date(opened.today),
        yesterday: display::weekday_date(yesterday),
    };
    day.error.clone_from(&opened.occurred_fault);
    let time = Question::new(Kind::Time, "shared.occurred", "At what time?").optional().words(part("time"));
    vec![day, time]
}

/// A question with its answer, its carried value, what to mend and advice.
pub(crate) fn asked(opened: &Opened, person: Option<&PersonId>, question: &practice::Question) -> Question {
    let scope = person.map_or("shared", PersonId::as_str);
    let mut shown = question_of(opened, question);
    shown.name = format!("{scope}.{}", question.id);
    shown.label = named(opened, person, &shown.label);
    if let Some(given) = given(&opened.answers, person, question) {
        answer(&mut shown, question, given);
    }
    if question.kind == QuestionKind::Entry {
        shown.choices =
            vec![Choice::new(shown.answer.words.clone(), entry_words(opened, &shown.answer.words))];
    }
    let offer = opened
        .offers
        .iter()
        .find(|(whose, offer)| offer.question == question.id && (person.is_none() || person == Some(whose)));
    if let Some((whose, offer)) = offer {
        let part = person.map_or(&opened.answers.shared, |person| {
            opened.answers.children.get(person).unwrap_or(&opened.answers.shared)
        });
        // What was seeded or answered afresh needs nobody's word that it is still true.
        let carry = part.carried.get(&question.id).copied();
        shown.carried = carry.map(|carry| carried(opened, whose, offer, Some(carry), question));
    }
    for fault in
        opened.faults.iter().filter(|fault| fault.child.as_ref() == person && fault.question == question.id)
    {
        place(&mut shown, fault);
    }
    shown.error = named(opened, person, &shown.error);
    let hints = opened.hints.iter().filter(|hint| hint.person.as_ref() == person || person.is_none());
    shown
        .hint_margin
        .extend(hints.filter(|hint| hint.question == question.id).map(|hint| hint.words.clone()));
    shown
}

/// A question's words with the child's own name for “this child”.
fn named(opened: &Opened, person: Option<&PersonId>, words: &str) -> String {
    let about = person.and_then(|person| opened.people.iter().find(|about| about.id == *person));
    match about {
        Some(about) => words.replace("this child", &about.short).replace("the child", &about.short),
        None => words.to_owned(),
    }
}

/// A question as a page shows it, not yet answered.
pub fn question_of(opened: &Opened, question: &practice::Question) -> Question {
    let kind = match question.kind {
        QuestionKind::Text => Kind::Text,
        QuestionKind::LongText => Kind::LongText,
        QuestionKind::Words => Kind::Words,
        QuestionKind::Date => Kind::Day,
        QuestionKind::Person => Kind::Person,
        QuestionKind::People => Kind::People,
        QuestionKind::YesNo => Kind::YesNo,
        QuestionKind::Number => Kind::Number,
        QuestionKind::Choice => Kind::Choice,
        QuestionKind::Several => Kind::Several,
        QuestionKind::Parts => Kind::Parts,
        QuestionKind::File => Kind::File,
        QuestionKind::Entry => Kind::Entry,
    };
    let mut shown = Question::new(kind, question.id.clone(), question.label.clone());
    shown.hint = question.why.clone().unwrap_or_default();
    if let Some(when) = &question.when {
        let earlier = opened.form.question(&when.question);
        let label = earlier.map_or("", |earlier| earlier.label.as_str());
        let is = earlier
            .and_then(|e| e.options.iter().find(|option| option.code == when.is))
            .map_or(when.is.as_str(), |o| o.label.as_str());
        if !label.is_empty() && shown.hint.is_empty() {
            shown.hint = format!("Only if “{label}” is “{is}”.");
        }
    }
    shown.guidance = question.guidance.clone().unwrap_or_default();
    shown.optional = question.optional;
    shown.choices = question.options.iter().map(|option| Choice::new(&option.code, &option.label)).collect();
    if matches!(question.kind, QuestionKind::Person | QuestionKind::People) {
        shown.choices =
            opened.choosable(question).into_iter().map(|(id, name)| Choice::new(id, name)).collect();
    }
    shown.columns = question.columns.iter().map(|column| question_of(opened, column)).collect();
    shown
}

fn given<'a>(
    answers: &'a Answers,
    person: Option<&PersonId>,
    question: &practice::Question,
) -> Option<&'a Given> {
    let part = match person {
        None => &answers.shared,
        Some(person) => answers.children.get(person)?,
    };
    part.answers.get(&question.id)
}

fn answer(shown: &mut Question, question: &practice::Question, given: &Given) {
    match given {
        Given::One(text) => shown.answer = one(question.kind, text),
        Given::Several(several) => shown.answer.chosen.clone_from(several),
        Given::Rows(rows) => {
            let cell = |row: &practice::Row, column: &practice::Question| {
                row.get(&column.id).map(|text| one(column.kind, text)).unwrap_or_default()
            };
            shown.rows = rows
                .iter()
                .map(|row| question.columns.iter().map(|column| cell(row, column)).collect())
                .collect();
        }
    }
}

fn one(kind: QuestionKind, text: &str) -> Answer {
    match kind {
        QuestionKind::Date => {
            let parts: Vec<&str> = text.split(['/', '.']).collect();
            match (parts.as_slice(), text.parse::<jiff::civil::Date>()) {
                (_, Ok(date)) => {
                    Answer::day(date.day().to_string(), date.month().to_string(), date.year().to_string())
                }
                ([day, month, year], _) => Answer::day(unknown(day), unknown(month), unknown(year)),
                _ => Answer::day(text, "", ""),
            }
        }
        QuestionKind::Choice | QuestionKind::YesNo | QuestionKind::Person => {
            Answer { words: text.to_owned(), ..Answer::chosen(text) }
        }
        _ => Answer::words(text),
    }
}

fn unknown(part: &str) -> &str {
    if part == "?" { "" } else { part }
}

/// An answer as people read it: the label of a code, the name of a person, a day in words.
fn said(opened: &Opened, question: &practice::Question, text: &str) -> String {
    if let Some(option) = question.options.iter().find(|option| option.code == text) {
        return option.label.clone();
    }
    match question.kind {
        QuestionKind::Person | QuestionKind::People => {
            PersonId::new(text).map_or_else(|_| text.to_owned(), |person| opened.app.views.name(&person))
        }
        QuestionKind::Date => text.parse().map_or_else(|_| text.to_owned(), display::full_date),
        _ => text.to_owned(),
    }
}

fn carried(
    opened: &Opened,
    whose: &PersonId,
    offer: &Offer,
    carry: Option<practice::Carry>,
    question: &practice::Question,
) -> CarriedFrom {
    let value = match &offer.answer {
        Given::One(text) => said(opened, question, text),
        Given::Several(several) => {
            several.iter().map(|text| said(opened, question, text)).collect::<Vec<_>>().join(", ")
        }
        Given::Rows(rows) => rows
            .iter()
            .map(|row| row.values().cloned().collect::<Vec<_>>().join(", "))
            .collect::<Vec<_>>()
            .join("; "),
    };
    CarriedFrom {
        source: opened.carried_from(whose, offer),
        value,
        answer: match carry {
            Some(practice::Carry::Keep) => CarriedAnswer::Keep,
            Some(practice::Carry::Change) => CarriedAnswer::Change,
            Some(practice::Carry::Drop) => CarriedAnswer::NoLongerTrue,
            _ => CarriedAnswer::None,
        },
        now: "What is true now".to_owned(),
    }
}

fn place(shown: &mut Question, fault: &FieldFault) {
    let column =
        fault.column.as_ref().and_then(|id| shown.columns.iter().position(|column| column.name == *id));
    match (fault.row, column) {
        (Some(row), Some(column)) if shown.rows.get(row).is_some() => {
            shown.rows[row][column].error.clone_from(&fault.message);
        }
        _ => shown.error.clone_from(&fault.message),
    }
}

fn mistakes(opened: &Opened) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    if !opened.occurred_fault.is_empty() {
        mistakes.push(Mistake::new("shared.occurred", opened.occurred_fault.clone()));
    }
    for fault in &opened.faults {
        let scope = fault.child.as_ref().map_or("shared", PersonId::as_str);
        let whose =
            fault.child.as_ref().and_then(|child| opened.people.iter().find(|person| person.id == *child));
        let words = match whose.filter(|_| opened.people.len() > 1) {
            Some(person) => format!("{}: {}", person.short, named(opened, Some(&person.id), &fault.message)),
            None => named(opened, fault.child.as_ref(), &fault.message),
        };
        let name = match (fault.row, &fault.column) {
            (Some(row), Some(column)) => format!("{scope}.{}.{row}.{column}", fault.question),
            _ => format!("{scope}.{}", fault.question),
        };
        mistakes.push(Mistake::new(if fault.question.is_empty() { "main".to_owned() } else { name }, words));
    }
    mistakes
}

/// An entry that a form was opened from, in words.
fn entry_words(opened: &Opened, id: &str) -> String {
    let id = id.parse().ok();
    let entry = id.and_then(|id| opened.people.iter().find_map(|person| person.around.timeline.entry(id)));
    entry.map_or_else(
        || "none chosen; open this form from the entry on the timeline".to_owned(),
        |entry| format!("{}, {}", entry.event.title(), display::full_date(entry.day())),
    )
}
