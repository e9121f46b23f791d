//! A county year, held against a second timeline that is deliberately naive: it answers about a day by reading every
//! entry again from the start, with none of the code of `record::timeline`.

mod shared;

use std::collections::BTreeMap;
use std::sync::Arc;

use calendar::london;
use chronology::{Body, PersonId, Recorded, recorded};
use county::Plan;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use record::Timeline;
use record::timeline::Span;
use serde_json::Value;

/// An entry as the naive timeline sees it: the day, its kind, what it says.
struct Line {
    day: Date,
    kind: String,
    body: Body,
}

/// What stands of a person's entries, in the order of what happened. Only withdrawals and corrections of bodies
/// are looked at, since the county makes no others.
fn lines(entries: &[Arc<Recorded>], as_at: Date, known_at: Timestamp) -> Vec<Line> {
    let known: Vec<&Arc<Recorded>> = entries.iter().filter(|entry| entry.recorded_at <= known_at).collect();
    let field = |entry: &Recorded, name: &str| entry.body.as_ref().and_then(|body| body.get(name)).cloned();
    let names =
        |entry: &Recorded, id: &str| field(entry, "entry").as_ref().and_then(Value::as_str) == Some(id);
    let mut all = Vec::new();
    for entry in &known {
        let id = entry.id.to_string();
        if known.iter().any(|other| other.kind == "entry.withdrawn" && names(other, &id)) {
            continue;
        }
        let corrected = known.iter().rev().find(|other| other.kind == "entry.corrected" && names(other, &id));
        let body = corrected.and_then(|by| field(by, "body")).and_then(|body| body.as_object().cloned());
        let body = body.or_else(|| entry.body.clone()).unwrap_or_default();
        if entry.occurred.date() <= as_at {
            all.push((
                entry.occurred,
                rank(&entry.kind),
                Line { day: entry.occurred.date(), kind: entry.kind.clone(), body },
            ));
        }
    }
    all.sort_by_key(|line| (line.0, line.1));
    all.into_iter().map(|(_, _, line)| line).collect()
}

/// A kind's place in a child's journey.
fn rank(kind: &str) -> usize {
    record::kinds().position(|known| known.kind == kind).unwrap_or(usize::MAX)
}

/// How a child stands at the end of a day.
#[derive(Debug, Default, PartialEq)]
struct Status {
    open: bool,
    protection_plan_since: Option<Date>,
    need_plan_since: Option<Date>,
    worker: Option<String>,
}

fn naively(lines: &[Line]) -> Status {
    let text = |line: &Line, name: &str| line.body.get(name).and_then(Value::as_str).map(str::to_owned);
    let last = |kinds: &[&str]| lines.iter().rposition(|line| kinds.contains(&line.kind.as_str()));
    let first_after = |kind: &str, after: Option<usize>| {
        let from = after.map_or(0, |at| at + 1);
        lines[from..].iter().find(|line| line.kind == kind).map(|line| line.day)
    };
    let closed = last(&["closure.decided"]);
    let since = &lines[closed.map_or(0, |at| at + 1)..];
    let accepted = |line: &Line| match line.kind.as_str() {
        "assessment.started" | "section_47_enquiry.started" => true,
        "child_protection_plan.started" | "child_in_need_plan.agreed" => true,
        "referral.decided" => {
            matches!(
                text(line, "outcome").as_deref(),
                Some("assessment" | "strategy_discussion" | "services")
            )
        }
        "section_47_enquiry.decided" => matches!(text(line, "decision").as_deref(), Some("joint" | "single")),
        _ => false,
    };
    let mut worker = None;
    for line in lines {
        match line.kind.as_str() {
            "allocation.started" => worker = text(line, "worker"),
            "allocation.ended" if text(line, "worker").is_none() || text(line, "worker") == worker => {
                worker = None
            }
            "closure.decided" => worker = None,
            _ => {}
        }
    }
    let need_over = last(&["child_in_need_plan.ended", "child_protection_plan.started", "closure.decided"]);
    Status {
        open: since.iter().any(accepted),
        protection_plan_since: first_after(
            "child_protection_plan.started",
            last(&["child_protection_plan.ended"]),
        ),
        need_plan_since: first_after("child_in_need_plan.agreed", need_over),
        worker,
    }
}

fn folded(timeline: &Timeline, day: Date) -> Status {
    Status {
        open: timeline.open_on(day),
        protection_plan_since: timeline.protection_plan_on(day).map(|plan| plan.span.from),
        need_plan_since: timeline.need_plan_on(day).map(|plan| plan.span.from),
        worker: timeline.allocation_on(day).and_then(|one| one.worker.as_ref()).map(ToString::to_string),
    }
}

fn small() -> Plan {
    Plan::small(200, date(2025, 1, 1), date(2025, 12, 31))
}

fn children() -> BTreeMap<PersonId, Vec<Arc<Recorded>>> {
    let mut all: BTreeMap<PersonId, Vec<Arc<Recorded>>> = BTreeMap::new();
    for entry in shared::recordings(&small()).iter().flat_map(recorded) {
        all.entry(entry.about.clone()).or_default().push(Arc::new(entry));
    }
    all.retain(|person, _| person.as_str().starts_with("c-"));
    all
}

fn apart(name: &str, person: &PersonId, spans: impl Iterator<Item = Span>) {
    let spans: Vec<Span> = spans.collect();
    for pair in spans.windows(2) {
        let ended = pair[0].to.unwrap_or_else(|| panic!("{person}: two {name} run at once: {spans:?}"));
        assert!(ended <= pair[1].from, "{person}: {name} overlap: {spans:?}");
    }
    assert!(spans.iter().all(|span| span.to.is_none_or(|to| span.from <= to)), "{person}: {name}: {spans:?}");
}

#[test]
fn after_each_month_the_fold_agrees_with_the_naive_timeline_and_no_spans_overlap() {
    let children = children();
    let (mut open, mut planned) = (0, 0);
    for month in 1..=12 {
        let day = date(2025, month, 1).last_of_month();
        let moment = london::last_instant_of(day);
        for (person, entries) in &children {
            let timeline = Timeline::fold(entries, Some(day), Some(moment));
            let naive = naively(&lines(entries, day, moment));
            assert_eq!(folded(&timeline, day), naive, "{person} on {day}");
            open += usize::from(naive.open);
            planned += usize::from(naive.protection_plan_since.is_some());
            apart("involvements", person, timeline.involvements.iter().map(|one| one.span));
            apart("allocations", person, timeline.allocations.iter().map(|one| one.span));
            apart("protection plans", person, timeline.protection_plans.iter().map(|one| one.span));
            apart("child in need plans", person, timeline.need_plans.iter().map(|one| one.span));
        }
    }
    assert!(open > 100 && planned > 5, "too little happened to prove anything: {open}, {planned}");
}

/// A timeline without the ids of its entries and the moments of recording, which tell of the order of recording.
fn story(timeline: &Timeline, day: Date) -> String {
    let told: Vec<String> = timeline
        .entries
        .iter()
        .map(|entry| {
            format!("{} {} {:?} {}", entry.occurred, entry.event.kind(), entry.event.body(), entry.counts())
        })
        .collect();
    let spans: Vec<Span> = timeline.involvements.iter().map(|one| one.span).collect();
    format!("{told:#?} {spans:?} {:?}", folded(timeline, day))
}

#[test]
fn the_order_of_recording_does_not_change_what_is_known_now() {
    let day = date(2025, 12, 31);
    let mut tried = 0;
    for (person, entries) in &children() {
        // Those that name an entry by its number would name another after the shuffle.
        let refers = |entry: &Recorded| {
            let named = ["entry", "contact", "referral", "views", "request", "file", "revision"];
            named.iter().any(|name| entry.body.as_ref().is_some_and(|body| body.contains_key(*name)))
        };
        let free: Vec<Arc<Recorded>> = entries.iter().filter(|entry| !refers(entry)).cloned().collect();
        let count = free.len() as u64;
        let mut shuffled: Vec<Arc<Recorded>> = free
            .iter()
            .enumerate()
            .map(|(place, entry)| {
                let number = (place as u64 * 7_919 + 13) % 104_729 + 1;
                Arc::new(Recorded { id: chronology::EntryId::new(number, 0), ..(**entry).clone() })
            })
            .collect();
        shuffled.sort_by_key(|entry| entry.id);
        let before = story(&Timeline::fold(&free, None, None), day);
        assert_eq!(before, story(&Timeline::fold(&shuffled, None, None), day), "{person}");
        tried += usize::from(count > 20);
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn a_thousand_moments_equal_a_fresh_fold_of_only_what_was_known() {
    let children: Vec<Vec<Arc<Recorded>>> = children().into_values().collect();
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = |end: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % end as u64) as usize
    };
    let mut different = 0;
    for _ in 0..1_000 {
        let entries = &children[next(children.len())];
        let known_at = entries[next(entries.len())].recorded_at;
        let as_at = entries[next(entries.len())].occurred.date();
        let known: Vec<Arc<Recorded>> =
            entries.iter().filter(|one| one.recorded_at <= known_at).cloned().collect();
        let asked = Timeline::fold(entries, Some(as_at), Some(known_at));
        assert_eq!(asked, Timeline::fold(&known, Some(as_at), None));
        // What happened later may still correct what happened before, so only the rest is taken away by hand.
        let changes = |one: &Recorded| one.kind.starts_with("entry.");
        let there = known.iter().filter(|one| changes(one) || one.occurred.date() <= as_at).cloned();
        let fresh = Timeline::fold(&there.collect::<Vec<_>>(), Some(as_at), None);
        assert_eq!(asked, fresh);
        different += usize::from(asked.entries.len() < entries.len());
    }
    assert!(different > 300, "{different}");
}
