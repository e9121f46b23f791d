//! Short forms and other spellings of one name.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Whether two words may be one name: `bill` and `william`, `jago` and `james`, `muhammad` and `mohammed`. Both as
/// [`super::normalise`] writes them.
pub fn same_name(one: &str, other: &str) -> bool {
    groups_of(one).iter().any(|group| groups_of(other).contains(group))
}

/// The fullest forms a word may stand for; empty when the table does not know it.
pub fn full_forms(word: &str) -> impl Iterator<Item = &'static str> {
    groups_of(word).iter().map(|group| TABLE.fullest[*group])
}

static TEXT: &str = include_str!("nicknames.txt");

struct Table {
    fullest: Vec<&'static str>,
    groups: HashMap<&'static str, Vec<usize>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { fullest: Vec::new(), groups: HashMap::new() };
    for (group, names) in lines().enumerate() {
        for (place, name) in names.split_whitespace().enumerate() {
            if place == 0 {
                table.fullest.push(name);
            }
            let groups = table.groups.entry(name).or_default();
            if groups.last() != Some(&group) {
                groups.push(group);
            }
        }
    }
    table
});

fn lines() -> impl Iterator<Item = &'static str> {
    TEXT.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn groups_of(word: &str) -> &'static [usize] {
    TABLE.groups.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_long_and_sound() {
        let mut pairs = 0;
        for line in lines() {
            let names: Vec<&str> = line.split_whitespace().collect();
            assert!(names.len() > 1, "a name alone: {line}");
            for (place, name) in names.iter().enumerate() {
                assert_eq!(*name, super::super::normalise(name), "{line}");
                assert!(!names[..place].contains(name), "{name} twice: {line}");
            }
            pairs += names.len() - 1;
        }
        assert!(pairs > 700, "{pairs} pairs");
    }

    #[test]
    fn names_of_one_group_are_alike_and_others_are_not() {
        for (one, other) in [
            ("bill", "william"),
            ("peggy", "margaret"),
            ("jago", "james"),
            ("muhammad", "mohamed"),
            ("gosia", "malgorzata"),
            ("ayesha", "aisha"),
        ] {
            assert!(same_name(one, other) && same_name(other, one), "{one} {other}");
        }
        for (one, other) in [("bill", "bob"), ("jack", "jake"), ("ella", "emma"), ("", ""), ("zzz", "zzz")] {
            assert!(!same_name(one, other), "{one} {other}");
        }
    }
}
