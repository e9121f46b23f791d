//! Plans of brothers and sisters in the same words: copied, and so no child's own.

use std::collections::BTreeSet;

use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::Timeline;
use record::events::Action;
use record::timeline::Span;

use super::{Example, Finding};
use crate::days::earliest;
use crate::words::listed;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "plan-copied",
    title: "Plan copied from a brother or sister",
    failing: Some("F031"),
    source: "Inspections of Cornwall, 2013 and 2016: one plan written for a family and copied to each child",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "the same words but for the name",
            notation: COPIED,
            on: "2026-04-21",
            expect: &["the same words as that of Tegen"],
        },
        Example {
            title: "a plan of the child's own",
            notation: "
recording by worker as social_worker
  2020-01-01 tegen person.identified
    category: child
  2020-01-01 tegen household.joined
    household: home
  2020-01-01 child household.joined
    household: home
  2026-04-20 child child_in_need_plan.agreed
    outcomes: He sleeps through the night in a bed of his own and wakes rested for school
  2026-04-20 tegen child_in_need_plan.agreed
    outcomes: She goes to her dance class each Thursday with the money for it in her bag
",
            on: "2026-04-21",
            expect: &[],
        },
    ],
};

const COPIED: &str = "
recording by worker as social_worker
  2020-01-01 tegen person.identified
    forename: Tegen
    category: child
  2020-01-01 tegen household.joined
    household: home
  2020-01-01 child person.identified
    forename: Jory
  2020-01-01 child household.joined
    household: home
  2026-04-20 child child_in_need_plan.agreed
    outcomes: Jory sleeps through the night in a bed of his own and wakes rested for school
  2026-04-20 tegen child_in_need_plan.agreed
    outcomes: Tegen sleeps through the night in a bed of his own and wakes rested for school
";

/// Of the runs of words in two plans, so many in a hundred are the same in both from which they count as copied.
const COPIED_PERCENT: usize = 90;
/// A run is so many words.
const RUN_WORDS: usize = 3;
/// Shorter plans than this, in words, are not compared: two children may well both need a bed.
const LEAST_WORDS: usize = 10;

/// A plan in force, as compared.
struct Plan {
    span: Span,
    by: EntryId,
    runs: BTreeSet<String>,
}

fn look(circle: &Circle) -> Vec<Found> {
    let own = plans(circle.timeline);
    own.iter().filter_map(|plan| copied(circle, plan)).collect()
}

fn copied(circle: &Circle, plan: &Plan) -> Option<Found> {
    let mut same: Vec<(&PersonId, Plan)> = Vec::new();
    for (id, other) in circle.other_children_of_household(plan.span.from) {
        let alike =
            plans(other).into_iter().find(|theirs| overlap(plan.span, theirs.span) && alike(plan, theirs));
        same.extend(alike.map(|theirs| (id, theirs)));
    }
    let since = same.iter().map(|(_, theirs)| theirs.span.from.max(plan.span.from)).min()?;
    let names: Vec<String> = same.iter().map(|(id, _)| circle.short_name_of(id)).collect();
    let because = format!(
        "The plan of {} is in the same words as that of {}: it does not say what must change for this child.",
        circle.child(),
        listed(&names)
    );
    let ends = same.iter().map(|(_, theirs)| theirs.span.to).collect::<Option<Vec<_>>>();
    let last = ends.and_then(|ends| ends.into_iter().max());
    Some(
        Found::since(since, because)
            .cleared(earliest([plan.span.to, last]))
            .from([plan.by])
            .mended_by("child_in_need_plan.agreed"),
    )
}

fn overlap(one: Span, other: Span) -> bool {
    one.to.is_none_or(|to| other.from < to) && other.to.is_none_or(|to| one.from < to)
}

fn alike(one: &Plan, other: &Plan) -> bool {
    let most = one.runs.len().max(other.runs.len());
    let both = one.runs.intersection(&other.runs).count();
    most > 0 && both * 100 >= most * COPIED_PERCENT
}

/// The plans of a child that say enough to be compared, without the child's own names.
fn plans(timeline: &Timeline) -> Vec<Plan> {
    let names = &timeline.identity.names;
    let own: BTreeSet<String> = names
        .iter()
        .flat_map(|name| [name.forename.clone(), name.surname.clone()])
        .flatten()
        .chain(timeline.identity.preferred_name.clone())
        .map(|name| name.to_lowercase())
        .collect();
    // Each version stands until the next, or until the plan ends.
    let need = timeline.need_plans.iter().flat_map(|plan| {
        let versions =
            plan.versions.iter().map(|(by, at, said)| (*by, at.date(), text(&said.outcomes, &said.actions)));
        standing(plan.span, versions.collect())
    });
    let protection = timeline.protection_plans.iter().flat_map(|plan| {
        let versions =
            plan.versions.iter().map(|(by, at, said)| (*by, at.date(), text(&said.outcomes, &said.actions)));
        standing(plan.span, versions.collect())
    });
    let plan = |(span, by, text): (Span, EntryId, String)| {
        let words: Vec<String> = words(&text).filter(|word| !own.contains(word)).collect();
        let runs = words.windows(RUN_WORDS).map(|run| run.join(" ")).collect();
        (words.len() >= LEAST_WORDS).then_some(Plan { span, by, runs })
    };
    need.chain(protection).filter_map(plan).collect()
}

/// The versions of a plan, each with the days on which it stood.
fn standing(span: Span, versions: Vec<(EntryId, Date, String)>) -> Vec<(Span, EntryId, String)> {
    let next: Vec<Option<Date>> =
        versions.iter().skip(1).map(|(_, on, _)| Some(*on)).chain([span.to]).collect();
    let stood = |((by, on, text), to)| (Span { from: Date::max(on, span.from), to }, by, text);
    versions.into_iter().zip(next).map(stood).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn text(outcomes: &Option<String>, actions: &[Action]) -> String {
    let of = |action: &Action| {
        [&action.what, &action.outcome, &action.measure]
            .map(|part| part.clone().unwrap_or_default())
            .join(" ")
    };
    let actions: Vec<String> = actions.iter().map(of).collect();
    format!("{} {}", outcomes.as_deref().unwrap_or_default(), actions.join(" "))
}
