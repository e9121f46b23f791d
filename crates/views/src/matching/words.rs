//! How alike two forenames are, or two surnames: one part of a name against the same part of another.

use strsim::{damerau_levenshtein, jaro_winkler};

use super::{nicknames, phonetic};

/// How two parts agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    /// Letter for letter.
    Same,
    /// A short form or another spelling of the same name.
    Variant,
    /// Alike to the ear.
    SoundsTheSame,
    /// One letter wrong, missing, added, or two neighbours swapped.
    OneLetter,
    /// One name of a double name, or some of several forenames.
    PartOf,
    /// Only an initial on one side, the same letter.
    Initial,
    /// Alike, by more than one letter.
    Near,
    /// Not alike.
    Different,
}

/// Agreement with its weight: 1 is the same, 0 is different.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Alike {
    pub(super) agreement: Agreement,
    pub(super) likeness: f64,
}

impl Alike {
    const DIFFERENT: Alike = Alike { agreement: Agreement::Different, likeness: 0.0 };

    fn new(agreement: Agreement, likeness: f64) -> Alike {
        Alike { agreement, likeness }
    }
}

/// Which part of a name is compared: forenames have short forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Forename,
    Surname,
}

/// The words of a forename or surname: particles joined or dropped, `Mac` and `Mc` made one.
pub(super) fn words_of(normalised: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut prefix = String::new();
    for word in normalised.split(' ').filter(|word| !word.is_empty()) {
        match word {
            "mac" | "mc" => prefix = "mc".to_owned(),
            "o" | "de" | "du" | "la" | "le" | "da" | "di" | "van" | "von" | "der" | "den" | "fitz" => {
                prefix.push_str(word)
            }
            _ => {
                let word = format!("{}{word}", std::mem::take(&mut prefix));
                let mac =
                    word.strip_prefix("mac").filter(|rest| rest.len() > 2).map(|rest| format!("mc{rest}"));
                words.push(mac.unwrap_or(word));
            }
        }
    }
    if !prefix.is_empty() {
        words.push(prefix);
    }
    let particle = |word: &String| matches!(word.as_str(), "al" | "el" | "bin" | "ibn" | "bint" | "bte");
    if words.iter().any(|word| !particle(word)) {
        words.retain(|word| !particle(word));
    }
    words
}

/// Compares one part, each side already in words; neither may be empty.
pub(super) fn compare_words(one: &[String], other: &[String], part: Part) -> Alike {
    let whole = compare_word(&one.concat(), &other.concat(), part);
    if one.len() == 1 && other.len() == 1 || whole.agreement == Agreement::Same {
        return whole;
    }
    let (fewer, more) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let best = |word: &String| {
        let alike = more.iter().map(|candidate| compare_word(word, candidate, part));
        alike.max_by(|a, b| a.likeness.total_cmp(&b.likeness)).unwrap_or(Alike::DIFFERENT)
    };
    let matches: Vec<Alike> = fewer.iter().map(best).collect();
    let worst = matches.iter().map(|alike| alike.likeness).fold(1.0, f64::min);
    let all = if fewer.len() == more.len() { 0.96 } else { 0.9 };
    let some = matches.iter().map(|alike| alike.likeness).fold(0.0, f64::max);
    let by_words = if worst >= 0.8 {
        Alike::new(Agreement::PartOf, all * worst)
    } else if some >= 0.9 && part == Part::Surname {
        // Smith-Jones and Smith-Brown share a parent's name.
        Alike::new(Agreement::PartOf, 0.7)
    } else {
        Alike::DIFFERENT
    };
    if by_words.likeness > whole.likeness { by_words } else { whole }
}

/// Compares two words of a name.
fn compare_word(one: &str, other: &str, part: Part) -> Alike {
    if one == other {
        return Alike::new(Agreement::Same, 1.0);
    }
    if nicknames::same_name(one, other) {
        return Alike::new(Agreement::Variant, 0.92);
    }
    let (one_length, other_length) = (one.chars().count(), other.chars().count());
    let (shorter, longer) = (one_length.min(other_length), one_length.max(other_length));
    if shorter == 1 {
        let initial = one.chars().next() == other.chars().next();
        return if initial { Alike::new(Agreement::Initial, 0.7) } else { Alike::DIFFERENT };
    }
    if longer - shorter > 6 && shorter < 4 {
        return Alike::DIFFERENT;
    }
    let letters = damerau_levenshtein(one, other);
    let jaro = jaro_winkler(one, other);
    let sounds = sounds_alike(one, other, letters, shorter, jaro, part);
    let spelt = match letters {
        1 if shorter >= 4 => Alike::new(Agreement::OneLetter, 0.9),
        1 if shorter == 3 => Alike::new(Agreement::OneLetter, 0.8),
        1 if longer == 3 => Alike::new(Agreement::OneLetter, 0.7),
        2 if shorter >= 6 => Alike::new(Agreement::Near, 0.75),
        _ if shorter >= 4 && (one.starts_with(other) || other.starts_with(one)) => {
            Alike::new(Agreement::Near, 0.75)
        }
        _ if jaro >= 0.92 && shorter >= 5 => Alike::new(Agreement::Near, 0.7),
        _ => Alike::DIFFERENT,
    };
    if sounds.likeness >= spelt.likeness { sounds } else { spelt }
}

fn sounds_alike(one: &str, other: &str, letters: usize, shorter: usize, jaro: f64, part: Part) -> Alike {
    let code = phonetic::code(one);
    if code.is_empty() || code != phonetic::code(other) {
        return Alike::DIFFERENT;
    }
    let likeness = match letters {
        1 if shorter >= 4 => 0.93,
        1 | 2 if shorter >= 5 => 0.9,
        _ if part == Part::Surname && jaro >= 0.75 => 0.8,
        _ if jaro >= 0.8 && code.len() >= 2 => 0.65,
        _ => return Alike::DIFFERENT,
    };
    Alike::new(Agreement::SoundsTheSame, likeness)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Agreement::*;

    fn agreement(one: &str, other: &str, part: Part) -> Agreement {
        let (one, other) =
            (words_of(&super::super::normalise(one)), words_of(&super::super::normalise(other)));
        let alike = compare_words(&one, &other, part);
        assert_eq!(alike, compare_words(&other, &one, part), "{one:?} {other:?}");
        alike.agreement
    }

    #[test]
    fn surnames() {
        for (one, other, expected) in [
            ("Nance", "NANCE", Same),
            ("Nance", "Nanse", SoundsTheSame),
            ("Hosken", "Hoksen", OneLetter),
            ("Hosken", "Hisken", SoundsTheSame),
            ("Penhaligon", "Penhalligon", SoundsTheSame),
            ("O'Brien", "O Brien", Same),
            ("Obrien", "O’Brien", Same),
            ("MacDonald", "Mc Donald", Same),
            ("McDonald", "Macdonald", Same),
            ("Smith-Jones", "Smith", PartOf),
            ("Smith-Jones", "Jones Smith", PartOf),
            ("Smith-Jones", "Smithjones", Same),
            ("al-Hassan", "Hassan", Same),
            ("De Souza", "DeSouza", Same),
            ("Kowalski", "Kowalska", SoundsTheSame),
            ("Chowdhury", "Choudhry", Near),
            ("Smith", "Jones", Different),
            ("Hosken", "Hocking", Different),
            ("王", "李", Different),
            ("Тарасенко", "Тарасенка", OneLetter),
        ] {
            let found = agreement(one, other, Part::Surname);
            let alike = if expected == Near { found != Different } else { found == expected };
            assert!(alike, "{one} {other}: {found:?}");
        }
    }

    #[test]
    fn forenames() {
        for (one, other, expected) in [
            ("William", "Bill", Variant),
            ("Zoë", "Zoe", Same),
            ("J", "Jago", Initial),
            ("Mary Jane", "Mary", PartOf),
            ("Mary-Jane", "Maryjane", Same),
            ("Oliver", "Olivre", SoundsTheSame),
            ("Jessica", "Jensica", OneLetter),
            ("Muhammad Ali", "Mohammed", PartOf),
            ("Jack", "Emily", Different),
            ("Ella", "Emma", Different),
            ("Lily", "Rose", Different),
            ("محمد", "محمود", OneLetter),
        ] {
            assert_eq!(agreement(one, other, Part::Forename), expected, "{one} {other}");
        }
    }
}
