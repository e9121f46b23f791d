//! Publishing the threshold document, and citing it.

use std::collections::BTreeSet;

use calendar::display;
use record::Event;

use super::asking::Asking;
use super::{Decision, Gate, Missing};
use crate::Circle;
use crate::threshold::{document, in_force, versions};
use crate::words::{listed, said};

pub(super) const PUBLICATION: Gate = Gate {
    kind: "threshold_document.published",
    failings: &["F010"],
    asks: "The board’s approval with its day, the first day in force (none before the approval), a name that no earlier \
           version has, the agencies that must acknowledge it, and for each indicator its code, level and words.",
    from: None,
    missing,
};

fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ThresholdDocumentPublished(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let mut need = |given: bool, field: &'static str, message: &str| {
        asking.need(given, "F010", field, message.to_owned());
    };
    need(said(&e.version), "version", "Give the version a name.");
    let taken = versions(circle.timeline).iter().any(|one| Some(one.name()) == e.version.as_deref());
    need(!taken, "version", "Another version has this name: give this one its own.");
    need(said(&e.approved_by), "approved_by", "Say which board approved it, with the minute.");
    need(
        e.approved_on.is_some_and(|on| on <= decision.occurred.date()),
        "approved_on",
        "Give the day on which the board approved it: until then it is not published.",
    );
    need(e.in_force_from.is_some(), "in_force_from", "Give the first day on which decisions follow it.");
    let early = e.in_force_from.is_some_and(|from| e.approved_on.is_some_and(|on| from < on));
    need(!early, "in_force_from", "It cannot be in force before the board approved it.");
    need(!e.agencies.is_empty(), "agencies", "Name the agencies that must acknowledge it.");
    need(!e.indicators.is_empty(), "indicators", "Give its indicators, level by level.");
    let whole =
        |one: &record::events::ThresholdIndicator| said(&one.code) && said(&one.words) && one.level.is_some();
    need(
        e.indicators.iter().all(whole),
        "indicators",
        "Each indicator has a code, the level of need it stands for, and words.",
    );
    let mut codes = BTreeSet::new();
    let once = e.indicators.iter().all(|one| codes.insert(one.code.as_deref().map(str::trim)));
    need(once, "indicators", "Each code stands for one indicator: two have the same.");
    let plain = e.indicators.iter().filter_map(|one| one.code.as_deref()).all(|code| !code.contains(','));
    need(plain, "indicators", "A code has no comma in it: decisions cite several, with commas between.");
    asking.missing()
}

pub(super) const CITATION: Gate = Gate {
    kind: "contact.decided",
    failings: &["F010"],
    asks: "If it cites the threshold document: the version in force on its day, and indicators of that version.",
    from: None,
    missing: citation,
};

fn citation(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Event::ContactDecided(e) = decision.event else { return Vec::new() };
    let mut asking = Asking::of(decision, circle);
    let (child, day) = (asking.child(), asking.day());
    let Some(document) = document(circle) else { return Vec::new() };
    let cites = said(&e.threshold_version) || !e.indicators.is_empty();
    match in_force(document, day) {
        None => {
            let words = format!("No threshold document was in force on {}.", display::full_date(day));
            asking.need(!cites, "F010", "indicators", words);
        }
        Some(version) => {
            let named = e.threshold_version.as_deref().unwrap_or(version.name());
            let words = format!(
                "The decision about {child} on {} follows version {} of the threshold document, not {named}.",
                display::full_date(day),
                version.name()
            );
            asking.need(named == version.name(), "F010", "threshold_version", words);
            let unknown: Vec<String> =
                e.indicators.iter().filter(|code| version.indicator(code).is_none()).cloned().collect();
            let words = format!("Version {} has no indicator {}.", version.name(), listed(&unknown));
            asking.need(unknown.is_empty(), "F010", "indicators", words);
        }
    }
    asking.missing()
}
