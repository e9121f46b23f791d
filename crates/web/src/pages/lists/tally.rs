//! A list counted group by group, and how its lines are sorted.

use std::collections::BTreeMap;

use super::catalogue::{By, List, Tally};
use super::lines::Line;
use crate::pages::naming::Naming;

/// One group of a list's lines.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    /// What the address calls it; empty for lines that belong to nobody.
    pub(crate) key: String,
    /// Its name.
    pub(crate) name: String,
    /// Its figure in words: “3”, “50%”, “5 days”.
    pub(crate) figure: String,
    /// What the figure is of: “1 of 2”; empty for a plain count.
    pub(crate) of: String,
    /// How many of each kind, in the order of [`kinds`].
    pub(crate) kinds: Vec<usize>,
}

/// What a line belongs to, grouped so.
pub(crate) fn key(line: &Line, by: By) -> String {
    let key = match by {
        By::Worker => line.worker.clone(),
        By::Team => line.team.clone(),
        By::Manager => line.manager.clone(),
        By::Age => line.age.map(str::to_owned),
        By::Kind => Some(line.kind.clone()),
    };
    key.unwrap_or_default()
}

/// The words for a group of this key.
pub(crate) fn group_name(naming: &Naming, by: By, key: &str) -> String {
    if key.is_empty() {
        return match by {
            By::Worker => "No worker",
            By::Team => "No team",
            By::Manager => "No manager",
            By::Age => "Age not known",
            By::Kind => "Other",
        }
        .to_owned();
    }
    match by {
        By::Worker | By::Team | By::Manager => naming.worker(key),
        By::Age | By::Kind => key.to_owned(),
    }
}

/// The kinds of line on a list that counts by kind: all the kinds it is made of, whether or not any line is
/// there, so that nothing sent back reads as nought.
pub(crate) fn kinds(list: &List, lines: &[Line]) -> Vec<String> {
    if list.tally != Tally::Kinds {
        return Vec::new();
    }
    let mut kinds: Vec<String> = Vec::new();
    for source in list.sources {
        if let super::catalogue::Source::Acts(these) = source {
            kinds.extend(these.iter().map(|kind| super::lines::act_words(kind).to_owned()));
        }
    }
    for line in lines {
        if !kinds.contains(&line.kind) {
            kinds.push(line.kind.clone());
        }
    }
    kinds
}

/// The lines counted group by group: the largest group first, or (of a share) the smallest share first.
pub(crate) fn groups(list: &List, lines: &[Line], by: By, naming: &Naming) -> Vec<Group> {
    let mut grouped: BTreeMap<String, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        grouped.entry(key(line, by)).or_default().push(line);
    }
    let kinds = kinds(list, lines);
    let mut groups: Vec<(f64, Group)> = grouped
        .into_iter()
        .map(|(key, lines)| {
            let (order, figure, of) = figure(list.tally, &lines);
            let of_kind = |kind: &String| lines.iter().filter(|line| line.kind == *kind).count();
            let group = Group {
                name: group_name(naming, by, &key),
                key,
                figure,
                of,
                kinds: kinds.iter().map(of_kind).collect(),
            };
            (order, group)
        })
        .collect();
    groups.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.name.cmp(&other.name)));
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The figure of some lines: what to sort it by, its words, and what it is of.
#[expect(clippy::cast_precision_loss, reason = "counts of children are far below 2^52")]
pub(crate) fn figure(tally: Tally, lines: &[&Line]) -> (f64, String, String) {
    let count = lines.len();
    match tally {
        Tally::Lines | Tally::Kinds => (count as f64, count.to_string(), String::new()),
        Tally::Percent => {
            let met = lines.iter().filter(|line| line.met == Some(true)).count();
            let share = if count == 0 { 0.0 } else { 100.0 * met as f64 / count as f64 };
            (-share, format!("{share:.0}%"), format!("{met} of {count}"))
        }
        Tally::MedianDays => {
            let mut values: Vec<i64> = lines.iter().filter_map(|line| line.value).collect();
            values.sort_unstable();
            let middle = values.len() / 2;
            let median = match values.len() {
                0 => return (f64::MIN, "none".to_owned(), String::new()),
                odd if odd % 2 == 1 => values[middle] as f64,
                _ => (values[middle - 1] + values[middle]) as f64 / 2.0,
            };
            let words = if median.fract() == 0.0 { format!("{median:.0}") } else { format!("{median:.1}") };
            let unit = if words == "1" { "day" } else { "days" };
            (median, format!("{words} {unit}"), format!("median of {count}"))
        }
    }
}

/// The columns a list can be sorted by, by their names in the address.
pub(crate) const SORTS: [&str; 4] = ["name", "days", "worker", "team"];

/// Sorts lines; the longest wait, the earliest due, the unmet first unless asked otherwise.
pub(crate) fn sort(lines: &mut [Line], by: Option<&str>, turned: bool, naming: &Naming) {
    let name = |line: &Line| (naming.hides(&line.person), line.name.clone());
    match by {
        Some("name") => lines.sort_by_cached_key(name),
        Some("worker") => {
            lines.sort_by_cached_key(|line| (naming.worker_or(line.worker.as_deref(), ""), name(line)));
        }
        Some("team") => {
            lines.sort_by_cached_key(|line| (naming.worker_or(line.team.as_deref(), ""), name(line)));
        }
        _ => lines.sort_by_cached_key(|line| {
            let days = line.value.or(line.waited).unwrap_or(0);
            let hours = std::cmp::Reverse(line.hours.unwrap_or(0));
            (line.met == Some(true), line.due, std::cmp::Reverse(days), hours, name(line))
        }),
    }
    if turned {
        lines.reverse();
    }
}
