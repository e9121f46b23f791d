//! What one practice does otherwise than another, in sentences that a manager can read.

use std::collections::{BTreeMap, BTreeSet};

use rules::settings::{LIMITS, LOCAL_TIMESCALES};

use crate::Practice;
use crate::form::{Form, Question};
use crate::process::{Process, Step};

/// Every difference between two practices, from the first to the second, one sentence each: settings, words,
/// then process by process and form by form. The same practice gives none.
///
/// ```
/// use practice::{Practice, diff};
/// let england = Practice::of_county("england").unwrap();
/// let cornwall = Practice::of_county("cornwall").unwrap();
/// let told = diff(&england, &cornwall);
/// assert!(told.contains(&"“Front door” is called “Multi-Agency Referral Unit (MARU)”.".to_owned()));
/// assert!(diff(&cornwall, &cornwall).is_empty());
/// ```
pub fn diff(from: &Practice, to: &Practice) -> Vec<String> {
    let mut told = Vec::new();
    settings(from, to, &mut told);
    words(from, to, &mut told);
    for (a, b) in
        pairs(from.processes().map(|it| (it.id.as_str(), it)), to.processes().map(|it| (it.id.as_str(), it)))
    {
        match (a, b) {
            (Some(a), Some(b)) => process(a, b, &mut told),
            (Some(a), None) => told.push(format!("The process “{}” is gone.", a.title)),
            (None, Some(b)) => told.push(format!("The process “{}” is new.", b.title)),
            (None, None) => {}
        }
    }
    for (a, b) in
        pairs(from.forms().map(|it| (it.id.as_str(), it)), to.forms().map(|it| (it.id.as_str(), it)))
    {
        match (a, b) {
            (Some(a), Some(b)) => form(a, b, &mut told),
            (Some(a), None) => told.push(format!("The form “{}” is gone.", a.title)),
            (None, Some(b)) => told.push(format!("The form “{}” is new.", b.title)),
            (None, None) => {}
        }
    }
    told
}

/// Things of two practices side by side, by name.
fn pairs<'p, T>(
    from: impl Iterator<Item = (&'p str, &'p T)>,
    to: impl Iterator<Item = (&'p str, &'p T)>,
) -> Vec<(Option<&'p T>, Option<&'p T>)> {
    let (from, to): (BTreeMap<_, _>, BTreeMap<_, _>) = (from.collect(), to.collect());
    let names: BTreeSet<&str> = from.keys().chain(to.keys()).copied().collect();
    names.into_iter().map(|name| (from.get(name).copied(), to.get(name).copied())).collect()
}

fn settings(from: &Practice, to: &Practice, told: &mut Vec<String>) {
    let (a, b) = (from.settings(), to.settings());
    for id in LOCAL_TIMESCALES {
        match (a.is_on(id), b.is_on(id)) {
            (false, true) => told.push(format!("The local timescale “{id}” is kept.")),
            (true, false) => told.push(format!("The local timescale “{id}” is no longer kept.")),
            _ => {}
        }
    }
    for info in LIMITS {
        let (was, is) = (a.limit(info.name), b.limit(info.name));
        if was != is {
            let unit = info.unit.label();
            let counted = if unit.is_empty() { String::new() } else { format!(" {unit}") };
            told.push(format!("{is}{counted}, and not {was}: {}.", info.about));
        }
    }
    if a.single_assessment_from != b.single_assessment_from {
        told.push(format!(
            "One assessment is made from {}, and not from {}.",
            b.single_assessment_from, a.single_assessment_from
        ));
    }
    if a.leap_day != b.leap_day {
        told.push("Birthdays of 29 February fall on another day.".to_owned());
    }
    if a.strategy_discussion_needs != b.strategy_discussion_needs {
        let names: Vec<String> = b.strategy_discussion_needs.iter().map(ToString::to_string).collect();
        told.push(format!("A strategy discussion needs {}.", names.join(", ")));
    }
}

fn words(from: &Practice, to: &Practice, told: &mut Vec<String>) {
    for (name, was) in from.words() {
        let is = to.word(name);
        if is != was {
            told.push(format!("“{was}” is called “{is}”."));
        }
    }
    for list in record::choice_lists() {
        for (code, _) in list.answers {
            let (was, is) = (from.label(list.name, code), to.label(list.name, code));
            if was != is {
                told.push(format!("“{was}” is called “{is}”."));
            }
        }
    }
    for (list, is) in to.word_lists().all() {
        let was = from.word_lists().list(list);
        let added: Vec<&str> = is.iter().filter(|word| !was.contains(word)).map(String::as_str).collect();
        let removed: Vec<&str> = was.iter().filter(|word| !is.contains(word)).map(String::as_str).collect();
        if !added.is_empty() {
            told.push(format!("The list “{list}” has also: {}.", added.join(", ")));
        }
        if !removed.is_empty() {
            told.push(format!("The list “{list}” has no longer: {}.", removed.join(", ")));
        }
    }
}

fn process(a: &Process, b: &Process, told: &mut Vec<String>) {
    let before = told.len();
    for (was, is) in
        pairs(a.steps.iter().map(|it| (it.id.as_str(), it)), b.steps.iter().map(|it| (it.id.as_str(), it)))
    {
        match (was, is) {
            (Some(was), None) => told.push(format!("{}: the step “{}” is gone.", b.title, was.title)),
            (None, Some(is)) => told.push(format!("{}: the step “{}” is new.", b.title, is.title)),
            (Some(was), Some(is)) => step(was, is, &b.title, told),
            (None, None) => {}
        }
    }
    if told.len() == before && (a.title != b.title || a.guidance != b.guidance || a.gates != b.gates) {
        told.push(format!("{}: its words are others.", b.title));
    }
}

fn step(was: &Step, is: &Step, process: &str, told: &mut Vec<String>) {
    if was.who != is.who {
        told.push(format!("{process}: “{}” is done by {}.", is.title, is.who.join(", ")));
    }
    if was.form != is.form {
        told.push(format!("{process}: “{}” uses the form “{}”.", is.title, is.form));
    }
    if (&was.opened_by, &was.needs) != (&is.opened_by, &is.needs) {
        told.push(format!("{process}: “{}” is opened by other events.", is.title));
    }
    if was.closed_by != is.closed_by {
        told.push(format!("{process}: “{}” is closed by other events.", is.title));
    }
    if (&was.title, &was.guidance) != (&is.title, &is.guidance) {
        told.push(format!("{process}: “{}” has other words.", is.title));
    }
}

fn form(a: &Form, b: &Form, told: &mut Vec<String>) {
    if a.digest == b.digest {
        return;
    }
    let before = told.len();
    for (was, is) in pairs(
        a.questions.iter().map(|it| (it.id.as_str(), it)),
        b.questions.iter().map(|it| (it.id.as_str(), it)),
    ) {
        match (was, is) {
            (Some(was), None) => told.push(format!("{}: no longer asks “{}”.", b.title, was.label)),
            (None, Some(is)) => told.push(format!("{}: also asks “{}”.", b.title, is.label)),
            (Some(was), Some(is)) => question(was, is, &b.title, told),
            (None, None) => {}
        }
    }
    if a.title != b.title {
        told.push(format!("The form “{}” is called “{}”.", a.title, b.title));
    } else if told.len() == before {
        told.push(format!("{}: its guidance or its order is another.", b.title));
    }
}

fn question(was: &Question, is: &Question, form: &str, told: &mut Vec<String>) {
    if was.label != is.label {
        told.push(format!("{form}: asks “{}” instead of “{}”.", is.label, was.label));
    }
    if was.kind != is.kind {
        told.push(format!("{form}: “{}” is answered by {}.", is.label, is.kind.name()));
    }
    let codes = |question: &Question| -> Vec<String> {
        question.options.iter().map(|answer| answer.code.clone()).collect()
    };
    if codes(was) != codes(is) {
        told.push(format!("{form}: “{}” has other answers.", is.label));
    }
    let columns = |question: &Question| -> Vec<String> {
        question.columns.iter().map(|column| column.id.clone()).collect()
    };
    if columns(was) != columns(is) {
        told.push(format!("{form}: “{}” has other columns.", is.label));
    }
    if was.optional != is.optional || was.needed != is.needed {
        let how = if is.optional {
            "may be left blank"
        } else if is.needed {
            "must be answered"
        } else {
            "should be answered"
        };
        told.push(format!("{form}: “{}” {how}.", is.label));
    }
    if was.when != is.when {
        told.push(format!("{form}: “{}” is asked under other conditions.", is.label));
    }
    if was.shared != is.shared {
        let how = if is.shared { "once for all children" } else { "of each child" };
        told.push(format!("{form}: “{}” is asked {how}.", is.label));
    }
}
