//! Forms and their questions.

use super::processes::{Both, told_otherwise};
use super::{Difference, Kind, joined, listed, pairs};
use crate::form::{Form, Question, QuestionKind};

/// The differences of the forms that belong to a process.
pub(super) fn of(both: Both<'_>, process: &str) -> Vec<Difference> {
    let within = |practice: &crate::Practice, form: &Form| {
        practice.process_of_form(&form.id).is_some_and(|of| of.id == process)
    };
    let mut told = Vec::new();
    for (was, is) in pairs(
        both.from.forms().map(|it| (it.id.as_str(), it)),
        both.to.forms().map(|it| (it.id.as_str(), it)),
    ) {
        match (was, is) {
            (Some(was), Some(is)) if within(both.to, is) => {
                let of_form = form(both, was, is).into_iter().map(|one| one.of_form(&is.title));
                told.extend(of_form);
            }
            (Some(was), None) if within(both.from, was) => {
                let says = format!("The form “{}” is left out.", was.title);
                told.push(Difference::new(Kind::Other, says, &was.file));
            }
            (None, Some(is)) if within(both.to, is) => {
                let asked = listed(is.questions.iter().map(|question| question.label.as_str()));
                let says = format!("The form “{}” is added. It asks {asked}.", is.title);
                told.push(Difference::new(Kind::QuestionAdded, says, &is.file).counting(is.questions.len()));
            }
            _ => {}
        }
    }
    told
}

fn form(both: Both<'_>, was: &Form, is: &Form) -> Vec<Difference> {
    let mut told = Vec::new();
    if was.digest == is.digest {
        return told;
    }
    let england = both.from.authority();
    if was.title != is.title {
        let says = format!("{england} calls it “{}”.", was.title);
        told.push(Difference::new(Kind::Name, says, format!("{}, title", is.file)));
    }
    let both_asked = pairs(
        was.questions.iter().map(|it| (it.id.as_str(), it)),
        is.questions.iter().map(|it| (it.id.as_str(), it)),
    );
    // In the order of the form, as it is read.
    let added: Vec<&Question> = is.questions.iter().filter(|one| was.question(&one.id).is_none()).collect();
    let gone: Vec<&Question> = was.questions.iter().filter(|one| is.question(&one.id).is_none()).collect();
    let labels = |questions: &[&Question]| listed(questions.iter().map(|one| one.label.as_str()));
    let ids = |questions: &[&Question]| {
        questions.iter().map(|question| question.id.clone()).collect::<Vec<_>>().join(", ")
    };
    if !added.is_empty() {
        let says = format!("It also asks {}.", labels(&added));
        let place = format!("{}, {}", is.file, ids(&added));
        told.push(Difference::new(Kind::QuestionAdded, says, place).counting(added.len()));
    }
    if !gone.is_empty() {
        let says = format!("It does not ask {}.", labels(&gone));
        let place = format!("{}, {}", is.file, ids(&gone));
        told.push(Difference::new(Kind::QuestionGone, says, place).counting(gone.len()));
    }
    for (was, now) in both_asked.into_iter().filter_map(|(was, now)| Some((was?, now?))) {
        question(england, is, (was, now), &mut told);
    }
    if was.guidance != is.guidance {
        let says = told_otherwise("Its guidance", &was.guidance, &is.guidance, england);
        told.push(Difference::new(Kind::Other, says, format!("{}, guidance", is.file)));
    }
    let kept = |from: &Form, of: &Form| -> Vec<String> {
        let questions = from.questions.iter().filter(|one| of.question(&one.id).is_some());
        questions.map(|question| question.id.clone()).collect()
    };
    if kept(was, is) != kept(is, was) {
        let says = "It asks in another order.";
        told.push(Difference::new(Kind::QuestionOther, says, &is.file));
    }
    if told.is_empty() {
        let says = "It is written otherwise, and asks the same.";
        told.push(Difference::new(Kind::Other, says, &is.file));
    }
    told
}

fn question(england: &str, form: &Form, (was, is): (&Question, &Question), told: &mut Vec<Difference>) {
    let label = &is.label;
    let place = format!("{}, question {}", form.file, is.id);
    if was.label != is.label {
        let says = format!("It asks “{label}” where {england} asks “{}”.", was.label);
        told.push(Difference::new(Kind::QuestionReworded, says, place.clone()));
    }
    let mut say = |says: String| {
        let stop = if says.ends_with(".”") || says.ends_with("?”") { "" } else { "." };
        told.push(Difference::new(Kind::QuestionOther, format!("“{label}” {says}{stop}"), &place));
    };
    if was.kind != is.kind {
        say(format!("is answered with {}, and not {}", answered(is.kind), answered(was.kind)));
    }
    answers(was, is, &mut say);
    parts(was, is, &mut say);
    if (was.optional, was.needed) != (is.optional, is.needed) {
        say(match (is.optional, is.needed) {
            (true, _) => "may be left blank".to_owned(),
            (_, true) => "must be answered".to_owned(),
            _ => "is a gap when it is left blank".to_owned(),
        });
    }
    if was.when != is.when {
        say(match &is.when {
            None => "is always asked".to_owned(),
            Some(when) => {
                let earlier = form.question(&when.question);
                let asked = earlier.map_or(when.question.as_str(), |earlier| earlier.label.as_str());
                let options = earlier.map(|earlier| earlier.options.as_slice()).unwrap_or_default();
                let answer = options.iter().find(|one| one.code == when.is);
                let answer = answer.map_or_else(|| when.is.replace('_', " "), |one| one.label.clone());
                format!("is asked only when “{asked}” is answered “{answer}”")
            }
        });
    }
    if was.shared != is.shared {
        let how = if is.shared { "once for all the children" } else { "of each child" };
        say(format!("is asked {how}"));
    }
    if was.carried != is.carried {
        say(match is.carried {
            None => "begins empty, and not with what was said before".to_owned(),
            Some(_) => "begins with what was said before".to_owned(),
        });
    }
    if (&was.why, &was.guidance) != (&is.why, &is.guidance) {
        say(match is.why.as_ref().or(is.guidance.as_ref()) {
            Some(help) => format!("is explained so: “{help}”"),
            None => "is not explained".to_owned(),
        });
    }
}

/// Answers that may be chosen besides, that may not, and that read otherwise.
fn answers(was: &Question, is: &Question, say: &mut impl FnMut(String)) {
    // The words of a closed list are told once, among the names.
    let label = |of: &Question, code: &str| {
        of.options.iter().find(|one| one.code == code).map(|one| one.label.clone())
    };
    let only = |one: &Question, other: &Question| -> Vec<String> {
        let extra = one.options.iter().filter(|option| label(other, &option.code).is_none());
        extra.map(|option| option.label.clone()).collect()
    };
    let (added, gone) = (only(is, was), only(was, is));
    if !added.is_empty() {
        say(format!("may also be answered {}", listed(added.iter().map(String::as_str))));
    }
    if !gone.is_empty() {
        say(format!("may not be answered {}", listed(gone.iter().map(String::as_str))));
    }
    for option in is.options.iter().filter(|_| is.list.is_none()) {
        if let Some(before) = label(was, &option.code).filter(|before| *before != option.label) {
            say(format!("has the answer “{}” in place of “{before}”", option.label));
        }
    }
}

/// Columns of a table that are asked besides, that are not, and that read otherwise.
fn parts(was: &Question, is: &Question, say: &mut impl FnMut(String)) {
    let label = |of: &Question, id: &str| {
        of.columns.iter().find(|column| column.id == id).map(|column| column.label.clone())
    };
    let only = |one: &Question, other: &Question| -> Vec<String> {
        let extra = one.columns.iter().filter(|column| label(other, &column.id).is_none());
        extra.map(|column| format!("“{}”", column.label)).collect()
    };
    let (added, gone) = (only(is, was), only(was, is));
    if !added.is_empty() {
        say(format!("also has the columns {}", joined(&added, "and")));
    }
    if !gone.is_empty() {
        say(format!("has not the columns {}", joined(&gone, "and")));
    }
    for column in &is.columns {
        if let Some(before) = label(was, &column.id).filter(|before| *before != column.label) {
            say(format!("has the column “{}” in place of “{before}”", column.label));
        }
    }
}

/// How a question is answered, as people would say it.
fn answered(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Text => "a line of words",
        QuestionKind::LongText => "words of any length",
        QuestionKind::Date => "a day",
        QuestionKind::Person => "somebody in the record",
        QuestionKind::People => "people in the record",
        QuestionKind::YesNo => "yes or no",
        QuestionKind::Number => "a number",
        QuestionKind::Choice => "one of several answers",
        QuestionKind::Several => "any of several answers",
        QuestionKind::Parts => "a table",
        QuestionKind::File => "a file",
        QuestionKind::Words => "the child’s own words",
        QuestionKind::Entry => "an entry of the record",
    }
}
