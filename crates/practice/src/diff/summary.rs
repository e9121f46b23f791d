//! How much is otherwise, in a few sentences on top.

use calendar::display::how_many;

use super::{DifferenceGroup, Kind, joined};
use crate::Practice;

/// The sentences; none when nothing is otherwise.
pub(super) fn of(from: &str, to: &str, groups: &[DifferenceGroup], practice: &Practice) -> Vec<String> {
    if groups.is_empty() {
        return Vec::new();
    }
    let processes = groups.iter().filter(|group| is_a_process(&group.heading)).count();
    let beside: Vec<String> = groups
        .iter()
        .filter(|group| !is_a_process(&group.heading))
        .map(|group| format!("its {}", group.heading.to_lowercase()))
        .collect();
    let mut places =
        vec![format!("{processes} of {}", how_many(practice.processes().count(), "process", "processes"))];
    places.extend(beside);
    let mut told = vec![format!("{to} differs from {from} in {}.", joined(&places, "and"))];
    let count = |kind: Kind| -> usize {
        let of = groups.iter().flat_map(|group| &group.differences).filter(|one| one.kind == kind);
        of.map(|one| one.count).sum()
    };
    let mut say = |what: &str, parts: &[(Kind, &str, &str)]| {
        let counted = parts.iter().map(|(kind, one, many)| (count(*kind), one, many));
        let words: Vec<String> = counted
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| how_many(count, one, many))
            .collect();
        if !words.is_empty() {
            told.push(format!("{what}: {}.", joined(&words, "and")));
        }
    };
    say(
        "Limits",
        &[
            (Kind::LimitKept, "is switched on", "are switched on"),
            (Kind::LimitDropped, "is switched off", "are switched off"),
            (Kind::LimitNumber, "is changed", "are changed"),
        ],
    );
    say("Names", &[(Kind::Name, "thing is called otherwise", "things are called otherwise")]);
    say(
        "Steps",
        &[
            (Kind::StepAdded, "is added", "are added"),
            (Kind::StepGone, "is left out", "are left out"),
            (Kind::StepOther, "is changed", "are changed"),
        ],
    );
    say(
        "Questions",
        &[
            (Kind::QuestionAdded, "is added", "are added"),
            (Kind::QuestionGone, "is left out", "are left out"),
            (Kind::QuestionReworded, "is reworded", "are reworded"),
            (Kind::QuestionOther, "is changed in another way", "are changed in another way"),
        ],
    );
    say(
        "Reports",
        &[
            (Kind::ReportAdded, "is added", "are added"),
            (Kind::ReportGone, "is left out", "are left out"),
            (Kind::ReportOther, "is changed", "are changed"),
        ],
    );
    told
}

/// Whether a group is of a process, and not of what stands beside them.
fn is_a_process(heading: &str) -> bool {
    !["Limits", "Names", "Lists of words", "Reports"].contains(&heading)
}
