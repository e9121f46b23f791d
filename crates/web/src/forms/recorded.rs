//! What was recorded: where every form leads. What it started, and the next step for every child at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use calendar::display;
use chronology::{Recorded, RecordingNumber};
use maud::Markup;
use practice::Happened;
use record::Choices;
use record::events::PersonCategory;
use rules::Duty;
use views::Around;
use views::access::{Pass, action_for, may};

use super::starts::changed_by;
use crate::App;
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::task_table::Task;
use crate::components::{Tag, Tone, Why};
use crate::pages::record::saved::{Entered, SavedPage, view};
use crate::problem::Problem;
use crate::session::SignedIn;

/// Somebody the recording is about.
struct Person {
    around: Around,
    pass: Pass,
    short: String,
    child: bool,
}

/// Shows it, to somebody who may open the record of everybody it is about.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(number): Path<u64>,
) -> Result<Markup, Problem> {
    let number = RecordingNumber(number);
    let entries = app.chronology.entries_of_recording(number)?;
    if entries.is_empty() {
        return Err(Problem::NotFound);
    }
    let mut people: Vec<Person> = Vec::new();
    for entry in &entries {
        let pass = app.pass(&signed_in.who, &entry.about).await?;
        if people.iter().any(|known| known.around.person == *pass.person()) {
            continue;
        }
        let around = app.around(&pass)?;
        let identity = &around.timeline.identity;
        let child = identity.category == Some(PersonCategory::Child);
        let short = around.timeline.organisation.team_name.clone().unwrap_or_else(|| identity.short_name());
        people.push(Person { short, child, around, pass });
    }
    let page = page(&app, &signed_in, number, &entries, &people)?;
    Ok(view(&app.frame(Some(&signed_in)), &page))
}

fn page(
    app: &App,
    signed_in: &SignedIn,
    number: RecordingNumber,
    entries: &[Arc<Recorded>],
    people: &[Person],
) -> Result<SavedPage, Problem> {
    let names: Vec<String> = people.iter().map(|one| one.short.clone()).collect();
    let at = entries.first().map(|entry| display::date_and_time(entry.recorded_at)).unwrap_or_default();
    let author = entries.first().map(|entry| app.views.name(&entry.author)).unwrap_or_default();
    let recorded_on =
        entries.first().map_or(app.today(), |entry| calendar::london::date_of(entry.recorded_at));
    let (next, also) = next(app, signed_in, people);
    let mut started: Vec<(Duty, Vec<&Person>)> = Vec::new();
    let mut stopped: Vec<(Duty, Vec<&Person>)> = Vec::new();
    for person in people {
        let changed = changed_by(app, &person.around, number)?;
        gather(&mut started, changed.started, person);
        gather(&mut stopped, changed.stopped, person);
    }
    started.sort_by_key(|(duty, _)| duty.due_on);
    let initials = people.first().map(|one| super::initials(&one.around.timeline.identity.name()));
    Ok(SavedPage {
        initials: initials.unwrap_or_default(),
        heading: format!("Recorded for {}", rules::listed(&names)),
        summary: format!("By {author}, {at}. Recording {number}."),
        entries: entries.iter().filter_map(|entry| entered(app, entry, people)).collect(),
        started: started.iter().map(|(duty, whose)| task(app, duty, whose)).collect(),
        stopped: stopped.iter().map(|(duty, whose)| ended(duty, whose)).collect(),
        findings: findings(app, people, recorded_on),
        also,
        left_out: Vec::new(),
        next,
    })
}

/// Puts the same duty, due on the same day, for several people into one row.
fn gather<'a>(rows: &mut Vec<(Duty, Vec<&'a Person>)>, duties: Vec<Duty>, person: &'a Person) {
    for duty in duties {
        let same = |(known, _): &&mut (Duty, Vec<&Person>)| {
            known.timescale.id == duty.timescale.id
                && known.due_on == duty.due_on
                && known.in_time == duty.in_time
        };
        match rows.iter_mut().find(same) {
            Some((_, whose)) => whose.push(person),
            None => rows.push((duty, vec![person])),
        }
    }
}

fn entered(app: &App, entry: &Recorded, people: &[Person]) -> Option<Entered> {
    let person = people
        .iter()
        .find(|one| one.around.person == entry.about || one.around.timeline.entry(entry.id).is_some())?;
    let timeline = &person.around.timeline;
    let what = timeline
        .entry(entry.id)
        .map(|known| crate::pages::people::wording::line(known, &|id| person.around.circle().name_of(id)));
    let title = || record::kind_info(&entry.kind).map_or(entry.kind.clone(), |info| info.title.to_owned());
    let age = timeline.identity.birth.map(|birth| birth.phrase(app.today(), app.leap_day()));
    let name = timeline.organisation.team_name.clone().unwrap_or_else(|| timeline.identity.name());
    Some(Entered {
        name,
        href: format!("/people/{}", person.around.person),
        age: age.unwrap_or_default(),
        what: what.unwrap_or_else(title).into(),
        tags: vec![Tag::new(Tone::Plain, display::table_date(entry.occurred.date()))],
    })
}

/// A duty that it started, as something to do for each of those who have it.
fn task(app: &App, duty: &Duty, whose: &[&Person]) -> Task {
    let names: Vec<String> = whose.iter().map(|one| one.short.clone()).collect();
    let ids: Vec<&str> = whose.iter().map(|one| one.around.person.as_str()).collect();
    let form = app.practice.forms_of_kind(duty.timescale.stopped_by).next();
    let person = ids.first().copied().unwrap_or_default();
    let next = match form {
        Some(form) => {
            Button::secondary(form.title.clone(), format!("/forms/{}?about={}", form.id, ids.join(",")))
        }
        None => Button::secondary("Open the record", format!("/people/{person}")),
    };
    Task {
        what: duty.timescale.title.to_owned(),
        href: next.href.clone(),
        who: rules::listed(&names),
        why_here: format!("From {}.", duty.timescale.starts).into(),
        why: Some(Why {
            about: duty.timescale.title.to_lowercase(),
            ..Why::titled("Why this date?", duty.because.clone())
        }),
        when: crate::pages::work::mine::due(app.today(), duty.due_on),
        next: next.about(rules::listed(&names)),
    }
}

fn ended(duty: &Duty, whose: &[&Person]) -> Prose {
    let names: Vec<String> = whose.iter().map(|one| one.short.clone()).collect();
    let words = Prose::new().text(format!("{} ({}) ", duty.timescale.title, rules::listed(&names)));
    let due =
        duty.due_on.map(|due| format!(": it was due by {}", display::weekday_date(due))).unwrap_or_default();
    match duty.in_time {
        Some(false) => words.tag(Tag::new(Tone::Late, format!("Done late{due}"))),
        Some(true) => words.tag(Tag::new(Tone::Met, "Done in time")),
        None => words.tag(Tag::new(Tone::Plain, "Done; without a time nobody can say whether in time")),
    }
}

/// What the rules notice today of the people it is about, and did not before the day of the recording.
fn findings(app: &App, people: &[Person], recorded_on: jiff::civil::Date) -> Vec<Prose> {
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for person in people {
        let noticed = app.views.findings_of(&person.pass, app.today()).unwrap_or_default();
        for finding in noticed.into_iter().filter(|finding| finding.since >= recorded_on) {
            let title = rules::findings::finding(&finding.finding)
                .map_or(finding.finding.clone(), |rule| rule.title.to_owned());
            let whose = lines.entry(title).or_default();
            if !whose.contains(&person.short) {
                whose.push(person.short.clone());
            }
        }
    }
    let line = |(title, whose): (String, Vec<String>)| {
        Prose::new()
            .tag(Tag::new(Tone::Finding, "Finding"))
            .text(format!(" {title}: {}.", rules::listed(&whose)))
    };
    lines.into_iter().map(line).take(8).collect()
}

/// The steps that stand open: buttons for those that this worker does, each for all who need it; lines for
/// those that wait for somebody else.
fn next(app: &App, signed_in: &SignedIn, people: &[Person]) -> (Vec<Button>, Vec<Prose>) {
    let role = signed_in.who.role;
    let mut steps: Vec<(&practice::Step, jiff::civil::Date, Vec<&Person>)> = Vec::new();
    for person in people.iter().filter(|person| person.child) {
        let events = Happened::all(&person.around.timeline);
        for open in app.practice.open_steps(&events) {
            match steps.iter_mut().find(|(step, _, _)| step.form == open.step.form) {
                Some((_, since, whose)) => {
                    *since = (*since).max(open.since);
                    whose.push(person);
                }
                None => steps.push((open.step, open.since, vec![person])),
            }
        }
    }
    steps.sort_by_key(|(_, since, _)| std::cmp::Reverse(*since));
    let mut buttons = Vec::new();
    let mut also = Vec::new();
    for (step, _, whose) in steps {
        let Some(form) = app.practice.form(&step.form) else { continue };
        let names = rules::listed(&whose.iter().map(|one| one.short.clone()).collect::<Vec<_>>());
        let own = step.who.iter().any(|who| who == role.code());
        if own && may(role, action_for(form.event.kind)) {
            buttons.extend(step_buttons(form, &step.title, &whose, buttons.is_empty()));
        } else {
            let who: Vec<String> =
                step.who.iter().map(|who| app.practice.label("Role", who).to_lowercase()).collect();
            also.push(Prose::new().text(format!(
                "{} ({names}): waits for {}.",
                step.title,
                who.join(" or ")
            )));
        }
    }
    buttons.truncate(8);
    if let Some(first) = people.first() {
        buttons.push(Button::secondary(
            format!("{}’s record", first.short),
            format!("/people/{}", first.around.person),
        ));
    }
    buttons.push(Button::secondary("Back to my work", "/work"));
    (buttons, also)
}

/// One button for all of them, or one for each where the form takes one person at a time.
fn step_buttons(form: &practice::Form, title: &str, whose: &[&Person], first: bool) -> Vec<Button> {
    let button = |people: &[&Person], primary: bool| {
        let names = rules::listed(&people.iter().map(|one| one.short.clone()).collect::<Vec<_>>());
        let ids: Vec<&str> = people.iter().map(|one: &&Person| one.around.person.as_str()).collect();
        Button {
            primary,
            ..Button::primary(
                format!("{title}: {names}"),
                format!("/forms/{}?about={}", form.id, ids.join(",")),
            )
        }
    };
    if form.several_children {
        return vec![button(whose, first)];
    }
    whose.iter().enumerate().map(|(place, one)| button(&[*one], first && place == 0)).collect()
}
