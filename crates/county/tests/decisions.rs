//! Decisions in the county mostly carry what a decision must; the rest are meant, and each kind of gap is met.

mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chronology::{PersonId, Recorded, recorded};
use county::Plan;
use jiff::civil::date;
use record::{Event, Timeline, decode};
use rules::gates::{Decision, GATES, missing};
use rules::{Circle, Settings};

type Entries = BTreeMap<PersonId, Vec<Arc<Recorded>>>;

/// How many decisions of each kind were tried and passed, and what the rest lacked.
#[derive(Debug, Default)]
struct Tried {
    kinds: BTreeMap<String, (usize, usize)>,
    gaps: BTreeMap<String, usize>,
}

impl Tried {
    /// Asks the gates about the decision at a place of a recording, given what was known before.
    fn judge(&mut self, entries: &[Recorded], place: usize, known: &Entries) {
        let entry = &entries[place];
        let settings = Settings::default();
        let fold = |person: &PersonId| known.get(person).map(|all| Arc::new(Timeline::fold(all, None, None)));
        let own = fold(&entry.about).unwrap_or_default();
        // Everybody a gate may ask about: the family, the author, and whoever the decision names.
        let family = entry.about.as_str().get(..8).unwrap_or_default();
        let names = |person: &PersonId| {
            entry.body.as_ref().is_some_and(|body| body.values().any(|value| value == person.as_str()))
        };
        let near = known.keys().filter(|person| {
            person.as_str().starts_with(family) || **person == entry.author || names(person)
        });
        let others: BTreeMap<PersonId, Arc<Timeline>> = near
            .filter(|person| **person != entry.about)
            .filter_map(|person| Some((person.clone(), fold(person)?)))
            .collect();
        let circle = Circle { person: &entry.about, timeline: &own, others: &others, settings: &settings };
        let mut together: Vec<(PersonId, Event)> = entries.iter().map(said).collect();
        let (_, event) = together.remove(place);
        let decision = Decision {
            occurred: entry.occurred,
            event: &event,
            author: &entry.author,
            together: &together,
            caseload: &[],
        };
        let lacks = missing(&decision, &circle);
        let count = self.kinds.entry(entry.kind.clone()).or_default();
        count.0 += 1;
        count.1 += usize::from(lacks.is_empty());
        for one in lacks {
            *self.gaps.entry(format!("{} {}", entry.kind, one.failing)).or_default() += 1;
        }
    }
}

fn said(entry: &Recorded) -> (PersonId, Event) {
    let body = entry.body.clone().unwrap_or_default();
    (entry.about.clone(), decode(&entry.kind, entry.version, &body).unwrap())
}

#[test]
fn most_decisions_pass_the_gates_and_some_do_not() {
    let plan = Plan::small(160, date(2025, 1, 1), date(2025, 12, 31));
    // A worker's move asks about all of that worker's children, whom only a view knows.
    let gated: BTreeSet<&str> =
        GATES.iter().map(|gate| gate.kind).filter(|kind| *kind != "post.vacated").collect();
    let mut known = Entries::new();
    let mut tried = Tried::default();
    for recording in shared::recordings(&plan) {
        let entries = recorded(&recording);
        let decisions = (0..entries.len()).filter(|at| gated.contains(entries[*at].kind.as_str()));
        decisions.for_each(|place| tried.judge(&entries, place, &known));
        for entry in entries {
            known.entry(entry.about.clone()).or_default().push(Arc::new(entry));
        }
    }
    let all: usize = tried.kinds.values().map(|(all, _)| all).sum();
    let passed: usize = tried.kinds.values().map(|(_, passed)| passed).sum();
    assert!(all > 200, "{tried:#?}");
    assert!(passed * 100 >= all * 85, "{passed} of {all} passed: {tried:#?}");
    assert!(passed < all, "nothing is ever missing: the county is too good to be true");
}
