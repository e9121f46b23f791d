//! Keys that bring the people worth comparing together, so that a million need not be compared.
//!
//! Store every key of every person in a table `match_key(key, person)` with an index on `key`. To look somebody up, go
//! through [`wanted_keys`] in order (the most telling first), take at most [`KEY_PEOPLE_MAX`] people for each, and stop at
//! [`CANDIDATES_MAX`] people in all.
//!
//! | key | holds | median and most people to a key, of 500,000 invented people |
//! |---|---|---|
//! | `h:` `u:` | NHS number; pupil number | 1, 1 |
//! | `d:` | date of birth | 55, 89 (27 years of births) |
//! | `n:` | sound of surname and forename, in either order | 9, 566 |
//! | `py:` `ey:` | `p:` and `e:` with the year of birth | 4, 97 |
//! | `y:` | sound of surname and year of birth | 19, 324 |
//! | `p:` `e:` | first (last) three letters of the surname with two of the forename | 57, 2,222 |
//! | `o:` | an only name | few |
//! | `z:` | postcode | 3, 12 (some 40 in a real county) |
//!
//! The invented people have 72 forenames and some 780 surnames, so real names crowd less. `p:` and `e:` are asked only
//! when there is no date of birth. A search by name, date of birth and postcode compared 153 people (median) of 500,000, and
//! 554 at the 99th percentile; `crates/views/tests/matching_evaluation.rs` measures the same on fewer.
//!
//! Any one slip leaves a key unharmed: a wrong date of birth leaves `n:`, a misspelt name leaves `d:`; with no date of
//! birth at all `p:` and `e:` between them outlast a slip at either end of the surname; and `py:`, `ey:` and `y:` catch a
//! slip in the name and another in the day or month of birth.

use super::names::Name;
use super::numbers::{nhs_digits, upn_characters};
use super::{Birth, Candidate, NameKind, NameVariant, Wanted, nicknames, normalise_postcode, phonetic};

/// Most people to take from one key.
pub const KEY_PEOPLE_MAX: usize = 200;
/// Most people to compare in one search.
pub const CANDIDATES_MAX: usize = 600;

/// Most words of one part of a name that make keys.
const WORDS_MAX: usize = 3;

/// The keys of one name with a date of birth, the most telling first; none is longer than 60 bytes.
pub fn keys(name: &NameVariant, birth: Option<Birth>) -> Vec<String> {
    let name = Name::new(&name.forename, &name.surname);
    let surnames: Vec<String> = name.surname.iter().take(WORDS_MAX).map(|word| sound(word)).collect();
    let forenames = forename_sounds(&name);
    let mut keys = Vec::new();
    if let Some(birth) = birth.filter(|birth| !birth.expected) {
        keys.push(format!("d:{}", birth.date));
    }
    for surname in &surnames {
        for forename in &forenames {
            let (first, second) = if surname <= forename { (surname, forename) } else { (forename, surname) };
            keys.push(format!("n:{first}:{second}"));
        }
    }
    if let (Some(surname), Some(forename)) = (name.surname.first(), name.forename.first()) {
        let last: Vec<char> = surname.chars().rev().take(3).collect();
        let ends = [("p", start(surname, 3)), ("e", last.iter().rev().collect())];
        for (sort, letters) in ends {
            let key = format!("{letters}:{}", start(forename, 2));
            for year in birth.map(years).unwrap_or_default() {
                keys.push(format!("{sort}y:{key}:{year}"));
            }
            keys.push(format!("{sort}:{key}"));
        }
    }
    if let [only] = [&name.forename[..], &name.surname[..]].concat().as_slice() {
        keys.push(format!("o:{}", sound(only)));
    }
    if let Some(birth) = birth {
        for year in years(birth) {
            keys.extend(surnames.iter().map(|surname| format!("y:{surname}:{year}")));
        }
    }
    unique(keys)
}

/// The keys under which to store a person.
pub fn candidate_keys(candidate: &Candidate) -> Vec<String> {
    let mut all = number_keys(candidate.nhs_number.as_deref(), candidate.upn.as_deref());
    let postcodes = candidate.postcodes.iter().filter_map(|postcode| normalise_postcode(postcode));
    for name in &candidate.names {
        all.extend(keys(name, candidate.birth));
    }
    if candidate.names.is_empty() {
        all.extend(keys(&NameVariant::new("", "", NameKind::Legal), candidate.birth));
    }
    all.extend(postcodes.map(|postcode| format!("z:{postcode}")));
    unique(all)
}

/// The keys to look somebody up by, the most telling first.
pub fn wanted_keys(wanted: &Wanted) -> Vec<String> {
    let name = NameVariant::new(
        wanted.forename.as_deref().unwrap_or_default(),
        wanted.surname.as_deref().unwrap_or_default(),
        NameKind::Legal,
    );
    let mut all = number_keys(wanted.nhs_number.as_deref(), wanted.upn.as_deref());
    let by_name = keys(&name, wanted.date_of_birth.map(Birth::exact)).into_iter();
    let dated = wanted.date_of_birth.is_some();
    all.extend(by_name.filter(|key| !(dated && (key.starts_with("p:") || key.starts_with("e:")))));
    all.extend(
        wanted.postcode.as_deref().and_then(normalise_postcode).map(|postcode| format!("z:{postcode}")),
    );
    // A single name may stand in either place on record, as one of two.
    let parsed = Name::new(&name.forename, &name.surname);
    if parsed.forename.is_empty() != parsed.surname.is_empty() && !parsed.unnamed {
        let words = [&parsed.forename[..], &parsed.surname[..]].concat();
        if let [first, second, ..] = words.as_slice() {
            all.extend(keys(&NameVariant::new(first, second, NameKind::Legal), None));
        }
    }
    unique(all)
}

fn number_keys(nhs: Option<&str>, upn: Option<&str>) -> Vec<String> {
    let nhs = nhs.and_then(nhs_digits).map(|digits| format!("h:{digits}"));
    let upn = upn.and_then(upn_characters).map(|upn| format!("u:{upn}"));
    nhs.into_iter().chain(upn).collect()
}

/// The sound of each forename, and of the fullest name it may be short for.
fn forename_sounds(name: &Name) -> Vec<String> {
    let mut sounds = Vec::new();
    for word in name.forename.iter().take(WORDS_MAX) {
        sounds.push(sound(word));
        sounds.extend(nicknames::full_forms(word).take(WORDS_MAX).map(sound));
    }
    unique(sounds)
}

/// A word's code; in a script that has none, its first letters.
fn sound(word: &str) -> String {
    let code = phonetic::code(word);
    if code.is_empty() { start(word, 4) } else { code }
}

fn start(word: &str, letters: usize) -> String {
    word.chars().take(letters).collect()
}

/// The years in which the birth may lie.
fn years(birth: Birth) -> Vec<i16> {
    let year = birth.date.year();
    match (birth.estimated, birth.expected) {
        (true, _) => vec![year - 1, year, year + 1],
        (_, true) if birth.date.month() <= 4 => vec![year - 1, year],
        (_, true) if birth.date.month() == 12 => vec![year, year + 1],
        _ => vec![year],
    }
}

fn unique(mut keys: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    keys.retain(|key| seen.insert(key.clone()));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn share(one: (&str, &str), other: (&str, &str), birth: Option<Birth>) -> Vec<String> {
        let other = keys(&NameVariant::new(other.0, other.1, NameKind::Legal), birth);
        let mut shared = keys(&NameVariant::new(one.0, one.1, NameKind::Legal), birth);
        shared.retain(|key| other.contains(key));
        shared
    }

    #[test]
    fn every_kind_of_slip_leaves_a_key() {
        for (one, other) in [
            (("Jago", "Nance"), ("Jago", "Nanse")),
            (("Jago", "Nance"), ("Nance", "Jago")),
            (("William", "Tregenza"), ("Bill", "Tregenza")),
            (("Jago", "Penrose"), ("Jago", "Enrose")),
            (("Jago", "Penrose"), ("Jago", "Penrosw")),
            (("Jago", "Smith-Jones"), ("Jago", "Jones")),
            (("Zoë", "O'Brien"), ("Zoe", "OBrien")),
            (("小明", "王"), ("小明", "王")),
            (("", "Sukarno"), ("Sukarno", "")),
        ] {
            assert!(!share(one, other, None).is_empty(), "{one:?} {other:?}");
        }
    }

    #[test]
    fn an_expected_child_and_the_child_born_share_a_key() {
        let expected = keys(
            &NameVariant::new("Baby", "Hosken", NameKind::Legal),
            Some(Birth::expected(date(2026, 1, 9))),
        );
        let born = keys(
            &NameVariant::new("Elowen", "Hosken", NameKind::Legal),
            Some(Birth::exact(date(2025, 12, 30))),
        );
        assert!(born.iter().any(|key| expected.contains(key)), "{born:?} {expected:?}");
    }

    proptest::proptest! {
        #[test]
        fn keys_are_few_and_short(forename in ".{0,60}", surname in ".{0,60}") {
            let keys = keys(&NameVariant::new(&forename, &surname, NameKind::Alias), Some(Birth::exact(date(2015, 3, 4))));
            proptest::prop_assert!(keys.len() <= 64, "{}", keys.len());
            proptest::prop_assert!(keys.iter().all(|key| key.len() <= 60), "{:?}", keys);
        }
    }
}
