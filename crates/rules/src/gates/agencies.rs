//! What the agencies around a child were asked before an assessment is signed off.

use calendar::display;
use jiff::civil::Date;
use record::Choices;
use record::events::Agency;

use super::asking::Asking;
use super::assessment::running;
use super::{Decision, FORMS_ASK_FROM, Gate, Missing};
use crate::Circle;
use crate::sharing::{heard_from, of_school_age, requests};

pub(super) const GATE: Gate = Gate {
    kind: "assessment.signed_off",
    failings: &["F034"],
    asks: "Health, the school of a child of school age and every agency asked heard since the case opened, or why not.",
    from: Some(FORMS_ASK_FROM),
    missing,
};

/// Needs each agency that may know the child to have answered since the case opened, or a reason why it was not
/// asked: health, the school of a child of school age, and every agency that was asked.
fn missing(decision: &Decision, circle: &Circle) -> Vec<Missing> {
    let Some(assessment) = running(circle.timeline) else { return Vec::new() };
    let (mut asking, started) = (Asking::of(decision, circle), assessment.started.date());
    let timeline = circle.timeline;
    let since = timeline.worked_with_since(started).unwrap_or(started);
    let asked: Vec<(Agency, Date)> = requests(timeline)
        .into_iter()
        .filter(|one| one.entry.day() >= since)
        .filter_map(|one| Some((one.said.agency?, one.entry.day())))
        .collect();
    let school = of_school_age(circle, asking.day()).then_some(Agency::School);
    let mut relevant: Vec<Agency> =
        [Agency::Health].into_iter().chain(school).chain(asked.iter().map(|(agency, _)| *agency)).collect();
    relevant.sort_by_key(|agency| agency.code());
    relevant.dedup();
    let child = asking.child();
    for agency in relevant {
        let there = heard_from(circle, agency, since).is_some();
        let when = asked.iter().rev().find(|(whom, _)| *whom == agency).map(|(_, day)| *day);
        let (mend, message) = match when {
            Some(day) => (
                "information.shared",
                format!(
                    "{}, asked about {child} on {}, has not answered: write what it holds, or why it is not asked.",
                    agency.label(),
                    display::full_date(day)
                ),
            ),
            None => (
                "information.requested",
                format!("{} was not asked about {child}: ask, or say why not.", agency.label()),
            ),
        };
        asking.need_first(there, "F034", mend, message);
    }
    asking.missing()
}
