//! `onen show`: one person's chronology in the notation, then timeline, due dates and findings.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use chronology::{EntryId, Live, PersonId, Recorded, own_kinds};
use jiff::Timestamp;
use jiff::civil::Date;
use record::Timeline;
use rules::DutyState;
use serde_json::json;

use crate::authority::{Authority, today};
use crate::failure::{Answer, Failure};
use crate::output::say;

pub(crate) fn run(
    data: &Path,
    person: &str,
    as_at: Option<Date>,
    known_at: Option<Timestamp>,
    json: bool,
) -> Result<Answer, Failure> {
    let person = PersonId::new(person)?;
    let authority = Authority::open_for_reading(data)?;
    let entries = authority.chronology.person_as_known_at(&person, known_at)?;
    let day = as_at.or(known_at.map(calendar::london::date_of)).unwrap_or_else(today);
    let shown = shown(&entries, as_at, known_at);
    if shown.is_empty() {
        return Err(Failure(format!("Nothing is recorded about “{person}” at that moment")));
    }
    let views = authority.views(data)?;
    crate::looking::log(data, &person)?;
    let around = views.around_unlogged(&person, as_at, known_at)?;
    let duties = rules::timescales::duties(&around.circle());
    let findings = rules::findings::findings(&around.circle());
    let duties = duties.iter().filter_map(|duty| Some((duty, duty.state_on(day)?)));
    let held = findings.iter().filter(|(_, found)| found.holds_on(day));
    if json {
        let due: Vec<_> = duties
            .map(|(duty, state)| {
                json!({ "timescale": duty.timescale.id, "started_on": duty.started_on(), "due_on": duty.due_on,
                    "stopped_on": duty.stopped_on(), "state": state.code(), "because": duty.because })
            })
            .collect();
        let found: Vec<_> = held
            .map(
                |(rule, found)| json!({ "finding": rule.id, "since": found.since, "because": found.because }),
            )
            .collect();
        let entries: Vec<_> = chronology::live(&shown, None).iter().map(told).collect();
        say!(
            "{}",
            json!({ "person": person, "as_at": day, "stage": around.timeline.stage_on(day), "entries": entries, "due": due, "findings": found })
        );
        return Ok(Answer::Done);
    }
    crate::output::print(format_args!("{}", record::notation::write_person(&shown)));
    say!("\n# {} on {day}", around.timeline.identity.name());
    summary(&around.timeline, day);
    say!("\n# Due");
    for (duty, state) in duties.filter(|(_, state)| *state != DutyState::Lapsed) {
        say!(
            "{:<8} {}  {}",
            state.code(),
            duty.due_on.map_or_else(|| "no time   ".to_owned(), |due| due.to_string()),
            duty.timescale.title
        );
    }
    say!("\n# Findings");
    for (_, found) in held {
        say!("since {}  {}", found.since, found.because);
    }
    Ok(Answer::Done)
}

/// The entries of a moment: what had happened by then, as it is known to have happened, with whatever
/// corrected or withdrew it.
fn shown(entries: &[Arc<Recorded>], as_at: Option<Date>, known_at: Option<Timestamp>) -> Vec<Arc<Recorded>> {
    let mut kept = BTreeSet::new();
    let standing = chronology::live(entries, known_at);
    standing
        .into_iter()
        .filter(|entry| {
            let changes = own_kinds::CHANGING.contains(&entry.recorded.kind.as_str());
            let target = || entry.body().get("entry")?.as_str()?.parse::<EntryId>().ok();
            let mends = changes && target().is_some_and(|target| kept.contains(&target));
            let happened = as_at.is_none_or(|day| entry.occurred.date() <= day);
            (happened || mends) && kept.insert(entry.recorded.id)
        })
        .map(|entry| entry.recorded)
        .collect()
}

/// An entry as it was recorded, and how it stands.
fn told(entry: &Live) -> serde_json::Value {
    let recorded = &entry.recorded;
    json!({ "entry": recorded.id, "about": recorded.about, "kind": recorded.kind, "version": recorded.version,
        "author": recorded.author, "role": recorded.role, "recorded_at": recorded.recorded_at, "source": recorded.source,
        "occurred": entry.occurred, "body": entry.body(), "standing": entry.standing })
}

fn summary(timeline: &Timeline, day: Date) {
    say!("stage: {}", timeline.stage_on(day).label());
    if let Some(birth) = timeline.identity.birth {
        say!("age: {}", birth.phrase(day, calendar::LeapDayBirthday::FirstOfMarch));
    }
    for stay in timeline.stays.iter().filter(|stay| stay.span.covers(day)) {
        say!("household: {} since {}", stay.household, stay.span.from);
    }
    if let Some(worker) = timeline.allocation_on(day).and_then(|allocation| allocation.worker.as_ref()) {
        say!("worker: {worker}");
    }
    for involvement in &timeline.involvements {
        say!(
            "open: {} to {}",
            involvement.span.from,
            involvement.span.to.map_or_else(|| "now".to_owned(), |to| to.to_string())
        );
    }
    for plan in &timeline.protection_plans {
        let category = plan.category().map_or("no category", |category| category.label());
        say!(
            "protection plan: {} to {}, {category}",
            plan.span.from,
            plan.span.to.map_or_else(|| "now".to_owned(), |to| to.to_string())
        );
    }
}
