//! Lists of words that the checks look for: data that practitioners and care-experienced people review.

use std::collections::BTreeMap;

/// Every list, by its name in `words.toml`.
pub(crate) const LISTS: &[&str] = &[
    "vague_time",
    "vague_verbs",
    "action_verbs",
    "observable_verbs",
    "change_verbs",
    "service_as_outcome",
    "future_markers",
    "past_markers",
    "worry_markers",
    "trigger_markers",
    "impact_markers",
    "opinion_markers",
    "passive_unnamed",
    "stigmatising_terms",
    "victim_blaming",
    "jargon",
    "allowed_acronyms",
    "not_a_person",
    "owners",
    "stop_words",
];

/// The lists of words of a practice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordLists(BTreeMap<String, Vec<String>>);

impl WordLists {
    /// The words and phrases of a list; none if the practice has no such list.
    pub fn list(&self, name: &str) -> &[String] {
        debug_assert!(LISTS.contains(&name), "no list of words is named {name}");
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every list, by name.
    pub fn all(&self) -> &BTreeMap<String, Vec<String>> {
        &self.0
    }

    pub(crate) fn set(&mut self, name: &str, words: impl Iterator<Item = String>) {
        self.0.insert(name.to_owned(), words.collect());
    }
}
