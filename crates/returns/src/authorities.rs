//! The two codes by which an English authority with children’s services goes: the Department for Education’s three
//! digits, and the Office for National Statistics’ nine letters.
//!
//! `authorities.tsv` holds both for the 153 authorities of April 2025, and the code that seven of them had before
//! their boundaries, or no more than their codes, changed.

/// Both codes of every authority, and the one it had before.
fn rows() -> impl Iterator<Item = [&'static str; 3]> {
    include_str!("authorities.tsv").lines().skip(1).filter_map(|line| {
        let mut values = line.split('\t');
        Some([values.next()?, values.next()?, values.next()?])
    })
}

/// The code that the Office for National Statistics gives the authority of these three digits now.
#[must_use]
pub fn statistics_code(number: &str) -> Option<&'static str> {
    rows().find(|[known, ..]| *known == number).map(|[_, code, _]| code)
}

/// The Department’s three digits for the authority that has this code, or had it.
#[must_use]
pub fn department_number(code: &str) -> Option<&'static str> {
    rows().find(|[_, now, before]| code == *now || code == *before).map(|[number, ..]| number)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{department_number, rows, statistics_code};

    #[test]
    fn every_authority_has_one_of_each_code() {
        assert_eq!(rows().count(), 153);
        let unlike: BTreeSet<&str> = rows().flat_map(|[number, code, _]| [number, code]).collect();
        assert_eq!(unlike.len(), 2 * 153);
        for [number, code, before] in rows() {
            assert!(number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()), "{number}");
            for code in [code, before].into_iter().filter(|code| *code != "-") {
                assert!(code.len() == 9 && code.starts_with('E'), "{code}");
                assert_eq!(department_number(code), Some(number));
            }
            assert_eq!(statistics_code(number), Some(code));
            assert!(crate::ssda903::is_authority(number), "{number} is no authority of the return");
        }
        assert_eq!((statistics_code("100"), department_number("E99999999")), (None, None));
    }
}
