//! The lines of a timeline: entries of one person or several, with what is made of them.

use std::collections::{BTreeMap, BTreeSet};

use calendar::age::years_and_months;
use calendar::{BirthDate, display};
use chronology::{EntryId, PersonId, Standing};
use record::events::{EntryMarkedSignificant, Relation, Significance};
use record::{Choices, Timeline, TimelineEntry};
use views::Around;

use super::chosen::Whose;
use crate::components::button::Button;
use crate::components::card::Fact;
use crate::components::prose::Prose;
use crate::components::timeline::Happening;
use crate::components::{Tag, Tone};
use crate::pages::people::reading::{Moment, Reading, form_href};
use crate::pages::people::wording;
use crate::problem::Problem;

/// One line: an entry, or one said of several people at once.
pub(super) struct Line {
    pub(super) entry: TimelineEntry,
    /// About whom, the person themselves first.
    pub(super) about: Vec<(PersonId, String)>,
    /// How much it matters and what it meant, by whom, if somebody has said.
    pub(super) marked: Option<(EntryMarkedSignificant, PersonId)>,
    /// Whether it had happened and was not known at the moment on screen.
    pub(super) unknown_then: bool,
    /// What it says, with protected addresses left out.
    pub(super) words: String,
    /// Whether it stands among lines about others.
    among_others: bool,
}

/// Everything gathered.
pub(super) struct Gathered {
    /// In the order of what happened.
    pub(super) lines: Vec<Line>,
    /// How many people's entries the reader may not see.
    pub(super) restricted: usize,
    /// Addresses and postcodes that must be kept from somebody.
    secrets: BTreeSet<String>,
}

impl Gathered {
    /// A text with what must be kept from somebody left out.
    pub(super) fn safe(&self, text: &str) -> String {
        without(text, &self.secrets)
    }
}

impl Line {
    /// The code of its significance; empty where nobody has marked it.
    pub(super) fn significance_code(&self) -> &'static str {
        self.significance().map_or("unmarked", Choices::code)
    }

    fn significance(&self) -> Option<Significance> {
        self.marked.as_ref().and_then(|(marked, _)| marked.significance)
    }

    /// What it meant for the child.
    pub(super) fn meaning(&self) -> &str {
        self.marked.as_ref().and_then(|(marked, _)| marked.meaning.as_deref()).unwrap_or_default()
    }

    /// Whether it holds these words, in small letters, anywhere.
    pub(super) fn holds(&self, words: &str) -> bool {
        let in_body = |value: &serde_json::Value| value.to_string().to_lowercase().contains(words);
        self.words.to_lowercase().contains(words)
            || self.entry.event.title().to_lowercase().contains(words)
            || self.meaning().to_lowercase().contains(words)
            || self.entry.event.body().values().any(in_body)
            || self.entry.recorded.body.iter().flat_map(|body| body.get("answers")).any(in_body)
    }
}

/// Gathers the lines of everybody asked for. Each further person is opened with a pass of their own.
pub(super) async fn gather(reading: &Reading, whose: Whose) -> Result<Gathered, Problem> {
    let mut arounds: Vec<(Around, Option<Around>)> = Vec::new();
    let now = |pass: &views::access::Pass| match reading.moment {
        Some(Moment::KnownAt(_)) => reading.app.around(pass).map(Some),
        _ => Ok(None),
    };
    arounds.push((reading.around.clone(), now(&reading.pass)?));
    let mut restricted = 0;
    for person in further(reading, whose) {
        match reading.app.pass(&reading.signed_in.who, &person).await {
            Ok(pass) => {
                let (as_at, known_at) = match reading.moment {
                    None => (None, None),
                    Some(Moment::AsAt(day)) => (Some(day), None),
                    Some(Moment::KnownAt(at)) => (Some(reading.today), Some(at)),
                };
                arounds.push((reading.app.views.around(&pass, as_at, known_at)?, now(&pass)?));
            }
            Err(Problem::Restricted { .. } | Problem::NotFound) => restricted += 1,
            Err(problem) => return Err(problem),
        }
    }
    let secrets = secrets(arounds.iter().map(|(around, _)| around));
    let mut lines: Vec<Line> = Vec::new();
    let mut places: BTreeMap<(u64, String), usize> = BTreeMap::new();
    for (around, later) in &arounds {
        let marks = marks(&around.timeline);
        let known = around.timeline.entries.iter().map(|entry| (entry, false));
        let unknown = later.iter().flat_map(|now| unknown_then(reading, now)).map(|entry| (entry, true));
        for (entry, unknown_then) in known.chain(unknown) {
            let said = format!("{} {}", entry.recorded.kind, serde_json::Value::Object(entry.event.body()));
            let person = (around.person.clone(), around.timeline.identity.short_name());
            let place = (entry.id.recording.0, said);
            if let Some(known) =
                places.get(&place).filter(|at| lines[**at].about.iter().all(|p| p.0 != person.0))
            {
                lines[*known].about.push(person);
                continue;
            }
            places.insert(place, lines.len());
            let words = wording::said(entry, &|id| reading.name_of(id));
            lines.push(Line {
                entry: entry.clone(),
                about: vec![person],
                marked: marks.get(&entry.id).cloned(),
                unknown_then,
                words: without(&words, &secrets),
                among_others: arounds.len() > 1,
            });
        }
    }
    lines.sort_by_key(|line| line.entry.occurred);
    Ok(Gathered { lines, restricted, secrets })
}

/// The others whose entries are asked for.
fn further(reading: &Reading, whose: Whose) -> BTreeSet<PersonId> {
    let timeline = reading.timeline();
    let home: BTreeSet<&PersonId> =
        timeline.stays.iter().filter(|s| s.span.covers(reading.today)).map(|s| &s.household).collect();
    let lives_here = |other: &Timeline| {
        other.stays.iter().any(|s| s.span.covers(reading.today) && home.contains(&s.household))
    };
    let siblings = [Relation::Sibling, Relation::HalfSibling, Relation::StepSibling, Relation::Twin];
    let is_sibling = |id: &PersonId, other: &Timeline| {
        timeline.kinships.iter().any(|kin| kin.to == *id && siblings.contains(&kin.relation))
            || (lives_here(other) && reading.around.circle().child_on(other, reading.today))
    };
    let wanted = |id: &PersonId, other: &Timeline| match whose {
        Whose::Own => false,
        Whose::Siblings => is_sibling(id, other),
        Whose::Household => lives_here(other),
    };
    let others = reading.around.others.iter().filter(|(id, other)| wanted(id, other));
    others.map(|(id, _)| id.clone()).collect()
}

/// What had happened by the moment on screen and was recorded after it. Of something without a time on that
/// very day nobody can say.
fn unknown_then<'a>(reading: &Reading, now: &'a Around) -> Vec<&'a TimelineEntry> {
    let Some(Moment::KnownAt(at)) = reading.moment else { return Vec::new() };
    let happened = |entry: &&TimelineEntry| {
        entry.occurred.instant().map_or(entry.day() < reading.today, |moment| moment <= at)
    };
    let changing = chronology::own_kinds::CHANGING;
    let later = |entry: &&TimelineEntry| {
        entry.recorded_at() > at && !changing.contains(&entry.recorded.kind.as_str())
    };
    now.timeline.entries.iter().filter(later).filter(happened).collect()
}

/// The latest mark of each entry, and who made it.
fn marks(timeline: &Timeline) -> BTreeMap<EntryId, (EntryMarkedSignificant, PersonId)> {
    let marked = timeline.of::<EntryMarkedSignificant>();
    marked.map(|(entry, mark)| (mark.entry, (mark.clone(), entry.author().clone()))).collect()
}

/// Addresses and postcodes that must be kept from somebody.
fn secrets<'a>(arounds: impl Iterator<Item = &'a Around>) -> BTreeSet<String> {
    let timelines = arounds.flat_map(|around| around.others.values().chain([&around.timeline]));
    let stays = timelines.flat_map(|timeline| &timeline.stays).filter(|stay| stay.protected);
    stays.flat_map(|stay| [stay.address.clone(), stay.postcode.clone()]).flatten().collect()
}

/// A text with what must be kept from somebody left out.
fn without(text: &str, secrets: &BTreeSet<String>) -> String {
    let kept = secrets.iter().filter(|secret| secret.len() > 3);
    kept.fold(text.to_owned(), |text, secret| text.replace(secret.as_str(), "[protected address]"))
}

/// “9 y 3 m”, the person's age on a day; “before birth”; empty where their birth is not known.
pub(super) fn age_then(reading: &Reading, day: jiff::civil::Date) -> String {
    let Some(birth) = reading.timeline().identity.birth else { return String::new() };
    match birth {
        BirthDate::Expected(_) => "before birth".to_owned(),
        _ => match years_and_months(birth.date(), day, reading.app.leap_day()) {
            Some((years, months)) => format!("{years} y {months} m"),
            None => "before birth".to_owned(),
        },
    }
}

/// About whom, from whom, recorded when.
pub(super) fn source(reading: &Reading, line: &Line) -> String {
    let entry = &line.entry;
    let names: Vec<&str> = line.about.iter().map(|(_, name)| name.as_str()).collect();
    let time = entry.occurred.time().map(|time| format!("at {}", display::time(time)));
    let role = reading.app.practice.label("Role", &entry.recorded.role).to_lowercase();
    let wall = calendar::london::wall_clock(entry.recorded_at());
    let file = entry.recorded.source.as_ref().map(|_| "from another system".to_owned());
    let parts = [
        line.among_others.then(|| format!("About {}", names.join(", "))),
        time,
        Some(format!("{}, {role}", reading.name_of(entry.author()))),
        entry.recorded.on_behalf_of.as_ref().map(|whom| format!("for {whom}")),
        file,
        Some(format!("recorded {}, {}", display::table_date(wall.date()), display::time(wall.time()))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The line as the page shows it.
pub(super) fn happening(reading: &Reading, line: &Line) -> Happening {
    let entry = &line.entry;
    let date = display::table_date(entry.day());
    let meaning = line.meaning();
    let analysis = line
        .marked
        .as_ref()
        .filter(|_| !meaning.is_empty())
        .map(|(_, author)| Prose::new().text(format!("{meaning} ")).quiet(reading.name_of(author)));
    let names = |id: &PersonId| reading.name_of(id);
    let fields = wording::fields(&entry.event, &names).into_iter().chain(answers(reading, entry));
    let fields = fields.map(|(label, words)| Fact::new(label, words));
    Happening {
        id: format!("e{}", entry.id),
        date: entry.day().to_string(),
        shown: date.rsplit_once(' ').map_or(date.as_str(), |(start, _)| start).to_owned(),
        age_then: age_then(reading, entry.day()),
        heading: entry.event.title().to_owned(),
        key: line.significance() == Some(Significance::Key),
        not_known_then: line.unknown_then,
        tags: tags(line),
        words: words(line),
        analysis,
        source: source(reading, line),
        fields: fields.collect(),
        acts: if reading.may_record() { acts(reading, line) } else { Vec::new() },
        ..Happening::default()
    }
}

/// What was answered that no rule reads, by the questions of the form as it was then.
fn answers(reading: &Reading, entry: &TimelineEntry) -> Vec<(String, String)> {
    let Some(body) = &entry.recorded.body else { return Vec::new() };
    let digest = body.get("form").and_then(|form| form.as_str());
    let form = digest.and_then(|digest| reading.app.practice.form_of_digest(digest));
    let answers = body.get("answers").and_then(|answers| answers.as_object());
    let said = |(id, value): (&String, &serde_json::Value)| {
        let label = form.and_then(|form| form.question(id)).map(|question| question.label.clone());
        let words = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (label.unwrap_or_else(|| wording::label(id)), words)
    };
    answers.into_iter().flatten().map(said).collect()
}

/// What it says, and how it stands: nothing corrected, withdrawn or unreadable is hidden.
fn words(line: &Line) -> Prose {
    let standing = match &line.entry.standing {
        Standing::Stands => Prose::new(),
        Standing::Corrected { by, reason } => Prose::new()
            .text("Corrected: ")
            .text(format!("{reason} "))
            .link(format!("#e{by}"), "The correction"),
        Standing::Withdrawn { by, reason } => Prose::new()
            .text("Withdrawn: ")
            .text(format!("{reason} "))
            .link(format!("#e{by}"), "The withdrawal"),
        Standing::Disposed => "Its words were destroyed at the end of the time they are kept.".into(),
    };
    let fault = line.entry.unreadable.clone().map(|fault| format!(" Kept as it was written: {fault}."));
    let gap = if line.words.is_empty() || standing.is_empty() { "" } else { " · " };
    Prose::new().text(format!("{}{}{gap}", line.words, fault.unwrap_or_default())).append(standing)
}

fn tags(line: &Line) -> Vec<Tag> {
    let mut tags = Vec::new();
    match line.significance() {
        None | Some(Significance::Key) => {}
        Some(Significance::Harm) => tags.push(Tag::new(Tone::Late, Significance::Harm.label())),
        Some(other) => tags.push(Tag::new(Tone::Plain, other.label())),
    }
    match line.entry.standing {
        Standing::Stands => {}
        Standing::Corrected { .. } => tags.push(Tag::new(Tone::Finding, "Corrected")),
        Standing::Withdrawn { .. } => tags.push(Tag::new(Tone::Overdue, "Withdrawn: does not count")),
        Standing::Disposed => tags.push(Tag::new(Tone::Plain, "Destroyed")),
    }
    if line.entry.unreadable.is_some() {
        tags.push(Tag::new(Tone::Finding, "Could not be read"));
    }
    tags
}

fn acts(reading: &Reading, line: &Line) -> Vec<Button> {
    let entry = &line.entry;
    let about = line.about.first().map_or(reading.person(), |(person, _)| person);
    let said = format!("{}, {}", entry.event.title(), display::table_date(entry.day()));
    let act = |words: &str, form: &str| {
        let href = form_href(&reading.app, form, about, &[("entry", entry.id.to_string())]);
        Button::secondary(words, href).about(said.clone())
    };
    match entry.standing {
        Standing::Disposed => Vec::new(),
        Standing::Withdrawn { .. } => vec![act("Reinstate", "reinstatement")],
        _ => vec![
            act("Say what it meant", "significance"),
            Button::secondary("Correct", format!("/people/{about}/entries/{}/correct", entry.id))
                .about(said.clone()),
            act("Withdraw", "withdrawal"),
        ],
    }
}
