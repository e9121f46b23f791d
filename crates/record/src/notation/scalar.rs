//! Single values: bare, quoted, or as JSON.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads one JSON value at the start of a text; what follows it may only be a comment.
pub(super) fn json<T: DeserializeOwned>(text: &str) -> Option<T> {
    let (value, rest) = json_prefix(text)?;
    comment_or_nothing(rest).then_some(value)
}

/// Reads one JSON value at the start of a text, and gives what follows it.
pub(super) fn json_prefix<T: DeserializeOwned>(text: &str) -> Option<(T, &str)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<T>();
    let value = values.next()?.ok()?;
    let rest = text.get(values.byte_offset()..)?;
    Some((value, rest))
}

/// Whether a text is empty or begins a comment.
pub(super) fn comment_or_nothing(text: &str) -> bool {
    let text = text.trim_start();
    text.is_empty() || text.starts_with('#')
}

/// A bare value without the comment after it.
pub(super) fn without_comment(text: &str) -> &str {
    text.split_once(" #").map_or(text, |(value, _)| value).trim_matches([' ', '\t'])
}

/// Whether a text may stand bare as a value and be read as itself.
pub(super) fn may_stand_bare(text: &str) -> bool {
    !text.is_empty()
        && text.trim() == text
        && !text.starts_with(['"', '|', '-', '#'])
        && !text.contains(" #")
        && !text.contains(control)
}

/// A text as a value after `name:`, the space before it included. `indent` is that of the name.
pub(super) fn written(text: &str, indent: usize) -> String {
    if may_stand_bare(text) {
        return format!(" {text}\n");
    }
    let last_line_says_something = text.rsplit('\n').next().is_some_and(|last| !last.trim().is_empty());
    let plain = !text.contains(|c| control(c) && c != '\n' && c != '\t');
    if text.contains('\n') && last_line_says_something && plain {
        return block(text, indent + 2);
    }
    format!(" {}\n", quoted(text))
}

fn block(text: &str, base: usize) -> String {
    let mut written = String::with_capacity(text.len() + 64);
    written.push_str(" |\n");
    for line in text.split('\n') {
        if !line.is_empty() {
            written.extend(std::iter::repeat_n(' ', base));
            written.push_str(line);
        }
        written.push('\n');
    }
    written
}

/// A text in quotation marks, with backslash escapes.
pub(super) fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// A word of a heading: bare if it is plain, else quoted.
pub(super) fn word(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ':');
    let bare = !text.is_empty() && text.chars().all(plain);
    if bare { text.to_owned() } else { quoted(text) }
}

/// Whether a name may stand bare before its colon.
pub(super) fn plain_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    !name.is_empty() && !name.starts_with('-') && name.chars().all(plain)
}

fn control(c: char) -> bool {
    c.is_control()
}
