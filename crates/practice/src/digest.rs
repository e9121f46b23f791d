//! The digest by which a form is known in the record.

use sha2::{Digest as _, Sha256};

/// 32 hexadecimal letters: enough that no two forms ever share one.
const LETTERS: usize = 32;

/// The digest of a form's text. Line endings do not count, so that it is the same on every machine.
pub(crate) fn of_text(text: &str) -> String {
    let hash = Sha256::digest(text.replace("\r\n", "\n").as_bytes());
    let mut letters: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    letters.truncate(LETTERS);
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_follows_the_text_and_not_the_machine() {
        assert_eq!(of_text("id = 1\n"), of_text("id = 1\r\n"));
        assert_ne!(of_text("id = 1\n"), of_text("id = 2\n"));
        assert_eq!(of_text("").len(), LETTERS);
    }
}
