//! What the samples of the form pages share: who writes, the four children, lists of choices.

use maud::Markup;

use super::Sample;
use super::samples::frame;
use crate::components::Frame;
use crate::components::crumbs::Crumb;
use crate::components::form::{FormSheet, Kind, Part, Question};

/// Draws every sample of a page.
pub(super) fn drawn<T>(
    page: &'static str,
    frame: &Frame,
    samples: Vec<(&'static str, T)>,
    view: fn(&Frame, &T) -> Markup,
) -> Vec<Sample> {
    let one = |(name, context)| Sample { page, name, html: view(frame, &context).into_string() };
    samples.into_iter().map(one).collect()
}

/// The front door's screener.
pub(super) fn asha() -> Frame {
    frame("Asha Lobb", "Front-door screener")
}

/// The front door's manager.
pub(super) fn martin() -> Frame {
    frame("Martin Eddy", "Front-door manager")
}

/// The team's manager.
pub(super) fn ruth() -> Frame {
    frame("Ruth Tregear", "Team manager, West team")
}

/// The conference's chair.
pub(super) fn alan() -> Frame {
    frame("Alan Spargo", "Conference chair")
}

/// Kinds of agency.
pub(super) const AGENCY: [(&str, &str); 6] = [
    ("social_care", "Social care"),
    ("police", "Police"),
    ("health", "Health"),
    ("school", "School"),
    ("advocacy", "Advocacy"),
    ("family", "Family"),
];

/// Levels of need.
pub(super) const LEVEL: [(&str, &str); 4] = [
    ("universal", "1, universal services"),
    ("early_help", "2, early help"),
    ("in_need", "3, child in need"),
    ("protection", "4, significant harm"),
];

/// Yes or no.
pub(super) const YES_NO: [(&str, &str); 2] = [("yes", "Yes"), ("no", "No")];

/// The children's ids.
pub(super) const IDS: [&str; 4] = ["NAN-1", "NAN-2", "HOS-1", "HOS-2"];

/// An empty form about the four children, ages as in March 2026, drafts kept.
pub(super) fn sheet(form: &str) -> FormSheet {
    let child = |id: &str, short: &str, age: &str| Part {
        scope: id.into(),
        heading: format!("{short}, {age}"),
        short: short.into(),
        age: age.into(),
        ..Part::default()
    };
    FormSheet {
        form: form.into(),
        about: IDS.map(Into::into).into(),
        seen: "10482".into(),
        draft: "D-771".into(),
        action: "/record".into(),
        draft_href: "/drafts/D-771".into(),
        shared: Part { scope: "shared".into(), heading: "For everyone".into(), ..Part::default() },
        children: vec![
            child("NAN-1", "Morwenna", "9 years 4 months"),
            child("NAN-2", "Jory", "6 years 8 months"),
            child("HOS-1", "Tegen", "3 years 2 months"),
            child("HOS-2", "Baby Hosken", "due 4 August 2026"),
        ],
        ..FormSheet::default()
    }
}

/// Shared questions.
pub(super) fn shared(sheet: &mut FormSheet, questions: Vec<Question>) {
    sheet.shared.questions = questions;
}

/// One question of every child, with the words that each has so far.
pub(super) fn each(sheet: &mut FormSheet, kind: Kind, id: &str, label: &str, words: [&str; 4]) {
    for (part, words) in sheet.children.iter_mut().zip(words) {
        part.questions.push(Question::new(kind, format!("{}.{id}", part.scope), label).words(words));
    }
}

/// One question of every child, with the value that each has chosen so far; empty for none.
pub(super) fn each_of(
    sheet: &mut FormSheet,
    id: &str,
    label: &str,
    choices: &[(&str, &str)],
    chosen: [&str; 4],
) {
    for (part, value) in sheet.children.iter_mut().zip(chosen) {
        let asked = Question::new(Kind::Choice, format!("{}.{id}", part.scope), label).choices(choices);
        part.questions.push(if value.is_empty() { asked } else { asked.chosen(&[value]) });
    }
}

/// A shared question of words.
pub(super) fn long(id: &str, label: &str, hint: &str, words: &str) -> Question {
    Question::new(Kind::LongText, format!("shared.{id}"), label).hint(hint).words(words)
}

/// A column of a table of parts.
pub(super) fn column(kind: Kind, field: &str, label: &str) -> Question {
    Question::new(kind, field, label)
}

/// The way here from My work.
pub(super) fn crumbs(steps: &[(&str, &str)]) -> Vec<Crumb> {
    let work = std::iter::once(Crumb::new("My work", "/work"));
    work.chain(steps.iter().map(|(words, href)| Crumb::new(*words, *href))).collect()
}
