//! What an entry says, in a line or in full, for people.

use calendar::display;
use chronology::PersonId;
use record::events::{SeenAlone, YesNo};
use record::{Choices, Event, TimelineEntry};
use serde_json::Value;

/// Says who a person is.
type Names<'a> = &'a dyn Fn(&PersonId) -> String;

/// An entry in a line: its kind, and what matters most of it.
pub(crate) fn line(entry: &TimelineEntry, names: Names) -> String {
    let title = entry.event.title();
    match gist(&entry.event, names).filter(|gist| !gist.trim().is_empty()) {
        Some(gist) => format!("{title}: {}", shortened(&gist, 140)),
        None => title.to_owned(),
    }
}

/// What an entry says, beside its title: as much of it as fits a few lines.
pub(crate) fn said(entry: &TimelineEntry, names: Names) -> String {
    let said = gist(&entry.event, names).map(|gist| shortened(&gist, 420)).unwrap_or_default();
    display::capital(&said)
}

/// What matters most of an event.
fn gist(event: &Event, names: Names) -> Option<String> {
    match event {
        Event::ContactReceived(e) => {
            let from = e.referrer_name.clone().or(e.source.map(|source| source.label().to_owned()));
            let worry = e.worry.clone().or(e.what_happened.clone());
            Some([from, worry].into_iter().flatten().collect::<Vec<_>>().join(": "))
        }
        Event::ContactDecided(e) => e.outcome.map(|outcome| outcome.label().to_owned()),
        Event::ReferralReceived(e) => e.reason.clone(),
        Event::ReferralDecided(e) => e.outcome.map(|outcome| outcome.label().to_owned()),
        Event::AssessmentCompleted(e) => e.analysis.clone(),
        Event::AssessmentSignedOff(e) => e.outcome.map(|outcome| outcome.label().to_owned()),
        Event::EnquiryDecided(e) => e.decision.map(|decision| decision.label().to_owned()),
        Event::EnquiryCompleted(e) => e.outcome.map(|outcome| outcome.label().to_owned()),
        Event::ConferenceHeld(e) => e.conference_type.map(|kind| kind.label().to_owned()),
        Event::ConferenceDecided(e) => Some(match (e.plan_needed, e.category) {
            (Some(true), Some(category)) => format!("protection plan, {}", category.label().to_lowercase()),
            (Some(true), None) => "protection plan".to_owned(),
            (Some(false), _) => "no protection plan".to_owned(),
            (None, _) => String::new(),
        }),
        Event::ProtectionPlanStarted(e) => e.category.map(|category| category.label().to_owned()),
        Event::VisitMade(e) => {
            let seen = match (e.seen, e.seen_alone) {
                (Some(YesNo::Yes), Some(SeenAlone::Yes)) => "seen alone",
                (Some(YesNo::Yes), _) => "seen",
                (Some(YesNo::No), _) => "not seen",
                _ => "",
            };
            let place = e.place.map(|place| place.label().to_lowercase()).unwrap_or_default();
            let seen = [seen, place.as_str()]
                .iter()
                .filter(|w| !w.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(", ");
            let parts =
                [Some(seen), e.analysis.clone()].into_iter().flatten().filter(|words| !words.is_empty());
            Some(parts.collect::<Vec<_>>().join(". "))
        }
        Event::ViewsRecorded(e) => e.words.as_ref().map(|words| format!("“{words}”")),
        Event::CaseNoteRecorded(e) => e.heading.clone().or(e.note.clone()),
        Event::AllocationStarted(e) => e.worker.as_ref().map(names),
        Event::RelationshipRecorded(e) => {
            Some(format!("{}, {}", names(&e.to), e.relation.label().to_lowercase()))
        }
        Event::HouseholdJoined(e) => e.address.clone(),
        Event::ActionAssigned(e) => e.action.as_ref().and_then(|action| action.what.clone()),
        Event::ManagementDecisionMade(e) => e.decision.clone(),
        Event::NameRecorded(e) => e.full_name.clone().or(e.forename.clone()),
        _ => event
            .body()
            .values()
            .find_map(|value| value.as_str().map(str::to_owned).filter(|text| text.contains(' '))),
    }
}

/// Every field of an entry as label and words, in the order of its kind's declaration.
pub(crate) fn fields(event: &Event, names: Names) -> Vec<(String, String)> {
    let body = event.body();
    let info = record::kind_info(event.kind());
    let known = info.map(|info| info.fields).unwrap_or_default();
    let mut said = Vec::new();
    for field in known {
        if let Some(value) = body.get(field.name) {
            said.push((label(field.name), words(value, field.of(), names)));
        }
    }
    for (name, value) in body.iter().filter(|(name, _)| known.iter().all(|field| field.name != name.as_str()))
    {
        said.push((label(name), words(value, None, names)));
    }
    said
}

/// “seen alone” for `seen_alone`.
pub(crate) fn label(name: &str) -> String {
    let words = name.replace('_', " ");
    display::capital(&words)
}

fn words(value: &Value, list: Option<&str>, names: Names) -> String {
    match value {
        Value::Bool(yes) => if *yes { "Yes" } else { "No" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => coded(text, list)
            .or_else(|| day(text))
            .or_else(|| person(text, names))
            .unwrap_or_else(|| text.clone()),
        Value::Array(items) => {
            items.iter().map(|item| words(item, list, names)).collect::<Vec<_>>().join("; ")
        }
        Value::Object(part) => {
            let cells = part.iter().map(|(name, cell)| {
                let of = list
                    .and_then(record::events::part_fields)
                    .and_then(|f| f.iter().find(|f| f.name == name))
                    .and_then(|f| f.of());
                format!("{}: {}", label(name).to_lowercase(), words(cell, of, names))
            });
            cells.collect::<Vec<_>>().join(", ")
        }
        Value::Null => String::new(),
    }
}

fn coded(text: &str, list: Option<&str>) -> Option<String> {
    let list = record::choice_list(list?)?;
    list.answers.iter().find(|(code, _)| *code == text).map(|(_, label)| (*label).to_owned())
}

fn day(text: &str) -> Option<String> {
    (text.len() == 10).then(|| text.parse().ok().map(display::full_date)).flatten()
}

fn person(text: &str, names: Names) -> Option<String> {
    let id = PersonId::new(text).ok().filter(|_| text.contains('-'))?;
    let name = names(&id);
    (name != text).then_some(name)
}

/// A text cut at a word, no longer than `most` letters.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let (mut line, mut length) = (String::new(), 0);
    for word in text.split_whitespace() {
        let space = usize::from(length > 0);
        let longer = length + space + word.chars().count();
        if longer > most {
            if length == 0 {
                line.extend(word.chars().take(most));
            }
            line.push('…');
            return line;
        }
        if space == 1 {
            line.push(' ');
        }
        line.push_str(word);
        length = longer;
    }
    line
}
