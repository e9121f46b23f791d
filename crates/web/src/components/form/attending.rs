//! Who takes part in a meeting, as rows of one table of parts: in a grid of
//! radios, or beside what each of them knew.

use maud::{Markup, html};

use super::super::attendance::{Attendee, Attends, attendance};
use super::super::fields::Choice;
use super::super::prose::Prose;
use super::super::table::{Column, Row, Table, linked, table};
use super::super::tag::{Tag, tag};
use super::{Answer, Kind, Question, cell, question};

/// Empty rows at the end, for those who came and were not asked.
const SPARE: usize = 2;

/// Somebody asked to take part.
#[derive(Clone, Debug, Default)]
pub struct Attending {
    /// "Kerra Nance".
    pub name: String,
    /// "Mother".
    pub capacity: String,
    /// The agency's code.
    pub agency: String,
    /// The person's id, when they are in the record.
    pub person: String,
    /// `present`, `remote`, `apologies` or `absent`; empty when not yet said.
    pub presence: String,
    /// Their report, in words and tags.
    pub report: Prose,
    /// What they knew, as typed so far.
    pub knew: String,
    /// What was tried, when they are missing.
    pub tried: String,
    /// What else is asked of them: when their report came, what was tried. Folded beneath their report.
    pub also: Vec<Question>,
    /// "Not known to us until now"; "Missing".
    pub notes: Vec<Tag>,
}

/// Draws the attendance grid, then spare rows for others. Sent as rows of `shared.attendance`.
///
/// Accessibility: see [`attendance`]; the spare rows are a table of their own with a caption.
#[must_use]
pub fn attending(caption: &str, report_head: &str, people: &[Attending], agencies: &[Choice]) -> Markup {
    let rows = people.iter().enumerate().map(|(place, one)| Attendee {
        field: format!("shared.attendance.{place}.presence"),
        name: one.name.clone(),
        part: one.capacity.clone(),
        attends: attends(&one.presence),
        report: html! { (one.report) (sent(place, one)) (also(one)) },
    });
    let rows: Vec<Attendee> = rows.collect();
    let spare = (people.len()..people.len() + SPARE).map(|place| {
        Row::New(vec![
            cell(&asked(place, Kind::Text, "name", "Name", &[])),
            cell(&asked(place, Kind::Text, "capacity", "What they are to the child", &[])),
            cell(&asked(place, Kind::Choice, "agency", "Agency", agencies)),
            cell(&asked(place, Kind::Choice, "presence", "Here?", &presences())),
        ])
    });
    let mut others = Table::new(
        "Others who came",
        vec![
            Column::new("Someone else").width(30),
            Column::new("What they are to the child").short("Capacity"),
            Column::new("Agency").width(20),
            Column::new("Here?").width(20),
        ],
    );
    others.rows = spare.collect();
    others.class = "on-rows";
    html! { (attendance(caption, report_head, &rows)) (table(&others)) (add_someone()) }
}

/// Draws who took part beside what each knew, as rows of `shared.attendance` and `shared.knew`.
#[must_use]
pub fn told(caption: &str, people: &[Attending], agencies: &[Choice]) -> Markup {
    let rows = people.iter().enumerate().map(|(place, one)| {
        let agency = agencies.iter().find(|agency| agency.value == one.agency);
        let words = agency.map_or(one.agency.as_str(), |agency| agency.words.as_str());
        let here = Question { answer: Answer::chosen(&one.presence), ..asked(place, Kind::Choice, "presence", &format!("{}: here?", one.name), &presences()) };
        Row::Cells(vec![
            html! { (linked(&one.name, "", &one.capacity)) (sent(place, one)) (also(one)) },
            html! { (words) },
            html! { (cell(&here)) @if !one.tried.is_empty() { small { (one.tried) } } },
            html! { (cell(&knew(place, &format!("What {} knew", words.to_lowercase()), &one.knew))) @for note in &one.notes { (tag(note)) } },
        ])
    });
    let spare = (people.len()..people.len() + SPARE).map(|place| {
        Row::New(vec![
            cell(&asked(place, Kind::Text, "name", "Name", &[])),
            cell(&asked(place, Kind::Choice, "agency", "Agency", agencies)),
            cell(&asked(place, Kind::Choice, "presence", "Here?", &presences())),
            cell(&knew(place, "What they knew", "")),
        ])
    });
    let mut drawn = Table::new(
        caption,
        vec![
            Column::new("Person").width(20),
            Column::new("Agency").width(15),
            Column::new("Here?").width(15),
            Column::new("What they knew").short("Knew"),
        ],
    );
    drawn.rows = rows.chain(spare).collect();
    html! { (table(&drawn)) (add_someone()) }
}

/// What else is asked of somebody, open once it is wrong or answered.
fn also(one: &Attending) -> Markup {
    let heard = |asked: &Question| !asked.error.is_empty() || !asked.answer.words.is_empty();
    html! {
        @if !one.also.is_empty() {
            details.on-why open[one.also.iter().any(heard)] {
                summary { "More" span.on-hidden { " about " (one.name) } }
                div { @for asked in &one.also { (question(asked)) } }
            }
        }
    }
}

fn add_someone() -> Markup {
    html! { button.on-btn.on-btn--2.on-btn--s name="add" value="shared.attendance" { "Add someone" } }
}

fn attends(presence: &str) -> Option<Attends> {
    [Attends::Here, Attends::Remote, Attends::Apologies, Attends::NotHere]
        .into_iter()
        .find(|way| way.value() == presence)
}

fn presences() -> Vec<Choice> {
    [Attends::Here, Attends::Remote, Attends::Apologies, Attends::NotHere]
        .map(|way| Choice::new(way.value(), way.words()))
        .into()
}

fn asked(place: usize, kind: Kind, field: &str, label: &str, choices: &[Choice]) -> Question {
    let name = format!("shared.attendance.{place}.{field}");
    Question { choices: choices.to_vec(), ..Question::new(kind, name, format!("{label}, row {}", place + 1)) }
}

fn knew(place: usize, label: &str, words: &str) -> Question {
    Question::new(Kind::LongText, format!("shared.knew.{place}.what"), label).words(words)
}

/// What a row sends unseen, so that its words need not be typed again.
fn sent(place: usize, one: &Attending) -> Markup {
    let nothing = String::new();
    let fields = [
        ("name", &one.name),
        ("capacity", &one.capacity),
        ("agency", &one.agency),
        ("person", &one.person),
        ("tried", if one.also.is_empty() { &one.tried } else { &nothing }),
    ];
    html! {
        @for (field, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
            input type="hidden" name={ "shared.attendance." (place) "." (field) } value=(value);
        }
    }
}
