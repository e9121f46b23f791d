//! What things are called, and the lists of words for the quality checks.

use std::collections::BTreeMap;

use super::{Difference, Kind, joined};
use crate::Practice;

/// Everything that has another name.
pub(super) fn names(from: &Practice, to: &Practice) -> Vec<Difference> {
    let mut told = Vec::new();
    for (name, was) in from.words() {
        let is = to.word(name);
        if is != was {
            let says = format!("“{was}” is called “{is}”.");
            told.push(Difference::new(Kind::Name, says, format!("settings.toml, [words] {name}")));
        }
    }
    // An answer of several lists that is renamed alike is told once.
    let mut answers: BTreeMap<(String, String), Vec<(&str, &str)>> = BTreeMap::new();
    for list in record::choice_lists() {
        for (code, _) in list.answers {
            let (was, is) = (from.label(list.name, code), to.label(list.name, code));
            if was != is {
                answers.entry((was.to_owned(), is.to_owned())).or_default().push((list.name, code));
            }
        }
    }
    for ((was, is), lists) in answers {
        let names: Vec<String> = lists.iter().map(|(list, _)| spaced(list)).collect();
        let places: Vec<String> =
            lists.iter().map(|(list, code)| format!("[labels.{list}] {code}")).collect();
        let says = format!("The answer “{was}” reads “{is}” ({}).", joined(&names, "and"));
        told.push(Difference::new(Kind::Name, says, format!("settings.toml, {}", places.join(", "))));
    }
    told
}

/// Words that the checks look for besides, or no longer.
pub(super) fn lists(from: &Practice, to: &Practice) -> Vec<Difference> {
    let mut told = Vec::new();
    for (list, is) in to.word_lists().all() {
        let was = from.word_lists().list(list);
        let name = list.replace('_', " ");
        let place = format!("words.toml, {list}");
        let added: Vec<&str> = is.iter().filter(|word| !was.contains(word)).map(String::as_str).collect();
        let gone: Vec<&str> = was.iter().filter(|word| !is.contains(word)).map(String::as_str).collect();
        if !added.is_empty() {
            let says = format!("The list of {name} has also: {}.", added.join(", "));
            told.push(Difference::new(Kind::Other, says, place.clone()));
        }
        if !gone.is_empty() {
            let says = format!("The list of {name} has no longer: {}.", gone.join(", "));
            told.push(Difference::new(Kind::Other, says, place));
        }
    }
    told
}

/// “LevelOfNeed” as “level of need”.
fn spaced(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_list_s_name_is_read_as_words() {
        assert_eq!(super::spaced("LevelOfNeed"), "level of need");
    }
}
