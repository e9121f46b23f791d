//! Everyone in the family: who is known, who may be known, who is new.

use std::collections::BTreeSet;

use calendar::{BirthDate, display};
use chronology::PersonId;
use jiff::civil::Date;
use views::access::Pass;
use views::{Card, Hit};

use super::{Likely, Member, MemberGroup};
use crate::App;
use crate::components::fields::Choice;
use crate::components::log::LogLine;
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::components::{Tag, Tone};
use crate::forms::Sent;
use crate::matching_of;
use crate::problem::Problem;

/// The parts somebody may have in a family: what is sent, what is read, whether they live there.
const PARTS: [(&str, &str); 9] = [
    ("child", "Child who lives there"),
    ("unborn", "Baby not born yet"),
    ("child_elsewhere", "Child who lives elsewhere"),
    ("mother", "Mother, lives there"),
    ("father", "Father, lives there"),
    ("mother_elsewhere", "Mother, lives elsewhere"),
    ("father_elsewhere", "Father, lives elsewhere"),
    ("adult", "Another adult who lives there"),
    ("other", "Someone else"),
];

/// Somebody written down.
pub(super) struct Row {
    /// The name as typed, or as recorded.
    pub(super) name: String,
    /// The part in the family, by its value.
    pub(super) part: String,
    /// Born, or due, as far as it could be read.
    pub(super) born: Option<Date>,
    /// Who it is: an id, `new`, or nobody has said.
    person: String,
    /// The scope of the person's own questions: their id, or `row-3`.
    pub(super) scope: PersonId,
    /// The person's card, if known.
    card: Option<Card>,
    /// People it may be.
    likely: Vec<Hit>,
    /// How many restricted people it may be.
    restricted: usize,
    /// What is known from before.
    pub(super) history: Vec<LogLine>,
}

impl Row {
    /// Whether this is a child of the contact, born or not.
    pub(super) fn is_child(&self) -> bool {
        matches!(self.part.as_str(), "child" | "unborn" | "child_elsewhere")
    }

    /// Whether the person lives in the household.
    pub(super) fn lives_there(&self) -> bool {
        matches!(self.part.as_str(), "child" | "unborn" | "mother" | "father" | "adult")
    }

    /// Whether somebody must still say who it is.
    pub(super) fn undecided(&self) -> bool {
        self.person.is_empty() && !self.likely.is_empty()
    }

    /// The id of somebody known.
    pub(super) fn known(&self) -> Option<&PersonId> {
        self.card.as_ref().map(|_| &self.scope)
    }

    /// The household that somebody known lives in.
    pub(super) fn home(&self) -> Option<PersonId> {
        PersonId::new(self.card.as_ref()?.household.as_deref()?).ok()
    }

    /// The name by which to speak of them.
    pub(super) fn short(&self) -> &str {
        match &self.card {
            Some(card) => &card.short_name,
            None => self.name.split_whitespace().next().unwrap_or("this person"),
        }
    }

    /// Age in words.
    pub(super) fn age(&self, today: Date) -> String {
        let known = self.card.as_ref().and_then(Card::birth_date);
        let typed = self.born.map(|date| {
            if self.part == "unborn" { BirthDate::Expected(date) } else { BirthDate::Known(date) }
        });
        known.or(typed).map_or_else(
            || "age not known".to_owned(),
            |birth| birth.phrase(today, calendar::LeapDayBirthday::FirstOfMarch),
        )
    }
}

/// Everyone written down so far.
pub(super) fn rows(app: &App, sent: &Sent) -> Result<Vec<Row>, Problem> {
    let mut all = Vec::new();
    let mut taken = BTreeSet::new();
    for at in 0..40 {
        let field = |name: &str| format!("shared.household.{at}.{name}");
        let Some(name) = sent.get(&field("name")).map(str::to_owned) else { continue };
        let person = sent.get(&field("person")).unwrap_or_default().to_owned();
        let part = sent.get(&field("part")).unwrap_or("child").to_owned();
        let born = sent.typed_day(&field("born"));
        let card = PersonId::new(&person)
            .ok()
            .filter(|_| person != "new")
            .map(|id| app.views.card(&id))
            .transpose()?
            .flatten();
        let known =
            card.as_ref().and_then(|card| PersonId::new(&card.id).ok()).filter(|id| taken.insert(id.clone()));
        let row = format!("row-{at}");
        let scope = known.map_or_else(|| PersonId::new(&row), Ok).map_err(Problem::fault)?;
        let (likely, restricted) =
            if person.is_empty() { likely(app, &name, born, &part)? } else { (Vec::new(), 0) };
        let history = card.as_ref().map(|card| history(app, card)).unwrap_or_default();
        let name = card.as_ref().map_or(name, |card| card.name.clone());
        all.push(Row { name, part, born, person, scope, card, likely, restricted, history });
    }
    Ok(all)
}

/// People whom a name may mean. The restricted are counted and not shown.
fn likely(app: &App, name: &str, born: Option<Date>, part: &str) -> Result<(Vec<Hit>, usize), Problem> {
    if part == "unborn" {
        return Ok((Vec::new(), 0));
    }
    let hits = app.views.likely(&matching_of(name, born))?;
    let (hidden, mut shown): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|hit| hit.card.restricted);
    shown.truncate(4);
    Ok((shown, hidden.len()))
}

/// What is known of somebody from before, in a line or two.
fn history(app: &App, card: &Card) -> Vec<LogLine> {
    let Ok(person) = PersonId::new(&card.id) else { return Vec::new() };
    let Ok(timeline) = app.views.folder().timeline(&person) else { return Vec::new() };
    let contacts = timeline.contacts.iter().rev().take(3).map(|contact| {
        let outcome = contact
            .decided
            .as_ref()
            .and_then(|d| d.outcome)
            .map_or("undecided", |outcome| record::Choices::label(outcome));
        (contact.received.date(), format!("{}: contact, {}", card.short_name, outcome.to_lowercase()))
    });
    let plans = timeline
        .protection_plans
        .iter()
        .rev()
        .take(1)
        .map(|plan| (plan.span.from, format!("{}: child protection plan", card.short_name)));
    let mut lines: Vec<(Date, String)> = contacts.chain(plans).collect();
    lines.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    lines.into_iter().map(|(day, words)| LogLine::new(day.to_string(), month(day), words)).collect()
}

/// “Mar 26”: narrow enough to stand beside what happened.
fn month(day: Date) -> String {
    format!("{} {:02}", &display::month_name(day)[..3], day.year() % 100)
}

/// Writes down the household of somebody known, so that nobody types it again.
pub(super) fn seeded(app: &App, pass: &Pass, sent: &mut Sent) -> Result<(), Problem> {
    let around = app.around(pass)?;
    let today = app.today();
    let home = around.timeline.stay_on(today).map(|stay| stay.household.clone());
    let mut people: Vec<(PersonId, String, &str)> =
        vec![(around.person.clone(), around.timeline.identity.name(), "child")];
    for (id, other) in &around.others {
        let here = home
            .as_ref()
            .is_some_and(|home| other.stays.iter().any(|s| s.household == *home && s.span.covers(today)));
        let kin = around
            .timeline
            .kinships
            .iter()
            .find(|kin| kin.to == *id && kin.span.covers(today))
            .map(|kin| kin.relation);
        let part = match (kin, here, around.circle().child_on(other, today)) {
            (_, true, true) => "child",
            (Some(record::events::Relation::Mother), true, _) => "mother",
            (Some(record::events::Relation::Father), true, _) => "father",
            (Some(record::events::Relation::Mother), false, _) => "mother_elsewhere",
            (Some(record::events::Relation::Father), false, _) => "father_elsewhere",
            (_, true, false) => "adult",
            _ => continue,
        };
        people.push((id.clone(), other.identity.name(), part));
    }
    for (at, (id, name, part)) in people.into_iter().enumerate() {
        sent.set(&format!("shared.household.{at}.name"), name);
        sent.set(&format!("shared.household.{at}.part"), part);
        sent.set(&format!("shared.household.{at}.person"), id.to_string());
    }
    if let Some(stay) = around.timeline.stay_on(today).filter(|stay| !stay.protected) {
        sent.set("shared.address", stay.address.clone().unwrap_or_default());
        sent.set("shared.postcode", stay.postcode.clone().unwrap_or_default());
    }
    Ok(())
}

/// The parts, as choices.
pub(super) fn parts() -> Vec<Choice> {
    PARTS.iter().map(|(value, words)| Choice::new(*value, *words)).collect()
}

/// The rows as the page shows them.
pub(super) fn groups(app: &App, rows: &[Row], today: Date) -> Vec<MemberGroup> {
    let words = |part: &str| {
        PARTS.iter().find(|(value, _)| *value == part).map_or("", |(_, words)| *words).to_owned()
    };
    let member = |row: &Row| {
        let mut sent = vec![("name".to_owned(), row.name.clone()), ("part".to_owned(), row.part.clone())];
        if !row.undecided() {
            sent.push((
                "person".to_owned(),
                row.known().map_or_else(|| "new".to_owned(), PersonId::to_string),
            ));
        }
        if let Some(born) = row.born {
            sent.extend(
                [
                    ("born.day", born.day().to_string()),
                    ("born.month", born.month().to_string()),
                    ("born.year", born.year().to_string()),
                ]
                .map(|(field, value)| (field.to_owned(), value)),
            );
        }
        let record = match (&row.card, row.undecided()) {
            (Some(_), _) => Tag::new(Tone::Met, "Known"),
            (None, true) => Tag::new(Tone::Soon, "Choose below"),
            (None, false) => Tag::new(Tone::Plain, "New record"),
        };
        let note = match row.restricted {
            0 => String::new(),
            1 => "1 restricted match: ask your manager".to_owned(),
            many => format!("{many} restricted matches: ask your manager"),
        };
        Member {
            name: row.name.clone(),
            short: row.short().to_owned(),
            age: row.age(today),
            part: words(&row.part),
            record: Some(record),
            record_note: note,
            change_href: String::new(),
            sent,
            likely: row.undecided().then(|| who(app, row, today)),
        }
    };
    let of = |heading: &str, children: bool| MemberGroup {
        heading: heading.to_owned(),
        members: rows.iter().filter(|row| row.is_child() == children).map(member).collect(),
    };
    vec![of("Children", true), of("Adults", false)]
}

fn who(app: &App, row: &Row, today: Date) -> Likely {
    let mut people: Vec<Choosable> = row
        .likely
        .iter()
        .map(|hit| {
            let card = &hit.card;
            let age = card.age(today, app.leap_day()).unwrap_or_else(|| "age not known".to_owned());
            let place = card.address.clone().unwrap_or_else(|| "address not recorded".to_owned());
            let reasons: Vec<&str> =
                hit.likeness.reasons.iter().map(|reason| reason.sentence.as_str()).collect();
            Choosable {
                value: card.id.clone(),
                words: format!("{}, {age}", card.name),
                beneath: format!("{place}. {}.", card.stage).into(),
                follows: Prose::new().text(reasons.join(". ")),
                chosen: false,
            }
        })
        .collect();
    people.push(Choosable {
        value: "new".to_owned(),
        words: format!("None of these: make a new record for {}", row.short()),
        beneath: "Records can be joined later, and parted again.".into(),
        ..Choosable::default()
    });
    let count = if row.likely.len() == 1 {
        "One person is likely.".to_owned()
    } else {
        format!("{} people are likely.", row.likely.len())
    };
    Likely {
        legend: format!("Is this {} someone we know? {count}", row.short()),
        people,
        ..Likely::default()
    }
}
