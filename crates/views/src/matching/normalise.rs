//! Names and postcodes as they are compared: case, accents, apostrophes and hyphens put aside, in any script.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Longest text compared, in characters.
const CHARACTERS_MAX: usize = 120;

/// Words in small letters without accents, one space apart; apostrophes vanish, other signs part words. Letters of
/// scripts that have no such thing stay as they are.
///
/// ```
/// use views::matching::normalise;
/// assert_eq!(normalise("  O’Brien-Núñez "), "obrien nunez");
/// assert_eq!(normalise("Łukasz"), "lukasz");
/// assert_eq!(normalise("محمد"), "محمد");
/// ```
pub fn normalise(text: &str) -> String {
    let mut words = String::new();
    let letters =
        text.nfkd().filter(|letter| !is_accent(*letter)).flat_map(char::to_lowercase).take(CHARACTERS_MAX);
    for letter in letters.collect::<String>().nfkd().filter(|letter| !is_accent(*letter)) {
        match letter {
            'ł' => words.push('l'),
            'ø' => words.push('o'),
            'đ' | 'ð' => words.push('d'),
            'þ' => words.push_str("th"),
            'ß' => words.push_str("ss"),
            'æ' => words.push_str("ae"),
            'œ' => words.push_str("oe"),
            'ı' => words.push('i'),
            'ħ' => words.push('h'),
            'ə' => words.push('e'),
            'ŋ' => words.push('n'),
            '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʹ' | '`' | '´' | '\u{200c}' | '\u{200d}' => {}
            _ if letter.is_alphanumeric() || canonical_combining_class(letter) != 0 => words.push(letter),
            _ if words.ends_with(' ') || words.is_empty() => {}
            _ => words.push(' '),
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// A postcode in capitals without spaces; `None` when nothing is left.
pub fn normalise_postcode(text: &str) -> Option<String> {
    let postcode: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .take(10)
        .collect();
    Some(postcode).filter(|postcode| !postcode.is_empty())
}

/// Accents of Latin, Greek and Cyrillic letters, and the vowel points of Hebrew and Arabic, which writers leave out at
/// will. Signs that make another letter (as in Hindi or Japanese) are kept.
fn is_accent(letter: char) -> bool {
    matches!(canonical_combining_class(letter), 10..=36 | 200..=240)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_accents_and_signs() {
        for (text, expected) in [
            ("", ""),
            ("  ", ""),
            ("--", ""),
            ("Zoë", "zoe"),
            ("D'Arcy  St. John", "darcy st john"),
            ("SMITH-JONES", "smith jones"),
            ("Straße", "strasse"),
            ("İbrahim", "ibrahim"),
            ("Ørsted", "orsted"),
            ("Ñandú", "nandu"),
            ("Ⅷ ﬁ", "viii fi"),
            ("مُحَمَّد", "محمد"),
            ("नरेन्द्र", "नरेन्द्र"),
            ("王小明", "王小明"),
        ] {
            assert_eq!(normalise(text), expected, "{text}");
        }
        assert_eq!(normalise_postcode("pl30 1ab").as_deref(), Some("PL301AB"));
        assert_eq!(normalise_postcode(" - "), None);
    }

    proptest::proptest! {
        #[test]
        fn once_is_enough(text in ".{0,40}") {
            let once = normalise(&text);
            proptest::prop_assert_eq!(normalise(&once), once);
        }
    }
}
