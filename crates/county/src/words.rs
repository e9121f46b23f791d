//! Words for every place in a record: banks of sentences in data files, filled with a family's names.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::chance::Chance;

/// The lines of a bank, by its name; nothing if there is none.
pub(crate) fn bank(name: &str) -> &'static [&'static str] {
    BANKS.get(name).map_or(&[], Vec::as_slice)
}

static BANKS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let files = [
        include_str!("words/themes.txt"),
        include_str!("words/work.txt"),
        include_str!("words/visits.txt"),
        include_str!("words/names.txt"),
        include_str!("words/places.txt"),
    ];
    let mut banks: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut open = "";
    for line in files.into_iter().flat_map(str::lines).map(str::trim) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => open = name,
            None if line.is_empty() || line.starts_with('#') => {}
            None => banks.entry(open).or_default().push(line),
        }
    }
    banks
});

/// One word of a bank whose lines hold several, parted by spaces.
pub(crate) fn word(name: &str, chance: &mut Chance) -> &'static str {
    let all = bank(name).first().copied().unwrap_or_default();
    let count = all.split(' ').count();
    all.split(' ').nth(chance.below(count)).unwrap_or_default()
}

/// Whose names fill the sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub(crate) child: String,
    pub(crate) carer: String,
    pub(crate) other: String,
    pub(crate) grandparent: String,
    pub(crate) sibling: String,
    pub(crate) school: String,
    pub(crate) town: String,
    pub(crate) worker: String,
    pub(crate) girl: bool,
    /// In whole years.
    pub(crate) age: i32,
}

impl Cast {
    /// A sentence of a bank, filled.
    pub(crate) fn say(&self, name: &str, chance: &mut Chance) -> Option<String> {
        chance.pick(bank(name)).map(|line| self.fill(line))
    }

    /// So many different sentences of a bank, one after another.
    pub(crate) fn say_several(&self, name: &str, count: usize, chance: &mut Chance) -> Option<String> {
        let lines = bank(name);
        let first = chance.below(lines.len());
        let step = 1 + chance.below(lines.len().saturating_sub(1).max(1));
        let mut told: Vec<&str> = Vec::new();
        for place in 0..count.min(lines.len()) {
            let line = lines[(first + place * step) % lines.len()];
            if !told.contains(&line) {
                told.push(line);
            }
        }
        if told.is_empty() { None } else { Some(self.fill(&told.join(" "))) }
    }

    /// A line whose parts stand between upright strokes, filled.
    pub(crate) fn parts(&self, name: &str, chance: &mut Chance) -> Vec<String> {
        let line = chance.pick(bank(name)).copied().unwrap_or_default();
        line.split(" | ").map(|part| self.fill(part)).collect()
    }

    /// A sentence with its names in place.
    pub(crate) fn fill(&self, line: &str) -> String {
        let mut text = String::with_capacity(line.len() + 32);
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, after)) = after.split_once('}') else { break };
            self.put(name, &mut text);
            rest = after;
        }
        text.push_str(rest);
        text
    }

    fn put(&self, name: &str, text: &mut String) {
        let word: &str = match name {
            "c" => &self.child,
            "m" => &self.carer,
            "o" => &self.other,
            "nan" => &self.grandparent,
            "sib" => &self.sibling,
            "s" => &self.school,
            "t" => &self.town,
            "w" => &self.worker,
            "he" if self.girl => "she",
            "he" => "he",
            "He" if self.girl => "She",
            "He" => "He",
            "his" if self.girl => "her",
            "his" => "his",
            "His" if self.girl => "Her",
            "His" => "His",
            "him" if self.girl => "her",
            "him" => "him",
            "age" => return text.push_str(&self.age.to_string()),
            other => other,
        };
        text.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bank_has_lines_and_every_place_holder_is_known() {
        assert!(BANKS.len() > 150, "{}", BANKS.len());
        let known = ["c", "m", "o", "nan", "sib", "s", "t", "w", "he", "He", "his", "His", "him", "age"];
        for (name, lines) in BANKS.iter() {
            assert!(!lines.is_empty(), "{name}");
            for line in lines {
                for part in line.split('{').skip(1) {
                    let name = part.split('}').next().unwrap_or_default();
                    assert!(known.contains(&name), "{line}");
                }
                assert_eq!(line.matches('{').count(), line.matches('}').count(), "{line}");
            }
        }
    }

    #[test]
    fn sentences_speak_of_the_child_by_name() {
        let cast = Cast { child: "Kensa".into(), girl: true, age: 6, ..Cast::default() };
        assert_eq!(cast.fill("{c} has {his} own bed. {He} is {age}."), "Kensa has her own bed. She is 6.");
        let mut chance = Chance::of(1, 1);
        assert!(cast.say("no such bank", &mut chance).is_none());
        assert_eq!(cast.parts("neglect.action", &mut chance).len(), 3);
    }
}
