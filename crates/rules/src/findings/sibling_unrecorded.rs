//! Brothers and sisters whom an entry names and of whom there is no record.

use std::collections::BTreeMap;

use calendar::display;
use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::events::PersonIdentified;

use super::{Example, Finding};
use crate::caseload::siblings_named;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "sibling-unrecorded",
    title: "Brother or sister without a record",
    failing: Some("F004"),
    source: "Working Together to Safeguard Children, chapter 1: the needs of every child of the household",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "a brother is named and nobody wrote down who he is",
            notation: NAMED,
            on: "2026-03-03",
            expect: &["named as brother or sister on 2 March 2026"],
        },
        Example { title: "he has a record now", notation: NAMED, on: "2026-03-06", expect: &[] },
        Example {
            title: "a child of the mother who lives with her is named on her record alone",
            notation: "
recording by screener as screener
  2026-03-02 child household.joined
    household: home
  2026-03-02 mother household.joined
    household: home
  2026-03-02 mother relationship.recorded
    to: kitto
    relation: child
",
            on: "2026-03-02",
            expect: &["Kitto was named"],
        },
    ],
};

const NAMED: &str = "
recording by screener as screener
  2026-03-02 child relationship.recorded
    to: kitto
    relation: half_sibling
recording by screener as screener
  2026-03-05 kitto person.identified
    forename: Kitto
";

fn look(circle: &Circle) -> Vec<Found> {
    let mut named: BTreeMap<&PersonId, (Date, EntryId)> = BTreeMap::new();
    for kinship in siblings_named(circle) {
        let entry = (kinship.span.from, kinship.by);
        let first = named.entry(&kinship.to).or_insert(entry);
        *first = (*first).min(entry);
    }
    let found = named.into_iter().map(|(sibling, (day, by))| {
        let because = format!(
            "{} was named as brother or sister on {}, and nobody has recorded who that is, so no list can show \
             that child.",
            circle.name_of_unrecorded(sibling),
            display::full_date(day)
        );
        let recorded = circle.timeline_of(sibling);
        let recorded = recorded.and_then(|t| t.of::<PersonIdentified>().map(|(entry, _)| entry.day()).next());
        let found = Found::since(day, because).cleared(recorded).from([by]).waited_from(day);
        found.mended_by("person.identified")
    });
    found.collect()
}
