//! The check digits of NHS numbers and check letters of unique pupil numbers.

/// The ten digits of an NHS number, spaces and hyphens put aside; `None` when it is anything else. The check digit may be wrong.
pub fn nhs_digits(text: &str) -> Option<String> {
    let digits: String =
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').take(11).collect();
    (digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// Whether an NHS number's check digit is right (NHS Data Dictionary: modulus 11; a remainder of 10 is never issued) and it
/// is not one digit ten times over.
///
/// ```
/// assert!(views::matching::numbers::nhs_number_is_sound("943 476 5919"));
/// assert!(!views::matching::numbers::nhs_number_is_sound("943 476 5918"));
/// ```
pub fn nhs_number_is_sound(text: &str) -> bool {
    let Some(digits) = nhs_digits(text) else { return false };
    let digits: Vec<u32> = digits.bytes().map(|byte| u32::from(byte - b'0')).collect();
    let sum: u32 = digits[..9].iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = (11 - sum % 11) % 11;
    check == digits[9] && digits.iter().any(|digit| *digit != digits[0])
}

/// A pupil number in capitals without spaces, when it has the shape of one: a letter, eleven digits, and a digit or letter.
pub fn upn_characters(text: &str) -> Option<String> {
    let upn: String =
        text.chars().filter(|letter| !letter.is_whitespace()).take(14).collect::<String>().to_uppercase();
    let bytes = upn.as_bytes();
    let shaped = bytes.len() == 13
        && bytes[0].is_ascii_uppercase()
        && bytes[1..12].iter().all(u8::is_ascii_digit)
        && bytes[12].is_ascii_alphanumeric();
    shaped.then_some(upn)
}

/// Whether a pupil number's check letter is right (Department for Education, Unique pupil numbers: weights 2 to 13, modulus
/// 23; the letters I, O and S are not used). A temporary number ends in a letter, which counts by its place in the same alphabet.
///
/// ```
/// assert!(views::matching::numbers::upn_is_sound("H801200001001"));
/// assert!(!views::matching::numbers::upn_is_sound("A801200001001"));
/// ```
pub fn upn_is_sound(text: &str) -> bool {
    let Some(upn) = upn_characters(text) else { return false };
    let values: Option<Vec<usize>> = upn.bytes().skip(1).map(value_of).collect();
    let Some(values) = values else { return false };
    let sum: usize = values.iter().zip(2..).map(|(value, weight)| value * weight).sum();
    CHECK_LETTERS.get(sum % 23) == upn.as_bytes().first()
}

const CHECK_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

fn value_of(byte: u8) -> Option<usize> {
    if byte.is_ascii_digit() {
        return Some(usize::from(byte - b'0'));
    }
    CHECK_LETTERS.iter().position(|letter| *letter == byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nhs_numbers() {
        for sound in ["9434765919", "943-476-5919", "401 023 2137"] {
            assert!(nhs_number_is_sound(sound), "{sound}");
        }
        for bad in ["", "9434765918", "943476591", "94347659190", "0000000000", "abcdefghij", "９434765919"]
        {
            assert!(!nhs_number_is_sound(bad), "{bad}");
        }
    }

    #[test]
    fn one_wrong_digit_or_two_neighbours_swapped_is_always_seen_in_an_nhs_number() {
        let sound = b"9434765919";
        for at in 0..10 {
            for digit in b'0'..=b'9' {
                let mut wrong = *sound;
                wrong[at] = digit;
                assert_eq!(nhs_number_is_sound(&String::from_utf8_lossy(&wrong)), digit == sound[at]);
            }
        }
        for at in 0..9 {
            let mut wrong = *sound;
            wrong.swap(at, at + 1);
            assert_eq!(nhs_number_is_sound(&String::from_utf8_lossy(&wrong)), wrong == *sound);
        }
    }

    #[test]
    fn pupil_numbers() {
        for sound in ["Q330501586339", "V330205741104", "j330454157395"] {
            assert!(upn_is_sound(sound), "{sound}");
        }
        for bad in ["", "A330501586339", "Q33050158633", "Q3305015863391", "1330501586339", "QA30501586339"] {
            assert!(!upn_is_sound(bad), "{bad}");
        }
        // A temporary number: the last letter stands for its place in the alphabet without I, O and S.
        let temporary = CHECK_LETTERS
            .iter()
            .filter(|letter| upn_is_sound(&format!("{}80120000100A", char::from(**letter))));
        assert_eq!(temporary.count(), 1);
    }
}
