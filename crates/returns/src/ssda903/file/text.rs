//! The text of a file, whichever encoding it was saved in.

use std::borrow::Cow;

use crate::windows_1252::windows_1252;

/// The text, and what to say of the file when it was not UTF-8.
pub(super) fn of(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    if let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return of(rest);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return (utf_16(rest, u16::from_le_bytes).into(), Some("was saved as UTF-16 and was read as that."));
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return (utf_16(rest, u16::from_be_bytes).into(), Some("was saved as UTF-16 and was read as that."));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.into(), None),
        Err(_) => {
            let text: String = bytes.iter().map(|byte| windows_1252(*byte)).collect();
            (text.into(), Some("is not UTF-8 and was read as Windows-1252."))
        }
    }
}

fn utf_16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| number(*pair));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
