//! What is wrong with a practice file, where, and how to mend it.

use std::fmt;

/// One thing wrong with a practice file. A practice with a fault is not loaded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Which of the layers given to the loader the file is in, from 0.
    pub layer: usize,
    /// The file, by its path within the layer.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub mend: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}. {}.", self.file, self.line, self.message, self.mend)
    }
}

/// The known name nearest to one that is not known, if any is near enough to be what was meant.
pub(crate) fn nearest<'n>(given: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let near = known.into_iter().map(|name| (distance(given, name), name)).min()?;
    (near.0 <= given.chars().count().max(3) / 2).then_some(near.1)
}

/// A way to mend a name that is not known: the nearest one, or how to find the list.
pub fn mend_name<'n>(given: &str, known: impl IntoIterator<Item = &'n str>, otherwise: &str) -> String {
    match nearest(given, known) {
        Some(name) => format!("Did you mean “{name}”"),
        None => otherwise.to_owned(),
    }
}

/// How many letters must be added, removed or changed to turn one name into another.
fn distance(one: &str, two: &str) -> usize {
    let two: Vec<char> = two.chars().collect();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in two.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        let known = ["visit.made", "visit.refused", "contact.received"];
        assert_eq!(nearest("visit.mde", known), Some("visit.made"));
        assert_eq!(nearest("zzzzzz", known), None);
        assert_eq!(nearest("visit.made", []), None);
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
