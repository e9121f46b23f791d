//! Signs of harm that build up: each small, together a pattern.

use std::collections::BTreeMap;

use calendar::{display, periods};
use chronology::EntryId;
use jiff::civil::Date;
use record::Event;
use record::events::{ChronologyReviewed, Significance};

use super::{Example, Finding};
use crate::days::earliest;
use crate::words::{listed, said};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "harm-pattern",
    title: "Signs of harm form a pattern",
    failing: Some("F038"),
    source: "Working Together to Safeguard Children, chapter 3: cumulative harm, neglect above all",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "four signs of neglect", notation: NEGLECT, on: "2026-02-01", expect: &[] },
        Example {
            title: "the fifth within a year",
            notation: NEGLECT,
            on: "2026-02-02",
            expect: &[
                "5 signs of harm to the child in the year to 2 February 2026: 4 of neglect and 1 other",
            ],
        },
        Example {
            title: "read through, and the pattern said",
            notation: NEGLECT,
            on: "2026-02-10",
            expect: &[],
        },
        Example {
            title: "five over two years are no pattern of a year",
            notation: "
recording by worker as social_worker
  2024-03-02 child concern.recorded
    kind_of_harm: NEG
  2024-09-02 child concern.recorded
    kind_of_harm: NEG
  2025-03-02 child concern.recorded
    kind_of_harm: NEG
  2025-09-02 child concern.recorded
    kind_of_harm: NEG
  2026-02-02 child concern.recorded
    kind_of_harm: NEG
",
            on: "2026-02-02",
            expect: &[],
        },
    ],
};

const NEGLECT: &str = "
recording by worker as social_worker
  2025-04-01 child concern.recorded
    kind_of_harm: NEG
  2025-06-01 child concern.recorded
    kind_of_harm: NEG
  2025-09-01 child concern.recorded
    kind_of_harm: NEG
  2025-12-01 child contact.received
    concern_of_harm: yes
  2026-02-02 child concern.recorded
    kind_of_harm: NEG
recording by worker as social_worker
  2026-02-10 child chronology.reviewed
    pattern: Worse each time her mother drinks
    harm_building: yes
";

/// The national code of neglect.
const NEGLECT_CODE: &str = "NEG";

fn look(circle: &Circle) -> Vec<Found> {
    let signs = signs(circle);
    let enough = circle.settings.limit("harm_events_year") as usize;
    let reviewed: Vec<Date> = circle
        .timeline
        .of::<ChronologyReviewed>()
        .filter(|(_, review)| said(&review.pattern))
        .map(|(entry, _)| entry.day())
        .collect();
    let mut found = Vec::new();
    for (place, sign) in signs.iter().enumerate() {
        let within_a_year = |earlier: &&Sign| sign.on < periods::add_years(earlier.on, 1);
        let year: Vec<&Sign> = signs[..=place].iter().filter(within_a_year).collect();
        if year.len() < enough {
            continue;
        }
        let next = signs.get(place + 1).map(|next| next.on);
        let read = reviewed.iter().copied().find(|day| *day >= sign.on);
        let fades = year.len().checked_sub(enough).and_then(|at| year.get(at));
        let fades = fades.map(|oldest| periods::add_years(oldest.on, 1));
        let neglect = year.iter().filter(|sign| sign.neglect).count();
        let others = year.len() - neglect;
        let kinds = [(neglect, "of neglect"), (others, if others == 1 { "other" } else { "others" })];
        let kinds: Vec<String> = kinds
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, kind)| format!("{count} {kind}"))
            .collect();
        let because = format!(
            "The record holds {} signs of harm to {} in the year to {}: {}.",
            year.len(),
            circle.child(),
            display::full_date(sign.on),
            listed(&kinds)
        );
        let one = Found::since(sign.on, because).cleared(earliest([next, read, fades]));
        found.push(one.from(year.iter().map(|sign| sign.by)).mended_by("chronology.reviewed"));
    }
    found
}

/// A sign of harm.
struct Sign {
    on: Date,
    by: EntryId,
    neglect: bool,
}

fn signs(circle: &Circle) -> Vec<Sign> {
    let mut signs: BTreeMap<EntryId, Sign> = BTreeMap::new();
    for entry in circle.timeline.counting() {
        let (of, neglect) = match &entry.event {
            Event::ConcernRecorded(e) => (entry.id, e.kind_of_harm.is_some_and(|k| k.code() == NEGLECT_CODE)),
            Event::ContactReceived(e) if e.concern_of_harm == Some(true) => (entry.id, false),
            Event::EntryMarkedSignificant(e) if e.significance == Some(Significance::Harm) => {
                (e.entry, false)
            }
            _ => continue,
        };
        let Some(marked) = circle.timeline.entry(of).filter(|marked| marked.counts()) else { continue };
        signs.entry(of).or_insert(Sign { on: marked.day(), by: of, neglect });
    }
    let mut signs: Vec<Sign> = signs.into_values().collect();
    signs.sort_by_key(|sign| (sign.on, sign.by));
    signs
}
