//! The figures of early help, and a naive count of the same lives.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use proptest::prelude::*;
use record::notation::fixture_of;

use crate::figures::{People, at, between, named};
use crate::naive::{self, Line, OnDay};

/// What may happen, and its fields.
const HAPPENINGS: &[(&str, &str)] = &[
    ("contact.decided", "level_of_need: early_help; outcome: early_help"),
    ("contact.decided", "level_of_need: early_help; outcome: advice_given"),
    ("contact.decided", "level_of_need: early_help; outcome: referral"),
    ("contact.decided", "level_of_need: universal; outcome: advice_given"),
    ("early_help.requested", ""),
    ("early_help.allocated", ""),
    ("early_help.declined", ""),
    ("early_help_episode.started", ""),
    ("early_help_episode.ended", "why: met"),
    ("early_help_episode.ended", "why: withdrew"),
    ("early_help_assessment.completed", ""),
    ("outcome.rated", "need: bed; workers_rating: met"),
    ("outcome.rated", "need: bed; workers_rating: same"),
];

const FIRST: Date = date(2012, 1, 2);
const DAYS: i32 = 1_200;

fn lines(text: &str) -> Vec<Line> {
    let entries = fixture_of(text, "child");
    let mut lines: Vec<Line> = entries
        .iter()
        .map(|entry| Line {
            day: entry.occurred.date(),
            kind: entry.kind.clone(),
            body: serde_json::to_value(entry.body.as_ref()).unwrap(),
        })
        .collect();
    lines.sort_by_key(|line| line.day);
    lines
}

fn agree(people: &People, lines: &[Line], id: &str, naive: fn(&[Line]) -> Vec<OnDay>) {
    let cases = people.cases(named(id));
    let mut found: Vec<OnDay> = cases.iter().map(|(_, case)| (case.dated.days().0, case.met)).collect();
    let mut expected = naive(lines);
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "{id}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn early_help_agrees_with_a_naive_count(life in prop::collection::btree_map(0..DAYS, 0..HAPPENINGS.len(), 1..40)) {
        // The child comes of age within the time.
        let mut text = String::from(
            "recording by worker as social_worker\n  2011-12-01 child person.identified\n    date_of_birth: 1996-06-15\n",
        );
        for (offset, happening) in &life {
            let (kind, fields) = HAPPENINGS[*happening];
            let _ = writeln!(text, "  {} child {kind}", FIRST.checked_add(offset.days()).unwrap());
            for field in fields.split("; ").filter(|field| !field.is_empty()) {
                let _ = writeln!(text, "    {field}");
            }
        }
        let people = People::of(&text);
        let lines = lines(&text);
        agree(&people, &lines, "below_threshold_with_destination", naive::below_threshold_with_destination);
        agree(&people, &lines, "early_help_closed_with_progress", naive::early_help_closed_with_progress);
        let cases = people.cases(named("early_help_children_at_date"));
        for offset in (0..DAYS + 400).step_by(7) {
            let day = FIRST.checked_add(offset.days()).unwrap();
            let found = at(&cases, day).len();
            prop_assert_eq!(found, usize::from(naive::early_help_children_at_date(&lines, day).is_some()), "{}", day);
        }
        let cases = people.cases(named("early_help_children_in_year"));
        for year in 2011..2016 {
            let found = between(&cases, date(year, 4, 1), date(year + 1, 3, 31)).len();
            prop_assert_eq!(found, usize::from(naive::early_help_in_year(&lines, year)), "{}", year);
        }
    }
}
