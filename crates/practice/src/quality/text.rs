//! Words, sentences and likeness: what the checks count. Nothing here understands language.

use std::collections::BTreeSet;

use super::WordLists;

/// The words of a text, in lower case, without punctuation; an apostrophe or hyphen within a word stays.
pub(super) fn words(text: &str) -> Vec<String> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '&');
    text.replace('’', "'")
        .split(|c: char| !inner(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// How many words a text has.
pub(super) fn count(text: &str) -> usize {
    words(text).len()
}

/// How many different words a text has, leaving out those that carry no meaning of their own.
pub(super) fn distinct(text: &str, lists: &WordLists) -> usize {
    let stop = lists.list("stop_words");
    words(text).into_iter().filter(|word| !stop.contains(word)).collect::<BTreeSet<_>>().len()
}

/// How alike two texts are, from 0 to 1: of all the runs of five words in either, the share that is in both
/// (the Jaccard index of their shingles). Two texts too short for a run are compared whole.
///
/// ```
/// use practice::quality::similarity;
/// let one = "Jory sleeps in his own bed every night now";
/// assert_eq!(similarity(one, "jory sleeps in his own bed, every night now!"), 1.0);
/// assert_eq!(similarity(one, "Merryn walks to school with her friend Kerensa"), 0.0);
/// assert_eq!(similarity("", ""), 0.0);
/// ```
pub fn similarity(one: &str, two: &str) -> f64 {
    let (one, two) = (shingles(one), shingles(two));
    let all = one.union(&two).count();
    if all == 0 {
        return 0.0;
    }
    one.intersection(&two).count() as f64 / all as f64
}

const SHINGLE_WORDS: usize = 5;

fn shingles(text: &str) -> BTreeSet<Vec<String>> {
    let words = words(text);
    match words.len() {
        0 => BTreeSet::new(),
        length if length < SHINGLE_WORDS => BTreeSet::from([words]),
        _ => words.windows(SHINGLE_WORDS).map(<[String]>::to_vec).collect(),
    }
}

/// The first word or phrase of a list that a text has, whole words only; a plain word is met with its
/// endings too: `attend` meets attends, attended, attending.
pub(super) fn find<'l>(text: &str, list: &'l [String]) -> Option<&'l str> {
    let words = words(text);
    list.iter().find(|phrase| has_phrase(&words, phrase)).map(String::as_str)
}

/// Whether a text has any word or phrase of a list.
pub(super) fn has(text: &str, list: &[String]) -> bool {
    find(text, list).is_some()
}

fn has_phrase(words: &[String], phrase: &str) -> bool {
    let sought = self::words(phrase);
    match sought.as_slice() {
        [] => false,
        [word] => words.iter().any(|met| is_form_of(met, word)),
        phrase => words.windows(phrase.len()).any(|met| met == phrase),
    }
}

/// Whether a word is another with an ending of English: books, tries, stopped, making.
fn is_form_of(met: &str, word: &str) -> bool {
    let Some(rest) = met.strip_prefix(word) else {
        let y = word
            .strip_suffix('y')
            .is_some_and(|stem| met.strip_prefix(stem).is_some_and(|rest| matches!(rest, "ies" | "ied")));
        let e = word.strip_suffix('e').is_some_and(|stem| met.strip_prefix(stem) == Some("ing"));
        return y || e;
    };
    let last = word.chars().last().map(String::from).unwrap_or_default();
    let d = rest == "d" && word.ends_with('e');
    let short = word.chars().count() < 3;
    rest.is_empty()
        || !short
            && (d
                || matches!(rest, "s" | "es" | "ed" | "ing")
                || [format!("{last}ed"), format!("{last}ing")].contains(&rest.to_owned()))
}

/// Whether a text gives a number, in figures or in words.
pub(super) fn has_number(text: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "once",
        "twice",
    ];
    words(text)
        .iter()
        .any(|word| word.starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&word.as_str()))
}

/// Whether a text says how often: every day, each week, weekly, nightly.
pub(super) fn has_frequency(text: &str) -> bool {
    const OFTEN: &[&str] =
        &["every", "each", "daily", "weekly", "nightly", "fortnightly", "monthly", "always", "never"];
    words(text).iter().any(|word| OFTEN.contains(&word.as_str()))
}

/// Whether a text says for how long or how soon: days, weeks, months, a weekday, a month, today.
pub(super) fn has_time(text: &str) -> bool {
    const TIMES: &[&str] = &[
        "hour",
        "hours",
        "day",
        "days",
        "night",
        "nights",
        "week",
        "weeks",
        "weekend",
        "month",
        "months",
        "term",
        "year",
        "years",
        "today",
        "tonight",
        "tomorrow",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "immediately",
        "weekly",
        "daily",
    ];
    words(text).iter().any(|word| TIMES.contains(&word.as_str()))
}

/// Whether a text says for how long: a number beside days, weeks, months or a term.
pub(super) fn has_duration(text: &str) -> bool {
    const UNITS: &[&str] = &[
        "day", "days", "night", "nights", "week", "weeks", "month", "months", "term", "terms", "year",
        "years",
    ];
    let words = words(text);
    let counted = |at: usize| {
        words[at.saturating_sub(2)..at].iter().any(|word| {
            has_number(word) || matches!(word.as_str(), "a" | "every" | "each" | "whole" | "next" | "several")
        })
    };
    words.iter().enumerate().any(|(at, word)| UNITS.contains(&word.as_str()) && counted(at))
}

/// Whether a text holds words said by somebody, in quotation marks.
pub(super) fn has_quotation(text: &str) -> bool {
    let straight = text.matches('"').count() >= 2;
    straight || (text.contains('“') && text.contains('”')) || (text.contains('‘') && text.contains('’'))
}

/// Letters that stand for words, other than those a family knows: the first of them.
pub(super) fn acronym<'t>(text: &'t str, allowed: &[String]) -> Option<&'t str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '&').find(|word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = word.chars().all(|c| c.is_uppercase() || c == '&' || c.is_ascii_digit());
        letters >= 2 && capitals && !allowed.iter().any(|known| known == word)
    })
}

/// Roughly the age at which a reader of English follows a text: Flesch and Kincaid's grade, and five years.
pub(super) fn reading_age(text: &str) -> f64 {
    let words = words(text);
    if words.is_empty() {
        return 0.0;
    }
    let sentences =
        text.split(['.', '!', '?', '\n']).filter(|part| part.chars().any(char::is_alphabetic)).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (words, sentences) = (words.len() as f64, sentences as f64);
    0.39 * (words / sentences) + 11.8 * (syllables as f64 / words) - 15.59 + 5.0
}

fn syllables(word: &str) -> usize {
    let mut count: usize = 0;
    let mut in_vowels = false;
    for letter in word.chars() {
        let vowel = "aeiouy".contains(letter);
        count += usize::from(vowel && !in_vowels);
        in_vowels = vowel;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && count > 1;
    (count - usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn words_are_met_whole_with_their_endings() {
        let verbs = list(&["attend", "take", "try", "stop", "fit"]);
        for text in ["She attends", "attended.", "Taking him", "tries", "stopped", "fitting a lock"] {
            assert!(has(text, &verbs), "{text}");
        }
        for text in ["attendance", "mistake", "unfit", "stopwatch"] {
            assert!(!has(text, &verbs), "{text}");
        }
    }

    #[test]
    fn phrases_are_met_whole() {
        let phrases = list(&["as soon as possible"]);
        assert!(has("Ring them as soon as possible.", &phrases));
        assert!(!has("as soon as it is possible", &phrases));
    }

    #[test]
    fn durations_need_a_number() {
        assert!(has_duration("for six weeks"));
        assert!(has_duration("every night for 3 months"));
        assert!(!has_duration("for weeks to come"));
    }

    #[test]
    fn acronyms_are_letters_that_a_family_would_not_know() {
        let allowed = list(&["GP", "A&E"]);
        assert_eq!(acronym("The GP and A&E told us", &allowed), None);
        assert_eq!(acronym("The ICPC agreed", &allowed), Some("ICPC"));
        assert_eq!(acronym("I saw Jory", &allowed), None);
    }

    #[test]
    fn short_plain_sentences_read_young() {
        assert!(reading_age("We will see Jory each week. He will tell us how he is.") < 9.0);
        assert!(
            reading_age(
                "Professionals will facilitate multidisciplinary engagement notwithstanding parental ambivalence regarding interventions."
            ) > 14.0
        );
    }
}
