//! What the agencies around a child were asked before an assessment is signed off.

use calendar::display;
use jiff::civil::{Date, date};
use record::Choices;
use record::events::Agency;

use super::asking::Asking;
use crate::sharing::{heard_from, of_school_age, requests};

/// The first day of sign-offs that answer for each agency. What was signed off before, when no form asked, may be
/// corrected without it.
const ANSWERED_FROM: Date = date(2026, 1, 1);

/// Needs each agency that may know the child to have answered since the case opened, or a reason why it was not
/// asked: health, the school of a child of school age, and every agency that was asked.
pub(super) fn agencies(asking: &mut Asking, started: Date) {
    if asking.day() < ANSWERED_FROM {
        return;
    }
    let timeline = asking.circle.timeline;
    let opened = timeline.involvements.iter().map(|one| one.span.from).filter(|from| *from <= started).max();
    let since = opened.unwrap_or(started);
    let asked: Vec<(Agency, Date)> = requests(timeline)
        .into_iter()
        .filter(|one| one.entry.day() >= since)
        .filter_map(|one| Some((one.said.agency?, one.entry.day())))
        .collect();
    let school = of_school_age(asking.circle, asking.day()).then_some(Agency::School);
    let mut relevant: Vec<Agency> =
        [Agency::Health].into_iter().chain(school).chain(asked.iter().map(|(agency, _)| *agency)).collect();
    relevant.sort_by_key(|agency| agency.code());
    relevant.dedup();
    let child = asking.child();
    for agency in relevant {
        let there = heard_from(asking.circle, agency, since).is_some();
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
}
