//! The lines that open a recording and an entry.

use chronology::{Draft, EntryDraft, PersonId, Source};
use jiff::Timestamp;

use super::moment;
use super::scalar::json_prefix;

/// The start of the line that opens a recording.
pub(super) const RECORDING: &str = "recording";

/// What the line that opens a recording says.
pub(super) struct RecordingLine {
    pub(super) draft: Draft,
    pub(super) at: Option<Timestamp>,
}

/// What the line that opens an entry says.
pub(super) struct EntryLine {
    pub(super) draft: EntryDraft,
    pub(super) label: Option<String>,
    /// Whether a version was written, as it must be after a kind that is not known.
    pub(super) versioned: bool,
}

/// Reads `recording by AUTHOR as ROLE [at INSTANT] [for WHOM] [from FILE row ROW] [key KEY]`.
pub(super) fn recording(text: &str) -> Result<RecordingLine, String> {
    let mut words = words(text)?.into_iter().peekable();
    words.next();
    let (mut author, mut role, mut at, mut whom, mut file, mut row, mut key) =
        (None, None, None, None, None, None, None);
    while let Some(name) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("“{name}” is not followed by anything"));
        let slot = match name.as_str() {
            "at" => {
                let day = value()?;
                let time = words.next_if(|word| word.contains(':'));
                if at.replace(moment::instant(&day, time.as_deref())?).is_some() {
                    return Err("“at” is said twice".to_owned());
                }
                continue;
            }
            "by" => &mut author,
            "as" => &mut role,
            "for" => &mut whom,
            "from" => &mut file,
            "row" => &mut row,
            "key" => &mut key,
            other => {
                return Err(format!(
                    "“{other}” means nothing here: write “recording by AUTHOR as ROLE at DAY TIME”, and “for”, \
                     “from … row …” or “key” if needed"
                ));
            }
        };
        if slot.replace(value()?).is_some() {
            return Err(format!("“{name}” is said twice"));
        }
    }
    let author = PersonId::new(&author.ok_or("Say who recorded this: “recording by AUTHOR as ROLE”")?)?;
    let role = role.ok_or("Say in which role this was recorded: “recording by AUTHOR as ROLE”")?;
    let source = match (file, row) {
        (None, None) => None,
        (Some(file), Some(row)) => Some(Source { file, row }),
        _ => return Err("A source is written “from FILE row ROW”, both of them".to_owned()),
    };
    Ok(RecordingLine { draft: Draft { on_behalf_of: whom, source, key, ..Draft::by(author, &role) }, at })
}

/// Reads `DAY [TIME] PERSON KIND [vN] [@label] [+]`.
pub(super) fn entry(text: &str) -> Result<EntryLine, String> {
    let mut words = words(text)?.into_iter().peekable();
    let day = words.next().unwrap_or_default();
    let time = words.next_if(|word| word.contains(':'));
    let occurred = moment::occurred(&day, time.as_deref())?;
    let about = words.next().ok_or("Say whom this entry is about: “DAY PERSON KIND”")?;
    let about = PersonId::new(&about)?;
    let kind = words.next().ok_or("Say what kind of event this is: “DAY PERSON KIND”")?;
    if !kind.split_once('.').is_some_and(|(family, what)| !family.is_empty() && !what.is_empty()) {
        return Err(format!("“{kind}” is not a kind of event: kinds are written like visit.made"));
    }
    let mut line =
        EntryLine { draft: EntryDraft::new(about, &kind, occurred), label: None, versioned: false };
    for word in words {
        if word == "+" {
            line.draft.shares = true;
        } else if let Some(label) = word.strip_prefix('@') {
            line.label = Some(label_of(label)?);
        } else if let Some(version) = word.strip_prefix('v').and_then(|digits| digits.parse().ok()) {
            line.draft.version = version;
            line.versioned = true;
        } else {
            return Err(format!(
                "“{word}” means nothing after a kind: only a version (v2), a label (@first-visit) or + may follow"
            ));
        }
    }
    Ok(line)
}

/// A label without its @, if it can be one.
pub(super) fn label_of(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !text.is_empty() && text.chars().all(plain) {
        Ok(text.to_owned())
    } else {
        Err(format!("“@{text}” is not a label: use letters, digits, hyphens and dots"))
    }
}

/// The words of a heading: parted by spaces, or in quotation marks; a comment ends them.
fn words(text: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() && !rest.starts_with('#') {
        if rest.starts_with('"') {
            let (word, after) = json_prefix::<String>(rest)
                .ok_or("The text in quotation marks does not end, or holds a backslash that means nothing")?;
            words.push(word);
            rest = after.trim_start();
        } else {
            let (word, after) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
            words.push(word.to_owned());
            rest = after.trim_start();
        }
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recording_line_may_say_everything() {
        let line = recording(
            r#"recording by hannah-pascoe as social_worker at 2026-07-01 00:30 for "Duty desk" from a.csv row 12 key "k 1" # so"#,
        )
        .unwrap();
        assert_eq!(line.draft.author.as_str(), "hannah-pascoe");
        assert_eq!(line.at.unwrap().to_string(), "2026-06-30T23:30:00Z");
        assert_eq!(line.draft.on_behalf_of.as_deref(), Some("Duty desk"));
        assert_eq!(line.draft.source, Some(Source { file: "a.csv".into(), row: "12".into() }));
        assert_eq!(line.draft.key.as_deref(), Some("k 1"));
    }

    #[test]
    fn what_a_recording_line_lacks_is_said() {
        for (text, says) in [
            ("recording", "who recorded"),
            ("recording by hannah-pascoe", "which role"),
            ("recording by Hannah as x", "not an id"),
            ("recording by a as b at 2026-03-18", "gives no time"),
            ("recording by a as b from x", "both of them"),
            ("recording by a as b by c", "twice"),
            ("recording by a as", "not followed"),
            ("recording by a as b for \"Duty", "does not end"),
            ("recording of a", "means nothing"),
        ] {
            assert!(recording(text).err().unwrap().contains(says), "{text}");
        }
    }

    #[test]
    fn an_entry_line_may_carry_a_version_a_label_and_a_plus() {
        let line = entry("2026-03-18 15:30 morwenna-nance visit.made v2 @first + # note").unwrap();
        assert_eq!((line.draft.version, line.label.as_deref(), line.draft.shares), (2, Some("first"), true));
        for wrong in
            ["2026-03-18", "2026-03-18 m", "2026-03-18 m visit", "2026-03-18 m a.b c", "2026-03-18 m a.b @"]
        {
            assert!(entry(wrong).is_err(), "{wrong}");
        }
    }
}
