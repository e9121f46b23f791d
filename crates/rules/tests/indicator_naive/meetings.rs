//! The figures of conferences, advocacy and high-risk conferences, and a naive count of the same lives.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use record::notation::fixture_of;

use crate::figures::{People, named};

const HAPPENINGS: &[(&str, &str)] = &[
    ("conference.held", ""),
    ("conference.held", "childs_views: v"),
    ("conference.held", "advocate: a"),
    ("participation.recorded", "way: by_writing"),
    ("participation.recorded", "way: not_at_all"),
    ("advocacy.views_presented", ""),
    ("advocacy.offered", ""),
    ("marac.referred", ""),
    ("marac.referred", "victim: kerra"),
    ("marac.heard", ""),
];

const FIRST: Date = date(2012, 1, 2);

/// A line: its day, kind, and whether it has a field.
type Line = (Date, String, String);

fn lines(text: &str) -> Vec<Line> {
    let of = |entry: &std::sync::Arc<chronology::Recorded>| {
        (entry.occurred.date(), entry.kind.clone(), serde_json::to_string(&entry.body.as_ref()).unwrap())
    };
    fixture_of(text, "child").iter().map(of).collect()
}

/// Each conference with whether something was said for it since the one before, or at it.
fn conferences(lines: &[Line], at_it: &str, for_it: impl Fn(&Line) -> bool) -> Vec<(Date, bool)> {
    let (mut told, mut all) = (false, Vec::new());
    for line in lines {
        if line.1 == "conference.held" {
            all.push((line.0, told || line.2.contains(at_it)));
            told = false;
        } else {
            told |= for_it(line);
        }
    }
    all
}

fn found(people: &People, id: &str) -> Vec<(Date, bool)> {
    let cases = people.cases(named(id)).into_iter();
    let mut found: Vec<_> = cases.map(|(_, case)| (case.dated.days().0, case.met)).collect();
    found.sort();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn conferences_and_high_risk_cases_agree_with_a_naive_count(
        life in prop::collection::btree_map(0..900_i32, 0..HAPPENINGS.len(), 1..40)
    ) {
        let mut text = String::from("recording by worker as social_worker\n");
        for (offset, happening) in &life {
            let (kind, fields) = HAPPENINGS[*happening];
            let _ = writeln!(text, "  {} child {kind}", FIRST.checked_add(offset.days()).unwrap());
            if !fields.is_empty() {
                let _ = writeln!(text, "    {fields}");
            }
        }
        let people = People::of(&text);
        let lines = lines(&text);
        let part = conferences(&lines, "childs_views", |line| line.2.contains("by_writing"));
        prop_assert_eq!(found(&people, "conferences_with_childs_part"), part);
        let spoke = conferences(&lines, "advocate", |line| line.1 == "advocacy.views_presented");
        prop_assert_eq!(found(&people, "conferences_with_advocacy"), spoke.clone());
        for year in 2011..2016 {
            let (first, last) = (date(year, 4, 1), date(year + 1, 3, 31));
            let counted = found(&people, "children_represented_by_advocate");
            let counted = counted.iter().filter(|(on, _)| first <= *on && *on <= last).count();
            let any = spoke.iter().any(|(on, met)| *met && first <= *on && *on <= last);
            prop_assert_eq!(counted, usize::from(any), "{}", year);
        }
        let referred = |child: bool| lines.iter().filter(move |line| line.1 == "marac.referred" && line.2.contains("kerra") == child);
        prop_assert_eq!(found(&people, "marac_cases").len(), referred(false).count());
        prop_assert_eq!(found(&people, "marac_children").len(), referred(true).count());
        let repeat = |on: Date| {
            let heard = lines.iter().filter(|line| line.1 == "marac.heard");
            heard.map(|line| line.0).any(|before| before < on && before.checked_add(12.months()).unwrap() >= on)
        };
        let repeats: Vec<(Date, bool)> = referred(false).map(|line| (line.0, repeat(line.0))).collect();
        prop_assert_eq!(found(&people, "marac_repeat"), repeats);
    }
}
