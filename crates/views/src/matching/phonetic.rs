//! How a name sounds, roughly: names that people in Britain spell in each other's place share a code.
//!
//! The way of Metaphone, shortened: the first sound and then the consonants, voiced and voiceless pairs taken together
//! where clerks confuse them, silent letters left out. `Nance` and `Nanse`, `Stephen` and `Steven`, `Wright` and
//! `Right`, `Mohammed` and `Muhammet` are each one code.

/// Longest code, in sounds.
const SOUNDS_MAX: usize = 6;

/// The code of one normalised word; empty when the word is not in Latin letters.
pub fn code(word: &str) -> String {
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return String::new();
    }
    let letters: Vec<u8> = respell(word).into_bytes();
    let mut code = String::new();
    let mut last = None;
    for at in 0..letters.len() {
        let sound = sound_at(&letters, at);
        if let Some(sound) = sound
            && last != Some(sound)
        {
            code.push(sound);
            if code.len() == SOUNDS_MAX {
                break;
            }
        }
        last = sound;
    }
    code
}

/// Spellings of more than one letter, each put as its sound; a capital is a sound already, a vowel stands for silence.
const SPELLINGS: &[(&str, &str)] = &[
    ("chr", "kr"),
    ("tsch", "C"),
    ("tch", "C"),
    ("sch", "sk"),
    ("szcz", "C"),
    ("cz", "C"),
    ("sz", "C"),
    ("ch", "C"),
    ("sh", "C"),
    ("tio", "C"),
    ("sio", "C"),
    ("ph", "f"),
    ("th", "t"),
    ("kh", "k"),
    ("ck", "k"),
    ("dg", "j"),
    ("mps", "ms"),
    ("mpt", "mt"),
    ("wh", "w"),
    ("ght", "t"),
    ("aigh", "a"),
    ("eigh", "a"),
    ("igh", "a"),
    ("ugh", "a"),
    ("ough", "a"),
    ("stle", "sl"),
    ("gn", "n"),
];

fn respell(word: &str) -> String {
    let start = [
        ("kn", "n"),
        ("gn", "n"),
        ("pn", "n"),
        ("wr", "r"),
        ("ps", "s"),
        ("mac", "mk"),
        ("mc", "mk"),
        ("x", "s"),
    ]
    .iter()
    .find_map(|(spelling, sound)| word.strip_prefix(spelling).map(|rest| format!("{sound}{rest}")));
    let word = start.as_deref().unwrap_or(word);
    let mut rest = word.strip_suffix("mb").map_or_else(|| word.to_owned(), |stem| format!("{stem}m"));
    let mut respelt = String::new();
    while !rest.is_empty() {
        let spelling = SPELLINGS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let taken = spelling.map_or(1, |(spelling, _)| spelling.len());
        respelt.push_str(spelling.map_or(&rest[..1], |(_, sound)| sound));
        rest.drain(..taken);
    }
    respelt
}

fn sound_at(letters: &[u8], at: usize) -> Option<char> {
    let first = at == 0;
    let next = letters.get(at + 1).copied();
    let soft = matches!(next, Some(b'e' | b'i' | b'y'));
    Some(match letters[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => return first.then_some('A'),
        b'y' => return first.then_some(if next.is_some_and(is_vowel) { 'Y' } else { 'A' }),
        b'h' => return first.then_some('H'),
        b'w' => return first.then_some('W'),
        b'b' => 'B',
        b'p' => 'P',
        b'c' if soft => 'S',
        b'c' | b'k' | b'q' => 'K',
        b'd' | b't' => 'T',
        b'f' | b'v' => 'F',
        b'g' if soft && first => 'J',
        b'g' => 'K',
        b'j' => 'J',
        b'l' => 'L',
        b'm' => 'M',
        b'n' => 'N',
        b'r' => 'R',
        b's' | b'z' => 'S',
        b'x' => 'X',
        b'C' => 'C',
        _ => return None,
    })
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn names_that_sound_the_same_share_a_code() {
        for (one, other) in [
            ("nance", "nanse"),
            ("smith", "smyth"),
            ("clark", "clarke"),
            ("reid", "read"),
            ("stephen", "steven"),
            ("philips", "phillips"),
            ("wright", "right"),
            ("knight", "night"),
            ("thompson", "tomson"),
            ("leigh", "lee"),
            ("geoffrey", "jeffrey"),
            ("mohammed", "muhammet"),
            ("catherine", "kathryn"),
            ("trevithick", "trevethic"),
            ("macdonald", "mcdonald"),
            ("hughes", "hues"),
            ("jon", "john"),
            ("lamb", "lam"),
        ] {
            assert_eq!(code(one), code(other), "{one} {other}");
            assert!(!code(one).is_empty());
        }
    }

    #[test]
    fn names_that_sound_different_do_not() {
        for (one, other) in [
            ("nance", "nancarrow"),
            ("smith", "jones"),
            ("hosken", "hocking"),
            ("grant", "grey"),
            ("james", "john"),
        ] {
            assert_ne!(code(one), code(other), "{one} {other}");
        }
    }

    #[test]
    fn other_scripts_have_no_code() {
        assert_eq!(code("王"), "");
        assert_eq!(code("محمد"), "");
        assert_eq!(code(""), "");
    }
}
