//! A finding asked about a past day says what it would have said then, had nothing happened since.

use std::collections::BTreeMap;
use std::sync::Arc;

use chronology::{PersonId, Recorded};
use jiff::civil::Date;
use record::Timeline;
use record::notation::fixture;
use rules::findings::FINDINGS;
use rules::timescales::TIMESCALES;
use rules::{Circle, Settings};

type Entries = BTreeMap<PersonId, Vec<Arc<Recorded>>>;

fn entries(notation: &str) -> Entries {
    let mut people = Entries::new();
    for entry in fixture(notation) {
        people.entry(entry.about.clone()).or_default().push(entry);
    }
    people
}

/// What holds on a day for each person, given the entries up to a day (or all of them).
fn holding(people: &Entries, as_at: Option<Date>, on: Date) -> Vec<String> {
    let fold = |entries: &Vec<Arc<Recorded>>| Arc::new(Timeline::fold(entries, as_at, None));
    let all: BTreeMap<PersonId, Arc<Timeline>> = people.iter().map(|(id, e)| (id.clone(), fold(e))).collect();
    let settings = Settings::default();
    let mut said = Vec::new();
    for (person, timeline) in &all {
        let mut others = all.clone();
        others.remove(person);
        let circle = Circle { person, timeline, others: &others, settings: &settings };
        for (rule, found) in rules::findings::findings(&circle) {
            assert!(found.because.ends_with('.'), "{}: {}", rule.id, found.because);
            if found.holds_on(on) {
                said.push(format!("{person} {} since {}", rule.id, found.since));
            }
        }
    }
    said.sort();
    said
}

#[test]
fn what_holds_on_a_day_does_not_hang_on_what_happened_after_it() {
    // Odd dates are noticed only once both dates are known.
    let depends_on_later = ["before-birth", "after-death", "decided-before-contact"];
    let findings = FINDINGS.iter().flat_map(|finding| finding.examples.iter().map(|one| one.notation));
    let timescales =
        TIMESCALES.iter().flat_map(|timescale| timescale.examples.iter().map(|one| one.notation));
    let mut wrong = Vec::new();
    // A birth recorded later changes what a past day was: the child was not born yet.
    for notation in findings.chain(timescales).filter(|notation| !notation.contains("birth.recorded")) {
        let people = entries(notation);
        let mut days: Vec<Date> = people.values().flatten().map(|entry| entry.occurred.date()).collect();
        days.sort();
        days.dedup();
        let between = days.windows(2).map(|pair| pair[1].yesterday().unwrap()).filter(|day| *day >= days[0]);
        let between: Vec<Date> = between.collect();
        for day in days.iter().copied().chain(between) {
            let keep = |said: &String| !depends_on_later.iter().any(|id| said.contains(id));
            let then: Vec<String> = holding(&people, Some(day), day).into_iter().filter(keep).collect();
            let now: Vec<String> = holding(&people, None, day).into_iter().filter(keep).collect();
            if then != now {
                wrong.push(format!("on {day} in{notation}\n  then {then:#?}\n  now {now:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n\n"));
}
